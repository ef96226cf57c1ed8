"""The woven report: its prose, its copies, its sections as the compiler edits them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WeavingTexts:
    """Placeholders in braces are filled with ``str.format``."""

    # what a title of a basis begins with: its number stands behind that word
    basis_types: tuple[str, ...] = (
        "Nghị quyết",
        "Nghị định",
        "Quyết định",
        "Chỉ thị",
        "Chương trình",
        "Kế hoạch",
        "Công văn",
        "Thông tư",
        "Luật",
    )
    basis_numbered: str = "{type} số {basis}{day} {rest}"
    basis_day: str = " ngày {day}"
    carrying_out: str = (
        "Thực hiện {bases}, {issuer} báo cáo kết quả thực hiện công tác cải cách hành chính {period} như sau:"
    )
    reporting: str = "{issuer} báo cáo kết quả thực hiện công tác cải cách hành chính {period} như sau:"
    issuer_of: str = "{issuer} {above}"
    merged: str = (
        "Từ ngày {day}, {heirs} thực hiện nhiệm vụ của {closed}; số liệu từ đầu năm gồm cả phần {closed} đã báo cáo."
    )
    dissolved: str = "Từ ngày {day}, {closed} kết thúc hoạt động; số liệu từ đầu năm gồm cả phần đã báo cáo."
    topic: str = "{letter}) {name}"
    letters: str = "abcdeghiklmnopqrstuvxy"
    figure: str = "{name} là "
    share: str = "{name} đạt "
    rose: str = " (tăng {difference}{against})"
    fell: str = " (giảm {difference}{against})"
    same: str = " (không thay đổi{against})"
    against: str = " so với {period}"
    other_units: str = " ({period}: {value}, {count} đơn vị báo cáo)"
    year_before: str = "cùng kỳ năm trước"
    points: str = "{number} điểm phần trăm"
    coverage: str = " ({count}/{owing} đơn vị có số liệu)"
    none_happened: str = "Không phát sinh: {names}."
    yes_done: str = "{name}: đã thực hiện"
    by_unit: str = "{name}: {values}"
    unit_value: str = "{unit} {value}"
    by_many: str = "{name}: {count} đơn vị báo cáo, chi tiết tại Phụ lục II"
    missed: str = "Chưa đạt yêu cầu: "
    missed_level: str = ", yêu cầu {bound}"
    missed_by: str = ", yêu cầu {bound} – {who}"
    missed_yes: str = "{name} chưa được thực hiện đủ{who}"
    missed_reason: str = " (giải trình: {reason})"
    missed_list: str = "Còn {count} chỉ tiêu chưa đạt yêu cầu: {names}."
    late_list: str = "Còn {count} đơn vị gửi báo cáo trễ hạn hoặc quá hạn chưa gửi: {units}."
    said_by: str = " ({units})"
    named_most: int = 3
    so_many: str = "{count} đơn vị"
    # topic of a section that holds several parts of the narratives
    parts: Mapping[str, str] = field(
        default_factory=lambda: {
            "ket-qua": "Kết quả",
            "ton-tai": "Tồn tại, hạn chế",
            "nguyen-nhan": "Nguyên nhân",
            "kien-nghi": "Kiến nghị, đề xuất",
            "ky-toi": "Nhiệm vụ kỳ tới",
        }
    )
    # comparison -> a level in words
    bounds: Mapping[str, str] = field(
        default_factory=lambda: {
            "=": "{limit}",
            ">=": "từ {limit} trở lên",
            "<=": "không quá {limit}",
            ">": "trên {limit}",
            "<": "dưới {limit}",
        }
    )
    bound_none: str = "không để phát sinh"
    bound_yes: str = "phải thực hiện"
    bound_sum: str = "bằng {formula}"
    plus: str = " cộng "
    minus: str = " trừ "
    check_level: str = "{message}: đang ghi {left}"
    check_sides: str = "{message}: {left} so với {right} (kiểm tra {expression})"
    annex_number: str = "Phụ lục {number}"
    numerals: tuple[str, ...] = ("I", "II", "III", "IV", "V", "VI")
    annex_goes_with: str = "(Kèm theo Báo cáo số {number}/{symbol} ngày {day} tháng {month} năm {year} của {issuer})"
    annex_words: str = "Nội dung báo cáo của các đơn vị"
    annex_words_lead: str = "Nguyên văn báo cáo của đơn vị trong {period}, để người tổng hợp đối chiếu."
    annex_words_head: tuple[str, ...] = ("Nhiệm vụ", "Mục", "Đơn vị", "Nội dung", "Nguồn")
    sources_title: str = "Nguồn số liệu của Báo cáo cải cách hành chính {period}"
    sources_head: tuple[str, ...] = ("Số", "Đơn vị", "Kỳ báo cáo", "Tệp, lượt nạp", "Chỉ tiêu")
    final_reason: str = "Lập bản trình ký khi còn báo cáo chưa được tiếp nhận. Lý do: {reason}"
    final_refused: str = (
        "Còn {count} báo cáo chưa được tiếp nhận: {units}. Tiếp nhận các báo cáo này, hoặc ghi lý do lập bản trình ký "
        "khi chưa đủ."
    )
    final_note: str = "Lập bản trình ký {period} khi chưa đủ: {reason}"
    section_note: str = "Viết mục {section} của báo cáo {period}"
    section_dropped: str = "Dùng lại bản nháp do hệ thống soạn"
    section_unknown: str = "Đề cương không có mục «{section}»."
    section_empty: str = "Mục chưa có nội dung. Viết ít nhất một câu, hoặc dùng bản nháp."
    section_by_missing: str = "Ghi họ tên người viết."
    left_out: str = "Căn cứ đã hết thời gian áp dụng trong năm {year}, không đưa vào báo cáo: {bases}."
    stale: str = "Số liệu, nội dung đã thay đổi sau khi viết mục {sections}; xem lại các mục này."
    no_number: str = "Chưa có số liệu"
    nil_number: str = "Không phát sinh"
    exempt_number: str = "Không thuộc diện"
    nobody_number: str = "Chưa khai báo đơn vị"
    number_of_unit: str = "{unit}: {value}"
    # the page
    edit_title: str = "Soạn nội dung từng mục"
    edit_lead: str = (
        "Bản nháp do hệ thống soạn từ số liệu và nội dung của đơn vị. Sửa câu chữ ở đây; mỗi đoạn một dòng, dòng bắt "
        "đầu bằng «a) » là đề mục."
    )
    edit_section: str = "Mục"
    edit_text: str = "Nội dung mục"
    edit_by: str = "Người viết"
    edit_save: str = "Lưu nội dung mục"
    edit_restore: str = "Dùng lại bản nháp của hệ thống"
    edit_own: str = "Mục này đang dùng nội dung do {by} viết."
    edit_empty: str = "Chưa có đơn vị nào báo cáo nội dung này. Bản trình ký không có mục này cho tới khi có nội dung."
    tasks_untold: str = (
        "Đề cương báo cáo: nhiệm vụ {tasks} chưa thuộc mục nào nên không có trong lời văn. "
        "Bổ sung nhiệm vụ vào một mục."
    )
    sections_empty: str = "Mục chưa có nội dung, bản trình ký bỏ qua và đánh số lại: {sections}."
    edit_drafted: str = "Mục này đang dùng bản nháp của hệ thống."
    edit_changed: str = "Số liệu hoặc nội dung của đơn vị đã thay đổi sau khi viết mục này."
    written_mark: str = "{name} (đã soạn)"
    download_working: str = "Tải bản làm việc (Word)"
    download_clean: str = "Tải bản trình ký (Word)"
    download_sources: str = "Tải nguồn số liệu (Excel)"
    clean_title: str = "Bản trình ký"
    clean_lead: str = (
        "Không có chữ DỰ THẢO, dấu nguồn và cước chú; nguồn số liệu là tệp riêng. Còn báo cáo chưa tiếp nhận thì phải "
        "ghi lý do."
    )
    clean_reason: str = "Lý do lập bản trình ký khi còn báo cáo chưa tiếp nhận"
    clean_save: str = "Ghi lý do, lập bản trình ký"
    help_final: str = (
        "bản trình ký: không dấu nguồn, không cước chú; từ chối khi còn báo cáo chưa tiếp nhận mà không có lý do"
    )
    help_reason: str = "lý do lập bản trình ký khi còn báo cáo chưa tiếp nhận"
    help_sources: str = "tệp Excel nguồn số liệu"

"""The guided set-up of the reporting cycle, its tables and its calendar."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SetupTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Danh mục & lịch báo cáo"
    finding: str = "Đã khai báo {done}/{of} bước. Phần chưa khai báo được nói rõ ở nơi cần đến, hệ thống không tự điền."
    finding_done: str = "Đã khai báo đủ các bước."
    filter_step: str = "Bước"
    filter_year: str = "Năm"
    step_name: str = "{number}. {title}"
    review_title: str = "Rà soát cùng lúc"
    review_lead: str = "Bỏ khỏi danh sách văn bản chưa chắc; các văn bản còn lại được ghi cùng một tình trạng."
    review_bases: str = "Căn cứ chưa rà soát"
    review_in_force: str = "Còn hiệu lực"
    review_ended: str = "Hết hiệu lực"
    bases_note: str = "Rà soát {count} căn cứ pháp lý"
    filled_template: str = "Tải mẫu đã điền sẵn: {title}"
    step_done: str = "Bước này đã khai báo đủ."
    steps: Mapping[str, str] = field(
        default_factory=lambda: {
            "don-vi": "Đơn vị",
            "tong-hop": "Đơn vị tổng hợp",
            "han-nop": "Hạn nộp, ngày nghỉ",
            "van-ban": "Thông tin văn bản",
            "nhiem-vu": "Nhiệm vụ, biểu",
            "chi-so": "Phần của chỉ số",
            "can-cu": "Căn cứ pháp lý",
        }
    )
    step_leads: Mapping[str, str] = field(
        default_factory=lambda: {
            "don-vi": (
                "Năm đơn vị ban đầu lấy từ công văn 526 (2022) của tỉnh cũ, chỉ là đề xuất. Xác nhận, đổi tên, "
                "thêm đơn vị hiện nay, ghi ngày kết thúc hoặc sáp nhập."
            ),
            "tong-hop": "Đơn vị đôn đốc và lồng ghép báo cáo của Văn phòng, với mã ký hiệu ghi sau số văn bản.",
            "han-nop": (
                "Hai khâu đầu của chuỗi thời hạn do Văn phòng quy định. Chưa đặt thì không đơn vị nào bị tính trễ."
            ),
            "van-ban": (
                "Dùng cho công văn đôn đốc và báo cáo tổng hợp. Mục chưa khai báo để trống có đánh dấu trong văn bản."
            ),
            "nhiem-vu": "Ai có phần trong nhiệm vụ nào, biểu nào gồm những nhiệm vụ nào, nộp trong kỳ nào.",
            "chi-so": (
                "Nhiệm vụ nào tác động tới phần nào của bộ chỉ số là đánh giá của Văn phòng; bản đầu là đề xuất."
            ),
            "can-cu": "Văn bản sinh ra từ hệ thống từ chối căn cứ đã hết hiệu lực và nêu căn cứ chưa rà soát.",
        }
    )
    calendar: str = "Lịch báo cáo"
    calendar_title: str = "Lịch báo cáo năm {year}"
    calendar_caption: str = "Kỳ báo cáo và chuỗi thời hạn"
    calendar_note: str = "Kỳ báo cáo theo 581/BNV-CCHC, chưa xác nhận còn áp dụng; Văn phòng sửa được"
    on_day: str = "Ngày {day}: {clauses}."
    day_open: str = "đang trong kỳ {periods}"
    day_nothing_open: str = "không nằm trong kỳ báo cáo nào"
    day_ended: str = "kỳ kết thúc gần nhất: {periods}"
    window: str = "Kỳ"
    window_start: str = "Từ ngày"
    window_end: str = "Đến ngày"
    window_counts: str = "Cách tính"
    cumulative: str = "luỹ kế"
    single: str = "riêng kỳ"
    window_state: str = "Hiện tại"
    window_open: str = "● đang mở"
    window_ended: str = "○ đã kết thúc"
    window_to_come: str = "▷ chưa tới"
    not_set: str = "chưa đặt"
    not_said: str = "chưa khai báo"
    moved_from: str = "Chuyển từ {weekday} {day} vì là ngày nghỉ"
    weekdays: tuple[str, ...] = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
    shift_notes: Mapping[str, str] = field(
        default_factory=lambda: {
            "none": "Hạn rơi vào ngày nghỉ thì giữ nguyên.",
            "next": "Hạn rơi vào ngày nghỉ được chuyển sang ngày làm việc liền sau; di chuột vào hạn để xem ngày gốc.",
            "previous": (
                "Hạn rơi vào ngày nghỉ được chuyển về ngày làm việc liền trước; di chuột vào hạn để xem ngày gốc."
            ),
        }
    )
    chart_key: str = "● đơn vị · ◇ Văn phòng · □ UBND tỉnh"
    chart_day: str = "ngày xem {day}"
    chart_window: str = "{name}: từ {start} đến {end}"
    no_windows_title: str = "Chưa có kỳ báo cáo nào trong năm này"
    no_windows_body: str = "Nạp bảng kỳ báo cáo (loại «Kỳ báo cáo») rồi quay lại trang này."
    no_units: str = "Chưa có đơn vị nào trong danh mục."
    units_to_confirm: str = "Còn {count}/{of} đơn vị là đề xuất, chưa được xác nhận."
    traits_unsaid: str = (
        "Chưa khai báo đủ phòng chuyên môn, đơn vị sự nghiệp, đơn vị được giao kinh phí; nhiệm vụ giao cho "
        "các nhóm này chưa có người làm."
    )
    no_compiler: str = "Chưa khai báo đơn vị tổng hợp."
    several_compilers: str = "Có nhiều đơn vị cùng được đánh dấu là đơn vị tổng hợp. Chọn một."
    no_symbol: str = "Chưa có mã ký hiệu của đơn vị tổng hợp."
    due_missing: str = "Còn {count}/{of} hạn nộp chưa đặt cho năm nay."
    settings_missing: str = "Còn {count}/{of} thông tin văn bản chưa khai báo."
    no_tasks: str = "Chưa có nhiệm vụ nào trong danh mục."
    tasks_unowned: str = "Nhiệm vụ {tasks}: chưa khai báo đơn vị."
    links_to_confirm: str = "Còn {count}/{of} liên kết là đề xuất, chưa được xác nhận."
    no_links: str = "Chưa có liên kết nào giữa nhiệm vụ và bộ chỉ số."
    no_responsible: str = "Chưa giao đơn vị phụ trách cho phần nào của bộ chỉ số."
    no_bases: str = "Chưa có căn cứ pháp lý nào."
    bases_unreviewed: str = "Còn {count}/{of} căn cứ chưa rà soát."
    confirm_title: str = "Xác nhận đơn vị đề xuất"
    confirm_lead: str = (
        "Đánh dấu đơn vị còn đúng với hiện nay. Đơn vị đã đổi tên thì sửa trong bảng, đơn vị không còn thì "
        "ghi ngày kết thúc."
    )
    confirm_some: str = "Xác nhận đơn vị đã đánh dấu"
    confirm_all: str = "Xác nhận cả {count} đơn vị"
    confirm_none: str = "Chưa đánh dấu đơn vị nào."
    traits_title: str = "Đơn vị nào là gì"
    traits_lead: str = "Lưu là khai báo cho mọi đơn vị đang hoạt động: đơn vị không được chọn là không thuộc nhóm."
    traits: Mapping[str, str] = field(
        default_factory=lambda: {
            "specialised": "Phòng chuyên môn (tham gia giải quyết thủ tục hành chính)",
            "service_unit": "Đơn vị sự nghiệp công lập",
            "budget_assigned": "Đơn vị được giao dự toán kinh phí cải cách hành chính",
        }
    )
    traits_save: str = "Lưu đặc điểm đơn vị"
    traits_note: str = "Khai báo đặc điểm đơn vị"
    none_of_them: str = "Không có đơn vị nào"
    units_confirmed_note: str = "Xác nhận đơn vị đề xuất"
    close_title: str = "Giải thể, sáp nhập"
    close_lead: str = (
        "Đơn vị kết thúc trước ngày cuối của kỳ thì không phải nộp báo cáo kỳ đó; đơn vị kế thừa báo cáo cho cả kỳ."
    )
    close_unit: str = "Đơn vị"
    close_day: str = "Ngày hoạt động cuối cùng"
    close_save: str = "Lưu sắp xếp"
    closed_note: str = "{unit} hoạt động đến {day}"
    successor: str = "Đơn vị kế thừa"
    no_successor: str = "Không có"
    compiler: str = "Đơn vị tổng hợp báo cáo của Văn phòng"
    symbol: str = "Mã ký hiệu"
    head_name: str = "Thủ trưởng"
    head_title: str = "Chức vụ"
    head_title_example: str = "Trưởng phòng"
    compiler_save: str = "Lưu đơn vị tổng hợp"
    compiler_note: str = "Khai báo đơn vị tổng hợp"
    due_province: str = (
        "Khâu UBND tỉnh gửi Bộ Nội vụ theo 581/BNV-CCHC (ngày 20 của tháng cuối kỳ) đã có sẵn và sửa được trong bảng."
    )
    due_title: str = "Hạn nộp do Văn phòng đặt"
    due_lead: str = "Ngày trong tháng cuối của kỳ (tháng 3, 6, 9, 12). Để trống là chưa đặt, khi đó không tính trễ hạn."
    due_year: str = "Áp dụng từ năm"
    due_year_help: str = "Hạn áp dụng cho mọi kỳ của năm này trở đi, kể cả kỳ đã qua trong năm."
    due_basis: str = "Căn cứ"
    due_save: str = "Lưu hạn nộp"
    due_days_note: str = "Đặt hạn nộp từ năm {year}"
    due_day_wrong: str = "Ngày nộp là số từ 1 đến 31."
    year_wrong: str = "Năm áp dụng có dạng 2026."
    shift: str = "Khi hạn rơi vào thứ Bảy, Chủ nhật hoặc ngày nghỉ"
    shifts: Mapping[str, str] = field(
        default_factory=lambda: {
            "none": "Giữ nguyên ngày",
            "next": "Chuyển sang ngày làm việc liền sau",
            "previous": "Chuyển về ngày làm việc liền trước",
        }
    )
    shift_save: str = "Lưu cách chuyển hạn"
    days_off_title: str = "Ngày nghỉ và ngày làm bù"
    days_off_lead: str = "Chỉ cần khi hạn được chuyển theo ngày nghỉ. Thứ Bảy, Chủ nhật đã được tính sẵn."
    settings_lead: str = (
        "Chỉ ghi những gì Văn phòng đang dùng. Mục để trống sẽ hiện thành chỗ trống có đánh dấu trong văn bản."
    )
    setting_lines: str = "{name} (mỗi nơi một dòng)"
    settings_save: str = "Lưu thông tin văn bản"
    settings_note: str = "Khai báo thiết lập của Văn phòng"
    optional: str = "{name} (không bắt buộc)"
    groups: Mapping[str, str] = field(
        default_factory=lambda: {
            "tat-ca": "Tất cả đơn vị",
            "chuyen-mon": "Các phòng chuyên môn",
            "su-nghiep": "Các đơn vị sự nghiệp",
            "duoc-giao-kinh-phi": "Các đơn vị được giao kinh phí",
        }
    )
    owners_caption: str = "Đơn vị thực hiện từng nhiệm vụ, tính đến {day}"
    task: str = "Nhiệm vụ"
    task_name: str = "Nội dung"
    task_who: str = "Đơn vị thực hiện"
    task_form: str = "Biểu"
    task_unowned: str = "chưa khai báo đơn vị"
    computed_task: str = "hệ thống tự tính"
    in_no_form: str = "không nằm trong biểu"
    kind_leads: Mapping[str, str] = field(
        default_factory=lambda: {
            "task-owners": (
                "Giao cho một đơn vị hoặc cho một nhóm; nhóm chưa khai báo đơn vị thì nhiệm vụ chưa có người làm."
            ),
            "forms": "Chọn nhiệm vụ trong biểu và kỳ phải nộp.",
            "metrics": (
                "Chỉ tiêu của từng nhiệm vụ, kể cả chỉ tiêu riêng của Văn phòng. Chỉ tiêu mới áp dụng từ một năm báo "
                "cáo, không áp dụng giữa năm."
            ),
            "metric-checks": "Kiểm tra giữa các chỉ tiêu khi đơn vị nhập và gửi báo cáo.",
            "outline": "Mục nào của báo cáo tổng hợp lấy nhiệm vụ nào, phần nội dung nào của đơn vị.",
            "tasks": "Mười hai nhiệm vụ theo công văn 526 (2022), chưa rà soát.",
            "task-links": (
                "Liên kết để từ điểm chưa đạt tìm ra nhiệm vụ và số liệu của đơn vị. Bỏ liên kết không đúng bằng "
                "cách chọn dòng."
            ),
            "responsible-units": (
                "Phần của bộ chỉ số, đơn vị phụ trách và văn bản giao việc. Cấp dưới theo cấp trên khi không ghi riêng."
            ),
            "legal-bases": "Ghi hiệu lực, ngày rà soát; chọn từng căn cứ để ghi văn bản thay thế.",
        }
    )
    links_confirm: str = "Xác nhận mọi liên kết đang đề xuất"
    links_note: str = "Xác nhận liên kết nhiệm vụ với bộ chỉ số"
    table_empty: str = "Bảng «{title}» chưa có dòng nào."
    edit_table: str = "Thêm, sửa, bỏ dòng trong bảng «{title}»"
    choose_row: str = "Dòng"
    new_row: str = "Thêm dòng mới"
    edit_note: str = "Lý do, ghi chú của lần thay đổi"
    add_row: str = "Thêm dòng"
    save_row: str = "Lưu thay đổi"
    drop_row: str = "Bỏ dòng này"
    many_rows: str = "Nạp bảng «{title}» từ tệp"
    row_there: str = "Dòng này đã có. Chọn nó trong danh sách để sửa."
    row_gone: str = "Dòng này không còn trong bảng. Mở lại trang rồi chọn lại."
    reason_missing: str = "Ghi lý do bỏ dòng vào ô ghi chú."
    field_missing: str = "Điền «{field}»."
    field_integer: str = "«{field}» phải là số nguyên."
    unit_id_shape: str = (
        "Mã đơn vị gồm chữ in hoa không dấu, số và dấu gạch ngang, ví dụ HC-TC; mã không bao giờ dùng lại."
    )
    unit_ends_before: str = "Ngày kết thúc trước ngày bắt đầu. Sửa lại một trong hai ngày."
    successor_unknown: str = "Không có đơn vị kế thừa «{unit}» trong danh mục."
    owner_unknown: str = "Không có đơn vị hoặc nhóm «{owner}» trong danh mục."
    usual_note: str = "Sửa bảng «{title}»"
    saved: str = "Đã lưu, lượt ghi số {seq}."
    unchanged: str = "Không có gì thay đổi nên không ghi thêm lượt nào."

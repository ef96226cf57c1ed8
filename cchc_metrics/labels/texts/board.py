"""The board of reports, one report, the rates, the yearly plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BoardTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Tiến độ báo cáo"
    title_of: str = "Tiến độ báo cáo {period}, tính đến {day}"
    eyebrow: str = "Kỳ từ {start} đến {end} · {chain}"
    chain_link: str = "{link}: {day}"
    links: Mapping[str, str] = field(
        default_factory=lambda: {
            "unit": "Đơn vị gửi HC-TC",
            "office": "Văn phòng gửi Sở Nội vụ",
            "province": "UBND tỉnh gửi Bộ Nội vụ",
        }
    )
    not_set: str = "chưa đặt"
    filter_day: str = "Tính đến ngày"
    filter_period: str = "Kỳ báo cáo"
    filter_report: str = "Xem báo cáo của đơn vị"
    no_report: str = "Chọn đơn vị"
    no_windows_title: str = "Chưa có kỳ báo cáo nào"
    no_windows_body: str = (
        "Nạp bảng kỳ báo cáo (loại «Kỳ báo cáo») rồi quay lại trang này. Cán bộ phụ trách dữ liệu của phòng "
        "Hành chính - Tổ chức làm việc này."
    )
    nobody_title: str = "Chưa có đơn vị nào phải báo cáo trong kỳ này"
    nobody_body: str = "Danh mục chưa có đơn vị đang hoạt động, biểu báo cáo hoặc phân công nhiệm vụ cho kỳ này."
    nobody_owes: str = "{period}: chưa có đơn vị nào phải báo cáo"
    go_setup: str = "Mở Danh mục & lịch"
    due_after: str = "Hạn {due} sau hạn {then} của cấp nhận: không còn thời gian tổng hợp. Xem lại hạn nộp."
    open_board: str = "Mở Tiến độ báo cáo"
    go_chase: str = "Mở Tổng hợp & trình ký để đôn đốc"
    caption: str = "Báo cáo của từng đơn vị"
    unit: str = "Đơn vị"
    form: str = "Biểu"
    state: str = "Tình trạng"
    due: str = "Hạn nộp"
    sent: str = "Ngày gửi"
    remark: str = "Ghi chú"
    not_yet: str = "–"
    units: str = "đơn vị"
    reports: str = "báo cáo"
    sent_of: str = "{sent}/{of} {what} đã gửi"
    late_one: str = "{count} trễ {days} ngày"
    late_many: str = "{count} trễ từ {least} đến {days} ngày"
    sent_late_one: str = "{count} gửi trễ {days} ngày"
    sent_late_many: str = "{count} gửi trễ từ {least} đến {days} ngày"
    incomplete: str = "{count} chưa đủ nội dung"
    returned: str = "{count} bị trả lại"
    exempt: str = "{count} được miễn"
    days_left: str = "còn {days} ngày tới hạn"
    due_today: str = "hôm nay là hạn nộp"
    no_due: str = "chưa đặt hạn nộp"
    left: str = "còn {days} ngày"
    late_badge: str = "trễ {days} ngày"
    sent_late_badge: str = "gửi trễ {days} ngày"
    marks: Mapping[str, str] = field(
        default_factory=lambda: {
            "nil": "◇ ",
            "exempt": "□ ",
        }
    )
    tasks: str = "Thiếu nhiệm vụ {tasks}"
    open_report: str = "Mở báo cáo"
    extended: str = "được gia hạn: {reason}"
    extended_to: str = "Được gia hạn đến {day}: {reason}"
    exempted: str = "Được miễn: {reason}"
    unit_proposed: str = "đơn vị theo đề xuất, chưa xác nhận"
    task_unowned: str = "Nhiệm vụ {task}: chưa khai báo đơn vị."
    due_unset: str = "Văn phòng chưa đặt hạn đơn vị gửi phòng Hành chính - Tổ chức cho kỳ này, nên chưa tính trễ hạn."
    units_proposed: str = "{count} đơn vị trong bảng là đề xuất theo công văn 526 (2022), chưa được Văn phòng xác nhận."
    report_title: str = "{unit}, {period}"
    report_not_owed: str = "Đơn vị này không phải nộp biểu này trong kỳ đang xem."
    lead_due: str = "Hạn nộp {day}"
    lead_sent: str = "Gửi lần đầu ngày {day}"
    lead_not_sent: str = "Chưa gửi"
    lead_tasks: str = "Nhiệm vụ phải báo cáo: {tasks}"
    lead_empty: str = "Còn trống nhiệm vụ {tasks}"
    part_shown: str = "Phần đang xem"
    tab_deeds: str = "Xử lý"
    tab_content: str = "Nội dung"
    tab_versions: str = "Phiên bản"
    content_none: str = "Chưa có số liệu hay nội dung nào của báo cáo này trong hệ thống."
    task_row: str = "Nhiệm vụ {task}. {name}"
    items_caption: str = "Số liệu của báo cáo"
    code: str = "Mã"
    metric: str = "Chỉ tiêu"
    value: str = "Số liệu"
    measure: str = "Đơn vị tính"
    note: str = "Ghi chú"
    value_missing: str = "chưa báo cáo"
    value_not_computed: str = "chưa đủ số để tính"
    value_exempt: str = "được miễn"
    computed: str = "hệ thống tự tính"
    texts_caption: str = "Nội dung của báo cáo"
    task: str = "Nhiệm vụ"
    part: str = "Mục"
    text: str = "Nội dung"
    evidence_caption: str = "Minh chứng"
    evidence: str = "Tài liệu"
    kept_at: str = "Nơi lưu"
    nil_tasks: str = "Đơn vị báo không phát sinh ở nhiệm vụ {tasks}."
    nil_mark: str = "không phát sinh"
    history_caption: str = "Đã xử lý"
    history_none: str = "Chưa có việc nào được ghi cho báo cáo này."
    day: str = "Ngày"
    act: str = "Việc"
    by: str = "Người thực hiện"
    comment: str = "Nhận xét"
    version: str = "Phiên bản"
    version_of: str = "lượt nạp {seq}"
    version_no: str = "v{number}"
    version_label: str = "v{number}, {day}, lượt nạp {seq}, {by}"
    versions_caption: str = "Các phiên bản của báo cáo"
    versions_none: str = "Chưa có phiên bản nào."
    versions_one: str = "Mới có một phiên bản nên chưa có gì để so sánh."
    file: str = "Tệp"
    typed: str = "nhập trên màn hình"
    items: str = "Số mục"
    older: str = "Phiên bản trước"
    newer: str = "Phiên bản sau"
    nothing: str = "không có"
    changes_caption: str = "Những ô khác nhau giữa hai phiên bản"
    changes_none: str = "Hai phiên bản không khác nhau ô nào"
    on_cell: str = "{cell}: {text}"
    act_title: str = "Xử lý báo cáo"
    act_lead: str = "Mỗi việc được ghi với ngày và tên người thực hiện; không việc nào bị xoá."
    act_names: Mapping[str, str] = field(
        default_factory=lambda: {
            "approved": "Thủ trưởng duyệt",
            "accepted": "Tiếp nhận",
            "returned": "Trả lại",
            "reopened": "Mở lại",
        }
    )
    done_by: str = "Người thực hiện"
    done_by_example: str = "Họ và tên"
    done_on: str = "Ngày"
    who_missing: str = "Ghi tên người {act}."
    reason_return: str = "Lý do trả lại"
    cells: str = "Ô cần sửa"
    cell_comment: str = "Nhận xét về các ô này"
    cell_comment_help: str = "Để trống thì dùng lý do trả lại."
    due_title: str = "Gia hạn, miễn báo cáo"
    due_lead: str = "Ghi rõ lý do và người cho phép. Số ngày trễ được tính lại theo hạn mới."
    decision: str = "Quyết định"
    extend: str = "Gia hạn"
    exempt_act: str = "Miễn báo cáo"
    withdraw: str = "Thôi áp dụng"
    new_due: str = "Hạn mới"
    allowed_by: str = "Người cho phép"
    decided_by: str = "{what}. Người cho phép: {by}"
    decided_on: str = ", ngày {day}"
    new_due_missing: str = "Chọn hạn mới."
    reason: str = "Lý do"
    withdraw_needs_reason: str = "Ghi lý do thôi gia hạn hoặc thôi miễn."
    scan_button: str = "Đính kèm bản ký"
    scan_lead: str = (
        "Bản ký của thủ trưởng đơn vị, quét thành tệp PDF. Hệ thống giữ nguyên tệp, không sửa nội dung; chữ ký số "
        "trong tệp chưa được kiểm tra."
    )
    scan_field: str = "Tệp PDF"
    scan_save: str = "Lưu bản ký"
    scan_title: str = "Bản ký của báo cáo đơn vị"
    open_scan: str = "Bản ký: {name}"
    rates_title: str = "Đúng hạn và đủ nội dung"
    rates_lead: str = "Chỉ tính các báo cáo đã có hạn nộp và hạn đã qua."
    rates_none: str = "Chưa có báo cáo nào đã qua hạn nộp do Văn phòng đặt, nên chưa có tỷ lệ đúng hạn."
    rates_finding: str = "Trong {due} báo cáo đã qua hạn, gửi đúng hạn {on_time}."
    rates_caption: str = "Tỷ lệ theo đơn vị, ba năm gần nhất"
    rates_note: str = (
        "Đúng hạn: gửi lần đầu không muộn hơn hạn của đơn vị (đã tính gia hạn). Đủ nội dung: nhiệm vụ nào "
        "cũng có số liệu, nội dung hoặc báo không phát sinh. Không tính báo cáo được miễn."
    )
    rates_due: str = "Báo cáo đã qua hạn"
    rates_on_time: str = "Gửi đúng hạn"
    rates_complete: str = "Đủ nội dung"
    rates_all: str = "Cả Văn phòng"
    rates_figure: str = "Báo cáo trễ và chưa gửi theo kỳ"
    rates_axis: str = "Số báo cáo"
    late_key: str = "gửi trễ"
    unsent_key: str = "chưa gửi"
    late_count: str = "{count} trễ"
    unsent_count: str = "{count} chưa gửi"
    late_none: str = "không trễ"
    late_of: str = "{told} trong {due}"
    rates_hover: str = "{period}: đúng hạn {on_time}, đủ nội dung {complete}"
    share: str = "{pct} ({part}/{whole})"
    plan_title: str = "Kế hoạch cải cách hành chính năm"
    plan_title_of: str = "Kế hoạch cải cách hành chính năm {year}"
    plan_empty_title: str = "Chưa có kế hoạch năm nào"
    plan_empty_body: str = (
        "Tải biểu mẫu bên dưới, ghi nhiệm vụ, sản phẩm, thời hạn, đơn vị chủ trì rồi nạp vào hệ thống. Phòng "
        "Hành chính - Tổ chức làm việc này đầu năm."
    )
    plan_year: str = "Năm"
    plan_lead: str = "Chủ trì"
    plan_state: str = "Tình trạng"
    plan_states: Mapping[str, str] = field(
        default_factory=lambda: {
            "done": "● hoàn thành",
            "late": "✕ quá hạn",
            "untold": "✕ quá hạn, chưa báo cáo",
            "soon": "◷ sắp tới hạn",
            "running": "○ đang thực hiện",
            "undated": "□ chưa rõ thời hạn",
        }
    )
    plan_on_day: str = "Đến {day}"
    plan_done_of: str = "{done}/{of} nhiệm vụ hoàn thành"
    plan_late: str = "{count} quá hạn chưa xong"
    plan_none_late: str = "không nhiệm vụ nào được báo là chậm"
    plan_untold: str = "{count} quá hạn mà chưa ai báo cáo kết quả"
    plan_soon: str = "{count} tới hạn trong {days} ngày"
    plan_undated: str = "{count} chưa rõ thời hạn"
    plan_caption: str = "Nhiệm vụ trong kế hoạch năm {year}"
    plan_rule: str = (
        "Quá hạn: đã qua thời hạn, đã báo cáo dưới 100% và chưa có ngày hoàn thành. Chưa báo cáo % thì ghi "
        "rõ, không coi là 0%."
    )
    plan_task: str = "Nhiệm vụ"
    plan_product: str = "Sản phẩm"
    plan_due: str = "Thời hạn"
    plan_due_unknown: str = "chưa rõ"
    plan_pct: str = "% hoàn thành"
    plan_pct_missing: str = "chưa báo cáo"
    plan_evidence: str = "Minh chứng"
    plan_late_states: Mapping[str, str] = field(
        default_factory=lambda: {
            "late": "✕ quá hạn {days} ngày",
            "untold": "✕ quá hạn {days} ngày, chưa báo cáo",
            "done": "● hoàn thành, trễ {days} ngày",
        }
    )
    help_units: str = "biểu mẫu báo cáo của mọi đơn vị trong một kỳ, thành một tệp zip ghi vào --out"
    help_period: str = "kỳ báo cáo của --units, ví dụ 2026-Q1"
    units_need_period: str = "Với --units phải ghi kỳ báo cáo bằng --period, ví dụ 2026-Q1."
    plan_with: str = "Phối hợp: {units}"
    plan_no_lead: str = "Chưa ghi đơn vị chủ trì"
    plan_units_caption: str = "Kết quả theo đơn vị chủ trì, năm {year}"
    plan_items: str = "Số nhiệm vụ"
    plan_done: str = "Hoàn thành"
    plan_is_late: str = "Đã quá hạn"
    plan_done_share: str = "Tỷ lệ hoàn thành"
    plan_no_pct: str = "Chưa báo cáo %"
    plan_whole: str = "Toàn kế hoạch"
    plan_none_found: str = "Không có nhiệm vụ nào theo bộ lọc đang chọn."
    plan_source: str = "Kế hoạch do Văn phòng nạp vào hệ thống"
    plan_form: str = "Cập nhật kết quả"
    plan_form_lead: str = "Thay đổi được ghi vào lịch sử, số cũ vẫn xem lại được."
    plan_item: str = "Nhiệm vụ cần cập nhật"
    plan_pct_field: str = "% hoàn thành (để trống khi chưa rõ)"
    plan_done_on: str = "Ngày hoàn thành"
    plan_note_field: str = "Lý do, ghi chú của lần cập nhật"
    plan_save: str = "Lưu kết quả"
    plan_note: str = "Cập nhật kết quả mục {item}, kế hoạch năm {year}"
    plan_no_item: str = "Mục này không còn trong kế hoạch. Mở lại trang rồi chọn mục khác."
    plan_pct_wrong: str = "Phần trăm hoàn thành là số từ 0 đến 100."
    plan_upload: str = "Nạp kế hoạch từ tệp"
    plan_upload_lead: str = "Tệp đi qua cùng một lối nạp: xem trước, báo vấn đề từng ô, hoàn tác được."
    plan_template: str = "Tải biểu mẫu kế hoạch"
    plan_by_report: str = "theo báo cáo {period}"

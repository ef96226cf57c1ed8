"""Pages Nộp báo cáo and Chỉ tiêu đơn vị."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class UnitTexts:
    """Pages Nộp báo cáo and Chỉ tiêu đơn vị. Placeholders in braces are filled with ``str.format``."""

    # Nộp báo cáo
    title: str = "Nộp báo cáo"
    title_of: str = "{unit}: báo cáo {period}"
    lead: str = "Đơn vị lấy biểu mẫu, nộp báo cáo và theo dõi kết quả tiếp nhận tại đây."
    unit: str = "Đơn vị"
    period: str = "Kỳ báo cáo"
    form: str = "Biểu"
    nobody_title: str = "Chưa có đơn vị nào phải nộp báo cáo kỳ này"
    nobody_body: str = "Khai báo đơn vị, nhiệm vụ và biểu báo cáo tại trang «Danh mục & lịch», hoặc chọn kỳ khác."
    eyebrow: str = "Kỳ từ {start} đến {end}"
    eyebrow_due: str = "hạn gửi phòng Hành chính - Tổ chức: {due}"
    extended_to: str = "được gia hạn đến {due} ({reason})"
    finding_not_sent: str = "Chưa gửi báo cáo"
    finding_sent: str = "Gửi ngày {day}{late}; tình trạng: {state}"
    finding_exempt: str = "Đơn vị được miễn báo cáo kỳ này: {reason}."
    days_left: str = "còn {days} ngày tới hạn"
    due_today: str = "hôm nay là hạn nộp"
    days_late: str = "đã trễ {days} ngày"
    sent_late: str = "trễ {days} ngày"
    sent_in_time: str = "đúng hạn"
    no_due: str = "chưa đặt hạn nộp"
    next_step: Mapping[str, str] = field(
        default_factory=lambda: {
            "exempt": "",
            "not_sent": "Việc cần làm: tải biểu mẫu, nhập số liệu rồi nộp tệp ở dưới.",
            "incomplete": "Việc cần làm: bổ sung nhiệm vụ còn trống, hoặc đánh dấu không phát sinh, rồi nộp lại.",
            "nil": "Việc cần làm: thủ trưởng đơn vị duyệt.",
            "sent": "Việc cần làm: thủ trưởng đơn vị duyệt.",
            "approved": "Báo cáo đang chờ phòng Hành chính - Tổ chức tiếp nhận.",
            "returned": "Việc cần làm: sửa theo nhận xét ở dưới rồi nộp lại.",
            "accepted": "Phòng Hành chính - Tổ chức đã tiếp nhận báo cáo.",
        }
    )
    incomplete: str = "Còn trống nhiệm vụ {tasks}."
    owed_section: str = "1. Biểu mẫu của đơn vị"
    owed_lead: str = "{tasks} nhiệm vụ, {metrics} chỉ tiêu phải nhập; mỗi nhiệm vụ là một trang trong tệp."
    owed_caption: str = "Nội dung phải báo cáo"
    column_task: str = "Nhiệm vụ"
    column_metrics: str = "Chỉ tiêu đã có số"
    column_state: str = "Tình trạng"
    count_of: str = "{given}/{asked}"
    task_states: Mapping[str, str] = field(
        default_factory=lambda: {
            "filled": "đủ số liệu",
            "short": "còn thiếu số",
            "nil": "báo không phát sinh",
            "empty": "chưa có nội dung",
        }
    )
    template_button: str = "Tải biểu mẫu"
    template_lead: str = "Tệp Excel đã có sẵn tên đơn vị, kỳ, số tồn chuyển sang và số kỳ trước để đối chiếu."
    file_section: str = "2. Nộp tệp đã nhập"
    file_lead: str = "Tệp .xlsx, .xls hoặc .ods, tối đa {limit} MB. Hệ thống kiểm tra ngay và chưa lưu gì."
    file_label: str = "Tệp báo cáo"
    other_report: str = (
        "Tệp này là báo cáo {period} của {unit}, không phải của đơn vị và kỳ đang chọn. "
        "Chọn đúng đơn vị và kỳ rồi nộp lại."
    )
    compare_section: str = "So với lần gửi trước"
    compare_first: str = "Lần gửi đầu tiên: {count} mục có nội dung."
    compare_lead: str = "So với phiên bản {version}: thêm {added}, sửa {changed}, bỏ {removed} mục."
    compare_caption: str = "Mục thay đổi"
    compare_none: str = "Tệp giống hệt báo cáo đang lưu."
    column_item: str = "Mục"
    column_before: str = "Trước"
    column_after: str = "Sau"
    column_change: str = "Thay đổi"
    changes: Mapping[str, str] = field(default_factory=lambda: {"add": "thêm", "change": "sửa", "remove": "bỏ"})
    # part -> "{what}"
    item_parts: Mapping[str, str] = field(
        default_factory=lambda: {
            "value": "{code} {name}",
            "text": "Nhiệm vụ {task}: {name}",
            "evidence": "Nhiệm vụ {task}: minh chứng",
            "nil": "Nhiệm vụ {task}: không phát sinh",
            "row": "Nhiệm vụ {task}: danh sách, mục {name}",
        }
    )
    send_section: str = "4. Gửi báo cáo"
    send_lead: str = "Báo cáo được lưu kèm tệp gốc; phòng Hành chính - Tổ chức thấy ngay sau khi gửi."
    reporter: str = "Người báo cáo (họ và tên)"
    note: str = "Ghi chú (không bắt buộc)"
    note_required: str = "Lý do các cảnh báo được chấp nhận (bắt buộc)"
    send: str = "Gửi báo cáo"
    sent: str = "Đã gửi báo cáo, lượt nạp {seq}."
    sent_again: str = "Báo cáo lượt nạp {seq} đã được ghi nhận là đã gửi."
    approve_section: str = "Thủ trưởng đơn vị duyệt"
    approve_lead: str = "Duyệt {version}. Có thể đính kèm bản ký đã quét (PDF); chữ ký số trong tệp chưa được kiểm tra."
    head: str = "Thủ trưởng đơn vị (họ và tên)"
    approve_day: str = "Ngày duyệt"
    scan: str = "Bản ký đã quét"
    approve: str = "Duyệt báo cáo"
    approved: str = "Đã ghi nhận thủ trưởng đơn vị duyệt."
    comments_section: str = "Nhận xét phải sửa"
    comments_lead: str = "{by} trả lại ngày {day}."
    comments_caption: str = "Nhận xét của lần trả lại gần nhất"
    column_place: str = "Mục"
    column_comment: str = "Nhận xét"
    whole_report: str = "Cả báo cáo"
    history_section: str = "Lịch sử báo cáo"
    history_lead: str = "Mỗi lần gửi, duyệt, trả lại, tiếp nhận đều được giữ; không có gì bị ghi đè."
    history_empty: str = "Báo cáo này chưa được gửi lần nào."
    history_caption: str = "Các lần gửi và xử lý, mới nhất ở trên"
    column_act: str = "Việc"
    column_day: str = "Ngày"
    column_by: str = "Người thực hiện"
    column_version: str = "Phiên bản"
    column_remark: str = "Nhận xét, tệp kèm theo"
    version_words: str = "phiên bản {number} (lượt nạp {seq})"
    unrecorded: str = "gửi báo cáo (theo ngày nạp)"
    file_of: str = "Tải tệp đã gửi, lượt nạp {seq}"
    see_metrics: str = "Xem chỉ tiêu của các đơn vị"
    by_missing: str = "Ghi họ và tên người thực hiện."
    future_day: str = "Ngày duyệt không thể sau ngày hôm nay."
    not_a_report: str = "Tệp này không phải báo cáo của một đơn vị trong một kỳ nên không gửi được."
    nothing_new: str = "Tệp giống hệt báo cáo đã gửi nên không gửi lại."
    empty_report: str = "Tệp chưa có nội dung nào. Nhập số liệu, hoặc đánh dấu không phát sinh ở từng nhiệm vụ."
    accepted_stays: str = (
        "Báo cáo đã được tiếp nhận. Đề nghị phòng Hành chính - Tổ chức mở lại trước khi gửi phiên bản mới."
    )
    default_note: str = "Gửi báo cáo: {unit}, {period}"
    help_by: str = "người báo cáo; với báo cáo của đơn vị, --commit kèm --by là gửi báo cáo"
    import_submitted: str = "Đã gửi báo cáo: {by}, lượt nạp {version}."

    # Chỉ tiêu đơn vị
    metrics_title: str = "Chỉ tiêu đơn vị"
    metrics_title_of: str = "{topic}, {period}"
    metrics_lead: str = "Số liệu các đơn vị đã báo cáo, so với mức phải đạt."
    topic: str = "Nhóm chỉ tiêu"
    metric: str = "Chỉ tiêu"
    look: str = "Cách xem"
    looks: Mapping[str, str] = field(default_factory=lambda: {"ky": "Theo kỳ", "phan": "Từ điểm chưa đạt"})
    topics: Mapping[str, str] = field(
        default_factory=lambda: {
            "dung-han": "Hồ sơ đúng hạn, trễ hạn",
            "ngoai-mot-cua": "Hồ sơ ngoài một cửa",
            "xin-loi": "Xin lỗi của đơn vị",
            "xin-loi-tinh": "Xin lỗi toàn tỉnh",
            "truc-tuyen": "Trực tuyến, không tiền mặt",
            "tuyen-truyen": "Tuyên truyền",
            "tiet-kiem": "Kinh phí, tiết kiệm",
        }
    )
    topic_task: str = "Nhiệm vụ {task}. {name}"
    metrics_empty_title: str = "Chưa có chỉ tiêu nào"
    metrics_empty_body: str = "Danh mục chỉ tiêu còn trống. Nạp danh mục tại trang «Danh mục & lịch»."
    metrics_finding: str = "{period}: {reported}/{owing} đơn vị đã báo cáo nhóm này"
    so_far_lacking: str = "Chưa gồm đủ số của: {names}. Số đã báo cáo ở kỳ trước vẫn được tính."
    metrics_all_met: str = "các chỉ tiêu có mức phải đạt đều đạt"
    metrics_failing_names: str = "chưa đạt: {names}"
    topic_caption: str = "{topic}: toàn Văn phòng, {period}"
    column_code: str = "Mã"
    column_measure: str = "Đơn vị tính"
    column_value: str = "Số đã báo cáo"
    open_report: str = "Mở báo cáo của đơn vị"
    column_metric: str = "Chỉ tiêu"
    column_single: str = "{name}"
    column_single_derived: str = "{name} (suy ra)"
    column_cumulative: str = "Từ đầu năm"
    column_bound: str = "Mức phải đạt"
    column_met: str = "Đánh giá"
    column_reported: str = "Đơn vị đã báo cáo"
    met: str = "● đạt"
    not_met: str = "✕ chưa đạt"
    not_known: str = "○ chưa đủ dữ liệu"
    reported_of: str = "{given}/{asked}"
    nobody_owes: str = "chưa giao đơn vị nào"
    missing_units: str = "Chưa báo cáo: {names}"
    by_unit_only: str = "theo từng đơn vị"
    derived: str = "suy ra"
    derived_note: str = "{name} suy ra: {whole} trừ {parts}; không phải số đơn vị báo cáo."
    legend: str = "Tổng chỉ gồm đơn vị đã báo cáo; đơn vị chưa báo cáo không tính là 0."
    units_caption: str = "{metric}: từng đơn vị, {period} ({measure})"
    column_unit: str = "Đơn vị"
    column_source: str = "Nguồn"
    source_cell: str = "lượt {seq}, trang {sheet}, ô {cell}"
    source_seq: str = "lượt {seq}"
    source_help: str = "{file}, nạp {day}"
    source_computed: str = "tính từ các chỉ tiêu thành phần"
    state_missing: str = "chưa báo cáo"
    state_exempt: str = "được miễn"
    state_nil: str = "không phát sinh"
    all_units: str = "Toàn Văn phòng"
    yes: str = "có"
    no: str = "không"
    trend_caption: str = "{metric} qua các kỳ ({measure})"
    trend_none: str = "Cần số liệu của ít nhất hai kỳ để vẽ xu hướng của chỉ tiêu này."
    trend_none_title: str = "Chưa vẽ được xu hướng"
    trend_hover: str = "{name}: {value} {measure}, {given}/{asked} đơn vị đã báo cáo"
    trend_note: str = "Cột rỗng là số suy ra (kỳ luỹ kế trừ các kỳ đã báo cáo); quý thiếu số liệu để trống"
    bound_line: str = "mức phải đạt {bound}"
    # window -> name of its own stretch; {year}
    quarter_names: Mapping[str, str] = field(
        default_factory=lambda: {
            "Q1": "Quý I/{year}",
            "6M": "Quý II/{year}",
            "Q3": "Quý III/{year}",
            "FY": "Quý IV/{year}",
        }
    )
    source: str = "báo cáo của các đơn vị"
    scope_note: str = (
        "Hồ sơ trễ hạn và văn bản xin lỗi của đơn vị (4.5, 4.7, 4.10) không cộng với số toàn tỉnh (5.7, 5.8): "
        "hai phạm vi khác nhau."
    )
    file_title: str = "{topic}, {period}"
    download: str = "Tải bảng này"

    # From a part of an index to the figures
    part: str = "Phần của chỉ số"
    part_title: str = "{part}: nhiệm vụ, đơn vị và số liệu mới nhất"
    part_finding: str = "{tasks} nhiệm vụ tác động đến phần này, {units} đơn vị thực hiện"
    part_score: str = "{entity} được {value}/{max} điểm năm {period}, chưa đạt {lost} điểm"
    part_score_only: str = "{entity} được {value} năm {period}"
    part_no_score: str = "chưa có điểm công bố của phần này"
    part_responsible: str = "đơn vị phụ trách: {units}"
    part_no_responsible: str = "chưa khai báo đơn vị phụ trách phần này"
    part_proposed: str = "Quan hệ giữa nhiệm vụ và phần của chỉ số là đề xuất, Văn phòng chưa xác nhận."
    part_caption: str = "Nhiệm vụ, đơn vị và số liệu mới nhất đã báo cáo"
    part_none_title: str = "Chưa nối nhiệm vụ nào với phần của chỉ số"
    part_none_body: str = "Nạp bảng «Nhiệm vụ và phần của bộ chỉ số» tại trang «Danh mục & lịch»."
    part_see_lost: str = "Xem điểm chưa đạt của bộ chỉ số"
    column_latest: str = "Số liệu mới nhất"
    latest_of: str = "{value} ({period})"
    never: str = "chưa báo cáo"
    no_unit: str = "chưa khai báo đơn vị"

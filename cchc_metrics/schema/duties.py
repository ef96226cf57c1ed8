"""What units owe: tasks and who has them, metrics and their checks, forms, links to the indices."""

from cchc_metrics.schema.base import CHECK_FORCES, CONFIRMATIONS, METRIC_KINDS, OWNER_ROLES, Kind, Role, StoreColumn
from cchc_metrics.schema.columns import INDEX, INTEGER, LEGAL, NOTE, SOURCE, TEXT, column

_YEARS = (
    column("Áp dụng từ năm", Role.INTEGER, "year_from", help="Để trống khi chưa rõ."),
    column("Áp dụng đến năm", Role.INTEGER, "year_to", help="Để trống khi còn áp dụng."),
)
_YEAR_COLUMNS = (
    StoreColumn("year_from", INTEGER, "năm đầu tiên áp dụng; trống: không rõ"),
    StoreColumn("year_to", INTEGER, "năm cuối cùng; trống: còn áp dụng"),
)

TASKS = Kind(
    name="tasks",
    title="Nhiệm vụ",
    table="task",
    grain=(StoreColumn("task_no", TEXT, "số thứ tự nhiệm vụ"),),
    values=(
        StoreColumn("name", TEXT, "nội dung nhiệm vụ"),
        StoreColumn("short_name", TEXT, "tên ngắn, dùng làm tên sheet"),
        StoreColumn("computed", TEXT, "trống, hoặc cách hệ thống tự tính thay cho báo cáo"),
        StoreColumn("legal_basis", TEXT, "căn cứ, cách nhau bằng dấu |"),
        *_YEAR_COLUMNS,
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Nhiệm vụ số", Role.TEXT, "task_no", required=True, example="4"),
        column("Nội dung", Role.TEXT, "name", required=True),
        column("Tên ngắn", Role.TEXT, "short_name", required=True),
        column("Hệ thống tự tính", Role.TEXT, "computed"),
        LEGAL,
        *_YEARS,
        SOURCE,
        NOTE,
    ),
    order=("task_no",),
)

TASK_OWNERS = Kind(
    name="task-owners",
    title="Phân công nhiệm vụ",
    table="task_owner",
    grain=(
        StoreColumn("task_no", TEXT, "nhiệm vụ"),
        StoreColumn("owner", TEXT, "mã đơn vị, hoặc nhóm: tat-ca, chuyen-mon, su-nghiep, duoc-giao-kinh-phi"),
    ),
    values=(
        StoreColumn("owner_role", TEXT, "lead: chủ trì · with: phối hợp"),
        *_YEAR_COLUMNS,
        StoreColumn("legal_basis", TEXT, "căn cứ"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Nhiệm vụ số", Role.TEXT, "task_no", required=True, example="4"),
        column("Đơn vị hoặc nhóm", Role.TEXT, "owner", required=True, example="chuyen-mon"),
        column("Vai trò", Role.CHOICE, "owner_role", choices=OWNER_ROLES, default="lead", example="Chủ trì"),
        *_YEARS,
        LEGAL,
        SOURCE,
        NOTE,
    ),
    order=("task_no", "owner"),
)

METRICS = Kind(
    name="metrics",
    title="Chỉ tiêu báo cáo",
    table="metric",
    grain=(StoreColumn("metric_code", TEXT, "mã chỉ tiêu"),),
    values=(
        StoreColumn("task_no", TEXT, "nhiệm vụ"),
        StoreColumn("name", TEXT, "tên chỉ tiêu"),
        StoreColumn("unit_of_measure", TEXT, "đơn vị tính"),
        StoreColumn("metric_kind", TEXT, "flow: phát sinh · stock: thời điểm · ratio: tỷ lệ"),
        StoreColumn("better", TEXT, "higher | lower | yes; trống: không có chiều"),
        StoreColumn("bound", TEXT, "mức phải đạt: «= 0», «>= 10», «= 4.5 + 4.7»"),
        StoreColumn("across_units", TEXT, "cộng giữa các đơn vị: sum, latest, all yes, list, ratio …"),
        StoreColumn("over_periods", TEXT, "cộng giữa các kỳ: sum, latest, opening, ratio …, same"),
        StoreColumn("owner", TEXT, "đơn vị hoặc nhóm báo cáo chỉ tiêu, cách nhau bằng dấu |"),
        StoreColumn("computed", TEXT, "công thức khi hệ thống tự tính"),
        StoreColumn("carried_from", TEXT, "số tồn đầu kỳ: công thức số cuối kỳ trước"),
        StoreColumn("windows", TEXT, "kỳ phải báo cáo, cách nhau bằng dấu |; trống: mọi kỳ"),
        *_YEAR_COLUMNS,
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Mã chỉ tiêu", Role.TEXT, "metric_code", required=True, example="4.2"),
        column("Nhiệm vụ số", Role.TEXT, "task_no", required=True, example="4"),
        column("Tên chỉ tiêu", Role.TEXT, "name", required=True),
        column("Đơn vị tính", Role.TEXT, "unit_of_measure", required=True, example="hồ sơ"),
        column("Loại chỉ tiêu", Role.CHOICE, "metric_kind", required=True, choices=METRIC_KINDS, example="Phát sinh"),
        column("Chiều tốt", Role.TEXT, "better", help="higher, lower, yes hoặc để trống."),
        column("Mức phải đạt", Role.TEXT, "bound", example="= 0"),
        column("Cộng giữa đơn vị", Role.TEXT, "across_units", required=True, example="sum"),
        column("Cộng giữa kỳ", Role.TEXT, "over_periods", required=True, example="sum"),
        column("Đơn vị báo cáo", Role.TEXT, "owner", required=True, example="chuyen-mon"),
        column("Công thức", Role.TEXT, "computed"),
        column("Chuyển từ kỳ trước", Role.TEXT, "carried_from", example="4.6 + 4.7"),
        column("Kỳ phải báo cáo", Role.TEXT, "windows", example="FY"),
        *_YEARS,
        SOURCE,
        NOTE,
    ),
    order=("metric_code",),
)

METRIC_CHECKS = Kind(
    name="metric-checks",
    title="Kiểm tra chéo giữa các chỉ tiêu",
    table="metric_check",
    grain=(StoreColumn("check_code", TEXT, "mã kiểm tra"),),
    values=(
        StoreColumn("expression", TEXT, "biểu thức giữa các mã chỉ tiêu, ví dụ «4.1 + 4.2 = 4.3 + 4.4»"),
        StoreColumn("force", TEXT, "hard: phải đúng · soft: được giải trình"),
        StoreColumn("message", TEXT, "câu nói với người báo cáo"),
        *_YEAR_COLUMNS,
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Mã kiểm tra", Role.TEXT, "check_code", required=True, example="KT-4a"),
        column("Biểu thức", Role.TEXT, "expression", required=True, example="7.1 <= 7.2"),
        column("Mức độ", Role.CHOICE, "force", required=True, choices=CHECK_FORCES, example="Bắt buộc"),
        column("Câu thông báo", Role.TEXT, "message"),
        *_YEARS,
        SOURCE,
        NOTE,
    ),
    order=("check_code",),
)

FORMS = Kind(
    name="forms",
    title="Biểu báo cáo",
    table="report_form",
    grain=(StoreColumn("form_code", TEXT, "mã biểu"),),
    values=(
        StoreColumn("name", TEXT, "tên biểu"),
        StoreColumn("tasks", TEXT, "nhiệm vụ trong biểu, cách nhau bằng dấu |"),
        StoreColumn("windows", TEXT, "kỳ phải nộp, cách nhau bằng dấu |"),
        *_YEAR_COLUMNS,
        StoreColumn("legal_basis", TEXT, "căn cứ"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Mã biểu", Role.TEXT, "form_code", required=True, example="CCHC"),
        column("Tên biểu", Role.TEXT, "name", required=True),
        column("Nhiệm vụ", Role.TEXT, "tasks", required=True, example="1|2|3"),
        column("Kỳ phải nộp", Role.TEXT, "windows", required=True, example="Q1|6M|Q3|FY"),
        *_YEARS,
        LEGAL,
        SOURCE,
        NOTE,
    ),
    order=("form_code",),
)

TASK_LINKS = Kind(
    name="task-links",
    title="Nhiệm vụ và phần của bộ chỉ số",
    table="task_link",
    grain=(
        StoreColumn("task_no", TEXT, "nhiệm vụ"),
        StoreColumn("index_code", TEXT, "bộ chỉ số"),
        StoreColumn("node_code", TEXT, "tiêu chí"),
    ),
    values=(
        StoreColumn("confirmation", TEXT, "proposed | confirmed"),
        StoreColumn("reason", TEXT, "vì sao"),
        StoreColumn("source", TEXT, "nguồn"),
    ),
    template=(
        column("Nhiệm vụ số", Role.TEXT, "task_no", required=True, example="4"),
        INDEX,
        column("Mã tiêu chí", Role.TEXT, "node_code", required=True, example="D5"),
        column("Xác nhận", Role.CHOICE, "confirmation", choices=CONFIRMATIONS, default="confirmed"),
        column("Lý do", Role.TEXT, "reason"),
        SOURCE,
    ),
    order=("task_no", "index_code", "node_code"),
)

"""The yearly reform plan; the outline of the consolidated report, and what the compiler wrote into its sections."""

from cchc_metrics.schema.base import Kind, Role, StoreColumn
from cchc_metrics.schema.columns import AMOUNT, DATE, INTEGER, LEGAL, NOTE, PERIOD, SOURCE, TEXT, column

PLAN_ITEMS = Kind(
    name="plan-items",
    title="Kế hoạch cải cách hành chính năm",
    table="plan_item",
    grain=(
        StoreColumn("plan_year", INTEGER, "năm kế hoạch"),
        StoreColumn("item_no", TEXT, "số thứ tự trong kế hoạch"),
    ),
    values=(
        StoreColumn("task", TEXT, "nhiệm vụ"),
        StoreColumn("product", TEXT, "sản phẩm"),
        StoreColumn("due_on", DATE, "thời hạn"),
        StoreColumn("lead", TEXT, "đơn vị chủ trì, đúng mã hoặc tên"),
        StoreColumn("with_units", TEXT, "đơn vị phối hợp, cách nhau bằng dấu |"),
        StoreColumn("done_pct", AMOUNT, "phần trăm hoàn thành; trống: chưa báo cáo"),
        StoreColumn("done_on", DATE, "ngày hoàn thành"),
        StoreColumn("evidence", TEXT, "minh chứng"),
        StoreColumn("task_no", TEXT, "nhiệm vụ của công văn mà mục này thuộc về"),
        StoreColumn("legal_basis", TEXT, "căn cứ"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Năm kế hoạch", Role.INTEGER, "plan_year", required=True, example="2026"),
        column("TT mục", Role.TEXT, "item_no", required=True, example="1"),
        column("Nhiệm vụ", Role.TEXT, "task", required=True),
        column("Sản phẩm", Role.TEXT, "product"),
        column("Thời hạn", Role.DATE, "due_on"),
        column("Chủ trì", Role.TEXT, "lead", also=("Đơn vị chủ trì",)),
        column("Phối hợp", Role.TEXT, "with_units", also=("Đơn vị phối hợp",)),
        column("% hoàn thành", Role.NUMBER, "done_pct", also=("Tỷ lệ hoàn thành",)),
        column("Ngày hoàn thành", Role.DATE, "done_on"),
        column("Minh chứng", Role.TEXT, "evidence"),
        column("Nhiệm vụ số", Role.TEXT, "task_no"),
        LEGAL,
        SOURCE,
        NOTE,
    ),
    order=("plan_year", "item_no"),
    scope=("plan_year",),
)

OUTLINE = Kind(
    name="outline",
    title="Đề cương báo cáo tổng hợp",
    table="outline_section",
    grain=(StoreColumn("section_no", TEXT, "số mục, ví dụ II.3"),),
    values=(
        StoreColumn("title", TEXT, "tên mục"),
        StoreColumn("level", INTEGER, "cấp tiêu đề: 1, 2, 3"),
        StoreColumn("place", INTEGER, "thứ tự"),
        StoreColumn("tasks", TEXT, "nhiệm vụ đưa vào mục, cách nhau bằng dấu |"),
        StoreColumn("parts", TEXT, "phần nội dung đưa vào mục, cách nhau bằng dấu |"),
        StoreColumn("text", TEXT, "đoạn mở đầu cố định"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Mục", Role.TEXT, "section_no", required=True, example="II.3"),
        column("Tên mục", Role.TEXT, "title", required=True),
        column("Cấp", Role.INTEGER, "level", required=True, example="2"),
        column("Thứ tự", Role.INTEGER, "place", required=True),
        column("Nhiệm vụ", Role.TEXT, "tasks", example="4|5"),
        column("Phần nội dung", Role.TEXT, "parts", example="ket-qua|ton-tai"),
        column("Đoạn mở đầu", Role.TEXT, "text"),
        SOURCE,
        NOTE,
    ),
    order=("place", "section_no"),
)

REPORT_SECTIONS = Kind(
    name="report-sections",
    title="Nội dung các mục của báo cáo tổng hợp",
    table="report_section",
    grain=(
        StoreColumn("form_code", TEXT, "biểu"),
        StoreColumn("period_id", TEXT, "kỳ báo cáo"),
        StoreColumn("section_no", TEXT, "số mục của đề cương; «trinh-ky»: lý do lập bản trình ký khi chưa đủ"),
    ),
    values=(
        StoreColumn("text", TEXT, "nội dung do người tổng hợp viết, mỗi đoạn một dòng"),
        StoreColumn("drafted_from", TEXT, "dấu của bản nháp do hệ thống soạn khi viết"),
        StoreColumn("by_name", TEXT, "người viết"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Mã biểu", Role.TEXT, "form_code", required=True, example="CCHC"),
        PERIOD,
        column("Mục", Role.TEXT, "section_no", required=True, example="II.3"),
        column("Nội dung", Role.TEXT, "text", required=True),
        column("Dấu bản nháp", Role.TEXT, "drafted_from"),
        column("Người viết", Role.TEXT, "by_name"),
        NOTE,
    ),
    order=("period_id", "form_code", "section_no"),
)

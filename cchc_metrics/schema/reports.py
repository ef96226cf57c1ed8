"""What units send and what becomes of it: reports, their events, changed due dates, signed documents."""

from cchc_metrics.schema.base import DUE_CHANGES, ITEM_STATES, REPORT_ACTS, REPORT_PARTS, Kind, Role, StoreColumn
from cchc_metrics.schema.columns import AMOUNT, DATE, INTEGER, NOTE, PERIOD, TEXT, column

_UNIT = column("Mã đơn vị", Role.TEXT, "unit_id", required=True, example="HC-TC")
_FORM = column("Mã biểu", Role.TEXT, "form_code", required=True, example="CCHC")

DUE_DATE_CHANGES = Kind(
    name="due-changes",
    title="Gia hạn, miễn báo cáo",
    table="due_change",
    grain=(
        StoreColumn("unit_id", TEXT, "đơn vị"),
        StoreColumn("form_code", TEXT, "biểu"),
        StoreColumn("period_id", TEXT, "kỳ báo cáo"),
    ),
    values=(
        StoreColumn("change", TEXT, "extension: gia hạn · exemption: miễn"),
        StoreColumn("new_due", DATE, "hạn mới"),
        StoreColumn("reason", TEXT, "lý do"),
        StoreColumn("allowed_by", TEXT, "người cho phép"),
        StoreColumn("decided_on", DATE, "ngày quyết định"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        _UNIT,
        _FORM,
        PERIOD,
        column("Hình thức", Role.CHOICE, "change", required=True, choices=DUE_CHANGES, example="Gia hạn"),
        column("Hạn mới", Role.DATE, "new_due"),
        column("Lý do", Role.TEXT, "reason", required=True),
        column("Người cho phép", Role.TEXT, "allowed_by", required=True),
        column("Ngày quyết định", Role.DATE, "decided_on"),
        NOTE,
    ),
    order=("period_id", "form_code", "unit_id"),
)

UNIT_REPORTS = Kind(
    name="unit-report",
    title="Báo cáo của đơn vị",
    table="report_item",
    grain=(
        StoreColumn("unit_id", TEXT, "đơn vị"),
        StoreColumn("form_code", TEXT, "biểu"),
        StoreColumn("period_id", TEXT, "kỳ báo cáo"),
        StoreColumn(
            "part", TEXT, "value: số liệu · text: nội dung · evidence: minh chứng · nil: không phát sinh · row: mục"
        ),
        StoreColumn(
            "code", TEXT, "mã chỉ tiêu; <nhiệm vụ>.<mục>; <nhiệm vụ>.<số thứ tự>; nhiệm vụ; <nhiệm vụ>.DS<số>.<cột>"
        ),
    ),
    values=(
        StoreColumn("state", TEXT, "value | na | missing; trống khi không phải số liệu"),
        StoreColumn("value", AMOUNT, "giá trị theo đơn vị tính của chỉ tiêu"),
        StoreColumn("printed", TEXT, "chữ trong ô khi khác cách viết chuẩn"),
        StoreColumn("text", TEXT, "nội dung; tên minh chứng; lý do"),
        StoreColumn("link", TEXT, "nơi lưu minh chứng"),
        StoreColumn("note", TEXT, "ghi chú, giải trình"),
    ),
    template=(
        _UNIT,
        _FORM,
        PERIOD,
        column("Phần", Role.CHOICE, "part", required=True, choices=REPORT_PARTS, example="Số liệu"),
        column("Mã mục", Role.TEXT, "code", required=True, example="4.2"),
        column("Giá trị", Role.NUMBER, "value"),
        column("Tình trạng số liệu", Role.CHOICE, "state", choices=ITEM_STATES),
        column("Nội dung", Role.TEXT, "text"),
        column("Nơi lưu", Role.TEXT, "link"),
        NOTE,
    ),
    order=("period_id", "form_code", "unit_id", "part", "code"),
    scope=("unit_id", "form_code", "period_id"),
)

REPORT_EVENTS = Kind(
    name="report-events",
    title="Xử lý báo cáo",
    table="report_event",
    grain=(
        StoreColumn("unit_id", TEXT, "đơn vị"),
        StoreColumn("form_code", TEXT, "biểu"),
        StoreColumn("period_id", TEXT, "kỳ báo cáo"),
        StoreColumn("event_no", INTEGER, "số thứ tự"),
    ),
    values=(
        StoreColumn("act", TEXT, "submitted | approved | accepted | returned | reopened | chased | frozen | remarked"),
        StoreColumn("on_day", DATE, "ngày"),
        StoreColumn("by_name", TEXT, "người thực hiện"),
        StoreColumn("version_seq", INTEGER, "lượt nạp của phiên bản được nói tới"),
        StoreColumn("cell", TEXT, "ô hoặc mã mục được nhận xét"),
        StoreColumn("text", TEXT, "nhận xét, lý do"),
        StoreColumn("document", TEXT, "số văn bản kèm theo"),
        StoreColumn("attachment", TEXT, "dấu của tệp đính kèm"),
    ),
    template=(
        _UNIT,
        _FORM,
        PERIOD,
        column("Số thứ tự", Role.INTEGER, "event_no", required=True),
        column("Việc", Role.CHOICE, "act", required=True, choices=REPORT_ACTS, example="Đã gửi"),
        column("Ngày", Role.DATE, "on_day", required=True),
        column("Người thực hiện", Role.TEXT, "by_name"),
        column("Lượt nạp", Role.INTEGER, "version_seq"),
        column("Ô", Role.TEXT, "cell"),
        column("Nhận xét", Role.TEXT, "text"),
        column("Văn bản", Role.TEXT, "document"),
        column("Tệp đính kèm", Role.TEXT, "attachment"),
    ),
    order=("period_id", "form_code", "unit_id", "event_no"),
)

SIGNED_REPORTS = Kind(
    name="signed-reports",
    title="Báo cáo đã ký",
    table="signed_report",
    grain=(
        StoreColumn("form_code", TEXT, "biểu"),
        StoreColumn("period_id", TEXT, "kỳ báo cáo"),
    ),
    values=(
        StoreColumn("number", TEXT, "số, ký hiệu"),
        StoreColumn("signed_on", DATE, "ngày ký"),
        StoreColumn("signer", TEXT, "người ký"),
        StoreColumn("data_seq", INTEGER, "lượt dữ liệu mà báo cáo được lập từ đó"),
        StoreColumn("attachment", TEXT, "dấu của bản ký"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        _FORM,
        PERIOD,
        column("Số, ký hiệu", Role.TEXT, "number", required=True),
        column("Ngày ký", Role.DATE, "signed_on", required=True),
        column("Người ký", Role.TEXT, "signer", required=True),
        column("Lượt dữ liệu", Role.INTEGER, "data_seq"),
        column("Tệp bản ký", Role.TEXT, "attachment"),
        NOTE,
    ),
    order=("period_id", "form_code"),
)

ATTACHMENTS = Kind(
    name="attachments",
    title="Tệp đính kèm",
    table="attachment",
    grain=(StoreColumn("attachment", TEXT, "dấu SHA-256 của tệp"),),
    values=(
        StoreColumn("file_name", TEXT, "tên tệp"),
        StoreColumn("about", TEXT, "báo cáo mà tệp thuộc về"),
        StoreColumn("title", TEXT, "tệp là gì"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Dấu tệp", Role.TEXT, "attachment", required=True),
        column("Tên tệp", Role.TEXT, "file_name", required=True),
        column("Thuộc về", Role.TEXT, "about"),
        column("Nội dung tệp", Role.TEXT, "title"),
        NOTE,
    ),
    order=("attachment",),
)

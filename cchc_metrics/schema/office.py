"""The office itself: its units, its settings, the chain of due dates, the bases it rests on."""

from cchc_metrics.schema.base import (
    BASIS_STATES,
    CONFIRMATIONS,
    DUE_LINKS,
    UNIT_TYPES,
    WINDOWS,
    Kind,
    Role,
    StoreColumn,
)
from cchc_metrics.schema.columns import DATE, FLAG, INTEGER, LEGAL, NOTE, SOURCE, TEXT, column

UNITS = Kind(
    name="units",
    title="Đơn vị của Văn phòng",
    table="unit",
    grain=(StoreColumn("unit_id", TEXT, "mã đơn vị: không bao giờ dùng lại"),),
    values=(
        StoreColumn("name", TEXT, "tên đầy đủ"),
        StoreColumn("short_name", TEXT, "tên ngắn trên bảng"),
        StoreColumn("unit_type", TEXT, "office | room | board | centre"),
        StoreColumn("specialised", FLAG, "phòng chuyên môn có tham gia giải quyết thủ tục hành chính"),
        StoreColumn("service_unit", FLAG, "đơn vị sự nghiệp công lập"),
        StoreColumn("budget_assigned", FLAG, "được giao dự toán kinh phí cải cách hành chính"),
        StoreColumn("compiles", FLAG, "đơn vị tổng hợp báo cáo của Văn phòng"),
        StoreColumn("symbol", TEXT, "mã ký hiệu trong số, ký hiệu văn bản"),
        StoreColumn("head_name", TEXT, "thủ trưởng đơn vị"),
        StoreColumn("head_title", TEXT, "chức vụ của thủ trưởng"),
        StoreColumn("valid_from", DATE, "ngày bắt đầu; trống: không rõ"),
        StoreColumn("valid_to", DATE, "ngày kết thúc; trống: đang hoạt động"),
        StoreColumn("successor_id", TEXT, "đơn vị nhận nhiệm vụ sau sắp xếp"),
        StoreColumn("confirmation", TEXT, "proposed: đề xuất · confirmed: đã xác nhận"),
        StoreColumn("place", INTEGER, "thứ tự trên bảng"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Mã đơn vị", Role.TEXT, "unit_id", required=True, example="HC-TC"),
        column("Tên đơn vị", Role.TEXT, "name", required=True, example="Phòng Hành chính - Tổ chức"),
        column("Tên ngắn", Role.TEXT, "short_name", example="P. HC-TC"),
        column("Loại đơn vị", Role.CHOICE, "unit_type", required=True, choices=UNIT_TYPES, example="Phòng"),
        column("Phòng chuyên môn", Role.FLAG, "specialised", help="Có / Không; để trống khi chưa xác nhận."),
        column("Đơn vị sự nghiệp", Role.FLAG, "service_unit", help="Có / Không; để trống khi chưa xác nhận."),
        column("Được giao kinh phí CCHC", Role.FLAG, "budget_assigned", help="Có / Không; để trống khi chưa xác nhận."),
        column("Đơn vị tổng hợp", Role.FLAG, "compiles", help="Có ở đúng một đơn vị."),
        column("Mã ký hiệu", Role.TEXT, "symbol", help="Ghi sau số văn bản, ví dụ VP-HCTC."),
        column("Thủ trưởng", Role.TEXT, "head_name"),
        column("Chức vụ thủ trưởng", Role.TEXT, "head_title"),
        column("Hoạt động từ", Role.DATE, "valid_from"),
        column("Hoạt động đến", Role.DATE, "valid_to"),
        column("Đơn vị kế thừa", Role.TEXT, "successor_id", help="Mã đơn vị nhận nhiệm vụ sau sắp xếp."),
        column("Xác nhận", Role.CHOICE, "confirmation", choices=CONFIRMATIONS, default="confirmed"),
        column("Thứ tự", Role.INTEGER, "place"),
        SOURCE,
        NOTE,
    ),
    order=("unit_id",),
)

OFFICE_SETTINGS = Kind(
    name="office-settings",
    title="Thiết lập của Văn phòng",
    table="office_setting",
    grain=(StoreColumn("setting", TEXT, "tên thiết lập"),),
    values=(
        StoreColumn("value", TEXT, "giá trị; trống: chưa khai báo"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Thiết lập", Role.TEXT, "setting", required=True, example="noi-ban-hanh"),
        column("Giá trị", Role.TEXT, "value"),
        NOTE,
    ),
    order=("setting",),
)

DUE_DAYS = Kind(
    name="due-days",
    title="Hạn nộp báo cáo",
    table="due_day",
    grain=(
        StoreColumn("link", TEXT, "unit: đơn vị → HC-TC · office: Văn phòng → Sở Nội vụ · province: UBND tỉnh → Bộ"),
        StoreColumn("window_code", TEXT, "Q1 | 6M | Q3 | FY"),
        StoreColumn("year_from", INTEGER, "năm đầu tiên áp dụng"),
    ),
    values=(
        StoreColumn("due_day", INTEGER, "ngày trong tháng cuối của kỳ; trống: chưa khai báo"),
        StoreColumn("year_to", INTEGER, "năm cuối cùng; trống: còn áp dụng"),
        StoreColumn("legal_basis", TEXT, "căn cứ"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Khâu", Role.CHOICE, "link", required=True, choices=DUE_LINKS, example="Đơn vị gửi HC-TC"),
        column("Kỳ báo cáo", Role.CHOICE, "window_code", required=True, choices=WINDOWS, example="Quý I"),
        column("Áp dụng từ năm", Role.INTEGER, "year_from", required=True, example="2026"),
        column("Ngày", Role.INTEGER, "due_day", help="Ngày trong tháng cuối của kỳ; để trống khi chưa quy định."),
        column("Áp dụng đến năm", Role.INTEGER, "year_to"),
        LEGAL,
        SOURCE,
        NOTE,
    ),
    order=("link", "window_code", "year_from"),
)

DAYS_OFF = Kind(
    name="days-off",
    title="Ngày nghỉ",
    table="day_off",
    grain=(StoreColumn("day", DATE, "ngày"),),
    values=(
        StoreColumn("working", FLAG, "ngày nghỉ cuối tuần phải đi làm bù"),
        StoreColumn("name", TEXT, "tên ngày nghỉ"),
        StoreColumn("legal_basis", TEXT, "căn cứ"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Ngày", Role.DATE, "day", required=True, example="02/9/2026"),
        column("Đi làm bù", Role.FLAG, "working", help="Có khi ngày này là ngày làm bù; để trống là ngày nghỉ."),
        column("Tên ngày", Role.TEXT, "name", example="Quốc khánh"),
        LEGAL,
        NOTE,
    ),
    order=("day",),
)

LEGAL_BASES = Kind(
    name="legal-bases",
    title="Căn cứ pháp lý",
    table="legal_basis",
    grain=(StoreColumn("basis", TEXT, "số, ký hiệu văn bản"),),
    values=(
        StoreColumn("title", TEXT, "trích yếu"),
        StoreColumn("issued_on", DATE, "ngày ban hành; trống: chưa rõ"),
        StoreColumn("state", TEXT, "in_force | ended | unreviewed"),
        StoreColumn("ended_on", DATE, "ngày hết hiệu lực"),
        StoreColumn("replaced_by", TEXT, "văn bản thay thế"),
        StoreColumn("reviewed_on", DATE, "ngày rà soát gần nhất"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Số, ký hiệu", Role.TEXT, "basis", required=True, example="10/CT-UBND"),
        column("Trích yếu", Role.TEXT, "title"),
        column("Ngày ban hành", Role.DATE, "issued_on"),
        column("Hiệu lực", Role.CHOICE, "state", required=True, choices=BASIS_STATES, example="Chưa rà soát"),
        column("Ngày hết hiệu lực", Role.DATE, "ended_on"),
        column("Văn bản thay thế", Role.TEXT, "replaced_by"),
        column("Ngày rà soát", Role.DATE, "reviewed_on"),
        SOURCE,
        NOTE,
    ),
    order=("basis",),
)

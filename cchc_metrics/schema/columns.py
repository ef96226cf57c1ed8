"""Template columns that several kinds ask for, and short names for the store's types."""

from collections.abc import Mapping

from cchc_metrics.schema.base import Role, SqlType, TemplateColumn

TEXT, SCORE, AMOUNT = SqlType.TEXT, SqlType.SCORE, SqlType.AMOUNT
INTEGER, FLAG, DATE = SqlType.INTEGER, SqlType.FLAG, SqlType.DATE


def column(
    header: str,
    role: Role,
    store: str,
    *,
    required: bool = False,
    also: tuple[str, ...] = (),
    choices: Mapping[str, str] | None = None,
    default: str | None = None,
    list_of: str = "",
    help: str = "",
    example: str = "",
) -> TemplateColumn:
    """A template column, its optional parts by name."""
    return TemplateColumn(header, role, store, required, also, choices, default, list_of, help, example)


INDEX = column(
    "Bộ chỉ số",
    Role.INDEX,
    "index_code",
    required=True,
    also=("Chỉ số", "Index"),
    list_of="index",
    help="Tên bộ chỉ số đã khai báo trong danh mục bộ tiêu chí.",
    example="PAPI",
)
PERIOD = column(
    "Kỳ",
    Role.PERIOD,
    "period_id",
    required=True,
    also=("Năm", "Kỳ báo cáo", "Năm chỉ số", "Year"),
    help="Năm chỉ số (2024) hoặc kỳ báo cáo (Quý I/2025, 6 tháng 2025, Quý III/2025, báo cáo năm 2025).",
    example="2024",
)
ENTITY = (
    column(
        "Mã đơn vị",
        Role.ENTITY_CODE,
        "entity_id",
        also=("Mã tỉnh", "Mã"),
        help="Mã hệ thống (P63-45) hoặc mã hai chữ số; nên ghi kèm tên vì bảy mã đã đổi nghĩa từ 01/7/2025.",
        example="P63-45",
    ),
    column(
        "Tên đơn vị",
        Role.ENTITY_NAME,
        "entity_id",
        also=("Tỉnh", "Tỉnh, thành phố", "Đơn vị", "Địa phương", "Tỉnh/Thành phố", "Tỉnh/thành", "Province"),
        list_of="entity",
        help="Tên tỉnh, thành phố. Với Quảng Trị ghi rõ «Quảng Trị (cũ)» hoặc «Quảng Trị (từ 01/7/2025)».",
        example="Quảng Trị (cũ)",
    ),
)
NODE = (
    column(
        "Mã tiêu chí",
        Role.NODE_CODE,
        "node_code",
        also=("Mã TC", "Mã nội dung"),
        help="Mã trong bộ tiêu chí; điểm tổng của bộ chỉ số ghi TOTAL.",
        example="TOTAL",
    ),
    column(
        "Tên tiêu chí",
        Role.NODE_NAME,
        "node_code",
        also=("Tiêu chí", "Nội dung", "Chỉ tiêu", "Lĩnh vực"),
        help="Tên tiêu chí đúng như trong bộ tiêu chí.",
        example="Tổng điểm",
    ),
)
SOURCE = column(
    "Nguồn",
    Role.TEXT,
    "source",
    also=("Nguồn số liệu", "Source"),
    help="Văn bản hoặc địa chỉ nơi số liệu được công bố.",
    example="papi.org.vn",
)
NOTE = column("Ghi chú", Role.TEXT, "note", also=("Chú thích", "Note"), help="Ghi chú tự do.")
LEGAL = column("Căn cứ pháp lý", Role.TEXT, "legal_basis", also=("Căn cứ",), help="Số, ngày, trích yếu văn bản.")

"""Tables, columns, grains and template columns, written once.

A ``Kind`` is everything the product knows about one sort of fact: what its template asks for, which table it lands
in, what makes two rows the same fact (the grain) and what may change (the values). Reader, templates, preview,
store, history and the data dictionary all read it from here; there is no second description.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """How the text of a cell becomes a value of the store."""

    INDEX = "index"  # PAPI, "PAR INDEX" … -> index_code
    PERIOD = "period"  # "2024", "Quý I/2025" -> period_id
    ENTITY_CODE = "entity_code"  # with ENTITY_NAME -> entity_id
    ENTITY_NAME = "entity_name"
    NODE_CODE = "node_code"  # with NODE_NAME -> node_code
    NODE_NAME = "node_name"
    STATE_NUMBER = "state_number"  # a number or a state -> state, value, printed
    NUMBER = "number"
    INTEGER = "integer"
    RANK = "rank"  # "27" or "27/63" -> published_rank, rank_out_of
    CHOICE = "choice"  # one of ``choices``, stored by its code
    FLAG = "flag"  # có / không
    DATE = "date"
    TEXT = "text"


class SqlType(StrEnum):
    """The types of the store: the subset that DuckLake takes too."""

    TEXT = "VARCHAR"
    SCORE = "DECIMAL(18,9)"
    INTEGER = "INTEGER"
    FLAG = "BOOLEAN"
    DATE = "DATE"


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column that a person fills.

    header: as printed in the template · store: the store column it fills (special roles fill several) ·
    other_headers: what else people call it · choices: Vietnamese wording -> stored code · list_of: which list the
    template's dropdown shows ("index", "entity_name", "node_code" …) · help, example: the explaining sheet.
    """

    header: str
    role: Role
    store: str
    required: bool = False
    other_headers: tuple[str, ...] = ()
    choices: Mapping[str, str] | None = None
    default: str | None = None
    list_of: str = ""
    help: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class StoreColumn:
    """One column of a fact table."""

    name: str
    type: SqlType
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of fact, whole. ``one_of``: groups of template headers of which at least one must be filled."""

    name: str
    title: str
    table: str
    grain: tuple[StoreColumn, ...]
    values: tuple[StoreColumn, ...]
    template: tuple[TemplateColumn, ...]
    one_of: tuple[tuple[str, ...], ...] = ()
    order: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()  # "missing" is counted among stored facts that agree with the file on these
    version: int = 1

    @property
    def grain_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.grain)

    @property
    def value_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.values)

    @property
    def score_columns(self) -> tuple[str, ...]:
        """Columns kept as exact decimals."""
        return tuple(c.name for c in (*self.grain, *self.values) if c.type is SqlType.SCORE)

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(column.header for column in self.template)


# Cell A1 of the sheet of findings in an annotated copy: by it, and not by its name, the import knows that sheet.
RESULT_TITLE = "Kết quả kiểm tra tệp nạp (CCHC Metrics)"

TOTAL = "TOTAL"
ALL_NODES = "*"

SCORE_KINDS: Mapping[str, str] = {
    "Điểm công bố": "published",
    "Điểm tự chấm": "self",
    "Điểm thẩm định": "appraised",
    "Điểm điều tra XHH": "survey",
    "Tỷ lệ công bố (%)": "published_pct",
}
TARGET_KINDS: Mapping[str, str] = {"Điểm": "value", "Hạng": "rank"}
ENTITY_TYPES: Mapping[str, str] = {
    "Tỉnh, thành phố": "province",
    "Vùng": "region",
    "Cả nước": "country",
    "Sở, ngành": "department",
    "Xã, phường, đặc khu": "commune",
}
BREAK_KINDS: Mapping[str, str] = {"Đứt đoạn": "break", "Liên tục": "continuous"}
WINDOWS: Mapping[str, str] = {"Quý I": "Q1", "6 tháng": "6M", "Quý III": "Q3", "Năm": "FY"}

# Columns that every fact row carries, after its grain and values (storage fills them).
PROVENANCE: tuple[tuple[str, str], ...] = (
    ("upload_seq", "BIGINT"),
    ("sheet_no", "INTEGER"),
    ("row_no", "INTEGER"),
    ("col_no", "INTEGER"),
    ("seq_from", "BIGINT"),
    ("recorded_at", "TIMESTAMPTZ"),
)

_T, _S, _I, _F, _D = SqlType.TEXT, SqlType.SCORE, SqlType.INTEGER, SqlType.FLAG, SqlType.DATE


def _column(
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
    return TemplateColumn(header, role, store, required, also, choices, default, list_of, help, example)


_INDEX = _column(
    "Bộ chỉ số",
    Role.INDEX,
    "index_code",
    required=True,
    also=("Chỉ số", "Index"),
    list_of="index",
    help="Tên bộ chỉ số đã khai báo trong danh mục bộ tiêu chí.",
    example="PAPI",
)
_PERIOD = _column(
    "Kỳ",
    Role.PERIOD,
    "period_id",
    required=True,
    also=("Năm", "Kỳ báo cáo", "Năm chỉ số", "Year"),
    help="Năm chỉ số (2024) hoặc kỳ báo cáo (Quý I/2025, 6 tháng 2025, Quý III/2025, báo cáo năm 2025).",
    example="2024",
)
_ENTITY = (
    _column(
        "Mã đơn vị",
        Role.ENTITY_CODE,
        "entity_id",
        also=("Mã tỉnh", "Mã"),
        help="Mã hệ thống (P63-45) hoặc mã hai chữ số; nên ghi kèm tên vì bảy mã đã đổi nghĩa từ 01/7/2025.",
        example="P63-45",
    ),
    _column(
        "Tên đơn vị",
        Role.ENTITY_NAME,
        "entity_id",
        also=("Tỉnh", "Tỉnh, thành phố", "Đơn vị", "Địa phương", "Tỉnh/Thành phố", "Tỉnh/thành", "Province"),
        list_of="entity",
        help="Tên tỉnh, thành phố. Với Quảng Trị ghi rõ «Quảng Trị (cũ)» hoặc «Quảng Trị (từ 01/7/2025)».",
        example="Quảng Trị (cũ)",
    ),
)
_NODE = (
    _column(
        "Mã tiêu chí",
        Role.NODE_CODE,
        "node_code",
        also=("Mã TC", "Mã nội dung"),
        help="Mã trong bộ tiêu chí; điểm tổng của bộ chỉ số ghi TOTAL.",
        example="TOTAL",
    ),
    _column(
        "Tên tiêu chí",
        Role.NODE_NAME,
        "node_code",
        also=("Tiêu chí", "Nội dung", "Chỉ tiêu", "Lĩnh vực"),
        help="Tên tiêu chí đúng như trong bộ tiêu chí.",
        example="Tổng điểm",
    ),
)
_SOURCE = _column(
    "Nguồn",
    Role.TEXT,
    "source",
    also=("Nguồn số liệu", "Source"),
    help="Văn bản hoặc địa chỉ nơi số liệu được công bố.",
    example="papi.org.vn",
)
_NOTE = _column("Ghi chú", Role.TEXT, "note", also=("Chú thích", "Note"), help="Ghi chú tự do.")
_LEGAL = _column("Căn cứ pháp lý", Role.TEXT, "legal_basis", also=("Căn cứ",), help="Số, ngày, trích yếu văn bản.")

SCORES = Kind(
    name="scores",
    title="Điểm chỉ số",
    table="score",
    grain=(
        StoreColumn("entity_id", _T, "đơn vị được chấm"),
        StoreColumn("index_code", _T, "bộ chỉ số"),
        StoreColumn("node_code", _T, "tiêu chí; TOTAL là điểm tổng"),
        StoreColumn("period_id", _T, "năm chỉ số hoặc kỳ báo cáo"),
        StoreColumn("score_kind", _T, "loại điểm"),
    ),
    values=(
        StoreColumn("state", _T, "value | na (miễn) | missing (không có số)"),
        StoreColumn("value", _S, "điểm; trống khi state khác value"),
        StoreColumn("max_score", _S, "điểm tối đa in trong nguồn"),
        StoreColumn("printed", _T, "chữ trong ô khi khác cách viết chuẩn của con số"),
        StoreColumn("published_rank", _I, "hạng do nguồn công bố"),
        StoreColumn("rank_out_of", _I, "số đơn vị được xếp hạng theo nguồn"),
        StoreColumn("framework_id", _T, "bộ tiêu chí áp dụng cho kỳ"),
        StoreColumn("source", _T, "nguồn"),
        StoreColumn("note", _T, "ghi chú"),
    ),
    template=(
        _INDEX,
        _PERIOD,
        *_ENTITY,
        *_NODE,
        _column(
            "Loại điểm",
            Role.CHOICE,
            "score_kind",
            choices=SCORE_KINDS,
            default="published",
            help="Để trống là điểm công bố.",
            example="Điểm công bố",
        ),
        _column(
            "Điểm",
            Role.STATE_NUMBER,
            "value",
            required=True,
            also=("Điểm số", "Điểm đạt", "Kết quả", "Score"),
            help="Số (85,25); N/A khi được miễn; «không công bố» khi không có số.",
            example="44,7473",
        ),
        _column("Điểm tối đa", Role.NUMBER, "max_score", also=("Điểm chuẩn", "Tối đa"), example="80"),
        _column(
            "Hạng",
            Role.RANK,
            "published_rank",
            also=("Xếp hạng", "Thứ hạng"),
            help="Hạng do nguồn công bố: 41 hoặc 41/63.",
            example="41/63",
        ),
        _SOURCE,
        _NOTE,
    ),
    one_of=(("Mã đơn vị", "Tên đơn vị"), ("Mã tiêu chí", "Tên tiêu chí")),
    order=("index_code", "node_code", "period_id", "entity_id", "score_kind"),
    checks=("entity_exists_in_period", "score_within_max", "rank_within_count", "suspicious_zero_province"),
    scope=("index_code", "period_id", "score_kind"),
)

TARGETS = Kind(
    name="targets",
    title="Mục tiêu",
    table="target",
    grain=(
        StoreColumn("entity_id", _T, "đơn vị"),
        StoreColumn("index_code", _T, "bộ chỉ số"),
        StoreColumn("node_code", _T, "tiêu chí"),
        StoreColumn("period_id", _T, "năm chỉ số của mục tiêu"),
        StoreColumn("target_kind", _T, "value: điểm · rank: hạng"),
    ),
    values=(
        StoreColumn("value", _S, "điểm hoặc hạng phải đạt"),
        StoreColumn("legal_basis", _T, "văn bản giao mục tiêu"),
        StoreColumn("source", _T, "nguồn"),
        StoreColumn("note", _T, "ghi chú"),
    ),
    template=(
        _INDEX,
        _PERIOD,
        *_ENTITY,
        *_NODE,
        _column(
            "Loại mục tiêu",
            Role.CHOICE,
            "target_kind",
            choices=TARGET_KINDS,
            default="value",
            help="Điểm (mặc định) hoặc Hạng.",
            example="Điểm",
        ),
        _column("Mục tiêu", Role.NUMBER, "value", required=True, also=("Mục tiêu phải đạt", "Chỉ tiêu giao")),
        _LEGAL,
        _SOURCE,
        _NOTE,
    ),
    one_of=(("Mã đơn vị", "Tên đơn vị"), ("Mã tiêu chí", "Tên tiêu chí")),
    order=("index_code", "node_code", "period_id", "entity_id"),
    checks=("target_within_max",),
    scope=("index_code", "period_id"),
)

FRAMEWORKS = Kind(
    name="frameworks",
    title="Bộ tiêu chí",
    table="node",
    grain=(
        StoreColumn("index_code", _T, "bộ chỉ số"),
        StoreColumn("framework_id", _T, "bộ tiêu chí, ví dụ «876/QĐ-BNV (2022)»"),
        StoreColumn("node_code", _T, "mã tiêu chí; TOTAL là gốc"),
    ),
    values=(
        StoreColumn("legal_basis", _T, "văn bản ban hành"),
        StoreColumn("year_from", _I, "năm chỉ số đầu tiên áp dụng; trống: không rõ"),
        StoreColumn("year_to", _I, "năm chỉ số cuối cùng; trống: còn áp dụng"),
        StoreColumn("parent_code", _T, "mã cấp trên; trống ở gốc"),
        StoreColumn("level", _T, "cấp: chỉ số, lĩnh vực, tiêu chí, tiêu chí thành phần, trục nội dung …"),
        StoreColumn("name", _T, "tên tiếng Việt"),
        StoreColumn("name_en", _T, "tên tiếng Anh"),
        StoreColumn("max_score", _S, "điểm tối đa; trống: chưa tìm thấy"),
        StoreColumn("min_score", _S, "điểm tối thiểu của thang"),
        StoreColumn("step", _S, "bước điểm"),
        StoreColumn("bonus", _S, "điểm thưởng tối đa"),
        StoreColumn("unit", _T, "đơn vị: điểm hoặc %"),
        StoreColumn("aggregation", _T, "cách tổng hợp từ cấp dưới"),
        StoreColumn("groups", _T, "nhóm xếp loại: «A:90; B:80; C:70» hoặc «tứ phân vị»; trống: không xếp nhóm"),
        StoreColumn("survey", _F, "có do điều tra xã hội học quyết định"),
        StoreColumn("method", _T, "cách tính bằng lời"),
        StoreColumn("source", _T, "nguồn"),
        StoreColumn("note", _T, "ghi chú"),
    ),
    template=(
        _column(
            "Bộ chỉ số",
            Role.TEXT,
            "index_code",
            required=True,
            example="PAR INDEX",
            help="Tên ngắn của bộ chỉ số; tên mới sẽ tạo một bộ chỉ số mới.",
        ),
        _column("Bộ tiêu chí", Role.TEXT, "framework_id", required=True, example="876/QĐ-BNV (2022)"),
        _LEGAL,
        _column("Áp dụng từ năm", Role.INTEGER, "year_from", help="Để trống khi chưa rõ năm đầu tiên.", example="2022"),
        _column("Áp dụng đến năm", Role.INTEGER, "year_to", help="Để trống khi còn áp dụng."),
        _column(
            "Mã tiêu chí",
            Role.TEXT,
            "node_code",
            required=True,
            example="TOTAL",
            help="Mã duy nhất trong bộ tiêu chí; dòng gốc (toàn bộ chỉ số) có mã TOTAL.",
        ),
        _column("Mã cấp trên", Role.TEXT, "parent_code", help="Để trống ở dòng gốc TOTAL."),
        _column("Cấp", Role.TEXT, "level", example="Lĩnh vực"),
        _column("Tên tiêu chí", Role.TEXT, "name", required=True),
        _column("Tên tiếng Anh", Role.TEXT, "name_en"),
        _column("Điểm tối đa", Role.NUMBER, "max_score"),
        _column("Điểm tối thiểu", Role.NUMBER, "min_score"),
        _column("Bước điểm", Role.NUMBER, "step"),
        _column("Điểm thưởng", Role.NUMBER, "bonus"),
        _column("Đơn vị tính", Role.TEXT, "unit", example="điểm"),
        _column("Cách tổng hợp", Role.TEXT, "aggregation", example="Tổng các cấp dưới"),
        _column(
            "Nhóm xếp loại",
            Role.TEXT,
            "groups",
            help="Ngưỡng dưới của từng nhóm, «A:90; B:80; C:70», hoặc «tứ phân vị»; để trống nếu không xếp nhóm.",
        ),
        _column("Điều tra XHH", Role.FLAG, "survey", help="Có / Không."),
        _column("Cách tính", Role.TEXT, "method"),
        _SOURCE,
        _NOTE,
    ),
    order=("index_code", "framework_id", "node_code"),
    checks=("framework_is_a_tree",),
    scope=("index_code", "framework_id"),
)

ENTITIES = Kind(
    name="entities",
    title="Đơn vị",
    table="entity",
    grain=(StoreColumn("entity_id", _T, "mã hệ thống: không bao giờ dùng lại"),),
    values=(
        StoreColumn("entity_type", _T, "province | region | country | department | commune"),
        StoreColumn("era", _T, "hệ đơn vị: 63, 34; trống khi không thuộc hệ nào"),
        StoreColumn("code", _T, "mã hành chính trong hệ"),
        StoreColumn("name", _T, "tên như văn bản của hệ"),
        StoreColumn("display_name", _T, "tên trên màn hình, không trùng giữa hai hệ với Quảng Trị"),
        StoreColumn("full_name", _T, "tên đầy đủ"),
        StoreColumn("name_en", _T, "tên tiếng Anh"),
        StoreColumn("region", _T, "vùng kinh tế - xã hội"),
        StoreColumn("peer_group", _T, "nhóm so sánh"),
        StoreColumn("region_confirmed", _F, "vùng đã được xác nhận"),
        StoreColumn("valid_from", _D, "ngày bắt đầu; trống: không rõ"),
        StoreColumn("valid_to", _D, "ngày kết thúc; trống: đang tồn tại"),
        StoreColumn("successor_id", _T, "đơn vị sau sắp xếp"),
        StoreColumn("relation", _T, "quan hệ với đơn vị sau sắp xếp"),
        StoreColumn("aliases", _T, "tên khác, cách nhau bằng dấu |"),
        StoreColumn("source", _T, "nguồn"),
        StoreColumn("note", _T, "ghi chú"),
    ),
    template=(
        _column("Mã hệ thống", Role.TEXT, "entity_id", required=True, example="P63-45"),
        _column(
            "Loại đơn vị", Role.CHOICE, "entity_type", required=True, choices=ENTITY_TYPES, example="Tỉnh, thành phố"
        ),
        _column("Hệ", Role.TEXT, "era", help="63 (trước 01/7/2025), 34 (từ 01/7/2025) hoặc để trống.", example="63"),
        _column("Mã", Role.TEXT, "code", example="45"),
        _column("Tên", Role.TEXT, "name", required=True, example="Quảng Trị"),
        _column("Tên hiển thị", Role.TEXT, "display_name", required=True, example="Quảng Trị (cũ)"),
        _column("Tên đầy đủ", Role.TEXT, "full_name"),
        _column("Tên tiếng Anh", Role.TEXT, "name_en"),
        _column("Vùng", Role.TEXT, "region"),
        _column("Nhóm so sánh", Role.TEXT, "peer_group"),
        _column("Vùng đã xác nhận", Role.FLAG, "region_confirmed", help="Có / Không."),
        _column("Hiệu lực từ", Role.DATE, "valid_from"),
        _column("Hiệu lực đến", Role.DATE, "valid_to"),
        _column("Đơn vị sau sắp xếp", Role.TEXT, "successor_id", help="Mã hệ thống của đơn vị kế thừa."),
        _column("Quan hệ", Role.TEXT, "relation"),
        _column("Tên khác", Role.TEXT, "aliases", help="Các cách viết khác, cách nhau bằng dấu |."),
        _SOURCE,
        _NOTE,
    ),
    order=("entity_id",),
    checks=("successor_exists",),
)

BREAKS = Kind(
    name="breaks",
    title="Điểm đứt đoạn của chuỗi số liệu",
    table="series_break",
    grain=(
        StoreColumn("index_code", _T, "bộ chỉ số"),
        StoreColumn("node_code", _T, "tiêu chí; * là mọi tiêu chí"),
        StoreColumn("period_before", _T, "năm chỉ số trước"),
        StoreColumn("period_after", _T, "năm chỉ số sau"),
    ),
    values=(
        StoreColumn("break_kind", _T, "break: không so sánh · continuous: được khai báo là so sánh được"),
        StoreColumn("reason", _T, "lý do"),
        StoreColumn("source", _T, "nguồn"),
    ),
    template=(
        _INDEX,
        _column(
            "Mã tiêu chí", Role.TEXT, "node_code", required=True, help="* là mọi tiêu chí của bộ chỉ số.", example="D3"
        ),
        _column("Kỳ trước", Role.PERIOD, "period_before", required=True, example="2015"),
        _column("Kỳ sau", Role.PERIOD, "period_after", required=True, example="2016"),
        _column("Loại", Role.CHOICE, "break_kind", choices=BREAK_KINDS, default="break", example="Đứt đoạn"),
        _column("Lý do", Role.TEXT, "reason", required=True),
        _SOURCE,
    ),
    order=("index_code", "node_code", "period_after"),
    scope=("index_code",),
)

WINDOWS_KIND = Kind(
    name="windows",
    title="Kỳ báo cáo",
    table="report_window",
    grain=(
        StoreColumn("window_code", _T, "Q1 | 6M | Q3 | FY"),
        StoreColumn("year_from", _I, "năm đầu tiên áp dụng"),
    ),
    values=(
        StoreColumn("year_to", _I, "năm cuối cùng; trống: còn áp dụng"),
        StoreColumn("start_day", _T, "ngày mở, dạng NN/TT; thuộc năm trước khi sau ngày đóng"),
        StoreColumn("end_day", _T, "ngày đóng, dạng NN/TT"),
        StoreColumn("cumulative", _F, "số luỹ kế"),
        StoreColumn("legal_basis", _T, "căn cứ"),
        StoreColumn("source", _T, "nguồn"),
        StoreColumn("note", _T, "ghi chú"),
    ),
    template=(
        _column("Kỳ báo cáo", Role.CHOICE, "window_code", required=True, choices=WINDOWS, example="Quý I"),
        _column("Áp dụng từ năm", Role.INTEGER, "year_from", required=True, example="2022"),
        _column("Áp dụng đến năm", Role.INTEGER, "year_to"),
        _column("Từ ngày", Role.TEXT, "start_day", required=True, example="15/12"),
        _column("Đến ngày", Role.TEXT, "end_day", required=True, example="14/3"),
        _column("Luỹ kế", Role.FLAG, "cumulative", help="Có / Không."),
        _LEGAL,
        _SOURCE,
        _NOTE,
    ),
    order=("window_code", "year_from"),
)

SOURCES = Kind(
    name="sources",
    title="Nguồn công bố",
    table="source_release",
    grain=(StoreColumn("source", _T, "nguồn, đúng chữ trong cột Nguồn của số liệu"),),
    values=(
        StoreColumn("publisher", _T, "cơ quan công bố"),
        StoreColumn("title", _T, "tên tài liệu"),
        StoreColumn("published_on", _D, "ngày công bố; trống: chưa rõ"),
        StoreColumn("corrects", _T, "nguồn được đính chính"),
        StoreColumn("note", _T, "ghi chú"),
    ),
    template=(
        _column("Nguồn", Role.TEXT, "source", required=True, example="papi.org.vn"),
        _column("Cơ quan công bố", Role.TEXT, "publisher"),
        _column("Tên tài liệu", Role.TEXT, "title"),
        _column("Ngày công bố", Role.DATE, "published_on"),
        _column("Đính chính nguồn", Role.TEXT, "corrects"),
        _NOTE,
    ),
    order=("source",),
)

POLICY_TARGETS = Kind(
    name="policy-targets",
    title="Mục tiêu quốc gia",
    table="policy_target",
    grain=(
        StoreColumn("scope", _T, "phạm vi"),
        StoreColumn("indicator", _T, "chỉ tiêu, đúng chữ của văn bản"),
        StoreColumn("deadline", _T, "thời hạn"),
        StoreColumn("document", _T, "văn bản"),
    ),
    values=(
        StoreColumn("comparison", _T, "quan hệ: >, >=, =, <="),
        StoreColumn("value", _S, "giá trị phải đạt"),
        StoreColumn("unit", _T, "đơn vị tính"),
        StoreColumn("source", _T, "nguồn"),
    ),
    template=(
        _column("Phạm vi", Role.TEXT, "scope", required=True, example="Quốc gia"),
        _column("Chỉ tiêu", Role.TEXT, "indicator", required=True),
        _column("Thời hạn", Role.TEXT, "deadline", required=True, example="2030"),
        _column("Văn bản", Role.TEXT, "document", required=True),
        _column("Quan hệ", Role.TEXT, "comparison", required=True, example=">="),
        _column("Giá trị", Role.NUMBER, "value", required=True, example="90"),
        _column("Đơn vị tính", Role.TEXT, "unit", example="%"),
        _SOURCE,
    ),
    order=("document", "indicator", "deadline"),
)

# In the order in which they must be loaded: names are resolved against what came before.
KINDS: Mapping[str, Kind] = {
    kind.name: kind for kind in (ENTITIES, FRAMEWORKS, BREAKS, WINDOWS_KIND, SOURCES, SCORES, TARGETS, POLICY_TARGETS)
}

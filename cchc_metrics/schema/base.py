"""What a kind of fact is: roles of template columns, types of store columns, and the record that joins them.

A ``Kind`` is everything the product knows about one sort of fact: what its template asks for, which table it lands
in, what makes two rows the same fact (the grain) and what may change (the values). Reader, templates, preview,
store, history and the data dictionary all read it from here; there is no second description.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cchc_metrics.model import EntityType, ReportPart, ScoreKind, TargetKind, ValueState


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
    AMOUNT = "DECIMAL(24,6)"  # counts and sums of money: đồng outgrow a score
    INTEGER = "INTEGER"
    FLAG = "BOOLEAN"
    DATE = "DATE"


DECIMALS = frozenset({SqlType.SCORE, SqlType.AMOUNT})


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
        return tuple(c.name for c in (*self.grain, *self.values) if c.type in DECIMALS)

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(column.header for column in self.template)


# Cell A1 of the sheet of findings in an annotated copy: by it, and not by its name, the import knows that sheet.
RESULT_TITLE = "Kết quả kiểm tra tệp nạp (CCHC Metrics)"

TOTAL = "TOTAL"
ALL_NODES = "*"

SCORE_KINDS: Mapping[str, str] = {
    "Điểm công bố": ScoreKind.PUBLISHED,
    "Điểm tự chấm": ScoreKind.SELF,
    "Điểm thẩm định": ScoreKind.APPRAISED,
    "Điểm điều tra XHH": ScoreKind.SURVEY,
    "Tỷ lệ công bố (%)": ScoreKind.PERCENT,
}
TARGET_KINDS: Mapping[str, str] = {
    "Điểm": TargetKind.VALUE,
    "Hạng": TargetKind.RANK,
    "Nhóm": TargetKind.GROUP,
    "Thay đổi điểm": TargetKind.CHANGE,
    "Thay đổi hạng": TargetKind.RANK_CHANGE,
}
ENTITY_TYPES: Mapping[str, str] = {
    "Tỉnh, thành phố": EntityType.PROVINCE,
    "Vùng": EntityType.REGION,
    "Cả nước": EntityType.COUNTRY,
    "Sở, ngành": EntityType.DEPARTMENT,
    "Xã, phường, đặc khu": EntityType.COMMUNE,
}
CROSSWALK_RELATIONS: Mapping[str, str] = {
    "Giữ nguyên": "same",
    "Đổi điểm tối đa": "reweighted",
    "Tách": "split",
    "Gộp": "merged",
    "Mới": "new",
    "Bỏ": "dropped",
}
ASSUMED: Mapping[str, str] = {
    "Độ tin cậy của khoảng": "confidence",
    "Số lần thay đổi dùng để ước lượng dao động": "noise_steps",
    "Hệ số thiết kế mẫu": "design_effect",
    "Ngưỡng đúng hướng": "likely",
    "Ngưỡng có thể": "possible",
    "Ngưỡng khó": "unlikely",
    "Phân vị của mức tăng làm được trong một năm": "attainable_share",
}
NAME_SUBJECTS: Mapping[str, str] = {"Đơn vị": "entity", "Tiêu chí": "node", "Ký hiệu": "mark"}
UNIT_TYPES: Mapping[str, str] = {"Lãnh đạo Văn phòng": "office", "Phòng": "room", "Ban": "board", "Trung tâm": "centre"}
CONFIRMATIONS: Mapping[str, str] = {"Đã xác nhận": "confirmed", "Đề xuất": "proposed"}
DUE_LINKS: Mapping[str, str] = {
    "Đơn vị gửi HC-TC": "unit",
    "Văn phòng gửi Sở Nội vụ": "office",
    "UBND tỉnh gửi Bộ Nội vụ": "province",
}
BASIS_STATES: Mapping[str, str] = {
    "Còn hiệu lực": "in_force",
    "Hết hiệu lực": "ended",
    "Chưa rà soát": "unreviewed",
}
OWNER_ROLES: Mapping[str, str] = {"Chủ trì": "lead", "Phối hợp": "with"}
METRIC_KINDS: Mapping[str, str] = {"Phát sinh": "flow", "Thời điểm": "stock", "Tỷ lệ": "ratio"}
CHECK_FORCES: Mapping[str, str] = {"Bắt buộc": "hard", "Được giải trình": "soft"}
DUE_CHANGES: Mapping[str, str] = {"Gia hạn": "extension", "Miễn": "exemption"}
ITEM_STATES: Mapping[str, str] = {
    "Có số": ValueState.VALUE,
    "Miễn": ValueState.EXEMPT,
    "Không có số": ValueState.MISSING,
}
REPORT_PARTS: Mapping[str, str] = {
    "Số liệu": ReportPart.VALUE,
    "Nội dung": ReportPart.TEXT,
    "Minh chứng": ReportPart.EVIDENCE,
    "Không phát sinh": ReportPart.NIL,
    "Mục của danh sách": ReportPart.ROW,
}
REPORT_ACTS: Mapping[str, str] = {
    "Đã gửi": "submitted",
    "Thủ trưởng duyệt": "approved",
    "Tiếp nhận": "accepted",
    "Trả lại": "returned",
    "Mở lại": "reopened",
    "Đôn đốc": "chased",
    "Chốt kỳ": "frozen",
    "Nhận xét": "remarked",
}
JUDGES: Mapping[str, str] = {"Cơ quan hành chính": "authority", "Người dân, tổ chức": "people"}
BREAK_KINDS: Mapping[str, str] = {"Đứt đoạn": "break", "Liên tục": "continuous", "Nghi đổi cách đo": "suspect"}
SIGHTING_STANDINGS: Mapping[str, str] = {
    "Công bố": "published",
    "Suy ra": "derived",
    "Mâu thuẫn": "conflict",
    "Khoảng hạng": "range",
}
BREAK_SAYERS: Mapping[str, str] = {
    "Cơ quan công bố": "publisher",
    "Bằng chứng trong số liệu": "evidence",
    "Bên lập phần mềm": "product",
    "Đơn vị sử dụng": "office",
}
WINDOWS: Mapping[str, str] = {"Quý I": "Q1", "6 tháng": "6M", "Quý III": "Q3", "Năm": "FY"}

# Columns that every fact row carries, after its grain and values (storage fills them).
# Behind the name of a column of places parted by bars: the values of a condition are beginnings of places.
PLACES = "@places"
PROVENANCE: tuple[tuple[str, str], ...] = (
    ("upload_seq", "BIGINT"),
    ("sheet_no", "INTEGER"),
    ("row_no", "INTEGER"),
    ("col_no", "INTEGER"),
    ("seq_from", "BIGINT"),
    ("recorded_at", "TIMESTAMPTZ"),
)

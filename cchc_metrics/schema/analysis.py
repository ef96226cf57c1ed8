"""What an analysis declares before it may compute: crosswalks, standard errors, weights, themes, scenarios."""

from cchc_metrics.schema.base import ASSUMED, CROSSWALK_RELATIONS, Kind, Role, StoreColumn
from cchc_metrics.schema.columns import ENTITY, INDEX, INTEGER, LEGAL, NODE, NOTE, PERIOD, SCORE, SOURCE, TEXT, column

CROSSWALKS = Kind(
    name="crosswalks",
    title="Đối chiếu tiêu chí giữa hai bộ tiêu chí",
    table="crosswalk",
    grain=(
        StoreColumn("index_code", TEXT, "bộ chỉ số"),
        StoreColumn("framework_before", TEXT, "bộ tiêu chí trước"),
        StoreColumn("node_before", TEXT, "tiêu chí trước; - khi tiêu chí là mới"),
        StoreColumn("framework_after", TEXT, "bộ tiêu chí sau"),
        StoreColumn("node_after", TEXT, "tiêu chí sau; - khi tiêu chí bị bỏ"),
    ),
    values=(
        StoreColumn("relation", TEXT, "same | reweighted | split | merged | new | dropped"),
        StoreColumn("share", SCORE, "phần của tiêu chí trước đi vào tiêu chí sau, 0–1; trống: toàn bộ"),
        StoreColumn("reason", TEXT, "căn cứ của việc đối chiếu"),
        StoreColumn("source", TEXT, "nguồn"),
    ),
    template=(
        INDEX,
        column("Bộ tiêu chí trước", Role.TEXT, "framework_before", required=True, example="1149/QĐ-BNV (2020)"),
        column(
            "Mã tiêu chí trước", Role.TEXT, "node_before", required=True, help="Ghi - khi tiêu chí là mới.", example="3"
        ),
        column("Bộ tiêu chí sau", Role.TEXT, "framework_after", required=True, example="876/QĐ-BNV (2022)"),
        column(
            "Mã tiêu chí sau", Role.TEXT, "node_after", required=True, help="Ghi - khi tiêu chí bị bỏ.", example="3"
        ),
        column("Quan hệ", Role.CHOICE, "relation", required=True, choices=CROSSWALK_RELATIONS, example="Giữ nguyên"),
        column("Phần chuyển sang", Role.NUMBER, "share", help="Từ 0 đến 1; để trống là toàn bộ.", example="0,5"),
        column("Căn cứ đối chiếu", Role.TEXT, "reason"),
        SOURCE,
    ),
    order=("index_code", "framework_before", "framework_after", "node_before", "node_after"),
    scope=("index_code", "framework_before", "framework_after"),
)


def _at_levels(*headers: str) -> tuple[str, ...]:
    """Other headers of an end of an interval: «Giới hạn dưới», «Cận dưới 95%», «95% CI low»."""
    levels = ("90%", "95%", "99%")
    return (
        *headers[1:],
        *(f"{one} {level}" for one in headers for level in levels),
        *(f"{level} {one}" for one in headers for level in levels),
    )


STANDARD_ERRORS = Kind(
    name="standard-errors",
    title="Sai số chuẩn của điểm",
    table="standard_error",
    grain=(
        StoreColumn("entity_id", TEXT, "đơn vị được chấm"),
        StoreColumn("index_code", TEXT, "bộ chỉ số"),
        StoreColumn("node_code", TEXT, "tiêu chí"),
        StoreColumn("period_id", TEXT, "năm chỉ số"),
    ),
    values=(
        StoreColumn("value", SCORE, "sai số chuẩn, cùng đơn vị với điểm; trống khi nguồn chỉ in khoảng"),
        StoreColumn("low", SCORE, "cận dưới của khoảng tin cậy, cùng đơn vị với điểm"),
        StoreColumn("high", SCORE, "cận trên của khoảng tin cậy"),
        StoreColumn("level", SCORE, "mức tin cậy của khoảng, %; trống khi không có khoảng"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        INDEX,
        PERIOD,
        *ENTITY,
        *NODE,
        column(
            "Sai số chuẩn",
            Role.NUMBER,
            "value",
            also=("Sai số", "SE", "Std. error", "Standard error"),
            help="Cùng đơn vị với điểm; để trống khi nguồn chỉ công bố khoảng tin cậy.",
            example="0,35",
        ),
        column(
            "Cận dưới",
            Role.NUMBER,
            "low",
            also=_at_levels(
                *("Cận dưới", "Giới hạn dưới", "Khoảng tin cậy dưới", "KTC dưới", "CI low", "Lower bound"),
                *("Khoảng tin cậy", "KTC", "Confidence interval", "CI"),
            ),
            help="Nguồn in cả khoảng trong một ô («41,2–43,1») thì ghi vào đây và bỏ trống cận trên.",
            example="44,06",
        ),
        column(
            "Cận trên",
            Role.NUMBER,
            "high",
            also=_at_levels("Cận trên", "Giới hạn trên", "Khoảng tin cậy trên", "KTC trên", "CI high", "Upper bound"),
            example="45,43",
        ),
        column(
            "Mức tin cậy",
            Role.NUMBER,
            "level",
            also=("Mức tin cậy (%)", "Độ tin cậy", "Độ tin cậy (%)", "Confidence level"),
            help="Của khoảng từ cận dưới đến cận trên: 90, 95 hoặc 99 (%).",
            example="95",
        ),
        SOURCE,
        NOTE,
    ),
    one_of=(("Mã đơn vị", "Tên đơn vị"), ("Mã tiêu chí", "Tên tiêu chí"), ("Sai số chuẩn", "Cận dưới", "Cận trên")),
    order=("index_code", "node_code", "period_id", "entity_id"),
    checks=("interval_is_whole",),
    scope=("index_code", "period_id"),
    version=2,
)

LINEAGE_WEIGHTS = Kind(
    name="lineage-weights",
    title="Trọng số tỉnh trước sắp xếp",
    table="lineage_weight",
    grain=(
        StoreColumn("weight_set", TEXT, "tên bộ trọng số, ví dụ «Dân số 2024»"),
        StoreColumn("entity_id", TEXT, "tỉnh trước sắp xếp, mã hệ thống"),
    ),
    values=(
        StoreColumn("weight", SCORE, "trọng số; chỉ tỷ lệ giữa các tỉnh cùng nhập là có nghĩa"),
        StoreColumn("unit", TEXT, "đơn vị tính của trọng số"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column(
            "Bộ trọng số",
            Role.TEXT,
            "weight_set",
            required=True,
            help="Tên tự đặt, ví dụ dân số hoặc dân số từ 18 tuổi trở lên của từng tỉnh cũ theo một nguồn, một năm.",
            example="Dân số từ 18 tuổi 2024",
        ),
        column("Mã hệ thống", Role.TEXT, "entity_id", required=True, help="Mã của tỉnh cũ.", example="P63-45"),
        column("Trọng số", Role.NUMBER, "weight", required=True),
        column("Đơn vị tính", Role.TEXT, "unit", example="người"),
        SOURCE,
        NOTE,
    ),
    order=("weight_set", "entity_id"),
    scope=("weight_set",),
)

ASSUMPTIONS = Kind(
    name="assumptions",
    title="Giả định của phân tích",
    table="assumption",
    grain=(StoreColumn("assumption", TEXT, "giả định"),),
    values=(
        StoreColumn("value", SCORE, "giá trị"),
        StoreColumn("reason", TEXT, "vì sao chọn giá trị này"),
        StoreColumn("source", TEXT, "nguồn"),
    ),
    template=(
        column(
            "Giả định",
            Role.CHOICE,
            "assumption",
            required=True,
            choices=ASSUMED,
            example="Độ tin cậy của khoảng",
        ),
        column("Giá trị", Role.NUMBER, "value", required=True, example="0,9"),
        column("Lý do", Role.TEXT, "reason", required=True),
        SOURCE,
    ),
    order=("assumption",),
)

SAMPLE_SIZES = Kind(
    name="sample-sizes",
    title="Cỡ mẫu điều tra",
    table="sample_size",
    grain=(
        StoreColumn("entity_id", TEXT, "đơn vị được điều tra; cả nước khi chỉ biết tổng số phiếu"),
        StoreColumn("index_code", TEXT, "bộ chỉ số"),
        StoreColumn("node_code", TEXT, "tiêu chí; TOTAL là điểm tổng"),
        StoreColumn("period_id", TEXT, "năm chỉ số"),
    ),
    values=(
        StoreColumn("respondents", INTEGER, "số phiếu hợp lệ"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        INDEX,
        PERIOD,
        *ENTITY,
        *NODE,
        column(
            "Số phiếu", Role.INTEGER, "respondents", required=True, also=("Số phiếu hợp lệ", "Cỡ mẫu"), example="630"
        ),
        SOURCE,
        NOTE,
    ),
    one_of=(("Mã đơn vị", "Tên đơn vị"), ("Mã tiêu chí", "Tên tiêu chí")),
    order=("index_code", "node_code", "period_id", "entity_id"),
    scope=("index_code", "period_id"),
)

THEMES = Kind(
    name="themes",
    title="Chủ đề chung của các bộ chỉ số",
    table="theme",
    grain=(
        StoreColumn("theme", TEXT, "chủ đề"),
        StoreColumn("index_code", TEXT, "bộ chỉ số"),
        StoreColumn("node_code", TEXT, "tiêu chí nói về chủ đề"),
    ),
    values=(
        StoreColumn("place", INTEGER, "thứ tự của chủ đề trên màn hình"),
        StoreColumn("reason", TEXT, "vì sao xếp vào chủ đề"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Chủ đề", Role.TEXT, "theme", required=True, example="Thủ tục hành chính"),
        INDEX,
        column("Mã tiêu chí", Role.TEXT, "node_code", required=True, example="D5"),
        column("Thứ tự", Role.INTEGER, "place", example="1"),
        column("Lý do", Role.TEXT, "reason"),
        NOTE,
    ),
    order=("theme", "index_code", "node_code"),
)

RESPONSIBLE = Kind(
    name="responsible-units",
    title="Đơn vị phụ trách tiêu chí",
    table="responsible_unit",
    grain=(
        StoreColumn("index_code", TEXT, "bộ chỉ số"),
        StoreColumn("node_code", TEXT, "tiêu chí; cấp dưới theo cấp trên khi không ghi riêng"),
        StoreColumn("year_from", INTEGER, "năm chỉ số đầu tiên được giao"),
    ),
    values=(
        StoreColumn("unit", TEXT, "đơn vị phụ trách, đúng tên đang dùng"),
        StoreColumn("co_units", TEXT, "đơn vị phối hợp, cách nhau bằng dấu |"),
        StoreColumn("legal_basis", TEXT, "văn bản giao việc"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        INDEX,
        column("Mã tiêu chí", Role.TEXT, "node_code", required=True, example="3"),
        column("Áp dụng từ năm", Role.INTEGER, "year_from", required=True, example="2026"),
        column("Đơn vị phụ trách", Role.TEXT, "unit", required=True, help="Để «Chưa phân công» khi thôi giao."),
        column("Đơn vị phối hợp", Role.TEXT, "co_units", help="Cách nhau bằng dấu |."),
        LEGAL,
        SOURCE,
        NOTE,
    ),
    order=("index_code", "node_code", "year_from"),
    scope=("index_code",),
)

SCENARIOS = Kind(
    name="scenarios",
    title="Kịch bản",
    table="scenario",
    grain=(
        StoreColumn("scenario", TEXT, "tên kịch bản"),
        StoreColumn("entity_id", TEXT, "đơn vị"),
        StoreColumn("index_code", TEXT, "bộ chỉ số"),
        StoreColumn("period_id", TEXT, "năm chỉ số làm gốc"),
        StoreColumn("node_code", TEXT, "tiêu chí được nâng"),
    ),
    values=(
        StoreColumn("value", SCORE, "điểm giả định của tiêu chí"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Kịch bản", Role.TEXT, "scenario", required=True, example="Vào nhóm cao nhất"),
        INDEX,
        PERIOD,
        *ENTITY,
        *NODE,
        column("Điểm giả định", Role.NUMBER, "value", required=True, example="6,5"),
        NOTE,
    ),
    one_of=(("Mã đơn vị", "Tên đơn vị"), ("Mã tiêu chí", "Tên tiêu chí")),
    order=("scenario", "index_code", "period_id", "entity_id", "node_code"),
    scope=("scenario",),
)

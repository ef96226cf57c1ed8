"""What is known of publications: when an index came out, and what each source that was read says of a figure."""

from cchc_metrics.schema.base import SIGHTING_STANDINGS, Kind, Role, StoreColumn
from cchc_metrics.schema.columns import DATE, INDEX, INTEGER, NOTE, PERIOD, SCORE, SOURCE, TEXT, column

RELEASES = Kind(
    name="releases",
    title="Ngày công bố bộ chỉ số",
    table="index_release",
    grain=(
        StoreColumn("index_code", TEXT, "bộ chỉ số"),
        StoreColumn("period_id", TEXT, "năm chỉ số"),
    ),
    values=(
        StoreColumn("released_on", DATE, "ngày công bố; trống: chưa rõ"),
        StoreColumn("decision", TEXT, "quyết định công bố"),
        StoreColumn("title", TEXT, "tài liệu nêu ngày công bố"),
        StoreColumn("source", TEXT, "nguồn"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        INDEX,
        PERIOD,
        column("Ngày công bố", Role.DATE, "released_on", help="Để trống khi chưa rõ.", example="15/04/2025"),
        column("Quyết định", Role.TEXT, "decision", example="Quyết định 716/QĐ-BNV ngày 24/4/2018"),
        column("Tên tài liệu", Role.TEXT, "title"),
        SOURCE,
        NOTE,
    ),
    order=("index_code", "period_id"),
)

SIGHTINGS = Kind(
    name="sightings",
    title="Số liệu đọc được ở từng nguồn",
    table="sighting",
    grain=(
        StoreColumn("index_code", TEXT, "bộ chỉ số, cả bộ chưa có bộ tiêu chí trong hệ thống"),
        StoreColumn("period_id", TEXT, "năm chỉ số"),
        StoreColumn("entity_id", TEXT, "đơn vị"),
        StoreColumn("part", TEXT, "nội dung: mã tiêu chí, hoặc tên như nguồn ghi"),
        StoreColumn("source", TEXT, "nguồn đã đọc"),
        StoreColumn("reading", TEXT, "lần đọc, khi một nguồn nêu nhiều số; ngày đo với bộ chỉ số đo liên tục"),
    ),
    values=(
        StoreColumn("entity_name", TEXT, "tên đơn vị như nguồn ghi"),
        StoreColumn(
            "standing", TEXT, "published: nguồn in · derived: suy ra · conflict: mâu thuẫn · range: khoảng hạng"
        ),
        StoreColumn("value", SCORE, "điểm"),
        StoreColumn("max_score", SCORE, "điểm tối đa"),
        StoreColumn("rank", INTEGER, "hạng; của một khoảng hạng: hạng cao nhất có thể"),
        StoreColumn("rank_to", INTEGER, "hạng thấp nhất có thể; trống khi biết hạng"),
        StoreColumn("rank_out_of", INTEGER, "số đơn vị được xếp hạng"),
        StoreColumn("derivation", TEXT, "suy ra thế nào"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Bộ chỉ số", Role.TEXT, "index_code", required=True, example="SIPAS"),
        PERIOD,
        column("Mã hệ thống", Role.TEXT, "entity_id", required=True, help="Mã của đơn vị.", example="P63-45"),
        column("Tên đơn vị như nguồn ghi", Role.TEXT, "entity_name", example="Quảng Trị"),
        column("Nội dung", Role.TEXT, "part", default="TOTAL", help="Để trống là tổng điểm.", example="TOTAL"),
        column("Nguồn", Role.TEXT, "source", required=True, help="Địa chỉ hoặc văn bản đã đọc."),
        column("Lần đọc", Role.TEXT, "reading", default="1", help="Khi một nguồn nêu nhiều số.", example="1"),
        column(
            "Tình trạng",
            Role.CHOICE,
            "standing",
            choices=SIGHTING_STANDINGS,
            default="published",
            example="Suy ra",
        ),
        column("Điểm", Role.NUMBER, "value"),
        column("Điểm tối đa", Role.NUMBER, "max_score"),
        column("Hạng", Role.INTEGER, "rank"),
        column("Hạng thấp nhất có thể", Role.INTEGER, "rank_to", example="63"),
        column("Số đơn vị", Role.INTEGER, "rank_out_of", example="63"),
        column("Cách suy ra", Role.TEXT, "derivation", example="hạng = 26 + 23"),
        NOTE,
    ),
    order=("index_code", "period_id", "part", "entity_id", "source", "reading"),
    scope=("index_code", "period_id"),
)

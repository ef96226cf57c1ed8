"""What the office told the intake once and need not tell again: the layout of a file, what a written name means."""

from cchc_metrics.schema.base import NAME_SUBJECTS, Kind, Role, StoreColumn
from cchc_metrics.schema.columns import DATE, INDEX, NOTE, PERIOD, SOURCE, TEXT, column

LAYOUTS = Kind(
    name="layouts",
    title="Bố cục tệp đã nhớ",
    table="layout",
    grain=(StoreColumn("fingerprint", TEXT, "dấu của bố cục: cùng tiêu đề, cùng thứ tự cột"),),
    values=(
        StoreColumn("name", TEXT, "tên tệp đầu tiên có bố cục này"),
        StoreColumn("kind", TEXT, "loại dữ liệu"),
        StoreColumn("mapping", TEXT, "ánh xạ dạng JSON"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Dấu bố cục", Role.TEXT, "fingerprint", required=True, help="Do phần mềm tính từ tiêu đề của tệp."),
        column("Tên bố cục", Role.TEXT, "name"),
        column("Loại dữ liệu", Role.TEXT, "kind", required=True, example="scores"),
        column("Ánh xạ", Role.TEXT, "mapping", required=True, help="Nội dung tệp ánh xạ (JSON) xuất từ màn hình nạp."),
        NOTE,
    ),
    order=("fingerprint",),
)

NAMES = Kind(
    name="names",
    title="Tên gọi đã xác nhận",
    table="name_answer",
    grain=(
        StoreColumn("subject", TEXT, "entity: đơn vị · node: tiêu chí · mark: ký hiệu thay cho số"),
        StoreColumn("scope", TEXT, "bộ chỉ số của tiêu chí và ký hiệu; hệ 63 hoặc 34 của đơn vị"),
        StoreColumn("written", TEXT, "cách viết trong tệp, đã chuẩn hoá"),
    ),
    values=(
        StoreColumn("target", TEXT, "mã đơn vị, mã tiêu chí, nghĩa của ký hiệu; - là không phải đơn vị hay tiêu chí"),
        StoreColumn("written_as", TEXT, "cách viết nguyên văn lần đầu gặp"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Đối tượng", Role.CHOICE, "subject", required=True, choices=NAME_SUBJECTS, example="Đơn vị"),
        column(
            "Phạm vi", Role.TEXT, "scope", help="Hệ 63 hoặc 34 với đơn vị; tên bộ chỉ số với tiêu chí.", example="63"
        ),
        column("Cách viết", Role.TEXT, "written", required=True, example="t p hcm"),
        column("Nghĩa là", Role.TEXT, "target", required=True, example="P63-79"),
        column("Nguyên văn", Role.TEXT, "written_as"),
        NOTE,
    ),
    order=("subject", "scope", "written"),
)

TRANSLATIONS = Kind(
    name="translations",
    title="Bản dịch tên gọi",
    table="name_translation",
    grain=(
        StoreColumn("language", TEXT, "mã ngôn ngữ: en"),
        StoreColumn("words", TEXT, "tên tiếng Việt, đúng chữ như trong danh mục"),
    ),
    values=(
        StoreColumn("translation", TEXT, "tên trong ngôn ngữ đó"),
        StoreColumn("source", TEXT, "nguồn của bản dịch; trống: bên lập phần mềm dịch"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Ngôn ngữ", Role.TEXT, "language", required=True, help="Mã ngôn ngữ, ví dụ en.", example="en"),
        column(
            "Nguyên văn",
            Role.TEXT,
            "words",
            required=True,
            help="Tên đúng như trong danh mục tiếng Việt.",
            example="Cung ứng dịch vụ công",
        ),
        column("Bản dịch", Role.TEXT, "translation", required=True, example="Public Service Delivery"),
        SOURCE,
        NOTE,
    ),
    order=("language", "words"),
)

FIGURE_NOTES = Kind(
    name="figure-notes",
    title="Ghi chú trên biểu đồ",
    table="figure_note",
    grain=(
        StoreColumn("index_code", TEXT, "bộ chỉ số"),
        StoreColumn("node_code", TEXT, "tiêu chí"),
        StoreColumn("entity_id", TEXT, "đơn vị của số liệu; «*»: ghi chú cho cả năm, mọi đơn vị"),
        StoreColumn("period_id", TEXT, "năm chỉ số"),
        StoreColumn("note_no", TEXT, "số thứ tự ghi chú"),
    ),
    values=(
        StoreColumn("text", TEXT, "nội dung ghi chú"),
        StoreColumn("by_name", TEXT, "người ghi"),
        StoreColumn("noted_on", DATE, "ngày của việc được ghi chú; trống: cả năm"),
    ),
    template=(
        INDEX,
        column("Tiêu chí được ghi chú", Role.TEXT, "node_code", required=True, example="TOTAL"),
        column("Đơn vị được ghi chú", Role.TEXT, "entity_id", required=True, example="P63-45"),
        PERIOD,
        column("Số ghi chú", Role.TEXT, "note_no", required=True, example="1"),
        column("Nội dung", Role.TEXT, "text", required=True, example="Một cửa mới từ 2022"),
        column("Người viết", Role.TEXT, "by_name"),
        column("Ngày xảy ra", Role.DATE, "noted_on", help="Để trống khi ghi chú cho cả năm.", example="01/07/2022"),
    ),
    order=("index_code", "node_code", "period_id", "note_no"),
    version=2,
)

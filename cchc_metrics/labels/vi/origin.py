"""Page Nguồn gốc số liệu: where one figure comes from, and every value it ever had."""

from cchc_metrics.labels.texts.origin import OriginTexts

TEXTS = OriginTexts(
    title="Nguồn gốc số liệu",
    lead="Chọn một con số để xem nó đến từ tệp nào, trang nào, ô nào, và đã từng thay đổi ra sao.",
    finding="{entity}, {criterion}, {index} {period}: {value}, lấy từ {place}.",
    finding_closed="{entity}, {criterion}, {index} {period}: không còn giá trị hiệu lực; các giá trị cũ vẫn được giữ.",
    finding_none="{entity}, {criterion}, {index} {period}: chưa có số liệu trong hệ thống.",
    empty_title="Chưa có số liệu này",
    empty_body="Không có lượt nạp nào ghi con số này. Chọn kỳ, nội dung khác hoặc nạp số liệu.",
    caption="Mọi giá trị từng có, mới nhất ở trên ({count} giá trị)",
    version="Lượt",
    value="Giá trị",
    rank="Hạng công bố",
    known="Hệ thống biết từ",
    in_force="Hiệu lực",
    replaced="thay bởi lượt {seq}",
    replaces="Thay cho",
    was="{value} (lượt {seq})",
    corrects="{value} (lượt {seq}), theo nguồn đính chính",
    link="Xem nguồn gốc",
    file="Tệp và ô",
    typed="nhập trên màn hình",
    who="Người nạp",
    published_on="Ngày công bố",
    unknown_day="chưa rõ",
    source="Nguồn",
    note="Ghi chú",
    printed="trong ô: {printed}",
    sheet_cell="trang {sheet}, ô {cell}",
    download="Tải tệp gốc của giá trị đang hiệu lực",
    clocks_title="Hai mốc thời gian",
    clocks=(
        "«Hệ thống biết từ» là lúc lượt nạp được ghi. «Ngày công bố» là ngày nguồn ban hành, lấy từ danh mục nguồn; "
        "chưa rõ thì ghi là chưa rõ."
    ),
)

"""Page Nguồn gốc số liệu: where one figure comes from, and every value it ever had."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OriginTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Nguồn gốc số liệu"
    lead: str = "Chọn một con số để xem nó đến từ tệp nào, trang nào, ô nào, và đã từng thay đổi ra sao."
    finding: str = "{entity}, {criterion}, {index} {period}: {value}, lấy từ {place}."
    finding_closed: str = (
        "{entity}, {criterion}, {index} {period}: không còn giá trị hiệu lực; các giá trị cũ vẫn được giữ."
    )
    finding_none: str = "{entity}, {criterion}, {index} {period}: chưa có số liệu trong hệ thống."
    empty_title: str = "Chưa có số liệu này"
    empty_body: str = "Không có lượt nạp nào ghi con số này. Chọn kỳ, nội dung khác hoặc nạp số liệu."
    caption: str = "Mọi giá trị từng có, mới nhất ở trên ({count} giá trị)"
    version: str = "Lượt"
    value: str = "Giá trị"
    rank: str = "Hạng công bố"
    known: str = "Hệ thống biết từ"
    in_force: str = "Hiệu lực"
    replaced: str = "thay bởi lượt {seq}"
    replaces: str = "Thay cho"
    # value, seq
    was: str = "{value} (lượt {seq})"
    # value, seq
    corrects: str = "{value} (lượt {seq}), theo nguồn đính chính"
    link: str = "Xem nguồn gốc"
    file: str = "Tệp và ô"
    typed: str = "nhập trên màn hình"
    who: str = "Người nạp"
    published_on: str = "Ngày công bố"
    unknown_day: str = "chưa rõ"
    source: str = "Nguồn"
    note: str = "Ghi chú"
    printed: str = "trong ô: {printed}"
    sheet_cell: str = "trang {sheet}, ô {cell}"
    download: str = "Tải tệp gốc của giá trị đang hiệu lực"
    clocks_title: str = "Hai mốc thời gian"
    clocks: str = (
        "«Hệ thống biết từ» là lúc lượt nạp được ghi. «Ngày công bố» là ngày nguồn ban hành, lấy từ danh mục nguồn; "
        "chưa rõ thì ghi là chưa rõ."
    )

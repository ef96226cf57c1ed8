"""Finding a place, a province, a criterion, a unit or a year by words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchTexts:
    """Placeholders in braces are filled with ``str.format``."""

    box: str = "Tìm"
    hint: str = "Tìm (Ctrl+K)"
    # words
    results: str = "Kết quả tìm «{words}»"
    # words
    none: str = (
        "Không tìm thấy «{words}». Thử tên tỉnh, tên chỉ số, năm, tên nội dung hoặc tên đơn vị; gõ không dấu cũng được."
    )
    place: str = "nơi"
    looking: str = "đang xem"
    criterion: str = "nội dung"
    unit: str = "đơn vị"
    term: str = "thuật ngữ"
    document: str = "văn bản"
    source: str = "nguồn số liệu"
    report_kind: str = "báo cáo đã gửi"
    # unit, period
    report: str = "Báo cáo {unit} · {period}"
    documents: tuple[str, ...] = (
        "Báo cáo tổng hợp cải cách hành chính",
        "Bản một trang cho lãnh đạo",
        "Công văn đôn đốc báo cáo",
        "Biểu tổng hợp số liệu của các đơn vị",
    )
    # part, subject
    seen: str = "{part}: {subject}"

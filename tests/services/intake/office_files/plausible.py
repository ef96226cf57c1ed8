"""Tables as they lie on a desk: headers, names and numbers that people read at once and programs trip over."""

from collections.abc import Callable, Iterator
from datetime import date

from tests.services.intake.office_files.builders import OfficeFile, Page, Paper, number_of, papi, some

DAY = "yyyy"


def _down(page: Page, heads: dict[str, str], names: list[str] | None = None, row: int = 2) -> None:
    """Provinces down from a row, one criterion a column from B; names: how each province is written."""
    for at, (entity, name) in enumerate(some(6)):
        page.put(row + at, 1, names[at] if names else name)
        for column, code in enumerate(heads, 2):
            page.score(row + at, column, papi(entity, code))
    page.line(row - 1, ["Tỉnh", *heads.values()])


def numbered_areas() -> OfficeFile:
    """«Trục 1» over two years, each of them a column."""
    paper = Paper()
    page = paper.page("Bảng 1")
    page.line(1, ["CHỈ SỐ PAPI NĂM 2023 – SO SÁNH VỚI NĂM 2022"])
    page.line(2, ["TT", "Tỉnh/TP"])
    page.line(3, [None, None, "2022", "2023", "2022", "2023"])
    page.merge(2, 1, 3, 1)
    page.merge(2, 2, 3, 2)
    page.merge(2, 3, 2, 4, "Trục 1")
    page.merge(2, 5, 2, 6, "Trục 2")
    for row, (entity, name) in enumerate(some(6), 4):
        page.line(row, [row - 3, name])
        for column, (code, year) in enumerate((("D1", "2022"), ("D1", "2023"), ("D2", "2022"), ("D2", "2023")), 3):
            page.score(row, column, papi(entity, code, year))
    return paper.file("PAPI 2023.xlsx")


def years_as_dates() -> OfficeFile:
    """Day cells that show a year, under a title with the name of the total."""
    paper = Paper()
    page = paper.page("Chuỗi số liệu")
    page.line(1, ["PAPI – tổng điểm"])
    page.line(2, ["Tỉnh"])
    for column, year in enumerate((2021, 2022, 2023), 2):
        page.put(2, column, date(year, 12, 31), DAY)
        for row, (entity, name) in enumerate(some(6), 3):
            page.put(row, 1, name)
            page.score(row, column, papi(entity, "TOTAL", str(year)))
    return paper.file("PAPI các năm.xlsx")


def names_with_ordinals() -> OfficeFile:
    paper = Paper()
    _down(paper.page("PAPI 2023"), {"D1": "D1"}, [f"{at}. {name}" for at, (_, name) in enumerate(some(6), 1)])
    return paper.file("PAPI 2023.xlsx")


def names_with_titles() -> OfficeFile:
    """«T. Cao Bằng», «Hai Giang Province»: short titles before, English ones behind."""
    paper = Paper()
    written = [f"T. {name}" if at % 2 else f"{name} Province" for at, (_, name) in enumerate(some(6))]
    _down(paper.page("PAPI 2023"), {"D1": "D1", "D2": "D2"}, written)
    return paper.file("PAPI 2023.xlsx")


def _one_column(written: Callable[[float], str], *errors: str) -> Callable[[], OfficeFile]:
    """One of two columns written in some way that is no number."""

    def build() -> OfficeFile:
        paper = Paper()
        page = paper.page("PAPI 2023")
        _down(page, {"D1": "D1", "D2": "D2"})
        for row, (entity, _) in enumerate(some(6), 2):
            page.put(row, 2, written(number_of(papi(entity, "D1"))).replace(".", ","))
        return paper.file("PAPI 2023.xlsx", *errors)

    return build


def marks_among_numbers() -> OfficeFile:
    """More marks than numbers under the name of a criterion: asked about, not left out."""
    paper = Paper()
    page = paper.page("PAPI 2023")
    _down(page, {"D1": "D1", "D2": "D2"})
    for row, mark in enumerate(("NA", "-", "…", "n/a"), 2):
        page.put(row, 3, mark)
    return paper.file("PAPI 2023.xlsx", "mark_unsure", "unclear_mark")


def interval_beside() -> OfficeFile:
    """Intervals in one cell beside the scores that they are of: told, with the kind that takes them."""
    paper = Paper()
    page = paper.page("PAPI 2023")
    page.line(1, ["Tỉnh", "Tổng điểm", "Khoảng tin cậy 95%"])
    for row, (entity, name) in enumerate(some(6), 2):
        page.put(row, 1, name)
        page.score(row, 2, papi(entity, "TOTAL"))
        page.put(row, 3, "41,2–43,1")
    return paper.file("PAPI 2023.xlsx", told=("numbers_unread",))


def years_with_words() -> OfficeFile:
    """Years of rows that cannot all be read, under «Năm»: no row is of the year in the file's name for that."""
    paper = Paper()
    page = paper.page("Data")
    page.line(1, ["Tỉnh", "Năm", "Chỉ số PAPI"])
    for row, (_, name) in enumerate(some(6), 2):
        page.line(row, [name, "Năm 2022" if row % 2 else "2023 (sơ bộ)", 40 + row / 10])
    return paper.file("PAPI 2023.xlsx", "column_left")


def half_of_a_base() -> OfficeFile:
    """Six names of the index year 2025, which may have come on either base: one question."""
    paper = Paper()
    page = paper.page("PAPI 2025")
    page.line(1, ["Tỉnh", "Tổng điểm"])
    for row, name in enumerate(("TP. Huế", "Quảng Trị", "Đắk Lắk", "Lâm Đồng", "TP. Hồ Chí Minh", "Quảng Bình"), 2):
        page.line(row, [name, 42 + row / 10])
    return paper.file("PAPI 2025.xlsx", "entity_ambiguous", "base_open")


def one_old_name() -> OfficeFile:
    """One province alone, of a name that only the old base has, decides for nobody."""
    paper = Paper()
    page = paper.page("PAPI 2025")
    page.line(1, ["Tỉnh", "Tổng điểm", "D1"])
    page.line(2, ["Quảng Bình", 42.5, 5.5])
    page.line(3, ["Cả nước", 41.5, 5.1])
    return paper.file("PAPI 2025.xlsx", "base_open")


def files() -> Iterator[tuple[str, Callable[[], OfficeFile]]]:
    yield "areas by number over two years", numbered_areas
    yield "years as day cells", years_as_dates
    yield "names behind ordinals", names_with_ordinals
    yield "names with short and English titles", names_with_titles
    yield "intervals for numbers", _one_column(lambda one: f"{one - 0.4:.2f}–{one + 0.4:.2f}", "not_a_number")
    yield "plus and minus for numbers", _one_column(lambda one: f"{one:.2f} ± 0.3", "not_a_number")
    yield "ranks in brackets", _one_column(lambda one: f"{one:.2f} (12)", "not_a_number")
    yield "numbers with the number of a note", _one_column(lambda one: f"{one:.2f}¹", "not_a_number")
    yield "more marks than numbers", marks_among_numbers
    yield "intervals beside numbers", interval_beside
    yield "years of rows with words beside them", years_with_words
    yield "a year of either base, names of both", half_of_a_base
    yield "a year of either base, one old name", one_old_name

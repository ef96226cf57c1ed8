"""What a province's own office keeps: its scoring tables, its series over years, tables beside and below each other."""

from collections.abc import Callable, Iterator

from tests.services.intake.office_files.builders import OfficeFile, Page, Paper, nodes, number_of, papi, provinces, some
from tests.services.intake.office_files.national import AREAS, PAPI

OWN = "P63-45"
PROCEDURES = "Thủ tục hành chính công"
YEARS = ("2019", "2020", "2021", "2022", "2023", "2024")


def emblem(page: Page) -> None:
    page.line(1, ["UBND TỈNH QUẢNG TRỊ", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    page.line(2, ["SỞ NỘI VỤ", None, None, "Độc lập - Tự do - Hạnh phúc"])


def own_areas() -> OfficeFile:
    """Areas as sections with roman numbers, the sum of all, signatures."""
    paper = Paper()
    page = paper.page("Tự chấm")
    emblem(page)
    page.merge(
        4, 1, 4, 6, "BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM 2017 CỦA TỈNH QUẢNG TRỊ"
    )
    page.line(6, ["TT", "Lĩnh vực/Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Ghi chú"])
    romans = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
    most = (10, 10, 14.5, 11, 16, 7, 16, 15.5)
    for at, (code, name, _) in enumerate(nodes(AREAS)):
        page.line(7 + at, [romans[at], name.upper(), most[at]])
        for step, kind in enumerate(("self", "appraised")):
            page.score(7 + at, 4 + step, (OWN, "PAR INDEX", code, "2017", kind))
    page.line(15, [None, "TỔNG ĐIỂM", 100])
    for step, kind in enumerate(("self", "appraised")):
        parts = [number_of((OWN, "PAR INDEX", code, "2017", kind)) for code, _, _ in nodes(AREAS)]
        page.score(15, 4 + step, (OWN, "PAR INDEX", "TOTAL", "2017", kind), value=round(sum(parts), 4))
    page.line(17, [None, "NGƯỜI LẬP BIỂU", None, None, "GIÁM ĐỐC"])
    return paper.file("tu cham.xlsx")


def own_criteria() -> OfficeFile:
    """The same down to criteria that no uploaded set has: named, with what is missing, and nothing is taken."""
    paper = Paper()
    page = paper.page("Tự chấm")
    emblem(page)
    page.put(4, 1, "BẢNG TỰ CHẤM ĐIỂM PAR INDEX NĂM 2017 TỈNH QUẢNG TRỊ")
    page.line(6, ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Ghi chú"])
    row = 7
    for at, (_, name, _) in enumerate(nodes(AREAS), start=1):
        page.line(row, [at, name, 10, 9.5, 9])
        for step in range(1, 6):
            page.line(row + step, [f"{at}.{step}", f"Tiêu chí thành phần số {step} của phần {at}", 2, 1.9, 1.8])
        row += 6
    return paper.file("tu cham.xlsx", "node_unknown")


def years_across() -> OfficeFile:
    paper = Paper()
    page = paper.page("D5")
    page.put(1, 1, f"CHỈ SỐ PAPI – NỘI DUNG: {PROCEDURES}")
    page.line(3, ["TT", "Tỉnh, thành phố", *(int(year) for year in YEARS)])
    for at, (entity, name) in enumerate(some(9), start=4):
        page.line(at, [at - 3, name])
        for place, year in enumerate(YEARS):
            page.score(at, 3 + place, papi(entity, "D5", year))
    return paper.file("chuoi.xlsx")


def years_in_pairs() -> OfficeFile:
    paper = Paper()
    page = paper.page("PAPI")
    page.put(1, 1, "TỔNG ĐIỂM PAPI CÁC NĂM")
    page.merge(3, 1, 4, 1, "TT"), page.merge(3, 2, 4, 2, "Tỉnh, thành phố")
    for place, year in enumerate(YEARS):
        page.merge(3, 3 + 2 * place, 3, 4 + 2 * place, f"Năm {year}")
        page.line(4, ["Điểm", "Hạng"], 3 + 2 * place)
    for at, (entity, name) in enumerate(some(9), start=5):
        page.line(at, [at - 4, name])
        for place, year in enumerate(YEARS):
            page.score(at, 3 + 2 * place, papi(entity, "TOTAL", year))
            page.rank(at, 4 + 2 * place, papi(entity, "TOTAL", year), (at + place) % 9 + 1)
    return paper.file("chuoi.xlsx")


def provinces_across() -> OfficeFile:
    paper = Paper()
    page = paper.page("So sánh")
    page.put(1, 1, "So sánh điểm PAPI năm 2023 của các tỉnh Bắc Trung Bộ")
    names = [one for one in provinces() if one[1] in ("Hà Tĩnh", "Quảng Bình", "Quảng Trị", "Nghệ An")]
    page.line(3, ["TT", "Nội dung", *(name for _, name in names)])
    for row, (code, name, _) in enumerate(nodes(PAPI), start=4):
        page.line(row, [row - 3, name])
        for at, (entity, _) in enumerate(names):
            page.score(row, 3 + at, papi(entity, code))
    page.line(12, [None, "Tổng điểm"])
    for at, (entity, _) in enumerate(names):
        page.score(12, 3 + at, papi(entity, "TOTAL"))
    return paper.file("so sanh.xlsx")


def _small(page: Page, row: int, column: int, year: str) -> None:
    page.put(row, column, f"Chỉ số PAPI năm {year}")
    heads = nodes(PAPI)[:3]
    page.line(row + 1, ["TT", "Tỉnh", *(name for _, name, _ in heads)], column)
    for at, (entity, name) in enumerate(some(5)):
        page.line(row + 2 + at, [at + 1, name], column)
        for place, (code, _, _) in enumerate(heads):
            page.score(row + 2 + at, column + 2 + place, papi(entity, code, year))


def stacked() -> OfficeFile:
    paper = Paper()
    page = paper.page("Tổng hợp")
    _small(page, 2, 1, "2022"), _small(page, 11, 1, "2023")
    return paper.file("x.xlsx")


def side_by_side() -> OfficeFile:
    paper = Paper()
    page = paper.page("Tổng hợp")
    _small(page, 2, 1, "2022"), _small(page, 2, 7, "2023")
    return paper.file("x.xlsx")


def sheet_per_year_by_title() -> OfficeFile:
    paper = Paper()
    for at, year in enumerate(YEARS[-3:], start=1):
        page = paper.page(f"Sheet{at}")
        emblem(page)
        page.merge(4, 1, 4, 8, f"CHỈ SỐ PAPI\nNĂM {year}")
        page.line(6, ["TT", "Tỉnh", *(name for _, name, _ in nodes(PAPI))])
        for row, (entity, name) in enumerate(some(), start=7):
            page.line(row, [row - 6, name])
            for place, (code, _, _) in enumerate(nodes(PAPI)):
                page.score(row, 3 + place, papi(entity, code, year))
    return paper.file("papi cac nam.xlsx")


def years_down_for_us() -> OfficeFile:
    """Our own results, a row a year."""
    paper = Paper()
    page = paper.page("Quảng Trị")
    page.put(1, 1, "Kết quả PAPI của tỉnh Quảng Trị qua các năm")
    page.line(3, ["Năm", *(name for _, name, _ in nodes(PAPI)), "Tổng điểm", "Xếp hạng"])
    for row, year in enumerate(YEARS[2:], start=4):
        page.put(row, 1, int(year))
        for place, code in enumerate([*(code for code, _, _ in nodes(PAPI)), "TOTAL"]):
            page.score(row, 2 + place, papi(OWN, code, year))
        page.rank(row, 11, papi(OWN, "TOTAL", year), 20 + row)
    return paper.file("quang tri.xlsx")


def new_provinces() -> OfficeFile:
    """34 provinces for the index year 2025, the name of one of them old and new."""
    paper = Paper()
    page = paper.page("PAPI 2025")
    page.line(1, ["TT", "Tỉnh, thành phố", *(name for _, name, _ in nodes(PAPI))])
    for row, (entity, name) in enumerate(provinces("34"), start=2):
        page.line(row, [row - 1, name])
        for place, (code, _, _) in enumerate(nodes(PAPI)):
            page.score(row, 3 + place, papi(entity, code, "2025"))
    return paper.file("papi 2025.xlsx")


def eras_mixed() -> OfficeFile:
    """63 provinces in the sheet of 2024, 34 in that of 2026."""
    paper = Paper()
    for year, era in (("2024", "63"), ("2026", "34")):
        page = paper.page(year)
        page.put(1, 1, "Tổng điểm PAPI")
        page.line(2, ["Tỉnh", "Tổng điểm PAPI"])
        for row, (entity, name) in enumerate(provinces(era), start=3):
            page.put(row, 1, name)
            page.score(row, 2, papi(entity, "TOTAL", year))
    return paper.file("papi.xlsx")


def old_names_in_a_new_year() -> OfficeFile:
    paper = Paper()
    page = paper.page("PAPI 2026")
    page.line(1, ["Tỉnh", *(name for _, name, _ in nodes(PAPI)[:2])])
    for row, name in enumerate(("Hà Nội", "Quảng Bình", "Kon Tum"), start=2):
        page.line(row, [name, 5.1, 5.2])
    return paper.file("papi.xlsx", "entity_not_in_period")


def long_merged() -> OfficeFile:
    """The province merged over the rows of its criteria."""
    paper = Paper()
    page = paper.page("2023")
    page.put(1, 1, "Điểm PAPI 2023 theo nội dung")
    page.line(3, ["Tỉnh", "Nội dung", "Điểm", "Hạng"])
    row = 4
    for place, (entity, name) in enumerate(some(4)):
        page.merge(row, 1, row + 7, 1, name)
        for code, title, _ in nodes(PAPI):
            page.put(row, 2, title)
            page.score(row, 3, papi(entity, code))
            page.rank(row, 4, papi(entity, code), place + 1)
            row += 1
    return paper.file("x.xlsx")


def districts() -> OfficeFile:
    """The satisfaction of each district: units that no list has."""
    paper = Paper()
    page = paper.page("SIPAS huyện 2023")
    page.put(1, 1, "CHỈ SỐ HÀI LÒNG (SIPAS) CÁC HUYỆN, THỊ XÃ NĂM 2023")
    page.line(3, ["TT", "Đơn vị", "Chỉ số hài lòng (%)"])
    for row, name in enumerate(("Hải Lăng", "Triệu Phong", "Gio Linh", "Vĩnh Linh", "Cam Lộ"), start=4):
        page.line(row, [row - 3, f"Huyện {name}", 80 + row])
    return paper.file("huyen.xlsx", "kind_not_recognised")


def files() -> Iterator[tuple[str, Callable[[], OfficeFile]]]:
    """Every file of this module with its name."""
    yield "our scoring of areas", own_areas
    yield "our scoring down to criteria nobody uploaded", own_criteria
    yield "years across for one criterion", years_across
    yield "years across in pairs of score and rank", years_in_pairs
    yield "provinces across", provinces_across
    yield "two tables stacked", stacked
    yield "two tables side by side", side_by_side
    yield "a sheet per year known by its title", sheet_per_year_by_title
    yield "our results, a row a year", years_down_for_us
    yield "34 provinces", new_provinces
    yield "63 and 34 provinces in one file", eras_mixed
    yield "old provinces in a new year", old_names_in_a_new_year
    yield "the province merged over its rows", long_merged
    yield "districts", districts

"""National tables as publishers and provinces send them: PAPI, PCI, PAR INDEX and SIPAS of all provinces."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tests.services.intake.office_files.builders import OfficeFile, Page, Paper, nodes, number_of, papi, provinces, some

PAPI = "PAPI từ 2021"
AREAS = "2948/QĐ-BNV (2017)"
TITLE = "CHỈ SỐ HIỆU QUẢ QUẢN TRỊ VÀ HÀNH CHÍNH CÔNG CẤP TỈNH (PAPI)"
TOTAL_NAME = "Tổng điểm"


def papi_body(page: Page, row: int, names: Sequence[tuple[str, str]], year: str, first: int = 3) -> int:
    """Provinces down from a row, eight dimensions across from a column; the row after."""
    for at, (entity, name) in enumerate(names):
        page.line(row + at, [at + 1, name])
        for place, (code, _, _) in enumerate(nodes(PAPI)):
            page.score(row + at, first + place, papi(entity, code, year))
    return row + len(names)


def papi_two_languages_in_rows() -> OfficeFile:
    """One sheet a year, an English row under the Vietnamese one, all provinces."""
    paper = Paper()
    for year in ("2022", "2023"):
        page = paper.page(year)
        page.merge(1, 1, 1, 11, f"{TITLE} NĂM {year}")
        page.merge(2, 1, 2, 11, "Provincial Governance and Public Administration Performance Index")
        page.line(4, ["TT", "Tỉnh, thành phố", *(name for _, name, _ in nodes(PAPI)), TOTAL_NAME])
        page.line(5, ["No.", "Province", *(english for _, _, english in nodes(PAPI)), "Total score"])
        end = papi_body(page, 6, provinces(), year)
        for row, (entity, _) in enumerate(provinces(), start=6):
            page.score(row, 11, papi(entity, "TOTAL", year))
        page.put(end + 1, 1, "Nguồn/Source: CECODES, RTA và UNDP")
    return paper.file("PAPI 2022-2023.xlsx")


def papi_two_languages_in_cells() -> OfficeFile:
    paper = Paper()
    page = paper.page("Data")
    page.put(1, 1, "Chỉ số PAPI năm 2023/PAPI 2023")
    page.line(3, ["STT/No", "Tỉnh/Province", *(f"{name}/{english}" for _, name, english in nodes(PAPI))])
    papi_body(page, 4, some(12), "2023")
    return paper.file("papi.xlsx")


def papi_by_region() -> OfficeFile:
    """Sections with the region's name, and a mean of the region that is the publisher's own."""
    paper = Paper()
    page = paper.page("PAPI 2023")
    page.line(2, ["TT", "Tỉnh, thành phố", *(name for _, name, _ in nodes(PAPI))])
    row = 3
    for number, (title, names) in enumerate((("I", some(5)[:4]), ("II", provinces()[10:15]))):
        page.line(row, [title, "VÙNG THỨ NHẤT" if not number else "Vùng thứ hai"])
        row = papi_body(page, row + 1, names, "2023")
        page.line(row, [None, "Trung bình vùng", *[5.5] * 8])
        row += 1
    return paper.file("papi.xlsx")


def papi_withheld(written: float | None) -> Callable[[], OfficeFile]:
    """Two provinces whose results were not published: zeros are taken only with a reason, blanks are asked about."""

    def build() -> OfficeFile:
        paper = Paper()
        page = paper.page("Chỉ số PAPI 2023")
        page.line(1, ["TT", "Tỉnh", *(name for _, name, _ in nodes(PAPI))])
        papi_body(page, 2, provinces(), "2023")
        for row in (5, 9):
            for column in range(3, 11):
                page.sheet.cell(row, column).value = written  # type: ignore[assignment]
            for code, _, _ in nodes(PAPI):
                key = papi(provinces()[row - 2][0], code)
                paper.facts[key] = replace(paper.facts[key], value=0.0)
        return (
            paper.file("papi.xlsx", told=["zero_province"]) if written == 0 else paper.file("papi.xlsx", "value_empty")
        )

    return build


def papi_codes() -> OfficeFile:
    """«Trục 1», «D2», «Nội dung 3: …»: what numbers a dimension."""
    paper = Paper()
    page = paper.page("PAPI2023")
    heads = [
        f"D{code[1:]}. {name}" if at % 2 else f"Nội dung {code[1:]}: {name}"
        for at, (code, name, _) in enumerate(nodes(PAPI))
    ]
    page.line(1, ["Mã tỉnh", "Tỉnh", *heads])
    papi_body(page, 2, some(), "2023")
    for row, (entity, _) in enumerate(some(), start=2):
        page.put(row, 1, int(entity[-2:]))
    return paper.file("so-lieu.xlsx")


def papi_ranks_unheaded() -> OfficeFile:
    """A rank right of each score."""
    paper = Paper()
    page = paper.page("2023")
    page.put(1, 1, "BẢNG XẾP HẠNG PAPI")
    heads = [text for _, name, _ in nodes(PAPI) for text in (name, "Xếp hạng")]
    page.line(3, ["TT", "Địa phương", *heads])
    for at, (entity, name) in enumerate(some()):
        page.line(4 + at, [at + 1, name])
        for place, (code, _, _) in enumerate(nodes(PAPI)):
            page.score(4 + at, 3 + 2 * place, papi(entity, code))
            page.rank(4 + at, 4 + 2 * place, papi(entity, code), at + 1 + place)
    return paper.file("x.xlsx")


def pci(entity: str, node: str, year: str) -> tuple[str, str, str, str, str]:
    return entity, "PCI", node, year, "published"


PCI_2010 = (
    "Chi phí gia nhập thị trường",
    "Tiếp cận đất đai",
    "Tính minh bạch",
    "Chi phí thời gian",
    "Chi phí không chính thức",
    "Tính năng động",
    "Dịch vụ hỗ trợ doanh nghiệp",
    "Đào tạo lao động",
    "Thiết chế pháp lý",
)


def pci_old() -> OfficeFile:
    """One sheet, «Điểm | Hạng» under each component and under the whole."""
    paper = Paper()
    page = paper.page("Sheet1")
    page.merge(1, 1, 1, 20, "KẾT QUẢ XẾP HẠNG PCI NĂM 2010")
    page.merge(3, 1, 4, 1, "TT"), page.merge(3, 2, 4, 2, "Tỉnh/TP")
    for at, name in enumerate([*PCI_2010, "PCI 2010"]):
        page.merge(3, 3 + 2 * at, 3, 4 + 2 * at, name)
        page.line(4, ["Điểm", "Hạng"], 3 + 2 * at)
    for row, (entity, name) in enumerate(some(9), start=5):
        page.line(row, [row - 4, name])
        for at in range(10):
            key = pci(entity, str(at + 1) if at < 9 else "TOTAL", "2010")
            page.score(row, 3 + 2 * at, key)
            page.rank(row, 4 + 2 * at, key, row - 4)
    return paper.file("xep hang.xlsx")


def par_areas() -> OfficeFile:
    """Header of three rows: the area, «Điểm đánh giá» and «Tổng», the three kinds of score."""
    paper = Paper()
    page = paper.page("PAR INDEX")
    page.put(1, 1, "BẢNG TỔNG HỢP KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2017 CỦA CÁC TỈNH")
    page.merge(3, 1, 5, 1, "TT"), page.merge(3, 2, 5, 2, "Tỉnh, thành phố")
    kinds = {"self": "Tự chấm", "appraised": "Thẩm định", "survey": "Điều tra XHH"}
    for at, (_, name, _) in enumerate(nodes(AREAS)):
        left = 3 + 4 * at
        page.merge(3, left, 3, left + 3, name)
        page.merge(4, left, 4, left + 2, "Điểm đánh giá")
        page.merge(4, left + 3, 5, left + 3, "Tổng")
        page.line(5, list(kinds.values()), left)
    for row, (entity, name) in enumerate(some(8), start=6):
        page.line(row, [row - 5, name])
        for at, (code, _, _) in enumerate(nodes(AREAS)):
            for step, kind in enumerate(kinds):
                page.score(row, 3 + 4 * at + step, (entity, "PAR INDEX", code, "2017", kind))
            page.put(row, 6 + 4 * at, 5.55)
    return paper.file("tong hop.xlsx", told=["numbers_unread"])


def sipas_percent() -> OfficeFile:
    """Shares formatted as percents, with the rank beside them."""
    paper = Paper()
    page = paper.page("SIPAS")
    page.put(1, 2, "CHỈ SỐ HÀI LÒNG (SIPAS) NĂM 2023")
    page.line(3, ["STT", "Tỉnh/thành phố", "SIPAS 2023", "Xếp hạng"])
    for row, (entity, name) in enumerate(some(10), start=4):
        key = (entity, "SIPAS", "TOTAL", "2023", "published")
        page.line(row, [row - 3, name])
        page.score(row, 3, key, number_of(key) / 100, form="0.00%")
        page.rank(row, 4, key, row - 3)
    return paper.file("SIPAS.xlsx")


def aggregates_below() -> OfficeFile:
    paper = Paper()
    page = paper.page("2023")
    page.put(1, 1, "Chỉ số PAPI 2023")
    page.line(2, ["TT", "Tỉnh", *(name for _, name, _ in nodes(PAPI))])
    row = papi_body(page, 3, some(), "2023")
    page.put(row, 2, "Cả nước")
    for at, (code, _, _) in enumerate(nodes(PAPI), start=3):
        page.score(row, at, papi("VN", code))
    row += 1
    for name in ("Trung bình các tỉnh miền Trung", "Cao nhất", "Thấp nhất", "Trung vị", "Độ lệch chuẩn"):
        page.line(row, [None, name, *[5.5] * 8])
        row += 1
    return paper.file("x.xlsx", told=["row_aggregate"])


def english_sheet() -> OfficeFile:
    paper = Paper()
    page = paper.page("Dimensions")
    page.put(1, 1, "PAPI 2023 scores by province")
    page.line(3, ["Province", *(english for _, _, english in nodes(PAPI)), "Total score"])
    for row, (entity, name) in enumerate(
        zip(some(4), ("Ha Noi", "Ha Giang", "Cao Bang", "Quang Tri"), strict=True), start=4
    ):
        page.put(row, 1, name)
        for at, code in enumerate([*(code for code, _, _ in nodes(PAPI)), "TOTAL"]):
            page.score(row, 2 + at, papi(entity[0], code))
    return paper.file("papi_en.xlsx")


def files() -> Iterator[tuple[str, Callable[[], OfficeFile]]]:
    """Every file of this module with its name."""
    yield "PAPI, an English row under the Vietnamese one", papi_two_languages_in_rows
    yield "PAPI, two languages in a cell", papi_two_languages_in_cells
    yield "PAPI by region", papi_by_region
    yield "PAPI withheld as zero", papi_withheld(0)
    yield "PAPI withheld as blank", papi_withheld(None)
    yield "PAPI by number and name of dimension", papi_codes
    yield "PAPI with a rank right of each score", papi_ranks_unheaded
    yield "PCI with score and rank under each component", pci_old
    yield "PAR INDEX of areas by kind of score", par_areas
    yield "SIPAS in percent", sipas_percent
    yield "means, highest and lowest below", aggregates_below
    yield "an English sheet", english_sheet

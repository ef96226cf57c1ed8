"""Files that are hard to read right: encodings, wordings of numbers, hidden parts, contradictions, no scores at all."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime

from openpyxl.utils.datetime import CALENDAR_MAC_1904

from cchc_metrics.importing.legacy_tables import TABLES
from tests.services.intake.office_files.builders import Key, OfficeFile, Page, Paper, nodes, number_of, papi, some
from tests.services.intake.office_files.national import AREAS, PAPI, papi_body

HEADS = [name for _, name, _ in nodes(PAPI)]
CODES = [code for code, _, _ in nodes(PAPI)]


def plain(paper: Paper, title: str = "PAPI 2023", count: int = 6, heads: list[str] | None = None) -> Page:
    """The plainest table: provinces down from row 2, eight dimensions from column C."""
    page = paper.page(title)
    page.line(1, ["TT", "Tỉnh", *(heads or HEADS)])
    papi_body(page, 2, some(count), "2023")
    return page


def typed_in(font: str) -> Callable[[], OfficeFile]:
    """The same typed with a font from before Unicode: asked about, then read."""

    def old(text: str) -> str:
        letters = {modern: legacy for legacy, modern in TABLES[font].items()}
        return "".join(letters.get(letter, letter) for letter in unicodedata.normalize("NFC", text))

    def build() -> OfficeFile:
        paper = Paper()
        page = paper.page("PAPI 2023")
        page.line(1, ["TT", old("Tỉnh, thành phố"), *(old(name) for name in HEADS)])
        for row, (_, name) in enumerate(some(8), start=2):
            page.line(row, [row - 1, old(name), *[5.5] * 8])
        return paper.file("papi.xlsx", "legacy_font", "table_not_found")

    return build


def decomposed() -> OfficeFile:
    paper = Paper()
    page = plain(paper, heads=[unicodedata.normalize("NFD", name) for name in HEADS])
    for row in range(2, 8):
        page.put(row, 2, unicodedata.normalize("NFD", str(page.sheet.cell(row, 2).value)) + "\u200b")
    return paper.file("papi.xlsx")


def numbers_as_text() -> OfficeFile:
    """Every wording of a number that has one reading."""
    paper = Paper()
    page = plain(paper)
    wordings: list[Callable[[float], str]] = [
        lambda n: f"{n}".replace(".", ","),
        lambda n: f"{n}",
        lambda n: f"\u00a0{n}\u00a0".replace(".", ","),
        lambda n: f"{n}/10".replace(".", ","),
        lambda n: f" {n} / 10 ",
        lambda n: "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else "," for c in f"{n}"),
        lambda n: f"'{n}".replace(".", ","),
        lambda n: f"+{n}".replace(".", ","),
    ]
    for row, (entity, _) in enumerate(some(), start=2):
        for at, code in enumerate(CODES):
            page.score(row, 3 + at, papi(entity, code), wordings[at](number_of(papi(entity, code))))
    return paper.file("papi.xlsx")


def out_of_maximum() -> OfficeFile:
    """«12,45/13» under each area."""
    paper = Paper()
    page = paper.page("PAR INDEX 2017")
    most = (10, 10, 14.5, 11, 16, 7, 16, 15.5)
    page.line(1, ["STT", "Tỉnh", *(name for _, name, _ in nodes(AREAS))])
    for row, (entity, name) in enumerate(some(), start=2):
        page.line(row, [row - 1, name])
        for at, (code, _, _) in enumerate(nodes(AREAS)):
            key: Key = (entity, "PAR INDEX", code, "2017", "published")
            page.score(row, 3 + at, key, f"{number_of(key)}/{most[at]}".replace(".", ","))
    return paper.file("par.xlsx")


def typos() -> OfficeFile:
    paper = Paper()
    page = plain(paper)
    page.put(3, 2, "Hà Giagn"), page.put(5, 2, "Bắc Kạnn")
    return paper.file("papi.xlsx", "entity_unknown")


def units_mixed() -> OfficeFile:
    """Percent cells where points belong."""
    paper = Paper()
    page = plain(paper)
    for row in range(2, 8):
        page.put(row, 5, 0.655, "0.00%")
    return paper.file("papi.xlsx", "percent_for_points")


def thousands() -> OfficeFile:
    """«6.525» may be six and a half thousand; above a maximum of ten only one reading is left."""
    paper = Paper()
    page = plain(paper)
    for row, (entity, _) in enumerate(some(), start=2):
        value = round(number_of(papi(entity, "D3")), 3)
        written = f"{value:.3f}"
        page.score(row, 5, papi(entity, "D3"), written, value=value)
    return paper.file("papi.xlsx", told=["number_settled"])


def hidden_parts() -> OfficeFile:
    paper = Paper()
    page = plain(paper)
    page.sheet.row_dimensions[4].hidden = True
    page.sheet.column_dimensions["E"].hidden = True
    secret = paper.book.create_sheet("PAPI 2022")
    secret.append(["TT", "Tỉnh", *HEADS]), secret.append([1, "Hà Nội", *[5] * 8])
    secret.sheet_state = "hidden"
    return paper.file("papi.xlsx", told=["rows_hidden", "columns_hidden", "sheet_hidden"])


def formulas_without_results() -> OfficeFile:
    paper = Paper()
    page = plain(paper)
    for row in range(2, 8):
        page.put(row, 10, f"=SUM(C{row}:I{row})")
    return paper.file("papi.xlsx", "formula_without_result")


def dates_of_1904() -> OfficeFile:
    """Scores that a spreadsheet made dates of."""
    paper = Paper()
    paper.book.epoch = CALENDAR_MAC_1904
    page = plain(paper)
    page.put(4, 6, datetime(2023, 5, 12), "dd/mm/yyyy")
    return paper.file("papi.xlsx", "date_for_number")


def notes_between() -> OfficeFile:
    paper = Paper()
    page = paper.page("PAPI 2023")
    page.line(1, ["TT", "Tỉnh", *HEADS])
    row = papi_body(page, 2, some()[:3], "2023")
    page.put(row, 2, "(*) Số liệu của các tỉnh dưới đây được làm tròn")
    papi_body(page, row + 2, some()[3:], "2023")
    return paper.file("papi.xlsx")


def totals_beside() -> OfficeFile:
    """A sum and a mean of the columns: the sum is the index's own total, the mean nobody's."""
    paper = Paper()
    page = plain(paper, heads=[*HEADS, "Tổng điểm", "Trung bình", "So với năm 2022", "Mục tiêu 2023"])
    for row, (entity, _) in enumerate(some(), start=2):
        page.score(row, 11, papi(entity, "TOTAL"))
        page.line(row, [6.5, 0.2, 7], 12)
    return paper.file("papi.xlsx", told=["numbers_unread"])


def swapped_codes() -> OfficeFile:
    """D5 and D6 before each other's names: nobody can tell which is meant, and neither is taken."""
    heads = [f"{code} {name}" for code, name in zip(CODES, HEADS, strict=True)]
    heads[4], heads[5] = f"D5 {HEADS[5]}", f"D6 {HEADS[4]}"
    paper = Paper()
    plain(paper, heads=heads)
    for entity, _ in some():
        for code in ("D5", "D6"):
            del paper.facts[papi(entity, code)]
    return paper.file("papi.xlsx", told=["numbers_unread"])


def years_contradict() -> OfficeFile:
    """The sheet says 2023, the title 2022."""
    paper = Paper()
    page = paper.page("2023")
    page.put(1, 1, "CHỈ SỐ PAPI NĂM 2022")
    page.line(2, ["TT", "Tỉnh", *HEADS])
    papi_body(page, 3, some(), "2023")
    return paper.file("papi.xlsx", told=["constant_contradicted"])


def only_codes() -> OfficeFile:
    """Codes under a title that names no index."""
    paper = Paper()
    page = paper.page("Tổng hợp 2023")
    page.line(1, ["TT", "Tỉnh", "d1", "d4", "d5"])
    for row, (_, name) in enumerate(some(), start=2):
        page.line(row, [row - 1, name, 120.5, 15, 3])
    return paper.file("du toan.xlsx", "wide_index_unknown")


def budget() -> OfficeFile:
    paper = Paper()
    page = paper.page("Dự toán 2023")
    page.put(1, 1, "DỰ TOÁN THU, CHI NGÂN SÁCH CÁC TỈNH NĂM 2023")
    page.put(2, 5, "Đơn vị: tỷ đồng")
    page.line(3, ["TT", "Tỉnh", "Tổng thu", "Thu nội địa", "Thu xuất nhập khẩu", "Tổng chi"])
    for row, (_, name) in enumerate(some(), start=4):
        page.line(row, [row - 3, name, 1000.5 + row, 700 + row, 300, 1200])
    return paper.file("du toan.xlsx", "table_not_found")


def attendance() -> OfficeFile:
    paper = Paper()
    page = paper.page("Danh sách")
    page.put(1, 1, "DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ CẢI CÁCH HÀNH CHÍNH")
    page.line(3, ["TT", "Họ và tên", "Số CCCD", "Điện thoại", "Đơn vị", "Ký tên"])
    for row in range(4, 14):
        page.line(row, [row - 3, f"Nguyễn Văn {chr(61 + row)}", f"0450850{row:05d}", f"09123456{row:02d}", "Sở Nội vụ"])
    return paper.file("danh sach.xlsx", "kind_not_recognised")


def secret() -> OfficeFile:
    paper = Paper()
    page = paper.page("PAPI 2023")
    page.put(1, 1, "MẬT")
    page.line(3, ["TT", "Tỉnh", *HEADS])
    papi_body(page, 4, some(), "2023")
    return paper.file("papi.xlsx", "secrecy_mark")


def codes_as_numbers() -> OfficeFile:
    """Codes of provinces as numbers, without their names."""
    paper = Paper()
    page = paper.page("PAPI 2023")
    page.line(1, ["Mã tỉnh", *HEADS])
    for row, (entity, _) in enumerate(some(8), start=2):
        page.put(row, 1, int(entity[-2:]))
        for at, code in enumerate(CODES):
            page.score(row, 2 + at, papi(entity, code))
    return paper.file("papi.xlsx")


def said_twice() -> OfficeFile:
    """A province in two rows with different numbers."""
    paper = Paper()
    page = plain(paper)
    page.line(8, [7, "Hà Nội", *[6.001] * 8])
    return paper.file("papi.xlsx", "rows_disagree")


def files() -> Iterator[tuple[str, Callable[[], OfficeFile]]]:
    """Every file of this module with its name."""
    yield "typed in TCVN3", typed_in("tcvn3")
    yield "typed in VNI", typed_in("vni")
    yield "letters and accents apart", decomposed
    yield "numbers as text", numbers_as_text
    yield "scores out of their maximum", out_of_maximum
    yield "misspelt provinces", typos
    yield "percents among points", units_mixed
    yield "numbers with one mark before three digits", thousands
    yield "hidden rows, columns and sheets", hidden_parts
    yield "formulas without results", formulas_without_results
    yield "dates of 1904", dates_of_1904
    yield "notes between rows", notes_between
    yield "sums, means, changes and targets beside", totals_beside
    yield "codes and names swapped", swapped_codes
    yield "sheet and title of different years", years_contradict
    yield "codes of no index", only_codes
    yield "a budget", budget
    yield "an attendance list", attendance
    yield "a file marked secret", secret
    yield "codes as numbers", codes_as_numbers
    yield "a province twice", said_twice

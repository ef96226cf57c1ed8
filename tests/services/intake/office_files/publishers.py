"""Ten publishers' styles, each in seven variants: as they release a table, and as it arrives from many hands."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from tests.services.intake.office_files.builders import Key, OfficeFile, Page, Paper, nodes, number_of, papi, some

PAPI = "PAPI từ 2021"
HEADS = tuple((code, name) for code, name, _ in nodes(PAPI))
Names = Sequence[tuple[str, str]]

# What a variant does to a table: the rows to leave free above it, and what comes after.
VARIANTS = (
    "as released",
    "under a letterhead",
    "with sums and notes",
    "moved to the right",
    "a mark",
    "a stranger",
    "cut",
)


class Sheet:
    """A page on which one table is written, with what the variant adds to it."""

    def __init__(self, paper: Paper, title: str, variant: str) -> None:
        self.page: Page = paper.page(title)
        self.variant = variant
        self.right = 2 if variant == "moved to the right" else 0
        self.row = 1

    def title(self, *lines: str) -> None:
        if self.variant == "under a letterhead":
            self.page.line(1, ["UBND TỈNH QUẢNG TRỊ", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
            self.page.line(2, ["VĂN PHÒNG", None, None, "Độc lập - Tự do - Hạnh phúc"])
            self.row = 4
        for line in lines:
            self.page.put(self.row, 1 + self.right, line)
            self.row += 1

    def line(self, values: Sequence[object]) -> None:
        self.page.line(self.row, values, 1 + self.right)
        self.row += 1

    def score(self, column: int, key: Key, written: object = None) -> None:
        self.page.score(self.row, column + self.right, key, written)

    def spoil(self, column: int, name_column: int, at: int) -> None:
        """One cell of the second row is a mark, its name a stranger's, or blank rows come before the third."""
        if at == 1 and self.variant == "a mark":
            self.page.put(self.row, column + self.right, "NA")
        if at == 1 and self.variant == "a stranger":
            self.page.put(self.row, name_column + self.right, "Quảng Trj")
            self.page.put(self.row, column + self.right, "đang phúc tra")
        if at == 3 and self.variant == "cut":
            self.row += 3

    def end(self, first: Sequence[object], notes: Sequence[str]) -> None:
        if self.variant == "with sums and notes":
            self.line(first)
            for note in notes:
                self.row += 1
                self.line([note])


ERRORS = {"a mark": ("mark_unsure",), "a stranger": ("entity_unknown", "not_a_number")}


def _file(paper: Paper, name: str, variant: str, errors: Sequence[str] | None = None) -> OfficeFile:
    return paper.file(name, *(ERRORS.get(variant, ()) if errors is None else errors))


def institute(variant: str) -> OfficeFile:
    """Two languages in the header, a criterion a column, the total last."""
    paper = Paper()
    sheet = Sheet(paper, "PAPI 2023", variant)
    sheet.title("Chỉ số PAPI năm 2023")
    sheet.line(["TT", "Tỉnh/Province", *(f"{name}/{english}" for _, name, english in nodes(PAPI))])
    for at, (entity, name) in enumerate(some(8)):
        if at == 3 and variant == "cut":
            sheet.row += 3
        sheet.page.line(sheet.row, [at + 1, name], 1 + sheet.right)
        for place, (code, _) in enumerate(HEADS, start=3):
            sheet.score(place, papi(entity, code))
        if variant != "cut":
            sheet.spoil(3, 2, at)
        sheet.row += 1
    sheet.end([None, "TỔNG SỐ", *[40] * 8], ["Nguồn: CECODES, RTA và UNDP"])
    return _file(paper, "papi.xlsx", variant)


def chamber(variant: str) -> OfficeFile:
    """Score and rank under each component."""
    paper = Paper()
    sheet = Sheet(paper, "PAPI", variant)
    sheet.title("KẾT QUẢ PAPI NĂM 2023")
    top, under = sheet.row, sheet.row + 1
    sheet.page.line(top, ["STT", "Tỉnh, thành phố"], 1 + sheet.right)
    for at, (_, name) in enumerate(HEADS[:4]):
        sheet.page.merge(top, 3 + 2 * at + sheet.right, top, 4 + 2 * at + sheet.right, name)
        sheet.page.line(under, ["Điểm", "Hạng"], 3 + 2 * at + sheet.right)
    sheet.row += 2
    for at, (entity, name) in enumerate(some(7)):
        if at == 3 and variant == "cut":
            sheet.row += 3
        sheet.page.line(sheet.row, [at + 1, name], 1 + sheet.right)
        for place, (code, _) in enumerate(HEADS[:4]):
            sheet.score(3 + 2 * place, papi(entity, code))
            sheet.page.rank(sheet.row, 4 + 2 * place + sheet.right, papi(entity, code), at + 1)
        if variant != "cut":
            sheet.spoil(3, 2, at)
        sheet.row += 1
    sheet.end([None, "Trung bình", *[5.5, None] * 4], ["Ghi chú: điểm đã làm tròn"])
    return _file(paper, "ket qua.xlsx", variant)


def yearbook(variant: str) -> OfficeFile:
    """Years across, the last one preliminary."""
    paper = Paper()
    sheet = Sheet(paper, "PAPI", variant)
    sheet.title("Chỉ số PAPI phân theo địa phương", "PAPI by province")
    sheet.line(["Địa phương", "2021", "2022", "Sơ bộ 2023"])
    for at, (entity, name) in enumerate(some(8)):
        if at == 3 and variant == "cut":
            sheet.row += 3
        sheet.page.line(sheet.row, [name], 1 + sheet.right)
        for place, year in enumerate(("2021", "2022", "2023"), start=2):
            sheet.score(place, papi(entity, "TOTAL", year))
        if variant != "cut":
            sheet.spoil(2, 1, at)
        sheet.row += 1
    sheet.end(["Tổng cộng", 300, 310, 320], ["Nguồn: Niên giám thống kê"])
    return _file(paper, "nien giam.xlsx", variant)


def ministry(variant: str) -> OfficeFile:
    """The total with its rank, ordered by rank."""
    paper = Paper()
    sheet = Sheet(paper, "Xếp hạng", variant)
    sheet.title("XẾP HẠNG CHỈ SỐ PAPI NĂM 2023 CỦA CÁC TỈNH")
    sheet.line(["TT", "Tỉnh, thành phố", "Chỉ số PAPI", "Xếp hạng"])
    ordered = sorted(some(9), key=lambda one: -number_of(papi(one[0], "TOTAL")))
    for at, (entity, name) in enumerate(ordered):
        if at == 3 and variant == "cut":
            sheet.row += 3
        sheet.page.line(sheet.row, [at + 1, name], 1 + sheet.right)
        sheet.score(3, papi(entity, "TOTAL"))
        sheet.page.rank(sheet.row, 4 + sheet.right, papi(entity, "TOTAL"), at + 1)
        if variant != "cut":
            sheet.spoil(3, 2, at)
        sheet.row += 1
    sheet.end([None, "Trung bình", 42.1], ["(*) Số liệu theo Quyết định công bố"])
    return _file(paper, "xep hang.xlsx", variant)


def package(variant: str) -> OfficeFile:
    """What statistical software writes: a plain header of codes, points before decimals as text, no titles."""
    paper = Paper()
    sheet = Sheet(paper, "2023", variant)
    if variant == "under a letterhead":
        sheet.row = 1
    sheet.line(["province", *(code for code, _ in HEADS)])
    for at, (entity, name) in enumerate(some(8)):
        if at == 3 and variant == "cut":
            sheet.row += 3
        sheet.page.line(sheet.row, [name], 1 + sheet.right)
        for place, (code, _) in enumerate(HEADS, start=2):
            sheet.score(place, papi(entity, code), f"{number_of(papi(entity, code)):.4f}")
        if variant != "cut":
            sheet.spoil(2, 1, at)
        sheet.row += 1
    sheet.end(["mean", *["5.5"] * 8], ["source: papi.org.vn"])
    return _file(paper, "papi_scores.xlsx", variant)


def comparison(variant: str) -> OfficeFile:
    """Criteria down, provinces across."""
    paper = Paper()
    sheet = Sheet(paper, "So sánh", variant)
    sheet.title("SO SÁNH CHỈ SỐ PAPI NĂM 2023")
    names = some(5)
    sheet.line(["TT", "Nội dung", *(name for _, name in names)])
    for at, (code, head) in enumerate(HEADS):
        if at == 3 and variant == "cut":
            sheet.row += 3
        sheet.page.line(sheet.row, [at + 1, head], 1 + sheet.right)
        for place, (entity, _) in enumerate(names, start=3):
            sheet.score(place, papi(entity, code))
        if at == 1 and variant == "a mark":
            sheet.page.put(sheet.row, 3 + sheet.right, "NA")
        if at == 1 and variant == "a stranger":
            sheet.page.put(sheet.row, 2 + sheet.right, "Nội dung chưa có trong bộ tiêu chí")
        sheet.row += 1
    sheet.end([None, "Trung bình", *[5.5] * 5], ["Ghi chú: theo báo cáo PAPI"])
    return _file(paper, "so sanh.xlsx", variant, ["node_unknown"] if variant == "a stranger" else None)


def sheets_of_years(variant: str) -> OfficeFile:
    """A sheet a year under the same header."""
    paper = Paper()
    for year in ("2022", "2023"):
        sheet = Sheet(paper, year, variant)
        sheet.title(f"PAPI năm {year}")
        sheet.line(["STT", "Tỉnh", *(name for _, name in HEADS[:3])])
        for at, (entity, name) in enumerate(some(6)):
            if at == 3 and variant == "cut":
                sheet.row += 3
            sheet.page.line(sheet.row, [at + 1, name], 1 + sheet.right)
            for place, (code, _) in enumerate(HEADS[:3], start=3):
                sheet.score(place, papi(entity, code, year))
            if variant != "cut":
                sheet.spoil(3, 2, at)
            sheet.row += 1
        sheet.end([None, "TỔNG SỐ", 30, 30, 30], ["Người lập biểu"])
    return _file(paper, "PAPI.xlsx", variant)


def database(variant: str) -> OfficeFile:
    """One fact a row under our own headers."""
    paper = Paper()
    sheet = Sheet(paper, "Export", variant)
    if variant == "under a letterhead":
        sheet.title("Bảng xuất từ cơ sở dữ liệu")
    sheet.line(["Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã tiêu chí", "Điểm", "Nguồn"])
    for at, ((entity, name), (code, _)) in enumerate(product(some(4), HEADS[:3])):
        if at == 3 and variant == "cut":
            sheet.row += 3
        sheet.page.line(sheet.row, ["PAPI", 2023, name, code, None, "papi.org.vn"], 1 + sheet.right)
        sheet.score(5, papi(entity, code))
        if variant != "cut":
            sheet.spoil(5, 3, at)
        sheet.row += 1
    sheet.end([], ["Ghi chú: hết"])
    return _file(paper, "export.xlsx", variant)


def regions(variant: str) -> OfficeFile:
    """Sections of regions under Roman numbers, numbered anew in each."""
    paper = Paper()
    sheet = Sheet(paper, "PAPI 2023", variant)
    sheet.title("CHỈ SỐ PAPI NĂM 2023 THEO VÙNG")
    sheet.line(["TT", "Tỉnh", *(name for _, name in HEADS[:4])])
    names = some(8)
    for number, (title, part) in enumerate((("I", names[:4]), ("II", names[4:]))):
        sheet.line([title, f"VÙNG THỨ {'NHẤT' if not number else 'HAI'}", *([20] * 4 if number else [])])
        for at, (entity, name) in enumerate(part):
            if at == 3 and variant == "cut" and not number:
                sheet.row += 3
            sheet.page.line(sheet.row, [at + 1, name], 1 + sheet.right)
            for place, (code, _) in enumerate(HEADS[:4], start=3):
                sheet.score(place, papi(entity, code))
            if variant != "cut" and not number:
                sheet.spoil(3, 2, at)
            sheet.row += 1
    sheet.end([None, "Tổng cộng", 40, 40, 40, 40], ["Nguồn: papi.org.vn"])
    return _file(paper, "theo vung.xlsx", variant)


def neighbours(variant: str) -> OfficeFile:
    """Two tables side by side, each with names of its own."""
    paper = Paper()
    sheet = Sheet(paper, "PAPI 2023", variant)
    sheet.title("PAPI NĂM 2023: NHÓM CAO VÀ NHÓM THẤP")
    heads = ["Tỉnh", *(name for _, name in HEADS[:2])]
    sheet.line([*heads, None, *heads])
    names = some(10)
    for at, (left, right) in enumerate(zip(names[:5], names[5:], strict=True)):
        if at == 3 and variant == "cut":
            sheet.row += 3
        for first, (entity, name) in ((1, left), (5, right)):
            sheet.page.put(sheet.row, first + sheet.right, name)
            for place, (code, _) in enumerate(HEADS[:2], start=first + 1):
                sheet.score(place, papi(entity, code))
        if variant != "cut":
            sheet.spoil(2, 1, at)
        sheet.row += 1
    sheet.end(["TỔNG SỐ", 40, 40], ["Nguồn: papi.org.vn"])
    return _file(paper, "hai nhom.xlsx", variant)


STYLES: Sequence[Callable[[str], OfficeFile]] = (
    *(institute, chamber, yearbook, ministry, package),
    *(comparison, sheets_of_years, database, regions, neighbours),
)


def files() -> Iterator[tuple[str, Callable[[], OfficeFile]]]:
    """Name of a style and its variant -> its file: seventy."""
    for style, variant in product(STYLES, VARIANTS):
        yield f"{style.__name__}, {variant}", lambda style=style, variant=variant: style(variant)  # type: ignore[misc]

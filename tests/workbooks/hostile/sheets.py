"""Workbooks built oddly or to act: far cells, bombs of merged areas, hidden parts, formulas and objects."""

import io
import zipfile
from typing import Any

import openpyxl
import xlsxwriter

from tests.workbooks import builders as made
from tests.workbooks.hostile.builders import FileCase, saved
from tests.workbooks.hostile.packages import DAMAGED, MAIN, OFFICE, PLAIN, ROW, relations, repacked

TOO_FAR = ("over_rows", "over_columns", "over_cells", "over_memory")
ONE_CELL = '<row r="1"><c r="A1"><v>1.5</v></c></row>'


def merged(count: int) -> bytes:
    """One value under so many merged areas."""
    areas = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, count + 1))
    return made.raw_xlsx(ROW, behind=f'<mergeCells count="{count}">{areas}</mergeCells>')


def sheets_named(*names: str, states: tuple[str, ...] = ()) -> bytes:
    """Sheets of these names, each with the same cells."""
    shown = states or ("visible",) * len(names)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{state}" r:id="rId{n}"/>'
        for n, (name, state) in enumerate(zip(names, shown, strict=True), 1)
    )
    parts = {
        f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{ROW}</sheetData></worksheet>'
        for n in range(1, len(names) + 1)
    }
    rels = relations(*((f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml", "") for n in range(1, len(names) + 1)))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    return made.raw_xlsx("", extra={**parts, "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels})


def hidden_data() -> bytes:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["Đơn vị", "Ẩn", "Điểm"])
    page.append(["Hà Nội", 9.9, 7.5])
    page.column_dimensions["B"].hidden = True
    book.create_sheet("Rất ẩn").sheet_state = "veryHidden"
    return saved(book)


def wide_row() -> bytes:
    cells = "".join(f'<c r="{openpyxl.utils.get_column_letter(n)}1"><v>{n}</v></c>' for n in range(1, 16_385))
    return made.raw_xlsx(f'<row r="1">{cells}</row>')


def text_of(number: str) -> bytes:
    """A cell that asks for the shared text of that number, where there is one."""
    return made.raw_xlsx(
        f'<row r="1"><c r="A1" t="s"><v>{number}</v></c></row>',
        shared=f'<sst xmlns="{MAIN}"><si><t>x</t></si></sst>',
        extra={
            "xl/_rels/workbook.xml.rels": relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml", ""), ("rId2", "sharedStrings", "sharedStrings.xml", "")
            )
        },
    )


def raw(cells: str, **more: str) -> Any:
    return lambda: made.raw_xlsx(cells, **more)


def layout(book: Any) -> object:
    return [(sheet.name, sheet.hidden, sheet.hidden_columns) for sheet in book.sheets]


def names(book: Any) -> object:
    return [sheet.name for sheet in book.sheets]


def old_sheet() -> bytes:
    return made.xls(b"".join(made.xls_number(row, 0, float(row)) for row in range(400)))


def binary_sheet() -> bytes:
    return made.xlsb(b"".join(made.xlsb_row(row) + made.xlsb_number(0, float(row)) for row in range(400)))


def cut_inside(data: bytes, member: str) -> bytes:
    """The archive with one member cut in the middle."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read(member)
    return repacked(data, {member: content[: len(content) // 2 - 3]})


def saved_chart_only() -> bytes:
    book = openpyxl.Workbook()
    book.create_chartsheet("Biểu đồ")
    return saved(book)


def dated_1904() -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "date_1904": True})
    page = book.add_worksheet()
    page.write_number(0, 0, 44_000, book.add_format({"num_format": "dd/mm/yyyy"}))
    book.close()
    return buffer.getvalue()


FILE_STRUCTURE = [
    FileCase(
        "a million merged areas",
        lambda: merged(1_000_000),
        cells=PLAIN,
        look=lambda b: b.sheets[0].merges,
        seen=((1, 1, 1, 2),),
    ),
    FileCase(
        "a merged area over the whole sheet",
        raw(ROW, behind='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        cells=PLAIN,
        look=lambda b: b.sheets[0].merges,
        seen=((1, 1, 1, 2),),
    ),
    FileCase(
        "merged areas over each other",
        raw(
            ROW,
            behind='<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:B1"/><mergeCell ref="A1:A1"/></mergeCells>',
        ),
        cells=PLAIN,
        look=lambda b: b.sheets[0].merges,
        seen=((1, 1, 1, 2),),
    ),
    FileCase(
        "a merged area written backwards",
        raw(ROW, behind='<mergeCells><mergeCell ref="B9:A1"/></mergeCells>'),
        cells=PLAIN,
        look=lambda b: b.sheets[0].merges,
        seen=(),
    ),
    FileCase(
        "hidden columns with data and a very hidden sheet",
        hidden_data,
        look=layout,
        seen=[("Sheet", False, (2,)), ("Rất ẩn", True, ())],
    ),
    FileCase(
        "a column said to be hidden four billion times",
        raw(ROW, before='<cols><col min="1" max="99999" hidden="1"/></cols>'),
        cells=PLAIN,
        look=lambda b: b.sheets[0].hidden_columns,
        seen=(1, 2),
    ),
    FileCase("a row of 16,384 columns", wide_row, ("over_columns",)),
    FileCase(
        "a cell at the far corner", raw(ONE_CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), TOO_FAR
    ),
    FileCase(
        "a cell beyond the last column", raw('<row r="1"><c r="XFE1"><v>1</v></c></row>'), (*TOO_FAR, "is_damaged")
    ),
    FileCase(
        "a cell beyond the last row",
        raw('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
        (*TOO_FAR, "is_damaged"),
    ),
    FileCase(
        "a cell of an address without end",
        raw('<row r="1"><c r="ZZZZZZZZ99999999999999"><v>1</v></c></row>'),
        (*TOO_FAR, "is_damaged"),
    ),
    FileCase("a cell in row 0", raw('<row r="0"><c r="A0"><v>1</v></c></row>'), DAMAGED),
    FileCase("a row below zero", raw('<row r="-5"><c><v>1.5</v></c></row>'), DAMAGED),
    FileCase("an address of nonsense", raw('<row r="1"><c r="Ô1"><v>1</v></c></row>'), DAMAGED),
    FileCase("an error cell far away", raw('<row r="999999"><c r="A999999" t="e"><v>#N/A</v></c></row>'), TOO_FAR),
    FileCase(
        "a percent cell without value far away",
        raw(
            ROW + '<row r="999999"><c r="A999999" s="1"/></row>',
            styles='<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>',
        ),
        cells=PLAIN,
    ),
    FileCase("a shared text that is not there", lambda: text_of("5"), (*DAMAGED, "over_memory")),
    FileCase("a shared text of number −1", lambda: text_of("-1"), DAMAGED),
    FileCase("a shared text of a word for a number", lambda: text_of("năm"), DAMAGED),
    FileCase("a shared text without a table", raw('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), DAMAGED),
    FileCase(
        "an inline text with NUL",
        raw('<row r="1"><c r="A1" t="inlineStr"><is><t>a\0b</t></is></c></row>'),
        cells=[("a\0b",)],
    ),
    FileCase(
        "an inline text with NUL as a reference",
        raw('<row r="1"><c r="A1" t="inlineStr"><is><t>a&#0;b</t></is></c></row>'),
        DAMAGED,
    ),
    FileCase("a number that is no number", raw('<row r="1"><c r="A1"><v>bảy</v></c></row>'), cells=[("bảy",)]),
    FileCase(
        "a number of endless size", raw('<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>NaN</v></c></row>'), height=1
    ),
    FileCase("a cell of unknown type", raw('<row r="1"><c r="A1" t="zz"><v>1</v></c></row>'), DAMAGED),
    FileCase("a style that does not exist", raw('<row r="1"><c r="A1" s="99"><v>1.5</v></c></row>'), cells=[(1.5,)]),
    FileCase(
        "rows out of order",
        raw('<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
        cells=[(1.0,), (None,), (3.0,)],
    ),
    FileCase("one cell twice", raw('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), cells=[(2.0,)]),
    FileCase("a size that lies", raw(ONE_CELL, before='<dimension ref="A1:XFD1048576"/>'), cells=[(1.5,)]),
    FileCase("two sheets of one name", lambda: sheets_named("Điểm", "Điểm"), DAMAGED),
    FileCase(
        "a sheet named like a path", lambda: sheets_named("../../etc/x"), cells=PLAIN, look=names, seen=["../../etc/x"]
    ),
    FileCase(
        "a sheet named like a formula", lambda: sheets_named("=1+1", "&lt;b&gt;"), look=names, seen=["=1+1", "<b>"]
    ),
    FileCase("a sheet without a name", lambda: sheets_named(""), cells=PLAIN, look=names, seen=[""]),
    FileCase("a sheet name of 10,000 letters", lambda: sheets_named("t" * 10_000), cells=PLAIN),
    FileCase("21 sheets", lambda: sheets_named(*(f"T{n}" for n in range(21))), ("over_sheets",)),
    FileCase(
        "a very hidden sheet",
        lambda: sheets_named("T", "Ẩn", states=("visible", "veryHidden")),
        look=layout,
        seen=[("T", False, ()), ("Ẩn", True, ())],
    ),
    FileCase("every sheet hidden", lambda: sheets_named("T", states=("hidden",)), look=layout, seen=[("T", True, ())]),
    FileCase("an empty sheet", raw(""), cells=[]),
    FileCase("a chart and an empty sheet", saved_chart_only, cells=[]),
    FileCase(
        "dates that count from 1904", dated_1904, look=lambda b: b.sheets[0].columns[0].texts[0], seen="2024-06-19"
    ),
    FileCase("an xls cut in mid-stream", lambda: old_sheet()[:2600], DAMAGED, file="bang.xls"),
    FileCase("an xls without its last sectors", lambda: old_sheet()[:-1536], DAMAGED, file="bang.xls"),
    FileCase(
        "an xls behind a password",
        lambda: made.xls(made.xls_number(0, 0, 1.0), made.XLS_PASSWORD),
        ("is_encrypted",),
        file="bang.xls",
    ),
    FileCase(
        "an xlsx behind a password",
        lambda: made.compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}),
        ("is_encrypted",),
    ),
    FileCase(
        "an ods behind a password",
        lambda: made.ods("", "<manifest><encryption-data/></manifest>"),
        ("is_encrypted",),
        file="bang.ods",
    ),
    FileCase(
        "an xls with merged areas without end",
        lambda: made.xls(
            made.xls_number(0, 0, 1.0) + made.xls_number(0, 1, 2.0) + made.xls_merges(*[(0, 65535, 0, 255)] * 1000)
        ),
        look=lambda b: b.sheets[0].merges,
        seen=((1, 1, 1, 2),),
        file="bang.xls",
    ),
    FileCase(
        "an xlsb cut in mid-record",
        lambda: cut_inside(binary_sheet(), "xl/worksheets/sheet1.bin"),
        DAMAGED,
        file="bang.xlsb",
    ),
    FileCase("an xlsb cut in the middle", lambda: binary_sheet()[:900], DAMAGED, file="bang.xlsb"),
    FileCase(
        "an xlsb without its workbook's end",
        lambda: cut_inside(binary_sheet(), "xl/workbook.bin"),
        DAMAGED,
        file="bang.xlsb",
    ),
    FileCase(
        "an ods of a million equal rows",
        lambda: made.ods(
            '<table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
        ),
        TOO_FAR,
        file="bang.ods",
    ),
    FileCase(
        "an ods of a billion repeats of nothing",
        lambda: made.ods(
            '<table:table-row table:number-rows-repeated="1000000000">'
            '<table:table-cell table:number-columns-repeated="1000000000"/></table:table-row>'
        ),
        cells=[],
        file="bang.ods",
    ),
    FileCase(
        "an ods with a span without end",
        lambda: made.ods(
            '<table:table-row><table:table-cell table:number-columns-spanned="99999999" office:value-type="string">'
            "<text:p>a</text:p></table:table-cell></table:table-row>"
        ),
        cells=[("a",)],
        file="bang.ods",
    ),
]

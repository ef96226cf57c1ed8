"""XML that attacks its reader: entities, files of ours named in it, claims without end, parts that lead elsewhere."""

import io
import zipfile

from tests.workbooks import builders as made
from tests.workbooks.hostile.builders import FileCase
from tests.workbooks.hostile.packages import DAMAGED, MAIN, OFFICE, PLAIN, ROW, relations, repacked

LAUGHS = "".join(
    f'<!ENTITY {name} "{"&" + before + ";" if before else "ha"}{("&" + before + ";") * 9 if before else "ha" * 9}">'
    for name, before in zip("abcdefghi", ["", *"abcdefgh"], strict=True)
)
BOMB = f"<!DOCTYPE x [{LAUGHS}]>"
THEFT = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
WIDE = (
    f'<?xml version="1.0" encoding="UTF-16"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="T" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def styled(styles: str) -> bytes:
    return made.raw_xlsx(ROW, extra={"xl/styles.xml": styles})


def sheet(content: str) -> bytes:
    return made.raw_xlsx("", extra={"xl/worksheets/sheet1.xml": content})


def rows(content: str, before: str = "") -> str:
    """A sheet of these rows."""
    return f'{before}<worksheet xmlns="{MAIN}"><sheetData>{content}</sheetData></worksheet>'


def book(content: str) -> bytes:
    return made.raw_xlsx(ROW, extra={"xl/workbook.xml": content})


def ods_content(before: str, text: str) -> bytes:
    data = made.ods(
        f'<table:table-row><table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        "</table:table-row>"
    )
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read("content.xml").decode()
    return repacked(data, {"content.xml": before + content})


def shared(text: str) -> bytes:
    """A workbook whose one text stands in the part of shared texts, which begins as given."""
    return made.raw_xlsx(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        shared=text,
        extra={
            "xl/_rels/workbook.xml.rels": relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml", ""), ("rId2", "sharedStrings", "sharedStrings.xml", "")
            )
        },
    )


XML_ATTACKS = [
    FileCase("entities in the styles", lambda: styled(BOMB + "<styleSheet>&i;</styleSheet>"), DAMAGED),
    FileCase("entities in the workbook part", lambda: book(BOMB + "<workbook>&i;</workbook>"), DAMAGED),
    FileCase(
        "entities in a sheet",
        lambda: sheet(rows('<row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row>', BOMB)),
        DAMAGED,
    ),
    FileCase(
        "entities in shared texts", lambda: shared(f'{BOMB}<sst xmlns="{MAIN}"><si><t>&i;</t></si></sst>'), DAMAGED
    ),
    FileCase(
        "a file of ours as an entity in a sheet",
        lambda: sheet(rows('<row r="1"><c r="A1" t="str"><v>&i;</v></c></row>', THEFT)),
        DAMAGED,
    ),
    FileCase(
        "a file of ours as an entity in shared texts",
        lambda: shared(f'{THEFT}<sst xmlns="{MAIN}"><si><t>&i;</t></si></sst>'),
        DAMAGED,
    ),
    FileCase(
        "a file of ours as an entity in relations",
        lambda: made.raw_xlsx(
            ROW,
            extra={"xl/_rels/workbook.xml.rels": THEFT + relations(("rId1", "worksheet", "worksheets/sheet1.xml", ""))},
        ),
        DAMAGED,
    ),
    FileCase(
        "entities in properties",
        lambda: made.raw_xlsx(ROW, extra={"docProps/custom.xml": f"{BOMB}<Properties>&i;</Properties>"}),
        DAMAGED,
    ),
    FileCase("an ods with entities", lambda: ods_content(BOMB, "&i;"), DAMAGED, file="bang.ods"),
    FileCase("an ods that names a file of ours", lambda: ods_content(THEFT, "&i;"), DAMAGED, file="bang.ods"),
    FileCase(
        "an ods with entities in its styles",
        lambda: repacked(ods_content("", "a"), {"styles.xml": BOMB + "<x>&i;</x>"}),
        DAMAGED,
        file="bang.ods",
    ),
    FileCase(
        "an unknown entity in a cell",
        lambda: made.raw_xlsx('<row r="1"><c r="A1" t="str"><v>&nope;</v></c></row>'),
        DAMAGED,
    ),
    FileCase(
        "a sheet that is never closed",
        lambda: sheet(f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1'),
        DAMAGED,
    ),
    FileCase(
        "100,000 elements inside each other",
        lambda: sheet(f'<worksheet xmlns="{MAIN}">' + "<g>" * 100_000 + "</g>" * 100_000 + "<sheetData/></worksheet>"),
        cells=[],
    ),
    FileCase(
        "an attribute of ten megabytes",
        lambda: made.raw_xlsx(
            f'<row r="1" x="{"y" * (10 << 20)}"><c r="A1"><v>1.5</v></c></row>',
            behind="<!-- " + "".join(f"{n:x}" for n in range(200_000)) + " -->",
        ),
        cells=[(1.5,)],
    ),
    FileCase(
        "a claim of four billion shared texts",
        lambda: shared(f'<sst xmlns="{MAIN}" count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>'),
        ("over_memory", "is_damaged"),
    ),
    FileCase(
        "a claim of four billion cell styles",
        lambda: styled(
            f'<styleSheet xmlns="{MAIN}"><cellXfs count="4294967295"><xf numFmtId="0"/></cellXfs></styleSheet>'
        ),
        cells=PLAIN,
    ),
    FileCase(
        "another file included",
        lambda: sheet(
            rows(
                '<row r="1"><c r="A1" t="str"><v><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
                'href="file:///etc/passwd" parse="text"/>a</v></c></row>'
            )
        ),
        cells=[("a",)],
    ),
    FileCase(
        "a stylesheet instruction",
        lambda: sheet(rows(ROW, '<?xml-stylesheet href="http://198.51.100.1/x.xsl"?>')),
        cells=PLAIN,
    ),
    FileCase(
        "a sheet outside the package",
        lambda: made.raw_xlsx(
            ROW, extra={"xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "../../../etc/passwd", ""))}
        ),
        DAMAGED,
    ),
    FileCase(
        "a sheet on the network",
        lambda: made.raw_xlsx(
            ROW,
            extra={
                "xl/_rels/workbook.xml.rels": relations(
                    ("rId1", "worksheet", "http://198.51.100.1/sheet.xml", "External")
                )
            },
        ),
        DAMAGED,
    ),
    FileCase("a workbook part that is no XML", lambda: book("đây không phải XML"), DAMAGED),
    FileCase(
        "a workbook part in UTF-16",
        lambda: made.raw_xlsx(
            ROW,
            extra={"xl/workbook.xml": WIDE.encode("utf-16")},
        ),
        DAMAGED,
    ),
    FileCase(
        "no relations",
        lambda: made.raw_xlsx(ROW, extra={"xl/_rels/workbook.xml.rels": relations()}),
        look=lambda book: book.sheets,
        seen=(),
    ),
    FileCase(
        "a style number that is no number",
        lambda: styled(f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="mười"/></cellXfs></styleSheet>'),
        DAMAGED,
    ),
    FileCase(
        "comments that look like cells",
        lambda: made.raw_xlsx(f'<!-- <row r="9" hidden="1"/><c r="Z9" t="s"><v>99</v></c> -->{ROW}'),
        cells=PLAIN,
    ),
]

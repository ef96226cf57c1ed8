"""Text files in every code page an office still has, and file names that pretend."""

from tests.workbooks import builders as made
from tests.workbooks.hostile.builders import FileCase

LINES = "Đơn vị;Điểm\nQuảng Trị;86,25\n"
READ = [("Đơn vị", "Điểm"), ("Quảng Trị", "86,25")]
# The same names in TCVN3 and VNI, whose letters stand on the places of Western ones.
TCVN3 = "§¬n vÞ;§iÓm\nQu¶ng TrÞ;86,25\n"
VNI = "Ñôn vò;Ñieåm\nQuaûng Trò;86,25\n"
WINDOWS = "\u0110\u01a1n vi\u0323;\u0110i\u00ea\u0309m\nQua\u0309ng Tri\u0323;86,25\n"
CSV = "bang.csv"
UNKNOWN, LETTERS = ("is_unknown",), ("over_letters",)


def csv(name: str, data: bytes, cells: object = READ, refused: tuple[str, ...] = ()) -> FileCase:
    return FileCase(name, lambda: data, refused, CSV, None if refused else cells)  # type: ignore[arg-type]


def cell_rows(text: str) -> list[tuple[object, ...]]:
    return [tuple(line.split(";")) for line in text.splitlines()]


ENCODINGS = [
    csv("UTF-8", LINES.encode()),
    csv("UTF-8 with its mark", LINES.encode("utf-8-sig")),
    csv("UTF-8 with its mark twice", b"\xef\xbb\xbf" + LINES.encode("utf-8-sig"), [("\ufeffĐơn vị", "Điểm"), READ[1]]),
    csv("UTF-16 of Excel", LINES.encode("utf-16")),
    csv("UTF-16 the other way round", b"\xfe\xff" + LINES.encode("utf-16-be")),
    csv("UTF-16 without its mark", LINES.encode("utf-16-le"), refused=UNKNOWN),
    csv("UTF-16 cut in a letter", LINES.encode("utf-16")[:-1], refused=LETTERS),
    csv("UTF-32", LINES.encode("utf-32"), refused=UNKNOWN),
    csv("Windows-1258", WINDOWS.encode("cp1258")),
    csv("Windows-1252", "Tên;Điểm".replace("Đ", "D").replace("ể", "e").encode("cp1252"), [("Tên", "Diem")]),
    csv("TCVN3", TCVN3.encode("latin-1"), cell_rows(TCVN3)),
    csv("VNI", VNI.encode("latin-1"), cell_rows(VNI)),
    csv("a Chinese code page", "广治;七\n".encode("gbk"), None),
    csv("a code page that Windows has not", b"a;b\n\x81\x8d\x8f;1\n", refused=LETTERS),
    csv("UTF-8 broken in one place", LINES.encode().replace(b"\xe1\xba\xa3", b"\xe1\xba", 1), refused=LETTERS),
    csv("NULs in the middle", b"a,b\n1,\x002\n", refused=UNKNOWN),
    csv("a NUL behind the first pages", b"a,b\n" * 5000 + b"\0,1\n", refused=UNKNOWN),
    csv("one line of ten megabytes", b"x" * (10 << 20), refused=("over_text",)),
    csv("one line of five million cells", b"1," * (5 << 20), refused=("over_columns",)),
    csv("a million short lines", b"1\n" * 1_000_000, refused=("over_rows",)),
    csv("lines of 500 cells without end", (b"," * 499 + b"\n") * 30_000, refused=("over_cells",)),
    csv("mixed delimiters", b"a;b,c\n1;2,3\n4;5\n", [("a", "b,c"), ("1", "2,3"), ("4", "5")]),
    csv("tabs among commas", b"a\tb\n1,5\t2\n", [("a", "b"), ("1,5", "2")]),
    csv("a delimiter of its own", b"sep=|\na|b\n1|2\n", [("a", "b"), ("1", "2")]),
    csv("returns only", b"a,b\r1,2\r", [("a", "b"), ("1", "2")]),
    csv("a quote that is never closed", b'a,b\n"x,1\n' + b"c,2\n" * 1000, refused=("over_quotes",)),
    csv("a quote inside a cell", b'a,b\n5" x,1\n', [("a", "b"), ('5" x', "1")]),
    csv("quotes in quotes", b'a,b\n"x ""y""",1\n', [("a", "b"), ('x "y"', "1")]),
    csv("ragged lines", b"a,b,c\n1\n1,2,3,4\n", [("a", "b", "c", None), ("1", None, None, None), ("1", "2", "3", "4")]),
    csv("terminal orders", b"a,b\n\x1b[2J\x07,1\n", [("a", "b"), ("\x1b[2J\x07", "1")]),
    csv(
        "letters that turn the line round",
        "a,b\n\u202e5,7\u202c,1\n".encode(),
        [("a", "b", None), ("\u202e5", "7\u202c", "1")],
    ),
    csv("ten thousand accents on one letter", ("a;b\ne" + "\u0301" * 10_000 + ";1\n").encode(), None),
]

FILE_NAMES = [
    FileCase(f"{name!r:.40}", lambda: made.xlsx([["a", 1.5]]), file=name, cells=[("a", 1.5)])
    for name in (
        "bang\u202excslx.exe",
        "x" * 300 + ".xlsx",
        "...",
        "",
        " ",
        ".xlsx",
        "../../../etc/passwd",
        "C:\\Users\\a\\bang.xlsx",
        "\\\\198.51.100.1\\share\\bang.xlsx",
        "bang.xlsx\0.exe",
        "a\nb\r\tc.xlsx",
        "CON.xlsx",
        "{file} {0} %s %(a)s.xlsx",
        "<script>alert(1)</script>.xlsx",
        "='cmd'!A1.xlsx",
        "Bảng điểm “PAPI” – 2024 (bản cuối).xlsx",
        "Ba\u0309ng \u0111ie\u0302\u0309m.xlsx",
        "\U0001f4ca.xlsx",
        "bang.pdf",
        "bang.xlsx.xlsx.csv",
    )
]

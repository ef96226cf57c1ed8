"""What calamine does not tell of an .ods: error and percent cells, what is hidden or merged, fonts, a password."""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from cchc_metrics.guarded.bounds import RefusedError

from .looks import Look
from .opendocument_looks import Styles
from .package import guarded_parser, local
from .scan import Scan
from .wire import ERROR, PERCENT, PICTURE, PRINT, SHAPE, STRUCK, YEAR, Limits, font_names

_YEAR = re.compile(r"\s*\d{4}\s*")
_STYLES_LIMIT = 8 * 1024 * 1024


def scan_ods(data: bytes, limits: Limits) -> tuple[list[Scan], tuple[str, ...]]:
    """One scan per sheet, in the workbook's order, and the fonts. Raises RefusedError("encrypted" | "damaged")."""
    fonts, styles = _Fonts(), Styles()
    walker = _Walker(limits, fonts, styles)
    parser = guarded_parser()
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.text
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if b"encryption-data" in package.read("META-INF/manifest.xml"):
                raise RefusedError("encrypted")
            _read_styles(package, fonts, styles)
            with package.open("content.xml") as content:
                while chunk := content.read(1 << 20):
                    parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, zlib.error, expat.ExpatError, ValueError) as error:
        raise RefusedError("damaged") from error
    return walker.sheets, fonts.names()


def _read_styles(package: zipfile.ZipFile, fonts: "_Fonts", styles: Styles) -> None:
    """The default styles, which stand in a part of their own."""

    def start(name: str, attributes: dict[str, str]) -> None:
        fonts.add(name, attributes)
        styles.start(name, attributes)

    if "styles.xml" in package.namelist() and package.getinfo("styles.xml").file_size <= _STYLES_LIMIT:
        parser = guarded_parser()
        parser.StartElementHandler = start
        parser.EndElementHandler = styles.end
        parser.CharacterDataHandler = styles.text
        parser.Parse(package.read("styles.xml"), True)


class _Fonts:
    """Fonts that text styles name; some name a declaration that holds the font's real name."""

    def __init__(self) -> None:
        self._declared: dict[str, str] = {}
        self._used: list[str] = []

    def add(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "font-face":
            self._declared[attributes.get("style:name", "")] = attributes.get("svg:font-family", "").strip("'\"")
        elif name == "text-properties":
            self._used += [attributes.get("style:font-name", ""), attributes.get("fo:font-family", "").strip("'\"")]

    def names(self) -> tuple[str, ...]:
        return font_names(self._declared.get(name) or name for name in self._used)


class _Walker:
    """Counts rows and columns with their repeats; repeats beyond the limits are not followed."""

    def __init__(self, limits: Limits, fonts: _Fonts, styles: Styles) -> None:
        self.sheets: list[Scan] = []
        self._styles = styles
        self._looks: dict[str, Look] = {}
        self._column_styles: list[tuple[int, str]] = []  # last column of a run, its style
        self._row_style = ""
        self._drawn = 0  # how deep in shapes
        self._picture = False
        self._shape: list[str] = []
        self._span: tuple[str, list[str]] | None = None
        self._limits = limits
        self._fonts = fonts
        self._row = self._col = self._columns = self._row_repeat = self._col_repeat = 0
        self._row_marks: list[tuple[int, int, str | None]] = []
        self._error: list[str] | None = None
        self._date: list[str] | None = None  # what a date shows
        self._remark: list[str] | None = None  # what a comment says, which no cell shows
        self._in_paragraph = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        full, name = name, local(name)
        if not self.sheets:
            self._styles.start(full, attributes)
        if self._drawn or full.startswith("draw:"):
            self._drawn += 1
            self._picture |= name in ("image", "object")
        elif name == "table":
            self.sheets.append(Scan())
            self._row = self._columns = self._col = 0
            self._column_styles = []
            words = self._styles.printed(attributes.get("table:style-name", ""))
            if words:
                self.sheets[-1].tell(PRINT, 0, 0, words)
        elif name == "table-column":
            self._start_column(attributes)
        elif name == "table-row":
            self._start_row(attributes)
        elif name in ("table-cell", "covered-table-cell"):
            self._start_cell(attributes)
        elif name == "annotation":
            self._remark = []
        elif name == "p" and self._remark is not None:
            self._remark.append(" ")
            self._in_paragraph = True
        elif name == "span" and self._remark is None:
            what = self._styles.of_letters(attributes.get("text:style-name", ""))
            self._span = (what, []) if what else self._span
        else:
            self._fonts.add(name, attributes)

    def _start_column(self, attributes: dict[str, str]) -> None:
        first = self._columns + 1
        self._columns += int(attributes.get("table:number-columns-repeated", 1))
        self._column_styles.append((self._columns, attributes.get("table:default-cell-style-name", "")))
        if attributes.get("table:visibility", "visible") != "visible":
            self.sheets[-1].hide_columns(first, self._columns)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row_repeat = int(attributes.get("table:number-rows-repeated", 1))
        self._col, self._row_marks = 0, []
        self._row_style = attributes.get("table:default-cell-style-name", "")
        if attributes.get("table:visibility", "visible") != "visible":
            last = min(self._row + self._row_repeat, self._limits.rows)
            self.sheets[-1].hidden_rows.extend(range(self._row + 1, last + 1))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._col_repeat = int(attributes.get("table:number-columns-repeated", 1))
        down = int(attributes.get("table:number-rows-spanned", 1))
        across = int(attributes.get("table:number-columns-spanned", 1))
        if down > 1 or across > 1:
            self.sheets[-1].merge((self._row + 1, self._col + 1, self._row + down, self._col + across))
        if "office:value-type" in attributes:
            self._tell_look(attributes.get("table:style-name", ""))
        if attributes.get("calcext:value-type") == "error":
            self._error = []
        elif attributes.get("office:value-type") == "percentage":
            self._keep(PERCENT, None)
        elif attributes.get("office:value-type") == "date":
            self._date = []

    def _tell_look(self, name: str) -> None:
        """How the cells that begin here look: by their own style, else by that of the row or the column."""
        style = name or self._row_style or next((one for last, one in self._column_styles if self._col < last), "")
        look = (
            self._looks.setdefault(style, self._styles.look(style)) if style not in self._looks else self._looks[style]
        )
        for row in range(
            self._row, self._row + min(self._row_repeat, self._limits.rows) * bool(look.twist or look.struck)
        ):
            for col in range(self._col, min(self._col + self._col_repeat, self._limits.columns)):
                if look.twist:
                    self.sheets[-1].tell(look.twist, row + 1, col + 1, look.words)
                if look.struck:
                    self.sheets[-1].tell(STRUCK, row + 1, col + 1, "")

    def _end_drawing(self) -> None:
        """A shape ends: its words, or that it is a picture."""
        self._drawn -= 1
        if self._drawn or not self.sheets:
            return
        words = " ".join("".join(self._shape).split())
        if words or self._picture:
            self.sheets[-1].tell(SHAPE if words else PICTURE, self._row + 1, self._col + 1, words)
        self._shape, self._picture = [], False

    def _keep(self, kind: int, text: str | None) -> None:
        last = min(self._col + self._col_repeat, self._limits.columns)
        self._row_marks += [(col, kind, text) for col in range(self._col, last)]

    def text(self, data: str) -> None:
        if not self.sheets:
            self._styles.text(data)
        if self._drawn:
            self._shape.append(data)
            return
        if self._span is not None:
            self._span[1].append(data)
        if self._remark is not None:
            # Its author and day stand beside its paragraphs.
            self._remark += [data] if self._in_paragraph else []
            return
        for shown in (self._error, self._date):
            if shown is not None:
                shown.append(data)

    def end(self, name: str) -> None:
        if not self.sheets:
            self._styles.end(name)
        name = local(name)
        if self._drawn:
            self._shape.append(" ")
            self._end_drawing()
        elif name == "span" and self._span is not None:
            what, words = self._span
            self.sheets[-1].tell(what, self._row + 1, self._col + 1, "".join(words))
            self._span = None
        elif name == "annotation" and self._remark is not None and self.sheets:
            self.sheets[-1].remark(self._row + 1, self._col + 1, "".join(self._remark))
            self._remark = None
        elif name == "p":
            self._in_paragraph = False
        elif name in ("table-cell", "covered-table-cell"):
            if self._error is not None:
                self._keep(ERROR, "".join(self._error).strip())
                self._error = None
            elif self._date is not None and _YEAR.fullmatch("".join(self._date)):
                self._keep(YEAR, None)
            self._date = None
            self._col += self._col_repeat
        elif name == "table-row":
            self._end_row()

    def _end_row(self) -> None:
        last = min(self._row + self._row_repeat, self._limits.rows) if self._row_marks else self._row
        marks = self.sheets[-1].marks
        for row in range(self._row, last):
            if len(marks.row) > self._limits.cells:
                raise RefusedError("damaged")
            for col, kind, text in self._row_marks:
                marks.add(row, col, kind, text=text)
        self._row += self._row_repeat

"""What calamine does not tell of an .ods: error and percent cells, what is hidden or merged, fonts, a password."""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from cchc_metrics.guarded.bounds import RefusedError

from .package import guarded_parser, local
from .scan import Scan
from .wire import ERROR, PERCENT, YEAR, Limits, font_names

_YEAR = re.compile(r"\s*\d{4}\s*")
_STYLES_LIMIT = 8 * 1024 * 1024


def scan_ods(data: bytes, limits: Limits) -> tuple[list[Scan], tuple[str, ...]]:
    """One scan per sheet, in the workbook's order, and the fonts. Raises RefusedError("encrypted" | "damaged")."""
    fonts = _Fonts()
    walker = _Walker(limits, fonts)
    parser = guarded_parser()
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.text
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if b"encryption-data" in package.read("META-INF/manifest.xml"):
                raise RefusedError("encrypted")
            with package.open("content.xml") as content:
                while chunk := content.read(1 << 20):
                    parser.Parse(chunk, False)
            parser.Parse(b"", True)
            _read_styles(package, fonts)
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, zlib.error, expat.ExpatError, ValueError) as error:
        raise RefusedError("damaged") from error
    return walker.sheets, fonts.names()


def _read_styles(package: zipfile.ZipFile, fonts: "_Fonts") -> None:
    """The default styles, which stand in a part of their own."""
    if "styles.xml" in package.namelist() and package.getinfo("styles.xml").file_size <= _STYLES_LIMIT:
        parser = guarded_parser()
        parser.StartElementHandler = fonts.add
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

    def __init__(self, limits: Limits, fonts: _Fonts) -> None:
        self.sheets: list[Scan] = []
        self._limits = limits
        self._fonts = fonts
        self._row = self._col = self._columns = self._row_repeat = self._col_repeat = 0
        self._row_marks: list[tuple[int, int, str | None]] = []
        self._error: list[str] | None = None
        self._date: list[str] | None = None  # what a date shows
        self._remark: list[str] | None = None  # what a comment says, which no cell shows
        self._in_paragraph = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "table":
            self.sheets.append(Scan())
            self._row = self._columns = 0
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
        else:
            self._fonts.add(name, attributes)

    def _start_column(self, attributes: dict[str, str]) -> None:
        first = self._columns + 1
        self._columns += int(attributes.get("table:number-columns-repeated", 1))
        if attributes.get("table:visibility", "visible") != "visible":
            self.sheets[-1].hide_columns(first, self._columns)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row_repeat = int(attributes.get("table:number-rows-repeated", 1))
        self._col, self._row_marks = 0, []
        if attributes.get("table:visibility", "visible") != "visible":
            last = min(self._row + self._row_repeat, self._limits.rows)
            self.sheets[-1].hidden_rows.extend(range(self._row + 1, last + 1))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._col_repeat = int(attributes.get("table:number-columns-repeated", 1))
        down = int(attributes.get("table:number-rows-spanned", 1))
        across = int(attributes.get("table:number-columns-spanned", 1))
        if down > 1 or across > 1:
            self.sheets[-1].merge((self._row + 1, self._col + 1, self._row + down, self._col + across))
        if attributes.get("calcext:value-type") == "error":
            self._error = []
        elif attributes.get("office:value-type") == "percentage":
            self._keep(PERCENT, None)
        elif attributes.get("office:value-type") == "date":
            self._date = []

    def _keep(self, kind: int, text: str | None) -> None:
        last = min(self._col + self._col_repeat, self._limits.columns)
        self._row_marks += [(col, kind, text) for col in range(self._col, last)]

    def text(self, data: str) -> None:
        if self._remark is not None:
            # Its author and day stand beside its paragraphs.
            self._remark += [data] if self._in_paragraph else []
            return
        for shown in (self._error, self._date):
            if shown is not None:
                shown.append(data)

    def end(self, name: str) -> None:
        name = local(name)
        if name == "annotation" and self._remark is not None and self.sheets:
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

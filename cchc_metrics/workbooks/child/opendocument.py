"""What calamine does not tell of an .ods: error cells, percent cells, hidden rows, a password."""

import io
import zipfile
import zlib
from xml.parsers import expat

from .package import guarded_parser, local
from .scan import Scan
from .wire import ERROR, PERCENT, Limits, RefusedError


def scan_ods(data: bytes, limits: Limits) -> list[Scan]:
    """One scan per sheet, in the workbook's order. Raises RefusedError("encrypted" | "damaged")."""
    walker = _Walker(limits)
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
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, zlib.error, expat.ExpatError, ValueError) as error:
        raise RefusedError("damaged") from error
    return walker.sheets


class _Walker:
    """Counts rows and columns with their repeats; repeats beyond the limits are not followed."""

    def __init__(self, limits: Limits) -> None:
        self.sheets: list[Scan] = []
        self._limits = limits
        self._row = self._col = self._row_repeat = self._col_repeat = 0
        self._row_marks: list[tuple[int, int, str | None]] = []
        self._error: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "table":
            self.sheets.append(Scan())
            self._row = 0
        elif name == "table-row":
            self._start_row(attributes)
        elif name in ("table-cell", "covered-table-cell"):
            self._start_cell(attributes)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row_repeat = int(attributes.get("table:number-rows-repeated", 1))
        self._col, self._row_marks = 0, []
        if attributes.get("table:visibility", "visible") != "visible":
            last = min(self._row + self._row_repeat, self._limits.rows)
            self.sheets[-1].hidden_rows.extend(range(self._row + 1, last + 1))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._col_repeat = int(attributes.get("table:number-columns-repeated", 1))
        if attributes.get("calcext:value-type") == "error":
            self._error = []
        elif attributes.get("office:value-type") == "percentage":
            self._keep(PERCENT, None)

    def _keep(self, kind: int, text: str | None) -> None:
        last = min(self._col + self._col_repeat, self._limits.columns)
        self._row_marks += [(col, kind, text) for col in range(self._col, last)]

    def text(self, data: str) -> None:
        if self._error is not None:
            self._error.append(data)

    def end(self, name: str) -> None:
        name = local(name)
        if name in ("table-cell", "covered-table-cell"):
            if self._error is not None:
                self._keep(ERROR, "".join(self._error).strip())
                self._error = None
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

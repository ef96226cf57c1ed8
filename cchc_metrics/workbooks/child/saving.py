"""Opening and saving with openpyxl in a process that may write no file, with the results of formulas kept."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import openpyxl
from openpyxl.cell._writer import _set_attributes, etree_write_cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.compat import safe_string
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.reader import excel
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._reader import WorksheetReader
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import SubElement, tostring

from cchc_metrics.guarded.bounds import RefusedError

from .results import Result, Results
from .wire import Limits

# ``[1]Sheet!A1``: the first of the files a workbook refers to. A column of a table, ``Table[1]``, looks alike.
_OUTSIDE = re.compile(r"(?<![\w\].:\[])\[\d+\](?=[\w'!])|'\[\d+\]")
_NO_ROWS = re.compile(rb"<sheetData\s*(?:/>|>\s*</sheetData>)")
# What may follow the cells not to warn of, in the order that the format demands.
_AFTER_UNWARNED = re.compile(rb"<(?:drawing|legacyDrawing|tableParts)\b|</worksheet>")
# A bare return would be read again as a line feed.
_RETURN = {"\r": "&#13;"}


def opened(data: bytes, limits: Limits, *, outside: bool) -> tuple[Any, Results | None]:
    """The workbook and the stored results of its formulas (None when it has none).

    Pictures, charts and pivot tables are not even parsed. ``outside``: the workbook refers to other files; formulas
    that do become their results, since a reference to a file that is no longer named makes Excel call it damaged.
    """
    _leave_out()
    book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False, rich_text=True)
    book._sheets = [sheet for sheet in book._sheets if isinstance(sheet, Worksheet)]
    book.template = False
    book.iso_dates = True  # the dates that are left were written as ISO text
    formulas = [cell for sheet in book.worksheets for cell in sheet._cells.values() if cell.data_type == "f"]
    results = Results(data, limits) if formulas else None
    if outside:
        _free_of_files(book, formulas, results)
    return book, results


def _leave_out() -> None:
    """Teach openpyxl what not to touch: a broken chart must not cost the copy, nor a merged area its inner cells."""
    excel.apply_stylesheet = _apply_stylesheet
    excel.find_images = lambda *_: ([], [])
    excel.WorkbookParser.pivot_caches = {}
    excel.TableDefinition = type("NoPivots", (), {"rel_type": "none"})
    Worksheet._clean_merge_range = lambda *_: None
    WorksheetReader.bind_hyperlinks = _bind_hyperlinks


def _apply_stylesheet(archive: Any, book: Any) -> Any:
    """As openpyxl does, but a number under a date format stays the number: a date and back is not always the same."""
    sheet = apply_stylesheet(archive, book)
    book._date_formats = book._timedelta_formats = frozenset()
    return sheet


def _bind_hyperlinks(reader: Any) -> None:
    """As openpyxl does, but a link neither writes its address into an empty cell nor falls apart cell by cell."""
    for link in reader.parser.hyperlinks.hyperlink:
        if link.id:
            link.target = reader.ws._rels.get(link.id).Target
        area = link.ref
        cell = reader.ws[area.partition(":")[0]]
        value, kind = cell._value, cell.data_type
        cell.hyperlink = link
        cell._value, cell.data_type = value, kind
        link.ref = area


def _free_of_files(book: Any, formulas: list[Any], results: Results | None) -> None:
    names = set()
    for owner in (book, *book.worksheets):
        for name, defined in owner.defined_names.items():
            if defined.value and _OUTSIDE.search(defined.value):
                defined.value = "#REF!"
                names.add(re.escape(name))
    named = re.compile(rf"\b(?:{'|'.join(names)})\b") if names else None
    for cell in formulas:
        text = str(getattr(cell._value, "text", cell._value) or "")
        if _OUTSIDE.search(text) or (named is not None and named.search(text)):
            _settle(cell, results.of(cell.parent.title, cell.row, cell.column) if results else None)


def _settle(cell: Any, result: Result | None) -> None:
    """The result of a formula in its place."""
    cell._value, cell.data_type = None, "n"
    if result is not None:
        cell.data_type = {"str": "s"}.get(result.type, result.type)
        cell._value = float(result.text) if result.type in "nb" else result.text


def saved(book: Any, results: Results | None, unwarned: Mapping[str, bytes]) -> bytes:
    """The bytes of the workbook as .xlsx; unwarned: sheet -> ``losses.unwarned``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        _Writer(book, package, results, unwarned).write_data()
    return buffer.getvalue()


class _Writer(ExcelWriter):  # type: ignore[misc] # openpyxl has no types
    """Writes sheets in memory, where openpyxl would use a temporary file, and the cells as text.

    An element built for every cell and then turned into text takes three times as long.
    """

    def __init__(
        self, book: Any, package: zipfile.ZipFile, results: Results | None, unwarned: Mapping[str, bytes]
    ) -> None:
        super().__init__(book, package)
        self._results, self._unwarned = results, unwarned
        self._styles: dict[bytes, int] = {}

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        writer = WorksheetWriter(ws, io.BytesIO())
        writer.write_top()
        with writer.xf.send(True).element("sheetData"):
            pass
        writer.xf.send(None)
        rows = io.BytesIO()
        for row in self._rows(writer, ws):
            rows.write(row.encode())
        writer.write_tail()
        writer.close()
        ws._rels = writer._rels
        before, behind = _split(writer.out.getvalue())
        place = next(found.start() for found in _AFTER_UNWARNED.finditer(behind))
        behind = behind[:place] + self._unwarned.get(ws.title, b"") + behind[place:]
        with self._archive.open(ws.path[1:], "w") as part:
            for piece in (before, b"<sheetData>", rows.getbuffer(), b"</sheetData>", behind):
                part.write(piece)
        self.manifest.append(ws)

    def _rows(self, writer: Any, ws: Any) -> Iterator[str]:
        for number, row in writer.rows():
            cells = [cell for cell in row if _says_something(cell)]
            ws._comments += [CommentRecord.from_cell(cell) for cell in cells if cell._comment is not None]
            attributes = _attributes(dict(ws.row_dimensions.get(number, {})))
            yield f'<row r="{number}"{attributes}>{"".join([self._cell(ws, cell) for cell in cells])}</row>'

    def _cell(self, ws: Any, cell: Any) -> str:
        if cell.data_type == "f" or isinstance(cell._value, CellRichText):
            return self._whole(ws, cell)
        value, attributes = _set_attributes(cell)
        head = f'<c r="{attributes["r"]}"{self._style(cell)}'
        if value is None or value == "":
            return f"{head}/>"
        if cell.data_type == "s":
            return f'{head} t="inlineStr"><is><t xml:space="preserve">{escape(value, _RETURN)}</t></is></c>'
        # All seventeen digits of a number, where openpyxl writes sixteen.
        shown = repr(value) if isinstance(value, float) else str(safe_string(value))
        return f'{head} t="{attributes["t"]}"><v>{escape(shown)}</v></c>'

    def _style(self, cell: Any) -> str:
        if not cell.has_style:
            return ""
        # Looked up once for each look, not for each cell.
        key = cell._style.tobytes()
        number = self._styles.get(key)
        if number is None:
            number = self._styles[key] = cell.style_id
        return f' s="{number}"'

    def _whole(self, ws: Any, cell: Any) -> str:
        """A formula with its stored result, or a text of several looks."""
        caught = _Caught()
        etree_write_cell(caught, ws, cell, cell.has_style)
        if cell.data_type == "f" and self._results is not None:
            result = self._results.of(ws.title, cell.row, cell.column)
            if result is not None:
                value = caught.element.find("v")
                value = SubElement(caught.element, "v") if value is None else value
                value.text = result.text
                caught.element.set("t", result.type)
        return str(tostring(caught.element, encoding="unicode"))


class _Caught:
    """Takes the element of a cell instead of a file."""

    element: Any = None

    def write(self, element: Any) -> None:
        self.element = element


def _says_something(cell: Any) -> bool:
    return cell._value is not None or cell.has_style or cell._comment is not None or cell._hyperlink is not None


def _attributes(values: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(str(value))}" for name, value in values.items() if name != "r")


def _split(sheet: bytes) -> tuple[bytes, bytes]:
    """What stands before the rows and what stands behind."""
    match = _NO_ROWS.search(sheet)
    if match is None:
        raise RefusedError("damaged")
    return sheet[: match.start()], sheet[match.end() :]

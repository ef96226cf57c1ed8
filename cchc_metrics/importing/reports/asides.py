"""What a unit's workbook says beside its cells, or shows otherwise than it holds: told, and of a figure refused."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.problems import Fault, Problems, error, warning
from cchc_metrics.importing.reports.cells import is_filled, text_at
from cchc_metrics.importing.reports.sheets import AskedReport, Layout, Part
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import CellKind, Grid

_DRAWN, _PRINTED, _LETTERS = frozenset({"shape", "picture"}), "print", frozenset({"struck", "raised"})


@dataclass(frozen=True, slots=True)
class Asides:
    """Says what stands beside the cells of a sheet, and which cells look otherwise than they are."""

    asked: AskedReport
    problems: Problems

    def of(self, sheet: Grid, layout: Layout | None = None) -> None:
        """Everything of one sheet. layout: of a task's sheet, in which a figure that reads two ways is refused."""
        for what, row, column, words in sheet.asides:
            if what == _PRINTED:
                self._printed(sheet, words)
            elif what in _DRAWN:
                self._drawn(sheet, row, column, words)
            elif is_filled(sheet, row - 1, column - 1):
                fault = self._of_cell(sheet, (what, row - 1, column - 1, words), layout)
                if fault is not None:
                    self._tell(fault, sheet, row, column, words or _shown(sheet, row - 1, column - 1))

    def _printed(self, sheet: Grid, words: str) -> None:
        if compact(words) != compact(texts().demo.mark):
            message = texts().asides.print_unread.format(sheet=sheet.name)
            self.problems.of_sheet(warning("report_print", message), sheet, words)

    def _drawn(self, sheet: Grid, row: int, column: int, words: str) -> None:
        t = texts().asides
        fault = warning("report_drawing", t.shape_unread if words else t.picture_unread)
        self._tell(fault, sheet, row, column, words)

    def _of_cell(self, sheet: Grid, aside: tuple[str, int, int, str], layout: Layout | None) -> Fault | None:
        what, row, place, words = aside
        code = layout.rows.get(row) if layout is not None and place == layout.columns.get(Part.INPUT) else None
        metric = self.asked.metrics.get(code) if code is not None else None
        if what in _LETTERS:
            return _lettered(what, words, figure=metric is not None)
        is_number = sheet.columns[place].kinds[row] in (CellKind.NUMBER, CellKind.PERCENT)
        measure = metric.measure if metric is not None else ""
        if not is_number and not (what == "other" and sheet.columns[place].kinds[row] == CellKind.TEXT):
            return None
        if what == "worded" and (compact(words) == compact(measure) or metric is None):
            return None
        return _formatted(what, _shown(sheet, row, place), words, measure, figure=metric is not None)

    def _tell(self, fault: Fault, sheet: Grid, row: int, column: int, value: str) -> None:
        self.problems.of_cells(fault, sheet, np.array([row], dtype=np.int64), column, value)


def _lettered(what: str, words: str, *, figure: bool) -> Fault | None:
    """Letters crossed out or off the line: of a figure they make another number of it."""
    t = texts().asides
    if what == "raised":
        has_digit = any(letter.isdigit() for letter in words)
        return error("report_struck", t.raised_figure.format(words=words)) if figure and has_digit else None
    if figure:
        whole = t.struck_whole if not words else t.struck_figure.format(words=words)
        return error("report_struck", whole)
    return warning("report_struck", t.struck_words)


def _formatted(what: str, number: str, words: str, measure: str, *, figure: bool) -> Fault:
    """A number format that shows another number than the cell holds, or adds words to it."""
    t = texts().asides
    if what == "other":
        message = t.shown_other.format(number=number)
        return error("report_shown", message) if figure else warning("report_shown", message)
    if what == "hidden":
        return warning("report_shown", t.shown_nothing.format(number=number))
    return warning("report_shown", t.shown_words.format(words=words, number=number, measure=measure))


def _shown(sheet: Grid, row: int, place: int) -> str:
    column = sheet.columns[place]
    is_number = column.kinds[row] in (CellKind.NUMBER, CellKind.PERCENT)
    return plain(float(column.numbers[row])) if is_number else text_at(sheet, row, place)


def shifted(sheet: Grid, layout: Layout, asked: AskedReport) -> tuple[tuple[str, ...], bool]:
    """The figures of a sheet that seem to stand one row too low or too high, and whether it is sure.

    They seem to when all are filled but the first or the last, which has no reason beside it. It is sure when, besides,
    something stands in the row behind the last one, or in the place of the header. Empty where nothing seems so.
    """
    place, note = layout.columns.get(Part.INPUT, -1), layout.columns.get(Part.NOTE, -1)
    rows = sorted(row for row, code in layout.rows.items() if _is_asked(code, asked))
    if len(rows) < _FEWEST:
        return (), False
    filled = [is_filled(sheet, row, place) for row in rows]
    explained = [is_filled(sheet, row, note) for row in rows]
    codes = tuple(layout.rows[row] for row in rows)
    if not filled[0] and not explained[0] and all(filled[1:]):
        return codes, _is_stray(sheet, layout, asked, rows[-1] + 1, place)
    if not filled[-1] and not explained[-1] and all(filled[:-1]):
        return codes, False
    return (), False


_FEWEST = 3


def _is_asked(code: str, asked: AskedReport) -> bool:
    metric = asked.metrics.get(code)
    return metric is not None and metric.required and not metric.computed


def _is_stray(sheet: Grid, layout: Layout, asked: AskedReport, row: int, place: int) -> bool:
    """Whether a number stands in the column of answers where none is asked for."""
    code = layout.rows.get(row)
    metric = asked.metrics.get(code) if code is not None else None
    asked_here = metric is not None and not metric.computed
    if asked_here or row in layout.headers or not is_filled(sheet, row, place):
        return False
    return sheet.columns[place].kinds[row] in (CellKind.NUMBER, CellKind.PERCENT)


def say_shifted(sheet: Grid, layout: Layout, asked: AskedReport, problems: Problems) -> None:
    """Says of a sheet whose figures seem to stand in their neighbours' rows."""
    codes, sure = shifted(sheet, layout, asked)
    if not codes:
        return
    t, place = texts().asides, layout.columns[Part.INPUT]
    rows = np.array(sorted(row + 1 for row, code in layout.rows.items() if code in _ends(codes)), dtype=np.int64)
    words = t.shifted.format(first=codes[0], last=codes[-1])
    fault = error("report_shifted", words) if sure else warning("report_shifted", words)
    problems.of_cells(fault, sheet, rows, place + 1)


def _ends(codes: Iterable[str]) -> frozenset[str]:
    listed = list(codes)
    return frozenset({listed[0], listed[-1]})

"""The input cells of a unit's report: a number, a state, yes or no, a text."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from cchc_metrics.importing.normalise import clean, compact
from cchc_metrics.importing.numbers import read_number
from cchc_metrics.importing.problems import Fault, error
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import CellKind, Grid, ValueState

# Columns of a task sheet, 0-based; workbooks.unit_form writes them.
CODE, INPUT, NOTE = 0, 5, 6
_YES, _NO = frozenset({"co", "x", "true", "yes", "1"}), frozenset({"khong", "false", "no", "0"})
_LARGEST = 1e15


@dataclass(frozen=True, slots=True)
class AskedMetric:
    """One metric that the unit reports."""

    name: str
    measure: str
    computed: bool = False
    yes_no: bool = False
    most: float = np.inf


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """What an input cell says; nothing at all when it is empty."""

    state: ValueState | None = None
    number: Fraction | None = None
    printed: str | None = None
    fault: Fault | None = None


def answer_in(sheet: Grid, row: int, metric: AskedMetric) -> CellAnswer:
    """What the input cell of a row says in answer to a metric."""
    column = sheet.columns[INPUT]
    kind, words = column.kinds[row], text_at(sheet, row, INPUT)
    if kind == CellKind.EMPTY or (kind == CellKind.TEXT and not words):
        return CellAnswer()
    if metric.yes_no:
        return _yes_no(words or plain(float(column.numbers[row])))
    if kind == CellKind.TEXT:
        return _spoken(words, metric)
    if kind not in (CellKind.NUMBER, CellKind.PERCENT):
        return _refused("report_not_a_number", texts().reporting.not_a_number.format(measure=metric.measure))
    return _checked(float(column.numbers[row]) * (100 if kind == CellKind.PERCENT else 1), None, metric)


def _spoken(words: str, metric: AskedMetric) -> CellAnswer:
    t, reading = texts().reporting, read_number(words)
    if not np.isnan(reading.other):
        message = t.two_readings.format(one=plain(reading.value), other=plain(reading.other))
        return _refused("report_two_readings", message)
    if reading.fault or reading.state is None:
        return _refused("report_not_a_number", t.not_a_number.format(measure=metric.measure))
    if reading.state is not ValueState.VALUE:
        return CellAnswer(reading.state, None, words)
    return _checked(reading.value, words, metric)


def _checked(number: float, printed: str | None, metric: AskedMetric) -> CellAnswer:
    t = texts().reporting
    if not np.isfinite(number) or abs(number) >= _LARGEST:
        return _refused("report_too_large", t.too_large)
    # Only a rate may fall below zero: more was spent than the year before.
    if number < 0 and metric.measure != "%":
        return _refused("report_negative", t.negative)
    if number > metric.most:
        return _refused("report_above_most", t.above_most.format(most=plain(metric.most)))
    return CellAnswer(ValueState.VALUE, Fraction(round(number * 1_000_000), 1_000_000), printed)


def _yes_no(words: str) -> CellAnswer:
    said = compact(words)
    if said in _YES or said in _NO:
        return CellAnswer(ValueState.VALUE, Fraction(said in _YES), words)
    return _refused("report_yes_no", texts().reporting.yes_no)


def _refused(code: str, message: str) -> CellAnswer:
    return CellAnswer(fault=error(code, message))


def text_at(sheet: Grid, row: int, place: int) -> str:
    """The text of a cell; a number in its plain form."""
    if place >= len(sheet.columns) or row >= sheet.height:
        return ""
    column = sheet.columns[place]
    if column.kinds[row] == CellKind.NUMBER:
        return plain(float(column.numbers[row])).replace(",", ".")
    return clean(str(column.texts[row] or ""))

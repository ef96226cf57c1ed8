"""The input cells of a unit's report: a number, a state, yes or no, a text.

What may mean several numbers is asked and never taken: «12/15», «không». What a number seldom is – half a person, a
share above 100 % – is pointed out and may stand with a written reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

import numpy as np

from cchc_metrics.importing.normalise import clean, compact
from cchc_metrics.importing.numbers import read_number
from cchc_metrics.importing.problems import Fault, error, info, warning
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import CellKind, Grid, ValueState

_YES, _NO = frozenset({"co", "x", "true", "yes", "1"}), frozenset({"khong", "false", "no", "0"})
# What people write for «none»; a stroke of any kind has no letters.
_NONE = frozenset(
    {
        *("khong", "ko", "k", "khongco", "kco", "koco", "kocogi", "khongphatsinh", "kophatsinh", "kps", "chuaphatsinh"),
        *("chuacophatsinh", "khongcophatsinh", "chuacohoso", "khongcohoso", "nil", "none", "0co", "zero"),
    }
)
_STROKES = frozenset("-–—−_./\\")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LARGEST = 1e15
_PERCENT, _MONEY = "%", "dong"
_EPOCH = date(1899, 12, 30)
# Serial days that all programs count alike; a date before this year is a number that was only shown as one.
_FIRST_SURE_DAY, _LARGEST_DAY, _EARLIEST_MEANT = 61, 2_958_466, 1990
_WHOLE_SHARE = 100
# Every cell of a report is asked for its kind many times; a name in this module is found at once, that of a member not.
_EMPTY, _TEXT, _DATE, _NUMBERS = CellKind.EMPTY, CellKind.TEXT, CellKind.DATE, (CellKind.NUMBER, CellKind.PERCENT)


@dataclass(frozen=True, slots=True)
class AskedMetric:
    """One metric that the unit reports. task: empty for the items of the plan.

    computed: worked out by the system · groups: how many groups it is answered by, 0 when by a number · most: a bound
    that holds without exception · required: an empty cell leaves the report incomplete · level: a stock, which a period
    of nothing has too · known: what the template shows greyed, by its column («previous», «cumulative»).
    """

    name: str
    measure: str
    task: str = ""
    computed: bool = False
    yes_no: bool = False
    groups: int = 0
    most: float = np.inf
    required: bool = True
    level: bool = False
    known: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """What an input cell says; nothing at all when it is empty.

    fault: why it cannot be taken · doubt: taken, and pointed out · none: a word for «none» · choices: the numbers it
    may mean.
    """

    state: ValueState | None = None
    number: Fraction | None = None
    printed: str | None = None
    fault: Fault | None = None
    doubt: Fault | None = None
    none: bool = False
    choices: tuple[str, ...] = ()


def answer_in(sheet: Grid, row: int, place: int, metric: AskedMetric) -> CellAnswer:
    """What the input cell (row and column from 0) says in answer to a metric."""
    if not is_filled(sheet, row, place):
        return CellAnswer()
    column = sheet.columns[place]
    kind, words = column.kinds[row], text_at(sheet, row, place)
    if kind in (CellKind.DATE, CellKind.ERROR):
        return _no_cell_of_a_person(kind, words, float(column.numbers[row]))
    if kind == CellKind.PERCENT and metric.measure != _PERCENT:
        return _shown_as_percent(float(column.numbers[row]), metric)
    if metric.yes_no or metric.groups:
        said = words or plain(float(column.numbers[row]))
        return _group(said, metric.groups) if metric.groups else _yes_no(said)
    if kind in (CellKind.TEXT, CellKind.BOOLEAN):
        spoken = _spoken(words, metric)
        is_share = _PERCENT in words and metric.measure != _PERCENT and spoken.number is not None
        return _shown_as_percent(float(spoken.number or 0) / _WHOLE_SHARE, metric) if is_share else spoken
    return checked(float(column.numbers[row]) * (100 if kind == CellKind.PERCENT else 1), None, metric)


def _shown_as_percent(number: float, metric: AskedMetric) -> CellAnswer:
    """A percent where no share is asked for: 0,6 or 60 may be meant."""
    given = plain(round(number * 100, 6))
    return _refused(
        "report_percent", texts().reporting.shown_as_percent.format(given=given, measure=named(metric.measure))
    )


def _no_cell_of_a_person(kind: int, words: str, number: float) -> CellAnswer:
    """A cell that the spreadsheet program made into something else."""
    t = texts().reporting
    if kind == CellKind.ERROR:
        return CellAnswer(fault=_formula(words))
    if not np.isfinite(number) or not _FIRST_SURE_DAY <= number < _LARGEST_DAY:
        return _refused("report_date", t.became_date_unknown)
    day = _EPOCH + timedelta(days=int(number))
    if day.year < _EARLIEST_MEANT:
        return _refused("report_date", t.shown_as_date.format(number=plain(number)))
    message = t.became_date.format(date=fmt.day(day), one=f"{day.day}/{day.month}", other=f"{day.day}.{day.month}")
    return _refused("report_date", message)


def _formula(words: str) -> Fault:
    """What is wrong with a formula that failed, or that was stored without its result."""
    t = texts().reporting
    if words.startswith("="):
        return error("report_formula_uncomputed", t.formula_uncomputed.format(formula=words))
    return error("report_formula_error", t.formula_error.format(error=words))


def broken(sheet: Grid, row: int, place: int) -> Fault | None:
    """Why a cell of words (row and column from 0) cannot be taken: the formula in it failed; None where it can."""
    if not is_filled(sheet, row, place) or sheet.columns[place].kinds[row] != CellKind.ERROR:
        return None
    return _formula(text_at(sheet, row, place))


def is_none(words: str) -> bool:
    """Whether a text is a word or a stroke for «none»."""
    bare = words.strip().casefold()
    return compact(words) in _NONE or (bool(bare) and set(bare) <= _STROKES)


def _spoken(words: str, metric: AskedMetric) -> CellAnswer:
    t, reading = texts().reporting, read_number(words)
    if is_none(words):
        return CellAnswer(fault=error("report_none_word", t.none_word.format(written=words)), none=True)
    if not np.isnan(reading.maximum):
        one, other = reading.value, reading.maximum
        message = t.several_numbers.format(written=words, one=plain(one), other=plain(other))
        return CellAnswer(fault=error("report_several_numbers", message), choices=(fmt.typed(one), fmt.typed(other)))
    if not np.isnan(reading.other):
        one, other = reading.value, reading.other
        message = t.two_readings.format(one=plain(one), other=plain(other))
        return CellAnswer(fault=error("report_two_readings", message), choices=(fmt.typed(one), fmt.typed(other)))
    if reading.fault or reading.state is None:
        return _refused("report_not_a_number", t.not_a_number.format(measure=named(metric.measure)))
    if reading.state is not ValueState.VALUE:
        return CellAnswer(reading.state, None, words)
    noted = info("report_noted", t.noted_number.format(written=words)) if reading.noted else None
    answer = checked(reading.value, words, metric)
    return answer if answer.fault or answer.doubt else CellAnswer(answer.state, answer.number, words, doubt=noted)


def checked(number: float, printed: str | None, metric: AskedMetric) -> CellAnswer:
    """A number as the answer to a metric."""
    t = texts().reporting
    if not np.isfinite(number) or abs(number) >= _LARGEST:
        return _refused("report_too_large", t.too_large)
    # Only a rate may fall below zero: more was spent than the year before.
    if number < 0 and metric.measure != _PERCENT:
        return _refused("report_negative", t.negative)
    if number > metric.most:
        return _refused("report_above_most", t.above_most.format(most=plain(metric.most)))
    exact = Fraction(round(number * 1_000_000), 1_000_000)
    doubt = None
    if metric.measure == _PERCENT and number > _WHOLE_SHARE:
        doubt = warning("report_above_whole", t.above_whole.format(given=plain(number)))
    elif metric.measure == _PERCENT and 0 < exact < 1:
        words = t.small_share.format(given=plain(float(exact)), meant=plain(float(exact * _WHOLE_SHARE)))
        doubt = warning("report_small_share", words)
    elif is_counted(metric.measure) and exact.denominator != 1:
        doubt = warning("report_not_whole", t.not_whole.format(given=plain(number), measure=named(metric.measure)))
    return CellAnswer(ValueState.VALUE, exact, printed, doubt=doubt)


def is_counted(measure: str) -> bool:
    """Whether a metric counts things or people, so that it is whole: all but shares and money."""
    return measure != _PERCENT and _MONEY not in compact(measure)


def _yes_no(words: str) -> CellAnswer:
    said = compact(words)
    if said in _YES or said in _NO:
        return CellAnswer(ValueState.VALUE, Fraction(said in _YES), words)
    return _refused("report_yes_no", texts().reporting.yes_no)


def _group(words: str, groups: int) -> CellAnswer:
    """«Nhóm 2», «nhóm II», «group 2», «2»: the number of a group."""
    said = compact(words).removeprefix("nhom").removeprefix("group")
    names = {str(number): number for number in range(1, groups + 1)}
    names |= {name: number for name, number in _ROMAN.items() if number <= groups}
    if said not in names:
        return _refused("report_group", texts().reporting.group_unknown.format(most=groups))
    return CellAnswer(ValueState.VALUE, Fraction(names[said]), words)


def _refused(code: str, message: str) -> CellAnswer:
    return CellAnswer(fault=error(code, message))


def text_at(sheet: Grid, row: int, place: int) -> str:
    """The text of a cell; a number in its plain form."""
    if not 0 <= place < len(sheet.columns) or row >= sheet.height:
        return ""
    column = sheet.columns[place]
    kind = column.kinds[row]
    if kind in _NUMBERS:
        return plain(float(column.numbers[row])).replace(",", ".")
    if kind == _DATE and _LARGEST_DAY > column.numbers[row] == int(column.numbers[row]) > 0:
        return fmt.typed_day(_EPOCH + timedelta(days=int(column.numbers[row])))
    return clean(str(column.texts[row] or ""))


def is_filled(sheet: Grid, row: int, place: int) -> bool:
    """Whether something stands in a cell; blanks are nothing."""
    if not 0 <= place < len(sheet.columns) or row >= sheet.height:
        return False
    kind = sheet.columns[place].kinds[row]
    return kind != _EMPTY and (kind != _TEXT or bool(text_at(sheet, row, place)))

"""Columns that need nothing but themselves: texts, choices, flags, dates, whole numbers, ranks, plain numbers."""

import re
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from cchc_metrics.importing.cells import Flags, Floats, Words, number_text
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.normalise import compact, key
from cchc_metrics.importing.numbers import (
    BOOLEAN,
    DATE,
    FAULTS,
    NOT_A_NUMBER,
    TOO_LARGE,
    UNCLEAR_MARK,
    NumberColumn,
    obstacle,
    read_number,
    read_numbers,
)
from cchc_metrics.importing.problems import Fault, Report, error, info, warning
from cchc_metrics.labels import named, texts, wordings
from cchc_metrics.labels.format import day, plain
from cchc_metrics.model import CellKind
from cchc_metrics.schema import TemplateColumn

_FLAGS = {
    **dict.fromkeys(("co", "x", "true", "yes", "dung", "1"), True),
    **dict.fromkeys(("khong", "false", "no", "sai", "0"), False),
}
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:[T ]00:00(?::00)?)?")
_RANK = re.compile(r"(?P<rank>\d{1,6})(?:\s*/\s*(?P<count>\d{1,6}))?")


def read_text(intake: Intake, column: TemplateColumn) -> ExtensionArray:
    """The texts of a column, missing where empty."""
    return intake.words(column).array()


def read_choice(intake: Intake, column: TemplateColumn) -> Words:
    """Each cell's stored code; an empty cell, or a column that is not there, gives the default."""
    choices = {compact(one): code for wording, code in (column.choices or {}).items() for one in wordings(wording)}
    choices |= {compact(code): code for code in choices.values()}
    words = intake.words(column)
    offered = "; ".join(map(named, column.choices or ()))
    message = texts().findings.choice_unknown
    faults = [
        None if compact(word) in choices else _fault("choice_unknown", message, value=word, choices=offered)
        for word in words.words
    ]
    intake.report(column).words(faults, words.codes, words.words)
    codes = [*(choices.get(compact(word)) for word in words.words), column.default]
    return Words(np.where(words.codes < 0, len(codes) - 1, words.codes), (*words.words, "")).mapped(codes)


def _fault(code: str, message: str, **parts: str) -> Fault:
    return error(code, message.format(**parts))


def read_flag(intake: Intake, column: TemplateColumn) -> ExtensionArray:
    """có / không, x, TRUE / FALSE; missing where empty."""
    words = intake.words(column)
    flags = [_FLAGS.get(key(word)) for word in words.words]
    _say_unread(flags, words, intake.report(column), "flag_unknown")
    return pd.array(flags, dtype="boolean").take(words.codes, allow_fill=True)


def read_date(intake: Intake, column: TemplateColumn) -> pd.Series:
    """Dates (an object column of date or None): a date cell, or a text with the day first, or in ISO form."""
    words = intake.words(column)
    days = [parse_date(word) for word in words.words]
    _say_unread(days, words, intake.report(column), "date_unknown")
    return pd.Series(words.take(np.array(days, dtype=np.object_), None), dtype="object")


def parse_date(text: str) -> date | None:
    """``01/7/2025``, ``1-7-2025``, ``2025-07-01``; None when it is no day of the calendar."""
    match = _DAY_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    try:
        return None if match is None else date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _say_unread(results: Sequence[object], words: Words, report: Report, code: str) -> None:
    message: str = getattr(texts().findings, code)
    faults = [
        _fault(code, message, value=word) if result is None else None
        for word, result in zip(words.words, results, strict=True)
    ]
    report.words(faults, words.codes, words.words)


def read_rank(intake: Intake, column: TemplateColumn) -> tuple[ExtensionArray, ExtensionArray]:
    """Rank and count (Int64): ``27`` or ``27/63``; a dash or a state in its place means that there is no rank."""
    t = texts().findings
    field, report, words = intake.field(column), intake.report(column), intake.words(column)
    if field is not None and (dates := field.where(CellKind.DATE)).any():
        report.mask(error("rank_became_date", t.rank_became_date), dates)
        words = Words(np.where(dates, -1, words.codes), words.words)
    found = [_RANK.fullmatch(word) for word in words.words]
    faults = [
        None if match or _says_nothing(word) else _fault("rank_unknown", t.rank_unknown, value=word)
        for word, match in zip(words.words, found, strict=True)
    ]
    report.words(faults, words.codes, words.words)
    ranks = [int(match["rank"]) if match else None for match in found]
    counts = [int(match["count"]) if match and match["count"] else None for match in found]
    return (
        pd.array(ranks, dtype="Int64").take(words.codes, allow_fill=True),
        pd.array(counts, dtype="Int64").take(words.codes, allow_fill=True),
    )


def _says_nothing(word: str) -> bool:
    reading = read_number(word)
    return reading.fault == UNCLEAR_MARK or (reading.state is not None and np.isnan(reading.value))


def read_integer(intake: Intake, column: TemplateColumn) -> ExtensionArray:
    """Whole numbers (Int64), missing where empty."""
    numbers = read_plain(intake, column, np.zeros(len(intake), dtype=np.bool_))
    broken = ~np.isnan(numbers) & (numbers != np.round(numbers))
    message = texts().findings.not_an_integer.format(header=named(column.header))
    intake.report(column).mask(error("not_an_integer", message), broken)
    return pd.Series(np.where(broken, np.nan, numbers)).astype("Int64").array


def read_plain(intake: Intake, column: TemplateColumn, percent_ok: Flags) -> Floats:
    """Numbers, NaN where empty or at fault. Percents only where ``percent_ok``; a state or a second reading is one."""
    field, report = intake.field(column), intake.report(column)
    if field is None:
        return np.full(len(intake), np.nan)
    cells = read_numbers(field, intake.decimal)
    misplaced, ambiguous = cells.percent & ~percent_ok, ~np.isnan(cells.others)
    more_than_a_number = (cells.states > 0) | ~np.isnan(cells.maxima)
    say_faults(cells, report, unclear=error("mark_for_number", texts().findings.mark_for_number))
    say_percents(misplaced, report)
    say_ambiguous(cells, ambiguous, report)
    report.mask(error(NOT_A_NUMBER, texts().findings.not_a_number), more_than_a_number)
    return np.where(misplaced | ambiguous | more_than_a_number, np.nan, cells.numbers)


def say_faults(cells: NumberColumn, report: Report, unclear: Fault | None = None) -> None:
    """Reports every cell that could not be read as a number or a state; ``unclear`` is what to say of a lone mark.

    A number with the sign of a note behind it was taken: that is a warning.
    """
    t = texts().findings
    sentences = {
        UNCLEAR_MARK: ("unclear_mark", t.unclear_mark),
        TOO_LARGE: ("number_too_large", t.number_too_large),
        BOOLEAN: ("truth_for_number", t.truth_for_number),
    }
    report.mask(warning("number_noted", t.number_noted), cells.noted)
    if not cells.faults.any():
        return
    for name, (code, message) in sentences.items():
        fault = unclear if unclear is not None and name == UNCLEAR_MARK else error(code, message)
        report.mask(fault, cells.faults == FAULTS.index(name))
    _say_by_text(report, cells.faults == FAULTS.index(NOT_A_NUMBER), _no_number)
    _say_by_text(report, cells.faults == FAULTS.index(DATE), _date_for_number)


def _say_by_text(report: Report, wrong: Flags, fault_of: Callable[[str], Fault]) -> None:
    """Reports cells with the sentence that suits their text; a number that is none has no text."""
    if report.field is None or not wrong.any():
        return
    words = report.field.texts
    codes = np.where(wrong, words.codes, -1)
    there = set(codes.tolist())
    report.words([fault_of(word) if at in there else None for at, word in enumerate(words.words)], codes, words.words)
    report.mask(fault_of(""), wrong & (words.codes < 0))


def _no_number(text: str) -> Fault:
    """Why a text is no number."""
    reason = obstacle(text)
    message: str = getattr(texts().findings, reason) if reason else texts().findings.not_a_number
    return error(NOT_A_NUMBER, message)


def _date_for_number(text: str) -> Fault:
    """What Excel may have made a date of: 12/5, a score over its maximum, or 12.5."""
    t = texts().findings
    found = _YEAR_FIRST.match(text)
    if found is None:
        return error("date_for_number", t.date_for_number)
    made = date(int(found["year"]), int(found["month"]), int(found["day"]))
    message = t.date_from_number.format(date=day(made), day=made.day, month=made.month)
    return error("date_for_number", message)


def say_percents(wrong: Flags, report: Report) -> None:
    """Reports percents where points are expected: 85,25% of 13 points could be meant as either."""
    report.mask(error("percent_for_points", texts().findings.percent_for_points), wrong)


def say_ambiguous(cells: NumberColumn, unclear: Flags, report: Report) -> None:
    """Reports numbers with two readings, naming both."""
    if report.field is None or not unclear.any():
        return
    words = report.field.texts
    codes = np.where(unclear, words.codes, -1)
    faults: list[Fault | None] = [None] * len(words.words)
    chosen = np.flatnonzero(unclear)
    for code, place in zip(*np.unique(codes[chosen], return_index=True), strict=True):
        at = chosen[place]
        faults[code] = _two_readings(float(cells.numbers[at]), float(cells.others[at]))
    report.words(faults, codes, words.words)


def _two_readings(number: float, other: float) -> Fault:
    message = texts().findings.number_ambiguous.format(first=plain(number), second=number_text(other))
    return error("number_ambiguous", message)


def say_settled(settled: Flags, report: Report) -> None:
    """Says where the decimal reading was taken because the other exceeds the maximum: one finding for a column."""
    if report.field is None or not settled.any():
        return
    places = np.flatnonzero(settled)
    values = {report.field.shown(int(place)) for place in places}
    report.at(info("number_settled", texts().findings.number_settled), places, values.pop() if len(values) == 1 else "")

"""Scores: the value, its state, its maximum and the text worth keeping, with what a score may not be."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from cchc_metrics.importing.asked.marks import by_publisher, with_meanings
from cchc_metrics.importing.cells import Flags, Floats, Words
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.limits import TOLERANCE
from cchc_metrics.importing.numbers import STATES, NumberColumn, read_numbers
from cchc_metrics.importing.problems import Fault, Report, error, warning
from cchc_metrics.importing.subjects import Subjects
from cchc_metrics.importing.values import read_plain, say_ambiguous, say_faults, say_percents, say_settled
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import ScoreKind, ValueState
from cchc_metrics.schema import Role

# PAPI itself publishes 0,3317 on a scale that begins at a third: what lies as near as that is believed.
_NEAR_SCALE = 0.9


# What is exempt without asking: in our stamped template, in its long layout, in any other table. Words («được miễn»)
# always are.
_MEANS_EXEMPT = (frozenset({"n/a", "na"}), frozenset({"n/a"}), frozenset[str]())


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Per record: the lowest and highest score possible (NaN: unknown), and whether it is a published percentage."""

    lowest: Floats
    highest: Floats
    published: Flags


def read_scores(intake: Intake, score_kind: Words, index: Words, subjects: Subjects) -> dict[str, Any]:
    """The columns state, value, max_score and printed of the records.

    A percent (a percent cell or a % sign) is taken where the criterion's unit is %, its maximum is 100 or the score
    kind is a published percentage; anywhere else it is an error. A number with two readings is taken when only one
    of them does not exceed the maximum and its bonus, and that is said; else it is an error naming both.
    """
    column = intake.column(Role.STATE_NUMBER)
    field, report = intake.field(column), intake.report(column)
    if field is None:
        raise ValueError(f"{intake.kind.name}: the records hold no scores")
    exempt = _MEANS_EXEMPT[0 if intake.stamped else 1 if not intake.records.wide else 2]
    whose = publishers(intake, index)
    cells, unsure = with_meanings(read_numbers(field, intake.decimal), field, whose, intake.marks, sure=exempt)
    _say_unsure(unsure, report)
    say_faults(cells, report)
    published = score_kind.where(ScoreKind.PERCENT)
    listed = _file_maximum(intake, cells)
    maximum = np.where(published, 100.0, np.where(np.isnan(listed), subjects.maximum, listed))
    lowest = np.where(published, 0.0, np.fmin(subjects.minimum, 0.0))
    bounds = _Bounds(lowest, _highest(listed, subjects, published), published)
    misplaced = cells.percent & ~(published | subjects.in_percent | (maximum == 100))
    say_percents(misplaced, report)
    unclear = _settle(cells, np.where(np.isnan(maximum), np.nan, bounds.highest), report)
    if "score_within_max" in intake.kind.checks:
        sure = np.where(misplaced | unclear, np.nan, cells.numbers)
        _check_scores(sure, bounds, report)
        _doubt_scores(np.where(cells.percent, np.nan, sure), bounds, subjects, report)
        _compare_maxima(np.where(published, np.nan, listed), subjects.maximum, intake)
    return {
        "state": Words(cells.states, tuple(state.value for state in STATES)),
        "value": np.where(cells.states == STATES.index(ValueState.VALUE), cells.numbers, np.nan),
        "max_score": listed,
        "printed": cells.printed.array(),
    }


def publishers(intake: Intake, index: Words) -> Words:
    """Whose marks the records bear: an index, or an index of one publisher."""
    column = intake.stored("source")
    return by_publisher(index, intake.words(column)) if column is not None else index


def _say_unsure(unsure: Flags, report: Report) -> None:
    """Marks that are read as exempt by some and as missing by others."""
    if report.field is None or not unsure.any():
        return
    words = report.field.texts
    codes = np.where(unsure, words.codes, -1)
    there = set(codes.tolist())
    message = texts().intake.mark_unsure
    faults = [
        error("mark_unsure", message.format(mark=word)) if at in there else None for at, word in enumerate(words.words)
    ]
    report.words(faults, codes, words.words)


def _highest(listed: Floats, subjects: Subjects, published: Flags) -> Floats:
    """The highest score possible: by the file's own maximum where there is one, yet within the whole's."""
    bonus = np.where(np.isnan(subjects.bonus), 0.0, subjects.bonus)
    by_file = np.where(np.isnan(subjects.maximum), np.fmin(listed + bonus, subjects.highest), listed + bonus)
    return np.where(published, 100.0, np.where(np.isnan(listed), subjects.highest, by_file))


def _file_maximum(intake: Intake, cells: NumberColumn) -> Floats:
    """The maximum that the file prints, in its own column or behind the slash of «12,45/13»; they must agree."""
    column, t = intake.stored("max_score"), texts().findings
    if column is None:
        return cells.maxima
    listed = read_plain(intake, column, np.zeros(len(intake), dtype=np.bool_))
    apart = np.abs(listed - cells.maxima) > TOLERANCE
    intake.report(column).mask(error("maximum_disagrees", t.maximum_disagrees), apart)
    both = np.where(np.isnan(listed), cells.maxima, listed)
    _at_maximum(intake, error("maximum_not_positive", t.maximum_not_positive), both <= 0)
    return np.where(both <= 0, np.nan, both)


def _at_maximum(intake: Intake, fault: Fault, wrong: Flags) -> None:
    """Reports maxima where they stand: in their own column, else behind the slash of the score."""
    column = intake.stored("max_score")
    field = intake.field(column)
    own = field.filled if field is not None else np.zeros(len(intake), dtype=np.bool_)
    intake.report(column).mask(fault, wrong & own)
    intake.report(intake.column(Role.STATE_NUMBER)).mask(fault, wrong & ~own)


def _settle(cells: NumberColumn, highest: Floats, report: Report) -> Flags:
    """Which numbers keep two readings; the others are settled by a known highest score, and that is said."""
    ambiguous = ~np.isnan(cells.others)
    settled = ambiguous & (np.abs(cells.numbers) <= highest) & (np.abs(cells.others) > highest)
    say_settled(settled, report)
    say_ambiguous(cells, ambiguous & ~settled, report)
    return ambiguous & ~settled


def _check_scores(values: Floats, bounds: _Bounds, report: Report) -> None:
    """A score lies between 0 (or a negative minimum) and its maximum plus its bonus; a percentage within 0–100."""
    t = texts().findings
    report.mask(error("score_negative", t.score_negative), values < bounds.lowest)
    over = values > bounds.highest + TOLERANCE
    report.mask(error("percent_above_100", t.percent_above_100), over & bounds.published)
    report.beyond(bounds.highest, over & ~bounds.published, _above_max)


def _doubt_scores(values: Floats, bounds: _Bounds, subjects: Subjects, report: Report) -> None:
    """Scores that are possible and yet unlikely: below the scale, or a fraction where percentages are expected."""
    # A scale that begins below zero ends there: what lies beyond is an error of its own.
    near = np.where(subjects.minimum > 0, subjects.minimum * _NEAR_SCALE, np.nan)
    below = ~bounds.published & (values >= bounds.lowest) & (values < near)
    report.beyond(subjects.minimum, below, _below_scale)
    # Under a maximum of 100 the review of the whole column tells fractions; here there is none to tell them by.
    hundred = bounds.published | (subjects.in_percent & np.isnan(subjects.maximum))
    fraction = hundred & (values > 0) & (values <= 1)
    report.mask(warning("fraction_for_percent", texts().findings.fraction_for_percent), fraction)


def _below_scale(minimum: float) -> Fault:
    return warning("score_below_scale", texts().findings.score_below_scale.format(minimum=plain(minimum)))


def _above_max(maximum: float) -> Fault:
    return error("score_above_max", texts().findings.score_above_max.format(maximum=plain(maximum)))


def _compare_maxima(listed: Floats, known: Floats, intake: Intake) -> None:
    """A maximum that differs from the framework's is told; the file's stays with the score."""
    apart = np.abs(listed - known) > TOLERANCE
    for maximum in np.unique(known[apart]):
        _at_maximum(intake, _other_max(float(maximum)), apart & (known == maximum))


def _other_max(maximum: float) -> Fault:
    return warning("maximum_differs", texts().findings.maximum_differs.format(maximum=plain(maximum)))

"""Ranks and targets against what is possible: a rank within its count, a target within its maximum; and intervals, also
those that a source prints in one cell."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from cchc_metrics.importing.cells import Field, Flags, Floats, Words, no_words
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.numbers import interval
from cchc_metrics.importing.problems import Fault, Report, error
from cchc_metrics.importing.subjects import Subjects
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import CellKind, TargetKind

# Half of the last decimal that the store keeps.
TOLERANCE = 5e-10


def check_ranks(ranks: ExtensionArray, counts: ExtensionArray, peers: Floats, report: Report) -> None:
    """1 ≤ rank ≤ count ≤ entities of the type in the era; that number bounds the rank when no count is given."""
    rank = pd.Series(ranks).to_numpy(dtype=np.float64, na_value=np.nan)
    count = pd.Series(counts).to_numpy(dtype=np.float64, na_value=np.nan)
    wrong = (rank < 1) | (rank > count)
    report.mask(error("rank_above_count", texts().findings.rank_above_count), wrong)
    report.beyond(peers, ~wrong & (np.fmax(rank, count) > peers), _above_peers)


def _above_peers(count: float) -> Fault:
    return error("rank_above_peers", texts().findings.rank_above_peers.format(count=plain(count)))


def check_targets(values: Floats, target_kind: Words, subjects: Subjects, report: Report) -> None:
    """A target in points lies within 0 (or a negative minimum) and the maximum plus bonus; one in ranks exists."""
    t = texts().findings
    in_points = target_kind.where(TargetKind.VALUE)
    limit = subjects.highest
    report.beyond(limit, in_points & (values > limit + TOLERANCE), _above_max)
    # On a scale that begins below zero a target may be negative too.
    lowest = np.fmin(subjects.minimum, 0.0)
    report.mask(error("target_negative", t.target_negative), in_points & (values < lowest))
    ranked = (target_kind.where(TargetKind.RANK) | target_kind.where(TargetKind.RANK_CHANGE)) & ~np.isnan(values)
    broken = ranked & ((values != np.round(values)) | (values < 1))
    report.mask(error("target_no_rank", t.target_no_rank), broken)
    report.beyond(subjects.peers, ranked & ~broken & (values > subjects.peers), _above_peers)


# A level below a half says nothing; 0,95 is a level written as a fraction.
_LOWEST_LEVEL = 50.0


def check_intervals(measures: Mapping[str, Floats], intake: Intake) -> None:
    """A standard error is not negative; an interval has both ends in order, and a level between 50 and 100 %."""
    t = texts().findings
    error_of, low, high, level = (measures[name] for name in ("value", "low", "high", "level"))
    below, above, sure = (intake.report(intake.stored(name)) for name in ("low", "high", "level"))
    intake.report(intake.stored("value")).mask(error("error_negative", t.error_negative), error_of < 0)
    one_end = np.isnan(low) != np.isnan(high)
    half = error("interval_half", t.interval_half)
    below.mask(half, one_end & ~np.isnan(low))
    above.mask(half, one_end & ~np.isnan(high))
    above.mask(error("interval_reversed", t.interval_reversed), high < low)
    whole = ~np.isnan(low) & ~np.isnan(high)
    below.mask(error("level_missing", t.level_missing), whole & np.isnan(level))
    sure.mask(error("level_outside", t.level_outside), (level < _LOWEST_LEVEL) | (level >= 100))


def _above_max(maximum: float) -> Fault:
    return error("target_above_max", texts().findings.target_above_max.format(maximum=plain(maximum)))


def with_ends(intake: Intake) -> Intake:
    """The records with every interval in one cell as two numbers; where the upper end stands in a cell of its own, the
    text stays, and is refused as a number."""
    columns = {column.store: column for column in intake.kind.template}
    if not {"low", "high"} <= columns.keys() or (low := intake.field(columns["low"])) is None:
        return intake
    high = intake.field(columns["high"])
    read = [interval(word, intake.decimal) for word in low.texts.words]
    told = low.texts.take(np.array([one is not None for one in read], dtype=np.bool_), False)
    told &= low.where(CellKind.TEXT)
    if high is not None:
        told &= ~high.filled
    if not told.any():
        return intake
    ends = np.array([one or (np.nan, np.nan) for one in read], dtype=np.float64).reshape(-1, 2)
    both = [_numbers(low, told, low.texts.take(ends[:, at].copy(), np.nan)) for at in (0, 1)]
    if high is not None:
        both[1] = replace(
            high,
            kinds=np.where(told, both[1].kinds, high.kinds),
            numbers=np.where(told, both[1].numbers, high.numbers),
        )
    else:
        empty = np.where(told, both[1].kinds, np.uint8(CellKind.EMPTY))
        both[1] = replace(both[1], kinds=empty, texts=no_words(len(empty)))
    fields = dict(zip((columns["low"].header, columns["high"].header), both, strict=True))
    return replace(intake, records=replace(intake.records, fields={**intake.records.fields, **fields}))


def _numbers(field: Field, told: Flags, values: Floats) -> Field:
    """The field with numbers in the place of some of its texts."""
    kinds = np.where(told, np.uint8(CellKind.NUMBER), field.kinds)
    codes = np.where(told, -1, field.texts.codes)
    return replace(
        field, kinds=kinds, numbers=np.where(told, values, field.numbers), texts=Words(codes, field.texts.words)
    )

"""Intervals that a source prints in one cell: both ends from under the header of the lower one."""

from dataclasses import replace

import numpy as np

from cchc_metrics.importing.cells import Field, Flags, Floats, Words, no_words
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.numbers import interval
from cchc_metrics.model import CellKind


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

"""When two rows are the same fact (equal grain) and when they say the same (equal values)."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Flags, Ints, combine
from cchc_metrics.model import scaled
from cchc_metrics.schema import Kind, SqlType, StoreColumn


def value_columns(kind: Kind) -> tuple[StoreColumn, ...]:
    """What may change in a fact of a kind."""
    return kind.values  # noqa: PD011 – a Kind is no frame


def keys_of(kind: Kind, *frames: pd.DataFrame) -> tuple[Ints, ...]:
    """One number per row and distinct grain, the same in every frame."""
    return key_numbers([_comparables(column, frames) for column in kind.grain])


def partners(kind: Kind, facts: pd.DataFrame, stored: pd.DataFrame) -> Ints:
    """For each fact the position of the stored one of the same grain, −1 where there is none; one row per grain."""
    found = np.full(len(facts), -1, dtype=np.int64)
    near = np.arange(len(stored))
    # What is stored beside a file is mostly of another period: that is seen by its few values.
    for column in sorted(kind.grain, key=lambda column: column.name not in kind.scope):
        if not len(near) or facts.empty:
            return found
        ours, theirs = (comparable(column, frame[column.name]) for frame in (facts, stored.iloc[near]))
        near = near[theirs.isin(ours.unique()).to_numpy(dtype=np.bool_)]
    new, old = keys_of(kind, facts, stored.iloc[near])
    place = np.full(int(max(new.max(initial=-1), old.max(initial=-1))) + 1, -1, dtype=np.int64)
    place[old] = near
    return place[new]


def key_numbers(columns: Sequence[Sequence[pd.Series]]) -> tuple[Ints, ...]:
    """One number per row and distinct combination; ``columns[c][f]`` is column c of frame f."""
    lengths = [len(part) for part in columns[0]]
    codes = [pd.factorize(pd.concat(parts, ignore_index=True))[0].astype(np.int64) for parts in columns]
    whole, _ = combine(*codes)
    return tuple(np.split(whole, np.cumsum(lengths)[:-1]))


def _comparables(column: StoreColumn, frames: Sequence[pd.DataFrame]) -> list[pd.Series]:
    return [comparable(column, frame[column.name]) for frame in frames]


def comparable(column: StoreColumn, values: pd.Series) -> pd.Series:
    """A column in the type in which it is compared: decimals as exact integers, dates as ISO texts."""
    match column.type:
        case SqlType.SCORE:
            return scaled(values)
        case SqlType.AMOUNT:
            return values.astype("Float64").round(6)
        case SqlType.INTEGER:
            return values.astype("Int64")
        case SqlType.FLAG:
            return values.astype("boolean")
        case SqlType.DATE:
            return pd.to_datetime(values).dt.strftime("%Y-%m-%d").astype("str")
        case _:
            return values.astype("str")


def same_values(kind: Kind, left: pd.DataFrame, right: pd.DataFrame) -> Flags:
    """Per position whether all value columns agree; missing agrees with missing only."""
    same = np.ones(len(left), dtype=np.bool_)
    for column in value_columns(kind):
        one, two = (comparable(column, frame[column.name]).array for frame in (left, right))
        gone = np.asarray(pd.isna(one)), np.asarray(pd.isna(two))
        equal = pd.array(one == two, dtype="boolean").to_numpy(dtype=np.bool_, na_value=False)
        same &= (gone[0] & gone[1]) | (equal & ~gone[0] & ~gone[1])
    return same

"""Scores as exact integers, and the few operations on them that every formula shares.

A score is compared, subtracted and summed as an integer of 10⁻⁹ (``model.scaled``) and becomes a float once, at the
end; a float that went through ``scaled`` and ``unscaled`` is the float nearest to the printed decimal.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray

from cchc_metrics.model import SCALE, ValueState, scaled

# Of so few rows a set is made sooner than a table is asked.
_FEW = 5_000

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def scored(frame: pd.DataFrame) -> pd.Series:
    """The exact integers of ``value`` where ``state`` says it is one; ``<NA>`` for exempt and missing rows."""
    exact = scaled(frame["value"])
    numbers, there = whole(exact)
    valued = same(frame["state"], ValueState.VALUE)
    return pd.Series(pd.arrays.IntegerArray(numbers, ~(there & valued)), index=exact.index)


def same(texts: pd.Series, text: str) -> Flags:
    """Where a column of texts holds this one; of a few rows asked one by one, at a tenth of what the column asks."""
    if len(texts) > _FEW:
        return (texts == text).to_numpy(dtype=bool, na_value=False)
    found: Flags = texts.to_numpy(dtype=object) == str(text)
    return found


def unscaled(exact: pd.Series) -> pd.Series:
    """Exact integers (Int64) back to scores: float64, NaN where missing."""
    return pd.Series(exact.to_numpy(dtype="float64", na_value=np.nan) / SCALE, index=exact.index)


def whole(exact: pd.Series) -> tuple[Integers, Flags]:
    """The integers, 0 where none is there, and where one is."""
    held = exact.array
    if isinstance(held, pd.arrays.IntegerArray):
        absent = held.isna()
        return held.to_numpy(dtype="int64", na_value=0), ~absent
    return exact.to_numpy(dtype="int64", na_value=0), exact.notna().to_numpy(dtype=bool)


def split(exact: pd.Series) -> tuple[Integers, Flags]:
    """The integers that are there, in order, and where they stand."""
    numbers, there = whole(exact)
    return numbers[there], there


def spread(numbers: Integers, there: Flags, index: pd.Index) -> pd.Series:
    """The inverse of ``split``: Int64 on ``index``, ``<NA>`` where nothing stands."""
    full = np.zeros(len(there), dtype="int64")
    full[there] = numbers
    return pd.Series(pd.arrays.IntegerArray(full, ~there), index=index)


def four_times_quarter(ordered: Integers, quarter: int) -> int:
    """Four times the linear percentile at ``quarter`` × 25 of an ascending, non-empty array: always an integer.

    The percentile lies at position (n − 1) × quarter / 4, so four times it needs no rounding.
    """
    low, rest = divmod((len(ordered) - 1) * quarter, 4)
    step = int(ordered[low + 1]) - int(ordered[low]) if rest else 0
    return 4 * int(ordered[low]) + rest * step


def covers(count: float, population: int, coverage: float) -> bool:
    """Whether ``count`` of ``population`` is at least the share ``coverage``; never for an empty population."""
    return population > 0 and count / population >= coverage


def require_grain(frame: pd.DataFrame, keys: Sequence[str]) -> None:
    """Raises ValueError when two rows of ``frame`` share their ``keys``."""
    if len(frame) > _FEW:
        doubled = bool(frame.duplicated(subset=list(keys)).any())
    else:
        rows = zip(*(frame[key].to_numpy(dtype=object) for key in keys), strict=True)
        doubled = len(set(rows)) < len(frame)
    if doubled:
        raise ValueError(f"more than one row per {', '.join(keys)}")


def typed(frame: pd.DataFrame, dtypes: Mapping[str, str]) -> pd.DataFrame:
    """The columns named, in that order and of those dtypes, on a fresh index: the same shape for empty input."""
    asked: Mapping[str, Any] = dtypes
    # Casting a column to the dtype it has still costs a tenth of a millisecond, and most have it.
    cast = {
        name: frame[name] if frame[name].dtype == dtype else frame[name].astype(dtype) for name, dtype in asked.items()
    }
    return pd.DataFrame({name: column.array for name, column in cast.items()}, index=pd.RangeIndex(len(frame)))


_TEXT = pd.array([], dtype="str").dtype


def made(columns: Mapping[str, Any], dtypes: Mapping[str, str]) -> pd.DataFrame:
    """A table of these columns in the order of ``dtypes`` (str, float64, Int64, bool), as ``typed`` would have it.

    Of Int64 whole numbers below 2⁵³ as floats, NaN where missing.
    """
    return pd.DataFrame({name: _column(columns[name], dtype) for name, dtype in dtypes.items()}, copy=False)


def _column(values: Any, dtype: str) -> npt.NDArray[Any] | ExtensionArray:
    if dtype == "str":
        own = isinstance(values, ExtensionArray) and values.dtype == _TEXT
        text: ExtensionArray = values if own else pd.array(values, dtype=_TEXT)
        return text
    if dtype != "Int64":
        plain: npt.NDArray[Any] = np.asarray(values, dtype=dtype)
        return plain
    floats = np.asarray(values, dtype=np.float64)
    absent = np.isnan(floats)
    return pd.arrays.IntegerArray(np.where(absent, 0, floats).astype(np.int64), absent)

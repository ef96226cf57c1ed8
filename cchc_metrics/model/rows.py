"""What a row of a frame holds, as plain values."""

from typing import Any

import pandas as pd


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame row by row, by the names of its columns; None for what is missing."""
    plain = frame.astype("object").where(frame.notna(), None)
    return [{str(name): value for name, value in row.items()} for row in plain.to_dict("records")]


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame row by row, by the names of its columns, as ``to_dict`` has them and several times sooner."""
    names = [str(name) for name in frame.columns]
    columns = (_values(frame.iloc[:, place]) for place in range(len(names)))
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _values(column: pd.Series) -> list[Any]:
    masked = isinstance(column.array, (pd.arrays.IntegerArray, pd.arrays.FloatingArray, pd.arrays.BooleanArray))
    values = column.tolist()
    return [None if value is pd.NA else value for value in values] if masked else values


def text_of(value: object) -> str:
    """The text of a cell; empty where it is missing."""
    return value if isinstance(value, str) else ""


def number_of(value: Any) -> float | None:
    """The number of a cell; None where it is missing."""
    return None if value is None or pd.isna(value) else float(value)


def whole_of(value: Any) -> int | None:
    """The whole number of a cell; None where it is missing."""
    return None if value is None or pd.isna(value) else int(value)

"""Wider questions to the store, out of which many narrow ones are answered.

A page asks for the figures of one province, of one criterion, of one due day; each question of the store costs some
milliseconds, whatever it answers. A small kind is read whole once, and of one criterion the years of all that are
compared: what is asked of them is picked out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.schema import PLACES, SCORES, Kind
from cchc_metrics.services.office.catalogue import Catalogue
from cchc_metrics.services.office.office import Office

Where = Mapping[str, Sequence[Any]]
# Facts of a kind that is read whole. Scores are never: an office may hold forty million.
_SMALL = 2_000
# From so many periods on all of them are read: a ranking needs two, and of a large office no more than those.
_MANY_PERIODS = 3
_CRITERION = ("index_code", "node_code", "score_kind")


def wider(office: Office, catalogue: Catalogue, kind: Kind, where: Where, rows: Where) -> Where | None:
    """The condition to ask the store for instead, None where the question is to be asked as it is.

    where: what is asked, narrowed to rows: what the asker may read, which the wider question keeps to as well.
    """
    if any(column.endswith(PLACES) for column in where):
        return None
    if kind is not SCORES:
        small = (
            bool(where) and office.kept.answers.answer(("count", kind.name), lambda: office.store.count(kind)) <= _SMALL
        )
        return rows if small else None
    periods, entities = where.get("period_id"), where.get("entity_id")
    of_one = all(len(where.get(column, ())) == 1 for column in _CRITERION)
    if rows or not of_one or entities is None or (periods is not None and len(periods) < _MANY_PERIODS):
        return None
    compared = catalogue.compared()
    if not set(entities) <= set(compared):
        return None
    return {**{column: list(where[column]) for column in _CRITERION}, "entity_id": sorted(compared)}


class Whole:
    """A wider answer, with the places of each text in it once somebody asks by that column."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._codes: dict[str, tuple[npt.NDArray[np.intp], Mapping[Any, int]]] = {}

    def __len__(self) -> int:
        return len(self._frame)

    def within(self, where: Where) -> pd.DataFrame:
        """The rows that match, in its order. Raises KeyError for a column that it lacks."""
        keep = np.ones(len(self), dtype=bool)
        for column, allowed in where.items():
            keep &= self._matches(column, allowed)
        if keep.all():
            return self._frame
        return self._frame.take(np.flatnonzero(keep)).reset_index(drop=True)

    def _matches(self, column: str, allowed: Sequence[Any]) -> npt.NDArray[np.bool_]:
        present = [value for value in allowed if not pd.isna(value)]
        own = self._frame[column]
        if own.dtype != "str":
            matches = own.isin(present).to_numpy(dtype=bool)
            return matches | own.isna().to_numpy(dtype=bool) if len(present) < len(allowed) else matches
        if column not in self._codes:
            codes, texts = pd.factorize(own.to_numpy(dtype=object))
            self._codes[column] = codes, {text: code for code, text in enumerate(texts)}
        codes, code_of = self._codes[column]
        # The last place is that of missing ones, whose code is -1.
        among = np.zeros(len(code_of) + 1, dtype=bool)
        among[[code_of[value] for value in present if value in code_of]] = True
        among[-1] = len(present) < len(allowed)
        return among[codes]

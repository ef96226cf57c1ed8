"""Units that open, close, merge or split: whose earlier reports belong to whom.

A unit that was closed names its successor, or several of them («A|B») when it was split. A report of a window is owed
by the units alive on its last day, so figures of two windows are held against each other by families: the units that
the changes in between tie together. A family's sum is that of an office in which nothing was ever merged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics.metrics.reporting.obligations import alive, split


@dataclass(frozen=True, slots=True)
class Forebears:
    """The units whose report of an earlier window belongs to one unit now.

    units: itself among them where it was there already · shared: another unit of today has a part in them too, so that
    only their sum can be compared.
    """

    units: tuple[str, ...]
    shared: bool


@dataclass(frozen=True, slots=True)
class Lineage:
    """Who follows whom. successors: closed unit -> the units named to follow it · closed: closed unit -> last day."""

    units: pd.DataFrame
    successors: Mapping[str, tuple[str, ...]]
    closed: Mapping[str, date]

    @staticmethod
    def of(units: pd.DataFrame) -> "Lineage":
        """From the facts of the kind «units» (unit_id, valid_from, valid_to, successor_id)."""
        rows = [row for row in units.to_dict("records") if not pd.isna(row["valid_to"])]
        known = set(units["unit_id"])
        named = {row["unit_id"]: tuple(one for one in _names(row["successor_id"]) if one in known) for row in rows}
        return Lineage(units, named, {row["unit_id"]: row["valid_to"] for row in rows})

    def heirs(self, unit_id: str, day: date) -> tuple[str, ...]:
        """The units that have on a day what a unit had: itself while it lives, else those that follow it.

        A unit closed without a living successor is its own heir: its figures stay its own.
        """
        return self._heirs(unit_id, set(alive(self.units, day)["unit_id"]))

    def _heirs(self, unit_id: str, there: set[str]) -> tuple[str, ...]:
        return self._follow(unit_id, there, frozenset()) or (unit_id,)

    def _follow(self, unit_id: str, there: set[str], seen: frozenset[str]) -> tuple[str, ...]:
        if unit_id in there:
            return (unit_id,)
        if unit_id in seen:
            return ()
        found = [self._follow(one, there, seen | {unit_id}) for one in self.successors.get(unit_id, ())]
        return tuple(dict.fromkeys(heir for heirs in found for heir in heirs))

    def forebears(self, unit_id: str, before: date, day: date) -> Forebears:
        """Whose report of a window that ended on ``before`` belongs to a unit on a later day."""
        now = set(alive(self.units, day)["unit_id"])
        heirs = {one: self._heirs(one, now) for one in alive(self.units, before)["unit_id"].astype("str")}
        mine = tuple(one for one, heir in heirs.items() if unit_id in heir)
        return Forebears(mine, any(len(heirs[one]) > 1 for one in mine))

    def families(self, days: Sequence[date]) -> tuple[tuple[str, ...], ...]:
        """The units alive on any of these days, in families tied by what followed what until the last of them.

        Each unit is in exactly one family; units that nothing ties are families of one, in the order of the units.
        """
        last = max(days)
        there = list(dict.fromkeys(str(one) for day in days for one in alive(self.units, day)["unit_id"]))
        root = {one: one for one in there}

        def find(one: str) -> str:
            while root[one] != one:
                one = root[one]
            return one

        now = set(alive(self.units, last)["unit_id"])
        for one in there:
            for heir in self._heirs(one, now):
                if heir in root:
                    root[find(one)] = find(heir)
        found: dict[str, list[str]] = {}
        place = {str(unit): at for at, unit in enumerate(self.units["unit_id"])}
        for one in sorted(there, key=place.__getitem__):
            found.setdefault(find(one), []).append(one)
        return tuple(tuple(family) for family in found.values())


def _names(text: Any) -> tuple[str, ...]:
    return split(text)

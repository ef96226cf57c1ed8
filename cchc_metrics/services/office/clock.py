"""As of when: now, as the system knew on a day, or as had been published by a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd

from cchc_metrics import storage
from cchc_metrics.model import Entry, Snapshot
from cchc_metrics.schema import SCORES, Kind
from cchc_metrics.services.office.office import Office


class ClockKind(StrEnum):
    """KNOWN goes by the journal's time of recording, PUBLISHED by the day on which the source came out."""

    NOW = "now"
    KNOWN = "known"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment to look from. ``day`` is None for now, else the day to whose end the facts are those of."""

    kind: ClockKind = ClockKind.NOW
    day: date | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for a past without a day, or a now with one."""
        if (self.kind is ClockKind.NOW) != (self.day is None):
            raise ValueError(f"a clock of kind {self.kind} and day {self.day}")


NOW = Clock()


def facts_at(
    office: Office,
    clock: Clock,
    kind: Kind,
    where: Mapping[str, Sequence[object]] | None = None,
    *,
    provenance: bool = False,
    columns: Sequence[str] = (),
) -> pd.DataFrame:
    """Facts of a kind at a moment; shape as ``Store.facts``.

    Only scores have a source with a day: by the day of publication every other kind is as it is now.
    """
    if clock.kind is ClockKind.PUBLISHED and clock.day is not None and kind is SCORES:
        reading = storage.Reading(tuple(columns), provenance)
        return storage.published(office.store, kind, clock.day, where, reading=reading)
    known = seq_at(office, clock)
    return office.store.facts(kind, where, provenance=provenance, as_known_at=known, columns=columns)


def distinct_at(
    office: Office,
    clock: Clock,
    kind: Kind,
    columns: Sequence[str],
    where: Mapping[str, Sequence[object]],
    *,
    since: int = 0,
    counted: bool = False,
) -> pd.DataFrame:
    """Every combination of these columns among the facts that match, at a moment, as ``Store.distinct`` gives them."""
    if clock.kind is ClockKind.PUBLISHED and clock.day is not None and kind is SCORES:
        found = facts_at(office, clock, kind, where, columns=columns)
        sizes = found.groupby(list(columns), dropna=False, as_index=False).size().rename(columns={"size": "facts"})
        return sizes if counted else sizes.drop(columns="facts")
    known = seq_at(office, clock)
    return office.store.distinct(kind, columns, where, as_known_at=known, since=since, counted=counted)


def snapshot_at(office: Office, clock: Clock) -> Snapshot:
    """The names at a moment."""
    return office.store.snapshot(as_known_at=seq_at(office, clock))


def seq_at(office: Office, clock: Clock) -> int | None:
    """The last journal entry that the clock lets be seen; None where it shuts none out."""
    if clock.kind is not ClockKind.KNOWN or clock.day is None:
        return None
    return office.store.last_on(clock.day)


def last_entry(office: Office, clock: Clock) -> Entry | None:
    """The newest entry that the clock lets be seen."""
    seq = seq_at(office, clock)
    newest = office.version if seq is None else seq
    return office.store.entry(newest) if newest else None

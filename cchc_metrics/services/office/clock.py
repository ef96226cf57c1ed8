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
) -> pd.DataFrame:
    """Facts of a kind at a moment; shape as ``Store.facts``.

    Only scores have a source with a day: by the day of publication every other kind is as it is now.
    """
    if clock.kind is ClockKind.PUBLISHED and clock.day is not None and kind is SCORES:
        return storage.published(office.store, kind, clock.day, where, provenance=provenance)
    return office.store.facts(kind, where, provenance=provenance, as_known_at=seq_at(office, clock))


def snapshot_at(office: Office, clock: Clock) -> Snapshot:
    """The names at a moment."""
    return office.store.snapshot(as_known_at=seq_at(office, clock))


def seq_at(office: Office, clock: Clock) -> int | None:
    """The last journal entry that the clock lets be seen; None where it shuts none out."""
    if clock.kind is not ClockKind.KNOWN or clock.day is None:
        return None
    return storage.last_seq_on(office.store, clock.day)


def last_entry(office: Office, clock: Clock) -> Entry | None:
    """The newest entry that the clock lets be seen."""
    seq = seq_at(office, clock)
    newest = office.version if seq is None else seq
    return office.store.entry(newest) if newest else None

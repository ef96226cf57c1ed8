"""The store as it stood on a day: by what it knew, and by what had been published."""

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

import pandas as pd

from cchc_metrics.schema import Kind
from cchc_metrics.storage import reads
from cchc_metrics.storage.statements import statement
from cchc_metrics.storage.store import Store


def last_seq_on(store: Store, day: date) -> int:
    """The last entry recorded up to the end of a day of the office's time zone; 0 when there was none yet.

    The facts known that day are ``store.facts(kind, as_known_at=…)`` of it.
    """
    zone = ZoneInfo(store.parts.settings.timezone)
    entries = reversed(store.parts.journal.entries)
    return next((entry.seq for entry in entries if entry.recorded_at.astimezone(zone).date() <= day), 0)


def published(
    store: Store,
    kind: Kind,
    day: date,
    where: Mapping[str, Sequence[object]] | None = None,
    *,
    provenance: bool = False,
) -> pd.DataFrame:
    """Facts of a kind with a source as they had been published by the end of a day; shape as ``Store.facts``.

    Of every version ever recorded and not taken back, those whose source has ``published_on`` up to that day; a
    source that ``corrects`` another wins over it, else the version recorded last. The days are those known now: a
    version without one is left out (``undated`` counts them).
    """
    with store.parts.gateway.cursor() as cursor:
        return reads.chosen(
            cursor, "facts_as_published", kind, where, provenance=provenance, day=day, undone=sorted(store.undone())
        )


def undated(store: Store, kind: Kind) -> int:
    """How many facts of a kind have a version that ``published`` leaves out, its day of publication being unknown."""
    with store.parts.gateway.cursor() as cursor:
        row = cursor.execute(statement("undated", kind), {"undone": sorted(store.undone())}).fetchone()
    return int(row[0]) if row else 0

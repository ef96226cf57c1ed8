"""The store as it stood on a day: by what it knew, and by what had been published."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate, takewhile
from zoneinfo import ZoneInfo

import pandas as pd

from cchc_metrics.schema import Kind
from cchc_metrics.storage import reads
from cchc_metrics.storage.reads import WHOLE
from cchc_metrics.storage.statements import Reading, statement
from cchc_metrics.storage.store import Store


def last_seq_on(store: Store, day: date) -> int:
    """The last entry recorded up to the end of a day of the office's time zone; 0 when there was none yet.

    The facts known that day are ``store.facts(kind, as_known_at=…)`` of it.
    """
    zone = ZoneInfo(store.parts.settings.timezone)
    entries = store.parts.journal.entries
    # Entries of the first programs could be dated before their predecessors, when the clock had jumped.
    dates = accumulate((entry.recorded_at.astimezone(zone).date() for entry in entries), max)
    return sum(1 for _ in takewhile(lambda recorded: recorded <= day, dates))


def published(
    store: Store,
    kind: Kind,
    day: date,
    where: Mapping[str, Sequence[object]] | None = None,
    *,
    reading: Reading = WHOLE,
) -> pd.DataFrame:
    """Facts of a kind with a source as they had been published by the end of a day; shape as ``Store.facts``.

    Of every version ever recorded and not taken back, those whose source has ``published_on`` up to that day or, where
    the source has no day, whose index year was released (kind «releases») up to that day; a
    source that ``corrects`` another wins over it, else the version recorded last. The days are those known now: a
    version without one is left out (``undated`` counts them).
    """
    gone = sorted(store.undone())
    return store.ask(
        lambda cursor: reads.chosen(cursor, "facts_as_published", kind, where, reading, day=day, undone=gone)
    )


def undated(store: Store, kind: Kind) -> int:
    """How many facts of a kind have a version that ``published`` leaves out, its day of publication being unknown."""
    gone = {"undone": sorted(store.undone())}
    row = store.ask(lambda cursor: cursor.execute(statement("undated", kind), gone).fetchone())
    return int(row[0]) if row else 0

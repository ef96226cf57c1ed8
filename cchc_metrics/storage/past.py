"""The store as it stood on a day: by what had been published."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from cchc_metrics.schema import RELEASES, SOURCES, Kind
from cchc_metrics.storage import reads
from cchc_metrics.storage.ledger import undone
from cchc_metrics.storage.reads import WHOLE
from cchc_metrics.storage.statements import Reading, statement
from cchc_metrics.storage.store import Store


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
    gone = _taken_back(store, kind)
    return store.ask(
        lambda cursor: reads.chosen(cursor, "facts_as_published", kind, where, reading, day=day, undone=gone)
    )


def undated(store: Store, kind: Kind) -> int:
    """How many facts of a kind have a version that ``published`` leaves out, its day of publication being unknown."""
    gone = {"undone": _taken_back(store, kind)}
    row = store.ask(lambda cursor: cursor.execute(statement("undated", kind), gone).fetchone())
    return int(row[0]) if row else 0


def _taken_back(store: Store, kind: Kind) -> list[int]:
    """Numbers of the entries that are taken back, of which those of the kind, of its sources and releases matter."""
    store.reads(kind, SOURCES, RELEASES)
    return sorted(undone(store.parts.journal.entries))

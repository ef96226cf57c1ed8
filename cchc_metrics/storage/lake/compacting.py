"""Small files of a shared store made few large ones, old snapshots and what no entry names cleared away."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage.lake.archive import SharedArchive
from cchc_metrics.storage.lake.objects import TABLES, Objects
from cchc_metrics.storage.statements import statement
from cchc_metrics.storage.store import Store

# Rows that lie in the catalog become Parquet, neighbours one file, removed rows go, then old snapshots and their files.
_STEPS = ("lake_flush", "lake_merge", "lake_rewrite")
_OLD_STEPS = ("lake_expire", "lake_cleanup", "lake_orphans")
# Nobody reads a snapshot for so long, and no upload takes so long.
KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Compacted:
    """Parquet files before and after · cleared: files of the archive that no entry named."""

    before: int
    after: int
    cleared: int


def compact(store: Store, kept: timedelta = KEPT) -> Compacted:
    """Compact the tables of a shared store; writes wait meanwhile, reads do not. kept: how old what goes must be.

    Raises CchcError for a store in a folder, which needs none of it; OSError.
    """
    parts = store.parts
    if not isinstance(parts.archive, SharedArchive):
        raise CchcError(texts().lake.only_shared)
    with store.standing_still():
        before = _files(parts.archive.objects)
        with parts.gateway.cursor() as cursor:
            for name in _STEPS:
                cursor.execute(statement(name)).to_arrow_table()
            for name in _OLD_STEPS:
                cursor.execute(statement(name), {"moment": datetime.now(UTC) - kept}).to_arrow_table()
        cleared = parts.archive.clear(parts.journal.entries, kept.total_seconds())
        return Compacted(before, _files(parts.archive.objects), cleared)


def _files(objects: Objects) -> int:
    return sum(key.endswith(".parquet") for key in objects.listed(TABLES))

"""Lines that the journal of a shared store lost, written again from the change sets that tell of them.

That is the case of a PostgreSQL that was brought back from a dump: the archive, kept elsewhere, knows what came later.
"""

from collections.abc import Callable

from cchc_metrics.config import Settings
from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.lake.archive import SharedArchive
from cchc_metrics.storage.lake.journal import LakeJournal
from cchc_metrics.storage.lake.objects import objects_of
from cchc_metrics.storage.seal import Seal

Told = tuple[Entry, bytes]
# The sound lines that change sets of a number tell of, behind a hash.
Telling = Callable[[Archive, int, str], list[Told]]


def mend(settings: Settings, telling: Telling, sealed: Callable[[bytes, Entry, Seal], bytes]) -> tuple[int, list[Told]]:
    """Append what the archive knows behind the journal's last line; how many lines there are then, and the new ones.

    The tables are brought up by the next opening. Raises StoreDamagedError when an entry is known of whose line nobody
    tells, or when two of the same number are as good; CchcError, OSError.
    """
    objects, seal = objects_of(settings), Seal(settings.key_file)
    archive = SharedArchive(objects)
    try:
        objects.require_there()
        journal = LakeJournal(settings.lake, seal)
        try:
            with journal.turn():
                found = _longest(archive, journal.last_seq + 1, journal.head, telling)
                reaches = journal.last_seq + len(found)
                # One change set too many is what a commit leaves that died before its line.
                if archive.highest_seq() > reaches + 1:
                    raise StoreDamagedError(texts().lake.lost.format(seq=reaches + 1))
                journal.extend([sealed(line, entry, seal) for entry, line in found])
            return journal.last_seq, found
        finally:
            journal.close()
    finally:
        archive.close()


def _longest(archive: Archive, seq: int, head: str, telling: Telling) -> list[Told]:
    """The longest chain behind a hash: of two change sets of a number, the entry's is the one that others follow."""
    ways: list[list[Told]] = [[]]
    while grown := [[*way, one] for way in ways for one in telling(archive, seq, way[-1][0].hash if way else head)]:
        ways, seq = grown, seq + 1
    if len(ways) > 1:
        raise StoreDamagedError(texts().lake.forks.format(seq=seq - 1))
    return ways[0]

"""Making the derived database again, and writing a journal's end again from what database and archive still know."""

import json
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import StrEnum

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.storage import lines
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.aside import Reason, keep_bytes
from cchc_metrics.storage.chain import with_hash
from cchc_metrics.storage.ends import Beyond, payload_of
from cchc_metrics.storage.files import write_durably
from cchc_metrics.storage.folder_archive import FolderArchive
from cchc_metrics.storage.gateway import Gateway
from cchc_metrics.storage.ledger import Progress, held_lines, reached
from cchc_metrics.storage.lock import FolderLock
from cchc_metrics.storage.opening import open_parts
from cchc_metrics.storage.redacting import complete
from cchc_metrics.storage.seal import Authenticity, Seal
from cchc_metrics.storage.store import Store


class Witness(StrEnum):
    """Where a journal line was found."""

    JOURNAL = "journal"
    DATABASE = "database"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Restored:
    """A journal line that was written again. words: number, moment, person, file."""

    seq: int
    witness: Witness
    words: str


@dataclass(frozen=True, slots=True)
class RepairReport:
    """entries: lines of the journal now · restored: those that it lacked or held damaged, one by one."""

    entries: int
    restored: tuple[Restored, ...]


def rebuild(settings: Settings, progress: Progress | None = None) -> Store:
    """Make the derived database again from the journal and the archive, with the journal's times.

    The old one need not be readable; it goes once the new one is whole, and is put aside when it was damaged. Raises
    StoreBusyError when the store is open, StoreDamagedError when an archived change set is absent or changed.
    """
    return Store(open_parts(settings, afresh=True, progress=progress))


def repair(settings: Settings, trust: Witness | None = None) -> RepairReport:
    """Write the journal's damaged or missing lines again from the database and the archive; nothing is invented.

    A line is only written when its hash chains it to the one before. The journal as it was is put aside. Where journal
    and database hold two sound lines of one number, ``trust`` says which is right. Raises StoreBusyError,
    StoreDamagedError when an entry is known of whose line nobody holds, or when ``trust`` is asked for; CchcError when
    the disk refuses, with the journal as it was.
    On a shared store lines are only appended, from the archive: those of its journal stay as they are.
    """
    try:
        return _repaired_on_lake(settings) if settings.lake else _repaired(settings, trust)
    except OSError as error:
        raise CchcError(texts().errors.folder_unusable.format(folder=settings.data_dir)) from error


def _repaired_on_lake(settings: Settings) -> RepairReport:
    from cchc_metrics.storage.lake.mending import mend  # noqa: PLC0415 only shared stores have its packages

    count, found = mend(settings, _told, _sealed)
    words = [(entry.seq, Beyond(entry.seq, entry).in_words()) for entry, _ in found]
    return RepairReport(count, tuple(Restored(seq, Witness.ARCHIVE, said) for seq, said in words))


_Found = tuple[Entry, bytes, Witness]


def _repaired(settings: Settings, trust: Witness | None) -> RepairReport:
    with ExitStack() as held:
        lock = FolderLock(settings.data_dir)
        held.callback(lock.release)
        complete(settings)
        seal = Seal(settings.key_file)
        before = settings.journal.read_bytes() if settings.journal.exists() else b""
        archive = FolderArchive(settings.archive)
        held.callback(archive.close)
        in_database, reaches = _held(settings)
        found = _chain(_Sources(_by_number(before, seal), in_database, archive), trust)
        if len(found) < max(reaches, _highest_entry(archive)):
            raise StoreDamagedError(texts().errors.repair_impossible.format(seq=len(found) + 1))
        raw = [_sealed(line, entry, seal) if witness is not Witness.JOURNAL else line for entry, line, witness in found]
        after = b"".join(line + b"\n" for line in raw)
        if after != before:
            if before:
                keep_bytes(settings.data_dir, settings.journal.name, before, Reason.REPLACED)
            write_durably(settings.journal, after)
    restored = [
        Restored(entry.seq, witness, Beyond(entry.seq, entry).in_words())
        for entry, _, witness in found
        if witness is not Witness.JOURNAL
    ]
    return RepairReport(len(found), tuple(restored))


@dataclass(frozen=True, slots=True)
class _Sources:
    """Lines by number, of the journal file and of the database; the archive is asked one by one."""

    journal: Mapping[int, bytes]
    database: Mapping[int, bytes]
    archive: Archive

    def of(self, seq: int, head: str) -> list[_Found]:
        """Every sound line of that number behind that hash."""
        held = ((Witness.JOURNAL, self.journal.get(seq)), (Witness.DATABASE, self.database.get(seq)))
        found = [(line, witness) for witness, line in held if line is not None]
        sound = [(entry, line, witness) for line, witness in found if (entry := _sound(seq, line, head))]
        if sound:
            return sound
        return [(entry, line, Witness.ARCHIVE) for entry, line in _told(self.archive, seq, head)]


def _chain(sources: _Sources, trust: Witness | None) -> list[_Found]:
    """The longest chain from the first entry on. Raises StoreDamagedError when it forks and nobody says which way."""
    found: list[_Found] = []
    head = ""
    while candidates := sources.of(len(found) + 1, head):
        if len({entry.hash for entry, _, _ in candidates}) > 1:
            if trust is None:
                raise StoreDamagedError(texts().errors.repair_forks.format(seq=len(found) + 1))
            candidates = [one for one in candidates if one[2] is trust]
        found.append(candidates[0])
        head = candidates[0][0].hash
    return found


def _by_number(data: bytes, seal: Seal) -> dict[int, bytes]:
    """Lines of a journal file that are whole and not sealed falsely, wherever they stand in it."""
    found = {}
    for part in data.split(b"\n"):
        for line in (part, part[:-1]):
            try:
                entry = lines.decode(line)
            except (ValueError, KeyError, TypeError, AttributeError):
                continue
            if seal.authenticity(entry.hash, lines.seal_of(line)) is not Authenticity.FORGED:
                found[entry.seq] = line
            break
    return found


def _held(settings: Settings) -> tuple[dict[int, bytes], int]:
    """The lines that the database holds and the number it has come to; nothing of one that does not read."""
    if not settings.database.exists():
        return {}, 0
    settings.temp.mkdir(exist_ok=True)
    try:
        gateway = Gateway(settings)
    except CchcError:
        return {}, 0
    try:
        with gateway.cursor() as cursor:
            raw = {seq: line.rstrip(b"\n") for seq, line in held_lines(cursor).items()}
            return raw, reached(cursor).seq
    except CchcError:
        return {}, 0
    finally:
        gateway.close()


def _highest_entry(archive: Archive) -> int:
    """The number of the last change set but for one that may be of a commit that died."""
    return archive.highest_seq() - 1


def _sound(seq: int, line: bytes, head: str) -> Entry | None:
    try:
        return lines.checked(seq, line, head)
    except StoreDamagedError:
        return None


def _told(archive: Archive, seq: int, head: str) -> list[tuple[Entry, bytes]]:
    """The sound lines that change sets of a number tell of, behind a hash."""
    drafted = [line for line in map(_drafted, archive.drafts(seq)) if line is not None]
    return [(entry, line) for line in drafted if (entry := _sound(seq, line, head))]


def _drafted(data: bytes) -> bytes | None:
    """The line of an entry as its change set tells it."""
    payload = payload_of(data)
    if payload is None:
        return None
    entry = lines.entry_of(dict(payload))
    return lines.encode(with_hash(replace(entry, changes_sha256=lines.digest_of(data)))).rstrip(b"\n")


def _sealed(line: bytes, entry: Entry, seal: Seal) -> bytes:
    """The line with our seal; lines of format 1 bear none."""
    code = seal.of(entry.hash)
    return lines.canonical({**json.loads(line), "seal": code}).encode() if code and entry.format > 1 else line

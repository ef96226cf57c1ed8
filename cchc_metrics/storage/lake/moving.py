"""An office moved as it is between a folder of one process and a store that several servers share.

Both are read as journal and archive, which are the truth; the tables are made at the target and compared.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.storage import facts
from cchc_metrics.storage.files import sync_folder, write_durably
from cchc_metrics.storage.gateway import Cursor
from cchc_metrics.storage.lake.archive import SharedArchive, keys_of
from cchc_metrics.storage.lake.objects import ARCHIVE, TABLES, Objects, objects_of
from cchc_metrics.storage.originals import with_original
from cchc_metrics.storage.parts import Parts
from cchc_metrics.storage.seal import Seal
from cchc_metrics.storage.store import Store


@dataclass(frozen=True, slots=True)
class Moved:
    """entries: lines of the journal · checksum: of all facts in force, the same in both places."""

    entries: int
    checksum: str


def move_in(folder: Path, target: Settings) -> Moved:
    """Take the office of a folder into the empty shared store of the settings; the folder stays as it is.

    Raises CchcError when the target holds entries or files, StoreDamagedError when what came is not what went, OSError.
    """
    from cchc_metrics.storage.lake.journal import LakeJournal  # noqa: PLC0415 only shared stores have its packages

    source = Store.open(target.in_folder(folder))
    try:
        with source.standing_still():
            parts = source.parts
            journal = LakeJournal(target.lake, Seal(target.key_file))
            try:
                if journal.last_seq:
                    raise CchcError(texts().lake.not_empty.format(count=journal.last_seq))
                objects = objects_of(target)
                objects.require_there()
                _require_empty(objects, parts.journal.entries)
                archive = SharedArchive(objects)
                for entry in parts.journal.entries:
                    archive.put_changes(entry.seq, parts.archive.changes(entry))
                for entry in {one.original_sha256: one for one in with_original(parts.journal.entries)}.values():
                    archive.put_original(parts.archive.original(entry))
                journal.extend(parts.journal.lines)
            finally:
                journal.close()
            return _compared(source, target)
    finally:
        source.close()


def move_out(source: Settings, folder: Path) -> Moved:
    """Write the office of the shared store of the settings into an empty folder; the store stays as it is.

    Raises CchcError when there is something in the folder, StoreDamagedError, OSError.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise CchcError(texts().lake.folder_not_empty.format(folder=folder))
    store = Store.open(source)
    try:
        with store.standing_still():
            # The journal comes last: without it, the folder is no store yet.
            for name, content in reversed(list(folder_files(store.parts))):
                place = folder / name
                place.parent.mkdir(parents=True, exist_ok=True)
                write_durably(place, content())
            sync_folder(folder)
            return _compared(store, source.in_folder(folder))
    finally:
        store.close()


def _require_empty(objects: Objects, entries: Sequence[Entry]) -> None:
    """Raises CchcError when files of another office lie there; those of an attempt that broke off may."""
    others = {*objects.listed(ARCHIVE), *objects.listed(TABLES)} - keys_of(entries)
    if others:
        raise CchcError(texts().lake.files_there.format(count=len(others)))


def folder_files(parts: Parts) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Journal and archive as files of a data folder: name in it -> content, read when asked for.

    Raises StoreDamagedError when one is not what the journal names.
    """
    entries = parts.journal.entries
    lines = list(parts.journal.lines)
    yield "journal.jsonl", lambda: b"".join(line + b"\n" for line in lines)
    for entry in entries:
        yield f"archive/{entry.seq}.changes.parquet", lambda entry=entry: parts.archive.changes(entry)  # type: ignore[misc]
    for entry in {one.original_sha256: one for one in with_original(entries)}.values():
        yield f"archive/originals/{entry.original_sha256}", lambda entry=entry: parts.archive.original(entry)  # type: ignore[misc]


def _compared(source: Store, target: Settings) -> Moved:
    there = Store.open(target)
    try:
        checksums = source.ask(_prints, at_once=True)
        same = (source.parts.journal.lines, checksums) == (there.parts.journal.lines, there.ask(_prints, at_once=True))
        if not same:
            raise StoreDamagedError(texts().lake.not_the_same)
        return Moved(there.version, checksums[0])
    finally:
        there.close()


def _prints(cursor: Cursor) -> tuple[str, str]:
    return facts.fingerprint(cursor), facts.fingerprint_of_versions(cursor)

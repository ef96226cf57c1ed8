"""A text taken out of history: out of facts, change sets, journal lines, database, originals and what was put aside.

A data folder is made beside this one in which the text never was: change sets and lines with a mark in its place,
chained anew, replayed into a new database, and closed by an entry that says who, why, where, and by code what. Then the
folders are exchanged: one rename decides, and whatever a crash leaves behind it is finished at the next start.
"""

import os
import shutil
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor, Entry, Finding
from cchc_metrics.storage import aside, changes, drafts, lines, writing
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.files import sync_folder, write_durably
from cchc_metrics.storage.journal import with_hash
from cchc_metrics.storage.ledger import kind_of
from cchc_metrics.storage.opening import Parts, open_parts
from cchc_metrics.storage.originals import same_original, with_original
from cchc_metrics.storage.redacting import READY, UNREADY, clear_away
from cchc_metrics.storage.seal import Seal

SHORTEST = 4
# What the program itself is steered by: a mark in there would make facts nobody finds.
_CODES = ("_id", "_code", "_kind", "code", "kind", "state", "part", "setting", "fingerprint", "link")
_LARGEST_MEMBER = 200 << 20


@dataclass(frozen=True, slots=True)
class Order:
    """What is to go, on whose word, and why."""

    text: str
    actor: Actor
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text stands in history.

    cells: (kind, column) -> cells of change sets, old versions included · entries: numbers of those whose change set or
    line holds it · lines: those whose note, file name or findings do · originals: entries whose file goes with it ·
    codes: columns that hold it and by which the program finds its facts; then it cannot go.
    """

    cells: Mapping[tuple[str, str], int]
    entries: tuple[int, ...]
    lines: tuple[int, ...]
    originals: tuple[int, ...]
    codes: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        return not (self.entries or self.originals)


def wanted(text: str) -> str:
    """The text as it is looked for. Raises CchcError when it is too short to be anybody's."""
    whole = unicodedata.normalize("NFC", text).strip()
    if len(whole) < SHORTEST:
        raise CchcError(texts().redaction.too_short.format(count=SHORTEST))
    return whole


def find(archive: Archive, entries: Iterable[Entry], text: str) -> Found:
    """Where a text stands. Raises StoreDamagedError when a change set or an original cannot be read."""
    listed = list(entries)
    cells: Counter[tuple[str, str]] = Counter()
    in_cells: set[int] = set()
    for entry in listed:
        held = changes.text_cells(archive.changes(entry), text)
        in_cells |= {entry.seq} if held else set()
        cells.update({(entry.kind, column): count for column, count in held.items()})
    in_lines = [entry.seq for entry in listed if _cleared(entry, text, "") != entry]
    kept = with_original(listed)
    holds = {entry.original_sha256: entry for entry in kept}
    files = {digest for digest, entry in holds.items() if _file_holds(archive.original(entry), text)}
    originals = tuple(entry.seq for entry in kept if entry.seq in in_cells or entry.original_sha256 in files)
    codes = sorted({column for _, column in cells if column.endswith(_CODES)})
    return Found(dict(cells), tuple(sorted({*in_cells, *in_lines})), tuple(in_lines), originals, tuple(codes))


def prepare(parts: Parts, order: Order) -> Entry:
    """Make the folder without the text, ready to be exchanged; returns the entry that tells of it.

    Raises CchcError when there is nothing to take out or it may not go, StoreDamagedError, OSError.
    """
    said, settings = texts().redaction, parts.settings
    found = find(parts.archive, parts.journal.entries, order.text)
    if found.nothing:
        raise CchcError(said.not_found)
    if found.codes:
        raise CchcError(said.is_code.format(columns=", ".join(found.codes)))
    if order.text in order.reason:
        raise CchcError(said.reason_holds_it)
    beside = replace(settings, data_dir=settings.data_dir / UNREADY)
    clear_away(beside.data_dir)
    try:
        _write_beside(parts, beside, found, order.text)
        entry = _closed_by(parts, beside, found, order)
        for name in ("store.lock", "journal.checkpoint"):
            (beside.data_dir / name).unlink(missing_ok=True)
        for folder in (beside.temp, beside.archive / "originals", beside.data_dir / aside.FOLDER):
            clear_away(folder)
        sync_folder(beside.archive)
        sync_folder(beside.data_dir)
        beside.data_dir.rename(settings.data_dir / READY)
        sync_folder(settings.data_dir)
    except BaseException:
        shutil.rmtree(beside.data_dir, ignore_errors=True)
        raise
    return entry


def text_behind(code: str, length: int, listed: Iterable[str], seal: Seal) -> str | None:
    """The text of a redaction's code, where it stands in one of these texts; else None, and without our key."""
    for one in listed:
        for start in range(len(one) - length + 1):
            if seal.code_of(one[start : start + length]) == code:
                return one[start : start + length]
    return None


def every_text(parts: Parts) -> Iterator[str]:
    """Every text that a redaction would look through, distinct within an entry."""
    for entry in parts.journal.entries:
        yield from changes.texts_of(parts.archive.changes(entry))
        yield from (entry.note, entry.file_name)
        yield from (one for finding in entry.findings for one in (finding.message, finding.value))


def _write_beside(parts: Parts, beside: Settings, found: Found, text: str) -> None:
    """Journal and change sets as if the mark had been written from the beginning."""
    beside.archive.mkdir(parents=True)
    said, seal = texts().redaction, Seal(beside.key_file)
    entries = parts.journal.entries
    first = min(found.entries, default=len(entries) + 1)
    mark = said.mark.format(seq=len(entries) + len(_removed(parts, found)) + 1)
    raw, head = list(parts.journal.lines[: first - 1]), parts.journal.hash_of(first - 1)
    for entry in entries:
        data = parts.archive.changes(entry)
        if entry.seq >= first:
            bare = replace(_cleared(entry, text, mark), previous_hash=head, changes_sha256="", hash="")
            # Sums over facts that held the text would let it be guessed.
            bare = replace(bare, facts_sha256="", tables_sha256="")
            data = changes.with_text_replaced(data, text, mark, lines.canonical(lines.payload_of(bare)))
            anew = with_hash(replace(bare, changes_sha256=lines.digest_of(data)))
            raw.append(lines.encode(anew, seal.of(anew.hash) if entry.format > 1 else "")[:-1])
            head = anew.hash
        (beside.archive / f"{entry.seq}.changes.parquet").write_bytes(data)
    write_durably(beside.journal, b"".join(line + b"\n" for line in raw))
    for file in beside.archive.iterdir():
        _sync(file)


def _closed_by(parts: Parts, beside: Settings, found: Found, order: Order) -> Entry:
    """Replay the folder beside, and store in it what tells of the removed files and of the text."""
    seal = Seal(beside.key_file)
    there = open_parts(beside)
    try:
        entries = there.journal.entries  # those without the text, not ours
        for removed in [entries[one.seq - 1] for one in _removed(parts, found)]:
            draft = drafts.of_removal(removed, same_original(there.journal.entries, removed), order.actor, order.reason)
            writing.commit(there, kind_of(removed), changes.no_changes(kind_of(removed)), draft, b"")
        about = entries[min((*found.entries, *found.originals)) - 1]
        draft = replace(
            drafts.of_redaction(about, order.actor, order.reason),
            redacts=found.entries,
            redacted_cells=sum(found.cells.values()),
            redacted_length=len(order.text),
            redacted_code=seal.code_of(order.text),
            replaced_code=seal.code_of(parts.journal.head),
        )
        entry = writing.commit(there, kind_of(about), changes.no_changes(kind_of(about)), draft, b"")
        there.gateway.checkpoint()
        return entry
    finally:
        there.close()


def _removed(parts: Parts, found: Found) -> list[Entry]:
    """One entry for each file that goes."""
    gone = {parts.journal.entries[seq - 1].original_sha256: seq for seq in reversed(found.originals)}
    return [parts.journal.entries[seq - 1] for seq in sorted(gone.values())]


def _cleared(entry: Entry, text: str, mark: str) -> Entry:
    """The entry with a mark for the text in what people wrote: note, file name, findings."""

    def cleared(one: Finding) -> Finding:
        return replace(one, message=one.message.replace(text, mark), value=one.value.replace(text, mark))

    return replace(
        entry,
        note=entry.note.replace(text, mark),
        file_name=entry.file_name.replace(text, mark),
        findings=tuple(map(cleared, entry.findings)),
    )


def _file_holds(data: bytes, text: str) -> bool:
    """Whether the bytes of a file, or of a part of a zipped one, spell the text."""
    spelled = (text.encode(), text.encode("utf-16-le"))
    if any(one in data for one in spelled):
        return True
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            members = [member for member in packed.infolist() if member.file_size <= _LARGEST_MEMBER]
            return any(one in packed.read(member) for member in members for one in spelled)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return False


def _sync(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())

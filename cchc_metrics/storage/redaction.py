"""A value taken out of history: out of facts, change sets, journal lines, database, originals and what was put aside.

A data folder is made beside this one in which the value never was: change sets and lines with a mark in its place,
chained anew, replayed into a new database, and closed by an entry that says who, why, where, and by code what. Then the
folders are exchanged: one rename decides, and whatever a crash leaves behind it is finished at the next start.
"""

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor, Entry, Finding
from cchc_metrics.schema import KINDS, SqlType
from cchc_metrics.storage import aside, changes, lines, writing
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.chain import with_hash
from cchc_metrics.storage.files import sync_folder, write_durably
from cchc_metrics.storage.ledger import kind_of
from cchc_metrics.storage.opening import open_parts
from cchc_metrics.storage.originals import same_original, with_original
from cchc_metrics.storage.parts import Parts
from cchc_metrics.storage.redacting import READY, UNREADY, clear_away
from cchc_metrics.storage.seal import Seal
from cchc_metrics.storage.spelling import Wanted, looked_into, windows


@dataclass(frozen=True, slots=True)
class Order:
    """What is to go, on whose word, and why."""

    value: Wanted
    actor: Actor
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where a value stands in history.

    cells: (kind, column) -> cells of change sets, old versions included · places: the same -> the entries · entries:
    numbers of those whose change set or line holds it · lines: those whose note, file name or findings do · originals:
    entries whose file goes with it · unread: entries whose file nobody can look into here · stuck: columns that hold it
    and of which it cannot go · accounts: entries of an account that is called so · ways: how it is spelled, the plain
    way first.
    """

    cells: Mapping[tuple[str, str], int]
    places: Mapping[tuple[str, str], tuple[int, ...]]
    entries: tuple[int, ...]
    lines: tuple[int, ...]
    originals: tuple[int, ...]
    unread: tuple[int, ...]
    stuck: tuple[str, ...]
    accounts: tuple[int, ...]
    ways: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        return not (self.entries or self.originals)


def find(archive: Archive, entries: Iterable[Entry], value: Wanted) -> Found:
    """Where a value stands. Raises StoreDamagedError when a change set or an original cannot be read."""
    listed = list(entries)
    cells: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], tuple[int, ...]] = {}
    ways: set[str] = set()
    for entry in listed:
        data = archive.changes(entry)
        held = changes.cells_with(data, value)
        ways |= changes.ways_spelled(data, value) if held else set()
        for column, count in held.items():
            cells[entry.kind, column] += count
            places[entry.kind, column] = (*places.get((entry.kind, column), ()), entry.seq)
    in_cells = {seq for seqs in places.values() for seq in seqs}
    in_lines = [entry.seq for entry in listed if _cleared(entry, value, "") != entry]
    kept = with_original(listed)
    files = {entry.original_sha256: looked_into(archive.original(entry), value) for entry in kept}
    return Found(
        cells=dict(cells),
        places=places,
        entries=tuple(sorted({*in_cells, *in_lines})),
        lines=tuple(in_lines),
        originals=tuple(one.seq for one in kept if one.seq in in_cells or files[one.original_sha256] is True),
        unread=tuple(one.seq for one in kept if one.seq not in in_cells and files[one.original_sha256] is None),
        stuck=tuple(sorted({column for kind, column in cells if _is_stuck(kind, column, value)})),
        accounts=tuple(one.seq for one in listed if value.is_in(one.actor.name)),
        ways=tuple(sorted(ways, key=lambda way: (way != value.plain, way))),
    )


def prepare(parts: Parts, order: Order) -> Entry:
    """Make the folder without the value, ready to be exchanged; returns the entry that tells of it.

    Raises CchcError when there is nothing to take out or it may not go, StoreDamagedError, OSError.
    """
    t, settings = texts().redaction, parts.settings
    found = find(parts.archive, parts.journal.entries, order.value)
    if found.nothing:
        raise CchcError(t.not_found)
    if found.stuck:
        raise CchcError(t.is_code.format(columns=", ".join(found.stuck)))
    if order.value.is_in(order.reason):
        raise CchcError(t.reason_holds_it)
    beside = settings.in_folder(settings.data_dir / UNREADY)
    clear_away(beside.data_dir)
    try:
        _write_beside(parts, beside, found, order.value)
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
    """The value of a redaction's code, where one of these texts spells it; else None, and without our key."""
    return next((one for text in listed for one in windows(text, length) if seal.code_of(one) == code), None)


def every_text(parts: Parts) -> Iterator[str]:
    """Every text that a redaction would look through, distinct within an entry."""
    for entry in parts.journal.entries:
        yield from changes.texts_of(parts.archive.changes(entry))
        yield from (entry.note, entry.file_name)
        yield from (one for finding in entry.findings for one in (finding.message, finding.value))


def _write_beside(parts: Parts, beside: Settings, found: Found, value: Wanted) -> None:
    """Journal and change sets as if the mark had been written from the beginning."""
    beside.archive.mkdir(parents=True)
    seal, entries = Seal(beside.key_file), parts.journal.entries
    first = min(found.entries, default=len(entries) + 1)
    number = len(entries) + len(_removed(parts, found)) + 1
    marked = _marks(found, value, number)
    raw, head = list(parts.journal.lines[: first - 1]), parts.journal.hash_of(first - 1)
    for entry in entries:
        data = parts.archive.changes(entry)
        if entry.seq >= first:
            cleared = _cleared(entry, value, texts().redaction.mark.format(seq=number))
            bare = replace(cleared, previous_hash=head, changes_sha256="", hash="")
            # Sums over facts that held the value would let it be guessed.
            bare = replace(bare, facts_sha256="", tables_sha256="")
            data = changes.without(data, value, marked, lines.canonical(lines.payload_of(bare)))
            anew = with_hash(replace(bare, changes_sha256=lines.digest_of(data)))
            raw.append(lines.encode(anew, seal.of(anew.hash) if entry.format > 1 else "")[:-1])
            head = anew.hash
        (beside.archive / f"{entry.seq}.changes.parquet").write_bytes(data)
    write_durably(beside.journal, b"".join(line + b"\n" for line in raw))
    for file in beside.archive.iterdir():
        _sync(file)


def _marks(found: Found, value: Wanted, number: int) -> Callable[[bool, str], str]:
    """How a text of a change set is marked: each spelling by a mark of its own, so that no two facts become one."""
    t = texts().redaction
    order = {way: place for place, way in enumerate(found.ways)}

    def marked(is_code: bool, text: str) -> str:
        def mark(way: re.Match[str]) -> str:
            place = order[way[0]]
            if is_code:
                return t.mark_of_code.format(seq=number) + (f"-{place + 1}" if place else "")
            return t.mark_of_way.format(seq=number, place=place + 1) if place else t.mark.format(seq=number)

        return value.pattern.sub(mark, text)

    return marked


def _closed_by(parts: Parts, beside: Settings, found: Found, order: Order) -> Entry:
    """Replay the folder beside, and store in it what tells of the removed files and of the text."""
    seal = Seal(beside.key_file)
    there = open_parts(beside)
    try:
        entries = there.journal.entries  # those without the text, not ours
        for removed in [entries[one.seq - 1] for one in _removed(parts, found)]:
            draft = writing.of_removal(
                removed, same_original(there.journal.entries, removed), order.actor, order.reason
            )
            writing.commit(there, kind_of(removed), changes.no_changes(kind_of(removed)), draft, b"")
        about = entries[min((*found.entries, *found.originals)) - 1]
        draft = replace(
            writing.of_redaction(about, order.actor, order.reason),
            redacts=found.entries,
            redacted_cells=sum(found.cells.values()),
            redacted_length=len(order.value.plain),
            redacted_code=seal.code_of(order.value.plain),
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


def _cleared(entry: Entry, value: Wanted, mark: str) -> Entry:
    """The entry with a mark for the value in what people wrote: note, file name, findings."""

    def cleared(text: str) -> str:
        return value.pattern.sub(mark, text)

    def without(one: Finding) -> Finding:
        return replace(one, message=cleared(one.message), value=cleared(one.value))

    findings = tuple(map(without, entry.findings))
    return replace(entry, note=cleared(entry.note), file_name=cleared(entry.file_name), findings=findings)


def _is_stuck(kind: str, column: str, value: Wanted) -> bool:
    """Whether a value cannot go from a column: a word of the program's own, or a number by which facts are found."""
    grain = {one.name: one.type for one in KINDS[kind].grain} if kind in KINDS else {}
    return (column.endswith(changes.CODES) and not value.is_a_persons) or grain.get(
        column, SqlType.TEXT
    ) is SqlType.INTEGER


def _sync(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())

"""Where a personal value stands in all history, before somebody takes it out."""

from collections.abc import Iterable
from dataclasses import dataclass

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.schema import KINDS
from cchc_metrics.services.office import maintenance
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.old_copies import still_holding
from cchc_metrics.storage import Found
from cchc_metrics.views.kit.shapes import Column, Row, TableView

_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class FoundView:
    """Where it stands.

    sentence: in how many cells, entries and files it stands · table: kind, column, cells, entries; None without any ·
    files: originals that go, or that somebody must look into; None without any · notes: places that are not reached ·
    may_go: whether it can be taken out.
    """

    sentence: str
    table: TableView | None = None
    files: TableView | None = None
    notes: tuple[str, ...] = ()
    may_go: bool = False


def found_view(desk: Desk, text: str) -> FoundView:
    """What would be taken out. Raises NotAllowedError; a text that cannot be looked for is a sentence."""
    t = texts().redaction
    try:
        stands = maintenance.find_text(desk.office, desk.actor, text)
    except CchcError as error:
        return FoundView(str(error))
    found, notes, files = stands.found, _notes(stands), _files(desk, stands.found)
    if found.nothing:
        return FoundView(t.not_found, files=files, notes=notes)
    if found.stuck:
        return FoundView(t.is_code.format(columns=", ".join(found.stuck)), _places(found), files, notes)
    return FoundView(found_sentence(found), _places(found), files, notes, may_go=True)


def found_sentence(found: Found) -> str:
    """In how many cells, entries and files a value stands, and in how many spellings."""
    t = texts().redaction
    counts = {"cells": sum(found.cells.values()), "entries": len(found.entries), "files": len(found.originals)}
    sentence = t.found.format(**{name: fmt.integer(count) for name, count in counts.items()})
    return f"{sentence} {t.ways.format(count=len(found.ways))}" if len(found.ways) > 1 else sentence


def old_copies(desk: Desk) -> list[str]:
    """A sentence for each redaction whose value is still in backups, with their names."""
    t = texts().redaction
    return [
        t.old_backups.format(count=len(names), seq=entry.seq, names=some(names))
        for entry, names in still_holding(desk.office)
    ]


def some(names: Iterable[object]) -> str:
    """The first names of a list, and how many more there are."""
    every = [str(name) for name in names]
    rest = len(every) - _MOST_NAMED
    more = [texts().redaction.and_more.format(count=rest)] if rest > 0 else []
    return ", ".join([*every[:_MOST_NAMED], *more])


def _notes(stands: maintenance.Stands) -> tuple[str, ...]:
    t, found = texts().redaction, stands.found
    return (
        *([t.accounts.format(entries=some(found.accounts))] if found.accounts else []),
        *([t.audit.format(numbers=some(stands.audit))] if stands.audit else []),
        *([t.backups_too.format(names=some(stands.backups))] if stands.backups else []),
    )


def _places(found: Found) -> TableView | None:
    t = texts().redaction
    rows = [
        Row(
            f"{kind}-{column}",
            (_title(kind), _header(kind, column), fmt.integer(count), some(found.places[kind, column])),
        )
        for (kind, column), count in found.cells.items()
    ]
    if found.lines:
        count = fmt.integer(len(found.lines))
        rows.append(Row("lines", (t.of_lines, t.lines_column, count, some(found.lines))))
    columns = (
        Column(t.kind, wraps=True),
        Column(t.column, wraps=True),
        Column(t.cells),
        Column(t.in_entries),
    )
    return TableView(t.found_caption, columns, tuple(rows)) if rows else None


def _files(desk: Desk, found: Found) -> TableView | None:
    """The originals that go with it, and those into which nobody can look here."""
    t = texts().redaction
    names = {entry.seq: entry.file_name for entry in desk.office.store.entries()}
    what = dict.fromkeys(found.originals, t.file_goes)
    what |= {seq: t.file_unread.format(seq=seq) for seq in found.unread}
    rows = tuple(Row(str(seq), (fmt.integer(seq), names[seq], what[seq])) for seq in sorted(what))
    columns = (Column(t.file_entry), Column(t.file_name, wraps=True), Column(t.file_next, wide=True))
    return TableView(t.files_caption, columns, rows) if rows else None


def _title(kind: str) -> str:
    return named(KINDS[kind].title) if kind in KINDS else kind


def _header(kind: str, column: str) -> str:
    template = KINDS[kind].template if kind in KINDS else ()
    return next((one.header for one in template if one.store == column), column)

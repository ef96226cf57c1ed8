"""Where a personal value stands in all history, before somebody takes it out."""

from dataclasses import dataclass

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.schema import KINDS
from cchc_metrics.services.office import maintenance
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.shapes import Column, Row, TableView


@dataclass(frozen=True, slots=True)
class FoundView:
    """Where it stands.

    sentence: in how many cells, entries and files it stands · table: kind, column, cells; None without any ·
    may_go: whether it can be taken out.
    """

    sentence: str
    table: TableView | None
    may_go: bool


def found_view(desk: Desk, text: str) -> FoundView:
    """What would be taken out. Raises NotAllowedError; a text that cannot be looked for is a sentence."""
    said = texts().redaction
    try:
        found = maintenance.find_text(desk.office, desk.actor, text)
    except CchcError as error:
        return FoundView(str(error), None, may_go=False)
    if found.nothing:
        return FoundView(said.not_found, None, may_go=False)
    rows = tuple(
        Row(f"{kind}-{column}", (KINDS[kind].title, _header(kind, column), fmt.integer(count)))
        for (kind, column), count in found.cells.items()
    )
    columns = (Column(said.kind, wraps=True), Column(said.column, wraps=True), Column(said.cells))
    table = TableView(said.found_caption, columns, rows) if rows else None
    if found.codes:
        return FoundView(said.is_code.format(columns=", ".join(found.codes)), table, may_go=False)
    counts = {"cells": sum(found.cells.values()), "entries": len(found.entries), "files": len(found.originals)}
    return FoundView(said.found.format(**{name: fmt.integer(n) for name, n in counts.items()}), table, may_go=True)


def _header(kind: str, column: str) -> str:
    return next((one.header for one in KINDS[kind].template if one.store == column), column)

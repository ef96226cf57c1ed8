"""How a sheet that nobody prepared is to be read: guesses as ``TableMap`` values. Pure; decides nothing.

A guess names only what a cell's own text resolves to: a criterion is never guessed, sums are never mapped, and a
column that is not understood stays unread.
"""

from collections.abc import Mapping

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.understanding.across import across_tables
from cchc_metrics.importing.understanding.bodies import Body, entity_columns, numeric_columns
from cchc_metrics.importing.understanding.down import down_tables
from cchc_metrics.importing.understanding.fingerprints import fingerprint
from cchc_metrics.importing.understanding.listed import listed_tables
from cchc_metrics.importing.understanding.printed import printed_set, prints_a_set
from cchc_metrics.importing.understanding.scene import Scene
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.model import Grid, TableMap
from cchc_metrics.schema import FRAMEWORKS, SCORES, Kind


def names_entities(grid: Grid, entities: EntityBook) -> bool:
    """Whether a sheet has numbers beside the names of entities: a table of scores, or of something like them."""
    if not grid.height:
        return False
    view = View(grid)
    rows = [flags.nonzero()[0] for flags in entity_columns(view, entities).values()]
    bodies = [Body(int(found[0]), int(found[-1])) for found in rows if len(found) > 1]
    return any(numeric_columns(view, range(view.width), body) for body in bodies)


def prints_criteria(grid: Grid, entities: EntityBook, nodes: NodeBook) -> bool:
    """Whether a sheet prints a set of criteria as decisions do."""
    return bool(grid.height) and prints_a_set(Scene(View(grid), entities, nodes, ""))


def understand_sheet(
    grid: Grid,
    kind: Kind,
    entities: EntityBook,
    nodes: NodeBook,
    file_name: str = "",
    *,
    said: Mapping[str, str] | None = None,
) -> tuple[TableMap, ...]:
    """The tables of one sheet, from top to bottom and left to right; empty when it holds none of the kind.

    said: what a person said of every table, template header -> text.
    """
    if not grid.height:
        return ()
    scene = Scene(View(grid), entities, nodes, file_name, said or {})
    if kind.name != SCORES.name:
        listed = listed_tables(scene, kind)
        printed = printed_set(scene) if kind.name == FRAMEWORKS.name and not listed else None
        return (printed,) if printed is not None else listed
    return tuple(down_tables(scene) or across_tables(scene))


__all__ = ["fingerprint", "names_entities", "prints_criteria", "understand_sheet"]

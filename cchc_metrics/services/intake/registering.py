"""A unit that a file names and no list knows, registered where it was met: through the journal, as any other fact."""

import re
from collections.abc import Mapping

import numpy as np

from cchc_metrics import importing
from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.importing.normalise import clean, key
from cchc_metrics.labels import official, texts
from cchc_metrics.model import CellKind, EntityType, Entry, Grid, GridColumn, ImportPlan, Severity, Workbook
from cchc_metrics.schema import ENTITIES, ENTITY_TYPES
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.storing import storing

# What scores are stored of; a province belongs to one of the two bases.
REGISTERED = {said: code for said, code in ENTITY_TYPES.items() if code in (EntityType.REGION, EntityType.PROVINCE)}
BASES = ("63", "34")
_PREFIXES: Mapping[str, str] = {EntityType.REGION: "V", EntityType.PROVINCE: "P"}


def unknown_units(plan: ImportPlan) -> tuple[str, ...]:
    """The names of units in a file that nobody knows, each once, as they stand there."""
    return tuple(dict.fromkeys(one.written for one in plan.questions if one.about == "entity"))


def register(desk: Desk, name: str, kind_of_unit: str, base: str, file_name: str) -> Entry:
    """Puts a unit into the list. kind_of_unit: a wording of ``REGISTERED``; base: of a province, one of ``BASES``;
    file_name: where the unit was met.

    Raises CchcError with what the list has against it, NotAllowedError.
    """
    require(desk.actor, Deed.EDIT)
    name, code = clean(name), REGISTERED[kind_of_unit]
    source = official().intake.register_source.format(file=file_name)
    era = base if code == EntityType.PROVINCE else ""
    typed = {
        "entity_id": _free_id(desk, f"{_PREFIXES[code]}{era}-{_slug(name)}"),
        "entity_type": kind_of_unit,
        "era": era,
        "name": name,
        "display_name": name,
        "source": source,
    }
    read = importing.interpret(_as_workbook(typed), ENTITIES, desk.catalogue.snapshot)
    problems = [finding.message for finding in read.findings if finding.severity is Severity.ERROR]
    if problems:
        raise CchcError(" ".join(dict.fromkeys(problems)))
    columns = [*ENTITIES.grain_names, *ENTITIES.value_names]
    entry = storing.edit(desk.office, desk.actor, ENTITIES, read.facts[columns], source)
    if entry is None:
        raise CchcError(texts().intake.register_known.format(name=name))
    return entry


def _slug(name: str) -> str:
    return re.sub(r"[^A-Z0-9]+", "-", key(name).upper()).strip("-")[:40]


def _free_id(desk: Desk, wanted: str) -> str:
    taken = {str(one).casefold() for one in desk.catalogue.entities["entity_id"]}
    numbered = (wanted if not at else f"{wanted}-{at + 1}" for at in range(len(taken) + 1))
    return next(one for one in numbered if one.casefold() not in taken)


def _as_workbook(typed: dict[str, str]) -> Workbook:
    """What was typed as a template with one filled row."""
    columns = tuple(
        GridColumn(
            np.array([CellKind.TEXT, CellKind.TEXT if typed.get(one.store) else CellKind.EMPTY], dtype=np.uint8),
            np.full(2, np.nan),
            np.array([one.header, typed.get(one.store)], dtype=object),
        )
        for one in ENTITIES.template
    )
    return Workbook("", "", (Grid(ENTITIES.title, 1, columns),))

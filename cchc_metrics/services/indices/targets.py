"""Targets typed on the screen: checked as a row of the template would be, stored through the journal."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics import importing
from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import official, texts
from cchc_metrics.model import CellKind, Entry, Grid, GridColumn, Severity, Workbook
from cchc_metrics.schema import TARGET_KINDS, TARGETS, Role
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.storing import storing

_SEPARATOR = "~"


@dataclass(frozen=True, slots=True)
class TargetKey:
    """What a target is set for: the grain of the kind."""

    entity_id: str
    index_code: str
    node_code: str
    period_id: str
    target_kind: str

    @property
    def text(self) -> str:
        """The key as one text, for an address."""
        return _SEPARATOR.join((self.entity_id, self.index_code, self.node_code, self.period_id, self.target_kind))

    def where(self) -> dict[str, tuple[str, ...]]:
        """The key as columns and allowed values."""
        return {name: (getattr(self, name),) for name in TARGETS.grain_names}


@dataclass(frozen=True, slots=True)
class TargetForm:
    """A target as typed. value: the text of the field, "88,5"."""

    key: TargetKey
    value: str
    legal_basis: str
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving: the entry, or what is wrong with the form. Neither: nothing would change."""

    entry: Entry | None
    problems: tuple[str, ...] = ()


def save(desk: Desk, form: TargetForm) -> Saved:
    """Check a typed target as a row of the template and store it. Raises CchcError when it cannot be stored."""
    require(desk.actor, Deed.EDIT)
    read = importing.interpret(_as_workbook(form), TARGETS, desk.catalogue.snapshot)
    problems = [finding.message for finding in read.findings if finding.severity is Severity.ERROR]
    if not form.legal_basis.strip():
        problems.append(texts().targets.legal_basis_missing)
    if problems:
        return Saved(None, tuple(dict.fromkeys(problems)))
    columns = [*TARGETS.grain_names, *TARGETS.value_names]
    note = official().targets.journal_note.format(legal_basis=form.legal_basis.strip())
    return Saved(storing.edit(desk.office, desk.actor, TARGETS, read.facts[columns], note))


def remove(desk: Desk, key: TargetKey, reason: str) -> Entry:
    """Take a target out of force. Raises UnknownNameError when it is not in force any more."""
    require(desk.actor, Deed.EDIT)
    stored = desk.facts(TARGETS, key.where(), provenance=True)
    if stored.empty:
        raise UnknownNameError(texts().targets.gone)
    return storing.remove(desk.office, desk.actor, TARGETS, stored, reason)


def targets(desk: Desk) -> pd.DataFrame:
    """Targets in force: grain and value columns, seq_from and recorded_at among the provenance."""
    require(desk.actor, Deed.READ)
    return desk.facts(TARGETS, provenance=True)


def _as_workbook(form: TargetForm) -> Workbook:
    """The form as a template with one filled row."""
    typed = _typed(form)
    headers = [column.header for column in TARGETS.template]
    filled = [typed.get(column.header, "") for column in TARGETS.template]
    columns = tuple(_column(header, text) for header, text in zip(headers, filled, strict=True))
    return Workbook("", "", (Grid(TARGETS.title, 1, columns),))


def _typed(form: TargetForm) -> Mapping[str, str]:
    roles = {
        Role.INDEX: form.key.index_code,
        Role.PERIOD: form.key.period_id,
        Role.ENTITY_CODE: form.key.entity_id,
        Role.NODE_CODE: form.key.node_code,
        Role.CHOICE: next((said for said, code in TARGET_KINDS.items() if code == form.key.target_kind), ""),
        Role.NUMBER: form.value.strip(),
    }
    words = {"legal_basis": form.legal_basis.strip(), "source": form.source.strip(), "note": form.note.strip()}
    return {column.header: roles.get(column.role, words.get(column.store, "")) for column in TARGETS.template}


def _column(header: str, text: str) -> GridColumn:
    kinds = [CellKind.TEXT, CellKind.TEXT if text else CellKind.EMPTY]
    return GridColumn(
        np.array(kinds, dtype=np.uint8), np.full(2, np.nan), np.array([header, text or None], dtype=object)
    )

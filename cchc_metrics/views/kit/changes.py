"""Changes to facts as a table people read: what it is about, the value before and after, the cell it came from.

Works on frames of changes: one row per changed fact – op ("add", "change", "remove"), the kind's grain and value
columns, sheet_no, row_no, col_no, and each value column once more as ``old_…`` (missing for what was added).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.problems import column_name
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import ImportPlan, ValueState
from cchc_metrics.schema import DECIMALS, TOTAL, Kind, Role, SqlType, StoreColumn
from cchc_metrics.services.indices.rank_effects import AFTER, BEFORE
from cchc_metrics.services.office.catalogue import Catalogue
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

OLD = "old_"
SHOWN = 200
Fact = dict[str, Any]
# Told by the value's own column.
MEASURES = ("state", "value")


@dataclass(frozen=True, slots=True)
class Wording:
    """How the stored codes of a kind are said: headers of its columns, and a text for each value."""

    catalogue: Catalogue
    kind: Kind

    def header(self, name: str) -> str:
        """The template's header of a store column, else the word for a column that no template has."""
        said = [c for c in self.kind.template if c.store == name and c.role not in {Role.ENTITY_CODE, Role.NODE_CODE}]
        said = said or [c for c in self.kind.template if c.store == name]
        return said[0].header if said else texts().upload.other_columns.get(name, name)

    def text(self, name: str, value: Any) -> str:
        """A stored value in words; a dash where it is missing."""
        if _missing(value):
            return fmt.MISSING
        return self._speaker(name)(value)

    def _speaker(self, name: str) -> Callable[[Any], str]:
        column = next(c for c in _columns_of(self.kind) if c.name == name)
        choices = next((c.choices for c in self.kind.template if c.store == name and c.choices), None)
        if choices:
            said = {code: label for label, code in choices.items()}
            return lambda code: said.get(code, str(code))
        named: Mapping[str, Callable[[Any], str]] = {
            "entity_id": self.catalogue.name_of,
            "period_id": fmt.period,
            "state": lambda state: texts().explore.states.get(state, state),
        }
        return named.get(name) or _BY_TYPE[column.type]

    def search_text(self, name: str, value: Any) -> str:
        """What a person may write to find it: for a criterion its code and the names it ever had."""
        if name != "node_code":
            return self.text(name, value)
        nodes = self.catalogue.frameworks
        names = nodes.loc[nodes["node_code"] == value, "name"].dropna().unique()
        return " ".join([str(value), *names])

    def criterion(self, index_code: str, period_id: str, node_code: str) -> str:
        """A criterion by code and name in the framework of that year, by its code where none is known."""
        if node_code == TOTAL:
            return texts().services.total
        found = [info.label for info in self.catalogue.nodes(index_code, period_id) if info.code == node_code]
        return found[0] if found else node_code


def _columns_of(kind: Kind) -> tuple[StoreColumn, ...]:
    return (*kind.grain, *kind.values)  # noqa: PD011 – a Kind is no frame


def _missing(value: Any) -> bool:
    return bool(pd.isna(value))


def _flag(value: bool) -> str:
    return texts().common.yes if value else texts().common.no


_BY_TYPE: Mapping[SqlType, Callable[[Any], str]] = {
    SqlType.TEXT: str,
    SqlType.SCORE: fmt.plain,
    SqlType.AMOUNT: fmt.plain,
    SqlType.INTEGER: str,
    SqlType.FLAG: _flag,
    SqlType.DATE: fmt.day,
}


def changes_of_plan(plan: ImportPlan) -> pd.DataFrame:
    """The plan's changes beside the stored values they would replace (``old_…``)."""
    changes = plan.changes.reset_index(drop=True)
    if changes.empty:
        return changes
    values = [name for name in plan.previous.columns if name in changes.columns]
    before = plan.previous[values].reset_index(drop=True).add_prefix(OLD)
    before.index = changes.index[changes["op"] != "add"]
    return changes.join(before)


def matching(wording: Wording, facts: pd.DataFrame, words: str) -> pd.DataFrame:
    """The facts that hold every one of these words in the names of what they are about; accents do not matter."""
    kept = np.ones(len(facts), dtype=np.bool_)
    for word in key(words).split():
        hit = np.zeros(len(facts), dtype=np.bool_)
        for name in wording.kind.grain_names:
            said = {code: key(wording.search_text(name, code)) for code in facts[name].unique()}
            hit |= facts[name].map({code: word in text for code, text in said.items()}).to_numpy(dtype=np.bool_)
        kept &= hit
    return facts[kept]


def change_table(catalogue: Catalogue, kind: Kind, changes: pd.DataFrame, words: str = "") -> TableView:
    """The first ``SHOWN`` of the changes that hold these words, and how many there are."""
    wording = Wording(catalogue, kind)
    found = matching(wording, changes, words) if words.strip() else changes
    part = found.iloc[:SHOWN]
    t = texts().upload
    caption = t.changes_caption if len(found) <= SHOWN else t.changes_caption_first
    measured = "value" in kind.value_names and {"entity_id", "node_code"} <= set(kind.grain_names)
    several = len(changes["sheet_no"].dropna().unique()) > 1
    ranked = AFTER in changes and bool(changes[[BEFORE, AFTER]].notna().any(axis=None))
    columns, row = _measured(wording, several, ranked) if measured else _any(wording, several)
    return TableView(
        caption=caption.format(shown=fmt.integer(len(part)), count=fmt.integer(len(found))),
        columns=columns,
        rows=tuple(Row(str(number), row(fact)) for number, fact in enumerate(_records(part))),
    )


def _records(facts: pd.DataFrame) -> list[Fact]:
    return [{str(name): value for name, value in fact.items()} for fact in facts.astype(object).to_dict("records")]


Lines = Callable[[Fact], tuple[str, ...]]


def _measured(wording: Wording, several: bool, ranked: bool) -> tuple[tuple[Column, ...], Lines]:
    """Scores and targets: a value before and after, the difference, and what becomes of the rank where it is known."""
    t, kind = texts().upload, wording.kind
    about = ("index_code", "period_id", "node_code", kind.grain_names[-1])
    criteria: dict[tuple[str, str, str], str] = {}

    def criterion(fact: Fact) -> str:
        place = (fact["index_code"], fact["period_id"], fact["node_code"])
        if place not in criteria:
            criteria[place] = wording.criterion(*place)
        return criteria[place]

    def row(fact: Fact) -> tuple[str, ...]:
        subject = [criterion(fact) if name == "node_code" else wording.text(name, fact[name]) for name in about]
        return (
            wording.text("entity_id", fact["entity_id"]),
            *subject,
            "" if fact["op"] == "add" else _measure(wording, fact, OLD),
            "" if fact["op"] == "remove" else _measure(wording, fact, ""),
            _difference(fact),
            *((_rank_effect(fact),) if ranked else ()),
            _cell(fact, several),
            "; ".join(_differences(wording, fact, MEASURES)),
        )

    columns = (
        Column(wording.header("entity_id")),
        *(Column(wording.header(name), wide=name == "node_code") for name in about),
        Column(t.before, ColumnKind.NUMBER),
        Column(t.after, ColumnKind.NUMBER),
        Column(t.difference, ColumnKind.NUMBER),
        *((Column(t.rank_effect, ColumnKind.NUMBER),) if ranked else ()),
        Column(t.cell),
        Column(t.other_changes, wide=True),
    )
    return columns, row


def _any(wording: Wording, several: bool) -> tuple[tuple[Column, ...], Lines]:
    """Every other kind: its grain, then all that is new or different in words."""
    t, kind = texts().upload, wording.kind

    def row(fact: Fact) -> tuple[str, ...]:
        subject = [wording.text(name, fact[name]) for name in kind.grain_names]
        return (*subject, _cell(fact, several), "; ".join(_differences(wording, fact, ())))

    subject_columns = (Column(wording.header(name)) for name in kind.grain_names)
    columns = (*subject_columns, Column(t.cell), Column(t.content, wide=True))
    return columns, row


def _measure(wording: Wording, fact: Fact, prefix: str) -> str:
    state = fact.get(f"{prefix}state", ValueState.VALUE)
    if state == ValueState.VALUE:
        return wording.text("value", fact[f"{prefix}value"])
    return texts().explore.exempt if state == ValueState.EXEMPT else texts().explore.missing


def _difference(fact: Fact) -> str:
    """The difference of two values; nothing where one of them is no number."""
    if fact["op"] != "change" or _missing(fact["value"]) or _missing(fact[f"{OLD}value"]):
        return ""
    difference = round(float(fact["value"]) - float(fact[f"{OLD}value"]), 9)
    text = fmt.plain(difference)
    return f"+{text}" if difference > 0 else text


def _rank_effect(fact: Fact) -> str:
    """The computed rank before and after, "26 → 14"; one of them alone where the other is unknown."""
    before, after = ("" if _missing(fact[name]) else str(int(fact[name])) for name in (BEFORE, AFTER))
    return " → ".join((before or fmt.MISSING, after or fmt.MISSING)) if before != after else after


def _differences(wording: Wording, fact: Fact, without: tuple[str, ...]) -> list[str]:
    """Column by column what is set (added), different (changed) or was there (removed)."""
    unsaid = (*wording.kind.grain_names, *without)
    told = [column for column in _columns_of(wording.kind) if column.name not in unsaid]
    if fact["op"] == "change":
        changed = [column for column in told if not _same(column, fact[OLD + column.name], fact[column.name])]
        return [_changed(wording, column.name, fact) for column in changed]
    prefix = OLD if fact["op"] == "remove" else ""
    columns = [column for column in told if column.name not in texts().upload.other_columns]
    return [
        texts().upload.set_field.format(
            header=wording.header(column.name), value=wording.text(column.name, fact[prefix + column.name])
        )
        for column in columns
        if not _missing(fact[prefix + column.name])
    ]


def _changed(wording: Wording, name: str, fact: Fact) -> str:
    return texts().upload.changed_field.format(
        header=wording.header(name), before=wording.text(name, fact[OLD + name]), after=wording.text(name, fact[name])
    )


def _same(column: StoreColumn, old: Any, new: Any) -> bool:
    if _missing(old) or _missing(new):
        return _missing(old) and _missing(new)
    return round(float(old) - float(new), 9) == 0 if column.type in DECIMALS else bool(old == new)


def _cell(fact: Fact, several: bool) -> str:
    """Where in the file: "H12", with the sheet's number where there are several; nothing for what was typed."""
    t = texts().upload
    row, column = fact["row_no"], fact["col_no"]
    if _missing(row):
        return ""
    place = t.row_of.format(row=int(row))
    if not _missing(column) and column:
        place = f"{column_name(int(column))}{int(row)}"
    return t.cell_on_sheet.format(sheet=int(fact["sheet_no"]), cell=place) if several else place

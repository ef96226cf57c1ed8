"""Plans kept under a name: saved, listed, laid side by side, taken away as a file, turned into targets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics import importing
from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import official, recorded, texts
from cchc_metrics.model import SCALE, CellKind, Entry, Grid, GridColumn, Period, Severity, Workbook
from cchc_metrics.schema import SCENARIOS, TARGETS, TOTAL, Role
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.names import EntityInfo
from cchc_metrics.services.office.question import where
from cchc_metrics.services.planning.field import Place, PlanField, plan_field
from cchc_metrics.services.planning.plan import moved
from cchc_metrics.services.storing import storing

MOST_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing: the entry, or what is wrong. Neither: nothing would change."""

    entry: Entry | None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetWish:
    """A plan as targets: of whom, for which year, by which document. gains: part -> exact change."""

    place: Place
    gains: Mapping[str, int]
    entity: str
    year: str
    legal_basis: str
    scenario: str = ""


def scenarios(desk: Desk, place: Place) -> dict[str, dict[str, float]]:
    """Plans saved for the parts of this place: name -> part -> assumed score, in Vietnamese order of names."""
    require(desk.actor, Deed.READ_ALL)
    parts = {node.code for node in desk.catalogue.children(place.index, place.period, place.parent)}
    stored = _stored(desk, place)
    stored = stored[stored["node_code"].isin(parts)]
    found: dict[str, dict[str, float]] = {}
    for row in stored.to_dict("records"):
        found.setdefault(row["scenario"], {})[row["node_code"]] = float(row["value"])
    return {name: found[name] for name in sorted(found, key=fmt.sort_key)}


def _stored(desk: Desk, place: Place) -> pd.DataFrame:
    which = where(entity_id=place.entity, index_code=place.index, period_id=place.period)
    return desk.facts(SCENARIOS, which)


def save(desk: Desk, place: Place, gains: Mapping[str, int], name: str, note: str = "") -> Written:
    """Keep moved parts under a name. A name that is taken is refused: a plan somebody cites does not change."""
    require(desk.actor, Deed.EDIT)
    t, name = texts().scenario, " ".join(name.split())
    field = plan_field(desk, place)
    changed = {code: gain for code, gain in gains.items() if gain}
    problems = []
    if not name or len(name) > MOST_LETTERS:
        problems.append(t.name_missing.format(most=MOST_LETTERS))
    elif name in set(_stored(desk, place)["scenario"]):
        problems.append(t.name_taken.format(name=name))
    if not changed:
        problems.append(t.nothing_moved)
    if problems:
        return Written(None, tuple(problems))
    rows = [_row(field, name, code, gain, note.strip()) for code, gain in changed.items()]
    entry = storing.edit(
        desk.office,
        desk.actor,
        SCENARIOS,
        _facts(rows),
        official().scenario.journal_note.format(name=name, entity=_own_name(desk, field)),
    )
    return Written(entry)


def discard(desk: Desk, place: Place, name: str, reason: str) -> Entry:
    """Take a saved plan out of force; history keeps it. Raises UnknownNameError when there is none of that name."""
    require(desk.actor, Deed.EDIT)
    which = where(scenario=name, entity_id=place.entity, index_code=place.index, period_id=place.period)
    stored = desk.facts(SCENARIOS, which, provenance=True)
    if stored.empty:
        raise UnknownNameError(texts().scenario.delete_gone.format(name=name))
    return storing.remove(desk.office, desk.actor, SCENARIOS, stored, reason.strip())


def _row(field: PlanField, name: str, code: str, gain: int, note: str) -> dict[str, object]:
    exact = field.parts.loc[field.parts["node_code"] == code, "exact"]
    place = field.place
    return {
        "scenario": name,
        "entity_id": place.entity,
        "index_code": place.index,
        "period_id": place.period,
        "node_code": code,
        "value": (int(exact.iloc[0]) + gain) / SCALE,
        "note": note or None,
    }


def _facts(rows: list[dict[str, object]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=[*SCENARIOS.grain_names, *SCENARIOS.value_names])
    return frame.astype({name: "float64" if name == "value" else "str" for name in frame.columns})


def gains_of(field: PlanField, scores: Mapping[str, float]) -> dict[str, int]:
    """Assumed scores of parts as exact changes against the scores as they are."""
    exact = dict(zip(field.parts["node_code"], field.parts["exact"], strict=True))
    return {code: round(score * SCALE) - int(exact[code]) for code, score in scores.items() if code in exact}


def side_by_side(desk: Desk, field: PlanField, gains: Mapping[str, int] | None = None) -> pd.DataFrame:
    """Saved plans beside the scores as they are: one row per part, then TOTAL (the whole).

    Columns: node_code, name, now, then one per saved plan under its name; with ``gains`` the plan at hand comes first,
    under the word for it. Attribute ``attrs["ranks"]``: column -> (rank, out of) of the whole, missing where none is
    computed.
    """
    columns: dict[str, Mapping[str, int]] = {"now": {}}
    if gains and any(gains.values()):
        columns[texts().scenario.at_hand] = gains
    columns |= {name: gains_of(field, scores) for name, scores in scenarios(desk, field.place).items()}
    parts = field.parts
    table = pd.DataFrame({"node_code": [*parts["node_code"], TOTAL], "name": [*parts["name"], field.parent.label]})
    ranks = {}
    for name, moves in columns.items():
        after = moved(desk, field, moves)
        scores = [(int(e) + moves.get(c, 0)) / SCALE for c, e in zip(parts["node_code"], parts["exact"], strict=True)]
        table[name] = [*scores, after.value]
        ranks[name] = (after.rank, after.n_ranked)
    table.attrs["ranks"] = ranks
    return table


def target_entities(desk: Desk, place: Place, year: str) -> tuple[EntityInfo, ...]:
    """Who may hold targets of that year: the province itself, or the one it became a part of."""
    rows = desk.catalogue.entities
    ends: dict[str, Any] = dict(zip(rows["entity_id"], rows["valid_to"], strict=True))
    chain = [place.entity, desk.catalogue.entity(place.entity).successor]
    found = []
    for entity in chain:
        # An index year is measured over the whole year.
        if entity in ends and (pd.isna(ends[entity]) or ends[entity].year > Period.parse(year).year):
            found.append(desk.catalogue.entity(entity))
    return tuple(found)


def write_targets(desk: Desk, wish: TargetWish) -> Written:
    """Turn a plan into targets: the moved parts and the whole, checked as rows of the template, in one entry.

    The note says which plan they come from. Raises CchcError when they cannot be stored.
    """
    require(desk.actor, Deed.EDIT)
    t = texts().scenario
    if not wish.legal_basis.strip():
        return Written(None, (texts().targets.legal_basis_missing,))
    if not any(wish.gains.values()):
        return Written(None, (t.nothing_moved,))
    field = plan_field(desk, wish.place)
    if wish.entity not in {info.id for info in target_entities(desk, wish.place, wish.year)}:
        raise UnknownNameError(t.no_target_entity.format(entity=field.name, year=wish.year))
    read = importing.interpret(_as_workbook(_target_rows(desk, field, wish)), TARGETS, desk.catalogue.snapshot)
    problems = [finding.message for finding in read.findings if finding.severity is Severity.ERROR]
    if problems:
        return Written(None, tuple(dict.fromkeys(problems)))
    facts = read.facts[[*TARGETS.grain_names, *TARGETS.value_names]]
    return Written(storing.edit(desk.office, desk.actor, TARGETS, facts, _origin(desk, field, wish)))


def _own_name(desk: Desk, field: PlanField) -> str:
    return desk.catalogue.entity(field.place.entity).own_name


def _origin(desk: Desk, field: PlanField, wish: TargetWish) -> str:
    place, t = field.place, official().scenario
    named = t.target_note_named.format(name=wish.scenario) if wish.scenario else t.target_note
    period = recorded(lambda: fmt.period(place.period))
    return t.target_origin.format(plan=named, index=place.index, period=period, entity=_own_name(desk, field))


def _target_rows(desk: Desk, field: PlanField, wish: TargetWish) -> list[dict[str, str]]:
    exact = dict(zip(field.parts["node_code"], field.parts["exact"], strict=True))
    scores = {code: (int(exact[code]) + gain) / SCALE for code, gain in wish.gains.items() if gain}
    scores[field.parent.code] = moved(desk, field, wish.gains).value
    return [_target_row(desk, field, wish, code, score) for code, score in scores.items()]


def _target_row(desk: Desk, field: PlanField, wish: TargetWish, code: str, score: float) -> dict[str, str]:
    by_role = {
        Role.INDEX: field.place.index,
        Role.PERIOD: wish.year,
        Role.ENTITY_CODE: wish.entity,
        Role.NODE_CODE: code,
        Role.NUMBER: fmt.typed(score),
    }
    words = {"legal_basis": wish.legal_basis.strip(), "note": _origin(desk, field, wish)}
    return {column.header: by_role.get(column.role, words.get(column.store, "")) for column in TARGETS.template}


def _as_workbook(rows: list[dict[str, str]]) -> Workbook:
    """Typed rows as a filled template."""
    columns = tuple(_column([column.header, *(row[column.header] for row in rows)]) for column in TARGETS.template)
    return Workbook("", "", (Grid(TARGETS.title, 1, columns),))


def _column(cells: list[str]) -> GridColumn:
    kinds = np.array([CellKind.TEXT if text else CellKind.EMPTY for text in cells], dtype=np.uint8)
    return GridColumn(kinds, np.full(len(cells), np.nan), np.array([text or None for text in cells], dtype=object))


def parsed_gains(field: PlanField, typed: Mapping[str, str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Typed changes ("0,5", "-1") as exact ones, and what is wrong with them.

    A part stays between 0 and its maximum; what cannot be read, or goes beyond, is left out and named.
    """
    t = texts().scenario
    gains: dict[str, int] = {}
    problems = []
    for row in field.parts.to_dict("records"):
        text = typed.get(row["node_code"], "").strip()
        if not text:
            continue
        gain = _number(text)
        exact, most = int(row["exact"]), round(row["max_score"] * SCALE)
        if gain is None or not 0 <= exact + gain <= most:
            # Rounded down: what is offered must be taken.
            room = fmt.plain((most - exact) // (SCALE // 100) / 100)
            problems.append(t.bad_gain.format(part=row["name"], text=text, room=room))
        elif gain:
            gains[row["node_code"]] = gain
    return gains, tuple(problems)


def _number(text: str) -> int | None:
    """A change as people type it, comma or point decimals, in exact integers."""
    try:
        value = float(text.replace("−", "-").replace("+", "").replace(",", "."))
    except ValueError:
        return None
    return round(value * SCALE) if np.isfinite(value) and abs(value) < 1e6 else None

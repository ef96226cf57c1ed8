"""What the page Mục tiêu shows: the targets in force, what can be typed, and the national ones for reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.model import TargetKind
from cchc_metrics.model.rows import text_of
from cchc_metrics.schema import POLICY_TARGETS, TARGET_KINDS, TOTAL
from cchc_metrics.services.indices.explore import entity_choices
from cchc_metrics.services.indices.target_status import TargetStatus, target_status
from cchc_metrics.services.indices.targets import TargetForm, TargetKey, targets
from cchc_metrics.services.office.catalogue import Catalogue
from cchc_metrics.services.office.desk import Desk, this_year
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.views.kit.phrases import amount, short_source, unit_of_difference
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

FIRST_YEAR = 2011
YEARS_AHEAD = 5
KIND_LABELS = {code: label for label, code in TARGET_KINDS.items()}


@dataclass(frozen=True, slots=True)
class TargetsView:
    """The targets of one entity. table is None when it has none; forms: key text -> the form filled with it."""

    finding: str
    others: str
    table: TableView | None
    options: Mapping[str, str]
    forms: Mapping[str, TargetForm]


@dataclass(frozen=True, slots=True)
class Offered:
    """What a target can be set for: code -> wording. nodes is empty where the year has no framework."""

    indices: Mapping[str, str]
    years: Mapping[str, str]
    nodes: Mapping[str, str]


def choices(desk: Desk, _filters: None = None) -> Mapping[str, str]:
    """Provinces of both eras that may have targets, ours first."""
    return entity_choices(desk.catalogue, [info.id for info in desk.catalogue.provinces()])


def offered(desk: Desk, chosen: tuple[str, str]) -> Offered:
    """Indices, years and the parts of the chosen index in the chosen year. chosen: index and year, "" before that."""
    index, year = chosen
    last = int(this_year(desk)) + YEARS_AHEAD
    years = [str(number) for number in range(last, FIRST_YEAR - 1, -1)]
    nodes = desk.catalogue.nodes(index, year) if index and year else ()
    return Offered(
        indices={code: code for code in desk.catalogue.indices()},
        years={year: fmt.period(year) for year in years},
        nodes={info.code: _node_option(info) for info in nodes},
    )


def _node_option(info: NodeInfo) -> str:
    if info.max_score is None:
        return info.label
    most = texts().targets.at_most.format(maximum=fmt.plain(info.max_score, 2), unit=info.unit).replace(" %", "%")
    return f"{info.label} ({most})"


def page(desk: Desk, entity_id: str) -> TargetsView:
    """The targets in force of one entity."""
    t, catalogue = texts().targets, desk.catalogue
    every = targets(desk)
    own = every[every["entity_id"] == entity_id]
    # The total before its parts, a score before a rank.
    own = own.assign(part=own["node_code"] != TOTAL).sort_values(
        ["index_code", "period_id", "part", "node_code", "target_kind"], ascending=[True, False, True, True, False]
    )
    name, count, others = catalogue.name_of(entity_id), len(own), len(every) - len(own)
    rows = [{str(column): value for column, value in row.items()} for row in own.astype(object).to_dict("records")]
    forms = {form.key.text: form for form in map(_form, rows)}
    sentence = t.finding if count else t.finding_none
    return TargetsView(
        finding=sentence.format(entity=name, count=fmt.integer(count)),
        others=t.others.format(count=fmt.integer(others)) if others else "",
        table=_table(desk, rows, name) if count else None,
        options={key: _option(catalogue, row) for key, row in zip(forms, rows, strict=True)},
        forms=forms,
    )


Target = dict[str, Any]


def _form(row: Target) -> TargetForm:
    key = TargetKey(row["entity_id"], row["index_code"], row["node_code"], row["period_id"], row["target_kind"])
    return TargetForm(
        key,
        _told(row["printed"]) or fmt.plain(row["value"]),
        *(_told(row[name]) for name in ("legal_basis", "source", "note")),
    )


def _table(desk: Desk, rows: list[Target], name: str) -> TableView:
    t = texts().targets
    columns = (
        Column(t.index),
        Column(t.period),
        Column(t.node, wide=True),
        Column(t.value, ColumnKind.NUMBER),
        Column(t.status, wide=True),
        Column(t.legal_basis, wide=True),
        Column(t.source),
        Column(t.note, wide=True),
        Column(t.recorded),
    )
    lines = [_cells(desk, row) for row in rows]
    value = 3
    # Source and note are optional: a column that nobody filled is left out.
    filled = [place for place in range(len(columns)) if any(line[place] for line in lines)]
    return TableView(
        t.list_caption.format(entity=name),
        tuple(columns[place] for place in filled),
        tuple(Row(str(number), tuple(line[place] for place in filled)) for number, line in enumerate(lines)),
        main=filled.index(value) if value in filled else 0,
    )


def _cells(desk: Desk, row: Target) -> tuple[str, ...]:
    t, catalogue = texts().targets, desk.catalogue
    return (
        row["index_code"],
        fmt.period(row["period_id"]),
        _node_name(catalogue, row),
        _value(catalogue, row),
        _status(desk, row),
        _told(row["legal_basis"]),
        short_source(row["source"]),
        _told(row["note"]),
        t.recorded_text.format(seq=int(row["seq_from"]), day=fmt.day(row["recorded_at"])),
    )


def _node_of(catalogue: Catalogue, row: Target) -> NodeInfo | None:
    nodes = catalogue.nodes(row["index_code"], row["period_id"])
    return next((info for info in nodes if info.code == row["node_code"]), None)


def _node_name(catalogue: Catalogue, row: Target) -> str:
    info = _node_of(catalogue, row)
    return info.label if info else str(row["node_code"])


def _value(catalogue: Catalogue, row: Target) -> str:
    """«từ hạng 20 trở lên», «nhóm A», «tăng 5 bậc so với 2024», or the score with its maximum and unit where they are
    known."""
    t, info = texts().targets, _node_of(catalogue, row)
    match row["target_kind"]:
        case TargetKind.RANK:
            return t.rank_value.format(rank=fmt.integer(row["value"]))
        case TargetKind.GROUP:
            name = _told(row["group_name"])
            return t.group_value.format(group=name if len(name) == 1 else name[:1].lower() + name[1:])
        case TargetKind.RANK_CHANGE:
            return t.places_value.format(places=fmt.integer(row["value"]), base=_told(row["base_period"]))
        case TargetKind.CHANGE:
            gain = amount(float(row["value"]), info.unit if info else "")
            return t.change_value.format(change=gain, base=_told(row["base_period"]))
    most = f"/{fmt.plain(info.max_score, 2)}" if info and info.max_score is not None and info.unit != "%" else ""
    unit = info.unit if info else ""
    points = t.points_value.format(value=fmt.plain(row["value"]), maximum=most, unit=unit)
    bound = {">": t.above, ">=": t.at_least}.get(_told(row["comparison"]), "{value}")
    return bound.format(value=points.replace(" %", "%").strip())


def _status(desk: Desk, row: Target) -> str:
    """«đạt, 44,7», «chưa đạt, hạng 31», or why it cannot be said."""
    t, found = texts().targets, target_status(desk, row)
    if found.met is None:
        return t.status_unknown[found.why.value] if found.why is not None else ""
    words = t.status_met if found.met else t.status_short
    return words.format(reached=_reached(desk.catalogue, row, found))


def _reached(catalogue: Catalogue, row: Target, found: TargetStatus) -> str:
    t, info = texts().targets, _node_of(catalogue, row)
    reached = found.reached if found.reached is not None else 0.0
    match row["target_kind"]:
        case TargetKind.RANK:
            return t.status_rank.format(rank=fmt.integer(reached))
        case TargetKind.GROUP:
            return t.group_value.format(group=found.group) if found.group else t.status_no_group
        case TargetKind.RANK_CHANGE:
            return t.status_places.format(places=fmt.signed(reached, 0))
        case TargetKind.CHANGE:
            return f"{fmt.signed(reached)} {unit_of_difference(info.unit if info else '')}".strip()
    return amount(reached, info.unit if info else "")


def _option(catalogue: Catalogue, row: Target) -> str:
    return texts().targets.option.format(
        index=row["index_code"],
        period=fmt.period(row["period_id"]),
        node=_node_name(catalogue, row),
        kind=named(KIND_LABELS[row["target_kind"]]).lower(),
        value=_value(catalogue, row),
    )


def policy_targets(desk: Desk, _filters: None = None) -> TableView | None:
    """National targets, for reference only; None when none is stored."""
    require(desk.actor, Deed.READ)
    t = texts().targets
    found = desk.facts(POLICY_TARGETS)
    if found.empty:
        return None
    several = len(found["scope"].unique()) > 1
    columns = (
        Column(t.policy_indicator, wide=True),
        Column(t.policy_value, wraps=True),
        Column(t.policy_deadline),
        Column(t.policy_document, wide=True),
        *([Column(t.policy_scope, wraps=True)] if several else []),
        Column(t.source, wraps=True),
    )
    rows = tuple(
        Row(str(number), _policy_cells(row, several), {len(columns) - 1: _told(row.source)})
        for number, row in enumerate(found.itertuples(index=False))
    )
    return TableView(t.policy_caption.format(count=len(rows)), columns, rows, main=1)


def _policy_cells(row: Any, several: bool) -> tuple[str, ...]:
    comparison = texts().targets.comparisons.get(row.comparison, row.comparison)
    unit = _told(row.unit)
    value = fmt.plain(row.value) + ("%" if unit == "%" else f" {unit}".rstrip())
    scope = [named(row.scope)] if several else []
    return (
        named(row.indicator),
        f"{comparison} {value}",
        row.deadline,
        named(row.document),
        *scope,
        short_source(row.source),
    )


def _told(value: object) -> str:
    """A text of the data in this run's language; empty where there is none."""
    return named(text_of(value))

"""The tables of the page Phương pháp & nguồn, each from the data; None while nothing was loaded for one."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed, sort_key
from cchc_metrics.model import Period, PeriodClass, ScoreKind, ValueState
from cchc_metrics.model.rows import text_of, whole_of
from cchc_metrics.schema import ALL_NODES, POLICY_TARGETS, SCORES, SOURCES, TOTAL
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import where
from cchc_metrics.views.kit.phrases import cited
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

Held = dict[tuple[str, str], set[str]]  # (index, year) -> provinces with a total
_FEW = 8


def years_between(first: int | None, last: int | None) -> str:
    """``2011–2015``, ``từ 2021``, ``đến 2016``; a single year as it is."""
    t = texts().method
    if first is None or last is None:
        words = t.years_unknown if first is None and last is None else t.years_from
        return (t.years_until if first is None and last is not None else words).format(first=first, last=last)
    return str(first) if first == last else t.years_between.format(first=first, last=last)


def frameworks(desk: Desk) -> TableView | None:
    """One row per framework: what it is, what it rests on, and what of it is not known."""
    t, nodes = texts().method, desk.catalogue.frameworks
    order = {code: place for place, code in enumerate(desk.catalogue.indices())}
    roots = nodes[nodes["node_code"] == TOTAL]
    roots = roots.assign(place=roots["index_code"].map(order)).sort_values(["place", "year_to"], na_position="last")
    rows = [_framework_row(root, nodes) for root in _records(roots)]
    number = ColumnKind.NUMBER
    columns = (
        Column(t.index),
        Column(t.framework),
        Column(t.legal_basis, wide=True),
        Column(t.years),
        Column(t.criteria, number),
        Column(t.maximum, number),
        Column(t.parts_maximum, number),
        Column(t.remark, wide=True),
    )
    return _table(t.frameworks_caption, columns, rows)


def _framework_row(root: Any, nodes: pd.DataFrame) -> Row:
    own = nodes[(nodes["index_code"] == root.index_code) & (nodes["framework_id"] == root.framework_id)]
    parts = own[own["parent_code"] == TOTAL]
    cells = (
        root.index_code,
        named(root.framework_id),
        _told(root.legal_basis),
        years_between(whole_of(root.year_from), whole_of(root.year_to)),
        fmt.integer(len(own) - 1),
        fmt.plain(root.max_score, 2),
        _parts_maximum(parts["max_score"], root.max_score),
        _told(root.note),
    )
    return Row(f"{root.index_code}:{root.framework_id}", cells)


def _parts_maximum(maxima: pd.Series, whole: float) -> str:
    """The sum of the parts' maxima; how many are known where they do not make up the whole."""
    t, known = texts().method, maxima.dropna()
    if known.empty:
        return t.parts_unknown
    total = round(float(known.sum()), 6)
    if len(known) == len(maxima) and not pd.isna(whole) and total == round(float(whole), 6):
        return fmt.plain(total, 2)
    return t.parts_some.format(sum=fmt.plain(total, 2), known=len(known))


def breaks(desk: Desk) -> TableView | None:
    """Breaks and continuities, declared or suspected, index by index, in time, and who says so."""
    t = texts().method
    stored = desk.catalogue.breaks.sort_values(["index_code", "period_after", "node_code"])
    rows = [
        Row(
            str(place),
            (
                row.index_code,
                _node_name(desk, row),
                t.between_years.format(before=row.period_before, after=row.period_after),
                texts().steps.kinds.get(row.break_kind, row.break_kind),
                fmt.upper_first(_told(row.reason)),
                texts().steps.sayers.get(_told(row.said_by), ""),
                "; ".join(cited([_told(row.source)])),
            ),
        )
        for place, row in enumerate(_records(stored))
    ]
    columns = (
        Column(t.index),
        Column(t.node, wide=True),
        Column(t.between),
        Column(t.break_kind),
        Column(t.reason, wide=True),
        Column(texts().steps.said_by),
        Column(t.source, wide=True),
    )
    return _table(t.breaks_caption, columns, rows)


def _node_name(desk: Desk, row: Any) -> str:
    if row.node_code == ALL_NODES:
        return texts().method.every_node
    named = (
        node.label for node in desk.catalogue.nodes(row.index_code, row.period_after) if node.code == row.node_code
    )
    return next(named, row.node_code)


def windows(desk: Desk) -> TableView | None:
    """Reporting windows in the order of the year."""
    t, stored = texts().method, desk.catalogue.windows
    order = {code: place for place, code in enumerate(t.window_names)}
    rows = [
        Row(
            f"{row.window_code}:{row.year_from}",
            (
                t.window_names.get(row.window_code, row.window_code),
                _told(row.start_day),
                _told(row.end_day),
                texts().common.yes if not pd.isna(row.cumulative) and row.cumulative else texts().common.no,
                years_between(whole_of(row.year_from), whole_of(row.year_to)),
                _told(row.legal_basis),
                _told(row.note),
            ),
        )
        for row in sorted(_records(stored), key=lambda one: (order.get(one.window_code, _FEW), one.year_from))
    ]
    columns = (
        Column(t.window),
        Column(t.opens),
        Column(t.closes),
        Column(t.cumulative),
        Column(t.years),
        Column(t.legal_basis, wide=True),
        Column(t.remark, wide=True),
    )
    return _table(t.windows_caption, columns, rows)


def policies(desk: Desk) -> TableView | None:
    """Targets that national documents set, by document and deadline."""
    t = texts().method
    stored = desk.facts(POLICY_TARGETS)
    rows = [Row(str(place), _policy_cells(row)) for place, row in enumerate(_records(stored))]
    columns = (
        Column(t.indicator, wide=True),
        Column(t.goal),
        Column(t.deadline),
        Column(t.document, wide=True),
        Column(t.scope),
    )
    return _table(t.policies_caption, columns, rows)


def _policy_cells(row: Any) -> tuple[str, ...]:
    unit = _told(row.unit)
    amount = fmt.plain(row.value) + (unit if unit == "%" else f" {unit}".rstrip())
    goal = f"{texts().targets.comparisons.get(row.comparison, row.comparison)} {amount}"
    return _told(row.indicator), goal, _told(row.deadline), _told(row.document), _told(row.scope)


def completeness(desk: Desk) -> TableView | None:
    """Per index year, how many provinces have a total of each index, and who is absent where few are."""
    t, catalogue = texts().method, desk.catalogue
    indices = [code for code in catalogue.indices() if catalogue.periods(code)]
    provinces = [entity.id for entity in catalogue.provinces()]
    which = where(node_code=TOTAL, score_kind=ScoreKind.PUBLISHED, entity_id=provinces)
    totals = desk.facts(SCORES, which)
    totals = totals[totals["state"] == ValueState.VALUE]
    held: Held = {}
    for row in _records(totals):
        held.setdefault((row.index_code, row.period_id), set()).add(row.entity_id)
    years = sorted({period for _index, period in held if _is_index_year(period)}, reverse=True)
    rows = []
    for year in years:
        cells = [_held_cell(desk, code, year, held.get((code, year), set())) for code in indices]
        rows.append(Row(year, (year, *cells, _absent(desk, indices, year, held))))
    columns = (
        Column(texts().common.index_year),
        *(Column(code, ColumnKind.NUMBER) for code in indices),
        Column(t.absent, wide=True),
    )
    return _table(t.completeness_caption, columns, rows)


def _held_cell(desk: Desk, index: str, year: str, held: set[str]) -> str:
    t = texts().method
    if not held:
        return t.not_held
    return t.held.format(count=len(held), of=desk.catalogue.population(desk.catalogue.era_of(year, index)))


def _absent(desk: Desk, indices: Sequence[str], year: str, held: Held) -> str:
    """Names of those without a total, for the indices that nearly all provinces have."""
    t, names = texts().method, list[str]()
    for index in indices:
        there = held.get((index, year), set())
        everyone = desk.catalogue.provinces(desk.catalogue.era_of(year, index))
        missing = [entity.name for entity in everyone if entity.id not in there]
        if there and 0 < len(missing) <= _FEW:
            names.append(t.absent_item.format(index=index, names=listed(sorted(missing, key=sort_key))))
    return "; ".join(names)


def sources(desk: Desk) -> TableView | None:
    """One row per source, the one most figures come from first."""
    t = texts().method
    known = {row.source: row for row in _records(desk.facts(SOURCES))}
    rows = []
    for row in _records(counted_sources(desk)):
        release = known.get(row.source)
        title = _told(release.title) if release is not None else ""
        publisher = _told(release.publisher) if release is not None else ""
        shown = f"{title} · {_told(row.source)}" if title else _told(row.source)
        rows.append(Row(row.source, (publisher, shown, fmt.integer(row.figures), row.used)))
    columns = (
        Column(t.publisher, wide=True),
        Column(t.source, wide=True),
        Column(t.figures, ColumnKind.NUMBER),
        Column(t.used_for),
    )
    return _table(t.sources_caption, columns, rows)


def counted_sources(desk: Desk) -> pd.DataFrame:
    """One row per source of a score: source, figures (values, states without one not counted), used, first, last."""
    t = texts().method
    scores = desk.distinct(
        SCORES, ("source", "index_code", "period_id"), where(state=ValueState.VALUE.value), counted=True
    )
    scores = scores[scores["source"].notna()]
    scores = scores.assign(year=[Period.parse(period).year for period in scores["period_id"]])
    rows = []
    for source, of_source in scores.groupby("source"):
        spans = of_source.groupby("index_code")["year"].agg(["min", "max"])
        used = [
            t.used_item.format(index=index, years=years_between(int(span["min"]), int(span["max"])))
            for index, span in spans.iterrows()
        ]
        rows.append(
            (source, int(of_source["facts"].sum()), "; ".join(used), of_source["year"].min(), of_source["year"].max())
        )
    counted = pd.DataFrame(rows, columns=["source", "figures", "used", "first", "last"])
    return counted.sort_values(["figures", "source"], ascending=[False, True], ignore_index=True)


def _table(caption: str, columns: Sequence[Column], rows: Sequence[Row]) -> TableView | None:
    return TableView(caption, tuple(columns), tuple(rows)) if rows else None


def _records(frame: pd.DataFrame) -> Iterable[Any]:
    return frame.itertuples(index=False)


def _is_index_year(period_id: str) -> bool:
    return Period.parse(period_id).period_class is PeriodClass.INDEX_YEAR


def _told(value: object) -> str:
    """A text of the data in this run's language; empty where there is none."""
    return named(text_of(value))

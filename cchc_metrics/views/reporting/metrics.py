"""Chỉ tiêu đơn vị: a topic's metrics in a period, one of them by unit and over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.model import Key, ValueState
from cchc_metrics.schema import UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.documents.periods import form_of
from cchc_metrics.services.reporting.duties import MetricInfo, Reporting
from cchc_metrics.services.reporting.levels import level
from cchc_metrics.services.reporting.metric_table import (
    MetricFigure,
    PeriodFigures,
    Place,
    UnitFigure,
    period_figures,
)
from cchc_metrics.services.reporting.status import windows_of_years
from cchc_metrics.views.kit.phrases import as_of, sentence
from cchc_metrics.views.kit.shapes import CardLink, Column, ColumnKind, Row, SourceNote, TableView
from cchc_metrics.views.kit.table_file import TableFile, columns_of, workbook_of
from cchc_metrics.views.reporting.metric_trend import amount, own_name, trend

SLUG, PERIOD, BY_PART = "chi-tieu", Key.REPORT_PERIOD, "phan"
# Which metrics of the letter's catalogue a topic shows; one that the catalogue no longer holds is left out.
_TOPICS: Mapping[str, tuple[str, ...]] = {
    "dung-han": ("4.9", "4.5", "4.7", "4.1", "4.2", "4.3", "4.4", "4.6"),
    "ngoai-mot-cua": ("4.8",),
    "xin-loi": ("4.10", "4.5", "4.7"),
    "xin-loi-tinh": ("5.8", "5.7"),
    "truc-tuyen": ("7.3", "7.6", "7.1", "7.2", "7.4", "7.5", "7.7"),
    "tuyen-truyen": ("3.1", "3.2", "3.3", "3.4"),
    "tiet-kiem": ("10.1", "9.1", "9.2", "9.3"),
}
_SCOPED = frozenset({"xin-loi", "xin-loi-tinh"})
_TASK = "nv-"


@dataclass(frozen=True, slots=True)
class MetricFilters:
    """topic: of ``topics`` · metric: one of its codes · day: ISO date."""

    period: str
    topic: str
    metric: str
    day: str


@dataclass(frozen=True, slots=True)
class MetricView:
    """figure: None with fewer than two quarters that have a value."""

    title: str
    finding: str
    table: TableView
    units: TableView | None
    figure: Any
    caption: str
    remarks: tuple[str, ...]
    source: SourceNote


def topics(desk: Desk, _filters: None = None) -> dict[str, str]:
    """What can be asked for: topics that the catalogue has metrics of, then task by task."""
    t, reporting = texts().unit, Reporting(desk)
    found = {key: t.topics[key] for key, codes in _TOPICS.items() if any(code in reporting.metrics for code in codes)}
    names = {row["task_no"]: named(row["short_name"]) for row in reporting.task_rows}
    tasks = dict.fromkeys(metric.task for metric in reporting.metrics.values())
    return found | {f"{_TASK}{task}": t.topic_task.format(task=task, name=names.get(task, "")) for task in tasks}


def metrics_of(desk: Desk, topic: str) -> dict[str, str]:
    """The metrics of a topic: code -> «4.9 Tỷ lệ …»."""
    metrics = Reporting(desk).metrics
    return {code: f"{code} {metrics[code].name}" for code in _codes(topic, metrics)}


def _codes(topic: str, metrics: Mapping[str, MetricInfo]) -> tuple[str, ...]:
    if topic.startswith(_TASK):
        return tuple(code for code, metric in metrics.items() if metric.task == topic.removeprefix(_TASK))
    return tuple(code for code in _TOPICS.get(topic, ()) if code in metrics)


def page(desk: Desk, filters: MetricFilters) -> MetricView | None:
    """A topic in a period; None for a period without a window or a form."""
    t, reporting = texts().unit, Reporting(desk)
    window = reporting.window(filters.period)
    if window is None:
        return None
    try:
        form = form_of(desk, window)
    except CchcError:
        return None
    codes = _codes(filters.topic, reporting.metrics)
    found = period_figures(desk, window, form, codes, reporting)
    ordered = sorted(found.metrics, key=lambda one: codes.index(one.metric.code))
    period, topic = fmt.period(filters.period), topics(desk)[filters.topic]
    chosen = next((one for one in ordered if one.metric.code == filters.metric), None)
    source = SourceNote((t.source,), as_of(desk), note=t.trend_note)
    figure, caption = trend(desk, found, form, reporting.metrics[filters.metric], source)
    return MetricView(
        title=t.metrics_title_of.format(topic=topic, period=period),
        finding=_finding(period, ordered),
        table=_table(topic, found, ordered),
        units=_units(desk, found, chosen) if chosen is not None else None,
        figure=figure,
        caption=caption,
        remarks=_remarks(found, filters.topic),
        source=source,
    )


def _finding(period: str, found: Sequence[MetricFigure]) -> str:
    t = texts().unit
    owing = {unit for one in found for unit in one.owing}
    given = {f.unit_id for one in found for f in one.by_unit if f.state != ValueState.MISSING}
    if not owing:
        return sentence([f"{period}: {t.nobody_owes}"])
    failing = [f"{one.metric.code} {one.metric.name}" for one in found if one.met is False]
    words = [t.metrics_finding.format(period=period, reported=len(given), owing=len(owing))]
    if failing:
        words.append(t.metrics_failing_names.format(names="; ".join(failing)))
    elif any(one.met for one in found):
        words.append(t.metrics_all_met)
    return sentence(words)


def _table(topic: str, found: PeriodFigures, metrics: Sequence[MetricFigure]) -> TableView:
    t = texts().unit
    own = t.column_single_derived if found.is_derived else t.column_single
    number = ColumnKind.NUMBER
    columns = (
        Column(t.column_metric, wraps=True),
        Column(own.format(name=own_name(found)), number),
        Column(t.column_cumulative, number),
        Column(t.column_bound),
        Column(t.column_met),
        Column(t.column_reported, number),
    )
    caption = t.topic_caption.format(topic=topic, period=fmt.period(found.window.period.id))
    rows = tuple(_row(found, one) for one in metrics)
    return TableView(caption, columns, rows, footnote=t.legend, main=1)


def _row(found: PeriodFigures, one: MetricFigure) -> Row:
    t, metric = texts().unit, one.metric
    missing = [found.reporting.units[f.unit_id].name for f in one.by_unit if f.state == ValueState.MISSING]
    notes = {5: t.missing_units.format(names=", ".join(missing))} if missing else {}
    if one.so_far_lacking and one.so_far is not None:
        names = ", ".join(found.reporting.units[unit].name for unit in one.so_far_lacking)
        notes[2] = t.so_far_lacking.format(names=names)
    if found.is_derived and one.single is not None and metric.rule.over_periods not in ("latest", "opening"):
        notes[1] = _derived_words(found)
    per_unit = t.by_unit_only if one.given and one.value is None else ""
    return Row(
        metric.code,
        (
            f"{metric.code} {metric.name} ({metric.measure})",
            amount(metric, one.single) if one.single is not None else per_unit or fmt.MISSING,
            amount(metric, one.so_far) if one.so_far is not None else per_unit or fmt.MISSING,
            level(metric, found.reporting.metrics),
            _met_words(metric, one.met),
            t.reported_of.format(given=one.reported, asked=len(one.owing)) if one.owing else t.nobody_owes,
        ),
        notes=notes,
    )


def _met_words(metric: MetricInfo, met: bool | None) -> str:
    t = texts().unit
    if not metric.bound:
        return ""
    return t.not_known if met is None else t.met if met else t.not_met


def _derived_words(found: PeriodFigures) -> str:
    parts = ", ".join(fmt.period(one.period.id) for one in found.rest)
    whole = fmt.period(found.window.period.id)
    return texts().unit.derived_note.format(name=own_name(found), whole=whole, parts=parts)


def _remarks(found: PeriodFigures, topic: str) -> tuple[str, ...]:
    t, remarks = texts().unit, []
    if found.is_derived and found.rest:
        remarks.append(_derived_words(found))
    if topic in _SCOPED:
        remarks.append(t.scope_note)
    return tuple(remarks)


def _units(desk: Desk, found: PeriodFigures, one: MetricFigure) -> TableView:
    """One metric unit by unit, the whole below; every figure leads to its upload and cell."""
    t, metric, period = texts().unit, one.metric, found.window.period.id
    own = t.column_single_derived if found.is_derived else t.column_single
    number = ColumnKind.NUMBER
    columns = (
        Column(t.column_unit, wraps=True),
        Column(own.format(name=own_name(found)), number),
        Column(t.column_cumulative, number),
        Column(t.column_met),
        Column(t.column_source, wraps=True),
    )
    rows = [_unit_row(desk, found, metric, figure) for figure in one.by_unit]
    given = t.reported_of.format(given=one.reported, asked=len(one.owing))
    given = f"{t.column_reported}: {given}"
    total = (t.all_units, amount(metric, one.single), amount(metric, one.so_far), _met_words(metric, one.met), given)
    rows.append(Row("all", total, total=True))
    caption = t.units_caption.format(metric=metric.name, period=fmt.period(period), measure=metric.measure)
    return TableView(caption, columns, tuple(rows), main=1)


def _unit_row(desk: Desk, found: PeriodFigures, metric: MetricInfo, one: UnitFigure) -> Row:
    t, unit = texts().unit, found.reporting.units[one.unit_id]
    if one.state != ValueState.VALUE:
        states = {"missing": t.state_missing, "na": t.state_exempt, "nil": t.state_nil}
        single = states[one.state]
        so_far = amount(metric, one.so_far) if one.so_far is not None else single
    else:
        single, so_far = amount(metric, one.single), amount(metric, one.so_far)
    query = {Key.UNIT: one.unit_id, Key.REPORT_PERIOD: found.window.period.id}
    link = CardLink(t.open_report, "nop-bao-cao", query)
    source, note = _source_words(desk, metric, one.place)
    cells = (unit.name, single, so_far, _met_words(metric, one.met) if one.state == ValueState.VALUE else "", source)
    return Row(one.unit_id, cells, notes={4: note} if note else {}, links={0: link})


def _source_words(desk: Desk, metric: MetricInfo, place: Place | None) -> tuple[str, str]:
    """The upload, sheet and cell; behind them the file and its day."""
    t = texts().unit
    if place is None:
        return (t.source_computed if metric.computed else "", "")
    entry = desk.office.store.entry(place.seq)
    help_ = t.source_help.format(file=entry.file_name, day=fmt.day(entry.recorded_at)) if entry.file_name else ""
    if place.sheet is None:
        return t.source_seq.format(seq=place.seq), help_
    return t.source_cell.format(seq=place.seq, sheet=place.sheet, cell=place.cell), help_


def file_of(desk: Desk, filters: MetricFilters) -> bytes:
    """The topic's metrics unit by unit as .xlsx. Raises NotAllowedError, CchcError."""
    t, reporting = texts().unit, Reporting(desk)
    window = reporting.window(filters.period)
    if window is None:
        raise CchcError(texts().reporting.no_such_period.format(period=filters.period))
    codes = _codes(filters.topic, reporting.metrics)
    found = period_figures(desk, window, form_of(desk, window), codes, reporting)
    rows = [
        (
            one.metric.code,
            one.metric.name,
            one.metric.measure,
            reporting.units[figure.unit_id].name,
            *(None if v is None else float(v) for v in (figure.value, figure.single, figure.so_far)),
            _met_words(one.metric, figure.met),
            _source_words(desk, one.metric, figure.place)[0] or texts().unit.state_missing,
        )
        for one in found.metrics
        for figure in one.by_unit
    ]
    heads = (
        ("code", t.column_code, "text"),
        ("name", t.column_metric, "text"),
        ("measure", t.column_measure, "text"),
        ("unit", t.column_unit, "text"),
        ("value", t.column_value, "amount"),
        ("single", t.column_single.format(name=own_name(found)), "amount"),
        ("so_far", t.column_cumulative, "amount"),
        ("met", t.column_met, "text"),
        ("source", t.column_source, "text"),
    )
    frame = pd.DataFrame(rows, columns=[name for name, _, _ in heads])
    frame = frame.astype({"value": "float64", "single": "float64", "so_far": "float64"})
    title = t.file_title.format(topic=topics(desk)[filters.topic], period=fmt.period(filters.period))
    file = TableFile("chi-tieu", title, frame, columns_of(heads), sources=(t.source,), notes=(t.legend,))
    return workbook_of(desk, file)


def newest_reported(desk: Desk, day: str) -> str:
    """The newest period that anything was reported for, on a day; empty when nothing was."""
    reporting, on = Reporting(desk), date.fromisoformat(day)
    near = [w for w in windows_of_years(reporting, range(on.year - 3, on.year + 2)) if w.start <= on]
    held = frozenset(str(period) for period in desk.facts(UNIT_REPORTS)["period_id"].unique())
    return next((w.period.id for w in sorted(near, key=lambda w: w.end, reverse=True) if w.period.id in held), "")

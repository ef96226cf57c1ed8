"""One report as the board opens it: its figures, texts and evidence, its versions, and what was done with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics.access import may
from cchc_metrics.access.rows import deed_of
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.obligations import Obligation
from cchc_metrics.model import ReportPart, ValueState
from cchc_metrics.model.rows import rows_of, text_of
from cchc_metrics.schema import ATTACHMENTS, DUE_DATE_CHANGES, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import Report, about, events_of, last_judgement, may_follow
from cchc_metrics.services.reporting.contained import contained
from cchc_metrics.services.reporting.debts import is_owed
from cchc_metrics.services.reporting.due_order import extension_warning
from cchc_metrics.services.reporting.duties import YES_NO, MetricInfo, Reporting, code_order
from cchc_metrics.services.reporting.figures import figures_of, with_computed
from cchc_metrics.services.reporting.status import ReportStanding
from cchc_metrics.views.kit.debts import lacking_words
from cchc_metrics.views.kit.shapes import Badge, Column, ColumnKind, Row, TableView
from cchc_metrics.views.reporting.asked import ReportFilters, standing_at
from cchc_metrics.views.reporting.board import late_badge, state_badge
from cchc_metrics.views.reporting.report_versions import versions

VALUE, TEXT, EVIDENCE, NIL = ReportPart.VALUE, ReportPart.TEXT, ReportPart.EVIDENCE, ReportPart.NIL


@dataclass(frozen=True, slots=True)
class Scan:
    """A file that was attached. seq: the entry that holds it."""

    name: str
    seq: int


@dataclass(frozen=True, slots=True)
class ReportView:
    """may: acts that may follow · cells: item codes that a comment can be put on · version: the newest upload,
    None before the first · decided: the extension or exemption in words, empty when there is none, with what it leaves
    the Office · held_by: why the unit may be exempt, where a longer report holds the figures; empty elsewhere.
    """

    title: str
    lead: str
    marks: tuple[Badge, ...]
    items: TableView | None
    words: TableView | None
    evidence: TableView | None
    nil: str
    history: TableView | None
    versions: Mapping[str, str]
    may: tuple[str, ...]
    cells: Mapping[str, str]
    version: int | None
    decided: str
    scans: tuple[Scan, ...]
    held_by: str


def page(desk: Desk, filters: ReportFilters) -> ReportView | None:
    """One report; None when that unit owes no such form in that period."""
    reporting, report = Reporting(desk), filters.report
    one = standing_at(desk, reporting, filters)
    if one is None:
        return None
    t, events = texts().board, events_of(desk, report)
    items = desk.facts(UNIT_REPORTS, report.where())
    held = versions(desk, report)
    metrics = reporting.owed_metrics(one.owed.unit_id, one.owed.window, one.owed.tasks)
    unit = reporting.units[one.owed.unit_id]
    return ReportView(
        title=t.report_title.format(unit=unit.name, period=fmt.period(filters.period_id)),
        lead=_lead(one),
        marks=tuple(mark for mark in (state_badge(one.progress.state), late_badge(one)) if mark is not None),
        items=_items(items, metrics, reporting) if len(items) else None,
        words=_words(items, reporting),
        evidence=_evidence(items, reporting),
        nil=_nil(items),
        history=_history(events),
        versions={str(version.seq): version.label for version in held},
        may=tuple(act for act in may_follow(last_judgement(events)) if may(desk.actor, deed_of(act), one.owed.unit_id)),
        cells={metric.code: f"{metric.code} {metric.name}" for metric in metrics} | _text_cells(one.owed),
        version=held[-1].seq if held else None,
        decided=_decided(desk, one.owed, report),
        scans=_scans(desk, report),
        held_by=_held_by(desk, reporting, one, date.fromisoformat(filters.day)),
    )


def _lead(one: ReportStanding) -> str:
    t, owed, stands = texts().board, one.owed, one.progress
    words = [
        t.lead_due.format(day=fmt.day(owed.due)) if owed.due else t.no_due if not owed.exempt else "",
        t.lead_sent.format(day=fmt.day(stands.sent_on)) if stands.sent_on else t.lead_not_sent,
        t.lead_tasks.format(tasks=", ".join(owed.tasks)),
        t.lead_empty.format(tasks=lacking_words(stands.lacking)) if stands.empty and stands.sent_on else "",
    ]
    return ". ".join(word for word in words if word) + "."


def _decided(desk: Desk, owed: Obligation, report: Report) -> str:
    t = texts().board
    if not owed.exempt and not owed.extended:
        return ""
    row = desk.facts(DUE_DATE_CHANGES, report.where()).iloc[0]
    reason = t.exempted if owed.exempt else t.extended_to
    words = t.decided_by.format(what=reason.format(day=fmt.day(owed.due), reason=owed.reason), by=row["allowed_by"])
    on = row["decided_on"]
    decided = f"{words}{t.decided_on.format(day=fmt.day(on)) if not pd.isna(on) else ''}."
    return " ".join(filter(None, (decided, extension_warning(desk, report.period_id, owed.due))))


def shown(metric: MetricInfo, value: Any) -> str:
    """A figure as people write it; yes or no in words."""
    if metric.own_measure == YES_NO:
        return texts().common.yes if value else texts().common.no
    return fmt.plain(float(value), 6)


def _held_by(desk: Desk, reporting: Reporting, one: ReportStanding, day: date) -> str:
    longer = contained(desk, reporting, (one,), day).get(one.key, "") if is_owed(one) else ""
    return texts().reporting.exempt_reason.format(period=fmt.period(longer)) if longer else ""


def _items(items: pd.DataFrame, metrics: Sequence[MetricInfo], reporting: Reporting) -> TableView:
    t = texts().board
    values: Mapping[str, Any] = next(iter(figures_of(items).values()), {})
    values = with_computed(values, reporting)
    stored = {row["code"]: row for row in items[items["part"] == VALUE].to_dict("records")}
    rows: list[Row] = []
    for task in dict.fromkeys(metric.task for metric in metrics):
        heading = t.task_row.format(task=task, name=reporting.tasks.get(task, ""))
        rows.append(Row(f"task-{task}", (heading,), aside=True))
        rows += [_item(metric, values, stored) for metric in metrics if metric.task == task]
    number = ColumnKind.NUMBER
    columns = (Column(t.code), Column(t.metric, wide=True), Column(t.value, number), Column(t.measure))
    return TableView(t.items_caption, (*columns, Column(t.note, wide=True)), tuple(rows))


def _item(metric: MetricInfo, values: Mapping[str, Any], stored: Mapping[str, Mapping[Any, Any]]) -> Row:
    t, row = texts().board, stored.get(metric.code)
    if metric.code in values:
        value = shown(metric, values[metric.code])
    elif row is not None and row["state"] == ValueState.EXEMPT:
        value = t.value_exempt
    else:
        value = t.value_missing if not metric.computed else t.value_not_computed
    note = str(row["note"]) if row is not None and isinstance(row["note"], str) else ""
    if metric.computed and metric.code in values:
        note = t.computed
    return Row(metric.code, (metric.code, metric.name, value, metric.measure, note))


def _text_cells(owed: Obligation) -> dict[str, str]:
    parts = texts().reporting.form_text_parts
    return {f"{task}.{part}": f"{task} {name}" for task in owed.tasks for part, name in parts.items()}


def _in_order(items: pd.DataFrame, part: str) -> list[dict[Any, Any]]:
    """The items of a part by task, those of one task as the form asks them."""
    parts = list(texts().reporting.form_text_parts)
    found = items[items["part"] == part].to_dict("records")

    def order(row: Mapping[Any, Any]) -> tuple[Any, ...]:
        task, _, name = str(row["code"]).partition(".")
        return (code_order(task), parts.index(name) if name in parts else len(parts), name)

    return sorted(found, key=order)


def _words(items: pd.DataFrame, reporting: Reporting) -> TableView | None:
    t, parts = texts().board, texts().reporting.form_text_parts
    rows = []
    for row in _in_order(items, TEXT):
        task, _, part = str(row["code"]).partition(".")
        cells = (task, parts.get(part, part), text_of(row["text"]))
        rows.append(Row(str(row["code"]), cells, notes={0: reporting.tasks.get(task, "")}))
    if not rows:
        return None
    return TableView(t.texts_caption, (Column(t.task), Column(t.part), Column(t.text, wide=True)), tuple(rows))


def _evidence(items: pd.DataFrame, reporting: Reporting) -> TableView | None:
    t, rows = texts().board, []
    for row in _in_order(items, EVIDENCE):
        task = str(row["code"]).split(".")[0]
        cells = (task, *(text_of(row[name]) for name in ("text", "link")))
        rows.append(Row(str(row["code"]), cells, notes={0: reporting.tasks.get(task, "")}))
    columns = (Column(t.task), Column(t.evidence, wide=True), Column(t.kept_at, wide=True))
    return TableView(t.evidence_caption, columns, tuple(rows)) if rows else None


def _nil(items: pd.DataFrame) -> str:
    tasks = [str(code) for code in items.loc[items["part"] == NIL, "code"]]
    return texts().board.nil_tasks.format(tasks=listed(tasks)) if tasks else ""


def _history(events: pd.DataFrame) -> TableView | None:
    t, acts = texts().board, texts().reporting.acts
    if events.empty:
        return None
    rows = []
    for row in rows_of(events):
        comment = t.on_cell.format(cell=row["cell"], text=row["text"] or "") if row["cell"] else row["text"] or ""
        version = t.version_of.format(seq=int(row["version_seq"])) if row["version_seq"] is not None else ""
        cells = (fmt.day(row["on_day"]), acts[row["act"]], row["by_name"] or "", comment, version)
        rows.append(Row(str(row["event_no"]), cells))
    columns = (Column(t.day), Column(t.act), Column(t.by), Column(t.comment, wide=True))
    return TableView(t.history_caption, (*columns, Column(t.version)), tuple(rows))


def _scans(desk: Desk, report: Report) -> tuple[Scan, ...]:
    held = desk.facts(ATTACHMENTS, {"about": [about(report)]}, provenance=True)
    return tuple(Scan(str(name), int(seq)) for name, seq in zip(held["file_name"], held["upload_seq"], strict=True))

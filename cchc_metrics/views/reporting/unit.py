"""What a unit sees of its own report: what it owes, by when, what became of it, and what a new file would change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics.access.people import is_for
from cchc_metrics.importing.reports.rows import FIELDS
from cchc_metrics.importing.reports.rows import PART as ROW
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.reporting.obligations import Obligation, State, obligations
from cchc_metrics.model import Key, ReportPart
from cchc_metrics.model.rows import text_of, whole_of
from cchc_metrics.schema import FORMS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import APPROVED, RETURNED, SUBMITTED, Report, may_be_sent, may_follow
from cchc_metrics.services.reporting.completeness import GIVEN
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.forms import file_name
from cchc_metrics.services.reporting.status import ReportStanding
from cchc_metrics.services.reporting.submitting import events_told, last_version, stands_at
from cchc_metrics.views.kit.debts import lacking_words
from cchc_metrics.views.kit.shapes import Badge, Column, ColumnKind, Row, TableView
from cchc_metrics.views.reporting.asked import ReportFilters, standing_at
from cchc_metrics.views.reporting.board import late_badge, state_badge

SLUG, UNIT, PERIOD = "nop-bao-cao", Key.UNIT, Key.REPORT_PERIOD


@dataclass(frozen=True, slots=True)
class Owing:
    """Who owes what in a period: unit -> name, in the office's order; unit -> form -> its name."""

    units: Mapping[str, str]
    forms: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class UnitView:
    """One report as its unit sees it.

    step: the next thing to do · comments: of the last return, None when nothing is to be corrected · versions: upload
    -> its words, the newest first · can_send, can_approve: what may follow · approves: which version would be
    approved.
    """

    title: str
    eyebrow: str
    finding: str
    step: str
    marks: tuple[Badge, ...]
    owed: TableView
    owed_lead: str
    file_name: str
    comments: TableView | None
    comments_lead: str
    history: TableView | None
    versions: Mapping[int, str]
    can_send: bool
    can_approve: bool
    approves: str
    head: str


def owing(desk: Desk, period_id: str) -> Owing:
    """The units that owe something in a period; none for a period without a window."""
    reporting = Reporting(desk)
    window = reporting.window(period_id) if period_id else None
    titles = {str(row["form_code"]): named(str(row["name"])) for row in desk.facts(FORMS).to_dict("records")}
    units: dict[str, str] = {}
    forms: dict[str, dict[str, str]] = {}
    for owed in obligations(window, reporting.duties) if window is not None else ():
        if not is_for(desk.actor, owed.unit_id, owed.form_code, period_id):
            continue
        units[owed.unit_id] = reporting.units[owed.unit_id].name
        forms.setdefault(owed.unit_id, {})[owed.form_code] = titles.get(owed.form_code, owed.form_code)
    return Owing(units, forms)


def page(desk: Desk, filters: ReportFilters) -> UnitView | None:
    """One report; None when that unit owes no such form in that period."""
    reporting = Reporting(desk)
    one = standing_at(desk, reporting, filters)
    if one is None:
        return None
    t, unit = texts().unit, reporting.units[filters.unit_id]
    events = events_told(desk, filters.report)
    numbers = version_numbers(events)
    asked = reporting.owed_metrics(one.owed.unit_id, one.owed.window, one.owed.tasks)
    typed = [metric for metric in asked if not metric.computed]
    version = last_version(events)
    stands = stands_at(events)
    return UnitView(
        title=t.title_of.format(unit=unit.name, period=fmt.period(filters.period_id)),
        eyebrow=_eyebrow(one.owed),
        finding=_finding(one, date.fromisoformat(filters.day)),
        step=t.next_step[one.progress.state.value],
        marks=tuple(mark for mark in (state_badge(one.progress.state), late_badge(one)) if mark is not None),
        owed=_owed(desk, reporting, one, {m.code: m.task for m in typed}),
        owed_lead=t.owed_lead.format(tasks=len(one.owed.tasks), metrics=len(typed)),
        file_name=file_name(one.owed),
        comments=_comments(events, reporting),
        comments_lead=_comments_lead(events),
        history=_history(events, numbers, reporting),
        versions={seq: _version(number, seq) for seq, number in sorted(numbers.items(), reverse=True)},
        can_send=may_be_sent(stands) and not one.owed.exempt,
        can_approve=APPROVED in may_follow(stands),
        approves=t.approve_lead.format(version=_version(numbers[version], version)) if version in numbers else "",
        head=unit.head_name,
    )


def _eyebrow(owed: Obligation) -> str:
    t, window = texts().unit, owed.window
    words = [t.eyebrow.format(start=fmt.day(window.start), end=fmt.day(window.end))]
    if owed.extended and owed.due:
        words.append(t.extended_to.format(due=fmt.day(owed.due), reason=owed.reason))
    elif not owed.exempt:
        words.append(t.eyebrow_due.format(due=fmt.day(owed.due) if owed.due else t.no_due))
    return " · ".join(words)


def _finding(one: ReportStanding, day: date) -> str:
    t, owed, stands = texts().unit, one.owed, one.progress
    if stands.state is State.EXEMPT:
        return t.finding_exempt.format(reason=owed.reason)
    if stands.sent_on is None:
        return f"{t.finding_not_sent}, {_left(owed, day)}."
    state = texts().reporting.states[stands.state.value]
    late = ""
    if stands.days_late is not None:
        late = ", " + (t.sent_late.format(days=stands.days_late) if stands.days_late else t.sent_in_time)
    words = t.finding_sent.format(state=state, day=fmt.day(stands.sent_on), late=late)
    missing = t.incomplete.format(tasks=lacking_words(stands.lacking)) if stands.empty else ""
    return f"{words}. {missing}".strip()


def _left(owed: Obligation, day: date) -> str:
    t = texts().unit
    if owed.due is None:
        return t.no_due
    left = (owed.due - day).days
    if left < 0:
        return t.days_late.format(days=-left)
    return t.days_left.format(days=left) if left else t.due_today


def _owed(desk: Desk, reporting: Reporting, one: ReportStanding, task_of: Mapping[str, str]) -> TableView:
    """Task by task: how many of its metrics have a figure, and whether anything was said."""
    t, owed = texts().unit, one.owed
    report = Report(owed.unit_id, owed.form_code, owed.window.period.id)
    items = desk.facts(UNIT_REPORTS, report.where())
    valued = items[(items["part"] == ReportPart.VALUE) & items["state"].isin(GIVEN)]
    given = {str(code) for code in valued["code"]}
    said_of = {str(code).partition(".")[0] for code in items.loc[items["part"] != ReportPart.NIL, "code"]}
    nil = {str(code) for code in items.loc[items["part"] == ReportPart.NIL, "code"]}
    names = {row["task_no"]: named(row["short_name"]) for row in reporting.task_rows}
    rows = []
    for task in owed.tasks:
        codes = [code for code, of in task_of.items() if of == task]
        short = any(code not in given for code in codes)
        state = "nil" if task in nil else "empty" if task not in said_of else "short" if short else "filled"
        count = t.count_of.format(given=sum(code in given for code in codes), asked=len(codes))
        cells = (f"{task}. {names[task]}", count if codes else fmt.MISSING, t.task_states[state])
        rows.append(Row(task, cells, notes={0: reporting.tasks[task]}))
    columns = (Column(t.column_task, wraps=True), Column(t.column_metrics, ColumnKind.NUMBER))
    return TableView(t.owed_caption, (*columns, Column(t.column_state)), tuple(rows), main=2)


def version_numbers(events: Sequence[Mapping[Any, Any]]) -> dict[int, int]:
    """Upload -> which version it is, counted from 1."""
    sent = [int(row["version_seq"]) for row in events if row["act"] == SUBMITTED and not pd.isna(row["version_seq"])]
    return {seq: number for number, seq in enumerate(dict.fromkeys(sent), start=1)}


def _version(number: int, seq: int | None) -> str:
    return texts().unit.version_words.format(number=number, seq=seq)


def _comments(events: Sequence[Mapping[Any, Any]], reporting: Reporting) -> TableView | None:
    """What the last return asks to correct; nothing once a newer version was sent."""
    t, returned = texts().unit, _last_return(events)
    if not returned:
        return None
    rows = tuple(
        Row(str(number), (_place(row["cell"], reporting), text_of(row["text"]))) for number, row in enumerate(returned)
    )
    columns = (Column(t.column_place, wraps=True), Column(t.column_comment, wide=True))
    return TableView(t.comments_caption, columns, rows)


def _last_return(events: Sequence[Mapping[Any, Any]]) -> list[Mapping[Any, Any]]:
    sent = [place for place, row in enumerate(events) if row["act"] == SUBMITTED]
    after = list(events[sent[-1] + 1 :]) if sent else []
    return [row for row in after if row["act"] == RETURNED] if stands_at(events) == RETURNED else []


def _comments_lead(events: Sequence[Mapping[Any, Any]]) -> str:
    returned = _last_return(events)
    if not returned:
        return ""
    last = returned[-1]
    return texts().unit.comments_lead.format(by=text_of(last["by_name"]), day=fmt.day(last["on_day"]))


def _place(cell: object, reporting: Reporting) -> str:
    """A code as people know it: the metric's name, or the part of a task's narrative."""
    t = texts().unit
    if not isinstance(cell, str) or not cell:
        return t.whole_report
    return item_name(ReportPart.VALUE if cell in reporting.metrics else ReportPart.TEXT, cell, reporting)


def item_name(part: str, code: str, reporting: Reporting) -> str:
    """One item of a report in words."""
    t, task, _, rest = texts().unit, *code.partition(".")
    metric = reporting.metrics.get(code)
    name = metric.name if metric else texts().reporting.form_text_parts.get(rest, rest)
    if part == ROW:
        number, _, field_of = rest.partition(".")
        name = f"{number.removeprefix('DS')}, {texts().lists.sheet_headers[FIELDS.index(field_of)].lower()}"
    return t.item_parts[part].format(code=code, task=task, name=name)


def _history(events: Sequence[Mapping[Any, Any]], numbers: Mapping[int, int], reporting: Reporting) -> TableView | None:
    t, acts = texts().unit, texts().reporting.acts
    if not events:
        return None
    rows = []
    for number, row in enumerate(events):
        seq = whole_of(row["version_seq"])
        cell, words = row.get("cell"), text_of(row.get("text"))
        place = _place(cell, reporting) if text_of(cell) else ""
        rows.append(
            Row(
                str(number),
                (
                    fmt.day(row["on_day"]),
                    acts[row["act"]] if "event_no" in row else t.unrecorded,
                    text_of(row.get("by_name")),
                    _version(numbers[seq], seq) if seq is not None and seq in numbers else "",
                    ": ".join(part for part in (place, words) if part),
                ),
            )
        )
    columns = (Column(t.column_day), Column(t.column_act), Column(t.column_by, wraps=True))
    more = (Column(t.column_version, wraps=True), Column(t.column_remark, wide=True))
    return TableView(t.history_caption, (*columns, *more), tuple(reversed(rows)))

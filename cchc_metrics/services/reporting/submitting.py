"""A unit sends its report and its head approves it: the file into the journal, then the act that says so.

Two entries are written. Should the process die between them, the report counts as sent all the same
(``status.told_events``), and whoever sends or approves next completes the record.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics import workbooks
from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.importing.reports.identity import identity_of
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import official, recorded, texts
from cchc_metrics.model import Entry, ImportPlan
from cchc_metrics.schema import UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import (
    APPROVED,
    JUDGEMENTS,
    RETURNED,
    SUBMITTED,
    Act,
    Report,
    may_be_sent,
    record,
)
from cchc_metrics.services.reporting.board_acts import attach
from cchc_metrics.services.reporting.receiving import report_in
from cchc_metrics.services.reporting.status import told_events
from cchc_metrics.services.storing import storing


@dataclass(frozen=True, slots=True)
class Submission:
    """A report that was sent. version: the upload that holds it · stored: whether this call stored the file, or only
    said that a file stored before was sent.
    """

    report: Report
    version: int
    stored: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """A signed page as a file."""

    file_name: str
    data: bytes


def report_of(desk: Desk, plan: ImportPlan) -> Report:
    """Which report a plan is. Raises CchcError when it is none, or a table of several."""
    t = texts().unit
    if plan.kind != UNIT_REPORTS.name:
        raise CchcError(t.not_a_report)
    if len(plan.changes):
        first = plan.changes.iloc[0]
        if len(plan.changes[["unit_id", "form_code", "period_id"]].drop_duplicates()) > 1:
            raise CchcError(t.not_a_report)
        return Report(str(first["unit_id"]), str(first["form_code"]), str(first["period_id"]))
    identity = identity_of(workbooks.read(plan.file_name, plan.original, desk.office.settings.reader))
    if identity is None:
        raise CchcError(t.not_a_report)
    return Report(identity.unit_id, identity.form_code, identity.period_id)


def report_of_plan(desk: Desk, plan: ImportPlan) -> dict[str, str]:
    """Whose report a file is, in codes and words, also of one that was refused; empty when nobody can tell."""
    if not plan.original:
        return {}
    return report_in(desk, workbooks.read(plan.file_name, plan.original, desk.office.settings.reader))


def events_told(desk: Desk, report: Report) -> list[dict[Any, Any]]:
    """Everything that was done with a report, in order; a sending that nobody recorded is among it."""
    where = report.where()
    items = desk.facts(UNIT_REPORTS, where, provenance=True)
    key = (report.unit_id, report.form_code, report.period_id)
    return told_events(desk, items, where).get(key, [])


def submit(desk: Desk, plan: ImportPlan, by: str, day: date, note: str) -> Submission:
    """Store a report and say that it was sent. plan: of ``intake.plan``, without errors.

    Nothing is stored when the sender has no name or the report was accepted already. A file that changes nothing is
    sent only when its sending was never recorded, or after it was returned. Raises CchcError, ConflictError,
    NotAllowedError.
    """
    require(desk.actor, Deed.SEND)
    t, sender, words = texts().unit, by.strip(), note.strip()
    if not sender:
        raise CchcError(t.by_missing)
    report = report_of(desk, plan)
    events = events_told(desk, report)
    if not may_be_sent(stands_at(events)):
        raise CchcError(t.accepted_stays)
    if plan.changes.empty and not plan.rejected:
        version = _version_again(events)
        record(desk, report, Act(SUBMITTED, day, sender, version, text=words))
        return Submission(report, version, stored=False)
    usual = recorded(lambda: texts().unit.default_note.format(unit=report.unit_id, period=fmt.period(report.period_id)))
    warned = storing.needs_reason(plan)
    entry = storing.commit(desk.office, desk.actor, plan, words or ("" if warned else usual)).entry
    if entry is None:
        raise CchcError(t.nothing_new)
    record(desk, report, Act(SUBMITTED, day, sender, entry.seq, text=words))
    return Submission(report, entry.seq, stored=True)


def approve(desk: Desk, report: Report, by: str, day: date, *, today: date, scan: Scan | None = None) -> Entry | None:
    """The head of the unit approves what was sent last; a signed page is kept with it.

    Raises CchcError when nothing was sent, when there is no name, or for a day to come, UnreadableFileError for a
    scan that is no PDF or too large.
    """
    require(desk.actor, Deed.APPROVE, report.unit_id)
    t, head = texts().unit, by.strip()
    if not head:
        raise CchcError(t.by_missing)
    if day > today:
        raise CchcError(t.future_day)
    events = events_told(desk, report)
    if not events:
        raise CchcError(texts().reporting.not_sent_yet)
    digest = ""
    if scan is not None:
        attach(desk, report, scan.file_name, scan.data)
        digest = hashlib.sha256(scan.data).hexdigest()
    version = last_version(events)
    unsaid = [
        Act(SUBMITTED, row["on_day"], "", version, text=official().unit.unrecorded) for row in events if _is_unsaid(row)
    ]
    return record(desk, report, *unsaid, Act(APPROVED, day, head, version, attachment=digest))


def last_version(events: list[dict[Any, Any]]) -> int | None:
    """The upload that was sent last; None when nothing was, or when nobody noted which."""
    sent = [row["version_seq"] for row in events if row["act"] == SUBMITTED and not pd.isna(row["version_seq"])]
    return int(sent[-1]) if sent else None


def stands_at(events: Sequence[Mapping[Any, Any]]) -> str:
    """The act that decides where a report stands; empty before it was sent."""
    judged = [str(row["act"]) for row in events if row["act"] in JUDGEMENTS]
    return judged[-1] if judged else ""


def _version_again(events: list[dict[Any, Any]]) -> int:
    """The version that a file without changes stands for. Raises CchcError when there is no reason to send it."""
    t, version = texts().unit, last_version(events)
    if version is None:
        raise CchcError(t.empty_report)
    if _is_unsaid(events[-1]) or stands_at(events) == RETURNED:
        return version
    raise CchcError(t.nothing_new)


def _is_unsaid(row: dict[Any, Any]) -> bool:
    return "event_no" not in row

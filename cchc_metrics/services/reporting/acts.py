"""What people do with a report: send, approve, accept, return, allow more time; each a fact with day and name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.access.rows import require_writing
from cchc_metrics.errors import CchcError
from cchc_metrics.importing import empty_facts
from cchc_metrics.labels import official, texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import DUE_DATE_CHANGES, REPORT_EVENTS, UNIT_REPORTS, Kind
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.storing import storing

SUBMITTED, APPROVED, ACCEPTED, RETURNED = "submitted", "approved", "accepted", "returned"
REOPENED, CHASED, FROZEN, REMARKED = "reopened", "chased", "frozen", "remarked"
# What may follow: a report is sent before it is judged, and judged before it is sent again.
_AFTER = {
    SUBMITTED: frozenset({APPROVED, ACCEPTED, RETURNED, SUBMITTED}),
    APPROVED: frozenset({ACCEPTED, RETURNED, SUBMITTED}),
    RETURNED: frozenset({SUBMITTED}),
    ACCEPTED: frozenset({REOPENED, RETURNED}),
    REOPENED: frozenset({SUBMITTED, ACCEPTED, RETURNED}),
}
JUDGEMENTS = frozenset(_AFTER)


@dataclass(frozen=True, slots=True)
class Report:
    """Which report: unit, form, period."""

    unit_id: str
    form_code: str
    period_id: str

    def where(self) -> dict[str, list[object]]:
        """The filter that finds its facts."""
        return {"unit_id": [self.unit_id], "form_code": [self.form_code], "period_id": [self.period_id]}


@dataclass(frozen=True, slots=True)
class Act:
    """What was done. version: the upload that it is about · cell, text: a comment and where it belongs."""

    act: str
    day: date
    by: str
    version: int | None = None
    cell: str = ""
    text: str = ""
    document: str = ""
    attachment: str = ""


def events_of(desk: Desk, report: Report) -> pd.DataFrame:
    """Everything that was done with a report, in order: facts of the kind «report-events»."""
    require(desk.actor, Deed.READ_REPORTS)
    return desk.facts(REPORT_EVENTS, report.where())


def last_judgement(events: pd.DataFrame) -> str:
    """The act that decides where the report stands; empty before it was sent."""
    acts = [act for act in events["act"] if act in JUDGEMENTS]
    return acts[-1] if acts else ""


def may_follow(stands: str) -> tuple[str, ...]:
    """The judgements that may follow the last one, in the order in which they usually come; none before sending."""
    usual = (APPROVED, ACCEPTED, RETURNED, REOPENED)
    return tuple(act for act in usual if act in _AFTER.get(stands, ()))


def may_be_sent(stands: str) -> bool:
    """Whether a version may be sent after this judgement: always, but for a report that was accepted."""
    return not stands or SUBMITTED in _AFTER[stands]


def record(desk: Desk, report: Report, *acts: Act) -> Entry | None:
    """Store acts, in order, in one entry. Raises CchcError when one may not follow what stands, NotAllowedError."""
    told = [{"unit_id": report.unit_id, "act": act.act} for act in acts]
    require_writing(desk.actor, REPORT_EVENTS, told)
    events = events_of(desk, report)
    stands = last_judgement(events)
    done = ""
    for act in acts:
        # One judgement with comments on several cells is one judgement.
        if act.act in JUDGEMENTS and act.act != done:
            _require_order(stands, act.act)
            stands = done = act.act
        if act.act == REMARKED and not act.text.strip():
            raise CchcError(texts().entering.remark_empty)
        if act.act == RETURNED and not act.text.strip():
            raise CchcError(texts().reporting.return_needs_reason)
    first = int(events["event_no"].max()) + 1 if len(events) else 1
    rows = [
        {
            "unit_id": report.unit_id,
            "form_code": report.form_code,
            "period_id": report.period_id,
            "event_no": number,
            "act": act.act,
            "on_day": act.day,
            "by_name": act.by or None,
            "version_seq": act.version,
            "cell": act.cell or None,
            "text": act.text or None,
            "document": act.document or None,
            "attachment": act.attachment or None,
        }
        for number, act in enumerate(acts, first)
    ]
    kept = official().reporting
    note = kept.act_note.format(act=kept.acts[acts[0].act], unit=report.unit_id, period=report.period_id)
    return storing.edit(desk.office, desk.actor, REPORT_EVENTS, typed(REPORT_EVENTS, rows), note)


def _require_order(stands: str, act: str) -> None:
    t = texts().reporting
    if not stands and act != SUBMITTED:
        raise CchcError(t.not_sent_yet)
    if stands and act not in _AFTER[stands]:
        raise CchcError(t.act_out_of_order.format(act=t.acts[act], stands=t.acts[stands]))


def allow(
    desk: Desk, report: Report, *, new_due: date | None, reason: str, allowed_by: str, decided_on: date | None
) -> Entry | None:
    """Extend a due date, or without one exempt the unit from this report; with the reason and who allowed it."""
    require(desk.actor, Deed.JUDGE, report.unit_id)
    t = texts().reporting
    if not reason.strip() or not allowed_by.strip():
        raise CchcError(t.decision_needs_reason)
    row = {
        "unit_id": report.unit_id,
        "form_code": report.form_code,
        "period_id": report.period_id,
        "change": "extension" if new_due else "exemption",
        "new_due": new_due,
        "reason": reason.strip(),
        "allowed_by": allowed_by.strip(),
        "decided_on": decided_on,
        "note": None,
    }
    note = official().reporting.decision_note.format(
        unit=report.unit_id, period=report.period_id, reason=reason.strip()
    )
    return storing.edit(desk.office, desk.actor, DUE_DATE_CHANGES, typed(DUE_DATE_CHANGES, [row]), note)


def typed(kind: Kind, rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """Facts typed on a screen in the columns and types of their kind."""
    empty = empty_facts(kind)
    columns = [*kind.grain_names, *kind.value_names]
    return pd.DataFrame(rows, columns=columns).astype(empty[columns].dtypes.to_dict())


def about(report: Report) -> str:
    """What an attached file is said to belong to."""
    return f"{UNIT_REPORTS.name}:{report.unit_id}:{report.form_code}:{report.period_id}"

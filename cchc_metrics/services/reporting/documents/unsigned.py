"""Consolidated reports that wait to be signed: all is accepted, or the day of the Office's own report has come."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from cchc_metrics.access import Deed, may
from cchc_metrics.metrics.reporting.calendar import OFFICE, last_ended
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.schema import REPORT_EVENTS, SIGNED_REPORTS
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.reporting.debts import followed
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.status import ReportStanding, board, due_dates


@dataclass(frozen=True, slots=True)
class Unsigned:
    """One report. accepted, owed: units · due: the Office's own date, None where it is not set · seq: the entry of the
    last act on it."""

    form: str
    period: str
    accepted: int
    owed: int
    due: date | None
    seq: int


@once
def waiting_to_sign(desk: Desk, day: date) -> tuple[Unsigned, ...]:
    """The oldest first; none for whoever signs nothing.

    A report waits once every unit's is accepted; the period collected now also from the Office's due date on, once
    something came in.
    """
    if not (may(desk.actor, Deed.FREEZE) and may(desk.actor, Deed.READ_REPORTS)):
        return ()
    reporting = Reporting(desk)
    windows = followed(desk, reporting, day)
    now = {window.period.id for window in last_ended(day, reporting.windows)}
    due = {window.period.id: due_dates(reporting, window)[OFFICE] for window in windows}
    events = desk.facts(REPORT_EVENTS, provenance=True)
    last = events.groupby(["form_code", "period_id"])["seq_from"].max().to_dict()
    held = desk.facts(SIGNED_REPORTS)
    signed = set(zip(held["form_code"], held["period_id"], strict=True))
    found = []
    for (form, period), standings in _by_report(board(desk, day, windows).standings).items():
        accepted = sum(one.progress.state is State.ACCEPTED for one in standings)
        came = any(one.progress.sent_on is not None for one in standings)
        by = due[period]
        is_due = period in now and by is not None and by <= day
        if (form, period) not in signed and (accepted == len(standings) or (came and is_due)):
            found.append(Unsigned(form, period, accepted, len(standings), by, int(last.get((form, period), 0))))
    return tuple(found)


def _by_report(standings: tuple[ReportStanding, ...]) -> dict[tuple[str, str], list[ReportStanding]]:
    """(form, period) -> what its units owe, exempt ones left out."""
    found: dict[tuple[str, str], list[ReportStanding]] = defaultdict(list)
    for one in standings:
        if one.progress.state is not State.EXEMPT:
            found[one.owed.form_code, one.owed.window.period.id].append(one)
    return found

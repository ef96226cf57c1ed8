"""Taking many reports at once: those that are whole and have nothing to be looked at again."""

from collections.abc import Sequence
from datetime import date

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import recorded, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.expressions import Check
from cchc_metrics.metrics.reporting.obligations import Row, State
from cchc_metrics.model import Entry
from cchc_metrics.schema import REPORT_EVENTS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import ACCEPTED, typed
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.figures import held_in
from cchc_metrics.services.reporting.held_against import checks_of
from cchc_metrics.services.reporting.joint import disagreements
from cchc_metrics.services.reporting.known import Known
from cchc_metrics.services.reporting.letters import named_window
from cchc_metrics.services.reporting.status import ReportStanding, board
from cchc_metrics.services.storing import storing

_WAITING = frozenset({State.SENT, State.APPROVED, State.NIL})


def sound(desk: Desk, period_id: str, day: date) -> tuple[ReportStanding, ...]:
    """Reports of a period that wait to be taken on a day, are whole, and hold nothing that a check points out.

    A reason that a unit wrote does not make a report sound: whoever takes it reads it.
    """
    require(desk.actor, Deed.READ_REPORTS)
    reporting = Reporting(desk)
    window = named_window(reporting, period_id)
    waiting = [
        one
        for one in board(desk, day, (window,)).standings
        if one.progress.state in _WAITING and not one.progress.empty
    ]
    checks = checks_of(desk, reporting, window.period.year)
    return tuple(one for one in waiting if not _doubtful(desk, reporting, one, checks))


def _doubtful(desk: Desk, reporting: Reporting, one: ReportStanding, checks: Sequence[tuple[Check, Row]]) -> bool:
    owed = one.owed
    period = owed.window.period.id
    numbers = held_in(desk, owed.form_code, [period]).figures(owed.unit_id, period, reporting)
    if any(check.of(numbers).holds is False for check, _ in checks):
        return True
    known = Known(desk, reporting, owed)
    for code, value in numbers.items():
        metric = reporting.metrics.get(code)
        if metric is None:
            continue
        least = known.at_least(code) if metric.rule.over_periods == "sum" else None
        if least is not None and value < least[0]:
            return True
        if any(opening.value != value for opening in known.openings(metric)):
            return True
    return bool(disagreements(reporting, owed, known, numbers))


def accept_sound(desk: Desk, period_id: str, reports: Sequence[tuple[str, str]], by: str, day: date) -> Entry | None:
    """Take these reports of a period, by unit and form, in one entry; each has its own event.

    Raises CchcError without a name, or when one of them is not sound (any more); NotAllowedError.
    """
    require(desk.actor, Deed.JUDGE)
    t = texts().entering
    if not by.strip():
        raise CchcError(texts().board.who_missing.format(act=texts().reporting.acts[ACCEPTED]))
    ready = {(one.owed.unit_id, one.owed.form_code) for one in sound(desk, period_id, day)}
    lost = dict.fromkeys(unit for unit, form in reports if (unit, form) not in ready)
    if lost:
        names = Reporting(desk).units
        raise CchcError(t.many_changed.format(units=listed([names[u].name if u in names else u for u in lost])))
    events = desk.facts(REPORT_EVENTS, {"period_id": [period_id]})
    numbers = events.groupby(["unit_id", "form_code"])["event_no"].max().to_dict() if len(events) else {}
    items = desk.facts(UNIT_REPORTS, {"period_id": [period_id]}, provenance=True)
    versions = items.groupby(["unit_id", "form_code"])["upload_seq"].max().to_dict()
    rows = []
    for key in reports:
        version = versions.get(key)
        row = {"unit_id": key[0], "form_code": key[1], "period_id": period_id, "act": ACCEPTED, "on_day": day}
        row |= {"event_no": int(numbers.get(key, 0)) + 1, "by_name": by.strip()}
        rows.append({**row, "version_seq": None if version is None else int(version)})
    note = recorded(lambda: texts().entering.many_note.format(count=len(rows), period=fmt.period(period_id)))
    return storing.edit(desk.office, desk.actor, REPORT_EVENTS, typed(REPORT_EVENTS, rows), note) if rows else None

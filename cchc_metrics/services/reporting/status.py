"""Where every report stands on a day: the board, and the answer of ``status``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.access.people import is_for
from cchc_metrics.importing import empty_facts
from cchc_metrics.metrics.reporting.calendar import (
    LINKS,
    OFFICE,
    PROVINCE,
    Window,
    due_date,
    last_ended,
    open_on,
    windows_of,
)
from cchc_metrics.metrics.reporting.obligations import Obligation, Progress, obligations, progress, unowned
from cchc_metrics.model import Action
from cchc_metrics.schema import REPORT_EVENTS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import JUDGEMENTS, SUBMITTED, may_be_sent
from cchc_metrics.services.reporting.completeness import Contents, Key, key_of
from cchc_metrics.services.reporting.duties import Reporting


@dataclass(frozen=True, slots=True)
class ReportStanding:
    """One report: what is owed and where it stands."""

    owed: Obligation
    progress: Progress

    @property
    def key(self) -> Key:
        """unit, form, period."""
        return key_of(self.owed)


@dataclass(frozen=True, slots=True)
class Board:
    """Every report of some windows on a day. unowned: tasks of these windows' forms that no unit is declared for."""

    day: date
    windows: tuple[Window, ...]
    standings: tuple[ReportStanding, ...]
    unowned: tuple[str, ...]


def windows_at(reporting: Reporting, day: date) -> tuple[Window, ...]:
    """The windows that matter on a day: those whose reports are collected, then those that are running."""
    return (*last_ended(day, reporting.windows), *open_on(day, reporting.windows))


def board(desk: Desk, day: date, windows: Sequence[Window] | None = None) -> Board:
    """The board of some windows on a day; by default of those that matter then."""
    require(desk.actor, Deed.READ_REPORTS)
    reporting = Reporting(desk)
    chosen = tuple(windows) if windows is not None else windows_at(reporting, day)
    every = (one for window in chosen for one in obligations(window, reporting.duties))
    # Of others nothing was read; without this they would look as if they had sent nothing.
    owed = [one for one in every if is_for(desk.actor, *key_of(one))]
    periods = sorted({window.period.id for window in chosen})
    events, contents = _came_in(desk, reporting, periods)
    standings = tuple(ReportStanding(one, _stands(one, events.get(key_of(one), ()), contents, day)) for one in owed)
    tasks = [task for task, row in zip(reporting.tasks, reporting.task_rows, strict=True) if not row["computed"]]
    years = {window.period.year for window in chosen} or {day.year}
    missing = {task for year in years for task in unowned(reporting.duties.owners, reporting.unit_frame, tasks, year)}
    return Board(day, chosen, standings, tuple(task for task in tasks if task in missing))


def windows_of_years(reporting: Reporting, years: Sequence[int]) -> tuple[Window, ...]:
    """Every reporting window of some years, in order."""
    return tuple(window for year in years for window in windows_of(year, reporting.windows))


def due_dates(reporting: Reporting, window: Window) -> dict[str, date | None]:
    """The chain of due dates of a window: link -> date, None where the office has not set it."""
    duties = reporting.duties
    return {link: due_date(window, link, duties.due_days, duties.workdays, duties.shift) for link in LINKS}


def out_of_order(
    reporting: Reporting, window: Window, standings: Sequence[ReportStanding]
) -> tuple[tuple[date, date], ...]:
    """Due dates that fall after the one they feed: (the earlier link's, the later link's), each pair once.

    The unit's own date after the Office's, by the chain or by an extension; the Office's after the province's.
    """
    chain = due_dates(reporting, window)
    pairs = [(chain[before], chain[after]) for before, after in pairwise(LINKS)]
    pairs += [(one.owed.due, chain[OFFICE]) for one in standings if one.owed.extended]
    return tuple(dict.fromkeys((due, then) for due, then in pairs if due and then and due > then))


def answer(desk: Desk, day: date) -> dict[str, Any]:
    """What ``status --on`` prints: periods with their due dates, and every obligation with state and lateness.

    The due date of a period is that of the chain's last link; that of an obligation is the unit's own.
    """
    reporting = Reporting(desk)
    found = board(desk, day)
    periods = []
    for window in found.windows:
        chain = due_dates(reporting, window)
        told = {"period": window.period.id, "start": window.start, "end": window.end, "due_date": chain[PROVINCE]}
        periods.append({**told, "due_dates": chain, "cumulative": window.cumulative, "open": window.contains(day)})
    return {
        "on": day,
        "periods": periods,
        "obligations": [_row(standing, reporting) for standing in found.standings],
        "tasks_without_unit": list(found.unowned),
    }


def _row(standing: ReportStanding, reporting: Reporting) -> dict[str, Any]:
    owed, stands = standing.owed, standing.progress
    return {
        "unit": owed.unit_id,
        "name": reporting.units[owed.unit_id].name,
        "form": owed.form_code,
        "period": owed.window.period.id,
        "due_date": owed.due,
        "state": stands.state.value,
        "days_late": stands.days_late,
        "sent_on": stands.sent_on,
        "extended": owed.extended,
        "empty_tasks": list(stands.empty),
        "missing_figures": [code for codes in stands.lacking.values() for code in codes],
        "unit_confirmed": not reporting.units[owed.unit_id].proposed,
    }


def _stands(owed: Obligation, events: Sequence[Mapping[Any, Any]], contents: Contents, day: date) -> Progress:
    lacking, nil = contents.lacking(owed), contents.nil(owed)
    return progress(owed, events, [task for task in owed.tasks if task not in lacking], nil, day, lacking=lacking)


def _came_in(desk: Desk, reporting: Reporting, periods: list[str]) -> tuple[dict[Key, list[dict[Any, Any]]], Contents]:
    """Per report its events in order; what stands in them."""
    if not periods:
        return {}, Contents(empty_facts(UNIT_REPORTS), reporting)
    items = desk.facts(UNIT_REPORTS, {"period_id": periods}, provenance=True)
    return told_events(desk, items, {"period_id": periods}), Contents(items, reporting)


def told_events(
    desk: Desk, items: pd.DataFrame, where: Mapping[str, Sequence[object]]
) -> dict[Key, list[dict[Any, Any]]]:
    """Per report its events in order: facts of the kind «report-events», and one more where a version's items are
    stored and its «submitted» is not, because the process died in between. That one has no ``event_no``; its day is
    that on which the items were recorded.

    items: facts of the kind «unit-report» with provenance. A report that was accepted stays so: what is stored after
    it is a correction, which nobody sends.
    """
    events: dict[Key, list[dict[Any, Any]]] = {}
    for row in desk.facts(REPORT_EVENTS, where).to_dict("records"):
        events.setdefault((row["unit_id"], row["form_code"], row["period_id"]), []).append(row)
    _add_unsaid(desk, items, events)
    return events


def _add_unsaid(desk: Desk, items: pd.DataFrame, events: dict[Key, list[dict[Any, Any]]]) -> None:
    zone = ZoneInfo(desk.office.settings.timezone)
    newest = items.groupby(["unit_id", "form_code", "period_id"])["seq_from"].max()
    for key, seq in zip(newest.index.tolist(), newest.tolist(), strict=True):
        told = events.setdefault(key, [])
        judged = [row["act"] for row in told if row["act"] in JUDGEMENTS]
        known = [row["version_seq"] for row in told if row["act"] == SUBMITTED and not pd.isna(row["version_seq"])]
        entry = desk.office.store.entry(int(seq))
        # Of a report that was sent before, only another file is another version, not a correction on the screen.
        is_version = entry.action is Action.IMPORT if known else not judged and entry.action is not Action.UNDO
        if is_version and seq > max(known, default=0) and may_be_sent(judged[-1] if judged else ""):
            day = entry.recorded_at.astimezone(zone).date()
            told.append({"act": SUBMITTED, "on_day": day, "version_seq": int(seq)})

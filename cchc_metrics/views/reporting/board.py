"""The board: every report of one period on a day, in words and marks; and what the office has not declared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.reporting.calendar import Window
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.model import Key
from cchc_metrics.schema import FORMS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import today
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.status import ReportStanding, board, due_dates, out_of_order, windows_of_years
from cchc_metrics.views.kit.debts import lacking_words
from cchc_metrics.views.kit.phrases import sentence
from cchc_metrics.views.kit.shapes import Badge, BadgeKind, CardLink

SLUG, DAY, PERIOD, UNIT_KEY = "tien-do", Key.DAY, Key.REPORT_PERIOD, Key.UNIT
# Reports of a window go on being collected for about a month after its last day.
_COLLECTED = timedelta(days=31)

MARKS: Mapping[State, BadgeKind] = {
    State.EXEMPT: BadgeKind.NOTE,
    State.NOT_SENT: BadgeKind.UNKNOWN,
    State.INCOMPLETE: BadgeKind.WARNING,
    State.NIL: BadgeKind.NOTE,
    State.SENT: BadgeKind.SENT,
    State.APPROVED: BadgeKind.APPROVED,
    State.RETURNED: BadgeKind.SLOW,
    State.ACCEPTED: BadgeKind.MET,
}


@dataclass(frozen=True, slots=True)
class BoardFilters:
    """day: ISO date · period: id of a report period."""

    day: str
    period: str

    @property
    def on(self) -> date:
        """The day."""
        return date.fromisoformat(self.day)


@dataclass(frozen=True, slots=True)
class Periods:
    """The report periods that a board can be asked for, newest first, and the one that is collected on the day."""

    labels: Mapping[str, str]
    usual: str


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One report on the board. left: days to the due date or past it · missing: tasks that say nothing yet."""

    key: str
    unit: str
    form: str
    state: Badge
    late: Badge | None
    due: str
    left: str
    sent: str
    missing: str
    remark: str
    link: CardLink


@dataclass(frozen=True, slots=True)
class BoardView:
    """unset: what the office has not declared, a sentence each · units, forms: what a report can be chosen by."""

    title: str
    finding: str
    eyebrow: str
    lines: tuple[BoardLine, ...]
    unset: tuple[str, ...]
    several_forms: bool
    reports: Mapping[str, str]


def moment(desk: Desk, _filters: None = None) -> date:
    """The day that the board shows unless another is asked for."""
    return today(desk)


def periods(desk: Desk, day: str) -> Periods:
    """The report periods around a day."""
    on = date.fromisoformat(day)
    found = windows_of_years(Reporting(desk), range(on.year - 3, on.year + 2))
    begun = [window for window in found if window.start <= on]
    labels = {window.period.id: fmt.period(window.period.id) for window in reversed(begun)}
    collected = [window for window in begun if window.end >= on - _COLLECTED]
    usual = collected[0].period.id if collected else next(iter(labels), "")
    return Periods(labels, usual)


def page(desk: Desk, filters: BoardFilters) -> BoardView:
    """The board of one period on a day. Raises UnknownNameError through a period that does not exist."""
    t, day = texts().board, date.fromisoformat(filters.day)
    reporting = Reporting(desk)
    window = reporting.window(filters.period)
    windows = (window,) if window is not None else ()
    found = board(desk, day, windows)
    titles = {str(row["form_code"]): named(str(row["name"])) for row in desk.facts(FORMS).to_dict("records")}
    # Where every unit is a proposal one sentence says so, and no line repeats it.
    told = {one.owed.unit_id for one in found.standings}
    mixed = any(not reporting.units[unit].proposed for unit in told)
    lines = tuple(_line(one, reporting, titles, filters, mixed=mixed) for one in found.standings)
    name = fmt.period(filters.period)
    return BoardView(
        title=t.title_of.format(period=name, day=fmt.day(day)),
        finding=_finding(name, found.standings, day),
        eyebrow=_eyebrow(reporting, window) if window is not None else "",
        lines=lines,
        unset=(*_unset(reporting, found.standings, found.unowned), *_late_links(reporting, window, found.standings)),
        several_forms=len({line.form for line in lines}) > 1,
        reports={line.key: line.unit for line in lines},
    )


def _eyebrow(reporting: Reporting, window: Window) -> str:
    t, dates = texts().board, due_dates(reporting, window)
    chain = [
        t.chain_link.format(link=t.links[link], day=fmt.day(due) if due else t.not_set) for link, due in dates.items()
    ]
    return t.eyebrow.format(start=fmt.day(window.start), end=fmt.day(window.end), chain=" · ".join(chain))


def _finding(name: str, standings: Sequence[ReportStanding], day: date) -> str:
    """ "Quý I/2026: 2/5 đơn vị đã gửi, 1 trễ 13 ngày, còn 3 ngày tới hạn."."""
    t = texts().board
    owed = [one for one in standings if not one.owed.exempt]
    if not owed:
        return t.nobody_owes.format(period=name)
    sent = [one for one in owed if one.progress.sent_on is not None]
    one_each = len({one.owed.unit_id for one in owed}) == len(owed)
    clauses = [
        t.sent_of.format(sent=len(sent), of=len(owed), what=t.units if one_each else t.reports),
        _late_clause([one for one in owed if one.progress.sent_on is None], t.late_one, t.late_many),
        _late_clause(sent, t.sent_late_one, t.sent_late_many),
        _counted(t.incomplete, sum(1 for one in sent if one.progress.state is State.INCOMPLETE)),
        _counted(t.returned, sum(1 for one in sent if one.progress.state is State.RETURNED)),
        _counted(t.exempt, len(standings) - len(owed)),
        _due_clause(owed, day),
    ]
    return sentence([f"{name}: {', '.join(clause for clause in clauses if clause)}"])


def _counted(words: str, count: int) -> str:
    return words.format(count=count) if count else ""


def _late_clause(standings: Sequence[ReportStanding], one_number: str, several: str) -> str:
    days = sorted(one.progress.days_late for one in standings if one.progress.days_late)
    if not days:
        return ""
    words = one_number if days[0] == days[-1] else several
    return words.format(count=len(days), days=days[-1], least=days[0])


def _due_clause(owed: Sequence[ReportStanding], day: date) -> str:
    """The next due date among the reports still to come; nothing when all are in."""
    t = texts().board
    waiting = [one.owed.due for one in owed if one.progress.sent_on is None]
    dates = sorted(due for due in waiting if due is not None and due >= day)
    if dates:
        left = (dates[0] - day).days
        return t.days_left.format(days=left) if left else t.due_today
    return t.no_due if waiting and all(due is None for due in waiting) else ""


def _line(
    one: ReportStanding, reporting: Reporting, titles: Mapping[str, str], filters: BoardFilters, *, mixed: bool
) -> BoardLine:
    t, owed, stands = texts().board, one.owed, one.progress
    unit = reporting.units[owed.unit_id]
    query = {PERIOD: filters.period, DAY: filters.day, UNIT_KEY: f"{owed.unit_id}|{owed.form_code}"}
    return BoardLine(
        key=f"{owed.unit_id}|{owed.form_code}",
        unit=unit.name,
        form=titles[owed.form_code],
        state=state_badge(stands.state),
        late=late_badge(one),
        due=fmt.day(owed.due) if owed.due else "" if owed.exempt else t.no_due,
        left=_left(one, date.fromisoformat(filters.day)),
        sent=fmt.day(stands.sent_on) if stands.sent_on else "",
        missing=t.tasks.format(tasks=lacking_words(stands.lacking)) if stands.empty and stands.sent_on else "",
        remark=_remark(one, proposed=mixed and unit.proposed),
        link=CardLink(t.open_report, SLUG, query),
    )


def state_badge(state: State) -> Badge:
    """The mark of a state: its shape and its word."""
    said = texts()
    return Badge(MARKS[state], said.board.marks.get(state.value, "") + said.reporting.states[state.value])


def late_badge(one: ReportStanding) -> Badge | None:
    """How late a report is or was; None when it is not, or when nobody knows."""
    t, late = texts().board, one.progress.days_late
    if not late:
        return None
    words = t.late_badge if one.progress.sent_on is None else t.sent_late_badge
    kind = BadgeKind.ERROR if one.progress.sent_on is None else BadgeKind.WARNING
    return Badge(kind, words.format(days=late))


def _left(one: ReportStanding, day: date) -> str:
    t, due = texts().board, one.owed.due
    if due is None or one.progress.sent_on is not None or due < day:
        return ""
    left = (due - day).days
    return t.left.format(days=left) if left else t.due_today


def _remark(one: ReportStanding, *, proposed: bool) -> str:
    t, owed = texts().board, one.owed
    words = []
    if owed.exempt:
        words.append(t.exempted.format(reason=owed.reason))
    elif owed.extended:
        words.append(t.extended.format(reason=owed.reason))
    if proposed:
        words.append(t.unit_proposed)
    return "; ".join(words)


def _late_links(reporting: Reporting, window: Window | None, standings: Sequence[ReportStanding]) -> list[str]:
    """Due dates that leave the Office no time: a unit's own after the Office's."""
    t = texts().board
    found = out_of_order(reporting, window, standings) if window is not None else ()
    return [t.due_after.format(due=fmt.day(due), then=fmt.day(then)) for due, then in found]


def _unset(reporting: Reporting, standings: Sequence[ReportStanding], unowned: Sequence[str]) -> tuple[str, ...]:
    """What is not declared and matters here."""
    t = texts().board
    found = [t.task_unowned.format(task=", ".join(unowned))] if unowned else []
    if any(one.owed.due is None and not one.owed.exempt for one in standings):
        found.append(t.due_unset)
    proposed = {one.owed.unit_id for one in standings if reporting.units[one.owed.unit_id].proposed}
    if proposed:
        found.append(t.units_proposed.format(count=len(proposed)))
    return tuple(found)

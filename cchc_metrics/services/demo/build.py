"""The try-out: an office of made-up units whose reports went through the very services that real ones go through."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from cchc_metrics.access import LOCAL_OPERATOR, Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import OFFICIAL, speaking, texts
from cchc_metrics.labels import format as fmt
from cchc_metrics.metrics.reporting.calendar import Window, windows_of
from cchc_metrics.metrics.reporting.obligations import Obligation, obligations
from cchc_metrics.model import ReportPart, ValueState
from cchc_metrics.schema import (
    REPORT_EVENTS,
    UNIT_REPORTS,
)
from cchc_metrics.services.demo.figures import QUARTERS, figures
from cchc_metrics.services.demo.office import UNIT_KINDS, A, B, C, D, E, G, H, catalogue, plan, store
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import forms
from cchc_metrics.services.reporting.acts import (
    ACCEPTED,
    APPROVED,
    RETURNED,
    SUBMITTED,
    Act,
    Report,
    allow,
    events_of,
    record,
)
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.submitting import submit
from cchc_metrics.workbooks import Filled

Progress = Callable[[float, str], None]
# So many periods, of which the last came in as files; those before were typed in afterwards.
_FORM, _WINDOWS, _BY_FILE = "CCHC", 5, 3
_MORE_TIME = 7


@dataclass(frozen=True, slots=True)
class Built:
    """What stands in the try-out now."""

    units: int
    reports: int


def build(office: Office, on: date, progress: Progress | None = None) -> Built:
    """Make the illustrative office as it would stand on a day; what stands already is left alone.

    Raises CchcError in an office that is no try-out, NotAllowedError.
    """
    with speaking(OFFICIAL), office.store.many():
        return _built(office, on, progress)


def _built(office: Office, on: date, progress: Progress | None) -> Built:
    require(LOCAL_OPERATOR, Deed.EDIT)
    if not office.settings.illustrative:
        raise CchcError(texts().demo.only_in_demo)
    t, report = texts().demo, progress or _silent
    report(0.0, t.step_catalogue)
    catalogue(office)
    windows = _windows(_desk(office), on)
    plan(office, windows[-1].period.year)
    sent = 0
    for place, window in enumerate(windows):
        report((1 + place) / (1 + len(windows)), t.step_period.format(period=fmt.period(window.period.id)))
        if place < len(windows) - _BY_FILE:
            sent += _loaded(office, window, on)
        else:
            sent += _period(office, window, on, is_newest=place == len(windows) - 1)
    return Built(len(UNIT_KINDS), sent)


def _silent(_share: float, _words: str) -> None:
    """Nobody is watching."""


@lru_cache(maxsize=2)
def _desk(office: Office) -> Desk:
    """One desk for the whole of it: the names of provinces and criteria do not change meanwhile."""
    return Desk.at(office, LOCAL_OPERATOR)


def _windows(desk: Desk, on: date) -> tuple[Window, ...]:
    """The last windows that ended before the day, in order."""
    table = Reporting(desk).windows
    near = [window for year in range(on.year - 2, on.year + 1) for window in windows_of(year, table)]
    ended = sorted((w for w in near if w.end < on and w.period.window in QUARTERS), key=lambda w: w.end)
    return tuple(ended[-_WINDOWS:])


@dataclass(frozen=True, slots=True)
class _Course:
    """How one report goes. after: days from the unit's date to the sending; None when it is not sent.

    nil: every task is declared so · empty: tasks left out · wrong: a first version with a fault · judged: the acts
    that follow the last version · extended: more time was allowed.
    """

    after: int | None = -1
    nil: bool = False
    empty: tuple[str, ...] = ()
    wrong: bool = False
    judged: tuple[str, ...] = (APPROVED, ACCEPTED)
    extended: bool = False


# The newest period is under way: one unit is late, one was sent back, one has nothing to report, one got more time.
_NEWEST: Mapping[str, _Course] = {
    A: _Course(judged=(APPROVED, ACCEPTED)),
    B: _Course(after=0, empty=("2", "8"), judged=()),
    C: _Course(wrong=True, judged=(RETURNED,)),
    D: _Course(after=5, extended=True, judged=(APPROVED,)),
    E: _Course(after=None),
    G: _Course(judged=(APPROVED,)),
    H: _Course(after=-1, nil=True, judged=()),
}
_EARLIER = _Course()
_EARLIER_OF: Mapping[tuple[int, str], _Course] = {
    (0, E): _Course(after=4),
    (1, C): _Course(wrong=True),
    (1, G): _Course(after=2),
    (2, B): _Course(after=3),
}


def _period(office: Office, window: Window, on: date, *, is_newest: bool) -> int:
    """Every report of a window; returns how many are in."""
    owed = [one for one in obligations(window, Reporting(_desk(office)).duties) if one.form_code == _FORM]
    sent = 0
    for one in owed:
        number = (window.period.year * 4 + len(window.period.id)) % 3
        course = _NEWEST[one.unit_id] if is_newest else _EARLIER_OF.get((number, one.unit_id), _EARLIER)
        sent += _report(office, one, course, on)
    return sent


def _loaded(office: Office, window: Window, on: date) -> int:
    """A period of which the reports were typed in together, as an office does that begins to use the system."""
    desk, t = _desk(office), texts().demo
    reporting = Reporting(desk)
    owed = [one for one in obligations(window, reporting.duties) if one.form_code == _FORM]
    items: list[dict[str, object]] = []
    events: list[dict[str, object]] = []
    held = set(desk.facts(REPORT_EVENTS, {"period_id": [window.period.id]})["unit_id"])
    for one in owed:
        if one.unit_id in held:
            continue
        who = {"unit_id": one.unit_id, "form_code": one.form_code, "period_id": window.period.id}
        metrics = reporting.owed_metrics(one.unit_id, window, one.tasks)
        for code, answer in figures(window, list(UNIT_KINDS).index(one.unit_id), metrics).items():
            number = 1.0 if isinstance(answer.value, str) else answer.value
            items.append(
                {
                    **who,
                    "part": ReportPart.VALUE,
                    "code": code,
                    "state": ValueState.VALUE,
                    "value": number,
                    "note": t.mark,
                }
            )
        day = min((one.due or window.end) - timedelta(days=1), on)
        names = {SUBMITTED: t.reporter, APPROVED: t.head, ACCEPTED: t.compiler}
        for number, (act, name) in enumerate(names.items(), start=1):
            by = name.format(letter=one.unit_id[-1])
            events.append({**who, "event_no": number, "act": act, "on_day": day, "by_name": by, "text": t.mark})
    store(office, UNIT_REPORTS, items)
    store(office, REPORT_EVENTS, events)
    return len(owed)


def _report(office: Office, owed: Obligation, course: _Course, on: date) -> bool:
    report = Report(owed.unit_id, owed.form_code, owed.window.period.id)
    if len(events_of(_desk(office), report)):
        return True
    due, t, letter = owed.due or owed.window.end, texts().demo, owed.unit_id[-1]
    if course.extended:
        allow(
            _desk(office),
            report,
            new_due=due + timedelta(days=_MORE_TIME),
            reason=t.extension_reason,
            allowed_by=t.allowed_by,
            decided_on=min(due, on),
        )
    if course.after is None:
        return False
    days = _Days(due + timedelta(days=course.after), on)
    by = t.reporter.format(letter=letter)
    first = _send(office, owed, course, by, days.next())
    if course.wrong:
        _return(office, report, first, days.next())
        if RETURNED in course.judged:
            return True
        first = _send(office, owed, replace(course, wrong=False), by, days.next())
    names = {APPROVED: t.head.format(letter=letter), ACCEPTED: t.compiler}
    acts = [Act(act, days.next(), names[act], first) for act in course.judged]
    if acts:
        record(_desk(office), report, *acts)
    return True


class _Days:
    """One day after another, none of them to come."""

    def __init__(self, first: date, on: date) -> None:
        self._all: Iterator[date] = iter(min(first + timedelta(days=number), on) for number in range(9))

    def next(self) -> date:
        return next(self._all)


def _send(office: Office, owed: Obligation, course: _Course, by: str, day: date) -> int:
    """The unit's workbook, filled, read, checked and sent like any other; the upload's number."""
    desk = _desk(office)
    answers = _answers(desk, owed, course)
    data = forms.unit_workbook(desk, owed.unit_id, owed.form_code, owed.window.period.id, answers)
    name = f"{texts().demo.file_stem}-{forms.file_name(owed)}"
    prepared = intake.plan(office, LOCAL_OPERATOR, name, data)
    return submit(desk, prepared, by, day, texts().demo.mark).version


def _return(office: Office, report: Report, version: int, day: date) -> None:
    t = texts().demo
    comments = [Act(RETURNED, day, t.compiler, version, cell, words) for cell, words in t.returned.items()]
    record(_desk(office), report, *comments, Act(RETURNED, day, t.compiler, version, "", t.returned_reason))


def _answers(desk: Desk, owed: Obligation, course: _Course) -> dict[str, Filled]:
    t, reporting = texts().demo, Reporting(desk)
    tasks = tuple(task for task in owed.tasks if task not in course.empty)
    if course.nil:
        return {f"{task}.{forms.NIL}": Filled("x", t.nil_reason) for task in owed.tasks}
    unit = list(UNIT_KINDS).index(owed.unit_id)
    answers = figures(owed.window, unit, reporting.owed_metrics(owed.unit_id, owed.window, tasks))
    for task in tasks:
        for part, words in t.narratives.items():
            answers[f"{task}.{part}"] = Filled(words.format(mark=t.mark, task=task))
    answers[f"{tasks[0]}.{forms.EVIDENCE}1"] = Filled(t.evidence, t.mark)
    if course.wrong and "4.10" in answers:
        answers["4.10"] = Filled(_too_many(answers["4.10"]), t.soft_reason)
    # A soft check that does not hold is explained beside the figure, as the form asks.
    for code in ("4.8", "4.10", "5.8", "10.1"):
        if code in answers:
            answers[code] = replace(answers[code], note=t.soft_reason)
    return answers


def _too_many(answer: Filled) -> float:
    return float(answer.value or 0) + 2

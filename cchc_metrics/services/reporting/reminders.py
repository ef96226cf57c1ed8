"""Before it is late: what is due soon and not sent, as words to copy and as a calendar for any program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.reporting.calendar import OFFICE
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.schema import FORMS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import as_of_data
from cchc_metrics.services.reporting.documents.settings import OfficeWords, Setting
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.status import ReportStanding, board, due_dates, windows_of_years

USUAL_DAYS = 7
_LONGEST_LINE = 74


@dataclass(frozen=True, slots=True)
class Reminders:
    """What is due within so many days and was not sent, the soonest first. form_names: form -> its name."""

    day: date
    days: int
    waiting: tuple[ReportStanding, ...]
    form_names: dict[str, str]


def reminders(desk: Desk, day: date) -> Reminders:
    """Looks as far ahead as the office has set, else a week."""
    require(desk.actor, Deed.READ_REPORTS)
    reporting = Reporting(desk)
    said = reporting.settings.get(Setting.DAYS_TO_REMIND, "")
    ahead = int(said) if said.isdecimal() and len(said) < 4 else USUAL_DAYS
    # A report of last year may be due in January, by an extension or after the holidays.
    near = windows_of_years(reporting, (day.year - 1, day.year, day.year + 1))
    until = day + timedelta(days=ahead)
    standings = board(desk, day, [window for window in near if window.start <= until]).standings
    waiting = [
        one
        for one in standings
        if one.progress.state is State.NOT_SENT and one.owed.due is not None and day <= one.owed.due <= until
    ]
    forms = {str(row["form_code"]): named(str(row["name"])) for row in desk.facts(FORMS).to_dict("records")}
    return Reminders(day, ahead, tuple(sorted(waiting, key=_due)), forms)


def _due(one: ReportStanding) -> date:
    return one.owed.due or date.max


def lines(desk: Desk, found: Reminders) -> tuple[str, ...]:
    """A line a report: whose, which, by when, how many days."""
    t, units = texts().entering, Reporting(desk).units
    made = []
    for one in found.waiting:
        left = (_due(one) - found.day).days
        words = t.remind_one if left else t.remind_today
        form, period = found.form_names.get(one.owed.form_code, ""), fmt.period(one.owed.window.period.id)
        told = {"unit": units[one.owed.unit_id].name, "form": form, "period": period, "due": fmt.day(_due(one))}
        made.append(words.format(**told, days=left))
    return tuple(made)


def text(desk: Desk, found: Reminders) -> str:
    """The reminder as one message to copy."""
    t = texts().entering
    foot = t.remind_foot.format(compiler=OfficeWords(Reporting(desk)).compiler())
    return "\n".join([t.remind_head, *(f"- {line}" for line in lines(desk, found)), foot])


def calendar(desk: Desk, year: int, unit_id: str = "") -> bytes:
    """The due dates of a year as iCalendar (RFC 5545): each unit's, or one unit's, and the Office's own; whole days.

    The same data give the same bytes; a date that moves keeps its identity, so that a calendar moves it too.
    """
    require(desk.actor, Deed.DOWNLOAD)
    t, reporting = texts().entering, Reporting(desk)
    stamp = as_of_data(desk).astimezone(UTC)
    forms = {str(row["form_code"]): named(str(row["name"])) for row in desk.facts(FORMS).to_dict("records")}
    windows = windows_of_years(reporting, (year,))
    made: list[str] = []
    for one in board(desk, date.max, windows).standings:
        owed = one.owed
        if owed.due is None or (unit_id and owed.unit_id != unit_id):
            continue
        name = reporting.units[owed.unit_id].name
        period = owed.window.period.id
        form = forms.get(owed.form_code, owed.form_code)
        words = t.calendar_due.format(form=form, period=fmt.period(period), unit=name)
        made += _event(f"{period}-{owed.form_code}-{owed.unit_id}", owed.due, words, stamp)
    for window in windows:
        due = due_dates(reporting, window)[OFFICE]
        if due is not None:
            period = window.period.id
            made += _event(f"{period}-office", due, t.calendar_office.format(period=fmt.period(period)), stamp)
    zone = ZoneInfo(desk.office.settings.timezone).key
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//CCHC Metrics//VI", f"X-WR-TIMEZONE:{zone}"]
    return "".join(f"{_folded(line)}\r\n" for line in (*head, *made, "END:VCALENDAR")).encode()


def _event(name: str, due: date, words: str, stamp: datetime) -> Sequence[str]:
    after = due + timedelta(days=1)
    return (
        "BEGIN:VEVENT",
        f"UID:{name.lower()}@cchc-metrics",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{_escaped(words)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P2D",
        f"DESCRIPTION:{_escaped(words)}",
        "END:VALARM",
        "END:VEVENT",
    )


def _escaped(words: str) -> str:
    for letter in ("\\", ";", ","):
        words = words.replace(letter, f"\\{letter}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines longer than 75 octets go on after a space; no letter is cut."""
    parts, room = [""], _LONGEST_LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append("")
            room = _LONGEST_LINE - 1
        parts[-1] += letter
        room -= size
    return "\r\n ".join(parts)

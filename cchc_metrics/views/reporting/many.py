"""Many reports at once as the board shows them: those that can be taken together, those that are due soon."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import reminders
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.many import sound
from cchc_metrics.views.reporting.board import BoardFilters


@dataclass(frozen=True, slots=True)
class DueSoon:
    """finding: how many reports are due soon · text: the reminder to copy, empty when nothing is due."""

    finding: str
    text: str


def sound_reports(desk: Desk, filters: BoardFilters) -> Mapping[tuple[str, str], str]:
    """(Unit, form) -> name, of the reports that can be taken together; with the form where units owe more than one."""
    units = Reporting(desk).units
    found = [one.owed for one in sound(desk, filters.period, filters.on)]
    several = len({one.form_code for one in found}) > 1
    return {
        (one.unit_id, one.form_code): units[one.unit_id].name + (f" ({one.form_code})" if several else "")
        for one in found
    }


def due_soon(desk: Desk, day: str) -> DueSoon:
    """What is due within the days that the office looks ahead (day: ISO)."""
    t, found = texts().entering, reminders.reminders(desk, date.fromisoformat(day))
    words = t.remind_finding if found.waiting else t.remind_none
    finding = words.format(count=len(found.waiting), days=found.days)
    return DueSoon(finding, reminders.text(desk, found) if found.waiting else "")

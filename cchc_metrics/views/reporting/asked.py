"""Which report is looked at, as of which day, and how it stands then."""

from dataclasses import dataclass
from datetime import date

from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import Report
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.status import ReportStanding, board


@dataclass(frozen=True, slots=True)
class ReportFilters:
    """Which report, as of which day (ISO)."""

    unit_id: str
    form_code: str
    period_id: str
    day: str

    @property
    def report(self) -> Report:
        return Report(self.unit_id, self.form_code, self.period_id)


def standing_at(desk: Desk, reporting: Reporting, filters: ReportFilters) -> ReportStanding | None:
    """How it stands; None when that unit owes no such form in that period."""
    window = reporting.window(filters.period_id)
    found = board(desk, date.fromisoformat(filters.day), () if window is None else (window,)).standings
    wanted = (filters.unit_id, filters.form_code)
    return next((one for one in found if (one.owed.unit_id, one.owed.form_code) == wanted), None)

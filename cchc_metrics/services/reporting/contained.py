"""Short reports whose figures a longer one holds: a quarter that never came, after 6 tháng or the year did.

They stay owed, for the office collects the quarter and not the sum; whoever chases is told, and may exempt the unit.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from cchc_metrics.metrics.reporting.calendar import containing
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.completeness import Key
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.status import ReportStanding, board

# A longer report counts once it is whole: what is returned or lacks figures holds nothing for sure.
_WHOLE = frozenset({State.SENT, State.APPROVED, State.ACCEPTED})


def contained(desk: Desk, reporting: Reporting, owing: Sequence[ReportStanding], day: date) -> Mapping[Key, str]:
    """Report that is owed -> the first period whose report, whole and of the same unit or of all that follow it, holds
    its figures. A report that none holds is not in it.
    """
    longer = {window.period.id: window for one in owing for window in containing(one.owed.window, reporting.windows)}
    if not longer:
        return {}
    came = {
        one.key
        for one in board(desk, day, tuple(longer.values())).standings
        if one.progress.state in _WHOLE and not one.progress.empty
    }
    found: dict[Key, str] = {}
    for one in owing:
        for window in containing(one.owed.window, reporting.windows):
            heirs = reporting.lineage.heirs(one.owed.unit_id, window.end)
            if all((heir, one.owed.form_code, window.period.id) in came for heir in heirs):
                found.setdefault(one.key, window.period.id)
    return found

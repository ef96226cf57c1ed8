"""Task 12 – follow up, urge, compile – worked out from what came in when."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.services.reporting.consolidated import Consolidated

Lacking = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tally:
    """Where the reports of a period stand, by unit. owed = received + missing; exempt units are apart.

    late: sent late, with the days · missing_late: not sent by the day and past its date, with the days – the same that
    the board counts · undated: received, but when or by when is not known · incomplete: with the tasks and their
    missing figures · nil: everything declared nil · returned: sent back and not sent again.
    """

    owed: int
    received: int
    on_time: tuple[str, ...]
    late: tuple[tuple[str, int], ...]
    undated: tuple[str, ...]
    missing: tuple[str, ...]
    missing_late: tuple[tuple[str, int], ...]
    complete: tuple[str, ...]
    incomplete: tuple[tuple[str, Lacking], ...]
    nil: tuple[str, ...]
    returned: tuple[str, ...]
    exempt: tuple[str, ...]

    @property
    def all_late(self) -> int:
        """Every report that came or is late: one count on every page."""
        return len(self.late) + len(self.missing_late)


def tally(found: Consolidated) -> Tally:
    """The tally of a period on its day."""
    there = set(found.received)
    mine = [one for one in found.standings if one.owed.unit_id in there]
    days = {one.owed.unit_id: one.progress.days_late for one in mine if one.progress.sent_on is not None}
    gaps = {one.owed.unit_id: found.lacking.get(one.owed.unit_id, {}) for one in mine}
    none: frozenset[str] = frozenset()
    # What was recorded after the day is in the figures already and has not been sent yet: late as on the board.
    absent = {one.owed.unit_id: one.progress.days_late for one in found.standings if one.progress.sent_on is None}
    return Tally(
        owed=len(found.received) + len(found.missing_units),
        received=len(there),
        on_time=tuple(unit for unit, late in days.items() if late == 0),
        late=tuple((unit, late) for unit, late in days.items() if late),
        undated=tuple(unit for unit in found.received if days.get(unit) is None and not absent.get(unit)),
        missing=found.missing_units,
        missing_late=tuple((unit, late) for unit, late in absent.items() if late),
        complete=tuple(unit for unit, tasks in gaps.items() if not tasks),
        incomplete=tuple((unit, dict(tasks)) for unit, tasks in gaps.items() if tasks),
        nil=tuple(one.owed.unit_id for one in mine if set(one.owed.tasks) <= found.nil.get(one.owed.unit_id, none)),
        returned=tuple(one.owed.unit_id for one in mine if one.progress.state is State.RETURNED),
        exempt=tuple(one.owed.unit_id for one in found.standings if one.owed.exempt),
    )

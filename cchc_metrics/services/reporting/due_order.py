"""Due dates that leave the Office no time: a unit's own after the Office's, or the Office's after the province's.

Asked wherever a due date is set: in the set-up, at an extension, in a file of due days or of extensions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.calendar import LINKS, OFFICE, Window, due_date
from cchc_metrics.metrics.reporting.obligations import Duties
from cchc_metrics.model import Finding, Severity
from cchc_metrics.schema import DUE_DATE_CHANGES, DUE_DAYS, Kind
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.status import windows_of_years

_YEARS_AHEAD = 2


def warnings(desk: Desk, year: int) -> tuple[str, ...]:
    """What is out of order in the chain of a year and of the next, a sentence a window."""
    require(desk.actor, Deed.READ_REPORTS)
    reporting = Reporting(desk)
    return tuple(_chain(reporting, reporting.duties, (year, year + 1)))


def extension_warning(desk: Desk, period_id: str, new_due: date | None) -> str:
    """What an extension to a day leaves the Office; empty when it leaves it time, or nobody knows."""
    require(desk.actor, Deed.READ_REPORTS)
    reporting = Reporting(desk)
    window = reporting.window(period_id)
    if window is None or new_due is None:
        return ""
    duties = reporting.duties
    office = due_date(window, OFFICE, duties.due_days, duties.workdays, duties.shift)
    return _words(window, new_due, office) if office is not None and new_due > office else ""


# Kinds that say when something is due.
KINDS_OF_DAYS = frozenset({DUE_DAYS.name, DUE_DATE_CHANGES.name})


def findings(desk: Desk, kind: Kind, facts: pd.DataFrame) -> tuple[Finding, ...]:
    """What a file of due days or of extensions puts out of order: a warning each, which asks for a reason."""
    if kind.name == DUE_DAYS.name:
        words = _of_days(Reporting(desk), facts)
    elif kind.name == DUE_DATE_CHANGES.name:
        told = zip(facts["period_id"], facts["new_due"], strict=True)
        words = [extension_warning(desk, str(period), None if pd.isna(due) else due) for period, due in told]
    else:
        return ()
    return tuple(Finding("due_after_office", Severity.WARNING, one) for one in dict.fromkeys(words) if one)


def _of_days(reporting: Reporting, facts: pd.DataFrame) -> list[str]:
    """The chain as it would be with the file's days in force, less what is out of order already."""
    held, columns = reporting.duties, [*DUE_DAYS.grain_names, *DUE_DAYS.value_names]
    both = pd.concat([held.due_days[columns], facts[columns]], ignore_index=True)
    after = replace(held, due_days=both.drop_duplicates(list(DUE_DAYS.grain_names), keep="last", ignore_index=True))
    first = int(facts["year_from"].min()) if len(facts) else 0
    years = range(first, first + _YEARS_AHEAD) if first else ()
    before = set(_chain(reporting, held, years))
    return [words for words in _chain(reporting, after, years) if words not in before]


def _chain(reporting: Reporting, duties: Duties, years: Sequence[int]) -> Iterator[str]:
    for window in windows_of_years(reporting, years):
        dates = [due_date(window, link, duties.due_days, duties.workdays, duties.shift) for link in LINKS]
        for due, then in pairwise(dates):
            if due is not None and then is not None and due > then:
                yield _words(window, due, then)


def _words(window: Window, due: date, then: date) -> str:
    period = fmt.period(window.period.id)
    return texts().reporting.due_after_office.format(period=period, due=fmt.day(due), then=fmt.day(then))

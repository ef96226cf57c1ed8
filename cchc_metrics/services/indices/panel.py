"""All provinces on one criterion over the index years, in runs of years that may be compared."""

from functools import lru_cache

import pandas as pd

from cchc_metrics.model import Action, Period, PeriodClass, ScoreKind
from cchc_metrics.schema import (
    ATTACHMENTS,
    DAYS_OFF,
    DUE_DATE_CHANGES,
    DUE_DAYS,
    ENTRY_DRAFTS,
    FORMS,
    LEGAL_BASES,
    METRIC_CHECKS,
    METRICS,
    OFFICE_SETTINGS,
    PLAN_ITEMS,
    REPORT_EVENTS,
    REPORT_SECTIONS,
    SCORES,
    SIGNED_REPORTS,
    TASK_OWNERS,
    TASK_ROWS,
    TASKS,
    UNIT_REPORTS,
    UNITS,
)
from cchc_metrics.services.office.clock import Clock
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import where

PUBLISHED = ScoreKind.PUBLISHED


# What units report and how the office runs its reporting: no score of an index is made of these.
_OF_REPORTING = frozenset(
    kind.name
    for kind in (
        *(UNIT_REPORTS, REPORT_EVENTS, ATTACHMENTS, SIGNED_REPORTS, DUE_DATE_CHANGES, ENTRY_DRAFTS, TASK_ROWS),
        *(UNITS, DUE_DAYS, DAYS_OFF, OFFICE_SETTINGS, LEGAL_BASES, PLAN_ITEMS, REPORT_SECTIONS),
        *(FORMS, TASKS, METRICS, METRIC_CHECKS, TASK_OWNERS),
    )
)


class Seen:
    """A desk as a key of what is computed once: an office gives the same answer at the same moment of its scores."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Seen) and other.desk.office is self.desk.office

    def __hash__(self) -> int:
        return id(self.desk.office)


def moment(desk: Desk) -> tuple[int, Clock]:
    """What figures of indices depend on: the newest entry that may have changed one, and the clock.

    A unit's report is such a one no more than a due day: what was computed from all provinces stays.
    """
    return _changed(desk.office, desk.office.version), desk.clock


@lru_cache(maxsize=32)
def _changed(office: Office, version: int) -> int:
    for seq in range(version, 0, -1):
        entry = office.store.entry(seq)
        if entry.kind not in _OF_REPORTING or entry.action not in (Action.IMPORT, Action.EDIT, Action.UNDO):
            return seq
    return 0


def panel_runs(desk: Desk, index_code: str, node_code: str, *, until: str = "") -> tuple[pd.DataFrame, ...]:
    """Published scores entity × index year, one frame per run of consecutive comparable years, oldest first.

    until: the last index year to look at, "" for all. Empty where nothing is held. Kept between calls, so not to be
    changed.
    """
    runs = _runs(Seen(desk), moment(desk), index_code, node_code)
    if not until:
        return runs
    cut = (run[[year for year in run.columns if year <= until]] for run in runs)
    return tuple(run for run in cut if run.shape[1])


@lru_cache(maxsize=256)
def _runs(seen: Seen, at: tuple[int, Clock], index_code: str, node_code: str) -> tuple[pd.DataFrame, ...]:
    """``at``, a moment, is only a key."""
    desk = seen.desk
    provinces = [info.id for info in desk.catalogue.provinces()]
    which = where(index_code=index_code, node_code=node_code, score_kind=PUBLISHED, entity_id=provinces)
    scores = desk.facts(SCORES, which)
    yearly = [Period.parse(p).period_class is PeriodClass.INDEX_YEAR for p in scores["period_id"]]
    scores = scores[pd.Series(yearly, index=scores.index, dtype=bool)]
    scores = scores[scores["value"].notna()]
    if scores.empty:
        return ()
    wide = scores.pivot(index="entity_id", columns="period_id", values="value")  # noqa: PD010 (one score per cell)
    years = sorted(wide.columns)
    catalogue = desk.catalogue
    breaks = catalogue.steps(index_code, node_code, years)
    broken = set(breaks.loc[breaks["broken"], "period_after"])
    runs: list[list[str]] = []
    for year in years:
        joined = bool(runs) and year not in broken and int(year) - int(runs[-1][-1]) == 1
        if joined:
            runs[-1].append(year)
        else:
            runs.append([year])
    return tuple(wide[run].astype("float64") for run in runs)


def yearly_changes(runs: tuple[pd.DataFrame, ...]) -> pd.DataFrame:
    """Entity × later year: the change on the year before, NaN where it may not be told."""
    steps = [run.diff(axis=1).iloc[:, 1:] for run in runs if run.shape[1] > 1]
    return pd.concat(steps, axis=1) if steps else pd.DataFrame()

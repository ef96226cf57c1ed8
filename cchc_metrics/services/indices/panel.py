"""All provinces on one criterion over the index years, in runs of years that may be compared."""

import pandas as pd

from cchc_metrics.model import Period, PeriodClass, ScoreKind
from cchc_metrics.schema import SCORES
from cchc_metrics.services.office.desk import Desk, once_for_all
from cchc_metrics.services.office.question import where

PUBLISHED = ScoreKind.PUBLISHED


def panel_runs(desk: Desk, index_code: str, node_code: str, *, until: str = "") -> tuple[pd.DataFrame, ...]:
    """Published scores entity × index year, one frame per run of consecutive comparable years, oldest first.

    until: the last index year to look at, "" for all. Empty where nothing is held. Kept between calls, so not to be
    changed.
    """
    runs = _runs(desk, index_code, node_code)
    if not until:
        return runs
    cut = (run[[year for year in run.columns if year <= until]] for run in runs)
    return tuple(run for run in cut if run.shape[1])


@once_for_all
def _runs(desk: Desk, index_code: str, node_code: str) -> tuple[pd.DataFrame, ...]:
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

"""The forecasts of an index tried on its own past: errors by criterion, bands, and chances against what came."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from cchc_metrics.metrics import bands
from cchc_metrics.metrics.bands import Misses
from cchc_metrics.metrics.forecasting import HORIZONS, Method, backtest, run_of, shrink_weights
from cchc_metrics.model.rows import whole_of
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.panel import panel_runs
from cchc_metrics.services.office.desk import Desk, once_for_all

# What is projected: over all criteria its bands have the smallest interval score (docs/study.md).
PROJECTED = Method.SHRINK
# Told beside it.
COMPARED = (Method.NO_CHANGE, Method.MEDIAN)


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A projection taken apart: mean of all provinces + last_weight · apart + own_weight · own.

    apart: the last value less that mean; own: the mean of such distances over the province's unbroken years.
    """

    mean: float
    last_weight: float
    apart: float
    own_weight: float
    own: float

    @property
    def value(self) -> float:
        """The projected value."""
        return self.mean + self.last_weight * self.apart + self.own_weight * self.own


@dataclass(frozen=True, eq=False)
class Tried:
    """One criterion: its runs, and the errors that forecasts made in them."""

    runs: tuple[pd.DataFrame, ...]
    errors: pd.DataFrame

    @cached_property
    def contest(self) -> pd.DataFrame:
        """``bands.summary`` of the errors."""
        return bands.summary(self.errors)

    def band(self, horizon: int) -> Misses | None:
        """The band of a forecast from now; None where no such band could ever be tested."""
        if not bands.tested(self.errors, PROJECTED, horizon):
            return None
        return bands.misses(self.errors, PROJECTED, horizon)

    def terms(self, entity_id: str, year: int, horizon: int) -> Shrunk | None:
        """What is projected from a year's value; None where the entity has no value then, or nothing can be fitted."""
        for place, frame in enumerate(self.runs):
            if str(year) in frame.columns and entity_id in frame.index:
                runs = [run_of(one) for one in self.runs[: place + 1]]
                at, row = list(frame.columns).index(str(year)), list(frame.index).index(entity_id)
                weights, run = shrink_weights(runs, year, horizon), runs[-1]
                if weights is None or pd.isna(run.scores[row, at]):
                    return None
                found = (run.means[at], weights[0], run.apart[row, at], weights[1], run.own[row, at])
                return Shrunk(*map(float, found))
        return None


@once_for_all
def tried(desk: Desk, index_code: str, node_code: str) -> Tried:
    """The forecasts of one criterion, tried on all that this desk sees."""
    runs = panel_runs(desk, index_code, node_code)
    return Tried(runs, backtest(runs, (PROJECTED, *COMPARED)))


@dataclass(frozen=True, slots=True)
class Like:
    """Cases of about one chance. n: how many, overlapping; reached: the share that came true; years: of origin;
    effective: how many independent cases they are worth, None where that is not known."""

    n: int
    reached: float
    years: int
    effective: int | None


@dataclass(frozen=True)
class Calibration:
    """Chances that would have been given, against what came.

    table: ``bands.reliability``; brier: their Brier score; base: that of always saying the share that came true.
    """

    table: pd.DataFrame
    brier: float
    base: float
    n: int

    def like(self, chance: float) -> Like | None:
        """Of cases with about this chance; None with fewer than thirty."""
        rows = self.table[(self.table["low"] <= chance) & (chance < self.table["high"] + 1e-9)]
        if rows.empty or int(rows["n"].iloc[-1]) < bands.LEAST_ERRORS:
            return None
        row = rows.iloc[-1]
        effective = whole_of(row["effective"])
        return Like(int(row["n"]), float(row["reached"]), int(row["years"]), effective)


def nodes_of(desk: Desk, index_code: str) -> tuple[str, ...]:
    """The direct parts of the index in any year with scores, then the total."""
    catalogue = desk.catalogue
    held = catalogue.periods(index_code, TOTAL)
    parts = {node.code for period in held for node in catalogue.children(index_code, period)}
    return (*sorted(parts), TOTAL)


def errors_of(desk: Desk, index_code: str) -> pd.DataFrame:
    """The errors of all criteria, with node_code."""
    found = [tried(desk, index_code, node).errors.assign(node_code=node) for node in nodes_of(desk, index_code)]
    return pd.concat(found, ignore_index=True)


@once_for_all
def calibration(desk: Desk, index_code: str) -> Calibration:
    """How often chances of all criteria of an index came true."""
    errors = errors_of(desk, index_code)
    lasts = [_above(errors, node) for node in sorted(set(errors["node_code"]))]
    given = bands.chances(errors, pd.concat(lasts, ignore_index=True), PROJECTED) if lasts else errors[:0]
    if not len(given):
        return Calibration(pd.DataFrame(columns=list(bands.RELIABILITY_DTYPES)), float("nan"), float("nan"), 0)
    share = float(given["reached"].mean())
    return Calibration(bands.reliability(given), bands.brier(given), share * (1 - share), len(given))


def _above(errors: pd.DataFrame, node_code: str) -> pd.DataFrame:
    """The last value less the forecast: what no change missed by less than what the projection missed by."""
    key = ["node_code", "entity_id", "origin", "horizon"]
    mine = errors[errors["node_code"] == node_code]
    wide = mine.pivot(index=key, columns="method", values="error").reset_index()  # noqa: PD010 (one error per case)
    return wide[key].assign(above=wide[PROJECTED.value] - wide[Method.NO_CHANGE.value])


def contested(desk: Desk) -> pd.DataFrame:
    """The contest of all methods as ``make study`` found it on the shipped facts: ``bands.summary`` with ``about``.

    Empty where the shipped table is not there.
    """
    path = desk.office.settings.reference_dir / "study" / "projection.csv"
    return pd.read_csv(path) if path.exists() else pd.DataFrame(columns=[*bands.SCORE_DTYPES, "about"])


def backtested(desk: Desk, index_code: str) -> pd.DataFrame:
    """The contest over an index: ``bands.summary`` with a column ``about``, "parts" or "total"."""
    errors = errors_of(desk, index_code)
    found = []
    for about, rows in (("parts", errors["node_code"] != TOTAL), ("total", errors["node_code"] == TOTAL)):
        if rows.any():
            found.append(bands.summary(errors[rows]).assign(about=about))
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=[*bands.SCORE_DTYPES, "about"])


__all__ = ["HORIZONS", "PROJECTED", "Calibration", "Tried", "backtested", "calibration", "contested", "tried"]

"""On course or not: the unbroken stretch of a series, its projection with the errors behind it, the chance of a "
"goal."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.metrics import trajectory as metric
from cchc_metrics.metrics import trend
from cchc_metrics.metrics.forecasting import HORIZONS, LEAST_POINTS
from cchc_metrics.metrics.trajectory import Limits, Status
from cchc_metrics.model import Period, PeriodClass, ScoreKind
from cchc_metrics.model.rows import records, text_of
from cchc_metrics.schema import SCORES, TARGETS, TOTAL
from cchc_metrics.services.indices.contest import Calibration, Shrunk, Tried, calibration, tried
from cchc_metrics.services.indices.noise import assumed
from cchc_metrics.services.indices.sightings import NOT_TOLD, Known, with_known
from cchc_metrics.services.indices.standing import break_reason
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.names import EntityInfo, NodeInfo
from cchc_metrics.services.office.question import where

_BAND = ["value", "low", "high", "drifted"]


@dataclass(frozen=True, slots=True)
class Goal:
    """A score to be reached in a year. tried: typed on the screen, stored nowhere."""

    value: float
    year: int
    tried: bool = False
    legal_basis: str = ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """One year ahead. low, high: None where no band was ever tested; drifted: at the median yearly change.
    terms: the projection taken apart.

    n, years: how many past errors the band is made of, and of how many years.
    """

    year: int
    value: float
    low: float | None
    high: float | None
    drifted: float
    terms: Shrunk
    n: int = 0
    years: int = 0


@dataclass(frozen=True)
class Course:
    """A series and where it is heading.

    history: one row per index year – period_id, value, state, segment, known (how its figure is known). stretch: the
    years since the last break or gap.
    breaks: the broken steps – period_before, period_after, reason. pace: median yearly change, None with fewer than
    three points: information, no forecast. ahead: up to three years, empty where nothing can be projected. goals: set
    ones by year, then the tried one. rank_goals: (year, rank) of the targets that are ranks, for which no course can
    be told. errors: the contest of this criterion over all provinces (``bands.summary``).
    status: of the goal looked at; chance: of reaching it in its year, None where no tested band says one; limits: the
    thresholds in force; calibration: how often such chances came true; required: points a year it asks for, None
    without years left.
    """

    index: str
    entity: EntityInfo
    node: NodeInfo
    history: pd.DataFrame
    stretch: pd.DataFrame
    breaks: pd.DataFrame
    pace: float | None
    ahead: tuple[Ahead, ...]
    goals: tuple[Goal, ...]
    rank_goals: tuple[tuple[int, int], ...]
    goal: Goal | None
    status: Status
    chance: float | None
    limits: Limits | None
    calibration: Calibration | None
    required: float | None
    errors: pd.DataFrame
    sources: tuple[str, ...]

    @property
    def last(self) -> tuple[int, float] | None:
        """The last year with a value, and the value."""
        if self.stretch.empty:
            return None
        return int(self.stretch["period_id"].iloc[-1]), float(self.stretch["value"].iloc[-1])

    def known_in(self, year: int) -> Known:
        """How the figure of a year is known."""
        found = self.history.loc[self.history["period_id"] == str(year), "known"]
        return NOT_TOLD if found.empty else found.iloc[0]


def course(desk: Desk, index_code: str, entity_id: str, node_code: str = TOTAL, *, asked: Goal | None = None) -> Course:
    """Series, projection and status of a criterion. The asked goal is looked at first, else the next one set.

    Raises UnknownNameError for names there are not. Nothing is projected across a break, nor for a province that has
    no series of its own.
    """
    require(desk.actor, Deed.READ)
    catalogue = desk.catalogue
    entity = catalogue.entity(entity_id)
    scores, segmented, breaks = _national(desk, index_code, node_code)
    own = with_known(desk, segmented[segmented["entity_id"] == entity_id], index_code, node_code)
    stretch = metric.last_stretch(own)
    past = tried(desk, index_code, node_code)
    goals = _goals(desk, index_code, entity_id, node_code)
    last = int(stretch["period_id"].iloc[-1]) if len(stretch) else 0
    goal = asked or next((g for g in goals if g.year > last), goals[-1] if goals else None)
    enough = len(stretch) >= LEAST_POINTS
    newest = max(scores["period_id"], default=str(last))
    chance = _chance(past, entity_id, last, goal) if enough else None
    limits = limits_of(desk)
    return Course(
        index=index_code,
        entity=entity,
        node=catalogue.node(index_code, newest, node_code),
        history=own,
        stretch=stretch,
        breaks=breaks[breaks["broken"]],
        pace=metric.pace(stretch["value"].tolist()) if enough else None,
        ahead=_ahead(past, entity_id, stretch) if enough else (),
        goals=(*goals, *((asked,) if asked else ())),
        rank_goals=_rank_goals(desk, index_code, entity_id, node_code),
        goal=goal,
        status=_status(own, last, goal, chance, limits),
        chance=chance,
        limits=limits,
        calibration=calibration(desk, index_code) if chance is not None else None,
        required=metric.required_pace(float(stretch["value"].iloc[-1]), goal.value, goal.year - last)
        if goal is not None and len(stretch) and goal.year > last
        else None,
        errors=past.contest,
        sources=tuple(sorted(set(scores.loc[scores["entity_id"] == entity_id, "source"].dropna()))),
    )


def limits_of(desk: Desk) -> Limits | None:
    """The thresholds of the words for a chance; None while one of them is not declared."""
    known = assumed(desk)
    values = [known.get(name) for name in ("likely", "possible", "unlikely")]
    if values[0] is None or values[1] is None or values[2] is None:
        return None
    return Limits(values[0], values[1], values[2])


def ahead(found: Course) -> pd.DataFrame:
    """The last value, then the projected years: year, value, low, high, drifted (low, high NaN where not tested).

    The band starts at the last value where any year ahead has one. Empty without a projection.
    """
    rows: list[tuple[int, float, float | None, float | None, float]] = []
    if found.ahead and found.last is not None:
        year, value = found.last
        edge = value if any(one.low is not None for one in found.ahead) else None
        rows.append((year, value, edge, edge, value))
    rows += [(one.year, one.value, one.low, one.high, one.drifted) for one in found.ahead]
    return pd.DataFrame(rows, columns=["year", *_BAND]).astype(dict.fromkeys(_BAND, "float64"))


def straight_way(found: Course) -> pd.DataFrame:
    """The straight way from the last value to the goal: year, value; empty where none is left to go."""
    rows = []
    if found.goal is not None and found.required is not None and found.required > 0 and found.last is not None:
        year, value = found.last
        rows = [(at, value + (at - year) * found.required) for at in range(year, found.goal.year + 1)]
    return pd.DataFrame(rows, columns=["year", "value"]).astype({"value": "float64"})


def _status(own: pd.DataFrame, last: int, goal: Goal | None, chance: float | None, limits: Limits | None) -> Status:
    if goal is None:
        return Status.UNKNOWN
    if goal.year > last:
        return metric.status_of(chance, limits)
    known = own[(own["period_id"] == str(goal.year)) & own["value"].notna()]
    return metric.status_over(float(known["value"].iloc[0]) if len(known) else None, goal.value)


def _chance(past: Tried, entity_id: str, last: int, goal: Goal | None) -> float | None:
    """The chance of a goal one to three years ahead, from a band that was tested."""
    if goal is None or goal.year - last not in HORIZONS:
        return None
    terms, band = past.terms(entity_id, last, goal.year - last), past.band(goal.year - last)
    if terms is None or band is None:
        return None
    return float(band.chance(np.array([goal.value - terms.value]))[0])


def _scores(desk: Desk, index_code: str, node_code: str) -> pd.DataFrame:
    provinces = [info.id for info in desk.catalogue.provinces()]
    which = where(index_code=index_code, node_code=node_code, score_kind=ScoreKind.PUBLISHED, entity_id=provinces)
    scores = desk.facts(SCORES, which)
    yearly = [Period.parse(p).period_class is PeriodClass.INDEX_YEAR for p in scores["period_id"]]
    return scores[pd.Series(yearly, index=scores.index, dtype=bool)]


@once
def _national(desk: Desk, index_code: str, node_code: str) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The scores of all provinces over the index years, the same in segments, and the steps between the years."""
    scores = _scores(desk, index_code, node_code)
    breaks = desk.catalogue.steps(index_code, node_code, sorted(set(scores["period_id"])))
    breaks = breaks.assign(reason=[break_reason(row) if row["broken"] else "" for row in records(breaks)])
    return scores, trend.segments(scores[["entity_id", "period_id", "value", "state"]], breaks), breaks


def _ahead(past: Tried, entity_id: str, stretch: pd.DataFrame) -> tuple[Ahead, ...]:
    """The projected years; only those whose value can be projected."""
    last, value = int(stretch["period_id"].iloc[-1]), float(stretch["value"].iloc[-1])
    drift = metric.pace(stretch["value"].tolist())
    found = []
    for horizon in HORIZONS:
        terms, band = past.terms(entity_id, last, horizon), past.band(horizon)
        if terms is None:
            continue
        half = None if band is None else band.half
        found.append(
            Ahead(
                year=last + horizon,
                value=terms.value,
                low=None if half is None else terms.value - half,
                high=None if half is None else terms.value + half,
                drifted=value + horizon * drift,
                terms=terms,
                n=0 if band is None else len(band.sizes),
                years=0 if band is None else band.years,
            )
        )
    return tuple(found)


def _goals(desk: Desk, index_code: str, entity_id: str, node_code: str) -> tuple[Goal, ...]:
    goals = [
        Goal(
            float(r["value"]),
            int(r["period_id"]),
            legal_basis=text_of(r["legal_basis"]),
        )
        for r in _targets(desk, index_code, entity_id, node_code, "value")
    ]
    return tuple(sorted(goals, key=lambda goal: goal.year))


def _rank_goals(desk: Desk, index_code: str, entity_id: str, node_code: str) -> tuple[tuple[int, int], ...]:
    rows = _targets(desk, index_code, entity_id, node_code, "rank")
    return tuple(sorted((int(row["period_id"]), int(row["value"])) for row in rows))


def _targets(desk: Desk, index_code: str, entity_id: str, node_code: str, kind: str) -> list[dict[Hashable, Any]]:
    """Targets of index years, as records."""
    which = where(entity_id=entity_id, index_code=index_code, node_code=node_code, target_kind=kind)
    return [r for r in desk.facts(TARGETS, which).to_dict("records") if not Period.parse(r["period_id"]).window]

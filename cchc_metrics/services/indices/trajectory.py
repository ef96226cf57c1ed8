"""On course or not: the unbroken stretch of a series, the pace asked of it, its projection and the errors behind it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.metrics import trajectory as metric
from cchc_metrics.metrics import trend
from cchc_metrics.metrics.trajectory import HORIZONS, Interval, Method, Status
from cchc_metrics.model import Period, PeriodClass
from cchc_metrics.schema import SCORES, TARGETS, TOTAL
from cchc_metrics.services.indices.standing import break_reason
from cchc_metrics.services.office.catalogue import EntityInfo, NodeInfo
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import where

# What is projected, because in the back-test it missed by less than any trend did (docs/methodology.md).
PROJECTED = Method.NO_CHANGE
# What past changes would give, drawn beside it for comparison.
COMPARED = Method.MEDIAN
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
    """One year ahead. low, high: None where too few past errors are known; drifted: at the median yearly change."""

    year: int
    value: float
    low: float | None
    high: float | None
    drifted: float


@dataclass(frozen=True)
class Course:
    """A series and where it is heading.

    history: one row per index year – period_id, value, state, segment. stretch: the years since the last break or gap.
    breaks: the broken steps – period_before, period_after, reason. pace: median yearly change, None with fewer than
    three points. ahead: up to three years, empty without a pace. goals: set ones by year, then the tried one.
    rank_goals: (year, rank) of the targets that are ranks, for which no course can be told.
    errors: the back-test of this criterion over all provinces (``trajectory.summary``).
    status: of the goal looked at; required: points a year it asks for, None without years left.
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
    required: float | None
    errors: pd.DataFrame
    sources: tuple[str, ...]

    @property
    def last(self) -> tuple[int, float] | None:
        """The last year with a value, and the value."""
        if self.stretch.empty:
            return None
        return int(self.stretch["period_id"].iloc[-1]), float(self.stretch["value"].iloc[-1])


def course(desk: Desk, index_code: str, entity_id: str, node_code: str = TOTAL, *, tried: Goal | None = None) -> Course:
    """Series, projection and status of a criterion. The tried goal is looked at first, else the next one set.

    Raises UnknownNameError for names there are not. Nothing is projected across a break, nor for a province that has
    no series of its own.
    """
    require(desk.actor, Deed.READ)
    catalogue = desk.catalogue
    entity = catalogue.entity(entity_id)
    scores = _scores(desk, index_code, node_code)
    segmented, breaks = _segmented(desk, index_code, node_code, scores)
    own = segmented[segmented["entity_id"] == entity_id]
    stretch = metric.last_stretch(own)
    errors = metric.backtest(segmented)
    goals = _goals(desk, index_code, entity_id, node_code)
    values = stretch["value"].tolist()
    last = int(stretch["period_id"].iloc[-1]) if len(stretch) else 0
    goal = tried or next((g for g in goals if g.year > last), goals[-1] if goals else None)
    enough = len(values) >= metric.LEAST_POINTS
    newest = max(scores["period_id"], default=str(last))
    return Course(
        index=index_code,
        entity=entity,
        node=catalogue.node(index_code, newest, node_code),
        history=own,
        stretch=stretch,
        breaks=breaks[breaks["broken"]],
        pace=metric.pace(values, COMPARED) if enough else None,
        ahead=_ahead(values, last, errors) if enough else (),
        goals=(*goals, *((tried,) if tried else ())),
        rank_goals=_rank_goals(desk, index_code, entity_id, node_code),
        goal=goal,
        status=_status(own, values, last, goal),
        required=metric.required_pace(values[-1], goal.value, goal.year - last)
        if goal is not None and values and goal.year > last
        else None,
        errors=metric.summary(errors),
        sources=tuple(sorted(set(scores.loc[scores["entity_id"] == entity_id, "source"].dropna()))),
    )


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
    if found.goal is not None and found.required is not None and found.last is not None and found.status != Status.MET:
        year, value = found.last
        rows = [(at, value + (at - year) * found.required) for at in range(year, found.goal.year + 1)]
    return pd.DataFrame(rows, columns=["year", "value"]).astype({"value": "float64"})


def _status(own: pd.DataFrame, values: Sequence[float], last: int, goal: Goal | None) -> Status:
    if goal is None:
        return Status.UNKNOWN
    known = own[(own["period_id"] == str(goal.year)) & own["value"].notna()]
    at_year = float(known["value"].iloc[0]) if len(known) else None
    return metric.status_of(values, last, goal.value, goal.year, at_year)


def _scores(desk: Desk, index_code: str, node_code: str) -> pd.DataFrame:
    which = where(index_code=index_code, node_code=node_code, score_kind="published")
    scores = desk.facts(SCORES, which)
    provinces = {info.id for info in desk.catalogue.provinces()}
    yearly = [Period.parse(p).period_class is PeriodClass.INDEX_YEAR for p in scores["period_id"]]
    return scores[pd.Series(yearly, index=scores.index, dtype=bool) & scores["entity_id"].isin(provinces)]


def _segmented(desk: Desk, index_code: str, node_code: str, scores: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    breaks = desk.catalogue.steps(index_code, node_code, sorted(set(scores["period_id"])))
    breaks = breaks.assign(reason=[break_reason(row) if row["broken"] else "" for _, row in breaks.iterrows()])
    return trend.segments(scores[["entity_id", "period_id", "value", "state"]], breaks), breaks


def _ahead(values: Sequence[float], last: int, errors: pd.DataFrame) -> tuple[Ahead, ...]:
    slope, drift = metric.pace(values, PROJECTED), metric.pace(values, COMPARED)
    found = []
    for horizon in HORIZONS:
        middle = values[-1] + horizon * slope
        known: Interval | None = metric.interval(errors, PROJECTED, horizon)
        low, high = (None, None) if known is None else (middle + known.low, middle + known.high)
        found.append(Ahead(last + horizon, middle, low, high, values[-1] + horizon * drift))
    return tuple(found)


def _goals(desk: Desk, index_code: str, entity_id: str, node_code: str) -> tuple[Goal, ...]:
    goals = [
        Goal(
            float(r["value"]),
            int(r["period_id"]),
            legal_basis=r["legal_basis"] if isinstance(r["legal_basis"], str) else "",
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


def backtested(desk: Desk, index_code: str) -> pd.DataFrame:
    """The back-test of an index over all provinces: ``trajectory.summary`` with a column ``about``.

    about: "parts" (all direct parts of the total together) and "total". The figures of docs/methodology.md.
    """
    require(desk.actor, Deed.READ)
    catalogue = desk.catalogue
    held = catalogue.periods(index_code, TOTAL)
    parts = {node.code for period in held for node in catalogue.children(index_code, period)}
    found = []
    for about, codes in (("parts", sorted(parts)), ("total", [TOTAL])):
        errors = [_errors_of(desk, index_code, code) for code in codes]
        if errors:
            found.append(metric.summary(pd.concat(errors, ignore_index=True)).assign(about=about))
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=[*metric.SUMMARY_DTYPES, "about"])


def _errors_of(desk: Desk, index_code: str, node_code: str) -> pd.DataFrame:
    segmented, _ = _segmented(desk, index_code, node_code, _scores(desk, index_code, node_code))
    return metric.backtest(segmented).assign(node_code=node_code)

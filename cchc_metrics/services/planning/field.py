"""What a plan is made on: the parts of one criterion, the other provinces, and what stands against planning there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.exact import Floats, Integers, covers
from cchc_metrics.metrics.ranking import quartile_group
from cchc_metrics.model import SCALE, Period, PeriodClass, ScoreKind, scaled
from cchc_metrics.model.rows import number_of
from cchc_metrics.schema import SCORES, TOTAL
from cchc_metrics.services.indices.gaps import against_all
from cchc_metrics.services.indices.noise import assumed
from cchc_metrics.services.indices.panel import panel_runs, yearly_changes
from cchc_metrics.services.indices.results import Grouping, grouping
from cchc_metrics.services.indices.sightings import Known
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import Question, where

# Sums of printed parts differ from the printed whole by the rounding of the source: 3 × 10⁻⁶ at most in PAPI totals.
SUM_TOLERANCE = 1e-5
PUBLISHED = ScoreKind.PUBLISHED
# Fewer yearly changes of a part than these say nothing of what a year can bring.
LEAST_RISES = 30


@dataclass(frozen=True, slots=True)
class Place:
    """Which result is planned on: the parts of ``parent``, published scores of one period."""

    index: str
    period: str
    entity: str
    parent: str = TOTAL


@dataclass(frozen=True)
class PlanField:
    """The ground of a plan.

    parts: one row per direct part – node_code, name, value, max_score, best (missing where unknown), step (missing
    where the framework has none), exact (Int64), attainable (the rise in one year that a declared share of all yearly
    changes did not exceed; missing where too few are known). rises: per part all these changes, sorted. value: the
    score of the whole. others: exact scores of the other provinces with a value, by entity_id. held: entity × part,
    every published score of the base, those of provinces whose whole is withheld too: what such a province reached in
    a part, it reached. withheld: names of provinces of the base without a value. ranked: enough provinces have a value.
    problem: why no plan can be made here, "" where one can. known: how the score of the whole is known.
    """

    place: Place
    name: str
    parent: NodeInfo
    parts: pd.DataFrame
    rises: Mapping[str, Floats]
    value: float | None
    others: pd.Series
    held: pd.DataFrame
    withheld: tuple[str, ...]
    population: int
    grouping: Grouping
    ranked: bool
    sources: tuple[str, ...]
    problem: str
    known: Known

    @cached_property
    def rivals(self) -> Integers:
        """The exact scores of the others."""
        return self.others.to_numpy(dtype="int64")

    @property
    def exact(self) -> int:
        """The exact score of the whole. Raises ValueError where there is none."""
        if self.value is None:
            raise ValueError("the whole has no value")
        return round(self.value * SCALE)

    def how_often(self, code: str, gain: int) -> tuple[int, int]:
        """How many of the yearly changes of a part were at least this exact gain, and of how many."""
        rises = self.rises[code]
        return len(rises) - int(np.searchsorted(rises, gain / SCALE - 0.5 / SCALE)), len(rises)

    def group_at(self, exact: int) -> str:
        """The group that a score of the whole stands in: "1" to "4" for quartiles, a published label, or ""."""
        if not self.ranked:
            return ""
        if self.grouping.by_quartile:
            values = pd.Series(np.append(self.rivals, exact) / SCALE)
            found = quartile_group(values).iloc[-1]
            return "" if pd.isna(found) else str(int(found))
        return self.grouping.label(exact / SCALE)


def plan_field(desk: Desk, place: Place) -> PlanField:
    """The ground of a plan at this place. Raises UnknownNameError for names there are not."""
    require(desk.actor, Deed.READ_ALL)
    catalogue = desk.catalogue
    found = against_all(desk, Question(place.index, place.period, place.parent), place.entity)
    era = catalogue.entity(place.entity).era or catalogue.era_of(place.period, place.index)
    base = catalogue.members("", era)
    held = _held(desk, place, [place.parent, *found.parts["node_code"]], base)
    whole = held.get(place.parent, pd.Series(dtype="float64")).dropna()
    others = scaled(whole.drop(place.entity, errors="ignore")).astype("int64")
    value = number_of(found.whole["value"])
    rises = _yearly_rises(desk, place, found.parts["node_code"])
    return PlanField(
        place=place,
        name=catalogue.name_of(place.entity),
        parent=found.parent,
        parts=_parts(desk, place, found.parts, rises),
        rises=rises,
        value=value,
        others=others,
        held=held,
        withheld=tuple(sorted((catalogue.name_of(e) for e in base - set(whole.index)), key=fmt.sort_key)),
        population=len(base),
        grouping=grouping(desk, Question(place.index, place.period, place.parent)),
        ranked=covers(len(whole), len(base), desk.office.settings.rank_coverage),
        sources=found.sources,
        problem=_problem(place, found.parent, found.parts, value, catalogue.name_of(place.entity)),
        known=found.known,
    )


def _held(desk: Desk, place: Place, nodes: list[str], base: frozenset[str]) -> pd.DataFrame:
    which = where(index_code=place.index, period_id=place.period, node_code=nodes, score_kind=PUBLISHED)
    scores = desk.facts(SCORES, {**which, "entity_id": sorted(base)})
    scores = scores[scores["value"].notna()]
    return scores.pivot(index="entity_id", columns="node_code", values="value")  # noqa: PD010 (one score per cell)


def _parts(desk: Desk, place: Place, parts: pd.DataFrame, rises: Mapping[str, Floats]) -> pd.DataFrame:
    """The parts in the framework's order, with the score steps it declares and the rise that a year can bring."""
    share = assumed(desk).get("attainable_share")
    reach = [
        max(float(np.quantile(rises[code], share)), 0.0)
        if share is not None and len(rises[code]) >= LEAST_RISES
        else np.nan
        for code in parts["node_code"]
    ]
    order = {node.code: number for number, node in enumerate(catalogue_parts(desk, place))}
    rows = (desk.catalogue.written(place.index, place.period, code) for code in parts["node_code"])
    written = [number_of(row.get("step")) for row in rows]
    steps = [np.nan if step is None else step for step in written]
    kept = parts[["node_code", "name", "value", "max_score", "best"]].assign(
        step=steps, exact=scaled(parts["value"]), attainable=reach
    )
    return kept.sort_values("node_code", key=lambda codes: codes.map(order), ignore_index=True)


def catalogue_parts(desk: Desk, place: Place) -> tuple[NodeInfo, ...]:
    """The direct parts of the whole in that year's framework."""
    return desk.catalogue.children(place.index, place.period, place.parent)


def _problem(place: Place, parent: NodeInfo, parts: pd.DataFrame, value: float | None, name: str) -> str:
    """Why parts cannot be moved here, in one sentence."""
    t = texts().scenario
    told = {"index": place.index, "period": fmt.period(place.period), "node": parent.label, "name": name}
    if value is None:
        return t.no_value.format(**told)
    if parts.empty:
        return t.no_parts.format(**told)
    without = parts[parts["value"].isna() | parts["max_score"].isna()]
    if len(without):
        return t.parts_unknown.format(**told, count=len(without), of=len(parts))
    most, known = parent.max_score, float(parts["max_score"].sum())
    if most is not None and abs(known - most) > SUM_TOLERANCE:
        return t.maxima_short.format(**told, sum=fmt.plain(known, 2), most=fmt.plain(most, 2))
    if abs(float(parts["value"].sum()) - value) > SUM_TOLERANCE:
        return t.not_a_sum.format(**told)
    return ""


def past_of(desk: Desk, place: Place) -> tuple[pd.DataFrame, ...]:
    """The whole up to the period, entity × index year, in runs of comparable years; empty for a window of reporting."""
    if Period.parse(place.period).period_class is not PeriodClass.INDEX_YEAR:
        return ()
    return panel_runs(desk, place.index, place.parent, until=place.period)


def _yearly_rises(desk: Desk, place: Place, codes: Iterable[str]) -> dict[str, Floats]:
    """Per part the changes in one comparable year that provinces made up to the period, falls among them, sorted."""
    found = {}
    for code in codes:
        changes = yearly_changes(past_of(desk, replace(place, parent=code))).to_numpy(dtype="float64").ravel()
        found[code] = np.sort(changes[~np.isnan(changes)])
    return found

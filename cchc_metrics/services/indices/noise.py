"""How far a score moves although nothing has changed: by standard errors, by the panel that is held, by the sample."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import sqrt

import pandas as pd

from cchc_metrics.metrics import noise as metric
from cchc_metrics.metrics.decomposition import Line
from cchc_metrics.metrics.noise import PanelNoise
from cchc_metrics.model import Period, PeriodClass
from cchc_metrics.schema import ASSUMPTIONS, SAMPLE_SIZES, SCORES, STANDARD_ERRORS
from cchc_metrics.services.indices.panel import PUBLISHED, panel_runs, yearly_changes
from cchc_metrics.services.office.desk import Desk, once_for_all
from cchc_metrics.services.office.question import Question, where
from cchc_metrics.services.office.units import PERCENT

NATION = "VN"


class Basis(StrEnum):
    """Where the noise is known from, in the order of trust."""

    ERROR = "error"
    PANEL = "panel"
    SAMPLE = "sample"


@dataclass(frozen=True)
class Noise:
    """The noise of one criterion in one index year.

    errors: standard error by entity, for ERROR and SAMPLE; panel: the declared noise, the same for everyone, for PANEL.
    respondents: forms per province (SAMPLE), of which year; spread: from the nation's count, shared out evenly.
    """

    basis: Basis
    errors: Mapping[str, float] = field(default_factory=dict)
    panel: PanelNoise | None = None
    respondents: int = 0
    sampled: int = 0
    spread: bool = False

    def of(self, entity_id: str) -> float | None:
        """The standard error of an entity's score, or its upper bound; None where it is not known."""
        return self.panel.upper if self.panel is not None else self.errors.get(entity_id)


@once_for_all
def assumed(desk: Desk) -> Mapping[str, float]:
    """Assumptions by their code (schema.ASSUMED)."""
    rows = desk.facts(ASSUMPTIONS)
    return {str(name): float(value) for name, value in zip(rows["assumption"], rows["value"], strict=True)}


def noise_of(desk: Desk, asked: Question, entities: Collection[str]) -> Noise | None:
    """The noise of published scores of an index year: standard errors where all of these entities have one, else what
    the panel of provinces shows, else what the sample's size says. None where nothing says anything.

    A standard error declared for the whole country is that of every province without one of its own.
    """
    if Period.parse(asked.period).period_class is not PeriodClass.INDEX_YEAR:
        return None
    errors = _stated(desk, asked.index, asked.period, asked.node)
    if NATION in errors:
        errors = {**dict.fromkeys(entities, errors[NATION]), **errors}
    if errors and set(entities) <= set(errors):
        return Noise(Basis.ERROR, errors)
    return _shown(desk, asked.index, asked.node, asked.period)


@once_for_all
def _stated(desk: Desk, index_code: str, period_id: str, node_code: str) -> Mapping[str, float]:
    """Standard errors as they were declared, by entity."""
    which = where(index_code=index_code, period_id=period_id, node_code=node_code)
    return metric.errors_of(desk.facts(STANDARD_ERRORS, which))


@once_for_all
def _shown(desk: Desk, index_code: str, node_code: str, period_id: str) -> Noise | None:
    """What the panel shows, else the sample's size: the same whoever is asked about."""
    steps = assumed(desk).get("noise_steps")
    if steps is None:
        return None
    changes = yearly_changes(panel_runs(desk, index_code, node_code))
    found = metric.panel_noise(changes, Period.parse(period_id).year, int(steps))
    return Noise(Basis.PANEL, panel=found) if found else _by_sample(desk, index_code, node_code, period_id)


def _by_sample(desk: Desk, index_code: str, node_code: str, period_id: str) -> Noise | None:
    """A survey score in percent: each province's own count, else the nation's shared out; of the nearest year known."""
    effect, sizes = (
        assumed(desk).get("design_effect"),
        desk.facts(SAMPLE_SIZES, where(index_code=index_code, node_code=node_code)),
    )
    in_percent = desk.catalogue.node(index_code, period_id, node_code).unit == PERCENT
    if effect is None or sizes.empty or not in_percent:
        return None
    year = Period.parse(period_id).year
    nearest = min((int(p) for p in set(sizes["period_id"])), key=lambda known: (abs(known - year), -known))
    rows = sizes[sizes["period_id"] == str(nearest)]
    own = dict(zip(rows["entity_id"], rows["respondents"], strict=True))
    era = desk.catalogue.era_of(period_id, index_code)
    shared = int(own[NATION]) // desk.catalogue.population(era) if NATION in own else 0
    which = where(index_code=index_code, period_id=period_id, node_code=node_code, score_kind=PUBLISHED)
    scores = desk.facts(SCORES, {**which, "entity_id": desk.catalogue.compared()})
    scores = scores[scores["value"].notna() & (scores["entity_id"] != NATION)]
    errors = {
        str(entity): metric.sample_error(float(value), int(own.get(entity, shared)), effect)
        for entity, value in zip(scores["entity_id"], scores["value"], strict=True)
        if own.get(entity, shared)
    }
    return Noise(Basis.SAMPLE, errors, respondents=shared, sampled=nearest, spread=bool(shared)) if errors else None


@dataclass(frozen=True, slots=True)
class Swing:
    """How large a change must be to say that it is one: ``least`` in the unit of the difference, at ``confidence``."""

    least: float
    confidence: float
    basis: Basis

    def hides(self, change: float) -> bool:
        """Whether noise alone may well make such a change; no change at all is not called one."""
        return change != 0 and abs(change) <= self.least


def swings(
    desk: Desk, index_code: str, node_code: str, years: tuple[str, str], entities: Collection[str]
) -> Mapping[str, Swing]:
    """The least change between two years that noise does not explain, by entity; those without known noise left out.

    Either all of the entities have standard errors of a year, or none is taken as having one.
    """
    confidence = assumed(desk).get("confidence")
    before, after = (noise_of(desk, Question(index_code, period, node_code), entities) for period in years)
    if confidence is None or before is None or after is None:
        return {}
    # A panel's noise is one of a stretch of years: that about the later year stands for both.
    sides = (after if before.basis is after.basis is Basis.PANEL else before, after)
    found = {}
    for entity in entities:
        errors = sides[0].of(entity), sides[1].of(entity)
        if errors[0] is not None and errors[1] is not None:
            found[entity] = Swing(metric.least_change(errors[0], errors[1], confidence), confidence, sides[1].basis)
    return found


def swing(desk: Desk, index_code: str, node_code: str, years: tuple[str, str], entity_id: str) -> Swing | None:
    """``swings`` of one entity; None where its noise is not known."""
    return swings(desk, index_code, node_code, years, [entity_id]).get(entity_id)


def apart(
    desk: Desk, index_code: str, node_code: str, period_id: str, entity_id: str, *, other: str = "", of: int = 0
) -> Swing | None:
    """How far two published scores of one year must lie apart to be told apart; None where noise is not known.

    An entity against another one, or against the plain mean (or median) of ``of`` entities, whose error is that of
    their number: s / √of. With neither the other side is a printed figure, taken as exact.
    """
    confidence, sides = assumed(desk).get("confidence"), [entity_id, *([other] if other else [])]
    found = noise_of(desk, Question(index_code, period_id, node_code), sides)
    own = None if found is None else found.of(entity_id)
    if confidence is None or found is None or own is None:
        return None
    against = found.of(other) if other else own / sqrt(of) if of else 0.0
    return None if against is None else Swing(metric.least_change(own, against, confidence), confidence, found.basis)


def with_hidden(parts: pd.DataFrame, swing_of: Callable[[str], Swing | None]) -> pd.DataFrame:
    """Lines of ``part_changes`` with hidden: whether noise alone may well make the change of a part."""

    def hides(code: str, change: float) -> bool:
        known = swing_of(code)
        return known is not None and known.hides(change)

    told = zip(parts["line"], parts["node_code"], parts["delta"], strict=True)
    hidden = [line == Line.PART and not pd.isna(change) and hides(code, change) for line, code, change in told]
    return parts.assign(hidden=hidden)

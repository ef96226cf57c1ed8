"""Where everyone stands: one index, one criterion, one period, on one base of provinces."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics import ranking
from cchc_metrics.metrics.exact import same
from cchc_metrics.model import Period, PeriodClass, TargetKind
from cchc_metrics.schema import SCORES, TARGETS
from cchc_metrics.services.office.catalogue import Catalogue
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import Question, where

_SHOWN = ("entity_id", "period_id", "state", "value", "published_rank", "rank_out_of", "source", "note")


@dataclass(frozen=True, slots=True)
class Standing:
    """A ranking with everything needed to read it.

    table: one row per province of the base – entity_id, name, value, state, rank, n_ranked, rank_source, quartile,
    previous_rank, previous_value, places_gained, change, source; in rank order, those without a rank last.
    previous_period: the period before that holds scores, or None. comparable: whether the change in value may be
    told; break_reason says why not. computed: ranks were computed here, not published.
    """

    index_code: str
    node: NodeInfo
    period_id: str
    score_kind: str
    base: str
    table: pd.DataFrame
    previous_period: str | None
    comparable: bool
    break_reason: str
    n_valued: int
    population: int
    sources: tuple[str, ...]

    @property
    def computed(self) -> bool:
        return bool((self.table["rank_source"] == "computed").any())

    @property
    def withheld(self) -> bool:
        """Too few provinces have a published value for a rank to mean anything."""
        return not self.computed and self.n_valued > 0 and not (self.table["rank_source"] == "published").any()

    def row(self, entity_id: str) -> pd.Series | None:
        """The row of one province, None when it is not on this base."""
        places = np.flatnonzero(same(self.table["entity_id"], entity_id))
        return self.table.iloc[places[0]] if len(places) else None


def standing(desk: Desk, asked: Question, *, base: str | None = None) -> Standing:
    """The ranking of a criterion in a period.

    base: "63" or "34"; by default the base on which the period was published. Raises UnknownNameError for an index,
    period, criterion or base that holds no scores.
    """
    require(desk.actor, Deed.READ)
    found = _standing(desk, asked)
    if base not in (None, found.base):
        said = texts().services.no_scores_on_base
        raise UnknownNameError(said.format(base=base, period=found.period_id, own=found.base))
    return found


@once
def _standing(desk: Desk, asked: Question) -> Standing:
    catalogue, period_id = desk.catalogue, asked.period
    held = catalogue.periods(asked.index, asked.node)
    if period_id not in held:
        raise UnknownNameError(texts().services.no_scores.format(index=asked.index, node=asked.node, period=period_id))
    own_base = catalogue.era_of(period_id, asked.index)
    before = previous_period(held, period_id)
    if before and catalogue.era_of(before, asked.index) != own_base:
        before = None
    members, both = catalogue.members("", own_base), [one for one in (period_id, before) if one]
    scores = desk.facts(SCORES, asked.where(period_id=both, entity_id=sorted(members)), columns=_SHOWN)
    is_now = (scores["period_id"] == period_id).to_numpy(dtype=bool)
    now, then = scores[is_now], scores[~is_now] if before else None
    broken, reason, soft = comparability(catalogue, asked.index, asked.node, before, period_id)
    table = ranking.ranking_table(
        now,
        then,
        population=len(members),
        coverage=desk.office.settings.rank_coverage,
        comparable=not broken,
        ranks_comparable=not broken or soft,
    )
    at = pd.Index(now["entity_id"].to_numpy(dtype=object)).get_indexer(table["entity_id"].to_numpy(dtype=object))
    names = pd.array([catalogue.entity(entity_id).name for entity_id in table["entity_id"]], dtype="str")
    table = table.assign(name=names, **{name: now[name].array.take(at) for name in ("source", "note")})
    return Standing(
        index_code=asked.index,
        node=catalogue.node(asked.index, period_id, asked.node),
        period_id=period_id,
        score_kind=asked.score_kind,
        base=own_base,
        table=table,
        previous_period=before,
        comparable=not broken,
        break_reason=reason,
        n_valued=int(table["value"].notna().sum()),
        population=len(members),
        sources=tuple(sorted(set(now["source"].dropna()))),
    )


def previous_period(held: tuple[str, ...], period_id: str) -> str | None:
    """The latest earlier period of the same sort: index years with index years, a window with the same window."""
    this = Period.parse(period_id)
    earlier = [p for p in map(Period.parse, held) if p.window == this.window and p.year < this.year]
    return max(earlier).id if earlier else None


def comparability(
    catalogue: Catalogue, index_code: str, node_code: str, before: str | None, after: str
) -> tuple[bool, str, bool]:
    """(broken, reason, soft) between two index years. soft: only the framework changed, so ranks still compare."""
    if before is None or Period.parse(after).period_class is not PeriodClass.INDEX_YEAR:
        return False, "", False
    found = catalogue.steps(index_code, node_code, [before, after])
    if found.empty or not bool(found["broken"].iloc[0]):
        return False, "", False
    row = found.to_dict("records")[0]
    return True, break_reason(row), str(row["reason_code"]) in ("framework_changed", "max_changed")


def break_reason(row: Mapping[Any, Any] | pd.Series) -> str:
    """The sentence that stands for a break: its own reason, else the general one of its code."""
    t = texts().services
    if isinstance(row["reason"], str) and row["reason"]:
        return named(str(row["reason"]))
    return {"framework_changed": t.framework_changed, "max_changed": t.max_changed}.get(
        str(row["reason_code"]), t.not_comparable
    )


def target_of(desk: Desk, asked: Question, entity_id: str) -> tuple[float | None, int | None, str]:
    """(target value, target rank, legal basis) set for an entity, criterion and year; None where none is set."""
    which = where(entity_id=entity_id, index_code=asked.index, node_code=asked.node, period_id=asked.period)
    found = desk.facts(TARGETS, which, columns=("target_kind", "value", "legal_basis"))
    value = rank = None
    basis = ""
    for row in found.to_dict("records"):
        if row["target_kind"] == TargetKind.RANK:
            rank = int(row["value"])
        elif row["target_kind"] == TargetKind.VALUE:
            value = float(row["value"])
        else:
            continue
        basis = row["legal_basis"] if isinstance(row["legal_basis"], str) else basis
    return value, rank, basis

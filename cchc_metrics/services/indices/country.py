"""What the map shows of every province: value, group, rank, change, on either base, in one shape."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.metrics.ranking import RankSource
from cchc_metrics.model.rows import number_of
from cchc_metrics.services.indices.lineage import AFTER, BEFORE, ProForma, Way, pro_forma_standing, short_name
from cchc_metrics.services.indices.noise import Swing, swings
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.places import NOT_QUIET
from cchc_metrics.services.indices.places_on_base import quiet_estimates
from cchc_metrics.services.indices.results import Grouping, grouping
from cchc_metrics.services.indices.sightings import NOT_TOLD, with_known
from cchc_metrics.services.indices.standing import Standing, standing
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import Question

_SHOWN = [
    *("entity_id", "name", "value", "state", "rank", "n_ranked", "rank_source"),
    *("quartile", "change", "places_gained", "estimate", "low", "high"),
]


@dataclass(frozen=True, slots=True)
class AtlasRows:
    """One criterion in one period on one base.

    rows: one row per province of the base, absent ones too – entity_id, name, value, state, rank, n_ranked, quartile
    (only where the framework groups so), change, places_gained, estimate, low and high (over all weightings; the
    value itself where published), rank_source, group (a label of
    lower bounds, else ""), hidden (noise alone may make the change), known
    (``sightings.Known``); in rank order, those without a value last. way:
    None where nothing is estimated.
    """

    index_code: str
    node: NodeInfo
    period_id: str
    base: str
    rows: pd.DataFrame
    grouping: Grouping
    previous_period: str | None
    comparable: bool
    break_reason: str
    way: Way | None
    sources: tuple[str, ...]

    @property
    def grouped(self) -> bool:
        """Whether any province stands in a group."""
        return bool(self.rows["quartile"].notna().any()) or bool((self.rows["group"] != "").any())

    @property
    def changed(self) -> bool:
        """Whether of any province a change may be told."""
        return bool(self.rows["change"].notna().any())


def bases(desk: Desk, index_code: str, period_id: str) -> tuple[str, ...]:
    """The bases on which a period can be drawn, its own first: what was published on 34 is not taken apart again."""
    own = desk.catalogue.era_of(period_id, index_code)
    return (BEFORE, AFTER) if own == BEFORE else (AFTER,)


@once
def atlas_rows(desk: Desk, asked: Question, *, base: str, way: Way) -> AtlasRows:
    """The rows of one map. Raises UnknownNameError where the period holds no scores of the criterion."""
    groups = grouping(desk, asked)
    shared: ProForma | Standing
    if base == AFTER:
        made = pro_forma_standing(desk, asked, way=way)
        table, shared = made.table.assign(rank_source=str(RankSource.COMPUTED)), made
    else:
        found = standing(desk, asked, base=base)
        table, shared = found.table.assign(estimate=False, low=found.table["value"], high=found.table["value"]), found
    rows = _with_hidden(desk, shared, asked.score_kind, _everyone(desk, table, base, groups))
    return AtlasRows(
        index_code=asked.index,
        node=shared.node,
        period_id=asked.period,
        base=base,
        rows=_with_known(desk, shared, asked.score_kind, rows),
        grouping=groups,
        previous_period=shared.previous_period,
        comparable=shared.comparable,
        break_reason=shared.break_reason,
        way=way if base == AFTER and bool((table["estimate"] & table["value"].notna()).any()) else None,
        sources=shared.sources,
    )


def _with_hidden(desk: Desk, shared: ProForma | Standing, score_kind: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with hidden, which is False wherever no noise is known."""
    if isinstance(shared, ProForma):
        quiet = quiet_estimates(desk, shared)
        return rows.assign(hidden=[quiet.get(str(one), NOT_QUIET).score for one in rows["entity_id"]])
    moved = [str(entity) for entity in rows.loc[rows["change"].notna(), "entity_id"]]
    known: Mapping[str, Swing] = {}
    if moved and shared.previous_period is not None and score_kind == PUBLISHED:
        known = swings(desk, shared.index_code, shared.node.code, (shared.previous_period, shared.period_id), moved)
    told = zip(rows["entity_id"], rows["change"], strict=True)
    return rows.assign(hidden=[one in known and known[one].hides(float(change)) for one, change in told])


def _with_known(desk: Desk, shared: ProForma | Standing, score_kind: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with known: how each published figure is known; of an estimate, how those are that it was made of."""
    if isinstance(shared, ProForma):
        held = dict(zip(shared.table["entity_id"], shared.table["known"], strict=True))
        known = [held.get(entity, NOT_TOLD) for entity in rows["entity_id"]]
        return rows.assign(known=pd.Series(known, index=rows.index, dtype="object"))
    told = with_known(desk, rows.assign(period_id=shared.period_id), shared.index_code, shared.node.code, score_kind)
    return rows.assign(known=told["known"])


def _everyone(desk: Desk, table: pd.DataFrame, base: str, groups: Grouping) -> pd.DataFrame:
    """The table with a row for every province of the base, of which nothing may be known."""
    absent = sorted(desk.catalogue.members("", base) - set(table["entity_id"]))
    told = table[table["value"].notna() | table["rank"].notna()]
    silent = table[table["value"].isna() & table["rank"].isna()]
    ordered = pd.concat([told, silent])[_SHOWN].set_index("entity_id")
    rows = ordered.reindex([*ordered.index, *absent]).reset_index()
    names = [short_name(desk, one) if base == AFTER else desk.catalogue.name_of(one) for one in rows["entity_id"]]
    quartile = rows["quartile"] if groups.by_quartile else pd.array([pd.NA] * len(rows), dtype="Int64")
    values = [number_of(value) for value in rows["value"]]
    labels = ["" if groups.by_quartile else groups.label(value) for value in values]
    flags = rows["estimate"].astype("boolean").fillna(value=False).astype(bool)
    return rows.assign(name=names, quartile=quartile, group=labels, estimate=flags)

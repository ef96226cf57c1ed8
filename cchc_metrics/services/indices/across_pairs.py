"""Two criteria held against each other over the provinces of one year: where they part, how they go together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.metrics.correlation import Correlation, correlation
from cchc_metrics.metrics.exact import covers
from cchc_metrics.model import Period, PeriodClass, ScoreKind
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.across import ThemeNode, name_of
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.places import likely_ranks
from cchc_metrics.services.indices.sightings import figure_known
from cchc_metrics.services.indices.standing import Standing, standing
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question

# The nearer to the province's own hand, the better it says "tự chấm".
KINDS = (ScoreKind.SELF, ScoreKind.APPRAISED, ScoreKind.PUBLISHED)
LEAST_PAIRS = 10
_MARK = "|"
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Divergence:
    """Provinces in the upper half by their own score and in the lower half by citizens, in one year.

    rows: one row per province that has a rank on both – entity_id, name, own_rank, own_n, asked_rank, asked_n,
    own_known, asked_known (how the ranks are known), own_share, asked_share (0 first, 1 last), gap (asked_share −
    own_share), apart (bool: upper half against lower
    half), unsure (bool: apart, but noise alone may well put the asked rank there); widest gap
    first. kind: the score kind of the own side. ranked: provinces with a rank on (own, asked).
    """

    period_id: str
    own: ThemeNode
    asked: ThemeNode
    kind: str
    rows: pd.DataFrame
    ranked: tuple[int, int]
    population: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two series over the provinces of one year.

    points: entity_id, name, x, y, x_known, y_known (how the figures are known). few: too few pairs to be told.
    partial: many provinces are missing, and those that the press names are no sample.
    """

    left: ThemeNode
    right: ThemeNode
    period_id: str
    points: pd.DataFrame
    found: Correlation
    population: int
    partial: bool
    units: tuple[str, str]
    sources: tuple[str, ...]

    @property
    def few(self) -> bool:
        return self.found.n < LEAST_PAIRS


def held_years(desk: Desk, nodes: Sequence[ThemeNode]) -> tuple[str, ...]:
    """Index years in which all of these criteria hold results of provinces, newest first."""
    held = [set(desk.catalogue.periods(node.index_code, node.node_code)) for node in nodes]
    both = set.intersection(*held) if held else set()
    years = [period for period in both if Period.parse(period).period_class is PeriodClass.INDEX_YEAR]
    return tuple(sorted(years, key=Period.parse, reverse=True))


def sides(desk: Desk, nodes: Sequence[ThemeNode]) -> tuple[list[ThemeNode], list[ThemeNode]]:
    """The criteria in which authorities judge, and those in which people do; an undeclared index is on neither side."""
    judged = [(node, desk.catalogue.asks_people(node.index_code)) for node in nodes]
    return [node for node, asks in judged if asks is False], [node for node, asks in judged if asks]


def divergences(desk: Desk, nodes: Sequence[ThemeNode], period_id: str) -> tuple[Divergence, ...]:
    """One list per pair of an own and an asked criterion among these that both hold results in that year."""
    own, asked = sides(desk, nodes)
    return tuple(
        _divergence(desk, one, other, period_id)
        for one in own
        for other in asked
        if period_id in held_years(desk, (one, other))
    )


def _divergence(desk: Desk, own: ThemeNode, asked: ThemeNode, period_id: str) -> Divergence:
    kind, left = _nearest(desk, own, period_id)
    right = standing(desk, Question(asked.index_code, period_id, asked.node_code))
    ranked = [one.table[one.table["rank"].notna() & one.table["n_ranked"].notna()] for one in (left, right)]
    columns = ["entity_id", "name", "rank", "n_ranked"]
    both = ranked[0][columns].merge(
        ranked[1][["entity_id", "rank", "n_ranked"]], on="entity_id", suffixes=("", "_asked")
    )
    own_share, asked_share = _share(both["rank"], both["n_ranked"]), _share(both["rank_asked"], both["n_ranked_asked"])
    rows = pd.DataFrame(
        {
            "entity_id": both["entity_id"],
            "name": both["name"],
            "own_rank": both["rank"],
            "own_n": both["n_ranked"],
            "own_known": _known(desk, own, period_id, both["entity_id"], kind),
            "asked_rank": both["rank_asked"],
            "asked_n": both["n_ranked_asked"],
            "asked_known": _known(desk, asked, period_id, both["entity_id"]),
            "own_share": own_share,
            "asked_share": asked_share,
            "gap": asked_share - own_share,
            "apart": (own_share <= _HALF) & (asked_share > _HALF),
        }
    )
    rows = rows.assign(unsure=rows["apart"] & _may_be_upper(desk, asked, period_id, rows))
    ordered = rows.sort_values(["gap", "entity_id"], ascending=[False, True], ignore_index=True)
    sources = tuple(sorted({*left.sources, *right.sources}))
    counts = (len(ranked[0]), len(ranked[1]))
    return Divergence(period_id, own, asked, kind, ordered, counts, left.population, sources)


def _known(desk: Desk, node: ThemeNode, period_id: str, entities: pd.Series, score_kind: str = PUBLISHED) -> pd.Series:
    """How the figures of these provinces are known (``Known``)."""
    asked = Question(node.index_code, period_id, node.node_code, score_kind)
    known = [figure_known(desk, asked, str(one)) for one in entities]
    return pd.Series(known, index=entities.index, dtype="object")


def _nearest(desk: Desk, node: ThemeNode, period_id: str) -> tuple[str, Standing]:
    """The score kind nearest to the province's own hand of which anyone has a rank, else the published one."""
    for kind in KINDS:
        if kind in desk.catalogue.score_kinds(node.index_code):
            found = standing(desk, Question(node.index_code, period_id, node.node_code, kind))
            if found.table["rank"].notna().any():
                return kind, found
    return KINDS[-1], standing(desk, Question(node.index_code, period_id, node.node_code))


def _may_be_upper(desk: Desk, asked: ThemeNode, period_id: str, rows: pd.DataFrame) -> pd.Series:
    """Whether a next survey might put the province into the upper half though nothing changed."""
    likely = likely_ranks(desk, Question(asked.index_code, period_id, asked.node_code))
    told = zip(rows["entity_id"], rows["asked_rank"], rows["asked_n"], strict=True)
    best = [(likely.get(str(entity), (int(rank), 0))[0] - 1, int(of) - 1) for entity, rank, of in told]
    return pd.Series([first <= _HALF * last for first, last in best], index=rows.index, dtype=bool)


def _share(rank: pd.Series, out_of: pd.Series) -> pd.Series:
    """Where a rank lies between the first (0) and the last (1); 0 where there is only one."""
    last = out_of.astype("float64") - 1
    return ((rank.astype("float64") - 1) / last.where(last > 0)).fillna(0.0).astype("float64")


def series_choices(desk: Desk, _: object = None) -> Mapping[str, str]:
    """Every criterion with results of provinces, ``index|code`` -> label, totals of all indices first."""
    labels: dict[str, str] = {}
    for index_code in desk.catalogue.indices():
        for node_code in desk.catalogue.newest_by_node(index_code):
            labels[f"{index_code}{_MARK}{node_code}"] = f"{index_code} · {name_of(desk, index_code, node_code)}"
    return dict(sorted(labels.items(), key=lambda pair: not pair[0].endswith(f"{_MARK}{TOTAL}")))


def node_at(desk: Desk, code: str) -> ThemeNode:
    """The criterion behind ``index|code``. Raises UnknownNameError for another text."""
    index_code, mark, node_code = code.partition(_MARK)
    if not mark:
        raise UnknownNameError(code)
    return ThemeNode(index_code, node_code, name_of(desk, index_code, node_code), "")


def pairing(desk: Desk, left: ThemeNode, right: ThemeNode, period_id: str) -> Pairing:
    """How two criteria go together over the provinces of one year."""
    one = standing(desk, Question(left.index_code, period_id, left.node_code))
    other = standing(desk, Question(right.index_code, period_id, right.node_code))
    values = other.table.set_index("entity_id")["value"].reindex(one.table["entity_id"])
    points = pd.DataFrame(
        {
            "entity_id": one.table["entity_id"].array,
            "name": one.table["name"].array,
            "x": one.table["value"].array,
            "y": values.array,
        }
    )
    points = points.assign(
        x_known=_known(desk, left, period_id, points["entity_id"]),
        y_known=_known(desk, right, period_id, points["entity_id"]),
    )
    found = correlation(points["x"], points["y"])
    known = points.dropna(subset=["x", "y"]).reset_index(drop=True)
    sources = tuple(sorted({*one.sources, *other.sources}))
    partial = not covers(found.n, one.population, desk.office.settings.rank_coverage)
    units = (one.node.unit, other.node.unit)
    return Pairing(left, right, period_id, known, found, one.population, partial, units, sources)

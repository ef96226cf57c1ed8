"""Where a province stands on the ranking of each index of a theme, on one scale, with all others behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.services.indices.across import Stretch, ThemeNode
from cchc_metrics.services.indices.sightings import with_known
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question


@dataclass(frozen=True, slots=True)
class Places:
    """stops: the criteria in which the province has a rank, each with the newest year of one.

    rows: one row per stop × province with a rank – stop (its number), entity_id, name, place (0 last … 100 first,
    evenly between; 100 where there is only one), rank, n_ranked, known (how the rank is known).
    """

    stops: tuple[tuple[ThemeNode, str], ...]
    rows: pd.DataFrame


def places(desk: Desk, found: Sequence[Stretch], entity_id: str) -> Places:
    """The newest rank of the province in each criterion, and those of the others in the same year."""
    stops: list[tuple[ThemeNode, str]] = []
    parts: list[pd.DataFrame] = []
    for one in found:
        ranked = one.points[one.points["rank"].notna() & one.points["n_ranked"].notna()]
        if ranked.empty:
            continue
        own = ranked.iloc[-1]
        period = str(own["period_id"])
        ours = pd.DataFrame(
            {
                "entity_id": [entity_id],
                "name": [desk.catalogue.name_of(entity_id)],
                "rank": pd.array([int(own["rank"])], dtype="Int64"),
                "n_ranked": pd.array([int(own["n_ranked"])], dtype="Int64"),
            }
        )
        ours = ours.assign(known=pd.Series([own["known"]], dtype="object"))
        others = _others(desk, one.node, period)
        both = pd.concat([others[others["entity_id"] != entity_id], ours], ignore_index=True)
        parts.append(both.assign(stop=len(stops), place=_place(both["rank"], both["n_ranked"])))
        stops.append((one.node, period))
    columns = ["stop", "entity_id", "name", "place", "rank", "n_ranked", "known"]
    rows = pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)
    return Places(tuple(stops), rows)


def _others(desk: Desk, node: ThemeNode, period: str) -> pd.DataFrame:
    """Everybody's rank in that year; no rows where only ours was published, beside a percentage."""
    columns = ["entity_id", "name", "rank", "n_ranked"]
    try:
        table = standing(desk, Question(node.index_code, period, node.node_code)).table[columns]
    except UnknownNameError:
        return pd.DataFrame(columns=[*columns, "known"])
    ranked = table[table["rank"].notna() & table["n_ranked"].notna()].assign(period_id=period)
    return with_known(desk, ranked, node.index_code, node.node_code).drop(columns="period_id")


def _place(rank: pd.Series, out_of: pd.Series) -> pd.Series:
    last = out_of.astype("float64") - 1
    return (100 * (out_of.astype("float64") - rank.astype("float64")) / last.where(last > 0)).fillna(100.0)

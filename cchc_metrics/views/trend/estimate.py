"""The estimate of a merged province as a line for the chart of the page Xu hướng."""

from collections.abc import Sequence

import pandas as pd

from cchc_metrics.labels import texts
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.services.indices.lineage import AFTER, Way, pro_forma_series, way_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.estimates import estimated
from cchc_metrics.views.kit.known import value_mark, value_marked

_LINE = ["entity_id", "name", "period_id", "value", "segment", "hover", "estimate", "mark"]


def estimate_lines(
    desk: Desk, index_code: str, node_code: str, entities: Sequence[str], *, kind: str, unit: str, method: str = ""
) -> pd.DataFrame | None:
    """The years before the merger of the merged provinces among these, and of ours when one of ours is among them.

    Rows as the chart of trends takes them; None where nothing can be estimated. method: "" is the usual one.
    """
    way = way_of(desk, method or Method.WEIGHTED)
    merged = _merged(desk, entities)
    lines = [_line(desk, index_code, node_code, entity, kind=kind, unit=unit, way=way) for entity in merged]
    held = [line for line in lines if not line.empty]
    return pd.concat(held, ignore_index=True) if held else None


def _merged(desk: Desk, entities: Sequence[str]) -> list[str]:
    """Chosen provinces of the base of 34, and home itself behind any of ours."""
    catalogue = desk.catalogue
    chosen = [one for one in entities if catalogue.entity(one).era == AFTER]
    chosen += [catalogue.home] if set(entities) & set(catalogue.ours()) else []
    return [one for one in dict.fromkeys(chosen) if len(catalogue.predecessors(one)) > 1]


def _line(desk: Desk, index_code: str, node_code: str, entity: str, *, kind: str, unit: str, way: Way) -> pd.DataFrame:
    t, name = texts().lineage, desk.catalogue.name_of(entity)
    # The end of a line has room for a few letters; ours may not be named without the day since which it is meant.
    label = t.trend_own if entity in desk.catalogue.ours() else t.trend_name.format(name=name.split(" (")[0])
    years = pro_forma_series(desk, index_code, entity, node_code, way=way, score_kind=kind).history
    made = years[years["estimate"].astype(bool) & years["value"].notna()]
    hovers = [
        t.hover_estimate.format(
            name=name, year=row["period_id"], value=value_marked(estimated(row, unit), row["known"]), rank=""
        )
        for _, row in made.iterrows()
    ]
    return made.assign(name=label, hover=hovers, estimate=True, mark=made["known"].map(value_mark))[_LINE]

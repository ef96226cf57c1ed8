"""The estimate of a merged province as a line for the chart of the page Xu hướng."""

from collections.abc import Sequence

import pandas as pd

from cchc_metrics.labels import texts
from cchc_metrics.services.desk import Desk
from cchc_metrics.services.lineage import AFTER, pro_forma_series, way_of
from cchc_metrics.services.phrases import amount

_LINE = ["entity_id", "name", "period_id", "value", "segment", "hover", "estimate"]


def estimate_lines(
    desk: Desk, index_code: str, node_code: str, entities: Sequence[str], *, kind: str, unit: str
) -> pd.DataFrame | None:
    """The years before the merger of the merged provinces among these, and of ours when one of ours is among them.

    Rows as the chart of trends takes them; None where nothing can be estimated.
    """
    lines = [_line(desk, index_code, node_code, entity, kind=kind, unit=unit) for entity in _merged(desk, entities)]
    held = [line for line in lines if not line.empty]
    return pd.concat(held, ignore_index=True) if held else None


def _merged(desk: Desk, entities: Sequence[str]) -> list[str]:
    """Chosen provinces of the base of 34, and home itself behind any of ours."""
    catalogue = desk.catalogue
    chosen = [one for one in entities if catalogue.entity(one).era == AFTER]
    chosen += [catalogue.home] if set(entities) & set(catalogue.ours()) else []
    return [one for one in dict.fromkeys(chosen) if len(catalogue.predecessors(one)) > 1]


def _line(desk: Desk, index_code: str, node_code: str, entity: str, *, kind: str, unit: str) -> pd.DataFrame:
    said, name = texts().lineage, desk.catalogue.name_of(entity)
    # The end of a line has room for a few letters; ours may not be named without the day since which it is meant.
    label = said.trend_own if entity in desk.catalogue.ours() else said.trend_name.format(name=name.split(" (")[0])
    years = pro_forma_series(desk, index_code, entity, node_code, way=way_of(desk), score_kind=kind).history
    made = years[years["estimate"].astype(bool) & years["value"].notna()]
    hovers = [
        said.hover_estimate.format(name=name, year=period_id, value=amount(value, unit), rank="")
        for period_id, value in zip(made["period_id"], made["value"], strict=True)
    ]
    return made.assign(name=label, hover=hovers, estimate=True)[_LINE]

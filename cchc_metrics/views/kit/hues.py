"""The colour of an index: the declared one, else one of the spare ones, the same on every page."""

from cchc_metrics.charts.theme import SPARE_INDEX_COLORS
from cchc_metrics.services.office.desk import Desk


def hue(desk: Desk, index_code: str) -> str:
    """#RRGGBB. Indices without a declared colour take the spare ones in the order in which they are named."""
    declared = desk.catalogue.color(index_code)
    if declared:
        return declared
    others = [code for code in desk.catalogue.indices() if not desk.catalogue.color(code)]
    place = others.index(index_code) if index_code in others else 0
    return SPARE_INDEX_COLORS[place % len(SPARE_INDEX_COLORS)]

"""In which unit a score is told."""

PERCENT = "%"


PERCENT_KIND = "published_pct"


def unit_of(node_unit: str, score_kind: str) -> str:
    """ "điểm" or "%": a published percentage is one whatever the criterion is counted in."""
    return PERCENT if score_kind == PERCENT_KIND else node_unit

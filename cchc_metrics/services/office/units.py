"""In which unit a score is told."""

from cchc_metrics.model import ScoreKind

PERCENT = "%"


PERCENT_KIND = ScoreKind.PERCENT


def unit_of(node_unit: str, score_kind: str) -> str:
    """ "điểm" or "%": a published percentage is one whatever the criterion is counted in."""
    return PERCENT if score_kind == PERCENT_KIND else node_unit

"""Links from a figure to where it comes from."""

from cchc_metrics.labels import texts
from cchc_metrics.model import Key, ScoreKind
from cchc_metrics.schema import TOTAL
from cchc_metrics.views.kit.shapes import CardLink

_PAGE = "nguon-goc"


_USUAL_KIND = ScoreKind.PUBLISHED


def origin_link(entity_id: str, index_code: str, node_code: str, period_id: str, score_kind: str) -> CardLink:
    """The way from a figure to its upload, sheet, cell and original."""
    query = {
        Key.INDEX: index_code,
        Key.PERIOD: period_id,
        Key.NODE: node_code,
        Key.PROVINCE: entity_id,
        Key.SCORE_KIND: score_kind,
    }
    usual = {Key.NODE: TOTAL, Key.SCORE_KIND: _USUAL_KIND}
    return CardLink(texts().origin.link, _PAGE, {name: code for name, code in query.items() if usual.get(name) != code})

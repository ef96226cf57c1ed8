"""Links from a figure to where it comes from."""

from cchc_metrics.labels import texts
from cchc_metrics.schema import TOTAL
from cchc_metrics.views.kit.shapes import CardLink

_PAGE = "nguon-goc"


_USUAL_KIND = "published"


def origin_link(entity_id: str, index_code: str, node_code: str, period_id: str, score_kind: str) -> CardLink:
    """The way from a figure to its upload, sheet, cell and original."""
    query = {"chi-so": index_code, "ky": period_id, "tieu-chi": node_code, "tinh": entity_id, "loai-diem": score_kind}
    usual = {"tieu-chi": TOTAL, "loai-diem": _USUAL_KIND}
    return CardLink(texts().origin.link, _PAGE, {name: code for name, code in query.items() if usual.get(name) != code})

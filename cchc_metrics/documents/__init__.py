"""The only place that knows Word and PowerPoint: templates filled, pictures drawn, the same data to the same bytes."""

from cchc_metrics.documents.content import Drawing, Line, Noted, Sheet
from cchc_metrics.documents.filling import fill, fill_all
from cchc_metrics.documents.leaflet import Block, leaflet
from cchc_metrics.documents.pdf import check_pdf
from cchc_metrics.documents.slides import slides

__all__ = ["Block", "Drawing", "Line", "Noted", "Sheet", "check_pdf", "fill", "fill_all", "leaflet", "slides"]

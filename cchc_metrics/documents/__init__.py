"""The only place that knows Word: templates filled, tables and footnotes set, the same data to the same bytes."""

from cchc_metrics.documents.content import Line, Noted, Sheet
from cchc_metrics.documents.filling import fill, fill_all
from cchc_metrics.documents.leaflet import Block, leaflet
from cchc_metrics.documents.pdf import check_pdf

__all__ = ["Block", "Line", "Noted", "Sheet", "check_pdf", "fill", "fill_all", "leaflet"]

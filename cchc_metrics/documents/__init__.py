"""The only place that knows Word: templates filled, tables and footnotes set, the same data to the same bytes."""

from cchc_metrics.documents.content import Line, Noted, Sheet
from cchc_metrics.documents.filling import fill, fill_all
from cchc_metrics.documents.leaflet import Block, leaflet

__all__ = ["Block", "Line", "Noted", "Sheet", "fill", "fill_all", "leaflet"]

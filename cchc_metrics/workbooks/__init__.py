"""The only place that opens or writes spreadsheets: the guarded reader, the templates, the downloads."""

from cchc_metrics.workbooks.annotate import Annotated, annotate
from cchc_metrics.workbooks.export import ExportColumn, ExportInfo, download_name, export_csv, export_table
from cchc_metrics.workbooks.reader import read
from cchc_metrics.workbooks.template import template

__all__ = [
    "Annotated",
    "ExportColumn",
    "ExportInfo",
    "annotate",
    "download_name",
    "export_csv",
    "export_table",
    "read",
    "template",
]

"""The only place that opens or writes spreadsheets: the guarded reader, the templates, the downloads."""

from cchc_metrics.workbooks.annotate import Annotated, annotate
from cchc_metrics.workbooks.export import ExportInfo, download_name, export_parquet, export_table
from cchc_metrics.workbooks.export_column import ExportColumn
from cchc_metrics.workbooks.export_csv import export_csv
from cchc_metrics.workbooks.limits import LimitState, limits_in_force
from cchc_metrics.workbooks.reader import read
from cchc_metrics.workbooks.template import template
from cchc_metrics.workbooks.unit_filling import Filled
from cchc_metrics.workbooks.unit_form import TICK, FormLine, FormSheet, UnitForm, unit_form
from cchc_metrics.workbooks.unit_rows import FormRow

__all__ = [
    "TICK",
    "Annotated",
    "ExportColumn",
    "ExportInfo",
    "Filled",
    "FormLine",
    "FormRow",
    "FormSheet",
    "LimitState",
    "UnitForm",
    "annotate",
    "download_name",
    "export_csv",
    "export_parquet",
    "export_table",
    "limits_in_force",
    "read",
    "template",
    "unit_form",
]

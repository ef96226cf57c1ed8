"""The mark of our own templates: written by ``template``, read back by ``read``.

It stands in two places. Spreadsheet programs keep the hidden list sheet on «Save as», whatever the format; the
document properties survive when somebody deletes that sheet.
"""

from collections.abc import Mapping, Sequence

from cchc_metrics.model import CellKind, Grid, Stamp

LIST_SHEET = "_danh_muc"
SIGN = "cchc-metrics"
KIND_PROPERTY = "cchc_kind"
VERSION_PROPERTY = "cchc_version"


def stamp_of(sheets: Sequence[Grid], properties: Mapping[str, str]) -> Stamp | None:
    """The stamp of a workbook that was made from one of our templates, else None."""
    listed = next((_on_sheet(sheet) for sheet in sheets if sheet.name == LIST_SHEET), None)
    return listed or _stamp(properties.get(KIND_PROPERTY, ""), properties.get(VERSION_PROPERTY, ""))


def _on_sheet(sheet: Grid) -> Stamp | None:
    """Row 1 of the list sheet: the sign, the kind, the version."""
    if len(sheet.columns) < 3 or not sheet.height or sheet.columns[0].texts[0] != SIGN:
        return None
    version = sheet.columns[2]
    text = f"{version.numbers[0]:g}" if version.kinds[0] == CellKind.NUMBER else version.texts[0] or ""
    return _stamp(sheet.columns[1].texts[0] or "", text)


def _stamp(kind: str, version: str) -> Stamp | None:
    return Stamp(kind, int(version)) if kind and version.isascii() and version.isdigit() else None

"""A table of a page as an Excel file: what stands in it, for whom and when, and where the figures come from."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.illustrative import mark_of
from cchc_metrics.views.kit.shapes import SourceNote
from cchc_metrics.workbooks.export import ExportColumn, ExportInfo, export_table


def table_file(
    desk: Desk,
    frame: pd.DataFrame,
    columns: Sequence[tuple[str, str, str]],
    *,
    title: str,
    source: SourceNote,
    filters: Sequence[tuple[str, str]] = (),
) -> bytes:
    """The frame as .xlsx with a sheet about it. columns: (name, header, "text" | "number" | "integer")."""
    require(desk.actor, Deed.DOWNLOAD)
    kinds = {"text": "text", "number": "number", "integer": "integer"}
    made = [ExportColumn(name, header, kinds[kind], 4) for name, header, kind in columns]  # type: ignore[arg-type]
    notes = tuple(words for words in (source.note, source.legal_basis) if words)
    info = ExportInfo(title, _as_of(desk), tuple(filters), source.sources, notes, mark_of(desk.office.settings))
    return export_table(frame, made, info)


def _as_of(desk: Desk) -> datetime:
    """When the last entry was made that this table could see; the present where nothing was ever stored."""
    entries = desk.office.store.entries()
    zone = ZoneInfo(desk.office.settings.timezone)
    return entries[0].recorded_at.astimezone(zone) if entries else datetime.now(zone)

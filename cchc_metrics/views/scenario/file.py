"""The plan at hand and the saved ones as an Excel file."""

from collections.abc import Mapping

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import Place, plan_field
from cchc_metrics.services.planning.scenarios import side_by_side
from cchc_metrics.views.kit.table_file import TableFile, columns_of, workbook_of


def export(desk: Desk, place: Place, gains: Mapping[str, int]) -> bytes:
    """Side by side as an .xlsx, with the sheet that says what the plans rest on. Raises NotAllowedError."""
    t = texts().scenario
    field = plan_field(desk, place)
    table = side_by_side(desk, field, gains)
    names = [name for name in table.columns if name not in ("node_code", "name")]
    headers = {name: t.column_now if name == "now" else name for name in names}
    heads = [("node_code", t.column_code), ("name", t.column_part)]
    ranks = table.attrs["ranks"].items()
    file = TableFile(
        stem="kich-ban",
        title=t.file_title.format(index=place.index, period=fmt.period(place.period), entity=field.name),
        rows=table,
        columns=columns_of([*heads, *((name, header, "number") for name, header in headers.items())]),
        filters=tuple((headers[name], t.file_rank.format(rank=fmt.rank_of(*rank))) for name, rank in ranks),
        sources=field.sources,
        notes=(t.estimate_note, t.frozen_note),
    )
    return workbook_of(desk, file)

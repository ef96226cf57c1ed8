"""The small picture of a sheet: column letters, row numbers, the person's own cells, and what is made of them."""

from cchc_metrics.labels import texts
from cchc_metrics.ui.components.markup import element, wrapped
from cchc_metrics.ui.drawn import put
from cchc_metrics.views.mapping.page import SHOWN_COLUMNS, ColumnView, GridRow, SheetView, chip


def grid(view: SheetView) -> None:
    """The sheet in a frame that scrolls inside itself."""
    t = texts().mapping
    columns = view.columns[:SHOWN_COLUMNS]
    letters = wrapped("tr", element("th", "") + "".join(element("th", one.letter, scope="col") for one in columns))
    told = wrapped("tr", element("th", "") + "".join(_told(one) for one in columns), "cchc-grid-told")
    body = "".join(_line(row) for row in view.rows)
    caption = t.grid_caption.format(sheet=view.name)
    inner = wrapped(
        "table", element("caption", caption) + wrapped("thead", letters + told) + wrapped("tbody", body), "cchc-grid"
    )
    more = element("p", t.more_columns.format(count=view.more_columns), "cchc-small") if view.more_columns else ""
    put(wrapped("div", inner, "cchc-frame", tabindex="0", role="region", aria_label=caption) + more)


def _told(column: ColumnView) -> str:
    mark = element("span", chip(column.told), f"cchc-role cchc-role-{column.css}") if column.told else ""
    return wrapped("td", mark, title=column.told)


def _line(row: GridRow) -> str:
    cells = "".join(element("td", text, f"cchc-cell-{css}" if css else "") for text, css in row.cells)
    return wrapped("tr", element("th", row.number, scope="row") + cells, f"cchc-row-{row.css}")

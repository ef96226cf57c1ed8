"""The board as markup: a line a report, its state by shape and word; on a phone a list."""

from cchc_metrics.labels import texts
from cchc_metrics.ui.components.address import figure_link
from cchc_metrics.ui.components.cards import badge_html
from cchc_metrics.ui.components.markup import element, escaped, wrapped
from cchc_metrics.ui.components.tables import table_parts
from cchc_metrics.ui.drawn import put
from cchc_metrics.views.reporting.board import BoardLine, BoardView


def board_table(view: BoardView) -> None:
    """Every report of the board; each unit's name leads to its report."""
    t = texts().board
    remarked = any(_words(line) for line in view.lines)
    headers = [t.unit, *([t.form] if view.several_forms else []), t.state, t.due, t.sent]
    headers += [t.remark] if remarked else []
    head = "".join(element("th", header, scope="col", role="columnheader") for header in headers)
    lines = "".join(_line(line, view, remarked=remarked) for line in view.lines)
    inner = table_parts(t.caption, head, lines, "cchc-table cchc-board", listed=True)
    put(wrapped("div", inner, "cchc-frame", tabindex="0", role="region", aria_label=t.caption))


def _words(line: BoardLine) -> str:
    return "; ".join(part for part in (line.missing, line.remark) if part)


def _line(line: BoardLine, view: BoardView, *, remarked: bool) -> str:
    t = texts().board
    marks = " ".join(badge_html(mark) for mark in (line.state, line.late) if mark is not None)
    due = escaped(line.due) + (element("span", f" {line.left}", "cchc-small") if line.left else "")
    words = _words(line)
    cells = [
        wrapped("th", figure_link(line.unit, line.link), "cchc-wraps", scope="row", role="rowheader"),
        *([element("td", line.form, "cchc-wraps", data_label=t.form, role="cell")] if view.several_forms else []),
        wrapped("td", wrapped("div", marks, "cchc-badges"), "cchc-main", role="cell"),
        wrapped("td", due, data_label=t.due if line.due else "", role="cell"),
        element("td", line.sent or t.not_yet, data_label=t.sent, role="cell"),
    ]
    if remarked:
        cells.append(element("td", words, "cchc-wide", data_label=t.remark if words else "", role="cell"))
    return wrapped("tr", "".join(cells), role="row")

"""Tables that people and screen readers can read: real headers, numbers to the right, own rows marked."""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from urllib.parse import urlsplit

from cachetools import LRUCache

from cchc_metrics.labels import spoken, texts
from cchc_metrics.model import Finding, Severity
from cchc_metrics.ui.components.address import figure_link
from cchc_metrics.ui.components.cards import badge_html
from cchc_metrics.ui.components.feedback import notice
from cchc_metrics.ui.components.markup import element, escaped, tongue, wrapped
from cchc_metrics.ui.components.pin_link import pin_link, pinned_as
from cchc_metrics.ui.components.terms import glossed, names_of_indices, tell, told_so_far
from cchc_metrics.ui.context import carried as carried_along
from cchc_metrics.ui.drawn import put
from cchc_metrics.views.kit.shapes import Badge, BadgeKind, CardLink, Column, ColumnKind, Row, TableView

# From so many columns on, cells stand closer, so that a table fits a screen of 1366 pixels.
_MANY = 7
# Tables as markup that are kept, some 20 kB each.
_MOST_LETTERS = 8_000_000
# No spaces, quotes or brackets: what people write into a cell is not an address.
_ADDRESS = re.compile(r"https?://[^\s<>\"'`{}|\\^]{4,2000}")


def table(view: TableView, *, height: int | None = None) -> None:
    """The table in a frame of its own that scrolls inside itself. height: its greatest height in pixels."""
    before, pins = told_so_far(), pinned_as() if any(row.pin for row in view.rows) else None
    asked = (id(view), height, tuple(carried_along().items()), pins, before, names_of_indices(), spoken())
    with _one:
        made = _made.get(asked)
    if made is None:
        markup = table_html(view, height=height)
        made = _Made(markup, told_so_far() - before, view)
        if len(markup) <= _MOST_LETTERS:
            with _one:
                _made[asked] = made
    tell(made.told)
    put(made.markup)


@dataclass(frozen=True, slots=True)
class _Made:
    """A table as markup. told: the terms that it explains · view: kept, so that no other gets its place in memory."""

    markup: str
    told: frozenset[str]
    view: TableView


# Views are shared by all who may see them, and so is their markup: as long as what it goes by is the same.
_made: "LRUCache[Hashable, _Made]" = LRUCache(_MOST_LETTERS, getsizeof=lambda made: len(made.markup))
_one = Lock()


def table_html(view: TableView, *, height: int | None = None) -> str:
    """The table as markup."""
    carried = carried_along()
    headers = "".join(_header(column, listed=bool(view.main)) for column in view.columns)
    rows = view.rows or (Row("", (texts().common.no_rows,), aside=True),)
    lines = "".join(_line(row, view, carried) for row in rows)
    css = "cchc-table cchc-dense" if len(view.columns) >= _MANY else "cchc-table"
    inner = table_parts(view.caption, headers, lines, css, listed=view.main > 0)
    frame = wrapped(
        "div",
        inner,
        "cchc-frame",
        style=f"max-height:{height}px" if height else "",
        tabindex="0",
        role="group",
        aria_label=view.caption,
    )
    return frame + (element("p", view.footnote, "cchc-small") if view.footnote else "")


def table_parts(caption: str, headers: str, lines: str, css: str, *, listed: bool) -> str:
    """A table of header cells and lines. listed: on a phone a list; what is no longer laid out as a table keeps its
    roles for readers by being told them.
    """
    told = {"table": "table", "row": "row", "group": "rowgroup"} if listed else {}
    group, head = told.get("group", ""), wrapped("tr", headers, role=told.get("row", ""))
    inner = element("caption", caption) + wrapped("thead", head, role=group) + wrapped("tbody", lines, role=group)
    return wrapped("table", inner, f"{css} cchc-listed" if listed else css, role=told.get("table", ""))


def _header(column: Column, *, listed: bool) -> str:
    unit = element("span", f" ({column.unit})", "cchc-th-unit") if column.unit else ""
    role = "columnheader" if listed else ""
    return wrapped("th", glossed(column.header) + unit, _css(column), scope="col", role=role)


def _line(row: Row, view: TableView, carried: Mapping[str, str]) -> str:
    roles = {"tr": "row", "td": "cell", "th": "rowheader"} if view.main else {}
    if row.aside:
        span, role = str(len(view.columns)), roles.get("td", "")
        only = element("td", row.cells[0], colspan=span, lang=tongue(row.cells[0]), role=role)
        return wrapped("tr", only, "cchc-aside", role=roles.get("tr", ""))
    cells = []
    for place, (column, text) in enumerate(zip(view.columns, row.cells, strict=True)):
        note = row.notes.get(place, "")
        inner = _inner(text, note, row.links.get(place), carried)
        if address := web_address(row.outside.get(place, "")):
            inner = element("a", text, "cchc-outside", href=address, target="_blank", rel="noopener noreferrer")
        if place == 0 and row.pin:
            inner = pin_link(row.pin, text) + inner
        tag, scope = ("th", "row") if place == 0 and text else ("td", "")
        css = " ".join([_css(column), "cchc-main"]) if place and place == view.main else _css(column)
        label = (column.header + (f" ({column.unit})" if column.unit else "")) if view.main and place and text else ""
        role = roles.get(tag, "")
        cells.append(wrapped(tag, inner, css, scope=scope, lang=tongue(text), role=role, data_label=label))
    css = " ".join(name for name, on in (("cchc-own-row", row.id in view.highlight), ("cchc-total", row.total)) if on)
    return wrapped("tr", "".join(cells), css, data_row=row.id, role=roles.get("tr", ""))


def _inner(text: str, note: str, link: CardLink | None, carried: Mapping[str, str]) -> str:
    if link is not None:
        return figure_link(text, link, note, carried)
    return element("span", text, "cchc-noted", title=note) if note else escaped(text)


def web_address(text: str) -> str:
    """The text where it is the whole address of a page on the web, else empty: nothing else becomes a link."""
    parts = urlsplit(text) if _ADDRESS.fullmatch(text) else None
    return text if parts is not None and parts.scheme in ("http", "https") and "." in parts.netloc else ""


def _css(column: Column) -> str:
    names = ["cchc-num"] if column.kind in {ColumnKind.NUMBER, ColumnKind.RANK} else []
    return " ".join([*names, *(["cchc-wide"] if column.wide else ["cchc-wraps"] if column.wraps else [])])


def findings_table(findings: Sequence[Finding]) -> None:
    """What was found in a file: how grave, where, what stands there, what to do. Errors first."""
    t = texts().common
    if not findings:
        notice(t.findings_none)
        return
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    ranked = sorted(findings, key=lambda finding: order[finding.severity])
    headers = ("", t.finding_place, t.finding_value, t.finding_message)
    head = wrapped("tr", "".join(element("th", header, scope="col") for header in headers))
    body = "".join(_finding_line(finding) for finding in ranked)
    inner = wrapped("table", wrapped("thead", head) + wrapped("tbody", body), "cchc-table cchc-findings")
    put(wrapped("div", inner, "cchc-frame", style="max-height:420px", tabindex="0"))


def _finding_line(finding: Finding) -> str:
    t = texts().common
    place = " ".join(part for part in (finding.sheet, finding.cell) if part) or t.finding_file
    more = t.finding_repeated.format(count=finding.count - 1) if finding.count > 1 else ""
    where = escaped(place) + (element("span", f" {more}", "cchc-small", title=", ".join(finding.cells)) if more else "")
    return wrapped(
        "tr",
        wrapped("td", badge_html(_severity(finding.severity)))
        + wrapped("td", where, "cchc-spot")
        + wrapped("td", element("code", finding.value) if finding.value else "")
        + element("td", finding.message, "cchc-wide"),
    )


def _severity(severity: Severity) -> Badge:
    return Badge(
        {
            Severity.ERROR: BadgeKind.ERROR,
            Severity.WARNING: BadgeKind.WARNING,
            Severity.INFO: BadgeKind.UNKNOWN,
        }[severity],
        texts().common.information if severity is Severity.INFO else "",
    )

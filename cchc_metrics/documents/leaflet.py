"""One page for printing from a browser: its own style sheet, nothing fetched from outside."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from cchc_metrics.documents.content import Sheet, plain
from cchc_metrics.labels import language

_STYLE = """
@page { size: A4; margin: 15mm 18mm 15mm 25mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 167mm; padding: 8mm 4mm; color: #111; background: #fff;
  font: 10.5pt/1.25 "Times New Roman", "Liberation Serif", serif; }
h1 { font-size: 15pt; margin: 0; text-align: center; }
h2 { font-size: 11.5pt; margin: 2.5mm 0 0.8mm; color: #8a1c1c; break-after: avoid; }
.under { text-align: center; font-style: italic; font-size: 10.5pt; margin: 0 0 2mm; }
.mark { text-align: center; font-weight: bold; color: #b3261e; margin: 0 0 2mm; }
ul, ol { margin: 0; padding-left: 6mm; }
li { margin: 0 0 0.6mm; break-inside: avoid; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 9.5pt; }
th, td { border: 0.4pt solid #000; padding: 0.6mm 1.2mm; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { text-align: center; }
td.number { text-align: right; }
@media print { body { max-width: none; padding: 0; } }
"""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with a list or a table below it; the cells of the table are texts."""

    title: str
    lines: Sequence[str] = ()
    sheet: Sheet | None = None
    numbered: bool = False


def leaflet(title: str, under: str, blocks: Sequence[Block], foot: str, mark: str = "") -> bytes:
    """The page as UTF-8. mark: a text that must be seen, such as «số liệu minh hoạ»."""
    parts = [_element("p", mark, "mark") if mark else "", _element("h1", title), _element("p", under, "under")]
    for block in blocks:
        parts.append(_element("h2", block.title))
        parts.append(_table(block.sheet) if block.sheet else "")
        items = "".join(_element("li", line) for line in block.lines)
        tag = "ol" if block.numbered else "ul"
        parts.append(f"<{tag}>{items}</{tag}>" if items else "")
    parts.append(_element("p", foot, "under"))
    head = f'<meta charset="utf-8"><title>{html.escape(plain(title))}</title><style>{_STYLE}</style>'
    view = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    page = f'<!doctype html><html lang="{language()}"><head>{head}{view}</head><body>{"".join(parts)}</body></html>'
    return page.encode()


def _element(tag: str, text: str, css: str = "") -> str:
    named = f' class="{css}"' if css else ""
    return f"<{tag}{named}>{html.escape(plain(text))}</{tag}>"


def _table(sheet: Sheet) -> str:
    head = "".join(_element("th", words) for words in sheet.header)
    whole = sum(sheet.widths)
    columns = "".join(f'<col style="width:{100 * width / whole:.2f}%">' for width in sheet.widths)
    rows = []
    for row in sheet.rows:
        cells = [cell for cell in row if isinstance(cell, str)]
        drawn = (_element("td", cell, "number" if at in sheet.numbers else "") for at, cell in enumerate(cells))
        rows.append(f"<tr>{''.join(drawn)}</tr>")
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"

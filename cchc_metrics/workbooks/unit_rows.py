"""«Danh sách» in a unit's workbook: solutions, initiatives, articles that go on, and free rows for new ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cchc_metrics.labels import texts
from cchc_metrics.workbooks.unit_look import ALLOWED, CODE, LABEL, NOTE, WIDTHS, Look, height, set_up, titled

_HEAD, _STATE = 4, 3


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the unit's lists: its code, and its cells in the order of the headers; a title that stands is locked."""

    code: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lists:
    """The rows of a workbook. whose: unit and period · mark: of a try-out, else empty · states: to choose from."""

    whose: str
    mark: str
    rows: Sequence[FormRow]
    states: Sequence[str]


def write_rows(sheet: Any, lists: Lists, look: Look) -> None:
    """The rows, each cell open but the title of one that stands."""
    t = texts().lists
    set_up(sheet, lists.mark, look)
    titled(sheet, 0, t.sheet, look.title)
    sheet.write_string(1, LABEL, lists.whose, look.plain)
    sheet.merge_range(2, LABEL, 2, NOTE, t.sheet_lead, look.quiet)
    sheet.set_row(2, height(t.sheet_lead, sum(WIDTHS[LABEL:])))
    for place, header in enumerate(t.sheet_headers):
        sheet.write_string(_HEAD, place, header, look.header)
    sheet.set_row(_HEAD, max(height(header, WIDTHS[place] - 2) for place, header in enumerate(t.sheet_headers)))
    for at, row in enumerate(lists.rows, _HEAD + 1):
        sheet.write_string(at, CODE, row.code, look.code)
        sheet.set_row(at, max(height(said, WIDTHS[place] - 2) for place, said in enumerate(("", *row.cells))))
        for place in range(LABEL, NOTE + 1):
            said = row.cells[place - 1] if row.cells else ""
            if said:
                sheet.write_string(at, place, said, look.label if place == LABEL else look.fill_text)
            else:
                sheet.write_blank(at, place, None, look.fill_text)
    rule = {"validate": "list", "source": list(lists.states)}
    sheet.data_validation(_HEAD + 1, _STATE, _HEAD + len(lists.rows), _STATE, rule)
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.repeat_rows(_HEAD)
    sheet.protect("", ALLOWED)

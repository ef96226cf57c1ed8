"""A unit's workbook filled in by program, as a person would fill it: answers beside the codes of their rows."""

import io
from collections.abc import Mapping
from dataclasses import dataclass

from cchc_metrics.workbooks.unit_look import CODE, INPUT, NOTE


@dataclass(frozen=True, slots=True)
class Filled:
    """What is written into the input cell of a row, and into the cell beside it."""

    value: float | str | None = None
    note: str = ""


def fill_form(data: bytes, answers: Mapping[str, Filled]) -> bytes:
    """The workbook of ``unit_form`` with answers by code. Raises KeyError for a code that it does not ask for."""
    import openpyxl  # noqa: PLC0415 twelve megabytes that only who fills a form needs

    book = openpyxl.load_workbook(io.BytesIO(data))
    left = dict(answers)
    for sheet in book.worksheets:
        for (cell,) in sheet.iter_rows(min_col=CODE + 1, max_col=CODE + 1):
            answer = left.pop(cell.value, None) if isinstance(cell.value, str) else None
            if answer is not None:
                sheet.cell(cell.row, INPUT + 1).value = answer.value
                if answer.note:
                    sheet.cell(cell.row, NOTE + 1).value = answer.note
    if left:
        raise KeyError(", ".join(sorted(left)))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()

"""A unit's workbook filled in as a person does it: opened, answers typed beside the codes of their rows, saved."""

import io
from collections.abc import Mapping

import openpyxl

from cchc_metrics.workbooks import Filled
from cchc_metrics.workbooks.unit_look import CODE, INPUT, NOTE


def fill_form(data: bytes, answers: Mapping[str, Filled]) -> bytes:
    """The workbook with answers by code. Raises KeyError for a code that it does not ask for."""
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

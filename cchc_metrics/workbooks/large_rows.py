"""The rows of a large table, written straight into the sheet's file: each text is made ready once, not for every cell.

The writer keeps the rows of a sheet that is written row by row in a file of its own; these are its cells, letter for
letter, at a third of the time.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from cchc_metrics.workbooks.export_column import ExportColumn
from cchc_metrics.workbooks.sheets import LONGEST_TEXT

# Columns whose cells all have one format.
_PLAIN = frozenset({"text", "number", "percent", "integer"})
_Cells = Callable[[int, int], list[str]]


def are_plain(columns: Sequence[ExportColumn]) -> bool:
    """Whether rows of these columns can be written so."""
    return all(column.kind in _PLAIN for column in columns)


def write_plain_rows(
    sheet: Any, frame: pd.DataFrame, columns: Sequence[ExportColumn], styles: Mapping[str, Any], first: int
) -> Callable[[int, int], None]:
    """Begins behind the rows that the sheet has; returns what writes the frame's rows from one number to another.

    first: the row of the sheet, from 0, of the frame's first · styles: name of a column -> format.
    """
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 who reads a file writes none

    sheet._write_single_row(first)
    sheet._check_dimensions(first, 0)
    sheet._check_dimensions(first + len(frame) - 1, len(columns) - 1)
    letters = [xl_col_to_name(place) for place in range(len(columns))]
    cells = [_cells(sheet, frame[one.name], one, styles[one.name]._get_xf_index()) for one in columns]

    def write(begin: int, end: int) -> None:
        rows = zip(*(of_column(begin, end) for of_column in cells), strict=True)
        out = []
        for number, row in enumerate(rows, first + 1 + begin):
            told = "".join(f'<c r="{at}{number}{cell}' for at, cell in zip(letters, row, strict=True) if cell)
            out.append(f'<row r="{number}">{told}</row>' if told else "")
        sheet.fh.write("".join(out))

    return write


def _cells(sheet: Any, values: pd.Series, column: ExportColumn, style: int) -> _Cells:
    """The cells of a column from one row to another, from behind their address on; "" for what is missing."""
    if column.kind != "text":
        return lambda begin, end: [
            "" if pd.isna(value) else f'" s="{style}"><v>{value:.16G}</v></c>'
            for value in values.iloc[begin:end].tolist()
        ]
    codes, distinct = pd.factorize(values)
    ready = [*(_text(sheet, str(value), style) for value in distinct), ""]
    return lambda begin, end: [ready[code] for code in codes[begin:end].tolist()]


def _text(sheet: Any, text: str, style: int) -> str:
    short = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    keep = ' xml:space="preserve"' if short != short.strip() else ""
    plain = sheet._escape_data(sheet._escape_control_characters(short))
    return f'" s="{style}" t="inlineStr"><is><t{keep}>{plain}</t></is></c>'

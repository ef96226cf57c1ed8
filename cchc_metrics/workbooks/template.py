"""The workbooks that people fill: one per kind, made from its schema, with dropdowns and an explaining sheet."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd

from cchc_metrics.labels import named, texts
from cchc_metrics.schema import Kind, Role, TemplateColumn
from cchc_metrics.workbooks.guide import write_guide
from cchc_metrics.workbooks.sheets import GREY, ORANGE, RED, cell_range, header_format, text_format, writing
from cchc_metrics.workbooks.stamp import KIND_PROPERTY, LIST_SHEET, SIGN, VERSION_PROPERTY

VALIDATED_ROWS = 5_000
# The list sheet: the stamp in row 1, names of the columns in row 2, values from row 3.
_FIRST_VALUE = 2
_CREATED = datetime(2025, 7, 1)
_NUMBER_FORMATS = {Role.NUMBER: "General", Role.STATE_NUMBER: "General", Role.INTEGER: "0", Role.DATE: "dd/mm/yyyy"}
_WIDE = {Role.ENTITY_NAME: 24, Role.NODE_NAME: 36, Role.TEXT: 24, Role.CHOICE: 18, Role.INDEX: 14, Role.PERIOD: 14}
_WIDTH = 12
_MESSAGE = 255  # the longest an input message may be


def template(kind: Kind, lists: Mapping[str, Sequence[str]], rows: pd.DataFrame | None = None, mark: str = "") -> bytes:
    """An .xlsx for this kind: «Nhập liệu», «Hướng dẫn» and a hidden sheet of lists that also bears the version.

    lists: what the dropdown of a column with that ``list_of`` shows; a list that is absent or empty gives none.
    rows: a frame with columns named as the template's headers (any of them), one row per row to write below the
    header; texts are written as text, numbers and dates as such, missing cells stay empty.
    mark: a text such as «số liệu minh hoạ», shown on every sheet but in no cell of «Nhập liệu».
    The same arguments give the same bytes. Raises KeyError for a column of ``rows`` that the kind does not have.
    """
    t = texts().workbooks
    with writing(_CREATED) as (book, buffer):
        entry, guide, listed = (book.add_worksheet(n) for n in (t.input_sheet, t.guide_sheet, LIST_SHEET))
        choices = {column.header: allowed_values(column, lists) for column in kind.template}
        ranges = _write_lists(listed, kind, choices)
        _write_header(book, entry, kind)
        _write_rows(book, entry, kind, rows)
        _add_dropdowns(entry, kind, ranges, 0 if rows is None else len(rows))
        _set_up_page(entry, kind, mark)
        write_guide(book, guide, kind, choices, mark)
        book.set_custom_property(KIND_PROPERTY, kind.name, "text")
        book.set_custom_property(VERSION_PROPERTY, str(kind.version), "text")
    return buffer.getvalue()


def allowed_values(column: TemplateColumn, lists: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """What the column's dropdown shows; empty for a column that takes anything."""
    if column.choices is not None:
        return tuple(map(named, column.choices))
    if column.role is Role.FLAG:
        return (texts().workbooks.yes, texts().workbooks.no)
    return tuple(lists.get(column.list_of, ())) if column.list_of else ()


def _write_lists(sheet: Any, kind: Kind, choices: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The hidden sheet; header -> the range its dropdown refers to. Inline lists over 255 letters break a file."""
    sheet.write_row(0, 0, (SIGN, kind.name, str(kind.version)))
    ranges: dict[str, str] = {}
    filled = [(header, values) for header, values in choices.items() if values]
    for place, (header, values) in enumerate(filled):
        sheet.write_string(1, place, named(header))
        for row, value in enumerate(values, _FIRST_VALUE):
            sheet.write_string(row, place, value)
        cells = cell_range((_FIRST_VALUE, place), (_FIRST_VALUE + len(values) - 1, place), fixed=True)
        ranges[header] = f"='{LIST_SHEET}'!{cells}"
    sheet.very_hidden()
    return ranges


def _write_header(book: Any, sheet: Any, kind: Kind) -> None:
    colours = {colour: header_format(book, colour) for colour in (RED, ORANGE, GREY)}
    for place, column in enumerate(kind.template):
        group = group_of(kind, column)
        colour = RED if column.required else ORANGE if group else GREY
        sheet.write_string(0, place, named(column.header), colours[colour])
        note = _note(column, group)
        if note:
            sheet.write_comment(0, place, note, {"author": "", "x_scale": 1.6, "font_name": "Tahoma", "font_size": 9})
        sheet.set_column(place, place, _WIDE.get(column.role, _WIDTH), _column_format(book, column))
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 0)


def group_of(kind: Kind, column: TemplateColumn) -> tuple[str, ...]:
    """The columns of which, with this one, at least one must be filled."""
    return next((group for group in kind.one_of if column.header in group), ())


def _note(column: TemplateColumn, group: Sequence[str]) -> str:
    t = texts().workbooks
    if column.required:
        return f"{t.required_note} {named(column.help)}".strip()
    return f"{t.one_of_note.format(columns=', '.join(map(named, group)))} {named(column.help)}".strip() if group else ""


def _column_format(book: Any, column: TemplateColumn) -> Any:
    """Text where zeros in front or a slash matter (codes, ranks such as 4/63 that Excel takes for a date)."""
    return text_format(book, num_format=_NUMBER_FORMATS.get(column.role, "@"))


def _write_rows(book: Any, sheet: Any, kind: Kind, rows: pd.DataFrame | None) -> None:
    if rows is None:
        return
    unknown = [name for name in rows.columns if name not in kind.headers]
    if unknown:
        raise KeyError(f"not columns of {kind.name}: {unknown}")
    for place, column in enumerate(kind.template):
        if column.header in rows.columns:
            style = _column_format(book, column)
            for row, value in enumerate(rows[column.header].tolist(), 1):
                cell = _cell(column.role, value)
                if isinstance(cell, str):
                    sheet.write_string(row, place, cell, style)
                elif isinstance(cell, date):
                    sheet.write_datetime(row, place, cell, style)
                elif cell is not None:
                    sheet.write_number(row, place, cell, style)


def _cell(role: Role, value: Any) -> str | float | date | None:
    """What is written for a value: None for a missing one."""
    if pd.isna(value) or value == "":
        return None
    if role is Role.FLAG and not isinstance(value, str):
        return texts().workbooks.yes if value else texts().workbooks.no
    if role is Role.DATE and isinstance(value, date):
        return value
    if role in _NUMBER_FORMATS and isinstance(value, int | float):
        return float(value)
    # A code or a year that a frame holds as 2024.0 is written 2024.
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _add_dropdowns(sheet: Any, kind: Kind, ranges: Mapping[str, str], written: int) -> None:
    t = texts().workbooks
    last = max(VALIDATED_ROWS, written)
    for place, column in enumerate(kind.template):
        rule: dict[str, object] = {"validate": "any"}
        if column.header in ranges:
            rule = {
                "validate": "list",
                "source": ranges[column.header],
                # People write names in many ways that the import understands: a question, not a wall.
                "error_type": "warning",
                "error_title": t.list_error_title,
                "error_message": t.list_error.format(column=named(column.header)),
            }
        if column.help:
            rule |= {"input_title": named(column.header)[:32], "input_message": named(column.help)[:_MESSAGE]}
        if len(rule) > 1:
            sheet.data_validation(1, place, last, place, rule)
    sheet.autofilter(0, 0, last, len(kind.template) - 1)
    sheet.ignore_errors({"number_stored_as_text": cell_range((1, 0), (last, len(kind.template) - 1))})


def _set_up_page(sheet: Any, kind: Kind, mark: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&C{_printed(' · '.join(filter(None, (named(kind.title), mark))))}")
    if mark:
        look = {"font": {"bold": True, "size": 14, "color": RED}, "line": {"color": RED}, "height": 40, "width": 320}
        sheet.insert_textbox(1, len(kind.template) + 1, mark, {**look, "object_position": 3})
        sheet.set_tab_color(RED)


def _printed(text: str) -> str:
    return text.replace("&", "&&")

"""The sheet of a template that explains every column."""

from collections.abc import Mapping, Sequence
from typing import Any

from cchc_metrics.labels import named, texts
from cchc_metrics.schema import Kind, TemplateColumn
from cchc_metrics.workbooks.sheets import GREY, RED, header_format, text_format

_WIDTHS = (22, 20, 20, 52, 20, 44)
# Longer lists are named, not printed: the dropdown shows them.
_PRINTED_CHOICES = 8


def write_guide(book: Any, sheet: Any, kind: Kind, choices: Mapping[str, Sequence[str]], mark: str) -> None:
    """Title, mark, steps, then one row per column of the kind: required, sort, meaning, example, allowed values."""
    t = texts().workbooks
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, t.guide_title.format(title=named(kind.title)), text_format(book, bold=True, font_size=16))
    sheet.write_string(1, 0, t.guide_version.format(kind=kind.name, version=kind.version), text_format(book))
    sheet.write_string(2, 0, mark, text_format(book, bold=True, font_color=RED))
    row = 3
    for number, step in enumerate(t.guide_steps, 1):
        sheet.write_string(row, 0, f"{number}. {step}", text_format(book))
        row += 1
    _write_columns(book, sheet, kind, choices, row + 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_columns(book: Any, sheet: Any, kind: Kind, choices: Mapping[str, Sequence[str]], row: int) -> None:
    for place, header in enumerate(texts().workbooks.guide_headers):
        sheet.write_string(row, place, header, header_format(book, GREY))
    wrapped = text_format(book, text_wrap=True, border=1, border_color="#D9DEE3")
    for below, column in enumerate(kind.template, 1):
        for place, text in enumerate(_explained(kind, column, choices[column.header])):
            sheet.write_string(row + below, place, text, wrapped)


def _explained(kind: Kind, column: TemplateColumn, allowed: Sequence[str]) -> tuple[str, ...]:
    t = texts().workbooks
    group = next((group for group in kind.one_of if column.header in group), ())
    required = t.optional
    if column.required:
        required = t.required
    elif group:
        required = t.one_of.format(columns=", ".join(map(named, group)))
    sort = t.cell_sorts[column.role.value]
    return (named(column.header), required, sort, named(column.help), named(column.example), _allowed(column, allowed))


def _allowed(column: TemplateColumn, allowed: Sequence[str]) -> str:
    t = texts().workbooks
    if not allowed:
        return t.any_text
    shown = "; ".join(allowed[:_PRINTED_CHOICES]) + (" …" if len(allowed) > _PRINTED_CHOICES else "")
    text = t.from_list.format(list=shown)
    default = next((word for word, code in (column.choices or {}).items() if code == column.default), "")
    return f"{text} ({t.default_choice.format(choice=named(default))})" if default else text

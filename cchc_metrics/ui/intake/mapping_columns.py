"""The fields of a table: what holds for all of it, and what each of its columns is."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.schema import KINDS
from cchc_metrics.services.intake.mapping import ColumnRole, subjects_across, with_constant, with_role
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.components.markup import element
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.intake import drafts
from cchc_metrics.ui.intake.mapping_state import Editing, change, editing
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.views.mapping import form
from cchc_metrics.views.mapping.page import ColumnView, SheetView

_PER_PAGE, _WIDTH = 8, 240


def constant_fields(desk: Desk, draft: drafts.Draft, now: Editing, at: int) -> None:
    """What is the same for the whole table: index, period, criterion, kind of score, source."""
    table = now.mapping.tables[at]
    sheet = draft.cells.sheet(table.sheet) if draft.cells is not None else None
    if sheet is None or draft.cells is None:
        return
    t = texts().mapping
    put(element("h3", t.constants, "cchc-h3") + element("p", t.constants_lead, "cchc-small"))
    fields = form.constant_fields(desk, table, KINDS[now.mapping.kind], sheet, draft.cells.file_name)
    with st.container(key=f"cach-doc-chung-{at}", horizontal=True, gap="small", vertical_alignment="bottom"):
        for field in fields:
            key = f"chung-{now.key}-{now.revision}-{at}-{field.header}"
            told = (draft, at, field.header, key)
            if field.choices is None:
                st.text_input(
                    plain_label(field.label),
                    value=field.value,
                    key=key,
                    on_change=_set_constant,
                    args=told,
                    width=_WIDTH,
                )
            else:
                _select(field.label, field.choices, field.value, key, partial(_set_constant, *told), width=_WIDTH)


def _select(
    label: str,
    choices: Mapping[str, str],
    value: str,
    key: str,
    changed: Callable[[], None],
    *,
    width: int | Literal["stretch"] = "stretch",
) -> None:
    words = dict(choices)
    st.selectbox(
        plain_label(label),
        list(words),
        index=list(words).index(value) if value in words else 0,
        format_func=lambda code: words[code],
        key=key,
        on_change=changed,
        placeholder=texts().shell.select_placeholder,
        width=width,
    )


def _set_constant(draft: drafts.Draft, at: int, header: str, key: str) -> None:
    now = editing(draft)
    text = str(st.session_state[key] or "").strip()
    change(draft, now.with_table(at, with_constant(now.mapping.tables[at], header, text)), anew=False)


def column_fields(desk: Desk, draft: drafts.Draft, now: Editing, at: int, view: SheetView) -> None:
    """Each column with a heading or content, eight at a time."""
    t = texts().mapping
    columns = [column for column in view.columns if column.words or column.role.takes]
    page_key = f"cot-{now.key}-{at}"
    pages = max(1, -(-len(columns) // _PER_PAGE))
    page = min(st.session_state.get(page_key, 1), pages)
    shown = columns[(page - 1) * _PER_PAGE : page * _PER_PAGE]
    put(element("h3", t.columns, "cchc-h3") + element("p", t.columns_lead, "cchc-small"))
    for column in shown:
        left, right = st.columns(2, gap="small", vertical_alignment="bottom")
        with left:
            _role_field(draft, now, at, column)
        with right:
            _says_fields(desk, draft, now, at, column)
    if pages > 1:
        _pages(page_key, page, pages, len(columns))


def _role_field(draft: drafts.Draft, now: Editing, at: int, column: ColumnView) -> None:
    t = texts().mapping
    choices = form.role_choices(now.mapping.tables[at], KINDS[now.mapping.kind])
    key = f"la-{now.key}-{now.revision}-{at}-{column.letter}"
    label = t.column_role.format(letter=column.letter, words=column.words or t.column_no_words)
    changed = partial(_set_role, draft, at, column.number, key)
    _select(label, choices, form.role_code(column.role), key, changed)


def _set_role(draft: drafts.Draft, at: int, column: int, key: str) -> None:
    """Another column that filled the same template header is not read any more: the fields are filled anew."""
    now = editing(draft)
    table = now.mapping.tables[at]
    sheet = draft.cells.sheet(table.sheet) if draft.cells is not None else None
    if sheet is not None:
        changed = form.with_role_code(table, column, str(st.session_state[key]), sheet, KINDS[now.mapping.kind])
        change(draft, now.with_table(at, changed), anew=True)


def _says_fields(desk: Desk, draft: drafts.Draft, now: Editing, at: int, column: ColumnView) -> None:
    """For a column of values: which criterion, unit or period its header means."""
    if not column.role.across:
        return
    t, table, kind = texts().mapping, now.mapping.tables[at], KINDS[now.mapping.kind]
    for header in subjects_across(table, kind):
        text = column.role.says.get(header, "")
        choices = {"": t.says_none, **form.says_choices(desk, table, kind, header, text)}
        key = f"noi-{now.key}-{now.revision}-{at}-{column.letter}-{header}"
        changed = partial(_set_says, draft, at, column, header, key)
        _select(t.says.format(header=header, letter=column.letter), choices, text, key, changed)


def _set_says(draft: drafts.Draft, at: int, column: ColumnView, header: str, key: str) -> None:
    now = editing(draft)
    says = {name: text for name, text in column.role.says.items() if name != header}
    text = str(st.session_state[key] or "")
    role = ColumnRole(column.role.takes, True, says | ({header: text} if text else {}))
    change(draft, now.with_table(at, with_role(now.mapping.tables[at], column.number, role)))


def _pages(key: str, page: int, pages: int, count: int) -> None:
    t = texts().mapping
    first, last = (page - 1) * _PER_PAGE + 1, min(page * _PER_PAGE, count)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(t.previous, key=f"{key}-truoc", disabled=page <= 1, on_click=_go, args=(key, page - 1))
        put(element("span", t.page_of.format(first=first, last=last, count=count), "cchc-small"))
        st.button(t.next, key=f"{key}-sau", disabled=page >= pages, on_click=_go, args=(key, page + 1))


def _go(key: str, page: int) -> None:
    st.session_state[key] = page

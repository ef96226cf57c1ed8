"""The step «Cách đọc tệp»: what was understood on the person's own cells, and correcting it.

Every choice changes only the mapping that is being edited; the file is read again on the button.
"""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.schema import KINDS
from cchc_metrics.services.intake.cells import FileCells, exported, imported
from cchc_metrics.services.intake.mapping import on_sheet, reshaped, shape_of, spread, with_sheet, without_sheet
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.components import download, notice, section
from cchc_metrics.ui.components.markup import mark_of
from cchc_metrics.ui.intake import drafts
from cchc_metrics.ui.intake.mapping_columns import column_fields, constant_fields
from cchc_metrics.ui.intake.mapping_grid import grid
from cchc_metrics.ui.intake.mapping_state import Editing, change, editing
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.session import part_of_a_page
from cchc_metrics.views.mapping.form import automatic, first_sheet, shape_names, start
from cchc_metrics.views.mapping.page import own_headers, sheet_names, sheet_view, step_view


def mapping_step(desk: Desk, draft: drafts.Draft) -> None:
    """Between the file and the findings, for every file that is no stamped template of ours."""
    if draft.plan is None or not draft.plan.kind or draft.cells is None or draft.cells.template:
        return
    t = texts().mapping
    shown = start(draft.plan, draft.cells)
    view = step_view(shown, draft.cells, draft.plan, told=draft.given is not None and bool(draft.given.tables))
    section(t.step, view.summary)
    if draft.carried:
        notice(t.carried)
    if view.open:
        notice(" ".join((t.step_lead_open, *view.doubts)), "warning")
    with st.expander(t.correct, expanded=view.open, key=f"sua-cach-doc-{draft.readings}"):
        _editor(desk, draft)


def worth_remembering(draft: drafts.Draft) -> bool:
    """Whether a later file of the same layout, or with the same names, would be read otherwise without it."""
    if draft.plan is None or draft.cells is None or draft.cells.template or draft.plan.mapping is None:
        return False
    return bool(draft.plan.mapping.answers) or not own_headers(draft.plan.mapping, draft.cells)


@st.fragment
@part_of_a_page
def _editor(desk: Desk, draft: drafts.Draft) -> None:
    """The sheets, one table at a time, and what to do with the edited reading."""
    if draft.plan is None or draft.cells is None:
        return
    now = editing(draft)
    name = _sheet_choice(draft, draft.cells, now)
    places = on_sheet(now.mapping, name)
    if places:
        at = _table_choice(desk, draft, now, name)
        _shape_row(draft, now, at)
        view = sheet_view(desk, now.mapping, draft.cells, name, at)
        if view.missing:
            notice(texts().mapping.missing.format(names="; ".join(view.missing)), "warning")
        grid(view)
        constant_fields(desk, draft, now, at)
        column_fields(desk, draft, now, at, view)
    else:
        grid(sheet_view(desk, now.mapping, draft.cells, name, None))
    _actions(desk, draft, now, name)


def _sheet_choice(draft: drafts.Draft, cells: FileCells, now: Editing) -> str:
    """Which sheet is looked at, and whether it is read."""
    t = texts().mapping
    words = sheet_names(now.mapping, cells)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        name = st.selectbox(
            t.sheet,
            list(words),
            index=list(words).index(first_sheet(now.mapping, cells)),
            format_func=lambda sheet: words[sheet],
            key=f"trang-{now.key}",
            width=340,
            placeholder=texts().shell.select_placeholder,
        )
        key = f"doc-trang-{now.key}-{now.revision}-{mark_of(name)}"
        st.checkbox(
            t.read_sheet,
            value=bool(on_sheet(now.mapping, name)),
            key=key,
            on_change=_read_or_skip,
            args=(draft, name, key),
        )
    return name


def _read_or_skip(draft: drafts.Draft, name: str, key: str) -> None:
    now = editing(draft)
    sheet = draft.cells.sheet(name) if draft.cells is not None else None
    if sheet is not None:
        read = st.session_state[key]
        mapping = with_sheet(now.mapping, sheet, KINDS[now.mapping.kind]) if read else without_sheet(now.mapping, name)
        change(draft, mapping, anew=True)


def _table_choice(desk: Desk, draft: drafts.Draft, now: Editing, name: str) -> int:
    """Which of several tables of a sheet is looked at."""
    places = on_sheet(now.mapping, name)
    if len(places) == 1 or draft.cells is None:
        return places[0]
    words = sheet_view(desk, now.mapping, draft.cells, name, places[0]).tables
    return st.segmented_control(
        texts().mapping.table,
        list(words),
        default=places[0],
        required=True,
        format_func=lambda at: plain_label(words[at]),
        key=f"bang-{now.key}-{now.revision}-{mark_of(name)}",
    )


def _shape_row(draft: drafts.Draft, now: Editing, at: int) -> None:
    """Shape, header rows and last row of a table."""
    t, table = texts().mapping, now.mapping.tables[at]
    kind = KINDS[now.mapping.kind]
    sheet = draft.cells.sheet(table.sheet) if draft.cells is not None else None
    if sheet is None:
        return
    key = f"{now.key}-{now.revision}-{at}"
    shapes = shape_names(kind)
    with st.container(key=f"cach-doc-dong-{at}", horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox(
            t.shape,
            list(shapes),
            index=list(shapes).index(shape_of(table, kind)),
            format_func=lambda shape: shapes[shape],
            key=f"kieu-{key}",
            on_change=_reshape,
            args=(draft, at, key),
            width=290,
            placeholder=texts().shell.select_placeholder,
        )
        for name, label, value, low in (
            ("dau", t.header_first, table.header[0], 1),
            ("cuoi", t.header_last, table.header[1], 1),
            ("het", t.last_row, table.last_row, 2),
        ):
            held = min(value, sheet.height) if value is not None else None
            st.number_input(
                label,
                min_value=low,
                max_value=max(low, sheet.height),
                value=held,
                step=1,
                key=f"{name}-{key}",
                on_change=_rows,
                args=(draft, at, key),
                placeholder=t.to_the_end,
                width=150,
            )


def _reshape(draft: drafts.Draft, at: int, key: str) -> None:
    now = editing(draft)
    table = now.mapping.tables[at]
    if draft.cells is not None and (sheet := draft.cells.sheet(table.sheet)) is not None:
        shape = st.session_state[f"kieu-{key}"]
        change(draft, now.with_table(at, reshaped(table, shape, sheet, KINDS[now.mapping.kind])), anew=True)


def _rows(draft: drafts.Draft, at: int, key: str) -> None:
    """Other header rows have other words: the columns are taken anew from them."""
    now = editing(draft)
    first, last, end = (st.session_state[f"{name}-{key}"] for name in ("dau", "cuoi", "het"))
    sheet = draft.cells.sheet(now.mapping.tables[at].sheet) if draft.cells is not None else None
    if sheet is not None and first and last:
        rows = (int(first), max(int(first), int(last)))
        change(draft, now.with_table(at, now.with_rows(at, rows, end, sheet)), anew=True)


def _actions(desk: Desk, draft: drafts.Draft, now: Editing, name: str) -> None:
    t = texts().mapping
    if now.touched:
        notice(t.edited)
    pressed = back = False
    with st.container(horizontal=True, gap="small"):
        pressed = st.button(t.reread, key=f"doc-lai-{now.key}", type="primary")
        if draft.cells is not None and len(draft.cells.visible) > 1 and on_sheet(now.mapping, name):
            st.button(t.spread, key=f"moi-trang-{now.key}", on_click=_spread, args=(draft, name))
        back = st.button(t.automatic, key=f"tu-dong-{now.key}")
        download(
            t.export,
            lambda: exported(now.mapping),
            f"cach-doc-{mark_of(repr(now.mapping))}.json",
            key=f"tai-cach-doc-{now.key}",
        )
    if pressed or back:
        drafts.reread(desk, draft, now.mapping if pressed else automatic(now.mapping))
        st.rerun()
    _saved_reading(desk, draft, now)


def _spread(draft: drafts.Draft, name: str) -> None:
    if draft.cells is not None:
        change(draft, spread(editing(draft).mapping, name, draft.cells), anew=True)


def _saved_reading(desk: Desk, draft: drafts.Draft, now: Editing) -> None:
    """A reading that was saved as JSON, in the place of this one."""
    t = texts().mapping
    file = st.file_uploader(t.json_label, type=["json"], key=f"cach-doc-json-{now.key}")
    if file is None:
        return
    with refusals():
        mapping = imported(file.getvalue())
        drafts.reread(desk, draft, mapping)
        st.rerun()

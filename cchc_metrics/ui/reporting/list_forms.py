"""The lists of a unit's tasks: what is on them in a period, and the form for a row."""

from functools import partial

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import lists
from cchc_metrics.services.reporting.acts import Report
from cchc_metrics.services.reporting.lists import ListRow
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import notice, section, table
from cchc_metrics.ui.faults import faults
from cchc_metrics.ui.saving import field_key, stored
from cchc_metrics.views.reporting.lists import ListsView, lists_view

_NEW = ""


def task_lists(desk: Desk, report: Report) -> None:
    """The rows that a period tells of; one of them, or a new one, in a form."""
    t, view = texts().lists, remembered(lists_view, desk, report)
    section(t.title, t.lead)
    if view.table is None:
        notice(t.none)
    else:
        table(view.table)
    if closed_in_the_past(desk) or not may(desk.actor, Deed.SEND):
        return
    names = {_NEW: t.new, **view.names}
    key = st.selectbox(
        t.row,
        list(names),
        format_func=names.__getitem__,
        key=field_key(f"dong-{report}"),
        placeholder=texts().shell.select_placeholder,
    )
    _form(desk, report, view, view.rows.get(key or _NEW))


def _form(desk: Desk, report: Report, view: ListsView, row: ListRow | None) -> None:
    t, name = texts().lists, f"{report}-{row.task}-{row.number}" if row else f"{report}-moi"
    with st.form(field_key(f"danh-sach-{name}"), border=False):
        with st.container(horizontal=True, gap="small"):
            tasks = [row.task] if row else list(view.tasks)
            task = st.selectbox(
                t.task,
                tasks,
                format_func=lambda code: view.tasks.get(code, code),
                key=_key(name, "nv"),
                placeholder=texts().shell.select_placeholder,
            )
            states = list(view.states)
            state = st.selectbox(
                t.state,
                states,
                states.index(row.state) if row and row.state in states else 0,
                format_func=view.states.__getitem__,
                key=_key(name, "tt"),
                placeholder=texts().shell.select_placeholder,
            )
            due = st.date_input(t.due, row.due_on if row else None, format="DD/MM/YYYY", key=_key(name, "han"))
        title = st.text_input(t.name, row.title if row else "", key=_key(name, "ten"))
        with st.container(horizontal=True, gap="small"):
            tied = st.text_input(
                t.tied_to, row.tied_to if row else "", key=_key(name, "vb"), placeholder=t.tied_example
            )
            owner = st.text_input(t.owner, row.owner if row else "", key=_key(name, "ai"))
            evidence = st.text_input(t.evidence, row.evidence if row else "", key=_key(name, "mc"))
        pressed = st.form_submit_button(t.save)
    if not pressed or task is None:
        return
    if not (title or "").strip():
        faults([(t.title_missing, _key(name, "ten"))])
        return
    number = row.number if row else lists.next_number(desk, report.unit_id, task)
    made = ListRow(
        unit_id=report.unit_id,
        task=task,
        number=number,
        title=title or "",
        tied_to=tied or "",
        state=state or "",
        owner=owner or "",
        due_on=due,
        evidence=evidence or "",
        opened_in=row.opened_in if row else "",
        closed_in=row.closed_in if row else "",
    )
    stored(partial(lists.keep, desk, made, report.period_id))


def _key(name: str, field: str) -> str:
    return field_key(f"ds-{name}-{field}")

"""Notes on a trend: their table, and the form to write one or to withdraw it."""

from collections.abc import Callable

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.services.indices.remarks import LONGEST, withdraw, write
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.ui.boundary import show_problem
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import notice, section, table
from cchc_metrics.ui.faults import lacking
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.visiting import own_name
from cchc_metrics.views.trend.remarks import RemarksView, remarks_view

_DONE = "remark-done"


def remarks_part(desk: Desk, index: str, node: str, entities: tuple[str, ...], *, form: bool) -> None:
    """What people noted on these lines; the form for those who may write, at the present day."""
    said, view = texts().remarks, remembered(remarks_view, desk, (index, node, entities))
    if form and (message := str(st.session_state.pop(_DONE, ""))):
        notice(message, "good")
    if view.table is not None:
        section(said.title, said.lead)
        table(view.table)
    if form and may(desk.actor, Deed.EDIT) and view.years:
        with st.expander(plain_label(said.form)):
            notice(said.form_lead)
            _writing(desk, index, node, view)
            if view.held:
                _withdrawing(desk, view)


def _writing(desk: Desk, index: str, node: str, view: RemarksView) -> None:
    said, pick = texts().remarks, texts().shell.select_placeholder
    with st.form("remark-form", border=False, clear_on_submit=True):
        with st.container(horizontal=True, gap="small"):
            year = st.selectbox(
                plain_label(said.year), view.years, format_func=fmt.period, key="remark-year", placeholder=pick
            )
            about = st.selectbox(
                plain_label(said.about),
                list(view.about),
                format_func=lambda code: view.about[code],
                key="remark-on",
                placeholder=pick,
            )
        text = st.text_input(plain_label(said.text), key="remark-text", placeholder=said.text_hint, max_chars=LONGEST)
        who = own_name() or st.text_input(plain_label(said.by), key="remark-by")
        pressed = st.form_submit_button(plain_label(said.save))
    if pressed and year and about and not lacking([(said.text, "remark-text", text or "")]):
        _try(lambda: write(desk, Question(index, year, node), about, text or "", who or ""), said.saved)


def _withdrawing(desk: Desk, view: RemarksView) -> None:
    said = texts().remarks
    number = st.selectbox(
        plain_label(said.which),
        list(view.held),
        format_func=lambda code: f"{said.mark.format(number=code)} – {view.held[code].text}",
        key="remark-which",
        placeholder=texts().shell.select_placeholder,
    )
    if number and st.button(plain_label(said.withdraw), key="remark-withdraw"):
        _try(lambda: withdraw(desk, view.held[number]), said.done)


def _try(act: Callable[[], Entry | None], done: str) -> None:
    try:
        entry = act()
    except CchcError as error:
        show_problem(str(error))
        return
    if entry is None:
        notice(texts().remarks.unchanged)
        return
    st.session_state[_DONE] = done.format(seq=entry.seq)
    st.rerun()

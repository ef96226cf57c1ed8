"""Notes on a trend or on a figure: their tables, and the forms to write one, to change or to withdraw it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.services.indices.remarks import LONGEST, Remark, rewrite, withdraw, write
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import notice, section, table
from cchc_metrics.ui.faults import lacking
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.saving import Forms
from cchc_metrics.ui.shelf_bar import pinned_parts
from cchc_metrics.ui.visiting import own_name
from cchc_metrics.views.kit.pins import pinned_first
from cchc_metrics.views.trend.remarks import RemarksView, remarks_view

_FORMS = Forms("remark")
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2098, 12, 31)


def remarks_part(desk: Desk, index: str, nodes: Sequence[str], entities: tuple[str, ...]) -> None:
    """What people noted on these lines; the form for those who may write, at the present day."""
    t = texts().remarks
    views = {node: remembered(remarks_view, desk, (index, node, entities)) for node in nodes}
    _FORMS.last_message()
    for node, view in views.items():
        if view.table is not None:
            section(t.title, t.lead)
            table(view.table)
        if view.past is not None:
            with st.expander(plain_label(f"{t.past_title}: {view.part}"), key=f"remark-past-{node}"):
                table(view.past)
    if not may(desk.actor, Deed.EDIT) or not any(view.years for view in views.values()):
        return
    with st.expander(plain_label(t.form), key="remark-box"):
        notice(t.form_lead)
        _writing(desk, index, views)
        if any(view.held for view in views.values()):
            _changing(desk, views)


def figure_remark(desk: Desk, asked: Question, entity: str) -> None:
    """The form to note something on one figure, for those who may, at the present day."""
    t = texts().remarks
    _FORMS.last_message()
    if not may(desk.actor, Deed.EDIT):
        return
    with st.expander(plain_label(t.form_figure), key="remark-figure"), st.form("figure-remark-form", border=False):
        text, who = _words("figure-remark", "")
        if st.form_submit_button(plain_label(t.save)) and not lacking([(t.text, "figure-remark-text", text)]):
            _kept(partial(write, desk, asked, entity, text, who), t.saved)


def _writing(desk: Desk, index: str, views: Mapping[str, RemarksView]) -> None:
    t, pick, first = texts().remarks, texts().shell.select_placeholder, next(iter(views.values()))
    with st.form("remark-form", border=False, clear_on_submit=True):
        with st.container(horizontal=True, gap="small"):
            node = next(iter(views))
            if len(views) > 1:
                offers = pinned_first({code: view.part for code, view in views.items()}, pinned_parts(desk, index))
                node = st.selectbox(
                    plain_label(t.part),
                    list(offers),
                    list(offers).index(node),
                    format_func=offers.__getitem__,
                    key="remark-part",
                    placeholder=pick,
                )
            year = st.selectbox(
                plain_label(t.year), first.years, format_func=fmt.period, key="remark-year", placeholder=pick
            )
            day = _day("remark-day", None)
            about = st.selectbox(
                plain_label(t.about),
                list(first.about),
                format_func=lambda code: first.about[code],
                key="remark-on",
                placeholder=pick,
            )
        text, who = _words("remark", "")
        pressed = st.form_submit_button(plain_label(t.save))
    if pressed and node and year and about and not lacking([(t.text, "remark-text", text)]):
        _kept(partial(write, desk, Question(index, year, node), about, text, who, day=day), t.saved)


def _changing(desk: Desk, views: Mapping[str, RemarksView]) -> None:
    """One of the notes, as it stands; its words and its day may be written otherwise, or it may go."""
    t = texts().remarks
    held = {f"{node}-{number}": one for node, view in views.items() for number, one in view.held.items()}
    code = st.selectbox(
        plain_label(t.which),
        list(held),
        format_func=lambda key: f"{t.mark.format(number=key.rpartition('-')[2])} – {held[key].text}",
        key="remark-which",
        placeholder=texts().shell.select_placeholder,
    )
    if not code:
        return
    remark: Remark = held[code]
    # Another note is another form: what was typed into one is not the other's.
    mark = f"remark-{remark.seq}-{remark.number}"
    with st.form(f"{mark}-form", border=False):
        day = _day(f"{mark}-day", remark.day)
        text, who = _words(mark, remark.text)
        with st.container(horizontal=True, gap="small"):
            changed = st.form_submit_button(plain_label(t.save_edit), key=f"{mark}-save")
            gone = st.form_submit_button(plain_label(t.withdraw), key=f"{mark}-withdraw")
    if changed and not lacking([(t.text, f"{mark}-text", text)]):
        _kept(partial(rewrite, desk, remark, text, who, day), t.saved)
    if gone:
        _kept(partial(withdraw, desk, remark), t.done)


def _day(key: str, held: date | None) -> date | None:
    t = texts().remarks
    chosen = st.date_input(
        plain_label(t.day),
        value=held,
        key=key,
        format="DD/MM/YYYY",
        min_value=_FIRST_DAY,
        max_value=_LAST_DAY,
        help=plain_label(t.day_help),
    )
    return chosen if isinstance(chosen, date) else None


def _words(key: str, held: str) -> tuple[str, str]:
    """(note, writer) as they are typed; the writer of an account is its own."""
    t = texts().remarks
    text = st.text_input(plain_label(t.text), held, key=f"{key}-text", placeholder=t.text_hint, max_chars=LONGEST)
    who = own_name() or st.text_input(plain_label(t.by), key=f"{key}-by")
    return text or "", who or ""


def _kept(act: Callable[[], Entry | None], done: str) -> None:
    _FORMS.store(act, lambda seq: done.format(seq=seq), texts().remarks.unchanged)

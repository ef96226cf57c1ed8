"""The questions of a file, ten at a time; all answers are applied at once."""

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import texts
from cchc_metrics.services.intake.registering import BASES, REGISTERED, register, unknown_units
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui import session
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.components import notice, section
from cchc_metrics.ui.components.markup import element
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.intake import drafts
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.views.mapping.questions import QuestionView, answered, question_page


def questions_step(desk: Desk, draft: drafts.Draft) -> None:
    """What only the person can say about the file; nothing where nothing is asked."""
    if draft.plan is None or not draft.plan.questions:
        return
    t = texts().questions
    keys = f"{draft.plan.plan_id[:12]}-{draft.readings}"
    page_key, answers_key = f"trang-cau-hoi-{keys}", f"tra-loi-{keys}"
    answers: dict[int, str] = st.session_state.setdefault(answers_key, {})
    shown = question_page(draft.plan, st.session_state.get(page_key, 1))
    section(t.title, shown.lead)
    with st.container(key="questions", border=True):
        for question in shown.questions:
            _ask(question, answers, f"cau-{keys}-{question.number}")
        if shown.pages > 1:
            _pages(page_key, shown.pages, len(answers), len(draft.plan.questions))
        if st.button(t.apply, key=f"ap-dung-{keys}", type="primary"):
            if not answers:
                notice(t.none_answered, "warning")
                return
            # The widgets of the answered questions are gone with their plan; the answers stand in the mapping.
            drafts.reread(desk, draft, answered(draft.plan, draft.given, answers))
            st.session_state.pop(answers_key, None)
            st.rerun()


def _ask(question: QuestionView, answers: dict[int, str], key: str) -> None:
    """One question with its answers, the likeliest first; an answer stays while other pages are looked at."""
    t = texts().questions
    choices = list(question.choices)
    held = answers.get(question.number)
    label = f"{question.prompt} ({question.where})" if question.where else question.prompt
    chosen = st.selectbox(
        plain_label(label),
        choices,
        index=choices.index(held) if held in choices else None,
        format_func=lambda value: question.choices[value],
        key=key,
        placeholder=t.not_answered,
    )
    if chosen is None:
        answers.pop(question.number, None)
    else:
        answers[question.number] = chosen


def register_step(desk: Desk, draft: drafts.Draft) -> None:
    """A unit of the file that no list knows, registered here; the file is read anew with it."""
    names = unknown_units(draft.plan) if draft.plan is not None else ()
    if draft.plan is None or not names or not may(desk.actor, Deed.EDIT):
        return
    t, keys = texts().intake, f"{draft.plan.plan_id[:12]}-{draft.readings}"
    with st.expander(t.register), st.form(f"dang-ky-{keys}", border=False):
        put(element("p", t.register_lead, "cchc-small"))
        with st.container(horizontal=True, gap="small"):
            pick = texts().shell.select_placeholder
            name = st.selectbox(t.register_name, names, format_func=plain_label, key=f"ten-{keys}", placeholder=pick)
            kind = st.selectbox(t.register_type, list(REGISTERED), key=f"loai-{keys}", placeholder=pick)
            base = st.selectbox(t.register_base, BASES, key=f"he-{keys}", placeholder=pick)
        pressed = st.form_submit_button(t.register_button)
    if pressed:
        with refusals():
            entry = register(desk, name, kind, base, draft.plan.file_name)
            drafts.reread(session.desk(), draft, draft.given)
            drafts.say(t.registered.format(name=name, seq=entry.seq))
            st.rerun()


def _pages(key: str, pages: int, done: int, count: int) -> None:
    t = texts().questions
    page = min(st.session_state.get(key, 1), pages)
    put(element("p", t.progress.format(answered=done, count=count), "cchc-small"))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(t.previous, key=f"{key}-truoc", disabled=page <= 1, on_click=_go, args=(key, page - 1))
        put(element("span", t.page_of.format(page=page, pages=pages), "cchc-small"))
        st.button(t.next, key=f"{key}-sau", disabled=page >= pages, on_click=_go, args=(key, page + 1))


def _go(key: str, page: int) -> None:
    st.session_state[key] = page

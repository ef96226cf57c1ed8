"""Declaring a break or a continuity, with its reason."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.services.indices.declaring import BREAK, CONTINUOUS, Step, declare
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import notice
from cchc_metrics.ui.faults import lacking
from cchc_metrics.ui.saving import Forms
from cchc_metrics.ui.shelf_bar import pinned_parts
from cchc_metrics.views.kit.pins import pinned_first
from cchc_metrics.views.method.steps import offered

_FORMS = Forms("step")


def declare_step(desk: Desk) -> None:
    """The form, folded; what the last declaration did is said once."""
    t, pick = texts().steps, texts().shell.select_placeholder
    _FORMS.last_message()
    known = remembered(offered, desk, ())
    if not known or closed_in_the_past(desk):
        return
    with st.expander(t.form):
        st.markdown(t.form_lead)
        index = st.selectbox(t.index, list(known), key="step-index", placeholder=pick)
        with st.form("step-form", border=False):
            names = known[index]
            starred = [code for node in pinned_parts(desk, index) for code in names if Step.of(code).node_code == node]
            offers = pinned_first(names, starred)
            chosen = st.selectbox(
                t.step,
                list(offers),
                list(offers).index(next(iter(names))),
                format_func=offers.__getitem__,
                key=_FORMS.key(index or ""),
                placeholder=pick,
            )
            kind = st.radio(
                t.decide,
                [BREAK, CONTINUOUS],
                format_func=lambda code: t.kinds[code],
                horizontal=True,
                key=_FORMS.key("kind"),
            )
            reason = st.text_input(t.reason, key=_FORMS.key("reason"), placeholder=t.reason_example)
            source = st.text_input(t.source, key=_FORMS.key("source"))
            pressed = st.form_submit_button(t.save, type="primary")
        if pressed and not lacking([(t.reason, _FORMS.key("reason"), reason)]):
            _save(desk, Step.of(chosen), kind, reason or "", source or "")


def _save(desk: Desk, step: Step, kind: str, reason: str, source: str) -> None:
    t = texts().steps
    with refusals():
        done = declare(desk, step, kind, reason, source)
        if done.problem:
            notice(done.problem, "warning")
        elif done.entry is None:
            notice(t.unchanged)
        else:
            _FORMS.done(t.saved.format(seq=done.entry.seq))

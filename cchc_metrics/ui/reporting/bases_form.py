"""The step of the set-up for legal bases: judged together, or one by one."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.schema import LEGAL_BASES
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import setup
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import notice, section
from cchc_metrics.ui.reporting.fact_form import editable
from cchc_metrics.ui.saving import field_key, stored
from cchc_metrics.views.reporting.setup_lists import unreviewed


def bases(desk: Desk, day: date, locked: bool) -> None:
    """The texts that everything rests on, with their state; those that nobody has reviewed are judged together."""
    notice(texts().setup.kind_leads[LEGAL_BASES.name])
    waiting = remembered(unreviewed, desk, None)
    if waiting and not locked:
        _review(desk, waiting, day)
    editable(desk, LEGAL_BASES, "can-cu", locked=locked)


def _review(desk: Desk, waiting: Mapping[str, str], day: date) -> None:
    t = texts().setup
    section(t.review_title, t.review_lead)
    with st.form(field_key("ra-soat"), border=False):
        chosen = st.multiselect(
            t.review_bases,
            list(waiting),
            list(waiting),
            format_func=waiting.__getitem__,
            key=field_key("ra-soat-can-cu"),
            placeholder=texts().shell.select_many_placeholder,
            select_all=False,
            wrap=True,
        )
        with st.container(horizontal=True, gap="small"):
            holds = st.form_submit_button(t.review_in_force, type="primary")
            over = st.form_submit_button(t.review_ended)
    if (holds or over) and chosen:
        stored(partial(setup.review_bases, desk, chosen, "in_force" if holds else "ended", day))

"""How long lines of the audit log are kept."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.services.office import happenings
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.components import notice, section


def retention_form(desk: Desk) -> None:
    """The number of days, and what saving it did."""
    t = texts().audit
    section(t.retention_title, t.retention_lead)
    with st.form("thoi-han-luu", border=False):
        days = st.number_input(t.retention_days, 0, happenings.LONGEST_KEPT, value=happenings.retention(desk), step=1)
        pressed = st.form_submit_button(t.retention_save)
    if pressed:
        with refusals():
            notice(t.retention_saved.format(gone=happenings.keep_for(desk, int(days))), "good")

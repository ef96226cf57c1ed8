"""What HC-TC does with many reports: taking those that are sound, reminding those that are due."""

from functools import partial

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import many, reminders
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import download, notice, section
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.saving import field_key, stored, who_and_when
from cchc_metrics.views.reporting.board import BoardFilters
from cchc_metrics.views.reporting.many import due_soon, sound_reports


def take_many(desk: Desk, filters: BoardFilters) -> None:
    """All reports of a period that are whole and have nothing to be looked at, in one go."""
    if closed_in_the_past(desk) or not may(desk.actor, Deed.JUDGE):
        return
    t, found = texts().entering, remembered(sound_reports, desk, filters)
    if not found:
        return
    section(t.many_title, t.many_lead.format(count=len(found), units=listed(list(found.values()))))
    with st.form(field_key("tiep-nhan-nhieu"), border=False):
        by, on = who_and_when("tiep-nhan-nhieu", filters.on, t.many_by)
        pressed = st.form_submit_button(plain_label(t.many_save.format(count=len(found))), type="primary")
    if pressed:
        stored(partial(many.accept_sound, desk, filters.period, list(found), by, on))


def remind(desk: Desk, filters: BoardFilters) -> None:
    """What is due soon, as words to copy and as a calendar."""
    t, held = texts().entering, remembered(due_soon, desk, filters.day)
    section(t.remind_title)
    notice(held.finding, "warning" if held.text else "plain")
    if held.text:
        st.text_area(t.remind_text, held.text, height=140, key=f"nhac-{filters.day}-{desk.office.version}")
    build = partial(reminders.calendar, desk, filters.on.year)
    download(t.remind_calendar, build, f"han-nop-{filters.on.year}-{desk.office.version}.ics", key="tai-lich")

"""Locking a period and unlocking it with a second person; only where several people work."""

from collections.abc import Callable

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.storing import locks
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.components import notice, section
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.visiting import LOGIN


def lock_step(desk: Desk, period_id: str) -> None:
    """What may be done with the lock of a period, by who may."""
    if LOGIN == "local" or not may(desk.actor, Deed.LOCK):
        return
    t, held = texts().locks, {one.period_id: one for one in locks.locks(desk.office, desk.actor)}.get(period_id)
    section(t.title, t.lead)
    if held is None:
        if st.button(plain_label(t.lock.format(period=fmt.period(period_id))), key="khoa-ky"):
            _done(lambda: locks.lock(desk.office, desk.actor, period_id))
        return
    notice(t.is_locked.format(period=fmt.period(period_id), by=held.by))
    if held.asked_by:
        notice(t.is_asked.format(by=held.asked_by, reason=held.reason), "warning")
        if st.button(t.grant, key="mo-khoa"):
            _done(lambda: locks.unlock(desk.office, desk.actor, period_id))
        return
    reason = st.text_input(t.reason, key="ly-do-mo-khoa") or ""
    if st.button(t.ask, key="de-nghi-mo-khoa"):
        _done(lambda: locks.ask_to_unlock(desk.office, desk.actor, period_id, reason))


def _done(act: Callable[[], None]) -> None:
    with refusals():
        act()
        st.rerun()

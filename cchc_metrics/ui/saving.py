"""Storing what a form holds: refused in one sentence, or said on the next run with every field empty again."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.ui.boundary import show_problem
from cchc_metrics.ui.components import notice
from cchc_metrics.ui.visiting import own_name

_DONE, _ROUND = "reporting-done", "reporting-round"


def last_message() -> None:
    """What this visitor's last change did; said once."""
    if message := st.session_state.pop(_DONE, ""):
        notice(str(message), "good")


def field_key(name: str) -> str:
    """The key of a form's field; new after every change, so that forms start empty."""
    return f"reporting-{name}-{st.session_state.get(_ROUND, 0)}"


def stored(write: Callable[[], Entry | None], then: Callable[[], Any] | None = None) -> None:
    """Write; show why it cannot be, or say on the next run that it is. then: called after it was stored."""
    said = texts().setup
    try:
        entry = write()
    except CchcError as error:
        show_problem(str(error))
        return
    if entry is None:
        notice(said.unchanged)
        return
    st.session_state[_DONE] = said.saved.format(seq=entry.seq)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    if then is not None:
        then()
    st.rerun()


def who_and_when(name: str, day: Any, label: str = "") -> tuple[str, Any]:
    """Two fields that every deed asks: who did it (label: another word for that person), and on which day."""
    said = texts().board
    with st.container(horizontal=True, gap="small"):
        who = label or said.done_by
        by = own_name() or st.text_input(who, key=field_key(f"ai-{name}"), placeholder=said.done_by_example) or ""
        on = st.date_input(said.done_on, day, key=field_key(f"ngay-{name}"), format="DD/MM/YYYY")
    return by.strip(), on

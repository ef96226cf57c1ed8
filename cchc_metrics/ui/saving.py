"""Storing what a form holds: refused in one sentence, or said on the next run with every field empty again."""

from collections.abc import Callable
from typing import Any, NoReturn

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.components import notice
from cchc_metrics.ui.visiting import own_name


class Forms:
    """The forms that share a message and are empty again after every change. name: begins the keys of their fields."""

    def __init__(self, name: str) -> None:
        self._name, self._done, self._round = name, f"{name}-done", f"{name}-round"

    def key(self, field: str) -> str:
        """The key of a field; new after every change."""
        return f"{self._name}-{field}-{st.session_state.get(self._round, 0)}"

    def last_message(self) -> None:
        """Says what this visitor's last change did; once."""
        if message := st.session_state.pop(self._done, ""):
            notice(str(message), "good")

    def done(self, message: str) -> NoReturn:
        """Say it on the next run, which begins here, with every field empty."""
        st.session_state[self._done] = message
        st.session_state[self._round] = st.session_state.get(self._round, 0) + 1
        st.rerun()

    def store(
        self,
        write: Callable[[], Entry | None],
        words: Callable[[int], str],
        unchanged: str,
        at: Callable[[str], str] | None = None,
    ) -> None:
        """Write; show why it cannot be, or say on the next run that it is. words: of the entry's number · at: the key
        of the widget of a field.
        """
        with refusals(at):
            entry = write()
            if entry is not None:
                self.done(words(entry.seq))
            notice(unchanged)


REPORTING = Forms("reporting")
field_key, last_message = REPORTING.key, REPORTING.last_message


def stored(
    write: Callable[[], Entry | None],
    then: Callable[[], Any] | None = None,
    at: Callable[[str], str] | None = None,
) -> None:
    """What a form of the reporting cycle holds. then: called after it was stored · at: the widget's key of a field."""
    t = texts().setup

    def written() -> Entry | None:
        entry = write()
        if entry is not None and then is not None:
            then()
        return entry

    REPORTING.store(written, lambda seq: t.saved.format(seq=seq), t.unchanged, at)


def who_and_when(name: str, day: Any, label: str = "") -> tuple[str, Any]:
    """Two fields that every deed asks: who did it (label: another word for that person), and on which day."""
    t = texts().board
    with st.container(horizontal=True, gap="small"):
        who = label or t.done_by
        by = own_name() or st.text_input(who, key=field_key(f"ai-{name}"), placeholder=t.done_by_example) or ""
        on = st.date_input(t.done_on, day, key=field_key(f"ngay-{name}"), format="DD/MM/YYYY")
    return by.strip(), on

"""Filters that live in the address: a copied link opens the same view.

The address holds stable codes, not the words on screen. A value equal to its default is left out; a value that the
list does not hold falls back to the default without a word.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Literal

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.ui import context
from cchc_metrics.ui.plain import plain_help, plain_label

_ON, _OFF, _NONE = "1", "0", ""
# The year after a day must have its periods too, and they are counted to 2099.
_FIRST_DAY, _LAST_DAY = date(2010, 1, 1), date(2098, 12, 31)
Look = Literal["list", "buttons", "slider"]


def choose(
    label: str,
    options: Sequence[str],
    key: str,
    default: str | None = None,
    format: Callable[[str], str] = str,
    *,
    look: Look = "list",
) -> str:
    """One of the options, kept as ``?key=``. default: the first option. Raises ValueError when there is no option."""
    if not options:
        raise ValueError(f"nothing to choose from for {key}")
    usual = default if default is not None and default in options else options[0]
    box = _Box(label, key, format, look)
    if context.applies(key):
        return _common(box, options, usual)
    usual = context.shown_of(key, options, usual)
    asked = _asked(key)
    _bring_in(key, asked[0] if asked and asked[0] in options else None, usual, lambda held: held in options)
    chosen = box.show(options)
    value = chosen if chosen is not None and chosen in options else usual
    _hand_out(key, [] if value == usual else [value])
    return value


def _common(box: "_Box", options: Sequence[str], usual: str) -> str:
    """One of the options where the choice is the same on every place: the address is written by ``context``."""
    shown = context.shown_of(box.key, options, usual)
    st.session_state[box.key] = shown
    chosen = box.show(options, partial(context.choose_by_hand, box.key, tuple(options)))
    value = chosen if chosen is not None and chosen in options else shown
    context.say_moved(box.key, value, box.words(value))
    return value


@dataclass(frozen=True, slots=True)
class _Box:
    """A widget for one of several options: its words and its look."""

    label: str
    key: str
    words: Callable[[str], str]
    look: Look

    def show(self, options: Sequence[str], on_change: Callable[[], None] | None = None) -> str | None:
        """Draw it; what is chosen now."""
        name, key = plain_label(self.label), self.key
        if self.look == "buttons":
            return st.segmented_control(
                name,
                options,
                format_func=lambda code: plain_label(self.words(code)),
                key=key,
                required=True,
                width="content",
                on_change=on_change,
            )
        if self.look == "slider":
            return st.select_slider(
                name,
                options,
                format_func=lambda code: plain_label(self.words(code)),
                key=key,
                on_change=on_change,
            )
        held = texts().shell.select_placeholder
        return st.selectbox(name, options, format_func=self.words, key=key, placeholder=held, on_change=on_change)


def rests(label: str, value: str, format: Callable[[str], str] = str) -> None:
    """A part of the common choice that this page does not go by: shown where it always stands, and kept."""
    if not value:
        return
    st.selectbox(
        plain_label(label),
        [value],
        format_func=format,
        key=f"{label}@rests",
        disabled=True,
        placeholder=texts().shell.select_placeholder,
        help=texts().context.rests,
    )


def choose_many(
    label: str,
    options: Sequence[str],
    key: str,
    default: Sequence[str] = (),
    format: Callable[[str], str] = str,
    *,
    most: int | None = None,
    placeholder: str = "",
) -> tuple[str, ...]:
    """Any number of the options, in the order they were chosen, kept as repeated ``?key=``; an empty one is none."""
    usual = [value for value in default if value in options]
    told = _asked(key)
    asked = list(dict.fromkeys(value for value in told if value in options))[:most]
    _bring_in(
        key, asked if asked or told == [_NONE] else None, usual, lambda held: all(value in options for value in held)
    )
    chosen = st.multiselect(
        plain_label(label),
        options,
        format_func=format,
        key=key,
        max_selections=most,
        select_all=False,
        wrap=True,
        placeholder=placeholder or texts().shell.select_many_placeholder,
    )
    _hand_out(key, [] if chosen == usual else list(chosen) or [_NONE])
    return tuple(chosen)


def toggle(label: str, key: str, *, help: str | None = None) -> bool:
    """A switch, off at first, kept as ``?key=1``."""
    asked = {_ON: True, _OFF: False}.get(_asked(key)[0]) if _asked(key) else None
    _bring_in(key, asked, False, lambda held: isinstance(held, bool))
    value = st.toggle(plain_label(label), key=key, help=plain_help(help))
    _hand_out(key, [_ON] if value else [])
    return value


def write_text(label: str, key: str, *, placeholder: str = "", help: str | None = None) -> str:
    """A line of text, kept as ``?key=``; empty when nothing was written."""
    asked = _asked(key)
    _bring_in(key, asked[0] if asked else None, "", lambda held: isinstance(held, str))
    value = st.text_input(plain_label(label), key=key, placeholder=placeholder, help=plain_help(help))
    _hand_out(key, [value] if value else [])
    return value


def choose_day(label: str, key: str, default: date) -> date:
    """A day, kept as ``?key=2026-03-25``; a default that cannot be chosen gives way to the nearest that can."""
    asked, default = _asked(key), min(max(default, _FIRST_DAY), _LAST_DAY)
    _bring_in(key, _day(asked[0]) if asked else None, default, lambda held: isinstance(held, date) and _fits(held))
    value = st.date_input(
        plain_label(label),
        key=key,
        format="DD/MM/YYYY",
        min_value=_FIRST_DAY,
        max_value=_LAST_DAY,
    )
    day = value if isinstance(value, date) else default
    _hand_out(key, [] if day == default else [day.isoformat()])
    return day


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if _fits(found) else None


def _fits(day: date) -> bool:
    return _FIRST_DAY <= day <= _LAST_DAY


def _asked(key: str) -> list[str]:
    return st.query_params.get_all(key)


def _seen(key: str) -> str:
    return f"{key}@address"


def _held(key: str) -> str:
    return f"{key}@held"


def _bring_in(key: str, asked: Any, usual: Any, fits: Callable[[Any], bool]) -> None:
    """Set the widget from the address when the address is news, else keep what the visitor chose if it still fits.

    The address is news at first sight and whenever it differs from what this module last wrote: a deep link, or the
    browser's back button.
    """
    told = _asked(key)
    # A widget moved faster than the browser learns of its address comes with an old one: the hand is newer.
    moved = key in st.session_state and st.session_state[key] != st.session_state.get(_held(key), st.session_state[key])
    news = st.session_state.get(_seen(key)) != told and not moved
    if news and (told or key in st.session_state):
        st.session_state[key] = usual if asked is None else asked
    elif key not in st.session_state or not fits(st.session_state[key]):
        st.session_state[key] = usual
    st.session_state[_seen(key)] = told


def _hand_out(key: str, values: list[str]) -> None:
    """Write the choice into the address, only when it changed."""
    # Before the address changes: telling it to the browser is a moment at which a newer run may take over.
    st.session_state[_seen(key)], st.session_state[_held(key)] = values, st.session_state.get(key)
    if _asked(key) != values:
        if values:
            st.query_params[key] = values
        else:
            st.query_params.pop(key, None)

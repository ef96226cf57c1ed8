"""Which page of a long table is shown, kept in the address."""

import streamlit as st

from cchc_metrics.labels import texts

# No table has so many pages; a number of thousands of digits is nobody's.
_MOST_DIGITS = 6


def chosen_page(key: str, scope: object) -> int:
    """The page that the address asks for; the first again as soon as ``scope`` (what the table is of) changes."""
    remembered = f"{key}@scope"
    before = st.session_state.get(remembered)
    st.session_state[remembered] = repr(scope)
    if before is not None and before != repr(scope):
        _go(key, 1)
    asked = st.query_params.get(key, "")
    return int(asked) if asked.isdecimal() and len(asked) <= _MOST_DIGITS else 1


def page_picker(key: str, page: int, pages: int) -> None:
    """Back, the page out of how many, forth. Nothing when there is one page."""
    if pages < 2:
        return
    t = texts().explore
    with st.container(key=f"pages-{key}", horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            t.previous_page,
            key=f"{key}-back",
            icon=":material/chevron_left:",
            disabled=page <= 1,
            on_click=_go,
            args=(key, page - 1),
        )
        listed = f"{key}-list"
        st.session_state[listed] = page
        st.selectbox(
            t.page,
            range(1, pages + 1),
            key=listed,
            format_func=lambda number: t.page_of.format(page=number, pages=pages),
            label_visibility="collapsed",
            on_change=lambda: _go(key, st.session_state[listed]),
            placeholder=texts().shell.select_placeholder,
            width=130,
        )
        st.button(
            t.next_page,
            key=f"{key}-forth",
            icon=":material/chevron_right:",
            icon_position="right",
            disabled=page >= pages,
            on_click=_go,
            args=(key, page + 1),
        )


def _go(key: str, page: int) -> None:
    if page > 1:
        st.query_params[key] = str(page)
    else:
        st.query_params.pop(key, None)

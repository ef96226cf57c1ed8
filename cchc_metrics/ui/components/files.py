"""Downloads that are built only when somebody asks for them."""

from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from typing import NoReturn

import streamlit as st

from cchc_metrics.model import Actor
from cchc_metrics.ui.plain import plain_help, plain_label
from cchc_metrics.ui.visiting import current_visit, record_download

_MADE = "made-file"
_MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "png": "image/png",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}


def download(
    label: str, build: Callable[[], bytes], file_name: str, key: str, *, primary: bool = False, help: str | None = None
) -> None:
    """A button that saves a file. build: called on the click, never before. The page does not rerun.

    ``file_name`` should change with the content (a version or a hash in it): equal names may be served stale.
    """
    st.download_button(
        plain_label(label),
        # On the click another thread builds it, which speaks as this run does.
        data=partial(copy_context().run, _kept, _asker(), file_name, build),
        file_name=file_name,
        mime=_MIME.get(file_name.rsplit(".", 1)[-1].lower(), "application/octet-stream"),
        key=key,
        on_click="ignore",
        type="primary" if primary else "secondary",
        help=plain_help(help),
    )


def made_first(make: str, save: str, file_name: str, key: str) -> bool:
    """A file that takes seconds: asked for on one click, saved on the next; whether it is to be made now.

    Whoever gets True calls ``keep_made`` once the rest of the row is drawn. Of a visitor the file made last is kept,
    as long as it is the one that is asked for.
    """
    held: tuple[Actor | None, str, bytes] | None = st.session_state.get(_MADE)
    if held is not None and held[:2] == (_asker(), file_name):
        data = held[2]
        download(save, lambda: data, file_name, key, primary=True)
        return False
    st.session_state.pop(_MADE, None)
    return st.button(plain_label(make), key=f"{key}-tao", type="primary")


def keep_made(build: Callable[[], bytes], file_name: str) -> NoReturn:
    """Make the file, while ``build`` says how far it is, and draw the page again with the button that saves it."""
    st.session_state[_MADE] = (_asker(), file_name, build())
    st.rerun()


def _asker() -> Actor | None:
    """Who sees the button; None where a page is drawn without a browser."""
    visit = current_visit()
    return None if visit is None else visit.actor


def _kept(asker: Actor | None, file_name: str, build: Callable[[], bytes]) -> bytes:
    """What is built, and in the audit log who took it."""
    data = build()
    if asker is not None:
        record_download(asker, file_name)
    return data

"""Downloads that are built only when somebody asks for them."""

from collections.abc import Callable
from contextvars import copy_context
from functools import partial

import streamlit as st

from cchc_metrics.ui.plain import plain_help, plain_label

_MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "png": "image/png",
    "json": "application/json",
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
        data=partial(copy_context().run, build),
        file_name=file_name,
        mime=_MIME.get(file_name.rsplit(".", 1)[-1].lower(), "application/octet-stream"),
        key=key,
        on_click="ignore",
        type="primary" if primary else "secondary",
        help=plain_help(help),
    )

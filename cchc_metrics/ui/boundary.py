"""Errors become one kind sentence with the next step; the traceback goes to the log under a reference."""

import html
import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from cchc_metrics.config import load_settings
from cchc_metrics.errors import CchcError, FieldsError
from cchc_metrics.labels import texts
from cchc_metrics.services.office.places import without_places
from cchc_metrics.ui.faults import faults
from cchc_metrics.ui.visiting import current_visit

_log = logging.getLogger("cchc_metrics.ui")


def show_script_error(error: Exception) -> bool:
    """The handler of everything that no page caught. True: Streamlit shows nothing of its own."""
    if isinstance(error, CchcError):
        show_problem(str(error))
        return True
    reference = secrets.token_hex(4).upper()
    _log.error("unexpected error, reference %s", reference, exc_info=error, extra={"reference": reference})
    show_problem(texts().shell.error_unexpected, texts().shell.error_reference.format(reference=reference))
    return True


def show_problem(sentence: str, detail: str = "") -> None:
    """One block: what could not be done, and the next step; a folder only to whoever may know it."""
    visit = current_visit()
    sentence = without_places(load_settings(), visit.actor if visit else None, sentence)
    title = html.escape(texts().shell.error_title)
    small = f'<p class="cchc-small">{html.escape(detail)}</p>' if detail else ""
    st.html(
        f'<div class="cchc-problem" role="alert"><strong>{title}</strong><p>{html.escape(sentence)}</p>{small}</div>'
    )


@contextmanager
def refusals(at: Callable[[str], str] | None = None) -> Iterator[None]:
    """A deed that may be refused: the reason is shown here, and what follows it inside is not done.

    at: the key of the widget of a field, so that what is wrong with a field stands at it too.
    """
    try:
        yield
    except FieldsError as error:
        if at is None:
            show_problem(str(error))
        else:
            faults([(sentence, at(field)) for sentence, field in error.problems])
    except CchcError as error:
        show_problem(str(error))

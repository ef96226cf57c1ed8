"""The visit behind the page that is being drawn."""

import streamlit as st

from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.keeping import SessionVisits, access_of
from cchc_metrics.access.people import acting_name, only_report
from cchc_metrics.access.visits import Visit, Visits
from cchc_metrics.config import load_settings
from cchc_metrics.model import Actor

# The gate puts it on each socket, in the place of anything of that name that a browser sends.
VISIT_HEADER = "x-cchc-visit"
# Who may come, settled when the process starts.
_settings = load_settings()
LOGIN = _settings.login
VISITS = Visits() if LOGIN == "local" else SessionVisits(access_of(_settings))


def current_visit() -> Visit | None:
    """The visit of this window's browser, looked up anew on each run; None when it holds no more."""
    return VISITS.of(st.context.headers.get(VISIT_HEADER, ""))


def own_name() -> str:
    """The name of the account that acts; empty where nobody has one, and a form asks for it."""
    visit = None if LOGIN == "local" else current_visit()
    return "" if visit is None else acting_name(visit.actor, "")


def keep_language(visit: Visit, code: str) -> None:
    """Note the language that the account behind a visit chose; one that came by a link has none of its own."""
    if only_report(visit.actor) is None:
        access_of(_settings).people.speak(visit.actor.id, code)


def record_download(actor: Actor, file_name: str) -> None:
    """That somebody took a file, in the audit log."""
    access_of(_settings).audit.record(Kept.DOWNLOAD, actor, about=file_name)

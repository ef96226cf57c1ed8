"""The file a person is about to store: its plan, kept between reruns until it is stored or taken away."""

from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import ImportPlan
from cchc_metrics.services import intake
from cchc_metrics.services.desk import Desk
from cchc_metrics.ui.components import progress

_DRAFT = "upload-draft"
_DONE = "upload-done"
_ROUND = "upload-round"


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that was checked against one data version. plan is None when it could not be read: then ``problem``."""

    file_id: str
    kind: str
    version: int
    plan: ImportPlan | None
    problem: str = ""
    # The data changed after the person had seen a preview.
    renewed: bool = False


def uploader_key(name: str) -> str:
    """A key for the widgets of this upload; a new one after each commit, which empties them."""
    return f"{name}-{st.session_state.get(_ROUND, 0)}"


def draft_of(desk: Desk, file: UploadedFile | None, kind: str) -> Draft | None:
    """The draft of the chosen file, checked anew when the file, the kind or the data changed; None without a file."""
    held: Draft | None = st.session_state.get(_DRAFT)
    if file is None:
        st.session_state.pop(_DRAFT, None)
        return None
    st.session_state.pop(_DONE, None)
    same_file = held is not None and (held.file_id, held.kind) == (file.file_id, kind)
    if held is not None and same_file and held.version == desk.office.version:
        return held
    draft = _checked(desk, file, kind, renewed=same_file)
    st.session_state[_DRAFT] = draft
    return draft


def _checked(desk: Desk, file: UploadedFile, kind: str, *, renewed: bool) -> Draft:
    version = desk.office.version
    with progress(texts().services.reading_file) as report:
        try:
            plan = intake.plan(desk.office, desk.actor, file.name, file.getvalue(), kind or None, progress=report)
        except CchcError as error:
            return Draft(file.file_id, kind, version, None, str(error))
    return Draft(file.file_id, kind, version, plan, renewed=renewed)


def store(desk: Desk, plan: ImportPlan, note: str) -> str:
    """Store the plan; returns a sentence when it could not be stored, nothing when it was.

    A second click meets the same plan id, which the journal already holds, and stores nothing twice.
    """
    t = texts().upload
    with progress(t.writing):
        try:
            entry = intake.commit(desk.office, desk.actor, plan, note.strip()).entry
        except CchcError as error:
            return str(error)
        if entry is not None:
            done = t.stored.format(seq=entry.seq, added=entry.counts.added, changed=entry.counts.changed)
            st.session_state[_DONE] = done
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        st.session_state.pop(_DRAFT, None)
    return ""


def last_message() -> str:
    """What the last commit or undo of this visitor did, until the next file is chosen."""
    return str(st.session_state.get(_DONE, ""))


def say(message: str) -> None:
    """Keep a message for the next rerun."""
    st.session_state[_DONE] = message

"""The file a person is about to store: its plan, kept between reruns until it is stored or taken away."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import OFFICIAL, language, texts
from cchc_metrics.model import FileMapping, ImportPlan
from cchc_metrics.services.intake import intake
from cchc_metrics.services.intake.cells import FileCells, Spoken, carried, file_cells, spoken
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.storing import storing
from cchc_metrics.ui.components import progress

_DRAFT = "upload-draft"
_DONE = "upload-done"
_ROUND = "upload-round"
_SPOKEN = "upload-spoken"


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that was checked against one data version. plan is None when it could not be read: then ``problem``.

    cells: what the step «Cách đọc tệp» shows; None for a file that cannot be opened · given: what the person said of
    its reading · carried: it was said of the file before, whose corrected copy this is · readings: how often it was
    read anew, for the keys of the widgets.
    """

    file_id: str
    kind: str
    version: int
    plan: ImportPlan | None
    problem: str = ""
    # The data changed after the person had seen a preview.
    renewed: bool = False
    cells: FileCells | None = None
    given: FileMapping | None = None
    carried: bool = False
    readings: int = 0
    # That its findings speak.
    spoken: str = OFFICIAL


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
    if held is not None and same_file and (held.version, held.spoken) == (desk.office.version, language()):
        return held
    if held is not None and same_file and held.plan is not None:
        return reread(desk, held, held.given, renewed=held.version != desk.office.version)
    return _keep(_first_reading(desk, file, kind))


def _keep(draft: Draft) -> Draft:
    st.session_state[_DRAFT] = draft
    return draft


def _first_reading(desk: Desk, file: UploadedFile, kind: str) -> Draft:
    """A file that is seen for the first time; the corrected copy of the one before is read as that was."""
    empty = Draft(file.file_id, kind, desk.office.version, None, spoken=language())
    with _checking("dau") as report:
        try:
            plan = intake.plan(desk.office, desk.actor, file.name, file.getvalue(), kind or None, progress=report)
            cells = file_cells(desk.office, desk.actor, plan)
        except CchcError as error:
            return replace(empty, problem=str(error))
    draft = replace(empty, plan=plan, cells=cells)
    said: Spoken | None = st.session_state.get(_SPOKEN)
    mapping = carried(said, cells) if said is not None and cells is not None else None
    if mapping is None or kind not in ("", mapping.kind):
        return draft
    return replace(reread(desk, draft, mapping), carried=True)


@contextmanager
def _checking(which: str) -> Iterator[Callable[[float, str], None]]:
    """The bar of a check under way, with the button that calls it off."""
    place = st.empty()
    place.button(texts().intake.cancel, key=uploader_key(f"dung-{which}"), on_click=_call_off)
    try:
        with progress(texts().services.reading_file) as report:
            yield report
    finally:
        place.empty()


def _call_off() -> None:
    """Take the file away: the check ends, and the page waits for another file."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_DRAFT, None)


def reread(desk: Desk, draft: Draft, mapping: FileMapping | None, *, renewed: bool = False) -> Draft:
    """The draft read as the person says; None: as it can be understood. What was said is kept for a corrected copy."""
    held = draft.plan
    if held is None:
        return draft
    read = replace(draft, version=desk.office.version, spoken=language(), given=mapping, renewed=renewed)
    read = replace(read, readings=draft.readings + 1)
    with _checking("lai") as report:
        try:
            plan = intake.plan(
                desk.office,
                desk.actor,
                held.file_name,
                held.original,
                draft.kind or None,
                mapping=mapping,
                progress=report,
            )
        except CchcError as error:
            return _keep(replace(read, plan=None, problem=str(error)))
    if mapping is None or draft.cells is None or plan.mapping is None:
        st.session_state.pop(_SPOKEN, None)
    else:
        st.session_state[_SPOKEN] = spoken(plan.mapping, draft.cells)
    return _keep(replace(read, plan=plan, problem="", carried=draft.carried and mapping is not None))


def store(desk: Desk, plan: ImportPlan, note: str, *, remember: bool = False) -> str:
    """Store the plan; returns a sentence when it could not be stored, nothing when it was.

    A second click meets the same plan id, which the journal already holds, and stores nothing twice.
    """
    t = texts().upload
    with progress(t.writing):
        try:
            entry = storing.commit(desk.office, desk.actor, plan, note.strip(), remember=remember).entry
        except CchcError as error:
            return str(error)
        if entry is not None:
            done = t.stored.format(seq=entry.seq, added=entry.counts.added, changed=entry.counts.changed)
            st.session_state[_DONE] = done
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        st.session_state.pop(_DRAFT, None)
        st.session_state.pop(_SPOKEN, None)
    return ""


def last_message() -> str:
    """What the last commit or undo of this visitor did, until the next file is chosen."""
    return str(st.session_state.get(_DONE, ""))


def say(message: str) -> None:
    """Keep a message for the next rerun."""
    st.session_state[_DONE] = message

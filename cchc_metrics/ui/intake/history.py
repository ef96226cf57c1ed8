"""The journal on screen: every upload and edit, what it changed, its file, and taking it back."""

from functools import partial

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.office import maintenance
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.storing import storing
from cchc_metrics.ui import state
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import download, empty_state, filter_row, findings_table, notice, section, table
from cchc_metrics.ui.components.markup import element
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.faults import faults
from cchc_metrics.ui.intake import drafts
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.views.upload import EntryView, entry_view, history, original_file


def history_section(desk: Desk) -> None:
    """What people stored, newest first; what the software took in, folded; and one entry to look at."""
    t = texts().upload
    section(t.history, t.history_lead)
    view = remembered(history, desk, None)
    if view.people is not None:
        table(view.people, height=460)
    else:
        empty_state(t.history_empty_title, t.history_empty_body)
    if view.shipped is not None:
        with st.expander(plain_label(view.shipped_title)):
            table(view.shipped)
    if view.options:
        options = dict(view.options)
        with filter_row("lich-su", stays=True):
            chosen = state.choose(
                t.look_at, ["", *options], Key.ENTRY, format=lambda seq: options[seq] if seq else t.no_entry
            )
        if chosen:
            _entry(desk, remembered(entry_view, desk, int(chosen)))


def _entry(desk: Desk, view: EntryView) -> None:
    t = texts().upload
    section(view.title, " ".join(part for part in (view.facts, view.note) if part))
    if view.removed:
        notice(view.removed)
    if view.original:
        suffix = view.original.rsplit(".", 1)
        name = f"{suffix[0]}-luot-{view.seq}.{suffix[-1]}" if len(suffix) > 1 else f"{view.original}-luot-{view.seq}"
        download(t.original, partial(original_file, desk, view.seq), name, key=f"tep-goc-{view.seq}")
    if view.findings:
        section(t.entry_findings)
        findings_table(view.findings)
    if view.table is None:
        notice(t.entry_no_changes)
    else:
        table(view.table, height=460)
    if view.cannot_undo:
        notice(view.cannot_undo)
    elif may(desk.actor, Deed.UNDO):
        _undo_form(desk, view.seq)
    else:
        closed_in_the_past(desk)
    if view.original and not view.shipped and may(desk.actor, Deed.MAINTAIN):
        with st.expander(t.remove_title):
            _removal_form(desk, view)


def _undo_form(desk: Desk, seq: int) -> None:
    t = texts().upload
    section(t.undo_title.format(seq=seq), t.undo_lead)
    with st.form(f"hoan-tac-{seq}", border=False):
        note = st.text_input(t.undo_note, key=f"ly-do-{seq}") or ""
        understood = st.checkbox(t.undo_understood, key=f"da-xem-{seq}")
        pressed = st.form_submit_button(plain_label(t.undo.format(seq=seq)))
    if not pressed:
        return
    wrong = [] if note.strip() else [(t.undo_note_missing, f"ly-do-{seq}")]
    wrong += [] if understood else [(t.undo_not_understood, f"da-xem-{seq}")]
    faults(wrong)
    if not wrong:
        _undo(desk, seq, note.strip())


def _undo(desk: Desk, seq: int, note: str) -> None:
    with refusals():
        entry = storing.undo(desk.office, desk.actor, seq, note)
        drafts.say(texts().upload.undone.format(seq=seq, new=entry.seq))
        st.rerun()


def _removal_form(desk: Desk, view: EntryView) -> None:
    t = texts().upload
    put(element("p", " ".join(part for part in (t.remove_lead, view.same_file) if part), "cchc-lead"))
    with st.form(f"go-tep-{view.seq}", border=False):
        reason = st.text_input(t.remove_reason, key=f"ly-do-go-{view.seq}") or ""
        understood = st.checkbox(t.remove_understood, key=f"da-hieu-{view.seq}")
        pressed = st.form_submit_button(plain_label(t.remove.format(seq=view.seq)))
    if not pressed:
        return
    wrong = [] if reason.strip() else [(texts().errors.removal_needs_reason, f"ly-do-go-{view.seq}")]
    wrong += [] if understood else [(t.remove_not_understood, f"da-hieu-{view.seq}")]
    faults(wrong)
    if wrong:
        return
    with refusals():
        entry = maintenance.remove_original(desk.office, desk.actor, view.seq, reason)
        drafts.say(t.removed.format(seq=view.seq, new=entry.seq))
        st.rerun()

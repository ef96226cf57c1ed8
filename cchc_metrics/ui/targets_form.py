"""Typing a target, changing one, taking one out of force."""

from collections.abc import Mapping
from functools import partial
from typing import NoReturn

import streamlit as st

from cchc_metrics.labels import named, texts
from cchc_metrics.model import Key
from cchc_metrics.schema import TARGET_KINDS, TARGETS
from cchc_metrics.services.indices.targets import TargetForm, TargetKey, remove, save
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.desk import Desk, this_year
from cchc_metrics.ui import context, state
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import download, filter_row, notice, page_link, section
from cchc_metrics.ui.faults import faults, lacking
from cchc_metrics.ui.saving import Forms
from cchc_metrics.ui.shelf_bar import pinned_parts
from cchc_metrics.views.kit.pins import pinned_first
from cchc_metrics.views.targets import Offered, offered

FORMS = Forms("target")
_key = FORMS.key


def new_target(desk: Desk, entity_id: str) -> None:
    """The empty form: index and year first, for the list of parts follows them."""
    t = texts().targets
    section(t.form_new, t.form_new_lead, anchor="nhap")
    known: Offered = remembered(offered, desk, ("", ""))
    with filter_row("muc-tieu-moi", stays=True):
        index = state.choose(t.index, list(known.indices), Key.TARGET_INDEX, context.now().index or None)
        year = state.choose(t.period, list(known.years), Key.TARGET_YEAR, this_year(desk))
    nodes = remembered(offered, desk, (index, year)).nodes
    if not nodes:
        notice(t.no_framework.format(index=index, period=year), "warning")
        return
    with st.form(_key("moi"), border=False):
        with st.container(horizontal=True, gap="small"):
            pick = texts().shell.select_placeholder
            offers = pinned_first(nodes, pinned_parts(desk, index))
            node = st.selectbox(
                t.node,
                list(offers),
                list(offers).index(next(iter(nodes))),
                format_func=offers.__getitem__,
                key=_key("tieu-chi"),
                placeholder=pick,
            )
            kind = st.selectbox(
                t.target_kind, list(TARGET_KINDS), key=_key("loai"), placeholder=pick, format_func=named
            )
            value = _value_field("")
        form = _fields(TargetKey(entity_id, index, node, year, TARGET_KINDS[kind]), value, None)
        pressed = st.form_submit_button(t.save_new, type="primary")
    if pressed:
        _save(desk, form, "moi", "gia-tri-moi-")


def edited_target(desk: Desk, forms: Mapping[str, TargetForm], options: Mapping[str, str], chosen: str) -> None:
    """The form of a target in force, and below it taking that target out of force."""
    t = texts().targets
    section(t.form_edit, t.form_edit_lead.format(target=options[chosen]))
    held = forms[chosen]
    with st.form(_key(f"sua-{chosen}"), border=False):
        form = _fields(held.key, _value_field(held.value), held)
        pressed = st.form_submit_button(t.save_edit, type="primary")
    if pressed:
        _save(desk, form, held.key.text, f"gia-tri-sua-{held.value}")
    section(t.remove_title, t.remove_lead)
    with st.form(_key(f"bo-{chosen}"), border=False):
        reason = st.text_input(t.remove_reason, key=_key(f"ly-do-{chosen}")) or ""
        gone = st.form_submit_button(t.remove)
    if gone and not lacking([(t.remove_reason, _key(f"ly-do-{chosen}"), reason)]):
        _remove(desk, held.key, reason.strip())


def many_targets(desk: Desk) -> None:
    """The template, and the page that takes it."""
    t = texts().targets
    section(t.upload_title, t.upload_lead)
    with st.container(horizontal=True, gap="small"):
        download(
            t.template,
            partial(templates.template, desk.office, desk.actor, TARGETS),
            f"mau-{TARGETS.name}-{TARGETS.version}-{desk.office.version}.xlsx",
            key="mau-muc-tieu",
        )
        page_link("nap-du-lieu", texts().common.go_upload)


def _value_field(held: str) -> str:
    t = texts().targets
    name = "sua" if held else "moi"
    return (
        st.text_input(t.typed_value, held, key=_key(f"gia-tri-{name}-{held}"), placeholder=t.typed_value_example) or ""
    )


def _fields(key: TargetKey, value: str, held: TargetForm | None) -> TargetForm:
    """The fields in words, filled with what is in force."""
    t = texts().targets
    name = held.key.text if held else "moi"
    basis = st.text_input(
        t.legal_basis_required,
        held.legal_basis if held else "",
        key=_key(f"can-cu-{name}"),
        placeholder=t.legal_basis_example,
    )
    with st.container(horizontal=True, gap="small"):
        source = st.text_input(t.source, held.source if held else "", key=_key(f"nguon-{name}"))
        note = st.text_input(t.note, held.note if held else "", key=_key(f"ghi-chu-{name}"))
    return TargetForm(key, value, basis or "", source or "", note or "")


def _save(desk: Desk, form: TargetForm, name: str, value: str) -> None:
    """Store it, or say what is wrong at the fields: the legal basis of the form ``name``, else its value."""
    t = texts().targets
    with refusals():
        saved = save(desk, form)
        fields = {t.legal_basis_missing: f"can-cu-{name}"}
        faults([(problem, _key(fields.get(problem, value))) for problem in saved.problems])
        if saved.entry is not None:
            _done(t.saved.format(seq=saved.entry.seq))
        if not saved.problems:
            notice(t.unchanged)


def _remove(desk: Desk, key: TargetKey, reason: str) -> None:
    with refusals():
        _done(texts().targets.removed.format(seq=remove(desk, key, reason).seq))


def _done(message: str) -> NoReturn:
    st.query_params.pop(Key.EDITED, None)
    FORMS.done(message)

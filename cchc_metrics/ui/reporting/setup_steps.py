"""The steps of the guided set-up: one function a step, each with its tables and forms."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import streamlit as st

from cchc_metrics.labels import named, texts
from cchc_metrics.schema import (
    DAYS_OFF,
    DUE_DAYS,
    FORMS,
    METRIC_CHECKS,
    METRICS,
    OFFICE_SETTINGS,
    OUTLINE,
    RESPONSIBLE,
    TASK_LINKS,
    TASK_OWNERS,
    TASKS,
    UNITS,
    WINDOWS,
)
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import setup
from cchc_metrics.services.reporting.documents.settings import LISTED, OPTIONAL, Setting
from cchc_metrics.services.reporting.due_order import warnings
from cchc_metrics.services.reporting.duties import SHIFT_SETTING
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import notice, section, table
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.reporting.bases_form import bases
from cchc_metrics.ui.reporting.fact_form import editable
from cchc_metrics.ui.saving import field_key, stored
from cchc_metrics.views.reporting.setup import (
    OFFICE_LINKS,
    due_days,
    fact_table,
    owners_table,
    settings,
    shift,
    unit_choices,
)
from cchc_metrics.views.reporting.setup_lists import parts_of


def units(desk: Desk, day: date, locked: bool) -> None:
    """Confirm, rename, add, close, merge; what each unit is."""
    t = texts().setup
    held = remembered(unit_choices, desk, None)
    if held.proposed and not locked:
        _confirm(desk, held.units, held.proposed)
    editable(desk, UNITS, "don-vi", locked=locked, without=setup.TRAITS)
    if locked or not held.units:
        return
    section(t.traits_title, t.traits_lead)
    with st.form(field_key("dac-diem"), border=False):
        chosen = {
            trait: st.multiselect(
                t.traits[trait],
                list(held.units),
                [unit for unit in held.traits[trait] if unit in held.units],
                format_func=held.units.__getitem__,
                key=field_key(f"dac-diem-{trait}"),
                placeholder=t.none_of_them if held.traits_said else t.not_said,
                select_all=False,
                wrap=True,
            )
            for trait in setup.TRAITS
        }
        if st.form_submit_button(t.traits_save, type="primary"):
            stored(partial(setup.set_traits, desk, chosen, list(held.units)))
    _close(desk, held.units, held.all, day)


def _confirm(desk: Desk, names: Mapping[str, str], proposed: tuple[str, ...]) -> None:
    t = texts().setup
    section(t.confirm_title, t.confirm_lead)
    with st.form(field_key("xac-nhan"), border=False):
        ticked = [unit for unit in proposed if st.checkbox(plain_label(names[unit]), key=field_key(f"xac-nhan-{unit}"))]
        with st.container(horizontal=True, gap="small"):
            some = st.form_submit_button(t.confirm_some)
            every = st.form_submit_button(plain_label(t.confirm_all.format(count=len(proposed))), type="primary")
    if every or (some and ticked):
        stored(partial(setup.confirm_units, desk, proposed if every else ticked))
    elif some:
        notice(t.confirm_none, "warning")


def _close(desk: Desk, names: Mapping[str, str], every: Mapping[str, str], day: date) -> None:
    t = texts().setup
    section(t.close_title, t.close_lead)
    with st.form(field_key("sap-xep"), border=False):
        with st.container(horizontal=True, gap="small"):
            unit = st.selectbox(
                t.close_unit,
                list(names),
                format_func=names.__getitem__,
                key=field_key("dong"),
                placeholder=texts().shell.select_placeholder,
            )
            last = st.date_input(t.close_day, day, key=field_key("ngay-dong"), format="DD/MM/YYYY")
            options = {"": t.no_successor, **every}
            heir = st.selectbox(
                t.successor,
                list(options),
                format_func=options.__getitem__,
                key=field_key("ke-thua"),
                placeholder=texts().shell.select_placeholder,
            )
        note = st.text_input(t.edit_note, key=field_key("ly-do-dong")) or ""
        pressed = st.form_submit_button(t.close_save)
    if pressed:
        fields = {"valid_to": "ngay-dong", "successor_id": "ke-thua"}
        stored(
            partial(setup.close_unit, desk, unit or "", last, heir or "", note),
            at=lambda field: field_key(fields.get(field, "dong")),
        )


def compiler(desk: Desk, _day: date, locked: bool) -> None:
    """The unit that compiles, its mã ký hiệu, its head."""
    t = texts().setup
    held = remembered(unit_choices, desk, None)
    if not held.units:
        notice(t.no_units, "warning")
        return
    rows = remembered(fact_table, desk, UNITS.name).rows
    if locked:
        notice(held.units.get(held.compiler, t.no_compiler))
        return
    ids = list(held.units)
    start = ids.index(held.compiler) if held.compiler in ids else None
    unit = st.selectbox(
        t.compiler,
        ids,
        start,
        format_func=held.units.__getitem__,
        key=field_key("tong-hop"),
        placeholder=t.not_said,
    )
    if unit is None:
        return
    row = rows[unit]
    with st.form(field_key(f"tong-hop-{unit}"), border=False):
        with st.container(horizontal=True, gap="small"):
            symbol, name, title = (
                st.text_input(label, row[field] or "", key=field_key(f"{field}-{unit}"), placeholder=example) or ""
                for label, field, example in (
                    (t.symbol, "symbol", "VP-HCTC"),
                    (t.head_name, "head_name", ""),
                    (t.head_title, "head_title", t.head_title_example),
                )
            )
        if st.form_submit_button(t.compiler_save, type="primary"):
            stored(partial(setup.set_compiler, desk, unit, symbol, name, title))


def dues(desk: Desk, day: date, locked: bool) -> None:
    """The office's own due days, what happens on a day off, the days off."""
    t = texts().setup
    notice(t.due_province)
    for words in remembered(warnings, desk, day.year):
        notice(words, "warning")
    if not locked:
        _due_form(desk, day)
        _shift_form(desk)
    editable(desk, DUE_DAYS, "han", locked=locked)
    section(t.days_off_title, t.days_off_lead)
    editable(desk, DAYS_OFF, "nghi", locked=locked)


def _due_form(desk: Desk, day: date) -> None:
    t, held = texts().setup, remembered(due_days, desk, day.year)
    section(t.due_title, t.due_lead)
    with st.form(field_key("han-nop"), border=False):
        days: dict[tuple[str, str], str] = {}
        for link in OFFICE_LINKS:
            st.caption(texts().board.links[link])
            with st.container(horizontal=True, gap="small"):
                for name, code in WINDOWS.items():
                    days[link, code] = st.text_input(
                        plain_label(name),
                        held[link, code],
                        key=field_key(f"han-{link}-{code}"),
                        placeholder=t.not_set,
                        width=110,
                    )
        with st.container(horizontal=True, gap="small"):
            year = st.text_input(t.due_year, str(day.year), key=field_key("han-nam"), help=t.due_year_help) or ""
            basis = st.text_input(t.due_basis, key=field_key("han-can-cu")) or ""
        if st.form_submit_button(t.due_save, type="primary"):
            stored(
                partial(setup.set_due_days, desk, year, days, basis),
                at=lambda field: field_key("han-nam" if field == "year_from" else f"han-{field.replace('|', '-')}"),
            )


def _shift_form(desk: Desk) -> None:
    t, held = texts().setup, remembered(shift, desk, None)
    options = list(t.shifts)
    with st.form(field_key("doi-han"), border=False):
        kind = st.radio(
            t.shift, options, options.index(held), format_func=t.shifts.__getitem__, key=field_key("doi-han-kieu")
        )
        if st.form_submit_button(t.shift_save):
            stored(partial(setup.set_settings, desk, {SHIFT_SETTING: kind or held}))


def documents(desk: Desk, _day: date, locked: bool) -> None:
    """What official documents say of the office."""
    t, held = texts().setup, remembered(settings, desk, None)
    if locked:
        editable(desk, OFFICE_SETTINGS, "thiet-lap", locked=True)
        return
    notice(t.settings_lead)
    with st.form(field_key("van-ban"), border=False):
        values: dict[str, str] = {}
        wanted = [one for one in Setting if one not in LISTED]
        for place in range(0, len(wanted), 3):
            with st.container(horizontal=True, gap="small"):
                for one in wanted[place : place + 3]:
                    values[one] = st.text_input(
                        plain_label(_setting(one)),
                        held.get(one, ""),
                        key=field_key(f"van-ban-{one}"),
                        placeholder=t.not_said,
                    )
        with st.container(horizontal=True, gap="small"):
            for one in (one for one in Setting if one in LISTED):
                lines = st.text_area(
                    plain_label(t.setting_lines.format(name=_setting(one))),
                    "\n".join(parts_of(held.get(one, ""))),
                    key=field_key(f"van-ban-{one}"),
                    placeholder=t.not_said,
                    height=120,
                )
                values[one] = "|".join(line.strip() for line in (lines or "").splitlines() if line.strip())
        if st.form_submit_button(t.settings_save, type="primary"):
            stored(partial(setup.set_settings, desk, values))


def _setting(one: Setting) -> str:
    """What a setting is called above its field."""
    name = texts().documents.settings[one]
    label = name if one not in OPTIONAL else texts().setup.optional.format(name=name)
    return label[0].upper() + label[1:]


_OF_TASKS = (
    (TASK_OWNERS, "giao"),
    (FORMS, "bieu"),
    (TASKS, "nhiem-vu"),
    (METRICS, "chi-tieu"),
    (METRIC_CHECKS, "kiem-tra"),
    (OUTLINE, "de-cuong"),
)


def owners(desk: Desk, _day: date, locked: bool) -> None:
    """Who has which task, which form asks for it."""
    t = texts().setup
    found = remembered(owners_table, desk, None)
    if found is not None:
        table(found, height=420)
    for kind, address in _OF_TASKS:
        section(named(kind.title), t.kind_leads[kind.name])
        editable(desk, kind, address, locked=locked)


def links(desk: Desk, _day: date, locked: bool) -> None:
    """Which task moves which part of an index, and who answers for a part."""
    t = texts().setup
    section(TASK_LINKS.title, t.kind_leads[TASK_LINKS.name])
    if not locked and st.button(t.links_confirm, key=field_key("xac-nhan-lien-ket")):
        stored(partial(setup.confirm_links, desk))
    editable(desk, TASK_LINKS, "lien-ket", locked=locked)
    section(RESPONSIBLE.title, t.kind_leads[RESPONSIBLE.name])
    editable(desk, RESPONSIBLE, "phu-trach", locked=locked)


SHOW: Mapping[str, Callable[[Desk, date, bool], None]] = {
    "don-vi": units,
    "tong-hop": compiler,
    "han-nop": dues,
    "van-ban": documents,
    "nhiem-vu": owners,
    "chi-so": links,
    "can-cu": bases,
}

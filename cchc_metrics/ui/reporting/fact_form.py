"""A declared table that can be read and, through a form made from its template, added to, changed and cut."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import named, texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import Kind, Role, TemplateColumn
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import setup
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import download, notice, page_link, table
from cchc_metrics.ui.faults import faults
from cchc_metrics.ui.plain import plain_help, plain_label
from cchc_metrics.ui.saving import field_key, stored
from cchc_metrics.ui.state import choose
from cchc_metrics.views.reporting.setup import FactTable, choices, fact_table
from cchc_metrics.views.reporting.setup_lists import lists_of_many, parts_of, takes_others

_NEW = ""
_FLAGS: Mapping[str, bool | None] = {"": None, "1": True, "0": False}


def editable(desk: Desk, kind: Kind, address: str, *, locked: bool, without: Sequence[str] = ()) -> None:
    """The table of a kind and below it its form. address: the key of the chosen row in the address ·
    locked: show the table only · without: fields that another form of the page sets.
    """
    t = texts().setup
    held = remembered(fact_table, desk, kind.name)
    if held.table is not None:
        table(held.table, height=540)
    else:
        notice(t.table_empty.format(title=named(kind.title)))
    if locked:
        return
    # Whoever pressed a button inside sees what came of it: a refusal is never folded away.
    opened = address in st.query_params or bool(st.session_state.get(_opened(kind)))
    with st.expander(plain_label(t.edit_table.format(title=named(kind.title))), expanded=opened):
        _form(desk, kind, held, address, without)
        with st.container(horizontal=True, gap="small"):
            name = f"mau-{kind.name}-{kind.version}-{desk.office.version}.xlsx"
            build = partial(setup.filled_template, desk, kind)
            download(t.filled_template.format(title=named(kind.title)), build, name, key=f"mau-{kind.name}")
            page_link("nap-du-lieu", t.many_rows.format(title=named(kind.title)))


def _opened(kind: Kind) -> str:
    return f"fact-form-{kind.name}"


def _stay_open(kind: Kind) -> None:
    st.session_state[_opened(kind)] = True


def _chosen(held: FactTable, address: str) -> str:
    """The row to be changed; empty for a new one."""
    t = texts().setup
    return choose(
        t.choose_row, [_NEW, *held.options], address, format=lambda key: held.options[key] if key else t.new_row
    )


def _form(desk: Desk, kind: Kind, held: FactTable, address: str, without: Sequence[str]) -> None:
    t, chosen = texts().setup, _chosen(held, address)
    row, offered = held.rows.get(chosen, {}), remembered(choices, desk, kind.name)
    several = remembered(lists_of_many, desk, kind.name)
    with st.form(field_key(f"{kind.name}-{chosen}"), border=False):
        answers: dict[str, Any] = {}
        asked = [column for column in kind.template if column.store not in without]
        for place in range(0, len(asked), 3):
            with st.container(horizontal=True, gap="small"):
                for column in asked[place : place + 3]:
                    fixed = bool(row) and column.store in kind.grain_names
                    name = f"{kind.name}-{chosen}-{column.store}"
                    value = row.get(column.store)
                    if column.store in several:
                        others = takes_others(kind.name, column.store)
                        answers[column.store] = _several(column, value, several[column.store], name, others=others)
                    else:
                        answers[column.store] = _field(column, value, offered, name, fixed)
        note = st.text_input(t.edit_note, key=field_key(f"{kind.name}-{chosen}-{setup.WHY}")) or ""
        with st.container(horizontal=True, gap="small"):
            keeps = partial(_stay_open, kind)
            pressed = st.form_submit_button(t.save_row if row else t.add_row, type="primary", on_click=keeps)
            gone = st.form_submit_button(t.drop_row, on_click=keeps) if row else False
    kept = {name: row.get(name) for name in without}

    def at(field: str) -> str:
        return field_key(f"{kind.name}-{chosen}-{field}")

    if pressed:
        if not row and _taken(kind, held, answers):
            faults([(t.row_there, at(kind.grain_names[0]))])
            return
        stored(partial(_save, desk, kind, {**answers, **kept}, note), at=at)
    elif gone:
        stored(partial(setup.drop, desk, kind, chosen, note), partial(st.query_params.pop, address, None), at)


def _save(desk: Desk, kind: Kind, answers: Mapping[str, Any], note: str) -> Entry | None:
    return setup.save(desk, kind, setup.read(kind, answers), note)


def _taken(kind: Kind, held: FactTable, answers: Mapping[str, Any]) -> bool:
    """Whether a row to be added is there already: a change must be chosen, not happen."""
    try:
        return setup.key_of(kind, setup.read(kind, answers)) in held.rows
    except CchcError:
        return False


def _several(column: TemplateColumn, value: Any, listed: Mapping[str, str], name: str, *, others: bool) -> str:
    """Several of a list, chosen and not typed."""
    held = parts_of(value)
    words = {**listed, **{code: code for code in held if code not in listed}}
    chosen = st.multiselect(
        plain_label(f"{named(column.header)} *" if column.required else named(column.header)),
        list(words),
        list(held),
        format_func=lambda code: words.get(code, code),
        key=field_key(name),
        placeholder=texts().shell.select_many_placeholder,
        select_all=False,
        wrap=True,
        accept_new_options=others,
    )
    return "|".join(chosen)


def _field(column: TemplateColumn, value: Any, offered: Mapping[str, Mapping[str, str]], name: str, fixed: bool) -> Any:
    t, key = texts().setup, field_key(name)
    label = plain_label(f"{named(column.header)} *" if column.required else named(column.header))
    if column.role is Role.FLAG:
        names = {"": t.not_said, "1": texts().common.yes, "0": texts().common.no}
        code = next((code for code, flag in _FLAGS.items() if flag is value), "")
        picked = st.selectbox(
            label,
            list(names),
            list(names).index(code),
            names.__getitem__,
            key=key,
            disabled=fixed,
            placeholder=texts().shell.select_placeholder,
        )
        return _FLAGS[picked]
    if column.role is Role.DATE:
        return st.date_input(label, value, key=key, format="DD/MM/YYYY", disabled=fixed)
    if column.store in offered:
        words = {"": t.not_said, **offered[column.store]}
        code = str(value) if value is not None else column.default or ""
        words = words if code in words else {**words, code: code}
        return st.selectbox(
            label,
            list(words),
            list(words).index(code),
            words.__getitem__,
            key=key,
            disabled=fixed,
            placeholder=texts().shell.select_placeholder,
        )
    return st.text_input(
        label,
        "" if value is None else str(value),
        key=key,
        disabled=fixed,
        placeholder=named(column.example),
        help=plain_help(named(column.help)),
    )

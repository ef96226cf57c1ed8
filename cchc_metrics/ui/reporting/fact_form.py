"""A declared table that can be read and, through a form made from its template, added to, changed and cut."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import Kind, Role, TemplateColumn
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import setup
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import notice, page_link, table
from cchc_metrics.ui.plain import plain_help, plain_label
from cchc_metrics.ui.saving import field_key, stored
from cchc_metrics.ui.state import choose
from cchc_metrics.views.reporting.setup import FactTable, choices, fact_table

_NEW = ""
_FLAGS: Mapping[str, bool | None] = {"": None, "1": True, "0": False}


def editable(desk: Desk, kind: Kind, address: str, *, locked: bool, without: Sequence[str] = ()) -> None:
    """The table of a kind and below it its form. address: the key of the chosen row in the address ·
    locked: show the table only · without: fields that another form of the page sets.
    """
    said = texts().setup
    held = remembered(fact_table, desk, kind.name)
    if held.table is not None:
        table(held.table, height=540)
    else:
        notice(said.table_empty.format(title=kind.title))
    if locked:
        return
    with st.expander(plain_label(said.edit_table.format(title=kind.title)), expanded=address in st.query_params):
        _form(desk, kind, held, address, without)
        page_link("nap-du-lieu", said.many_rows.format(title=kind.title))


def _chosen(held: FactTable, address: str) -> str:
    """The row to be changed; empty for a new one."""
    said = texts().setup
    return choose(
        said.choose_row, [_NEW, *held.options], address, format=lambda key: held.options[key] if key else said.new_row
    )


def _form(desk: Desk, kind: Kind, held: FactTable, address: str, without: Sequence[str]) -> None:
    said, chosen = texts().setup, _chosen(held, address)
    row, offered = held.rows.get(chosen, {}), remembered(choices, desk, kind.name)
    with st.form(field_key(f"{kind.name}-{chosen}"), border=False):
        answers: dict[str, Any] = {}
        asked = [column for column in kind.template if column.store not in without]
        for place in range(0, len(asked), 3):
            with st.container(horizontal=True, gap="small"):
                for column in asked[place : place + 3]:
                    fixed = bool(row) and column.store in kind.grain_names
                    name = f"{kind.name}-{chosen}-{column.store}"
                    answers[column.store] = _field(column, row.get(column.store), offered, name, fixed)
        note = st.text_input(said.edit_note, key=field_key(f"{kind.name}-{chosen}-vi-sao")) or ""
        with st.container(horizontal=True, gap="small"):
            pressed = st.form_submit_button(said.save_row if row else said.add_row, type="primary")
            gone = st.form_submit_button(said.drop_row) if row else False
    kept = {name: row.get(name) for name in without}
    if pressed:
        if not row and _taken(kind, held, answers):
            notice(said.row_there, "warning")
            return
        stored(partial(_save, desk, kind, {**answers, **kept}, note))
    elif gone:
        stored(partial(setup.drop, desk, kind, chosen, note), partial(st.query_params.pop, address, None))


def _save(desk: Desk, kind: Kind, answers: Mapping[str, Any], note: str) -> Entry | None:
    return setup.save(desk, kind, setup.read(kind, answers), note)


def _taken(kind: Kind, held: FactTable, answers: Mapping[str, Any]) -> bool:
    """Whether a row to be added is there already: a change must be chosen, not happen."""
    try:
        return setup.key_of(kind, setup.read(kind, answers)) in held.rows
    except CchcError:
        return False


def _field(column: TemplateColumn, value: Any, offered: Mapping[str, Mapping[str, str]], name: str, fixed: bool) -> Any:
    said, key = texts().setup, field_key(name)
    label = plain_label(f"{column.header} *" if column.required else column.header)
    if column.role is Role.FLAG:
        names = {"": said.not_said, "1": texts().common.yes, "0": texts().common.no}
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
        words = {"": said.not_said, **offered[column.store]}
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
        placeholder=column.example,
        help=plain_help(column.help),
    )

"""How far an item of the yearly plan is: its percentage, its day, its evidence."""

from functools import partial

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.schema import PLAN_ITEMS
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.components import download, page_link, section
from cchc_metrics.ui.saving import field_key, stored
from cchc_metrics.ui.state import choose
from cchc_metrics.views.reporting.year_plan import Told, YearPlanView, update


def plan_item_form(desk: Desk, view: YearPlanView, year: int) -> None:
    """Choose an item of those shown, and say how far it is."""
    t = texts().board
    section(t.plan_form, t.plan_form_lead)
    number = choose(t.plan_item, list(view.items), Key.ITEM, format=lambda code: view.items[code])
    row = view.held[number]
    with st.form(field_key(f"muc-{number}"), border=False):
        with st.container(horizontal=True, gap="small"):
            held = "" if row["done_pct"] is None else fmt.plain(float(row["done_pct"]))
            pct = st.text_input(t.plan_pct_field, held, key=field_key(f"pct-{number}"), placeholder="50") or ""
            done_on = st.date_input(
                t.plan_done_on, row["done_on"], key=field_key(f"xong-{number}"), format="DD/MM/YYYY"
            )
        evidence = st.text_input(t.plan_evidence, row["evidence"] or "", key=field_key(f"mc-{number}")) or ""
        note = st.text_input(t.plan_note_field, key=field_key(f"gc-{number}")) or ""
        pressed = st.form_submit_button(t.plan_save, type="primary")
    if pressed:
        stored(partial(update, desk, year, number, Told(pct, done_on, evidence, note)))


def plan_upload(desk: Desk) -> None:
    """The template, and the page that takes it."""
    t = texts().board
    section(t.plan_upload, t.plan_upload_lead)
    with st.container(horizontal=True, gap="small"):
        name = f"mau-{PLAN_ITEMS.name}-{PLAN_ITEMS.version}-{desk.office.version}.xlsx"
        build = partial(templates.template, desk.office, desk.actor, PLAN_ITEMS)
        download(t.plan_template, build, name, key="mau-ke-hoach")
        page_link("nap-du-lieu", texts().common.go_upload)

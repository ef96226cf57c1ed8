"""Mục tiêu: the targets in force, typing and changing them, and the national ones for reference."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.ui import state
from cchc_metrics.ui.asking import ask_province, index_rests, period_rests
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import context_bar, empty_state, nothing_stored, notice, page_header, section, table
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.targets_form import FORMS, edited_target, many_targets, new_target
from cchc_metrics.views.targets import choices, page, policy_targets

t = texts().targets
here = desk()
names = shared(choices, here, None)
bar, head = context_bar(), st.container()

if not names or not here.catalogue.indices():
    nothing_stored(t.title, t.nothing_title, t.nothing_body, at=head)

with bar:
    index_rests()
    period_rests()
    entity = ask_province(names, here.catalogue.home)
view = shared(page, here, entity)
with head:
    page_header(t.title, view.finding)
FORMS.last_message()

if view.table is not None:
    table(view.table)
else:
    empty_state(t.empty_title.format(entity=names[entity]), t.empty_body)
if view.others:
    notice(view.others)

closed = closed_in_the_past(here)
options = {} if closed else dict(view.options)
chosen = ""
if options:
    chosen = state.choose(
        t.choose_edit, ["", *options], Key.EDITED, format=lambda key: options[key] if key else t.choose_new
    )
if chosen:
    edited_target(here, view.forms, options, chosen)
elif not closed:
    new_target(here, entity)
if not closed:
    many_targets(here)

national = shared(policy_targets, here, None)
if national is not None:
    section(t.policy, t.policy_lead)
    table(national)

"""Kể nhanh: five sentences with pictures that end in what must be decided; as slides, PowerPoint, Word and cards."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.services.indices.standing_on_base import base_choices
from cchc_metrics.services.office.question import Question
from cchc_metrics.ui.asking import ask_base, ask_index, ask_period, ask_province
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import context_bar, empty_state, nothing_stored, page_header
from cchc_metrics.ui.context import now
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.story_show import slide_show, story_files
from cchc_metrics.views.overview import choices
from cchc_metrics.views.reporting.board import moment
from cchc_metrics.views.story.page import page, periods
from cchc_metrics.views.story.subject import StoryQuestion

said, words = texts().story, texts().common
here = desk()
names = remembered(choices, here, ())
indices = remembered(yearly_indices, here, ())

if not names or not indices.codes:
    nothing_stored(said.open, texts().overview.empty_title, texts().overview.empty_body)

bar, top = context_bar(), st.container()
with bar:
    index = ask_index(indices)
    period = ask_period(remembered(periods, here, index), now().period)
    province = ask_province(names, here.catalogue.home)
    offered = remembered(base_choices, here, Question(index, period))
    base = ask_base(offered.bases)

asked = StoryQuestion(index, period, province, base, moment(here).isoformat())
view = remembered(page, here, asked)
with top:
    page_header(
        view.title, said.lead if view.told else "", said.eyebrow if len(view.told) > 4 else said.eyebrow_published
    )
if not view.told:
    body = said.empty_body.format(name=view.subject, index=index)
    empty_state(said.empty_title, body, words.go_upload, "nap-du-lieu")
    st.stop()
story_files(here, asked, view)
slide_show(here, asked, view)

"""Bản tin tuần: what the last seven days brought to this person, as Word too; and what he wants to be told."""

from functools import partial

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.reporting import reminders
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import download, filter_row, filters_line, page_header, section
from cchc_metrics.ui.components.prose import listed_cards
from cchc_metrics.ui.news import since_last_time
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose, choose_day
from cchc_metrics.ui.wishes_form import wishes_form
from cchc_metrics.views import digest
from cchc_metrics.views.reporting import board

said = texts().digest
here = desk()
head = st.container()
since_last_time(here)
with filter_row("ban-tin"):
    day = choose_day(said.filter_day, board.DAY, board.moment(here))
view = digest.page(here, day.isoformat())
with head:
    page_header(said.title, view.finding, view.eyebrow)
    filters_line(fmt.day(day))
listed_cards([(title, lines or (said.none,)) for title, lines in view.lists])
name = f"ban-tin-{day.isoformat()}-{here.office.version}.docx"
download(said.download, partial(digest.as_word, here, day.isoformat()), name, key="tai-ban-tin", primary=True)

section(texts().entering.remind_title, said.calendar_lead)
units = remembered(digest.units_of, here, ())
with filter_row("lich", stays=True):
    unit = choose(
        said.calendar_unit, ["", *units], board.UNIT_KEY, format=lambda code: units.get(code, said.calendar_all)
    )
build = partial(reminders.calendar, here, day.year, unit)
download(said.calendar, build, f"han-nop-{day.year}-{unit or 'tat-ca'}-{here.office.version}.ics", key="tai-lich")
wishes_form(here)

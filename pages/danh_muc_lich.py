"""Danh mục & lịch: what the office declares about itself, step by step, and the reporting year."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.reporting.due_order import warnings
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import chart, empty_state, filter_row, notice, page_header, section, source_line, table
from cchc_metrics.ui.reporting.progress import progress_line
from cchc_metrics.ui.reporting.setup_steps import SHOW
from cchc_metrics.ui.saving import last_message
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose, choose_day
from cchc_metrics.views.reporting import setup as views
from cchc_metrics.views.reporting.board import moment
from cchc_metrics.views.reporting.calendar import CalendarFilters, page

said = texts().setup
here = desk()
today = moment(here)
steps = remembered(views.steps, here, None)
done = [step for step in steps if step.done]
first = next((step.code for step in steps if not step.done), views.CALENDAR)

finding = said.finding.format(done=len(done), of=len(steps)) if len(done) < len(steps) else said.finding_done
page_header(said.title, finding)
last_message()
names = {step.code: said.step_name.format(number=place, title=step.title) for place, step in enumerate(steps, start=1)}
names |= {views.CALENDAR: said.calendar}
progress_line(steps)
with filter_row("danh-muc", stays=True):
    part = choose(said.filter_step, list(names), Key.STEP, first, lambda code: names[code])
    if part == views.CALENDAR:
        day = choose_day(texts().board.filter_day, Key.DAY, today)
        years = [str(year) for year in range(day.year + 1, day.year - 5, -1)]
        year = choose(said.filter_year, years, Key.YEAR, str(day.year))

if part == views.CALENDAR:
    view = remembered(page, here, CalendarFilters(int(year), day.isoformat()))
    notice(view.finding)
    for words in remembered(warnings, here, int(year)):
        notice(words, "warning")
    if view.table is None:
        empty_state(said.no_windows_title, said.no_windows_body, texts().common.go_upload, "nap-du-lieu")
    else:
        chart(view.figure, "lich", view.title, f"lich-bao-cao-{year}")
        table(view.table)
        source_line(view.source)
    st.stop()

step = next(step for step in steps if step.code == part)
section(names[part], said.step_leads[part])
notice(step.missing or said.step_done, "warning" if step.missing else "good")
SHOW[part](here, today, closed_in_the_past(here))

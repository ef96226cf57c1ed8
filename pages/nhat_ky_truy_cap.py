"""Nhật ký truy cập: who did what when, searched and saved; whether the chain is whole; how long lines are kept."""

from functools import partial

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.ui.components import download, filter_row, filters_line, notice, page_header, table
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.retention_form import retention_form
from cchc_metrics.ui.session import desk
from cchc_metrics.views.audit.page import page
from cchc_metrics.views.kit.table_file import workbook_of

said = texts().audit
here = desk()
head = st.container()
with filter_row("nhat-ky"):
    words = st.text_input(plain_label(said.search), key="nhat-ky-tim")
    act = st.selectbox(
        plain_label(said.act),
        ["", *said.acts],
        format_func=lambda code: plain_label(said.acts.get(code, said.every_act)),
        key="nhat-ky-viec",
        placeholder=texts().shell.select_placeholder,
    )
view = page(here, act or "", words or "")
with head:
    page_header(said.title, view.finding)
    filters_line(words or "", said.acts.get(act or "", said.every_act))
for problem in view.problems:
    notice(problem, "warning")
if view.table is None:
    notice(said.none)
else:
    table(view.table, height=640)
    name = view.file.name(here.office.version)
    download(said.download, partial(workbook_of, here, view.file), name, key="tai-nhat-ky")

retention_form(here)

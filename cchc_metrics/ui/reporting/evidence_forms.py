"""Evidence files of a report: what there is, all of it in a zip, one more."""

from functools import partial

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import evidence
from cchc_metrics.services.reporting.acts import Report
from cchc_metrics.services.reporting.evidence import GivenFile
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import download, notice, section, table
from cchc_metrics.ui.saving import field_key, stored
from cchc_metrics.views.reporting.evidence import evidence_table


def evidence_files(desk: Desk, report: Report) -> None:
    """The files behind a report, and the form for one more."""
    t = texts().entering
    section(t.files_title, t.files_lead)
    held = remembered(evidence_table, desk, report)
    if held is None:
        notice(t.files_none)
    else:
        table(held)
        name = f"minh-chung-{report.form_code}-{report.period_id}-{report.unit_id}-{desk.office.version}.zip"
        download(t.files_zip, partial(evidence.zipped, desk, report), name, key="tai-minh-chung")
    if not closed_in_the_past(desk) and may(desk.actor, Deed.SEND):
        _one_more(desk, report)


def _one_more(desk: Desk, report: Report) -> None:
    t, items = texts().entering, evidence.items_of(desk, report)
    with st.form(field_key(f"minh-chung-{report}"), border=False):
        with st.container(horizontal=True, gap="small"):
            code = st.selectbox(
                t.files_item,
                list(items),
                format_func=items.__getitem__,
                key=field_key("muc-minh-chung"),
                placeholder=texts().shell.select_placeholder,
            )
            title = st.text_input(t.files_name, key=field_key("ten-minh-chung"))
        limit = desk.office.settings.reader.file_mb
        file = st.file_uploader(
            t.files_file, type=list(evidence.KINDS_TAKEN), key=field_key("tep-minh-chung"), max_upload_size=limit
        )
        pressed = st.form_submit_button(t.files_keep)
    if pressed and file is not None and code:
        given = GivenFile(file.name, file.getvalue(), title or "")
        stored(partial(evidence.attach, desk, report, code, given))

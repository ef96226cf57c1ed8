"""The findings of a file, filtered by severity and sheet; never more than one screen."""

from collections.abc import Mapping, Sequence

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Finding
from cchc_metrics.ui.components import findings_table
from cchc_metrics.ui.components.markup import element
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.session import part_of_a_page
from cchc_metrics.views.kit.findings import ALL, finding_choices, finding_part


@st.fragment
@part_of_a_page
def findings_list(findings: Sequence[Finding], plan_id: str) -> None:
    """The list with its filters. plan_id: another plan begins with all of its findings."""
    offered = finding_choices(findings)
    severity = sheet = ALL
    if offered.severities or offered.sheets:
        with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
            if offered.severities:
                severity = _severity(offered.severities, f"muc-do-{plan_id}")
            if offered.sheets:
                sheet = _sheet(offered.sheets, f"trang-loi-{plan_id}")
    part = finding_part(findings, severity, sheet)
    findings_table(part.findings)
    if part.more:
        put(element("p", part.more, "cchc-small"))


def _severity(words: Mapping[str, str], key: str) -> str:
    return st.segmented_control(
        texts().upload.step_findings,
        list(words),
        default=ALL,
        required=True,
        format_func=lambda code: plain_label(words[code]),
        key=key,
        label_visibility="collapsed",
    )


def _sheet(words: Mapping[str, str], key: str) -> str:
    return st.selectbox(
        texts().upload.sheet_of_findings,
        list(words),
        format_func=lambda name: words[name],
        key=key,
        label_visibility="collapsed",
        width=260,
        placeholder=texts().shell.select_placeholder,
    )

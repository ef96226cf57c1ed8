"""One report below the board: content, versions, what was done with it."""

from datetime import date

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import badges, filter_row, notice, page_link, section, table
from cchc_metrics.ui.reporting.evidence_forms import evidence_files
from cchc_metrics.ui.reporting.report_forms import act_form, due_form, remark_form, scan_form
from cchc_metrics.ui.state import choose
from cchc_metrics.views.reporting.asked import ReportFilters
from cchc_metrics.views.reporting.report import ReportView, page
from cchc_metrics.views.reporting.report_versions import ChangeFilters, changes, version_table

CONTENT, VERSIONS, DEEDS = "noi-dung", "phien-ban", "xu-ly"


def report(desk: Desk, filters: ReportFilters) -> None:
    """The report of one unit, in three parts that the address remembers."""
    t = texts().board
    view = remembered(page, desk, filters)
    if view is None:
        notice(t.report_not_owed, "warning")
        return
    section(view.title, view.lead, anchor="bao-cao")
    badges(view.marks)
    if view.decided:
        notice(view.decided)
    names = {DEEDS: t.tab_deeds, CONTENT: t.tab_content, VERSIONS: t.tab_versions}
    part = choose(t.part_shown, list(names), Key.LOOK, format=lambda code: names[code], look="buttons")
    if part == CONTENT:
        _content(view)
    elif part == VERSIONS:
        _versions(desk, filters, view)
    else:
        _deeds(desk, filters, view)


def _content(view: ReportView) -> None:
    t = texts().board
    if view.nil:
        notice(view.nil)
    shown = [found for found in (view.items, view.words, view.evidence) if found is not None]
    for found in shown:
        table(found, height=560)
    if not shown and not view.nil:
        notice(t.content_none)


def _versions(desk: Desk, filters: ReportFilters, view: ReportView) -> None:
    t, known = texts().board, list(view.versions)
    held = remembered(version_table, desk, filters.report)
    if held is None:
        notice(t.versions_none)
        return
    table(held)
    if len(known) < 2:
        notice(t.versions_one)
        return
    with filter_row("phien-ban", stays=True):
        older = choose(t.older, known[:-1], Key.OLD, known[-2], lambda seq: view.versions[seq])
        later = [seq for seq in known if int(seq) > int(older)]
        newer = choose(t.newer, later, Key.NEW, later[-1], lambda seq: view.versions[seq])
    table(remembered(changes, desk, ChangeFilters(filters.report, int(older), int(newer))), height=480)


def _deeds(desk: Desk, filters: ReportFilters, view: ReportView) -> None:
    t = texts().board
    if view.history is not None:
        table(view.history)
    else:
        notice(t.history_none)
    for scan in view.scans:
        page_link("nguon-goc", t.open_scan.format(name=scan.name), luot=str(scan.seq))
    if closed_in_the_past(desk):
        return
    day = date.fromisoformat(filters.day)
    if view.may:
        act_form(desk, filters.report, view, day)
    remark_form(desk, filters.report, view, day)
    evidence_files(desk, filters.report)
    with st.container(horizontal=True, gap="medium"):
        if may(desk.actor, Deed.JUDGE, filters.report.unit_id):
            due_form(desk, filters.report, view, day)
        scan_form(desk, filters.report)

"""The forms of Tổng hợp & trình ký: chasing, signing, the office's own templates."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.documents import signing, templates
from cchc_metrics.services.reporting.documents.templates import TemplateName
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.components import download, notice, table
from cchc_metrics.ui.faults import lacking
from cchc_metrics.ui.saving import Forms
from cchc_metrics.ui.visiting import own_name
from cchc_metrics.views.compile import brief, letters, report, sheets
from cchc_metrics.views.compile.page import CompileView

FORMS = Forms("compile")
_key = FORMS.key


def chase_section(desk: Desk, period_id: str, view: CompileView) -> None:
    """Who is to be chased, the letters, the short texts, and the record that it was done."""
    t = texts().documents
    if view.chase is None:
        notice(view.chase_words)
        return
    table(view.chase, height=420)
    build = partial(_letters, desk, view.day, period_id)
    count, version = len(view.messages), desk.office.version
    name = f"don-doc-{period_id}-{view.day}-{version}.zip"
    download(t.download_letters.format(count=count), build, name, key="tai-cong-van", primary=True)
    with st.expander(t.message_title):
        names = {unit: name for unit, (name, _) in view.messages.items()}
        unit = st.selectbox(
            t.message_unit,
            list(names),
            format_func=lambda code: names[code],
            key=_key("tin-nhan"),
            placeholder=texts().shell.select_placeholder,
        )
        st.text_area(t.message_title, view.messages[unit][1], height=180, key=_key(f"tin-{unit}"))
    if may(desk.actor, Deed.JUDGE):
        with st.expander(t.chased_title):
            _chased_form(desk, period_id, view)


def _letters(desk: Desk, day: date, period_id: str) -> bytes:
    return letters.zipped(letters.letters(desk, day, period_id))


def _chased_form(desk: Desk, period_id: str, view: CompileView) -> None:
    t = texts().documents
    names = {unit: name for unit, (name, _) in view.messages.items()}
    with st.form(_key("don-doc"), border=False):
        pick = texts().shell.select_many_placeholder
        units = st.multiselect(
            t.chased_units,
            list(names),
            default=list(names),
            format_func=lambda code: names[code],
            key=_key("don-vi"),
            placeholder=pick,
            select_all=False,
            wrap=True,
        )
        who = own_name() or st.text_input(t.chased_by, key=_key("nguoi-don-doc"))
        pressed = st.form_submit_button(t.chased_save)
    if pressed:
        chased = partial(letters.record_chased, desk, units, view.day, who or "", period_id)
        FORMS.store(chased, lambda seq: t.chased_done.format(seq=seq), t.sign_unchanged)


def report_downloads(desk: Desk, period_id: str, view: CompileView) -> None:
    """The draft in Word and the sheet for the ministry's software."""
    t = texts().documents
    stem = f"{view.form_code}-{period_id}-{view.day}-{desk.office.version}"
    with st.container(horizontal=True, gap="small"):
        build = partial(_report, desk, period_id, view)
        download(texts().weaving.download_working, build, f"bao-cao-{stem}.docx", key="tai-bao-cao", primary=True)
        build = partial(_sheet, desk, period_id, view)
        download(t.download_sheet, build, f"so-lieu-{stem}.xlsx", key="tai-so-lieu")


def _report(desk: Desk, period_id: str, view: CompileView) -> bytes:
    return report.report(desk, period_id, view.form_code, view.day).data


def _sheet(desk: Desk, period_id: str, view: CompileView) -> bytes:
    return sheets.software_sheet(desk, report.compiled(desk, period_id, view.form_code, view.day))


def signing_section(desk: Desk, period_id: str, view: CompileView) -> None:
    """What was signed and corrected since; while nothing is, the form for it."""
    t, held = texts().documents, view.signed_data
    if held is not None:
        notice(view.signed, "good")
        if held.file is not None:
            build = partial(_signed_file, desk, held)
            download(t.download_signed, build, f"ban-ky-{held.file.sha256[:8]}.pdf", key="tai-ban-ky")
            notice(t.signature_unchecked)
        if view.corrections is None:
            notice(t.corrections_none)
        else:
            table(view.corrections, height=420)
    if may(desk.actor, Deed.FREEZE):
        _signing_form(desk, period_id, view)


def _signed_file(desk: Desk, held: signing.Signed) -> bytes:
    return signing.signed_file(desk, held)[1]


def _signing_form(desk: Desk, period_id: str, view: CompileView) -> None:
    t, held = texts().documents, view.signed_data
    with st.form(_key(f"ky-{period_id}"), border=False):
        with st.container(horizontal=True, gap="small"):
            number = st.text_input(t.sign_number, held.number if held else "", key=_key(f"so-{period_id}"))
            signed_on = st.date_input(
                t.sign_day, held.signed_on if held else view.day, format="DD/MM/YYYY", key=_key(f"ngay-{period_id}")
            )
            signer = st.text_input(t.sign_signer, held.signer if held else "", key=_key(f"nguoi-ky-{period_id}"))
        limit = desk.office.settings.reader.file_mb
        file = st.file_uploader(t.sign_file, key=_key(f"ban-ky-{period_id}"), max_upload_size=limit)
        reason = st.text_input(t.sign_reason, key=_key(f"ly-do-ky-{period_id}"))
        pressed = st.form_submit_button(t.sign_save)
    needed = [(t.sign_number, _key(f"so-{period_id}"), number), (t.sign_signer, _key(f"nguoi-ky-{period_id}"), signer)]
    if pressed and isinstance(signed_on, date) and not lacking(needed):
        name, data = (file.name, file.getvalue()) if file else ("", b"")
        form = signing.SignForm(
            period_id, view.form_code, number or "", signed_on, signer or "", name, data, reason or ""
        )
        signed = t.sign_done.format(number=(number or "").strip())
        FORMS.store(partial(signing.sign, desk, form), lambda _: signed, t.sign_unchanged)


def brief_downloads(desk: Desk, view: CompileView) -> None:
    """The leader's page in Word and for printing."""
    t, version = texts().documents, desk.office.version
    with st.container(horizontal=True, gap="small"):
        build = partial(_brief, desk, view, brief.as_word)
        download(t.download_brief, build, f"ban-tin-{view.day}-{version}.docx", key="tai-ban-tin")
        build = partial(_brief, desk, view, brief.as_page)
        download(t.download_brief_page, build, f"ban-tin-{view.day}-{version}.html", key="tai-ban-tin-in")


def _brief(desk: Desk, view: CompileView, build: Callable[[Desk, brief.Brief], bytes]) -> bytes:
    return build(desk, brief.brief(desk, view.day))


def templates_section(desk: Desk) -> None:
    """The template in use, the office's own in its place, and back."""
    t = texts().documents
    name = st.selectbox(
        t.template_choose,
        list(TemplateName),
        format_func=lambda one: t.templates[one],
        key="mau",
        placeholder=texts().shell.select_placeholder,
    )
    name = name or TemplateName.LETTER
    own = templates.is_own(desk, name)
    notice(t.template_own if own else t.template_shipped)
    version = desk.office.version
    download(
        t.template_download,
        partial(templates.template, desk, name),
        f"{name}-{version}.{name.ending}",
        key=f"tai-{name}",
    )
    if not may(desk.actor, Deed.EDIT):
        return
    with st.form(_key(f"thay-{name}"), border=False):
        file = st.file_uploader(t.template_upload, key=_key(f"tep-{name}"))
        pressed = st.form_submit_button(t.template_save)
    if pressed and file:
        write = partial(templates.replace, desk, name, file.name, file.getvalue())
        FORMS.store(write, lambda _: t.template_saved, t.sign_unchanged)
    if own and st.button(t.template_restore, key=_key(f"khoi-phuc-{name}")):
        with refusals():
            templates.restore(desk, name)
            FORMS.done(t.template_restored)

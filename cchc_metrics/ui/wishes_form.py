"""What one wants to be told, and how often by mail; a setting of each person."""

import streamlit as st

from cchc_metrics.access.keeping import access_of
from cchc_metrics.access.wishes import HowOften, Section, Wishes
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.mail import mail_server, may_go_to
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import notice, section
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.visiting import LOGIN


def wishes_form(desk: Desk) -> None:
    """The choices, kept for the account; by mail only where a server is declared and people have accounts."""
    if closed_in_the_past(desk):
        return
    t, people = texts().digest, access_of(desk.office.settings).people
    held, has_mail = people.wishes(desk.actor.id), desk.office.settings.mail_file is not None and LOGIN != "local"
    section(t.wishes_title, t.wishes_lead)
    with st.form("muon-nhan", border=False):
        named = st.pills(
            plain_label(t.wishes_sections),
            [one.value for one in Section],
            selection_mode="multi",
            default=sorted(held.sections),
            format_func=lambda code: plain_label(t.sections[code]),
        )
        often, mail = held.how_often.value, held.mail
        if has_mail:
            codes = [one.value for one in HowOften]
            often = st.radio(
                plain_label(t.wishes_often),
                codes,
                codes.index(often),
                format_func=lambda code: plain_label(t.often[code]),
            )
            mail = st.text_input(plain_label(t.wishes_mail), mail, max_chars=254)
        else:
            notice(t.no_mail)
        pressed = st.form_submit_button(plain_label(t.wishes_save))
    if pressed:
        _keep(desk, Wishes(frozenset(map(Section, named)), HowOften(often), (mail or "").strip()))


def _keep(desk: Desk, wishes: Wishes) -> None:
    t = texts().digest
    with refusals():
        server = mail_server(desk.office.settings)
        if server is not None and wishes.mail and not may_go_to(server, wishes.mail):
            raise CchcError(t.wrong_domain.format(domains=", ".join(server.domains)))
        access_of(desk.office.settings).people.wish(desk.actor, wishes)
        notice(t.wishes_saved, "good")

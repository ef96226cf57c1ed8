"""Mail out of the office, where a server is declared: one message to one person at a time. Nothing is fetched."""

import smtplib
import ssl
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import Any

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SECONDS = 15


@dataclass(frozen=True, slots=True)
class MailServer:
    """security: "tls", "starttls", or "none" on this machine alone · domains: where mail may go, empty: anywhere."""

    host: str
    port: int
    security: str
    sender: str
    user: str
    password: str = field(repr=False)
    ca_file: str
    domains: tuple[str, ...]


def mail_server(settings: Settings) -> MailServer | None:
    """The declared server; None where there is none. Raises CchcError for a declaration that is wrong or unsafe."""
    if settings.mail_file is None:
        return None
    t = texts().digest
    try:
        told: Mapping[str, Any] = tomllib.loads(settings.mail_file.read_text("utf-8"))
        user = str(told.get("user", ""))
        server = MailServer(
            host=str(told["host"]),
            port=int(told["port"]),
            security=str(told["security"]),
            sender=str(told["sender"]),
            user=user,
            password=Path(told["password_file"]).read_text("utf-8").strip() if user else "",
            ca_file=str(told.get("ca_file", "")),
            domains=tuple(str(one).lower() for one in told.get("domains", ())),
        )
        if server.security not in ("tls", "starttls") and (server.host not in _LOOPBACK or server.security != "none"):
            raise ValueError("security")
    except (OSError, KeyError, TypeError, ValueError) as error:
        what = str(error).strip("'\"")
        raise CchcError(t.mail_unreadable.format(file=settings.mail_file.name, what=what)) from error
    return server


def may_go_to(server: MailServer, address: str) -> bool:
    """Whether the office lets mail go there."""
    return not server.domains or address.rpartition("@")[2].lower() in server.domains


def send(server: MailServer, address: str, subject: str, text: str) -> None:
    """Send one message. Raises CchcError when it was not taken, or may not go there."""
    t = texts().digest
    if not may_go_to(server, address):
        raise CchcError(t.wrong_domain.format(domains=", ".join(server.domains)))
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, server.sender, address
    message["Date"], message["Message-ID"] = formatdate(localtime=True), make_msgid(domain="cchc-metrics")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    try:
        context = ssl.create_default_context(cafile=server.ca_file or None)
        if server.security == "tls":
            line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=context)
        else:
            line = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
        with line:
            if server.security == "starttls":
                line.starttls(context=context)
            if server.user:
                line.login(server.user, server.password)
            line.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        name = type(error).__name__
        raise CchcError(t.mail_failed.format(reason=t.mail_reasons.get(name, name))) from error

"""Mail goes out encrypted to a real server, whose certificate must be right; the password is told to it alone."""

import logging
import shutil
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from cchc_metrics.errors import CchcError
from cchc_metrics.services.office.mail import MailServer, mail_server, send
from tests.browser.serving import free_port
from tests.conftest import settings_at
from tests.security.proxied import certificate

PASSWORD = "mat khau cua may chu thu 7!"
needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl on this machine")


@dataclass
class Box:
    """What a real server took, and who signed in to it."""

    port: int
    subjects: list[str] = field(default_factory=list)
    signed_in: list[tuple[bytes, bytes]] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 aiosmtpd's name
        self.subjects.append(str(message_from_bytes(envelope.content)["Subject"]))
        return "250 OK"

    def authenticate(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, told: Any) -> AuthResult:
        self.signed_in.append((told.login, told.password))
        return AuthResult(success=told.password == PASSWORD.encode(), handled=False)


class Starting(Controller):
    """A server that speaks in the open until it is asked to encrypt, and takes no mail before."""

    context: ssl.SSLContext

    def factory(self) -> SMTP:
        return SMTP(self.handler, tls_context=self.context, require_starttls=True, **self.SMTP_kwargs)


@contextmanager
def serving(security: str, folder: Path) -> Iterator[Box]:
    """A server with a certificate of the test's own for localhost."""
    certificate(folder)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    box = Box(free_port())
    named = {"hostname": "127.0.0.1", "port": box.port, "authenticator": box.authenticate}
    if security == "tls":
        server = Controller(box, ssl_context=context, auth_require_tls=False, **named)
    else:
        server = Starting(box, auth_required=True, **named)
        server.context = context
    server.start()
    try:
        yield box
    finally:
        server.stop()


@pytest.fixture(scope="module", params=["tls", "starttls"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Box, Path, str]]:
    folder = tmp_path_factory.mktemp(request.param)
    with serving(request.param, folder) as box:
        yield box, folder, request.param


def declared(box: Box, folder: Path, security: str) -> MailServer:
    """The server as the office declares it: a file, and a file with the password beside it."""
    (folder / "password").write_text(PASSWORD + "\n", "utf-8")
    lines = {
        "host": "localhost",
        "security": security,
        "sender": "cchc@qt.vn",
        "user": "cchc",
        "password_file": str(folder / "password"),
        "ca_file": str(folder / "cert.pem"),
    }
    told = [f"port = {box.port}", *(f"{name} = {value!r}" for name, value in lines.items())]
    (folder / "mail.toml").write_text("\n".join(told), "utf-8")
    server = mail_server(replace(settings_at(folder / "data"), mail_file=folder / "mail.toml"))
    assert server is not None
    return server


@needs_openssl
def test_mail_goes_encrypted_with_the_offices_name_and_password(served: tuple[Box, Path, str]) -> None:
    box, folder, security = served
    send(declared(box, folder, security), "lan@qt.vn", f"Bản tin {security}", "Nội dung")
    assert box.signed_in[-1] == (b"cchc", PASSWORD.encode())
    assert len(box.subjects) == 1


@needs_openssl
@pytest.mark.parametrize("wrong", ["another certificate", "another name", "none that is known"])
def test_a_server_with_a_wrong_certificate_hears_neither_password_nor_mail(
    served: tuple[Box, Path, str], wrong: str, tmp_path: Path
) -> None:
    box, folder, security = served
    server = declared(box, folder, security)
    if wrong == "another certificate":
        certificate(tmp_path)
        server = replace(server, ca_file=str(tmp_path / "cert.pem"))
    elif wrong == "another name":
        server = replace(server, host="127.1")  # the same machine by a name that the certificate has not
    else:
        server = replace(server, ca_file="")
    before = (list(box.subjects), list(box.signed_in))
    with pytest.raises(CchcError, match="chứng thư"):
        send(server, "lan@qt.vn", "Bản tin", "Nội dung")
    assert (box.subjects, box.signed_in) == before


@needs_openssl
def test_a_wrong_password_is_a_sentence_and_stands_in_no_log(
    served: tuple[Box, Path, str], caplog: pytest.LogCaptureFixture
) -> None:
    box, folder, security = served
    server = replace(declared(box, folder, security), password="sai " + PASSWORD)
    with caplog.at_level(logging.DEBUG), pytest.raises(CchcError, match="không nhận tên hoặc mật khẩu") as told:
        send(server, "lan@qt.vn", "Bản tin", "Nội dung")
    assert PASSWORD not in caplog.text + str(told.value) + repr(server)


@pytest.mark.parametrize(
    ("change", "told"),
    [({"port": 1}, "không kết nối được"), ({"ca_file": "/khong/co.pem"}, "ca_file")],
)
def test_what_else_is_wrong_is_a_sentence_with_what_to_check(change: dict[str, Any], told: str) -> None:
    server = replace(MailServer("localhost", 1, "tls", "cchc@qt.vn", "", "", "", ()), **change)
    with pytest.raises(CchcError, match=told):
        send(server, "lan@qt.vn", "Bản tin", "Nội dung")

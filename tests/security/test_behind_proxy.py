"""The shipped nginx configuration before a real server, with a certificate of the test's own, on this machine."""

import http.client
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from websockets.exceptions import InvalidHandshake
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from cchc_metrics.access import LOCAL_OPERATOR, Role
from cchc_metrics.access.keeping import Access, access_of
from cchc_metrics.config import PROJECT
from tests.access.people import GOOD
from tests.browser.serving import free_port, started
from tests.conftest import settings_at

NGINX = shutil.which("nginx") or ("/usr/sbin/nginx" if Path("/usr/sbin/nginx").exists() else "")
pytestmark = pytest.mark.skipif(not NGINX or not shutil.which("openssl"), reason="no nginx or openssl on this machine")


@dataclass
class Proxied:
    """The office at its public address. trust: the context that knows its certificate."""

    port: int
    trust: ssl.SSLContext
    access: Access

    @property
    def origin(self) -> str:
        return f"https://localhost:{self.port}"

    def ask(self, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> http.client.HTTPResponse:
        line = http.client.HTTPSConnection("localhost", self.port, timeout=20, context=self.trust)
        sent = {"Host": f"localhost:{self.port}"} | {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(line):
            line.request(method, path, body or None, sent)
            answer = line.getresponse()
            answer.read()
            return answer


def configured(folder: Path, public: int, inner: int) -> Path:
    """The shipped file with this test's ports and certificate, inside the frame that nginx asks for."""
    shipped = (PROJECT / "deploy" / "nginx.conf").read_text("utf-8")
    first, second = shipped.index("server {"), shipped.index("server {", shipped.index("server {") + 1)
    site = shipped[:first] + shipped[second:]
    for old, new in {
        "listen 443": f"listen 127.0.0.1:{public}",
        "cchc.example.vn": "localhost",
        "127.0.0.1:8501": f"127.0.0.1:{inner}",
        "/etc/ssl/cchc/fullchain.pem": f"{folder}/cert.pem",
        "/etc/ssl/cchc/privkey.pem": f"{folder}/key.pem",
        "Host $host;": "Host $http_host;",
    }.items():
        assert old in site, old
        site = site.replace(old, new)
    temporary = " ".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    frame = f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
    frame += f"http {{ access_log off; {temporary}\n"
    path = folder / "nginx.conf"
    path.write_text(f"{frame}{site}}}\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    folder, public = tmp_path_factory.mktemp("proxied"), free_port()
    asked = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    made = [*asked, "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(["openssl", "req", *made], cwd=folder, check=True, capture_output=True)
    access = access_of(settings_at(folder / "data"))
    code = access.accounts.add(LOCAL_OPERATOR, "lan", "Lan")
    access.accounts.give(LOCAL_OPERATOR, "lan", Role.SPECIALIST)
    access.signing_in.change_password("lan", code, GOOD)
    environment = {"CCHC_LOGIN": "accounts", "CCHC_ADDRESSES": f"https://localhost:{public}"}
    with started(PROJECT / "app.py", folder / "data", environment) as (address, _):
        inner = int(address.rsplit(":", 1)[1])
        nginx = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(configured(folder, public, inner))])
        office = Proxied(public, ssl.create_default_context(cafile=str(folder / "cert.pem")), access)
        try:
            for _ in range(100):
                try:
                    office.ask("/dang-nhap")
                    break
                except OSError:
                    time.sleep(0.1)
            yield office
        finally:
            nginx.terminate()
            nginx.wait(10)


def sign_in(office: Proxied, **headers: str) -> http.client.HTTPResponse:
    body = urlencode({"tai-khoan": "lan", "mat-khau": GOOD}).encode()
    kind = {"Content_Type": "application/x-www-form-urlencoded", "Origin": office.origin}
    return office.ask("/dang-nhap", "POST", body, **{**kind, **headers})


def test_signing_in_behind_tls_sets_a_secure_cookie_bound_to_the_host(proxied: Proxied) -> None:
    answer = sign_in(proxied)
    cookie = answer.headers["set-cookie"]
    assert answer.status == 303
    assert cookie.startswith("__Host-cchc=")
    assert "; Secure" in cookie
    assert "HttpOnly" in cookie
    assert "max-age=31536000" in answer.headers["strict-transport-security"]
    assert f"connect-src 'self' wss://localhost:{proxied.port}" in answer.headers["content-security-policy"]


def test_a_socket_opens_through_the_proxy_for_who_is_signed_in(proxied: Proxied) -> None:
    cookie = sign_in(proxied).headers["set-cookie"].split(";")[0]
    xsrf = proxied.ask("/_stcore/health").headers["set-cookie"].split(";")[0]
    with _socket(proxied, f"{cookie}; {xsrf}") as opened:
        assert opened.protocol.state.name == "OPEN"
    with pytest.raises(InvalidHandshake), _socket(proxied, xsrf):
        pass


def _socket(office: Proxied, cookies: str) -> ClientConnection:
    return connect(
        f"wss://localhost:{office.port}/_stcore/stream",
        ssl=office.trust,
        origin=Origin(office.origin),
        additional_headers={"Cookie": cookies},
        subprotocols=[Subprotocol("streamlit"), Subprotocol(cookies.rpartition("=")[2])],
        proxy=None,
    )


def test_what_a_browser_says_of_its_address_is_not_believed(proxied: Proxied) -> None:
    sign_in(proxied, X_Forwarded_For="10.66.66.66", Forwarded="for=10.66.66.66")
    told = [line.about for line in proxied.access.audit.lines() if line.act == "sign-in"]
    assert told
    assert set(told) == {"127.0.0.1"}


def test_another_host_and_too_large_a_body_end_at_the_door(proxied: Proxied) -> None:
    assert proxied.ask("/", Host="evil.example").status in (403, 421)
    answer = proxied.ask("/dang-nhap", "POST", b"x" * 26 * 1024 * 1024, Origin=proxied.origin)
    assert answer.status == 413

"""The shipped nginx configuration before a real server, with a certificate of the test's own, on this machine."""

import http.client
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from websockets.exceptions import InvalidHandshake
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from cchc_metrics.access import LOCAL_OPERATOR, Role
from cchc_metrics.access.keeping import access_of
from tests.access.people import GOOD
from tests.conftest import settings_at
from tests.security.proxied import Proxied, needs_nginx, proxied

pytestmark = needs_nginx


@pytest.fixture(scope="module", name="proxied")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    folder = tmp_path_factory.mktemp("proxied")
    access = access_of(settings_at(folder / "data"))
    code = access.accounts.add(LOCAL_OPERATOR, "lan", "Lan")
    access.accounts.give(LOCAL_OPERATOR, "lan", Role.SPECIALIST)
    access.signing_in.change_password("lan", code, GOOD)
    with proxied(folder, {"CCHC_LOGIN": "accounts"}, {}) as served:
        yield served


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

"""A proxy that signs people in: its word is taken, a browser's or another program's is not."""

import base64
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_metrics.access import LOCAL_OPERATOR, Held, held_by
from cchc_metrics.access.identity import read_identity
from cchc_metrics.errors import CchcError
from tests.security.proxied import Proxied, needs_nginx, proxied
from tests.security.windows import ask

pytestmark = needs_nginx

KEY = "a key of the test, long enough to be one"


def basic(person: str) -> str:
    return "Basic " + base64.b64encode(f"{person}:secret".encode()).decode()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    folder = tmp_path_factory.mktemp("named")
    (folder / "key").write_text(KEY + "\n", "utf-8")
    hashed = subprocess.run(["openssl", "passwd", "-apr1", "secret"], check=True, capture_output=True, text=True)
    (folder / "people").write_text(f"lan:{hashed.stdout}hoa:{hashed.stdout}", "utf-8")
    declared = (
        f'[proxy]\nkey_file = "{folder}/key"\n'
        '[[role]]\nclaim = "groups"\nvalue = "phong-*"\nrole = "specialist"\n'
        '[[role]]\nclaim = "groups"\nvalue = "quan-tri"\nrole = "admin"\n'
    )
    (folder / "identity.toml").write_text(declared, "utf-8")
    changes = {
        'X-CCHC-User "";': f'X-CCHC-User $remote_user; auth_basic "CCHC"; auth_basic_user_file {folder}/people;',
        'X-CCHC-Groups "";': 'X-CCHC-Groups "khac, phong-cchc";',
        'X-CCHC-Proxy-Key "";': f'X-CCHC-Proxy-Key "{KEY}";',
    }
    environment = {"CCHC_LOGIN": "proxy", "CCHC_IDENTITY_FILE": str(folder / "identity.toml")}
    with proxied(folder, environment, changes) as served:
        yield served


def signed_in(office: Proxied, person: str, **headers: str) -> str:
    answer = office.ask("/dang-nhap?tiep=/xep-hang", Authorization=basic(person), **headers)
    assert (answer.status, answer.headers["location"]) == (303, "/xep-hang")
    return str(answer.headers["set-cookie"]).split(";", maxsplit=1)[0]


def test_who_the_proxy_signed_in_is_in_with_the_roles_that_it_tells(office: Proxied) -> None:
    cookie = signed_in(office, "lan")
    assert office.ask("/xep-hang", Authorization=basic("lan"), Cookie=cookie).status == 200
    assert held_by(office.access.accounts.actor("lan")) == (Held("specialist"),)
    assert [one.account for one in office.access.signing_in.sessions(LOCAL_OPERATOR)] == ["lan"]


def test_a_forged_header_of_a_browser_is_overwritten(office: Proxied) -> None:
    forged = {"X_CCHC_User": "quan.tri", "X_CCHC_Groups": "quan-tri", "X_CCHC_Proxy_Key": "x"}
    signed_in(office, "hoa", **forged)
    assert held_by(office.access.accounts.actor("hoa")) == (Held("specialist"),)
    assert "quan.tri" not in [one.id for one in office.access.accounts.all()]
    assert office.ask("/dang-nhap", **forged).status == 401


def test_a_program_that_goes_round_the_proxy_is_refused(office: Proxied) -> None:
    cookie = signed_in(office, "lan")
    host = {"Host": f"localhost:{office.port}"}
    for said in ({}, {"X-CCHC-Proxy-Key": "guess"}, {"X-CCHC-Proxy-Key": ""}):
        for path in ("/dang-nhap", "/xep-hang", "/_stcore/health"):
            answer = ask(office.inner, path, headers={"X-CCHC-User": "lan", "Cookie": cookie, **said})
            assert (answer.status, "set-cookie" in answer.headers) == (403, False)
    assert ask(office.inner, "/healthz", headers=host).status in (200, 421)


def test_one_persons_cookie_is_nothing_in_anothers_hands(office: Proxied) -> None:
    cookie = signed_in(office, "lan")
    assert office.ask("/xep-hang", Authorization=basic("hoa"), Cookie=cookie).status == 303
    assert office.ask("/xep-hang", Authorization=basic("lan"), Cookie=cookie).status == 200


def test_a_short_key_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("short", "utf-8")
    (tmp_path / "identity.toml").write_text(f'[proxy]\nkey_file = "{tmp_path}/key"\n', "utf-8")
    with pytest.raises(CchcError, match="key_file"):
        read_identity(tmp_path / "identity.toml", "proxy")

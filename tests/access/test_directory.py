"""A password checked by a real directory: who gets in, with what, and what is never asked of it."""

import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cchc_metrics.access import LOCAL_OPERATOR, Held, Role, held_by
from cchc_metrics.access.directory import DirectoryDownError, ask_directory
from cchc_metrics.access.identity import Identity, Known, read_identity
from cchc_metrics.errors import CchcError
from tests.access.people import GOOD, People, people_at
from tests.access.slapd import BASE, READER, Served, slapd

WORD = "mat khau LDAP 1"


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with slapd(tmp_path_factory.mktemp("slapd")) as served:
        yield served


def declared(folder: Path, **told: object) -> Identity:
    """The declaration of a directory: found by a reader, groups by a search, unless ``told`` says otherwise."""
    (folder / "reader").write_text("reader\n", "utf-8")
    usual: dict[str, object] = {"reader": READER, "reader_password_file": str(folder / "reader"), "base": BASE}
    usual |= {"groups_base": f"ou=groups,{BASE}", **told}
    lines = [
        f"{name} = {str(value).lower() if isinstance(value, bool) else repr(value)}" for name, value in usual.items()
    ]
    role = '[[role]]\nclaim = "groups"\nvalue = "CN=DON-VI,*"\nrole = "head"\nunit = "TCD"\n'
    text = "\n".join(["[ldap]", *lines, "[account]", 'id = "uid"', 'name = "cn"', role])
    (folder / "identity.toml").write_text(text, "utf-8")
    return read_identity(folder / "identity.toml", "accounts")


Ways = Callable[[Served], dict[str, object]]
WAYS: dict[str, Ways] = {
    "on this machine": lambda at: {"url": at.plain},
    "ldaps": lambda at: {"url": at.encrypted, "ca_file": at.certificate},
    "StartTLS": lambda at: {"url": at.plain, "start_tls": True, "ca_file": at.certificate},
    "as oneself": lambda at: {"url": at.plain, "person": f"uid={{account}},{BASE}", "reader": ""},
}


@pytest.mark.parametrize("way", WAYS)
def test_the_right_password_is_known_by_every_way_and_a_wrong_one_by_none(
    directory: Served, tmp_path: Path, way: str
) -> None:
    identity = declared(tmp_path, **WAYS[way](directory))
    known = ask_directory(identity, "hoa", WORD)
    assert known is not None
    assert (known.account, known.name, known.held) == ("hoa", "Hoa", frozenset({Held("head", "TCD")}))
    assert known.subject.startswith("ldap:")
    assert len(known.subject) > len("ldap:") + 30
    assert ask_directory(identity, "hoa", "sai") is None
    assert ask_directory(identity, "nobody", WORD) is None
    other = ask_directory(identity, "khac", WORD)
    assert other is not None
    assert other.held == frozenset()


@pytest.mark.parametrize("way", ["on this machine", "as oneself"])
def test_no_password_is_no_question(directory: Served, tmp_path: Path, way: str) -> None:
    """This directory takes an empty password for an anonymous visitor and says yes."""
    identity = declared(tmp_path, **WAYS[way](directory))
    for word in ("", "\0", "a\0b", "x" * 5000):
        assert ask_directory(identity, "hoa", word) is None


@pytest.mark.parametrize("name", ["*", "hoa)(uid=*", "h*", "uid=hoa", "hoa,dc=x", "hoa\\2a", "", "HOA ", "hoa\0"])
def test_a_name_cannot_widen_the_question(directory: Served, tmp_path: Path, name: str) -> None:
    assert ask_directory(declared(tmp_path, url=directory.plain), name, WORD) is None


def test_a_certificate_of_somebody_else_gets_no_password(directory: Served, tmp_path: Path) -> None:
    for told in ({"url": directory.encrypted}, {"url": directory.plain, "start_tls": True}):
        with pytest.raises(DirectoryDownError, match="danh bạ"):
            ask_directory(declared(tmp_path, **told), "hoa", WORD)


def test_a_directory_that_is_silent_is_given_up_soon(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        identity = declared(tmp_path, url=f"ldap://127.0.0.1:{mute.getsockname()[1]}", seconds=1)
        began = time.monotonic()
        with pytest.raises(DirectoryDownError):
            ask_directory(identity, "hoa", WORD)
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"url": "ldap://ldap.qt.vn"}, "start_tls"),
        ({"url": "http://127.0.0.1"}, "url"),
        ({"url": "ldaps://ldap.qt.vn", "search": "(uid=x)"}, "search"),
        ({"url": "ldaps://ldap.qt.vn", "reader": ""}, "reader"),
        ({"url": "ldaps://ldap.qt.vn", "person": "x", "reader": ""}, "person"),
    ],
)
def test_an_unsafe_declaration_is_refused(tmp_path: Path, told: dict[str, object], named: str) -> None:
    with pytest.raises(CchcError, match=named):
        declared(tmp_path, **told)


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    made = people_at(tmp_path / "data")
    yield made
    made.ledger.close()


def test_both_ways_stand_side_by_side_and_neither_opens_the_others_accounts(
    directory: Served, tmp_path: Path, people: People
) -> None:
    identity = declared(tmp_path, url=directory.plain)
    people.person("lan.nt", Role.ADMIN)  # has a password here; somebody of the directory has the name too

    def asked(account: str, password: str) -> Known | None:
        return ask_directory(identity, account, password)

    secret, _ = people.signing_in.attempt("hoa", WORD, "", "10.0.0.7", asked)
    visit = people.signing_in.visit(secret)
    assert visit is not None
    assert held_by(visit.actor) == (Held("head", "TCD"),)
    for account, word in (("lan.nt", WORD), ("hoa", GOOD), ("hoa", ""), ("khac", "sai")):
        with pytest.raises(CchcError, match="không đúng"):
            people.signing_in.attempt(account, word, "", "10.0.0.7", asked)
    assert people.signing_in.attempt("lan.nt", GOOD, "", "10.0.0.7", asked)
    told = [(line.act.value, line.account, line.text) for line in people.audit.lines()]
    assert ("sign-in", "hoa", "ldap") in told
    assert WORD not in people.audit.path.read_text("utf-8")
    people.accounts.disable(LOCAL_OPERATOR, "hoa")
    with pytest.raises(CchcError, match="không đúng"):
        people.signing_in.attempt("hoa", WORD, "", "10.0.0.7", asked)


def test_wrong_passwords_of_the_directory_make_one_wait_here(directory: Served, tmp_path: Path, people: People) -> None:
    identity = declared(tmp_path, url=directory.plain)
    for _ in range(6):
        with pytest.raises(CchcError):
            people.signing_in.attempt("hoa", "sai", "", "10.0.0.7", lambda *told: ask_directory(identity, *told))
    with pytest.raises(CchcError, match="Thử lại sau"):
        people.signing_in.attempt("hoa", WORD, "", "10.0.0.7", lambda *told: ask_directory(identity, *told))

"""Signing in: passwords, one-time codes, second factors, back-off, and how sessions end."""

from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from argon2 import PasswordHasher

from cchc_metrics.access import LOCAL_OPERATOR, Role
from cchc_metrics.access.passwords import new_second_factor
from cchc_metrics.access.signing_in import IDLE_MINUTES, Outcome
from cchc_metrics.errors import CchcError, NotAllowedError
from tests.access.people import GOOD, People, people_at

OTHER = "mot cau khac han 2027"


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    made = people_at(tmp_path)
    made.person("lan", Role.SPECIALIST)
    yield made
    made.ledger.close()


def test_when_sessions_end_is_a_setting_told_in_the_log(people: People) -> None:
    people.person("qt", Role.ADMIN)
    secret, admin = people.sign_in("lan"), people.accounts.actor("qt")
    people.clock.now += 20 * 60
    assert people.signing_in.visit(secret) is not None
    people.signing_in.set_times(admin, 10, 2)
    people.clock.now += 11 * 60
    assert people.signing_in.visit(secret) is None
    line = people.audit.lines()[-1]
    assert (line.act.value, line.before, line.after) == (
        "setting",
        {"session-idle-minutes": 60, "session-most-hours": 12},
        {"session-idle-minutes": 10, "session-most-hours": 2},
    )
    for times in ((1, 2), (10, 0), (10, 25), (100_000, 2)):
        with pytest.raises(CchcError, match="từ 5 phút"):
            people.signing_in.set_times(admin, *times)
    with pytest.raises(NotAllowedError):
        people.signing_in.set_times(people.accounts.actor("lan"), 10, 2)


def test_neither_a_password_nor_a_secret_nor_a_code_stands_in_the_file(people: People, tmp_path: Path) -> None:
    secret = people.sign_in("lan")
    code = people.accounts.reset(LOCAL_OPERATOR, "lan")
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for word in (GOOD, secret, code):
        assert word.encode() not in kept
    assert not (tmp_path / "access.sqlite").stat().st_mode & 0o077


def test_the_first_sign_in_is_by_the_one_time_code_and_asks_nothing_but_a_new_password(people: People) -> None:
    code = people.accounts.add(LOCAL_OPERATOR, "moi", "Mới")
    people.accounts.give(LOCAL_OPERATOR, "moi", Role.SPECIALIST)
    secret, outcome = people.signing_in.attempt("moi", code.upper(), "", "a")
    assert outcome is Outcome.MUST_CHANGE
    visit = people.signing_in.visit(secret)
    assert visit is not None
    assert visit.actor.role == ""
    people.signing_in.change_password("moi", code, GOOD, keep=visit.id)
    now = people.signing_in.visit(secret)
    assert now is not None
    assert now.actor.role == "specialist"
    with pytest.raises(CchcError):
        people.sign_in("moi", code)
    with pytest.raises(CchcError):
        people.signing_in.change_password("moi", code, OTHER)


def test_passwords_are_kept_by_argon2id_with_no_less_than_the_rfc_asks_of_a_small_machine() -> None:
    used = PasswordHasher()
    assert used.hash("x").startswith("$argon2id$")
    assert (used.memory_cost, used.time_cost) >= (65_536, 3)


def test_a_one_time_code_ends_after_three_days(people: People) -> None:
    code = people.accounts.reset(LOCAL_OPERATOR, "lan")
    with people.ledger.writing() as now:
        now.execute("UPDATE account SET code_until = ?", (people.clock.now - 1,))
    with pytest.raises(CchcError):
        people.sign_in("lan", code)


def test_a_stranger_is_told_the_same_whatever_is_wrong(people: People) -> None:
    people.person("khoa")
    people.accounts.disable(LOCAL_OPERATOR, "khoa")
    told = set()
    for account, password in (("lan", "sai"), ("khong.co", GOOD), ("khoa", GOOD), ("lan", ""), ("' OR 1=1 --", "x")):
        with pytest.raises(CchcError) as refused:
            people.sign_in(account, password)
        told.add(str(refused.value))
    assert len(told) == 1


def test_failures_make_one_wait_longer_each_time_even_with_the_right_password(people: People) -> None:
    for _ in range(5):
        with pytest.raises(CchcError, match="không đúng"):
            people.sign_in("lan", "sai")
    with pytest.raises(CchcError, match="Thử lại sau"):
        people.sign_in("lan", GOOD, address="10.9.9.9")
    people.clock.now += 2
    with pytest.raises(CchcError, match="không đúng"):
        people.sign_in("lan", "sai")
    people.clock.now += 1.5
    with pytest.raises(CchcError, match="Thử lại sau"):
        people.sign_in("lan", GOOD)
    people.clock.now += 900
    assert people.sign_in("lan")
    with pytest.raises(CchcError, match="không đúng"):
        people.sign_in("lan", "sai")


def test_one_address_that_tries_many_accounts_waits_and_others_do_not(people: People) -> None:
    for number in range(20):
        with pytest.raises(CchcError, match="không đúng"):
            people.sign_in(f"tk{number}", "sai", address="10.6.6.6")
    with pytest.raises(CchcError, match="Thử lại sau"):
        people.sign_in("lan", address="10.6.6.6")
    assert people.sign_in("lan", address="10.0.0.8")


@pytest.mark.parametrize("new", ["ngan", "lan", GOOD, "x" * 201])
def test_a_new_password_is_long_and_new(people: People, new: str) -> None:
    with pytest.raises(CchcError):
        people.signing_in.change_password("lan", GOOD, new)
    assert people.sign_in("lan")


def test_a_session_ends_when_idle_and_when_old(people: People) -> None:
    people.ledger.set(IDLE_MINUTES, "60")
    idle, used = people.sign_in("lan"), people.sign_in("lan")
    began = people.clock.now
    while people.clock.now < began + 11.9 * 3600:
        people.clock.now += 1800
        assert people.signing_in.visit(used) is not None
    assert people.signing_in.visit(idle) is None
    people.clock.now = began + 12 * 3600 + 1
    assert people.signing_in.visit(used) is None


def test_a_new_password_a_reset_and_a_closed_account_end_sessions(people: People) -> None:
    first, second = people.sign_in("lan"), people.sign_in("lan")
    kept = people.signing_in.visit(second)
    assert kept is not None
    people.signing_in.change_password("lan", GOOD, OTHER, keep=kept.id)
    assert people.signing_in.visit(first) is None
    assert people.signing_in.visit(second) is not None
    people.accounts.reset(LOCAL_OPERATOR, "lan")
    assert people.signing_in.visit(second) is None
    people.person("hoa", Role.GUEST)
    third = people.sign_in("hoa")
    people.accounts.disable(LOCAL_OPERATOR, "hoa")
    assert people.signing_in.visit(third) is None


def test_a_role_taken_back_is_gone_at_the_next_question(people: People) -> None:
    secret = people.sign_in("lan")
    people.accounts.take(LOCAL_OPERATOR, 1)
    visit = people.signing_in.visit(secret)
    assert visit is not None
    assert visit.actor.role == ""


def test_one_ends_ones_own_sessions_and_the_administrator_everybodys(people: People) -> None:
    people.person("qt", Role.ADMIN)
    people.person("hoa", Role.GUEST)
    mine, other = people.sign_in("hoa"), people.sign_in("lan")
    visit = people.signing_in.visit(other)
    assert visit is not None
    hoa, admin = people.accounts.actor("hoa"), people.accounts.actor("qt")
    assert {one.account for one in people.signing_in.sessions(hoa)} == {"hoa"}
    assert {one.account for one in people.signing_in.sessions(admin)} == {"hoa", "lan"}
    with pytest.raises(NotAllowedError):
        people.signing_in.end(hoa, visit.id)
    assert people.signing_in.visit(other) is not None
    people.signing_in.end(admin, visit.id)
    assert people.signing_in.visit(other) is None
    assert people.signing_in.visit(mine) is not None


@pytest.mark.parametrize("secret", ["", "nan", "<x>", "A" * 7_000, "ế", "\x00", "AAAA"])
def test_a_secret_or_code_that_is_none_is_a_sentence(people: People, secret: str) -> None:
    for code in ("", "ế", "123456", "9" * 5_000):
        with pytest.raises(CchcError):
            people.signing_in.set_factor("lan", secret, code)


def test_a_second_factor_is_asked_for_and_no_code_counts_twice(people: People) -> None:
    secret = new_second_factor()
    totp = pyotp.TOTP(secret)
    with pytest.raises(CchcError):
        people.signing_in.set_factor("lan", secret, "000000" if totp.at(int(people.clock.now)) != "000000" else "1")
    people.signing_in.set_factor("lan", secret, totp.at(int(people.clock.now)))
    with pytest.raises(CchcError):
        people.sign_in("lan")
    with pytest.raises(CchcError):
        people.sign_in("lan", factor=totp.at(int(people.clock.now)))
    people.clock.now += 60
    code = totp.at(int(people.clock.now))
    assert people.sign_in("lan", factor=code)
    with pytest.raises(CchcError):
        people.sign_in("lan", factor=code)
    people.accounts.drop_factor(LOCAL_OPERATOR, "lan")
    assert people.sign_in("lan")

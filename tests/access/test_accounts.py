"""Accounts: what is given, from when until when, in whose stead; and who may give it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cchc_metrics.access import LOCAL_OPERATOR, Deed, Held, Role, held_by, may
from cchc_metrics.errors import CchcError, NewerStoreError, NotAllowedError
from tests.access.people import People, people_at


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    made = people_at(tmp_path)
    yield made
    made.ledger.close()


def test_a_role_holds_from_its_first_day_to_its_last(people: People) -> None:
    people.person("lan")
    people.accounts.give(LOCAL_OPERATOR, "lan", Role.HEAD, "HC-TC", days=(date(2026, 12, 1), date(2026, 12, 3)))
    for day, holds in ((30, False), (1, True), (3, True), (4, False)):
        people.clock.day = date(2026, 11 if day == 30 else 12, day)
        assert may(people.accounts.actor("lan"), Deed.APPROVE, "HC-TC") is holds, day
    assert not may(people.accounts.actor("lan"), Deed.APPROVE, "TCD")


def test_one_person_holds_several_roles_and_their_rights_add_up(people: People) -> None:
    people.person("lan", Role.UNIT, "TCD")
    people.accounts.give(LOCAL_OPERATOR, "lan", Role.GUEST)
    actor = people.accounts.actor("lan")
    assert set(held_by(actor)) == {Held("unit", "TCD"), Held("guest")}
    assert may(actor, Deed.READ)
    assert may(actor, Deed.SEND, "TCD")
    assert not may(actor, Deed.SEND, "HC-TC")


def test_a_deputy_holds_the_role_while_the_person_holds_it_and_within_the_days(people: People) -> None:
    people.person("truong", Role.HEAD, "TCD")
    people.person("pho")
    with pytest.raises(CchcError, match="ngày bắt đầu và ngày kết thúc"):
        people.accounts.give(LOCAL_OPERATOR, "pho", Role.HEAD, "TCD", deputises="truong")
    days = (date(2026, 11, 29), date(2026, 12, 5))
    with pytest.raises(CchcError, match="không giữ vai trò"):
        people.accounts.give(LOCAL_OPERATOR, "pho", Role.HEAD, "HC-TC", days=days, deputises="truong")
    people.accounts.give(LOCAL_OPERATOR, "pho", Role.HEAD, "TCD", days=days, deputises="truong")
    assert may(people.accounts.actor("pho"), Deed.APPROVE, "TCD")
    people.accounts.disable(LOCAL_OPERATOR, "truong")
    assert not may(people.accounts.actor("pho"), Deed.APPROVE, "TCD")


def test_only_who_may_gives_rights_and_nobody_gives_them_to_himself(people: People) -> None:
    people.person("lan", Role.SPECIALIST)
    lan = people.accounts.actor("lan")
    for deed in (
        lambda: people.accounts.give(lan, "lan", Role.ADMIN),
        lambda: people.accounts.add(lan, "moi", "Mới"),
        lambda: people.accounts.reset(lan, "lan"),
        lambda: people.accounts.disable(lan, "lan"),
        lambda: people.accounts.drop_factor(lan, "lan"),
        lambda: people.accounts.take(lan, 1),
    ):
        with pytest.raises(NotAllowedError):
            deed()
    assert held_by(people.accounts.actor("lan")) == (Held("specialist"),)


def test_the_last_administrator_stays(people: People) -> None:
    people.person("qt", Role.ADMIN)
    with pytest.raises(CchcError, match="quản trị cuối cùng"):
        people.accounts.take(LOCAL_OPERATOR, 1)
    with pytest.raises(CchcError, match="quản trị cuối cùng"):
        people.accounts.disable(LOCAL_OPERATOR, "qt")
    people.person("hai", Role.ADMIN)
    people.accounts.disable(LOCAL_OPERATOR, "qt")
    assert not may(people.accounts.actor("qt"), Deed.ACCOUNTS)


@pytest.mark.parametrize(
    ("account", "role", "unit"),
    [("lan", Role.HEAD, ""), ("lan", Role.LEADER, "TCD"), ("lan", Role.UNIT, "A+admin"), ("nobody", Role.GUEST, "")],
)
def test_what_cannot_be_given_is_refused_and_changes_nothing(
    people: People, account: str, role: Role, unit: str
) -> None:
    people.person("lan")
    with pytest.raises(CchcError):
        people.accounts.give(LOCAL_OPERATOR, account, role, unit)
    assert people.accounts.given() == []


@pytest.mark.parametrize("name", ["", "A", "lan nt", "lan/..", "Lan", "nguyễn", "a" * 60])
def test_an_account_name_that_could_be_taken_for_another_is_refused(people: People, name: str) -> None:
    with pytest.raises(CchcError):
        people.accounts.add(LOCAL_OPERATOR, name, "Tên")
    assert people.accounts.all() == []


def test_a_file_of_a_later_program_is_not_touched(tmp_path: Path) -> None:
    people = people_at(tmp_path)
    with people.ledger.writing() as now:
        now.execute("PRAGMA user_version = 99")
    people.ledger.close()
    before = (tmp_path / "access.sqlite").read_bytes()
    with pytest.raises(NewerStoreError):
        people_at(tmp_path)
    assert (tmp_path / "access.sqlite").read_bytes() == before

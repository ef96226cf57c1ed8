"""A one-purpose link opens one report of one unit until a day, for nothing else, and each opening is told."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cchc_metrics.access import LOCAL_OPERATOR, Deed, Held, Role, ledger, may
from cchc_metrics.access.links import Links
from cchc_metrics.access.people import LINK, is_for
from cchc_metrics.access.places import may_open
from cchc_metrics.access.rows import reading, require_writing
from cchc_metrics.errors import CchcError, NotAllowedError
from cchc_metrics.model import Actor
from cchc_metrics.schema import REPORT_EVENTS, SCORES, UNIT_REPORTS
from tests.access.people import People, people_at

PURPOSE = Held(LINK, "TCD", "CCHC", "2026-Q1")
UNTIL = date(2026, 12, 2)


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    made = people_at(tmp_path)
    yield made
    made.ledger.close()


@pytest.fixture
def links(people: People) -> Links:
    return Links(people.ledger, people.audit, lambda: people.clock.day)


def bearer(links: Links, secret: str) -> Actor:
    visit = links.visit(secret)
    assert visit is not None
    return visit.actor


def test_it_opens_its_one_report_and_nothing_else(links: Links) -> None:
    actor = bearer(links, links.make(LOCAL_OPERATOR, PURPOSE, UNTIL))
    one = {"unit_id": ["TCD"], "form_code": ["CCHC"], "period_id": ["2026-Q1"]}
    assert reading(actor, UNIT_REPORTS) == reading(actor, REPORT_EVENTS) == one
    assert reading(actor, SCORES) == {"score_kind": ()}
    assert is_for(actor, "TCD", "CCHC", "2026-Q1")
    assert not is_for(actor, "TCD", "CCHC", "2026-6M")
    assert [slug for slug in ("", "nop-bao-cao", "tien-do", "chi-tieu") if may_open(actor, slug)] == ["nop-bao-cao"]
    own = {"unit_id": "TCD", "form_code": "CCHC", "period_id": "2026-Q1"}
    require_writing(actor, UNIT_REPORTS, [own])
    for other in ({"unit_id": "HC-TC"}, {"form_code": "KHAC"}, {"period_id": "2026-6M"}):
        with pytest.raises(NotAllowedError):
            require_writing(actor, UNIT_REPORTS, [own, {**own, **other}])
    assert not any(may(actor, deed) for deed in (Deed.READ, Deed.APPROVE, Deed.JUDGE, Deed.IMPORT, Deed.EDIT))


def test_it_ends_with_its_day_or_when_it_is_revoked(people: People, links: Links) -> None:
    first, second = (links.make(LOCAL_OPERATOR, PURPOSE, UNTIL) for _ in range(2))
    links.revoke(LOCAL_OPERATOR, bearer(links, second).id.removeprefix("link:"))
    assert links.visit(second) is None
    assert links.open(second, "10.0.0.7") is None
    people.clock.day = UNTIL
    assert links.visit(first) is not None
    people.clock.day = date(2026, 12, 3)
    assert links.visit(first) is None
    assert links.visit("forged") is None


def test_each_opening_is_told_and_the_secret_stands_nowhere(people: People, links: Links, tmp_path: Path) -> None:
    secret = links.make(LOCAL_OPERATOR, PURPOSE, UNTIL)
    assert links.open(secret, "10.0.0.7") is not None
    assert links.open(secret, "10.0.0.8") is not None
    assert links.all(LOCAL_OPERATOR)[0].uses == 2
    assert [line.text for line in people.audit.lines()] == ["made", "opened 10.0.0.7", "opened 10.0.0.8"]
    assert secret.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


@pytest.mark.parametrize("period", ["9999-12-31", "2026", "2026-Q9", "nan", "{x}", "", "2026-Q1/../x"])
def test_a_period_that_is_none_of_reports_is_refused_before_it_stands_in_a_list(links: Links, period: str) -> None:
    with pytest.raises(CchcError, match="đủ đơn vị, biểu và kỳ"):
        links.make(LOCAL_OPERATOR, Held(LINK, "TCD", "CCHC", period), UNTIL)
    assert links.all(LOCAL_OPERATOR) == []


def test_only_who_judges_reports_makes_one_and_only_a_whole_one(links: Links) -> None:
    for role in ("specialist", "unit:TCD", "admin", "leader"):
        with pytest.raises(NotAllowedError):
            links.make(Actor("x", "x", role), PURPOSE, UNTIL)
    for purpose in (Held(LINK, "TCD", "CCHC", ""), Held("admin"), Held(LINK, "TCD+admin", "CCHC", "2026-Q1")):
        with pytest.raises(CchcError):
            links.make(LOCAL_OPERATOR, purpose, UNTIL)
    with pytest.raises(CchcError):
        links.make(LOCAL_OPERATOR, PURPOSE, date(2026, 11, 1))


def test_a_ledger_of_the_first_version_is_brought_up_and_kept_as_it_was(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "access.sqlite")) as first:
        first.executescript(ledger._STEPS[0])
    again = people_at(tmp_path)
    assert Links(again.ledger, again.audit).all(LOCAL_OPERATOR) == []
    again.person("lan", Role.UNIT, "TCD")
    again.ledger.close()
    with closing(sqlite3.connect(tmp_path / "access-1.sqlite")) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (1,)

"""What was answered once is kept until something changes that it was read from – until then, and no longer."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from threading import Event
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import ConflictError, UnknownNameError
from cchc_metrics.labels import speaking
from cchc_metrics.model import Actor
from cchc_metrics.schema import (
    BREAKS,
    DUE_DAYS,
    ENTITIES,
    KINDS,
    OFFICE_SETTINGS,
    SCORES,
    TARGETS,
    TRANSLATIONS,
    UNIT_REPORTS,
    UNITS,
    Kind,
)
from cchc_metrics.services.indices.choices import index_choices
from cchc_metrics.services.indices.places import likely_ranks
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.office import kept as keeping
from cchc_metrics.services.office.clock import NOW, Clock, ClockKind
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.kept import Answers, present_day
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.status import board
from cchc_metrics.services.storing import storing
from cchc_metrics.storage import Store
from cchc_metrics.storage.aside import Reason
from cchc_metrics.storage.noticing import notice
from cchc_metrics.ui.cache import remembered
from tests.kept import fresh, readers_in
from tests.reporting_office import LOOKED_AT, at, copy_of, keep, values

ASKED = Question("PAPI", "2023")


@pytest.fixture(scope="module")
def office(shipped_office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The small reporting office, which the tests of this file change one after the other."""
    opened = copy_of(shipped_office, tmp_path_factory.mktemp("kept") / "data")
    yield opened
    opened.close()


# -- what goes with which kind ------------------------------------------------------------------------------------
def touch(office: Office, kind: Kind) -> None:
    """One entry of a kind that changes nothing else: a fact more."""
    keep(office, kind, [_FACTS[kind.name](office.version)])


_CRITERION = {"index_code": "PAPI", "node_code": "TOTAL"}
_FACTS: dict[str, Callable[[int], dict[str, Any]]] = {
    UNIT_REPORTS.name: lambda number: values("HC-TC", "2027-Q1", {f"1.{number}": 1.0})[0],
    DUE_DAYS.name: lambda number: {"link": "unit", "window_code": "Q1", "year_from": 2100 + number, "due_day": 9},
    SCORES.name: lambda number: {
        **_CRITERION,
        **{"entity_id": f"Z{number}", "period_id": "2021", "score_kind": "self", "state": "value", "value": 1.0},
    },
    TARGETS.name: lambda number: {
        **_CRITERION,
        **{"entity_id": f"Z{number}", "period_id": "2027", "target_kind": "value", "value": 40.0},
    },
    UNITS.name: lambda number: {"unit_id": f"Z{number}", "name": f"Phòng {number}", "place": 900 + number},
    OFFICE_SETTINGS.name: lambda number: {"setting": f"thu-{number}", "value": "x"},
    TRANSLATIONS.name: lambda number: {"language": "en", "words": f"Từ {number}", "translation": f"Word {number}"},
    BREAKS.name: lambda number: {
        **{"index_code": f"Z{number}", "node_code": "TOTAL", "period_before": "2001", "period_after": "2002"},
        **{"break_kind": "comparable", "reason": "thử"},
    },
}

QUESTIONS: dict[str, tuple[Callable[[Desk], Any], set[str]]] = {
    # What it is made of, of the kinds above; the rest of the kinds leaves it alone.
    "ranking": (lambda desk: standing(desk, ASKED), {SCORES.name, BREAKS.name}),
    "likely ranks": (lambda desk: likely_ranks(desk, ASKED), {SCORES.name, BREAKS.name}),
    "indices": (lambda desk: remembered(_indices, desk, ()), {SCORES.name}),
    "units": (lambda desk: Reporting(desk).units, {UNITS.name}),
    "duties": (lambda desk: Reporting(desk).duties, {UNITS.name, DUE_DAYS.name, OFFICE_SETTINGS.name}),
    "metrics": (lambda desk: Reporting(desk).metrics, set()),
    "board": (
        lambda desk: remembered(_board, desk, ()),
        {UNITS.name, DUE_DAYS.name, OFFICE_SETTINGS.name, UNIT_REPORTS.name},
    ),
    "names": (lambda desk: desk.catalogue.names_in("en"), {TRANSLATIONS.name}),
}


def _indices(desk: Desk, _: object) -> Any:
    return index_choices(desk)


def _board(desk: Desk, _: object) -> Any:
    return board(desk, LOOKED_AT)


@pytest.mark.parametrize("kind", [KINDS[name] for name in _FACTS], ids=list(_FACTS))
def test_an_entry_renews_what_is_made_of_its_kind_and_nothing_else(office: Office, kind: Kind) -> None:
    before = {name: ask(at(office)) for name, (ask, _) in QUESTIONS.items()}
    touch(office, kind)
    after = {name: ask(at(office)) for name, (ask, _) in QUESTIONS.items()}
    assert {name for name in QUESTIONS if after[name] is not before[name]} == {
        name for name, (_, kinds) in QUESTIONS.items() if kind.name in kinds
    }
    storing.undo(office, LOCAL_OPERATOR, office.version, "thử")
    again = {name: ask(at(office)) for name, (ask, _) in QUESTIONS.items()}
    assert [name for name, (_, kinds) in QUESTIONS.items() if kind.name in kinds and again[name] is after[name]] == []


def test_facts_are_read_again_when_their_own_kind_has_changed_and_never_else(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, reads = Store.facts, []

    def noted(self: Store, kind: Kind, *told: Any, **named: Any) -> pd.DataFrame:
        reads.append(kind.name)
        return read(self, kind, *told, **named)

    # What is longer than it is worth is kept for nobody.
    short = [kind for kind in KINDS.values() if at(office).count(kind) < 5_000]
    for kind in short:
        at(office).facts(kind)
    monkeypatch.setattr(Store, "facts", noted)
    for name in (TARGETS.name, UNITS.name):
        touch(office, KINDS[name])
        reads.clear()
        for kind in short:
            at(office).facts(kind)
        assert reads == [name]


# -- whatever happens, what is kept is what would be read ---------------------------------------------------------
STEPS = st.lists(
    st.one_of(
        st.sampled_from([SCORES.name, TARGETS.name, UNITS.name, UNIT_REPORTS.name, TRANSLATIONS.name, BREAKS.name]),
        st.integers(1, 6),  # take back the entry so far back
        st.sampled_from(["made again", "another asks", "the file goes"]),
    ),
    min_size=1,
    max_size=3,
)
GUEST = Actor("khach", "Khách", "guest")
CLOCKS = (NOW, Clock(ClockKind.KNOWN, date(2026, 6, 1)), Clock(ClockKind.KNOWN, date(2100, 1, 1)))
AS_PUBLISHED = Clock(ClockKind.PUBLISHED, date(2024, 6, 1))


def told(office: Office) -> list[str]:
    """What several people are told in two languages by every clock, as text."""
    said: list[str] = []
    for clock in (*CLOCKS, AS_PUBLISHED):
        desk = Desk.at(office, LOCAL_OPERATOR, clock)
        said.append(desk.facts(SCORES, {"period_id": ["2021"]}).to_csv())
        said += [desk.facts(kind).to_csv() for kind in (TARGETS, UNITS, UNIT_REPORTS)]
        said.append(repr(desk.catalogue.periods("PAPI")) + repr(desk.count(SCORES)))
    desk = Desk.at(office, LOCAL_OPERATOR)
    said.append(desk.catalogue.breaks.to_csv())
    said.append(repr(remembered(_board, desk, ())))
    said.append(repr(_units_as_told(desk)))
    with speaking("en", desk.catalogue.names_in("en")):
        said.append(repr(_units_as_told(desk)))
    said.append(Desk.at(office, GUEST).facts(SCORES, {"period_id": ["2021"]}).to_csv())
    return said


@once
def _units_as_told(desk: Desk) -> list[str]:
    return [unit.name for unit in Reporting(desk).units.values()]


def step(office: Office, wish: str | int) -> None:
    store = office.store
    if isinstance(wish, int):
        try:
            storing.undo(office, LOCAL_OPERATOR, store.version - wish + 1, "thử")
        except ConflictError:
            return
    elif wish in KINDS:
        touch(office, KINDS[wish])
    elif wish == "made again":
        store.remake(Reason.DIFFERENT, store.parts.gateway.generation)
    elif wish == "the file goes":
        with_file = [e.seq for e in store.entries() if e.original_sha256 and e.seq not in store.removals()]
        store.remove_original(with_file[0], LOCAL_OPERATOR, "thử")


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_whatever_happened_nobody_is_told_the_past(office: Office, steps: list[str | int]) -> None:
    told(office)
    for wish in steps:
        step(office, wish)
        assert told(office) == told(fresh(office))


def test_a_text_that_is_taken_out_of_history_is_told_to_nobody(office: Office) -> None:
    keep(office, UNITS, [{"unit_id": "RIENG", "name": "Phòng 0123456789", "place": 990}])
    known = Clock(ClockKind.KNOWN, date(2100, 1, 1))
    desks = lambda: [Desk.at(office, LOCAL_OPERATOR, clock) for clock in (NOW, known)]  # noqa: E731
    assert all("0123456789" in desk.facts(UNITS).to_csv() for desk in desks())
    office.store.redact("0123456789", LOCAL_OPERATOR, "thử")
    assert not any("0123456789" in desk.facts(UNITS).to_csv() for desk in desks())
    assert not any("0123456789" in repr(Reporting(desk).units) for desk in desks())


# -- how it is kept -----------------------------------------------------------------------------------------------
class Page:
    """A book of one page that a test writes in."""

    def __init__(self) -> None:
        self.written = 0

    def stamp(self, page: str) -> int:
        return self.written

    def still(self, stamps: Any) -> bool:
        return all(self.written == stamp for stamp in stamps.values())


@pytest.fixture
def book() -> Page:
    return Page()


def reading(book: Page, answers: list[int]) -> Callable[[], int]:
    """Something that reads the page; each answer is another."""

    def read() -> int:
        notice(book, "")
        answers.append(len(answers))
        return answers[-1]

    return read


def test_what_is_made_of_answers_stands_on_what_they_stand_on(book: Page) -> None:
    kept, made = Answers(9), []
    inner = reading(book, made)

    def outer() -> tuple[str, int]:
        return "of", kept.answer("inner", inner)

    kept.answer("inner", inner)
    assert kept.answer("outer", outer) == kept.answer("outer", outer) == ("of", 0)
    book.written += 1
    assert kept.answer("outer", outer) == ("of", 1)


def test_what_is_not_there_is_looked_for_again_when_it_may_have_come(book: Page) -> None:
    kept = Answers(9)

    def missing() -> int:
        notice(book, "")
        if not book.written:
            raise UnknownNameError("not there")
        return 1

    def outer() -> str:
        try:
            return f"there: {kept.answer('inner', missing)}"
        except UnknownNameError:
            return "nothing"

    assert kept.answer("outer", outer) == "nothing"
    book.written += 1
    assert kept.answer("outer", outer) == "there: 1"


def test_what_changes_while_an_answer_is_made_makes_it_no_answer_for_later(book: Page) -> None:
    kept, made = Answers(9), []

    def slow() -> int:
        answer = reading(book, made)()
        book.written += 1
        return answer

    assert kept.answer("slow", slow) == 0
    assert kept.answer("slow", reading(book, made)) == 1
    assert kept.answer("slow", reading(book, made)) == 1


def test_an_answer_of_two_states_is_kept_for_nobody(book: Page) -> None:
    kept, made = Answers(9), []

    def torn() -> int:
        kept.answer("inner", reading(book, made))
        book.written += 1
        return kept.answer("inner", reading(book, made))

    assert kept.answer("torn", torn) == 1
    book.written -= 1
    assert kept.answer("torn", lambda: 5) == 5


def test_who_asks_while_an_answer_is_made_waits_for_it(book: Page) -> None:
    kept, made, begun, go_on = Answers(9), [], Event(), Event()

    def slow() -> int:
        begun.set()
        go_on.wait(10)
        return reading(book, made)()

    with ThreadPoolExecutor(3) as people:
        first = people.submit(kept.answer, "same", slow)
        begun.wait(10)
        others = [people.submit(kept.answer, "same", slow) for _ in range(2)]
        # Another question is not held up.
        assert kept.answer("other", lambda: "at once") == "at once"
        go_on.set()
        assert {first.result(10), *(one.result(10) for one in others)} == {0}
    assert made == [0]
    assert kept._turns == {}


def test_what_waited_for_an_answer_of_before_makes_it_anew(book: Page) -> None:
    kept, made, begun, go_on = Answers(9), [], Event(), Event()

    def slow() -> int:
        answer = reading(book, made)()
        begun.set()
        go_on.wait(10)
        return answer

    with ThreadPoolExecutor(2) as people:
        first = people.submit(kept.answer, "same", slow)
        begun.wait(10)
        book.written += 1
        second = people.submit(kept.answer, "same", slow)
        go_on.set()
        assert (first.result(10), second.result(10)) == (0, 1)


def test_the_longest_unasked_goes_and_what_is_too_long_is_not_kept() -> None:
    kept = Answers(10, len, 4)
    assert [kept.answer(name, lambda name=name: name * 3) for name in "abc"] == ["aaa", "bbb", "ccc"]
    kept.answer("a", lambda: "never")
    kept.answer("d", lambda: "dddd")
    assert set(kept) == {"aaa", "ccc", "dddd"} or set(kept) == {"aaa", "dddd"}
    assert kept.answer("e", lambda: "eeeee") == "eeeee"
    assert "eeeee" not in set(kept)


def test_what_looks_at_the_day_is_kept_no_longer_than_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    kept, zone = Answers(9), "Asia/Ho_Chi_Minh"

    def on(day: int) -> None:
        class Stopped(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> "Stopped":
                return cls(2026, 11, day, 12, tzinfo=tz)

        monkeypatch.setattr(keeping, "datetime", Stopped)

    on(30)
    assert kept.answer("day", lambda: present_day(zone)) == date(2026, 11, 30)
    on(29)
    assert kept.answer("day", lambda: present_day(zone)) == date(2026, 11, 29)


def test_nobody_meets_the_answer_of_other_rights(office: Office) -> None:
    which = {"index_code": ["PAPI"], "period_id": ["2021"]}
    touch(office, SCORES)
    assert "self" in set(at(office).facts(SCORES, which)["score_kind"])
    assert "self" not in set(Desk.at(office, GUEST).facts(SCORES, which)["score_kind"])
    admin = Actor("quan-tri", "Quản trị", "admin")
    assert Desk.at(office, admin).facts(SCORES, which).empty


def test_what_is_kept_can_read_nothing(office: Office) -> None:
    """What reads after it was made reads what its grounds do not know of."""
    for ask, _ in QUESTIONS.values():
        ask(at(office))
    kept = office.kept
    assert readers_in([*kept.views, *kept.answers, *kept.facts], set()) == []
    assert readers_in([lambda: office], set()) == ["function"]


def test_a_desk_of_before_makes_nothing_for_those_of_now(office: Office) -> None:
    """Its names are of before: what is made of them is kept for nobody who knows better."""
    old = at(office)
    keep(office, ENTITIES, [_renamed(office)])
    asked = lambda desk: remembered(_home, desk, ())  # noqa: E731
    before = asked(old)
    assert asked(at(office)) == "Tỉnh thử" != before


def _home(desk: Desk, _: object) -> str:
    return desk.catalogue.name_of(desk.catalogue.home)


def _renamed(office: Office) -> dict[str, Any]:
    row = office.store.facts(ENTITIES, {"entity_id": [office.settings.home_entity]}).to_dict("records")[0]
    return {**row, "display_name": "Tỉnh thử", "name": "Tỉnh thử"}

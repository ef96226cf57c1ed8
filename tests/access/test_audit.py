"""The audit log notices every line that is removed, changed or put elsewhere, and a cut end."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from cchc_metrics.access import LOCAL_OPERATOR, Role
from cchc_metrics.access.audit import Audit
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Action
from tests.access.people import GOOD, People, people_at

Lines = list[bytes]


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    made = people_at(tmp_path)
    made.person("lan", Role.UNIT, "TCD")
    made.sign_in("lan")
    with pytest.raises(CchcError):
        made.sign_in("lan", "sai")
    yield made
    made.ledger.close()


def test_it_tells_who_did_what_with_before_and_after_and_nothing_else_of_a_person(people: People) -> None:
    people.accounts.take(LOCAL_OPERATOR, 1)
    lines = people.audit.lines()
    assert [line.act for line in lines] == ["account", "password", "role", "password", "sign-in", "refused", "role"]
    assert lines[2].after is not None
    assert lines[2].after["unit"] == "TCD"
    assert lines[-1].before == {"role": "unit", "unit": "TCD", "from_day": "", "to_day": "", "deputises": ""}
    assert people.audit.verify() == []
    assert GOOD not in people.audit.path.read_text("utf-8")


def test_a_restored_log_goes_on_with_what_was_written_since_and_with_nothing_else(
    people: People, tmp_path: Path
) -> None:
    last_night = people_at(tmp_path / "last-night")
    last_night.ledger.close()
    with people.ledger.writing():  # as a backup holds them: log and ledger of one moment
        shutil.copy(people.ledger.path, last_night.ledger.path)
        shutil.copy(people.audit.path, last_night.audit.path)
    people.accounts.disable(LOCAL_OPERATOR, "lan")
    people.accounts.disable(LOCAL_OPERATOR, "lan", disabled=False)
    since = people.audit.path
    restored = people_at(tmp_path / "last-night")
    other = tmp_path / "other.jsonl"
    other.write_bytes(b"\n".join(reversed(since.read_bytes().splitlines())) + b"\n")
    assert restored.audit.take_over(other) == 0
    torn = tmp_path / "torn.jsonl"
    torn.write_bytes(since.read_bytes()[:-20])
    assert restored.audit.take_over(torn) == 1
    assert restored.audit.take_over(since) == 1
    assert restored.audit.take_over(since) == 0
    restored.audit.record(Kept.RESTORE, LOCAL_OPERATOR)
    assert restored.audit.path.read_bytes().startswith(since.read_bytes())
    assert restored.audit.verify() == []
    restored.ledger.close()


def changed(lines: Lines) -> Lines:
    line = json.loads(lines[4])
    line["about"] = "10.0.0.8"
    return [*lines[:4], json.dumps(line).encode(), *lines[5:]]


HARM: dict[str, Callable[[Lines], Lines]] = {
    "the first removed": lambda lines: lines[1:],
    "one removed": lambda lines: lines[:2] + lines[3:],
    "the last removed": lambda lines: lines[:-1],
    "all removed": lambda lines: [],
    "two swapped": lambda lines: [lines[1], lines[0], *lines[2:]],
    "one twice": lambda lines: [*lines[:2], lines[1], *lines[2:]],
    "one changed": changed,
    "one unreadable": lambda lines: [*lines[:3], b"\xff", *lines[4:]],
}


@pytest.mark.parametrize("how", HARM)
def test_harm_is_found(people: People, how: str) -> None:
    path = people.audit.path
    path.write_bytes(b"".join(line + b"\n" for line in HARM[how](path.read_bytes().splitlines())))
    assert people.audit.verify()


def test_harm_stays_found_after_further_lines(people: People) -> None:
    path = people.audit.path
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    people.audit.record(Kept.SIGN_OUT, LOCAL_OPERATOR)
    assert people.audit.verify()


def test_a_torn_last_line_goes_and_what_was_acknowledged_stays(people: People) -> None:
    before = people.audit.lines()
    with people.audit.path.open("ab") as file:
        file.write(b'{"n": 7, "act"')
    people.audit.record(Kept.SIGN_OUT, LOCAL_OPERATOR)
    assert people.audit.lines()[:-1] == before
    assert people.audit.verify() == []


class Killed(BaseException):
    """The end of a program."""


def test_of_a_program_that_dies_after_a_change_the_next_one_tells_it(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr(Audit, "_written", dies)
        with pytest.raises(Killed):
            people.accounts.disable(LOCAL_OPERATOR, "lan")
    assert people.accounts.find("lan").disabled
    before = len(people.audit.lines())
    again = Audit(people.audit.path, people.ledger)
    assert [(line.act, line.about) for line in again.lines()[before:]] == [("account", "lan")]
    assert again.verify() == []
    again.record(Kept.SIGN_OUT, LOCAL_OPERATOR)
    assert again.verify() == []


def test_a_change_that_fails_leaves_no_line_and_a_disk_that_is_full_loses_none(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = people.audit.lines()
    with pytest.raises(CchcError):
        people.accounts.add(LOCAL_OPERATOR, "lan", "Lan")
    assert people.audit.lines() == before

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as filled:
        filled.setattr(Audit, "_written", full)
        people.accounts.disable(LOCAL_OPERATOR, "lan")
        with pytest.raises(OSError, match="no space"):
            people.accounts.disable(LOCAL_OPERATOR, "lan", disabled=False)
    assert people.accounts.find("lan").disabled
    assert people.audit.verify() == []
    assert [line.about for line in people.audit.lines()[len(before) :]] == ["lan"]


def test_lines_past_the_retention_go_and_the_rest_stays_chained(people: People) -> None:
    with time_machine.travel(datetime.now(UTC) + timedelta(days=40)):
        people.audit.record(Kept.SIGN_OUT, LOCAL_OPERATOR)
        assert people.audit.forget_older(LOCAL_OPERATOR, 30) == 6
        assert [line.act for line in people.audit.lines()] == ["sign-out", "retention"]
        assert people.audit.verify() == []
        assert people.audit.forget_older(LOCAL_OPERATOR, 30) == 0


def test_every_act_has_its_words() -> None:
    assert {one.value for one in (*Kept, *Action)} <= set(texts().audit.acts)

"""A locked period is written by nobody, by no way; it is unlocked with a reason and a second person."""

from collections.abc import Callable

import pytest

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR, Role
from cchc_metrics.access.keeping import access_of
from cchc_metrics.errors import CchcError, NotAllowedError
from cchc_metrics.model import Actor
from cchc_metrics.schema import SCORES
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import locks, storing

PERIOD = "2024"
JUDGE, OTHER = (Actor(name, name, Role.APPROVER.value) for name in ("lan", "hoa"))


def writing(office: Office) -> list[Callable[[], object]]:
    rows = office.store.facts(SCORES, {"period_id": [PERIOD]}, provenance=True).head(1)
    typed = rows[[*SCORES.grain_names, *SCORES.value_names]]
    seq = int(rows["seq_from"].iloc[0])
    return [
        lambda: storing.edit(office, LOCAL_OPERATOR, SCORES, typed.assign(value=typed["value"] + 1), "thử"),
        lambda: storing.remove(office, LOCAL_OPERATOR, SCORES, rows, "thử"),
        lambda: storing.undo(office, LOCAL_OPERATOR, seq, "thử"),
    ]


def test_nothing_of_a_locked_period_is_written(stocked: Office) -> None:
    locks.lock(stocked, JUDGE, PERIOD)
    before = stocked.version
    for write in writing(stocked):
        with pytest.raises(CchcError, match="đã khoá"):
            write()
    assert stocked.version == before
    locks.ask_to_unlock(stocked, JUDGE, PERIOD, "đính chính theo văn bản")
    locks.unlock(stocked, OTHER, PERIOD)
    assert writing(stocked)[0]() is not None


def test_unlocking_asks_for_a_reason_and_another_person(stocked: Office) -> None:
    locks.lock(stocked, JUDGE, PERIOD)
    with pytest.raises(CchcError):
        locks.unlock(stocked, OTHER, PERIOD)
    with pytest.raises(CchcError, match="lý do"):
        locks.ask_to_unlock(stocked, JUDGE, PERIOD, " ")
    locks.ask_to_unlock(stocked, JUDGE, PERIOD, "đính chính")
    with pytest.raises(CchcError, match="người thứ hai"):
        locks.unlock(stocked, JUDGE, PERIOD)
    for role in (Role.SPECIALIST, Role.LEADER, Role.ADMIN, Role.GUEST):
        for act in (locks.lock, locks.unlock):
            with pytest.raises(NotAllowedError):
                act(stocked, Actor("x", "x", role.value), PERIOD)
    assert [one.reason for one in locks.locks(stocked, JUDGE)] == ["đính chính"]
    locks.unlock(stocked, OTHER, PERIOD)
    told = [(line.account, line.after) for line in access_of(stocked.settings).audit.lines()]
    assert told == [("lan", {"state": "locked"}), ("lan", {"state": "unlock asked"}), ("hoa", {"state": "open"})]


def test_a_single_operator_locks_and_unlocks_alone_with_a_reason(stocked: Office) -> None:
    locks.lock(stocked, LOCAL_OPERATOR, PERIOD)
    locks.ask_to_unlock(stocked, LOCAL_OPERATOR, PERIOD, "đính chính")
    locks.unlock(stocked, LOCAL_OPERATOR, PERIOD)
    assert locks.locks(stocked, LOCAL_OPERATOR) == ()


def test_the_command_line_works_with_the_rights_of_the_account_it_is_told(
    shipped_office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CCHC_DATA_DIR", f"{tmp_path}/data")
    for account, role in (("khach", Role.GUEST), ("duyet", Role.APPROVER)):
        assert cli.main(["accounts", "add", account, "--name", account, "--role", role]) == 0
    monkeypatch.setenv("CCHC_LOGIN", "accounts")
    assert cli.main(["status", "--on", "2026-03-20"]) == 2
    assert "CCHC_ACCOUNT" in capsys.readouterr().err
    monkeypatch.setenv("CCHC_ACCOUNT", "khach")
    assert cli.main(["ranking", "--index", "PAPI", "--period", "2024"]) == 0
    assert cli.main(["status", "--on", "2026-03-20"]) == 1
    assert cli.main(["periods", "lock", "2026-Q1"]) == 1
    monkeypatch.setenv("CCHC_ACCOUNT", "duyet")
    assert cli.main(["status", "--on", "2026-03-20"]) == 0
    assert cli.main(["periods", "lock", "2026-Q1"]) == 0
    assert "đang khoá" in capsys.readouterr().out

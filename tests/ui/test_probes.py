"""What a supervisor asks of the server, and what the server writes of itself."""

import asyncio
import io
import json
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.requests import Request

from cchc_metrics import __version__
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.model import Actor
from cchc_metrics.services.office import backups
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.storage import Drill, backup, backup_folder
from cchc_metrics.ui import probes
from cchc_metrics.ui.logs import write_json_lines
from cchc_metrics.views.health.backups import backup_warnings, to_mend
from tests.storage.builders import put, score, settings_in

REQUEST = Request({"type": "http", "headers": []})


def ready() -> tuple[int, dict[str, object]]:
    answer = probes.readyz(REQUEST)
    return answer.status_code, json.loads(bytes(answer.body))


def test_a_server_that_answers_is_healthy_and_tells_no_path() -> None:
    # On a thread of its own: browser tests keep an event loop running on this one.
    with ThreadPoolExecutor(1) as thread:
        answer = thread.submit(lambda: asyncio.run(probes.healthz(REQUEST))).result()
    assert answer.status_code == 200
    assert json.loads(bytes(answer.body)) == {"status": "ok", "version": __version__}


def test_an_office_that_nobody_opened_is_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probes, "OPENED", [])
    assert ready() == (200, {"status": "idle"})


def test_what_keeps_the_office_from_its_work_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    office = Office.open(settings_in(tmp_path / "data"))
    put(office.store, score("A", 1.0))
    monkeypatch.setattr(probes, "OPENED", [office])
    assert ready() == (200, {"status": "ready", "data": 1, "lacking": []})
    backup.make(office.store, office.settings.backups)
    backup_folder.note_drill(office.settings.backups, Drill("x.zip", "20261130T000000Z", 1, 0.1, ("hỏng",)))
    office.watch.found = ("thiếu tệp",)
    office.store._trouble = "đĩa đầy"
    status, answer = ready()
    assert (status, answer["lacking"]) == (503, ["write", "checks", "drill"])
    assert str(tmp_path) not in str(answer)
    office.close()


def test_a_scheduled_backup_is_made_once_a_day_proven_and_told_when_it_fails(tmp_path: Path) -> None:
    from datetime import UTC, datetime, timedelta

    office = Office.open(settings_in(tmp_path / "data"))
    clock = SimpleNamespace(now=datetime.now(UTC))
    schedule = backups.Schedule(office, lambda: clock.now)
    assert not schedule.look()
    put(office.store, score("A", 1.0))
    assert schedule.look()
    assert not schedule.look()
    stands = backups.state(office.settings)
    assert stands.newest is not None and stands.drill is not None
    assert (stands.newest.entries, stands.drill.problems) == (1, ())
    clock.now += timedelta(hours=25)
    (office.settings.data_dir / "archive" / "1.changes.parquet").write_bytes(b"harmed")
    assert schedule.look()
    drill = backups.state(office.settings).drill
    assert drill is not None and any("1.changes.parquet" in problem for problem in drill.problems)
    office.close()


def test_why_the_last_backup_was_not_made_is_told_until_one_is(tmp_path: Path) -> None:
    office = Office.open(settings_in(tmp_path / "data"))
    put(office.store, score("A", 1.0))
    folder = office.settings.backups
    folder.write_text("no folder", "utf-8")
    assert not backups.Schedule(office).look()
    keeper = Desk.at(office, LOCAL_OPERATOR)
    (told,) = to_mend(keeper)
    assert "KHÔNG thành công" in told and str(folder) in told and "Tình trạng hệ thống" in told
    assert told in backup_warnings(keeper)
    assert to_mend(Desk.at(office, Actor("lanh", "Lãnh đạo", "leader"))) == ()
    folder.unlink()
    assert backups.Schedule(office).look()
    assert to_mend(keeper) == () and backups.state(office.settings).failed == ""
    office.close()


def test_every_line_of_the_log_is_json_with_the_reference_that_the_screen_shows() -> None:
    stream, logger = io.StringIO(), logging.getLogger("cchc_metrics")
    before = logger.handlers, logger.propagate, logger.level
    try:
        write_json_lines(stream)
        try:
            raise ValueError("x\ny")
        except ValueError as error:
            logging.getLogger("cchc_metrics.ui").error("unexpected", exc_info=error, extra={"reference": "AB12"})
    finally:
        logger.handlers, logger.propagate = before[0], before[1]
        logger.setLevel(before[2])
    (line,) = stream.getvalue().splitlines()
    told = json.loads(line)
    assert (told["reference"], told["level"], told["message"]) == ("AB12", "ERROR", "unexpected")
    assert "ValueError" in told["error"]

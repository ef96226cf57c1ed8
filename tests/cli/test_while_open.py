"""The command line while the dashboard holds the office: answers from a snapshot, and stores nothing."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.keeping import access_of
from cchc_metrics.config import PROJECT
from cchc_metrics.model import ImportPlan
from cchc_metrics.schema import SCORES
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.snapshot import snapshot
from cchc_metrics.services.storing import storing
from tests.reporting_office import PERIOD, copy_of


@pytest.fixture
def held(shipped_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office that stays open, as the dashboard keeps it."""
    office = copy_of(shipped_office, tmp_path / "data")
    monkeypatch.setenv("CCHC_DATA_DIR", str(office.settings.data_dir))
    return office


def test_what_only_reads_answers_while_the_office_is_held(held: Office, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        assert cli.main(["report", "--period", PERIOD, "--on", "2026-09-21", "--json"]) == 0
        told = capsys.readouterr()
        assert json.loads(told.out)["missing_units"] == ["NOI-CHINH"]
        assert "bản chụp" in told.err
    finally:
        held.close()


def test_whoever_takes_a_file_by_a_command_stands_in_the_log_of_the_office_that_is_held(
    held: Office, tmp_path: Path
) -> None:
    taken, letters = tmp_path / "diem.csv", tmp_path / "cong-van"
    export = ["export", "--index", "PAPI", "--period", "2024", "--format", "csv", "--out", str(taken)]
    try:
        assert [cli.main(export), cli.main(export)] == [0, 0]
        assert cli.main(["letters", "--period", PERIOD, "--on", "2026-09-21", "--out", str(letters)]) == 0
        assert cli.main(["dump", "--out", str(tmp_path / "so-lieu")]) == 0
        first, again, printed, dumped = access_of(held.settings).audit.lines()
    finally:
        held.close()
    mark = {"bytes": taken.stat().st_size, "sha256": sha256(taken.read_bytes()).hexdigest()[:16]}
    assert (first.act, first.about, first.before, first.after) == (Kept.DOWNLOAD, "diem.csv", None, mark)
    assert (again.about, again.before, again.after) == ("diem.csv", mark, mark)
    assert (printed.about, dumped.act, dumped.about) == ("cong-van", Kept.DUMP, "so-lieu")
    told = str(dict(printed.after or {})["files"]).split(", ")
    assert set(told) == {path.name for path in letters.iterdir()} and len(told) == 4
    assert first.account == LOCAL_OPERATOR.id


def test_what_stores_is_refused_while_the_office_is_held(held: Office, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        assert cli.main(["undo", "1", "--note", "thử"]) == 1
        assert "đang được" in capsys.readouterr().out
    finally:
        held.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A score that differs from the stored one."""
    path = tmp_path / "dinh-chinh.csv"
    path.write_text("Bộ chỉ số,Kỳ,Mã đơn vị,Mã tiêu chí,Điểm\nPAPI,2023,P63-45,D8,4.5\n", "utf-8")
    return path


def test_a_file_is_tried_while_the_office_is_held_and_stored_only_when_it_is_free(
    held: Office, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        assert cli.main(["import", str(file), "--json"]) == 0
        told = capsys.readouterr()
        assert json.loads(told.out)["changes"]["changed"] == 1 and "bản chụp" in told.err
        assert cli.main(["import", str(file), "--commit", "--note", "thử"]) == 1
        assert "đang được" in capsys.readouterr().out
    finally:
        held.close()
    assert cli.main(["import", str(file), "--commit", "--note", "thử", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["upload_id"]


def test_who_checks_a_file_keeps_nobody_waiting_and_what_changed_meanwhile_is_held_against_it(
    held: Office, file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a plan is made another command opens the office and changes the same cell."""
    settings, plan = held.settings, intake.plan
    held.close()

    def beside(*asked: object, **named: object) -> ImportPlan:
        other = Office.open(settings)
        done = other.store.facts(SCORES, {"entity_id": ["P63-45"], "period_id": ["2023"], "node_code": ["D8"]})
        storing.edit(other, LOCAL_OPERATOR, SCORES, done.assign(value=3.3), "người khác sửa")
        other.close()
        monkeypatch.setattr(intake, "plan", plan)
        return made

    with snapshot(settings) as seen:
        made = plan(seen, LOCAL_OPERATOR, file.name, file.read_bytes())
    monkeypatch.setattr(intake, "plan", beside)
    assert cli.main(["import", str(file), "--commit", "--note", "thử"]) == 1
    assert "D8" in capsys.readouterr().out


def test_a_snapshot_takes_the_database_along_where_nobody_has_it_open(held: Office) -> None:
    settings, version = held.settings, held.version
    held.close()
    told: list[tuple[int, int]] = []
    with snapshot(settings, lambda done, of: told.append((done, of))) as seen:
        assert seen.version == version and not told
    with snapshot(settings) as seen:
        # The folder is free while somebody looks at it.
        Office.open(settings).close()
        assert seen.version == version


def test_a_command_that_overruns_its_last_limit_ends(tmp_path: Path) -> None:
    program = "from cchc_metrics.cli.terminal import ended_after\nwith ended_after(0.3):\n    sum(range(10**12))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, check=False, cwd=PROJECT)
    assert done.returncode == 1 and b"Timeout" in done.stderr


def test_a_snapshot_leaves_out_what_is_not_in_the_journal_yet(held: Office) -> None:
    """A change set whose line has not come, a line that is half written: neither is there."""
    archive, journal = held.settings.archive, held.settings.journal
    version = held.version
    (archive / f"{version + 1}.changes.parquet").write_bytes(b"half")
    with journal.open("ab") as file:
        file.write(b'{"seq":')
    try:
        with snapshot(held.settings) as seen:
            assert seen.version == version
    finally:
        held.close()

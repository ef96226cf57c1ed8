"""The command line while the dashboard holds the office: answers from a snapshot, and stores nothing."""

import json
from pathlib import Path

import pytest

from cchc_metrics import cli
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.snapshot import snapshot
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


def test_what_stores_is_refused_while_the_office_is_held(held: Office, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        assert cli.main(["undo", "1", "--note", "thử"]) == 1
        assert "đang được" in capsys.readouterr().out
    finally:
        held.close()


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

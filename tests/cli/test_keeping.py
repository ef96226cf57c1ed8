"""Backup, restore, dump and redaction as an administrator types them."""

import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from cchc_metrics import cli
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.keeping import access_of
from cchc_metrics.cli.terminal import open_office
from cchc_metrics.config import load_settings
from cchc_metrics.schema import SCORES
from cchc_metrics.services.office.office import Office
from tests.storage.builders import ACTOR, plan_of, score

CITIZEN = "045099001234"


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small office of one import with a citizen's number in it; nothing shipped is loaded."""
    folder = tmp_path / "data"
    monkeypatch.setenv("CCHC_DATA_DIR", str(folder))
    monkeypatch.setenv("CCHC_KEY_FILE", str(tmp_path / "journal.key"))
    monkeypatch.setattr("cchc_metrics.services.intake.reference.prepare", lambda *_: None)
    office = Office.open(load_settings())
    rows = [score("P63-45", 42.5, note=f"=CCCD {CITIZEN}"), score("P63-44", 41.0)]
    office.store.commit(plan_of(office.store, rows), ACTOR, "")
    office.close()
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = cli.main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def values() -> dict[str, float]:
    with open_office() as office:
        held = office.store.facts(SCORES)
        return dict(zip(held["entity_id"], held["value"], strict=True))


def test_a_backup_is_made_proven_and_restored(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, made = run(capsys, "backup")
    assert (code, made["status"], made["drill"]["problems"]) == (0, "made", [])
    assert Path(made["path"]).parent == data_dir.with_name("data-backups")
    with open_office() as office:
        office.store.commit(plan_of(office.store, [score("P63-45", 43.0, "change")]), ACTOR, "")
    assert values()["P63-45"] == 43.0
    code, done = run(capsys, "restore")
    assert (code, done["entries"], done["lost"]) == (0, 1, 1)
    assert values()["P63-45"] == 42.5
    assert Path(done["before"]).is_dir()
    # The log goes on over what was done since the backup, and tells of the restore.
    assert run(capsys, "audit")[0] == 0
    before = json.loads(Path(done["before"], "audit.jsonl").read_text("utf-8").splitlines()[0])
    assert (before["act"], before["about"], before["after"]["entries"]) == ("backup", Path(made["path"]).name, 1)
    lines = [json.loads(one) for one in (data_dir / "audit.jsonl").read_text("utf-8").splitlines()]
    told = [(one["act"], one["about"], one["account"]) for one in lines]
    name = Path(made["path"]).name
    assert told == [("backup", name, "local"), ("drill", name, "local"), ("restore", name, "local")]
    assert lines[-1]["after"] == {"entries": 1, "lost": 1, "redacted": 0}


@pytest.mark.usefixtures("data_dir")
def test_a_file_that_is_no_backup_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.zip").write_bytes(b"rubbish")
    code, answer = run(capsys, "restore", str(tmp_path / "x.zip"))
    assert code == 1
    assert "không phải bản sao lưu" in answer["message"]
    assert cli.main(["restore", str(tmp_path / "absent.zip")]) == 2
    assert values() == {"P63-45": 42.5, "P63-44": 41.0}


def test_a_text_is_looked_for_first_and_taken_out_when_confirmed(
    data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{CITIZEN}\n"))
    code, found = run(capsys, "redact")
    assert (code, found["entries"], found["cells"]) == (0, [1], [{"kind": "scores", "column": "note", "cells": 1}])
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{CITIZEN}\n"))
    code, refused = run(capsys, "redact", "--confirm")
    assert (code, "lý do" in refused["message"]) == (1, True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{CITIZEN}\n"))
    code, done = run(capsys, "redact", "--confirm", "--reason", "người dân yêu cầu")
    assert (code, done["cells"], done["entries"]) == (0, 1, 1)
    assert CITIZEN.encode() not in (data_dir / "journal.jsonl").read_bytes()
    code, verified = run(capsys, "verify")
    assert (code, verified["ok"]) == (0, True)


@pytest.mark.usefixtures("data_dir")
def test_all_facts_leave_as_parquet_and_as_safe_csv_with_a_dictionary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, done = run(capsys, "dump", "--out", str(tmp_path / "out"))
    assert (code, done["kinds"], done["facts"]) == (0, 1, 2)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["scores.csv", "scores.parquet", "tu-dien.csv"]
    whole = pd.read_parquet(tmp_path / "out" / "scores.parquet")
    read = pd.read_csv(tmp_path / "out" / "scores.csv")
    assert whole["value"].tolist() == read["value"].tolist() == [41.0, 42.5]
    assert read["note"].tolist()[1] == f"'=CCCD {CITIZEN}"
    dictionary = pd.read_csv(tmp_path / "out" / "tu-dien.csv")
    told = set(dictionary.loc[dictionary["kind"] == "scores", "column"])
    assert set(whole.columns) <= told
    with open_office() as office:
        (line,) = access_of(office.settings).audit.lines()
    assert (line.act, line.after) == (Kept.DUMP, {"kinds": 1, "facts": 2})

"""The command line as a program uses it: JSON shapes and exit codes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cchc_metrics import cli
from cchc_metrics.config import PROJECT, ReaderLimits, load_settings
from cchc_metrics.schema import KINDS
from cchc_metrics.services.intake import intake, reference
from cchc_metrics.services.office.office import Office
from tests.conftest import settings_at
from tests.services.intake.test_intake_path import score, workbook


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the shipped facts."""
    folder = tmp_path_factory.mktemp("cli") / "data"
    office = Office.open(settings_at(folder))
    reference.prepare(office)
    office.close()
    return folder


@pytest.fixture
def data_dir(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of it for one test, which the command line is told to use."""
    folder = tmp_path / "data"
    shutil.copytree(prepared, folder)
    monkeypatch.setenv("CCHC_DATA_DIR", str(folder))
    yield folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    """Exit code and JSON answer of one command."""
    code = cli.main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("data_dir")
def test_a_rank_before_a_break_is_not_told_as_the_rank_before(capsys: pytest.CaptureFixture[str]) -> None:
    _, broken = run(capsys, "ranking", "--index", "PAPI", "--period", "2020", "--node", "D8")
    assert {row["previous_rank"] for row in broken} == {None}
    assert "Trục 8 đổi cách đo" in broken[0]["break_reason"]
    _, whole = run(capsys, "ranking", "--index", "PAPI", "--period", "2024")
    assert whole[1]["previous_rank"] == 60
    assert whole[1]["break_reason"] is None


@pytest.mark.usefixtures("data_dir")
def test_whoever_reads_only_the_beginning_ends_the_command_quietly() -> None:
    command = [sys.executable, "-m", "cchc_metrics", "ranking", "--index", "PAPI", "--period", "2024", "--json"]
    read, write = os.pipe()
    os.close(read)  # nobody reads at all
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, cwd=PROJECT, check=False)
    os.close(write)
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0


def test_import_is_a_dry_run_until_commit(data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dinh-chinh.xlsx"
    file.write_bytes(workbook([score("9,5")]))
    code, answer = run(capsys, "import", str(file))
    assert code == 0
    assert answer == {
        "status": "accepted_with_warnings",
        "upload_id": None,
        "rows": {"read": 1, "accepted": 1, "rejected": 0, "ignored": 0},
        "changes": {"added": 0, "changed": 1, "unchanged": 0, "missing": answer["changes"]["missing"]},
        "findings": answer["findings"],
        "mapping": answer["mapping"],
        "questions": [],
    }
    columns = answer["mapping"]["tables"][0]["columns"]
    assert (columns["Kỳ"], columns["Điểm"], answer["mapping"]["kind"]) == ("B", "H", "scores")
    # A part that no longer makes up its total, and a jump: to be read, and to be stored only with a reason.
    warned = {finding["code"] for finding in answer["findings"] if finding["severity"] == "warning"}
    assert warned == {"sum_differs", "jump"}
    code, answer = run(capsys, "import", str(file), "--commit")
    assert (code, answer["status"]) == (1, "error")
    assert "--note" in answer["message"]
    code, answer = run(capsys, "import", str(file), "--commit", "--note", "đính chính")
    assert code == 0
    seq = answer["upload_id"]
    assert isinstance(seq, int)
    _, ranked = run(capsys, "ranking", "--index", "PAPI", "--period", "2024", "--node", "D1", "--base", "63")
    assert ranked[0] == {
        "entity_id": "P63-45",
        "name": "Quảng Trị (cũ)",
        "value": 9.5,
        "rank": 1,
        "n_ranked": 61,
        "previous_rank": ranked[0]["previous_rank"],
        "break_reason": None,
        "within_noise": False,
        "known": "published",
    }
    code, answer = run(capsys, "undo", str(seq))
    assert (code, answer["undoes"]) == (0, seq)
    code, answer = run(capsys, "verify")
    assert (code, answer["ok"]) == (0, True)
    code, answer = run(capsys, "rebuild")
    assert (code, answer["equal"]) == (0, True)


def test_a_cut_journal_is_refused_by_every_command_and_repaired_entry_by_entry(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = data_dir / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(b"".join(whole.splitlines(keepends=True)[:-2]))
    code, answer = run(capsys, "verify")
    assert (code, answer["status"]) == (1, "error")
    assert "repair" in answer["message"]
    code, answer = run(capsys, "repair")
    assert (code, len(answer["restored"])) == (0, 2)
    assert journal.read_bytes() == whole
    assert cli.main(["repair"]) == 0
    assert "không phải ghi lại gì" in capsys.readouterr().out
    (data_dir / "cchc.duckdb").write_bytes(b"rubbish" * 5000)
    code, answer = run(capsys, "rebuild")
    assert (code, answer["before"], answer["equal"]) == (0, None, True)
    assert run(capsys, "verify")[0] == 0


def test_a_rejected_file_exits_1_and_lists_findings(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "sai.xlsx"
    file.write_bytes(workbook([score("11,5")]))
    code, answer = run(capsys, "import", str(file), "--commit")
    assert code == 1
    assert answer["status"] == "rejected"
    assert answer["upload_id"] is None
    finding = answer["findings"][0]
    assert (finding["severity"], finding["sheet"], finding["cell"]) == ("error", "Nhập liệu", "H2")
    assert finding["message"]


def test_a_file_that_is_no_spreadsheet_is_refused_in_one_sentence(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "trang.xlsx"
    file.write_bytes(b"<!DOCTYPE html><html><body>x</body></html>")
    code, answer = run(capsys, "import", str(file))
    assert code == 1
    assert answer["status"] == "rejected"
    assert "HTML" in answer["findings"][0]["message"]


MAPPING = {
    "kind": "scores",
    "tables": [
        {
            "sheet": "2026",
            "header": [1, 1],
            "columns": {"Tên đơn vị": "A"},
            "across": [{"column": "B", "takes": "Điểm", "says": {"Mã tiêu chí": "D1"}}],
            "constants": {"Bộ chỉ số": "PAPI", "Kỳ": "@sheet"},
        }
    ],
}


def test_a_file_is_imported_by_a_mapping_and_the_mapping_used_is_saved(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, mapping, saved = tmp_path / "bang.xlsx", tmp_path / "anh-xa.json", tmp_path / "da-dung.json"
    file.write_bytes(workbook([["Hà Nội", 5.5], ["Nơi lạ", 6]], ["Địa bàn", "Trục 1"], title="2026"))
    mapping.write_text(json.dumps(MAPPING, ensure_ascii=False), "utf-8")
    code, answer = run(capsys, "import", str(file), "--mapping", str(mapping), "--save-mapping", str(saved))
    assert (code, answer["status"]) == (1, "rejected")
    assert answer["rows"] == {"read": 2, "accepted": 1, "rejected": 1, "ignored": 0}
    assert [(asked["about"], asked["written"], asked["cell"]) for asked in answer["questions"]] == [
        ("entity", "Nơi lạ", "A3")
    ]
    used = json.loads(saved.read_text("utf-8"))
    assert (
        used
        == answer["mapping"]
        == MAPPING
        | {
            "tables": [MAPPING["tables"][0] | {"last_row": None}],  # type: ignore[dict-item,operator]
            "skipped": [],
            "decimal": "",
            "font": "",
            "answers": [],
        }
    )
    used["answers"] = [{"subject": "entity", "scope": "34", "written": "Nơi lạ", "target": "P34-46"}]
    saved.write_text(json.dumps(used, ensure_ascii=False), "utf-8")
    code, answer = run(
        capsys, "import", str(file), "--mapping", str(saved), "--commit", "--remember", "--note", "theo ánh xạ"
    )
    assert (code, answer["changes"]["added"], answer["questions"]) == (0, 2, [])
    file.write_bytes(workbook([["Nơi lạ", 6.1]], ["Địa bàn", "Trục 1"], title="2027"))
    code, answer = run(capsys, "import", str(file))
    assert (code, answer["changes"]["added"]) == (0, 1)
    assert answer["mapping"]["tables"][0]["sheet"] == "2027"


@pytest.mark.parametrize("content", [None, "{", '{"kind": "scores", "tables": [{"sheet": "a"}]}'])
def test_a_broken_mapping_is_wrong_usage_and_says_where(
    content: str | None, data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, mapping = tmp_path / "bang.xlsx", tmp_path / "anh-xa.json"
    file.write_bytes(workbook([score("9,5")]))
    if content is not None:
        mapping.write_text(content, "utf-8")
    assert cli.main(["import", str(file), "--mapping", str(mapping), "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "cách đọc" in told.err


@pytest.mark.parametrize("arguments", [["import"], ["ranking", "--index", "PAPI"], ["dance"], []])
def test_wrong_usage_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "none.xlsx"], "none.xlsx"),
        (["import", "README.md", "--mapping", "none.json"], "none.json"),
        (["templates", "--units"], "--period"),
    ],
)
def test_wrong_arguments_exit_2_before_the_store_is_opened(
    arguments: list[str],
    said: str,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(PROJECT)
    office = Office.open(settings_at(data_dir))  # somebody runs the dashboard on this folder
    try:
        assert cli.main(arguments) == 2
    finally:
        office.close()
    assert said in capsys.readouterr().err


def test_trend_and_shortfall_answer_with_sources(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, trend = run(capsys, "trend", "--index", "PAPI", "--entity", "Quảng Trị (cũ)")
    assert [v["period"] for v in trend["values"]] == [str(year) for year in range(2011, 2025)]
    doubted = {b["period_after"]: b["reason"].startswith("có thể do đổi cách đo: ") for b in trend["breaks"]}
    # Two breaks of the whole are the publisher's word; the other three are suspected, and say so.
    assert doubted == {"2016": True, "2018": False, "2019": True, "2020": False, "2021": True}
    assert [int(b["period_after"]) - int(b["period_before"]) for b in trend["breaks"]] == [1] * 5
    assert trend["sources"]
    _, gaps = run(capsys, "shortfall", "--index", "PAPI", "--period", "2024", "--entity", "Quảng Trị (cũ)")
    # Totals are published with six decimals, and so are the parts: eight roundings.
    assert sum(part["lost_points"] for part in gaps["parts"]) == pytest.approx(
        80 - trend["values"][-1]["value"], abs=8e-6
    )
    assert gaps["total"]["lost_points"] == pytest.approx(sum(part["lost_points"] for part in gaps["parts"]), abs=1e-9)


def test_templates_and_export_write_files(data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, answer = run(capsys, "templates", "--out", str(tmp_path / "mau"))
    assert [Path(file).name for file in answer["files"]] == [f"mau-{name}.xlsx" for name in KINDS]
    _, answer = run(capsys, "export", "--index", "PAPI", "--period", "2024", "--out", str(tmp_path / "bang.xlsx"))
    assert answer["rows"] > 2000
    assert (tmp_path / "bang.xlsx").stat().st_size > 10_000


def test_a_second_process_answers_from_a_snapshot_and_says_so(data_dir: Path) -> None:
    office = Office.open(settings_at(data_dir))
    try:
        command = [sys.executable, "-m", "cchc_metrics", "ranking", "--index", "PAPI", "--period", "2024", "--json"]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    finally:
        office.close()
    assert done.returncode == 0
    assert len(json.loads(done.stdout)) > 60
    assert "đang được chương trình khác mở: trả lời theo bản chụp" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_process_that_would_store_is_told_that_the_store_is_in_use(data_dir: Path) -> None:
    office = Office.open(settings_at(data_dir))
    try:
        command = [sys.executable, "-m", "cchc_metrics", "undo", "1", "--json"]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    finally:
        office.close()
    assert done.returncode == 1
    assert json.loads(done.stdout)["status"] == "error"
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("data_dir")
def test_the_folder_is_free_while_a_file_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Tỉnh,D1,D5\nHuế,5,6\nHà Nội,5,6\n", "utf-8")
    read, others = intake.opened, []

    def looking(name: str, data: bytes, limits: ReaderLimits) -> intake.Opened:
        with closing(Office.open(load_settings())) as other:
            others.append(other.store.version)
        return read(name, data, limits)

    monkeypatch.setattr(intake, "opened", looking)
    run(capsys, "import", str(file))
    assert len(others) == 1

"""``plan`` and ``trajectory`` on the command line: JSON shapes and exit codes."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from cchc_metrics import cli
from cchc_metrics.services.office.office import Office

OURS = ("--index", "PAPI", "--entity", "Quảng Trị (cũ)")


@pytest.fixture(autouse=True)
def data_dir(shipped_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the shipped facts, which the command line is told to use."""
    shutil.copytree(shipped_office.settings.data_dir, tmp_path / "data")
    monkeypatch.setenv("CCHC_DATA_DIR", str(tmp_path / "data"))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = cli.main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_plan_answers_with_moves_that_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = run(capsys, "plan", *OURS, "--period", "2024", "--to-rank", "5", "--step", "0.1", "--fixed", "D1")
    assert code == 0
    assert answer["value_needed"] == 45.732287
    assert answer["reached_rank"] <= 5
    assert answer["total_gain"] == 1.0
    assert sum(move["gain"] for move in answer["moves"]) == pytest.approx(answer["total_gain"])
    assert "D1" not in {move["node"] for move in answer["moves"]}
    assert answer["withheld"] == ["Tiền Giang", "Vĩnh Phúc"]


def test_plan_takes_a_group_or_a_value(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = run(capsys, "plan", *OURS, "--period", "2022", "--to-group", "cao-nhat")
    assert (code, answer["reached_group"]) == (0, "1")
    code, answer = run(capsys, "plan", *OURS, "--period", "2024", "--to-value", "46")
    assert (code, answer["reached_value"]) == (0, 46.0)


def test_a_goal_out_of_reach_is_refused_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    fixed = [f"D{number}" for number in range(2, 9)]
    goal = ("--to-rank", "1", "--cap", "best", "--fixed", *fixed)
    code, answer = run(capsys, "plan", *OURS, "--period", "2024", *goal)
    assert code == 1
    assert answer["feasible"] is False
    assert "giữ nguyên 7 nội dung" in answer["reason"]


def test_a_part_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = run(capsys, "plan", *OURS, "--period", "2024", "--to-rank", "5", "--fixed", "D99")
    assert (code, answer["status"]) == (1, "error")
    assert "D99" in answer["message"]


def test_trajectory_answers_with_status_pace_and_projection(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = run(capsys, "trajectory", *OURS, "--node", "TOTAL", "--target", "46", "--by", "2025")
    assert (code, answer["status"]) == (0, "remote")
    assert answer["required_pace"] == pytest.approx(1.252732)
    assert [one["value"] for one in answer["projection"]] == pytest.approx([43.69, 43.64, 43.6], abs=0.2)
    assert answer["target"] == {"value": 46.0, "by": 2025, "tried": True}


def test_a_goal_without_its_year_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = run(capsys, "trajectory", *OURS, "--target", "46")
    assert (code, answer["status"]) == (1, "error")


def test_trajectory_without_a_target_says_it_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = run(capsys, "trajectory", *OURS)
    assert (code, answer["status"], answer["target"]) == (0, "unknown", None)

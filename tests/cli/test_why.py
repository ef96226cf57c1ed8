"""The command ``why`` as a program uses it."""

import json
from pathlib import Path

import pytest

from cchc_metrics import cli
from cchc_metrics.services.office.office import Office


@pytest.fixture
def data_dir(stocked: Office, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the shipped facts that no other process holds."""
    stocked.close()
    monkeypatch.setenv("CCHC_DATA_DIR", str(stocked.settings.data_dir))
    return stocked.settings.data_dir


def test_why_answers_with_parts_and_effects(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["why", "--index", "PAPI", "--entity", "Quảng Trị (cũ)", "--from", "2023", "--to", "2024", "--json"]
    assert cli.main(asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"delta", "parts", "rank_delta", "own_effect", "others_effect", "overtook", "overtaken_by"} <= set(told)
    assert told["own_effect"] + told["others_effect"] == told["rank_delta"] == -12
    assert round(sum(part["delta"] for part in told["parts"]), 9) == told["delta"]


def test_across_a_break_there_is_no_delta_and_a_reason(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["why", "--index", "PAPI", "--entity", "P63-45", "--from", "2019", "--to", "2020", "--json"]
    assert cli.main(asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["delta"] is None and told["rank_delta"] is None
    assert "không so sánh được" in told["reason"]
    assert {part["node"]: part["delta"] for part in told["parts"]}["D8"] is None


@pytest.mark.parametrize("years", [("2024", "2023"), ("2024", "2024"), ("1999", "2024")])
def test_years_that_cannot_be_asked_are_refused(
    data_dir: Path, capsys: pytest.CaptureFixture[str], years: tuple[str, str]
) -> None:
    asked = ["why", "--index", "PAPI", "--entity", "P63-45", "--from", years[0], "--to", years[1], "--json"]
    assert cli.main(asked) == 1
    assert json.loads(capsys.readouterr().out)["status"] == "error"

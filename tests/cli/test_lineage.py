"""The base of 34 on the command line."""

import json

import pytest

from cchc_metrics import cli
from tests.cli.test_cli import data_dir, prepared  # noqa: F401  (fixtures)

TOP = ["P34-22", "P34-42", "P34-19", "P34-46", "P34-24"]


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict] | dict:
    assert cli.main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("data_dir")
def test_a_ranking_on_34_marks_estimates_and_leaves_out_who_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    series = ("ranking", "--index", "PAPI", "--period", "2024")
    weighted = answer(capsys, *series, "--base", "34", "--method", "weighted")
    assert [row["entity_id"] for row in weighted[:5]] == TOP
    assert len(weighted) == 32
    assert {row["weight_set"] for row in weighted} == {"Bằng nhau"}
    assert sum(not row["estimate"] for row in weighted) == 11
    banded = answer(capsys, *series, "--base", "34", "--method", "band")
    assert all(row["low"] <= row["value"] <= row["high"] for row in banded)
    assert all(row["rank_best"] <= row["rank"] <= row["rank_worst"] for row in banded)
    old = answer(capsys, *series, "--base", "34", "--method", "old")
    assert next(row for row in old if row["entity_id"] == "P34-44")["value"] == 44.747268
    assert "estimate" not in answer(capsys, *series)[0]


@pytest.mark.usefixtures("data_dir")
def test_lineage_lists_who_became_whom_and_the_weights(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "lineage")
    home = next(link for link in found["links"] if link["entity_id"] == "P34-44")
    assert [part["entity_id"] for part in home["predecessors"]] == ["P63-45", "P63-44"]
    sets = ["Bằng nhau", "Dân số trung bình 2020", "Số xã, phường, đặc khu (2025)"]
    assert [held["weight_set"] for held in found["weight_sets"]] == sets


@pytest.mark.usefixtures("data_dir")
def test_an_unknown_weight_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lineage", "--weight-set", "Dân số 1999", "--json"]) == 1
    assert "Dân số 1999" in json.loads(capsys.readouterr().out)["message"]

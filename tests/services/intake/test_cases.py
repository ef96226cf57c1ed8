"""The smallest files that showed a fault of the intake (tests/cases/intake): each is read, asked about or told as its
``expected.json`` says is right."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.importing import mapping_from_json, questions
from cchc_metrics.model import FileMapping, ImportPlan, Severity
from cchc_metrics.schema import SCORES
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.storage.changes import change_table
from cchc_metrics.views.records import ranking

CASES = Path(__file__).parents[2] / "cases" / "intake"


def folder(number: str) -> Path:
    (found,) = CASES.glob(f"{number}_*")
    return found


def expected(number: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder(number) / "expected.json").read_text(encoding="utf-8"))
    return found


def planned(office: Office, number: str, name: str = "", mapping: FileMapping | None = None) -> ImportPlan:
    """The plan of the case's file, after what sets the scene was stored."""
    case = expected(number)
    for before in case.get("setup", []):
        stored(office, intake.plan(office, LOCAL_OPERATOR, before, (folder(number) / before).read_bytes()))
    return again(office, number, name, mapping)


def again(office: Office, number: str, name: str = "", mapping: FileMapping | None = None) -> ImportPlan:
    file = name or expected(number)["file"]
    return intake.plan(office, LOCAL_OPERATOR, file, (folder(number) / file).read_bytes(), mapping=mapping)


def stored(office: Office, plan: ImportPlan) -> storing.Receipt:
    return storing.commit(office, LOCAL_OPERATOR, plan, "theo nguồn")


def answered(plan: ImportPlan, about: str, value: str) -> FileMapping:
    """How the file is to be read once its one question of a sort is answered."""
    (asked,) = [one for one in plan.questions if one.about == about]
    assert value in asked.choices
    assert plan.mapping is not None
    return replace(questions.answered(plan.mapping, asked, value), tables=())


def values(office: Office, plan: ImportPlan, node: str = "TOTAL") -> dict[str, float | None]:
    """Name of the entity -> the value that the plan would store."""
    names = dict(zip(*(office.store.snapshot().entities[one] for one in ("entity_id", "name")), strict=True))
    rows = plan.changes[plan.changes["node_code"] == node]
    return {names[one]: value for one, value in zip(rows["entity_id"], rows["value"], strict=True)}


def codes(plan: ImportPlan, *severities: Severity) -> list[str]:
    return [one.code for one in plan.findings if not severities or one.severity in severities]


@contextmanager
def within(seconds: int) -> Iterator[None]:
    def too_long(*_: object) -> None:
        raise AssertionError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("name", expected("K01")["files"])
def test_a_word_with_inner_full_stops_beside_a_year_ends(stocked: Office, name: str) -> None:
    with within(expected("K01")["max_cpu_seconds"]):
        plan = again(stocked, "K01", name)
    if name.startswith("b_"):
        assert plan.rows.accepted == expected("K01")["b"]["accepted"]
        assert expected("K01")["b"]["values"].items() <= values(stocked, plan).items()


def test_one_broken_row_does_not_end_the_table(stocked: Office) -> None:
    plan = planned(stocked, "K02")
    right = expected("K02")
    assert storing.status_of(plan) == right["status"]
    counts = plan.rows
    found = {"read": counts.read, "accepted": counts.accepted, "rejected": counts.rejected, "ignored": counts.ignored}
    assert found == right["rows"]
    assert {(one.code, one.cell) for one in plan.findings} >= {("entity_unknown", "A3"), ("not_a_number", "B3")}


def test_two_columns_of_one_criterion_are_asked_about_and_one_is_read(stocked: Office) -> None:
    plan = planned(stocked, "K03")
    assert storing.status_of(plan) == expected("K03")["status"]
    (told,) = [one for one in plan.findings if one.code == "columns_same"]
    assert "B, C" in told.message and told.cells == ("B1", "C1")
    for left_out, value in (("C:C", 12), ("B:B", 13)):
        read = again(stocked, "K03", mapping=answered(plan, "left-out", left_out))
        assert not read.rejected
        assert values(stocked, read, "1")["Hà Nội"] == value
        assert "left_out" in codes(read)


def test_na_of_statistics_software_is_asked_once_and_remembered_for_its_index(stocked: Office) -> None:
    plan = planned(stocked, "K04")
    assert plan.rejected
    (asked,) = plan.questions
    assert (asked.about, asked.written, asked.scope, asked.count) == ("mark", "NA", "DDX", 3)
    read = again(stocked, "K04", mapping=answered(plan, "mark", "missing"))
    states = read.changes[read.changes["entity_id"] == "P63-45"]["state"]
    assert storing.status_of(read) == "accepted" and set(states) == {"missing"}
    storing.commit(stocked, LOCAL_OPERATOR, read, "", remember=True)
    assert not again(stocked, "K04").questions


def test_where_a_sheet_says_it_ends_is_a_hint(stocked: Office) -> None:
    plan = planned(stocked, "K06")
    assert storing.status_of(plan) == expected("K06")["status"]
    assert expected("K06")["values"].items() <= values(stocked, plan).items()


def test_a_group_with_figures_under_a_roman_number_is_told_by_its_name_and_not_read(stocked: Office) -> None:
    plan = planned(stocked, "K08")
    right = expected("K08")
    assert storing.status_of(plan) == right["status"]
    assert plan.rows.accepted == right["rows"]["accepted"]
    assert values(stocked, plan) == right["values"]
    told = [one.message for one in plan.findings if one.code == "row_group"]
    assert len(told) == 2 and "THÀNH PHỐ" in told[0] and "MIỀN NÚI PHÍA BẮC" in told[1]
    assert "row_aggregate" in codes(plan)


def test_a_province_without_a_base_does_not_decide_the_base_of_all(stocked: Office) -> None:
    case = expected("K09")
    for before in case["setup"]:
        prepared = intake.plan(stocked, LOCAL_OPERATOR, before, (folder("K09") / before).read_bytes())
        if before.startswith("2_"):
            assert codes(prepared, Severity.WARNING) == ["province_without_base"]
        stored(stocked, prepared)
    stored(stocked, again(stocked, "K09"))
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert len(ranking.ranking(desk, "DDX", "2005", "TOTAL")) == 63
    # By the dates where no base has most of its provinces.
    assert desk.catalogue.era_of("2004", "DDX") == "63" and desk.catalogue.era_of("2027", "DDX") == "34"


def test_a_negative_scale_draws_no_warning(stocked: Office) -> None:
    assert storing.status_of(planned(stocked, "K10")) == expected("K10")["status"]


def test_a_year_above_one_column_is_no_period_of_the_table(stocked: Office) -> None:
    plan = planned(stocked, "K12")
    assert set(plan.changes["period_id"]) == {expected("K12")["period"]}
    (told,) = [one for one in plan.findings if one.code == "year_above_column"]
    assert (told.severity, told.cell, told.value) == (Severity.WARNING, "D1", "2005")


def test_a_preliminary_year_is_that_year_with_a_note(stocked: Office) -> None:
    plan = planned(stocked, "K15")
    rows = plan.changes[plan.changes["period_id"] == "2024"].set_index("entity_id")
    assert rows.loc["P63-01", "value"] == expected("K15")["values"]["2024"]["Hà Nội"]
    assert set(rows["note"]) == {"Số sơ bộ"}
    assert plan.changes[plan.changes["period_id"] == "2023"]["note"].isna().all()


@pytest.mark.parametrize("header", [None, [1, 1], [1, 0]])
def test_a_table_without_a_header_row_loses_no_row(stocked: Office, header: list[int] | None) -> None:
    said = json.loads((folder("K16") / "mapping.json").read_text(encoding="utf-8"))
    for table in said["tables"]:
        table["header"] = header
    plan = planned(stocked, "K16", mapping=mapping_from_json(json.dumps(said)))
    assert len(values(stocked, plan)) == 6
    assert codes(plan) == (["header_is_data"] if header == [1, 1] else [])


def test_one_criterion_of_an_index_asks_for_the_index(stocked: Office) -> None:
    plan = planned(stocked, "K18")
    assert not any("không cột" in one.message for one in plan.findings)
    assert next(iter(plan.questions[0].choices)) == "DDX"
    read = again(stocked, "K18", mapping=answered(plan, "constant", "DDX"))
    assert not read.rejected and values(stocked, read, "1")["Hà Nội"] == 12.5


def test_equal_numbers_without_a_source_column_change_nothing(stocked: Office) -> None:
    plan = again(stocked, "K19")
    right = expected("K19")["changes"]
    assert (plan.counts.changed, plan.counts.unchanged) == (right["changed"], right["unchanged"])


def test_a_large_number_keeps_its_decimals_in_the_store(stocked: Office) -> None:
    plan = planned(stocked, "K20")
    kept = change_table(SCORES, plan.changes)
    exact = dict(zip(kept["entity_id"].to_pylist(), kept["value"].to_pylist(), strict=True))
    assert exact["P63-01"] == Decimal(expected("K20")["values"]["Hà Nội"])
    stored(stocked, plan)
    facts = stocked.store.facts(SCORES, {"index_code": ["NSX"], "period_id": ["2012"]})
    assert dict(zip(facts["entity_id"], facts["value"], strict=True))["P63-01"] == 50797010.3

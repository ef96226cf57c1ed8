"""Publishers' workbooks, untouched: PCI 2010 and 2013 (VCCI) and a budget table that is no table of scores.

The golden tables were made without the product: cells at fixed places, read by eye, and compared with the summary
sheet of each workbook (README.md beside the workbooks names their source).
"""

import csv
import re
from collections.abc import Mapping

import pandas as pd
import pytest

from cchc_metrics import workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT
from cchc_metrics.importing import mapping_from_json
from cchc_metrics.model import ImportPlan, Severity
from cchc_metrics.schema import SCORES, TOTAL
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing

TESTS = PROJECT / "tests"
FIXTURES, GOLDEN = TESTS / "fixtures", TESTS / "golden"
COMPONENTS = {"2010": 9, "2013": 10}
FILES = {"2010": "PCI_2010.xls", "2013": "PCI_2013.xlsx"}

Key = tuple[str, str]


@pytest.fixture
def pci_office(stocked: Office) -> Office:
    """The shipped facts, and PCI as a fourth index by an upload of its frameworks."""
    name = "pci_framework.csv"
    prepared = intake.plan(stocked, LOCAL_OPERATOR, name, (FIXTURES / name).read_bytes())
    assert not prepared.findings
    storing.commit(stocked, LOCAL_OPERATOR, prepared, "Thêm bộ chỉ số PCI")
    return stocked


def golden(year: str) -> Mapping[Key, Mapping[str, str]]:
    with (GOLDEN / f"pci_{year}.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["entity_id"], row["node_code"]): row for row in csv.DictReader(file)}
    assert len(rows) == 63 * (COMPONENTS[year] + 1)
    return rows


def real(name: str) -> bytes:
    return (FIXTURES / "real_workbooks" / name).read_bytes()


def planned(office: Office, year: str) -> ImportPlan:
    return intake.plan(office, LOCAL_OPERATOR, FILES[year], real(FILES[year]))


def places(office: Office, year: str, facts: pd.DataFrame) -> dict[Key, tuple[str, str]]:
    """Per fact the sheet and the cell that it was read from."""
    book = workbooks.read(FILES[year], real(FILES[year]), office.settings.reader)
    names = {sheet.number: sheet.name for sheet in book.sheets}
    keys = zip(facts["entity_id"], facts["node_code"], strict=True)
    cells = zip(facts["sheet_no"], facts["row_no"], facts["col_no"], strict=True)
    return {
        key: (names[int(no)], f"{chr(64 + int(col))}{row}") for key, (no, row, col) in zip(keys, cells, strict=True)
    }


def values(facts: pd.DataFrame) -> dict[Key, float]:
    keys = zip(facts["entity_id"], facts["node_code"], strict=True)
    return dict(zip(keys, facts["value"].astype("float64"), strict=True))


@pytest.mark.parametrize("year", list(FILES))
def test_every_component_score_of_every_province_is_stored_as_published(pci_office: Office, year: str) -> None:
    prepared = planned(pci_office, year)
    assert not prepared.rejected
    assert prepared.rows.read == prepared.rows.accepted + prepared.rows.rejected + prepared.rows.ignored
    storing.commit(pci_office, LOCAL_OPERATOR, prepared, "Số liệu PCI do VCCI công bố")
    stored = pci_office.store.facts(SCORES, {"index_code": ["PCI"], "period_id": [year]}, provenance=True)
    expected, found = golden(year), values(stored)
    assert len(stored) == len(found)
    assert found == pytest.approx({key: float(row["value"]) for key, row in expected.items()}, abs=1e-9)
    for key, place in places(pci_office, year, stored).items():
        row = expected[key]
        assert place in {(row["sheet"], row["cell"]), (row["summary_sheet"], row["summary_cell"])}
    assert set(stored["score_kind"]) == {"published"}
    assert set(stored["framework_id"]) == {f"PCI {year}"}


@pytest.mark.parametrize("year", list(FILES))
def test_a_mapping_file_reads_the_component_sheets_cell_by_cell(pci_office: Office, year: str) -> None:
    mapping = mapping_from_json((FIXTURES / f"pci_{year}_mapping.json").read_text(encoding="utf-8"))
    prepared = intake.plan(pci_office, LOCAL_OPERATOR, FILES[year], real(FILES[year]), mapping=mapping)
    told = {one.code for one in prepared.findings if one.severity is not Severity.INFO}
    assert told == {"numbers_unread", "rows_below_end"}
    expected = {key: row for key, row in golden(year).items() if row["node_code"] != TOTAL}
    assert places(pci_office, year, prepared.changes) == {
        key: (row["sheet"], row["cell"]) for key, row in expected.items()
    }
    wanted = {key: float(row["value"]) for key, row in expected.items()}
    assert values(prepared.changes) == pytest.approx(wanted, abs=1e-9)


def test_the_published_order_of_the_total_is_kept_beside_it(pci_office: Office) -> None:
    facts = planned(pci_office, "2010").changes
    totals = facts[facts["node_code"] == TOTAL].set_index("entity_id")["published_rank"]
    assert sorted(totals) == list(range(1, 64))
    assert (totals["P63-48"], totals["P63-45"], totals["P63-67"]) == (1, 16, 63)


def test_indicators_ordinals_and_sums_stay_unread_and_are_named(pci_office: Office) -> None:
    prepared = planned(pci_office, "2010")
    unread = {one.value for one in prepared.findings if one.code in ("numbers_unread", "column_unread")}
    assert {"Chưa có trọng số", "Nhóm xếp hạng"} <= unread
    sums = [one for one in prepared.findings if one.code == "row_aggregate"]
    assert len(sums) == COMPONENTS["2010"]
    looked_up = next(one for one in prepared.findings if one.code == "rows_repeat_table")
    assert (looked_up.sheet, looked_up.cells) == ("Tong hop", ("A66", "A67", "A68"))
    others = {one.code for one in prepared.findings if one.severity is Severity.WARNING}
    assert others == {"rows_repeat_table", "numbers_unread", "sheet_without_criteria"}


def test_a_budget_table_is_refused_sheet_by_sheet_with_its_reason(pci_office: Office) -> None:
    prepared = intake.plan(pci_office, LOCAL_OPERATOR, "Plan_2011.xls", real("Plan_2011.xls"))
    assert prepared.rejected
    assert prepared.changes.empty
    reasons = {one.sheet: one for one in prepared.findings if one.sheet}
    assert len(reasons) == 8
    provinces = reasons.pop("M09(R)")
    assert provinces.code == "sheet_without_criteria"
    assert re.search(
        r"không cột hay dòng nào mang tên tiêu chí của bộ chỉ số đã khai báo \(.*PCI.*\)", provinces.message
    )
    assert {one.code for one in reasons.values()} == {"sheet_without_table"}

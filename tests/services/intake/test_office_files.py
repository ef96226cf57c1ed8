"""Files as offices and publishers send them, none of them a template: every number taken stands in its cell, whatever
is not taken is named, and a person can say the rest once."""

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT, load_settings
from cchc_metrics.importing import mapping_from_json, mapping_to_json
from cchc_metrics.model import Finding, ImportPlan, Severity
from cchc_metrics.schema import RESULT_TITLE, SCORES
from cchc_metrics.services.intake import intake, reference
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from tests.conftest import settings_at
from tests.services.intake.office_files import national as office_national
from tests.services.intake.office_files import odd as office_odd
from tests.services.intake.office_files import own as office_own
from tests.services.intake.office_files import plausible as office_plausible
from tests.services.intake.office_files.builders import Key, OfficeFile, Paper, Read, nodes, papi, some
from tests.services.intake.office_files.national import PAPI
from tests.storage.postgres import copied

FIXTURES = PROJECT / "tests" / "fixtures"
FILES: Mapping[str, Callable[[], OfficeFile]] = dict(
    (*office_national.files(), *office_own.files(), *office_odd.files(), *office_plausible.files())
)
SCREEN = 32


@pytest.fixture(scope="module")
def names_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The shipped names and frameworks, PCI among them, and no score; tests only plan against it."""
    office = Office.open(settings_at(tmp_path_factory.mktemp("names")))
    for kind, path in reference.missing_files(office):
        if kind.name != "scores":
            stored(office, path.name, path.read_bytes(), kind.name)
    stored(office, "pci_framework.csv", (FIXTURES / "pci_framework.csv").read_bytes())
    yield office
    office.close()


@pytest.fixture
def office_of_names(names_office: Office, tmp_path: Path) -> Iterator[Office]:
    """A copy that one test may change."""
    folder = tmp_path / "data"
    office = Office.open(copied(names_office.settings, replace(load_settings({}), data_dir=folder)))
    yield office
    office.close()


def stored(office: Office, name: str, data: bytes, kind: str | None = None) -> storing.Receipt:
    return storing.commit(office, LOCAL_OPERATOR, intake.plan(office, LOCAL_OPERATOR, name, data, kind), "lý do")


def planned(office: Office, file: OfficeFile, **parts: Any) -> ImportPlan:
    return intake.plan(office, LOCAL_OPERATOR, file.name, file.data, file.kind, **parts)


def facts_of(plan: ImportPlan) -> dict[Key, Read]:
    """What a plan would store, by what it is about."""
    changes = plan.changes
    if changes.empty:
        return {}
    keys = zip(
        *(changes[name] for name in ("entity_id", "index_code", "node_code", "period_id", "score_kind")), strict=True
    )
    places = zip(changes["sheet_no"], changes["row_no"], changes["col_no"], strict=True)
    ranks = changes["published_rank"].astype("object").where(changes["published_rank"].notna(), None)
    return {
        key: Read((int(place[0]), int(place[1]), int(place[2])), value, rank)
        for key, place, value, rank in zip(keys, places, changes["value"], ranks, strict=True)
    }


def codes(plan: ImportPlan, *severities: Severity) -> set[str]:
    return {one.code for one in plan.findings if not severities or one.severity in severities}


@pytest.mark.parametrize("name", list(FILES))
def test_a_file_is_read_as_a_careful_analyst_reads_it(names_office: Office, name: str) -> None:
    file = FILES[name]()
    plan = planned(names_office, file)
    assert codes(plan, Severity.ERROR) == file.errors
    if not file.errors:
        found = facts_of(plan)
        assert found.keys() == file.facts.keys()
        for key, read in file.facts.items():
            assert (found[key].place, found[key].rank) == (read.place, read.rank), key
            assert found[key].value == pytest.approx(read.value, abs=1e-9), key
    assert file.told <= codes(plan)
    assert plan.rows.read == plan.rows.accepted + plan.rows.rejected + plan.rows.ignored
    assert len(plan.findings) <= SCREEN
    assert all(one.message for one in plan.findings)


@pytest.mark.parametrize("font", ["tcvn3", "vni"])
def test_a_file_in_an_old_font_is_read_once_a_person_agrees_to_the_conversion(names_office: Office, font: str) -> None:
    file = office_odd.typed_in(font)()
    asked = [one.about for one in planned(names_office, file).questions]
    assert asked == ["font"]
    mapping = mapping_from_json(f'{{"kind": "scores", "tables": [], "font": "{font}"}}')
    plan = planned(names_office, file, mapping=mapping)
    assert not plan.rejected
    wanted = {papi(entity, code) for entity, _ in some(8) for code, _, _ in nodes(PAPI)}
    assert facts_of(plan).keys() == wanted


def test_sums_under_an_area_can_be_mapped_by_a_person(names_office: Office) -> None:
    file = office_national.par_areas()
    across = [
        {
            "column": get_column_letter(6 + 4 * at),
            "takes": "Điểm",
            "says": {"Mã tiêu chí": code, "Loại điểm": "Điểm công bố"},
        }
        for at, (code, _, _) in enumerate(nodes(office_national.AREAS))
    ]
    table = {
        "sheet": "PAR INDEX",
        "header": [3, 5],
        "columns": {"Tên đơn vị": "B"},
        "across": across,
        "constants": {"Bộ chỉ số": "PAR INDEX", "Kỳ": "@title"},
    }
    plan = planned(names_office, file, mapping=mapping_from_json(json.dumps({"kind": "scores", "tables": [table]})))
    assert not plan.rejected
    assert {read.value for read in facts_of(plan).values()} == {5.55}
    assert len(facts_of(plan)) == 8 * 8


# The same office's next file.


def next_year(rows: Callable[[Paper, str], None], year: str) -> OfficeFile:
    paper = Paper()
    rows(paper, year)
    return paper.file(f"papi {year}.xlsx")


def unlabelled(paper: Paper, year: str) -> None:
    """Headers that only this office understands."""
    page = paper.page(f"PAPI {year}")
    page.line(1, ["Tỉnh", "Cột thứ nhất", "Cột thứ hai", "Cột thứ ba"])
    for row, (entity, name) in enumerate(some(), start=2):
        page.put(row, 1, name)
        for at, code in enumerate(("D1", "D2", "D5")):
            page.score(row, 2 + at, papi(entity, code, year))


def mapped_by_person(year: str) -> str:
    says = [{"Mã tiêu chí": code} for code in ("D1", "D2", "D5")]
    across = [{"column": "BCD"[at], "takes": "Điểm", "says": said} for at, said in enumerate(says)]
    constants = {"Bộ chỉ số": "@sheet", "Kỳ": "@sheet"}
    table = {"sheet": f"PAPI {year}", "header": [1, 1], "columns": {"Tên đơn vị": "A"}, "across": across}
    return json.dumps({"kind": "scores", "tables": [{**table, "constants": constants}]})


def remembered(office: Office, file: OfficeFile, mapping: str | None = None) -> ImportPlan:
    plan = planned(office, file, mapping=mapping_from_json(mapping) if mapping else None)
    assert not plan.rejected and {key: one.value for key, one in facts_of(plan).items()} == pytest.approx(
        {key: one.value for key, one in file.facts.items()}, abs=1e-9
    )
    storing.commit(office, LOCAL_OPERATOR, plan, "lý do", remember=True)
    return plan


def test_next_years_file_of_a_layout_needs_no_mapping(office_of_names: Office) -> None:
    remembered(office_of_names, next_year(unlabelled, "2022"), mapped_by_person("2022"))
    file = next_year(unlabelled, "2023")
    plan = planned(office_of_names, file)
    assert "layout_remembered" in codes(plan) and not plan.rejected
    assert facts_of(plan) == file.facts


def moved(sheet: Any) -> None:
    for row in range(1, 8):
        sheet.cell(row, 2).value, sheet.cell(row, 4).value = sheet.cell(row, 4).value, sheet.cell(row, 2).value


def swapped_titles(sheet: Any) -> None:
    sheet["C1"].value, sheet["D1"].value = sheet["D1"].value, sheet["C1"].value


def one_more(sheet: Any) -> None:
    sheet.insert_cols(3)
    sheet["C1"].value = "Cột mới"
    for row in range(2, 8):
        sheet.cell(row, 3).value = 9.99


@pytest.mark.parametrize("change", [moved, swapped_titles, one_more], ids=lambda change: change.__name__)
def test_a_layout_that_changed_is_not_read_as_the_old_one(
    office_of_names: Office, change: Callable[[Any], None]
) -> None:
    remembered(office_of_names, next_year(unlabelled, "2022"), mapped_by_person("2022"))
    paper = Paper()
    unlabelled(paper, "2023")
    change(paper.book.worksheets[0])
    plan = planned(office_of_names, paper.file("papi 2023.xlsx"))
    assert plan.rejected and plan.changes.empty
    assert "layout_remembered" not in codes(plan)


def test_a_remembered_layout_that_does_not_fit_is_told_and_the_file_understood_anew(
    office_of_names: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered(office_of_names, next_year(unlabelled, "2022"), mapped_by_person("2022"))
    monkeypatch.setattr("cchc_metrics.importing.fitted", lambda *_: (None, {}))
    plan = planned(office_of_names, next_year(unlabelled, "2023"))
    (told,) = [one for one in plan.findings if one.code == "layout_not_fitting"]
    assert told.severity is Severity.INFO and "layout_remembered" not in codes(plan)


@pytest.mark.parametrize(
    "name",
    [
        "PAPI, an English row under the Vietnamese one",
        "our scoring of areas",
        "years across in pairs of score and rank",
    ],
)
def test_what_was_understood_by_itself_is_read_alike_when_remembered(office_of_names: Office, name: str) -> None:
    file = FILES[name]()
    remembered(office_of_names, file)
    again = planned(office_of_names, file)
    assert not again.rejected and "layout_remembered" in codes(again)
    assert again.counts.unchanged == len(file.facts) and not again.counts.added and not again.counts.changed


# Last quarter's file, and the file given back.


def test_last_times_file_with_two_corrections_changes_two_numbers(office_of_names: Office) -> None:
    file = office_national.papi_two_languages_in_rows()
    stored(office_of_names, file.name, file.data)
    book = openpyxl.load_workbook(io.BytesIO(file.data))
    book["2023"]["C6"].value, book["2022"]["F20"].value = 7.1234, 6.4321
    plan = planned(office_of_names, OfficeFile(file.name, saved(book)))
    assert not plan.rejected
    assert (plan.counts.changed, plan.counts.added, plan.counts.unchanged) == (2, 0, len(file.facts) - 2)
    assert {(int(one.row_no), int(one.col_no)) for one in plan.changes.itertuples()} == {(6, 3), (20, 6)}


def saved(book: Any) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def at_fault(plan: ImportPlan) -> dict[str, Finding]:
    return {cell: one for one in plan.findings if one.severity is Severity.ERROR for cell in one.cells}


def test_the_annotated_copy_points_at_the_cells_and_its_fixed_file_goes_in(names_office: Office) -> None:
    file = office_odd.typos()
    right = office_odd.plain(Paper())
    plan = planned(names_office, file)
    wrong = at_fault(plan)
    assert wrong.keys() == {"B3", "B5"}
    copy = intake.annotated(names_office, LOCAL_OPERATOR, plan)
    book = openpyxl.load_workbook(io.BytesIO(copy.data))
    sheet = book["PAPI 2023"]
    assert book.worksheets[0]["A1"].value == RESULT_TITLE
    commented = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert all(wrong[cell].message in commented[cell] for cell in wrong)
    for cell in wrong:
        sheet[cell].value = right.sheet[cell].value
    fixed = planned(names_office, OfficeFile("papi.xlsx", saved(book)))
    assert not fixed.rejected
    assert {key: read.value for key, read in facts_of(fixed).items()} == {
        key: read.value for key, read in right.paper.facts.items()
    }
    assert {(read.place[1], read.place[2]) for read in facts_of(fixed).values()} == {
        (read.place[1], read.place[2]) for read in right.paper.facts.values()
    }


def test_a_mapping_that_was_used_reads_the_same_when_it_is_given(names_office: Office) -> None:
    for name in ("two tables side by side", "PAR INDEX of areas by kind of score", "our results, a row a year"):
        file = FILES[name]()
        used = planned(names_office, file).mapping
        assert used is not None
        again = planned(names_office, file, mapping=mapping_from_json(mapping_to_json(used)))
        assert facts_of(again) == facts_of(planned(names_office, file))


def test_every_example_of_the_description_is_a_mapping() -> None:
    text = (PROJECT / "docs" / "file-mapping.md").read_text(encoding="utf-8")
    examples = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    assert len(examples) == 9
    for example in examples:
        headers = {header for table in mapping_from_json(example).tables for header in table.columns}
        assert headers <= set(SCORES.headers)

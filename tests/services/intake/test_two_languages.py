"""A file made in one language is read in another: templates of every kind, a unit's workbook, its lists."""

import io
from collections.abc import Iterator

import openpyxl
import pandas as pd
import pytest

from cchc_metrics import workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import ReaderLimits
from cchc_metrics.importing.headers import match_header, own_sheet
from cchc_metrics.importing.reports.report import UnitReport
from cchc_metrics.labels import OFFICIAL, named, speaking, texts, wordings
from cchc_metrics.labels.english import ENGLISH
from cchc_metrics.model import Finding
from cchc_metrics.schema import KINDS, UNITS, Role
from cchc_metrics.services.indices.explore import Query
from cchc_metrics.services.intake import intake
from cchc_metrics.services.intake.reference import REFERENCE
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import forms
from cchc_metrics.services.reporting.acts import Report
from cchc_metrics.services.reporting.entering import Answer, workbook_of
from cchc_metrics.services.reporting.receiving import receive
from cchc_metrics.views.explore.file import file_of
from tests.reporting_office import copy_of, keep
from tests.services.intake.test_round_trip import written
from tests.services.reporting.test_unit_report_cases import FIGURES, UNIT, WORDS

WAYS = [("en", OFFICIAL), (OFFICIAL, "en")]
QUARTER = "2026-Q1"


@pytest.fixture(scope="module")
def desk(shipped_office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The office of a specialised room; tests only read from it."""
    office = copy_of(shipped_office, tmp_path_factory.mktemp("two-languages") / "data")
    row = {"unit_id": UNIT, "name": "Phòng Nội chính", "short_name": "P. Nội chính", "unit_type": "room"}
    keep(office, UNITS, [{**row, "specialised": True, "confirmation": "confirmed", "place": 2}])
    yield Desk.at(office, LOCAL_OPERATOR)
    office.close()


def in_words(facts: pd.DataFrame, kind_name: str) -> pd.DataFrame:
    """Facts under the headers of a template, choices in the words of this run's language."""
    kind, found = KINDS[kind_name], written(KINDS[kind_name], facts)
    for column in kind.template:
        if column.choices and column.header in found and column.role is Role.CHOICE:
            found[column.header] = [None if pd.isna(word) else named(str(word)) for word in found[column.header]]
    return found


@pytest.mark.parametrize("name", sorted({name for name, _ in REFERENCE}))
def test_a_template_in_english_brings_the_same_facts(shipped_office: Office, name: str) -> None:
    kind = KINDS[name]
    facts = shipped_office.store.facts(kind)
    chosen = facts if name == "frameworks" else facts.sample(min(15, len(facts)), random_state=7)
    with speaking("en"):
        data = workbooks.template(kind, templates.lists_of(shipped_office.store.snapshot()), in_words(chosen, name))
    plan = intake.plan(shipped_office, LOCAL_OPERATOR, "file.xlsx", data)
    assert named_headers(data) == [wordings(column.header)[-1] for column in kind.template]
    assert plan.kind == name
    assert [one.message for one in plan.findings if one.severity.value == "error"] == []
    assert plan.changes.empty


@pytest.mark.parametrize("name", list(KINDS))
def test_every_column_of_every_template_is_known_by_its_english_header(name: str) -> None:
    with speaking("en"):
        data = workbooks.template(KINDS[name], {})
    read = workbooks.read("file.xlsx", data, ReaderLimits())
    sheets = [sheet for sheet in read.sheets if not own_sheet(sheet)]
    assert [sheet.name for sheet in sheets] == [ENGLISH.workbooks.input_sheet]
    header = match_header(sheets[0], 0, KINDS[name])
    assert (header.missing, header.repeated) == ((), {})
    assert list(header.columns) == [column.header for column in KINDS[name].template]


def test_a_table_of_scores_downloaded_in_english_is_read_as_scores(shipped: Desk) -> None:
    with speaking("en", shipped.catalogue.names_in("en")):
        data = file_of(shipped, Query(("PAPI",), ("2024",), ("TOTAL", "D1")), "xlsx")
    plan = intake.plan(shipped.office, LOCAL_OPERATOR, "download.xlsx", data)
    assert plan.kind == "scores"
    told = {one.code for one in plan.findings if one.severity.value == "error"}
    assert told <= {"cell_empty", "value_empty"}, told  # two provinces without a result
    assert plan.rows.accepted == 122


def named_headers(data: bytes) -> list[object]:
    return [cell.value for cell in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0][1]]


def filled(data: bytes) -> bytes:
    """A unit's workbook with every figure, a narrative and a row of its lists, saved by another program."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        for (cell,) in sheet.iter_rows(max_col=1):
            if cell.value in FIGURES:
                sheet.cell(cell.row, 6).value = FIGURES[cell.value]
            elif cell.value == "10.ket-qua":
                sheet.cell(cell.row, 6).value = WORDS
            elif cell.value == "2.DS1":
                sheet.cell(cell.row, 2).value = "Số hóa kết quả"
                sheet.cell(cell.row, 4).value = named("Đang thực hiện")
                sheet.cell(cell.row, 6).value = "31/12/2026"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read_in(desk: Desk, language: str, data: bytes) -> tuple[UnitReport | None, tuple[Finding, ...]]:
    with speaking(language, desk.catalogue.names_in(language)):
        return receive(desk, workbooks.read(f"CCHC-{QUARTER}-{UNIT}.xlsx", data, ReaderLimits()))


@pytest.mark.parametrize(("made", "read"), WAYS)
@pytest.mark.parametrize("period", ["2026-Q1", "2026-6M"])
def test_a_units_workbook_of_one_language_is_read_whole_in_the_other(
    desk: Desk, made: str, read: str, period: str
) -> None:
    with speaking(made, desk.catalogue.names_in(made)):
        data = filled(forms.unit_workbook(desk, UNIT, "CCHC", period))
        assert texts().reporting.form_first_sheet == openpyxl.load_workbook(io.BytesIO(data)).sheetnames[0]
    with speaking(read, desk.catalogue.names_in(read)):
        report, findings = receive(desk, workbooks.read(f"CCHC-{period}-{UNIT}.xlsx", data, ReaderLimits()))
    assert report is not None
    told = {one.code for one in findings} - {"report_explained", "report_unusual"}
    assert not {one for one in told if one.startswith(("report_cell", "report_name", "report_measure", "report_face"))}
    assert {code: report.numbers[code] for code in FIGURES if code in report.numbers} == FIGURES
    facts = report.facts.set_index("code")
    assert facts.loc["10.ket-qua", "text"] == WORDS
    assert facts.loc["2.DS1.state", "text"] == "running"


@pytest.mark.parametrize("language", ["en", OFFICIAL])
def test_a_number_with_decimals_is_typed_as_the_language_writes_it(desk: Desk, language: str) -> None:
    mine, other = ("0.375", "1,125") if language == "en" else ("0,375", "1.125")
    asked = Report(UNIT, "CCHC", QUARTER)
    with speaking(language, desk.catalogue.names_in(language)):
        sound = workbook_of(desk, asked, {"5.3": Answer(mine)})
        doubtful = workbook_of(desk, asked, {"5.3": Answer(other)})
        report, _ = read_in(desk, language, sound)
        _, findings = read_in(desk, language, doubtful)
    assert report is not None
    assert float(report.numbers["5.3"]) == 0.375
    assert "report_two_readings" in {one.code for one in findings}

"""A task and a metric of the office's own, added by upload: in workbook, totals, documents and software sheet."""

import io
from collections.abc import Iterator

import docx
import openpyxl
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import FORMS, TASK_OWNERS, TASKS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import entering, forms
from cchc_metrics.services.reporting.acts import Report
from cchc_metrics.services.reporting.entering import Answer
from cchc_metrics.services.reporting.submitting import submit
from cchc_metrics.views.compile import page as compile_page
from cchc_metrics.views.compile.report import compiled, report
from cchc_metrics.views.compile.sheets import software_sheet
from tests.catalogue_files import METRIC, MORE, TASK, UNIT, add_own
from tests.reporting_office import DUE, FORM, LOOKED_AT, PERIOD, REPORTED, at, copy_of, keep

WHAT = Report(UNIT, FORM, PERIOD)


@pytest.fixture(scope="module")
def grown(shipped_office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The small office after its catalogue grew and the unit reported; tests only read from it."""
    office = copy_of(shipped_office, tmp_path_factory.mktemp("grown") / "data")
    add_own(office)
    figures = {**REPORTED[UNIT], METRIC: 41, MORE: 3}
    answers = {code: Answer(str(value)) for code, value in figures.items()} | {"10.KPS": Answer("x")}
    data = entering.workbook_of(at(office), WHAT, answers)
    plan = intake.plan(office, LOCAL_OPERATOR, entering.file_name_of(WHAT), data)
    assert not plan.rejected, [one.message for one in plan.findings]
    submit(at(office), plan, "Người báo cáo", DUE, "số liệu đúng như báo cáo")
    yield office
    office.close()


def test_the_unit_s_workbook_asks_for_both(grown: Office) -> None:
    book = openpyxl.load_workbook(io.BytesIO(forms.unit_workbook(at(grown), UNIT, FORM, "2026-FY")))
    codes = {cell.value for sheet in book for (cell,) in sheet.iter_rows(max_col=1)}
    assert {METRIC, MORE, "13.KPS", "13.ket-qua"} <= codes
    others = openpyxl.load_workbook(io.BytesIO(forms.unit_workbook(at(grown), "KT", FORM, "2026-FY")))
    assert not {METRIC, MORE} & {cell.value for sheet in others for (cell,) in sheet.iter_rows(max_col=1)}


def test_both_are_totalled_written_and_ready_for_the_software(grown: Office) -> None:
    content = compiled(at(grown), PERIOD, day=LOOKED_AT)
    totals = {one.metric.code: one.value for one in content.found.figures}
    assert (totals[METRIC], totals[MORE]) == (41, 3)
    document = docx.Document(io.BytesIO(report(at(grown), PERIOD, day=LOOKED_AT).data))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Chuyển đổi số nội bộ" in said
    assert "văn bản ký số là 41 văn bản" in said
    assert "lượt tự kiểm tra CCHC là 3 lượt" in said
    annex = next(table for table in document.tables if table.rows[0].cells[0].text == "Mã")
    rows = {row.cells[0].text: row.cells[3].text for row in annex.rows}
    assert (rows[METRIC], rows[MORE]) == ("41", "3")
    sheet = openpyxl.load_workbook(io.BytesIO(software_sheet(at(grown), content))).worksheets[0]
    typed = {row[0]: row[2] for row in sheet.iter_rows(max_col=3, values_only=True)}
    assert (typed[METRIC], typed[MORE]) == (41, 3)


def test_a_task_that_no_section_tells_is_told_to_the_compiler(own: Office) -> None:
    """The catalogue may grow before the outline does."""
    keep(own, TASKS, [{"task_no": TASK, "name": "Chuyển đổi số nội bộ", "short_name": "Chuyển đổi số nội bộ"}])
    keep(own, TASK_OWNERS, [{"task_no": TASK, "owner": UNIT, "owner_role": "lead"}])
    tasks = "|".join([*(str(number) for number in range(1, 12)), TASK])
    keep(own, FORMS, [{"form_code": FORM, "name": "Báo cáo", "tasks": tasks, "windows": "Q1|6M|Q3|FY"}])
    asked = compile_page.CompileFilters(PERIOD, LOOKED_AT, FORM)
    assert any("nhiệm vụ 13 chưa thuộc mục nào" in note for note in compile_page.page(at(own), asked).notes)

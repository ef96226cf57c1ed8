"""The office's catalogue changed as an administrator does: a filled template fetched, rows written below, sent in."""

import io
from collections.abc import Iterable, Mapping

import openpyxl

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import FORMS, METRICS, OUTLINE, TASK_OWNERS, TASKS, Kind
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import setup
from cchc_metrics.services.storing import storing

# A task of the office's own for one unit, its metric, and a metric more of a task of the letter.
TASK, METRIC, MORE = "13", "13.1", "1.9"
UNIT = "HC-TC"


def file_with(desk: Desk, kind: Kind, rows: Iterable[Mapping[str, object]]) -> bytes:
    """The template of a kind with what stands there, and rows by column name below; a row of a known key is changed."""
    book = openpyxl.load_workbook(io.BytesIO(setup.filled_template(desk, kind)))
    sheet = book.worksheets[0]
    head = {str(cell.value): cell.column for cell in sheet[1]}
    stores = {column.store: head[column.header] for column in kind.template}
    for row in rows:
        at = next(
            (
                line
                for line in range(2, sheet.max_row + 1)
                if all(str(sheet.cell(line, stores[c.name]).value) == str(row.get(c.name)) for c in kind.grain)
            ),
            _free(sheet),
        )
        for name, value in row.items():
            sheet.cell(at, stores[name]).value = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _free(sheet: openpyxl.worksheet.worksheet.Worksheet) -> int:
    return next(line for line in range(2, sheet.max_row + 2) if sheet.cell(line, 1).value is None)


def upload(office: Office, kind: Kind, rows: Iterable[Mapping[str, object]]) -> None:
    """One file of the catalogue, sent in and stored."""
    data = file_with(Desk.at(office, LOCAL_OPERATOR), kind, rows)
    plan = intake.plan(office, LOCAL_OPERATOR, f"{kind.name}.xlsx", data, kind.name)
    assert not plan.rejected, [one.message for one in plan.findings]
    assert len(plan.changes) == len(list(rows)), plan.changes
    storing.commit(office, LOCAL_OPERATOR, plan, note="danh mục của Văn phòng")


def add_own(office: Office) -> None:
    """A task with its metric for one unit, a metric more for all, and the outline's section that tells them."""
    upload(office, TASKS, [{"task_no": TASK, "name": "Chuyển đổi số nội bộ", "short_name": "Chuyển đổi số nội bộ"}])
    upload(office, TASK_OWNERS, [{"task_no": TASK, "owner": UNIT, "owner_role": "Chủ trì"}])
    flow = {"metric_kind": "Phát sinh", "across_units": "sum", "over_periods": "sum"}
    own = {"metric_code": METRIC, "task_no": TASK, "name": "Số văn bản ký số", "unit_of_measure": "văn bản"}
    more = {"metric_code": MORE, "task_no": "1", "name": "Số lượt tự kiểm tra CCHC", "unit_of_measure": "lượt"}
    upload(office, METRICS, [{**own, **flow, "owner": UNIT}, {**more, **flow, "owner": UNIT}])
    tasks = "|".join([*(str(number) for number in range(1, 12)), TASK])
    upload(office, FORMS, [{"form_code": "CCHC", "tasks": tasks, "windows": "Q1|6M|Q3|FY"}])
    upload(office, OUTLINE, [{"section_no": "I", "tasks": f"1|2|3|8|{TASK}"}])

"""The workbook each unit fills: what it owes, with what is already known; one or all of them in a zip."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from cchc_metrics import workbooks
from cchc_metrics.access import Deed, may, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.reporting.calendar import Window
from cchc_metrics.metrics.reporting.obligations import Obligation, obligations
from cchc_metrics.schema import FORMS, ROW_STATES
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.illustrative import mark_of
from cchc_metrics.services.reporting.duties import GROUP, GROUPS, YES_NO, MetricInfo, Reporting
from cchc_metrics.services.reporting.known import Known
from cchc_metrics.services.reporting.levels import level
from cchc_metrics.services.reporting.lists import offered
from cchc_metrics.services.reporting.plan_reports import plan_sheet
from cchc_metrics.workbooks import Filled, FormLine, FormSheet, UnitForm

NIL, EVIDENCE = "KPS", "MC"
EVIDENCE_ROWS = 5
_ZIP_TIME = datetime(2025, 7, 1).timetuple()[:6]


def unit_workbook(
    desk: Desk, unit_id: str, form_code: str, period_id: str, answers: Mapping[str, Filled] | None = None
) -> bytes:
    """The workbook of one unit, form and period, with answers by code where there are any.

    Raises UnknownNameError when the unit does not owe it, KeyError for a code that it does not ask for.
    """
    require(desk.actor, Deed.DOWNLOAD)
    require(desk.actor, Deed.READ_REPORTS, unit_id)
    reporting = Reporting(desk)
    owed = owed_for(reporting, unit_id, form_code, period_id)
    return workbooks.unit_form(_form(desk, reporting, owed), answers)


def form_of_unit(desk: Desk, unit_id: str, form_code: str, period_id: str) -> UnitForm:
    """What the workbook of a unit asks and shows. Raises UnknownNameError when the unit does not owe it."""
    require(desk.actor, Deed.READ_REPORTS, unit_id)
    reporting = Reporting(desk)
    return _form(desk, reporting, owed_for(reporting, unit_id, form_code, period_id))


def all_workbooks(desk: Desk, period_id: str) -> bytes:
    """Every workbook owed for a period, in one zip; the same data give the same bytes."""
    require(desk.actor, Deed.DOWNLOAD)
    reporting = Reporting(desk)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for owed in obligations(_window(reporting, period_id), reporting.duties):
            if not may(desk.actor, Deed.READ_REPORTS, owed.unit_id):
                continue
            info = zipfile.ZipInfo(file_name(owed), date_time=_ZIP_TIME[:6])
            archive.writestr(info, workbooks.unit_form(_form(desk, reporting, owed)))
    return buffer.getvalue()


def file_name(owed: Obligation) -> str:
    """What the workbook of a report is called: plain letters, so that any program opens it."""
    return f"{owed.form_code}-{owed.window.period.id}-{owed.unit_id}.xlsx"


def owed_for(reporting: Reporting, unit_id: str, form_code: str, period_id: str) -> Obligation:
    """What a unit owes. Raises UnknownNameError when it owes no such form in that period."""
    for owed in obligations(_window(reporting, period_id), reporting.duties):
        if (owed.unit_id, owed.form_code) == (unit_id, form_code):
            return owed
    said = texts().reporting.not_owed.format(unit=unit_id, form=form_code, period=fmt.period(period_id))
    raise UnknownNameError(said)


def _window(reporting: Reporting, period_id: str) -> Window:
    window = reporting.window(period_id)
    if window is None:
        raise UnknownNameError(texts().reporting.no_such_period.format(period=period_id))
    return window


def _form(desk: Desk, reporting: Reporting, owed: Obligation) -> UnitForm:
    t, window = texts().reporting, owed.window
    metrics = reporting.owed_metrics(owed.unit_id, window, owed.tasks)
    known, planned = Known(desk, reporting, owed), plan_sheet(desk, reporting, owed)
    names = {row["task_no"]: row for row in reporting.task_rows}
    titles = {str(row["form_code"]): named(str(row["name"])) for row in desk.facts(FORMS).to_dict("records")}
    return UnitForm(
        unit_id=owed.unit_id,
        unit_name=reporting.units[owed.unit_id].name,
        form_code=owed.form_code,
        form_name=titles[owed.form_code],
        period_id=window.period.id,
        period_name=fmt.period(window.period.id),
        due=fmt.day(owed.due) if owed.due else t.no_due,
        sheets=(
            *tuple(
                FormSheet(
                    task=task,
                    name=sheet_name(task, named(names[task]["short_name"])),
                    title=t.form_task.format(task=task, name=named(names[task]["name"])),
                    lines=tuple(_line(metric, known) for metric in metrics if metric.task == task),
                    texts=tuple((f"{task}.{part}", label) for part, label in t.form_text_parts.items()),
                    evidence=tuple(f"{task}.{EVIDENCE}{row}" for row in range(1, EVIDENCE_ROWS + 1)),
                    nil=f"{task}.{NIL}",
                )
                for task in owed.tasks
            ),
            *((planned,) if planned else ()),
        ),
        mark=mark_of(desk.office.settings),
        headers=_headers(known),
        rows=offered(desk, reporting, owed),
        states=tuple(map(named, ROW_STATES)),
    )


def sheet_name(task: str, name: str) -> str:
    """What the sheet of a task is called: at most 31 letters and none that Excel forbids."""
    plain = "".join(letter for letter in f"{task}. {name}" if letter not in "[]:*?/\\")
    return plain[:31].rstrip()


def _line(metric: MetricInfo, known: Known) -> FormLine:
    """The line of a metric with what is known of it."""
    t, opening = texts().reporting, known.opening(metric)
    helps = [t.form_bound.format(bound=level(metric, known.metrics))] if metric.bound else []
    if metric.own_measure == GROUP:
        helps.append(t.form_groups)
    if opening is not None:
        helps.append(t.form_opening.format(period=fmt.period(opening.period_id)))
    elif metric.code in known.beside:
        helps.append(t.form_beside)
    return FormLine(
        code=metric.code,
        label=metric.name,
        measure=metric.measure,
        previous=_number(known.previous(metric.code)),
        cumulative=_number(known.so_far(metric)),
        value=_number(opening.value if opening is not None else known.beside.get(metric.code)),
        choices=choices_of(metric),
        computed=metric.computed,
        required=not metric.computed,
        help=" ".join(helps),
    )


def choices_of(metric: MetricInfo) -> tuple[str, ...]:
    """What a metric is answered by, in words; empty where it is a number."""
    if metric.own_measure == GROUP:
        return tuple(texts().reporting.group_choice.format(number=number) for number in range(1, GROUPS + 1))
    return (texts().workbooks.yes, texts().workbooks.no) if metric.own_measure == YES_NO else ()


def _headers(known: Known) -> dict[str, str]:
    """Headers whose words depend on the period: against which period, since when, cumulative or not."""
    t, names = texts().reporting, {}
    if known.like is not None:
        words = t.form_same_period if known.window.cumulative else t.form_period_before
        names["previous"] = words.format(period=fmt.period(known.like.period.id))
    if known.parts:
        names["cumulative"] = t.form_so_far.format(periods=" + ".join(fmt.period(w.period.id) for w in known.parts))
    if known.window.cumulative:
        names["input"] = t.form_cumulative.format(period=t.form_spans[known.window.period.window])
    return names


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)

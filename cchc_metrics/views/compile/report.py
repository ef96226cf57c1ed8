"""The consolidated report as a Word file in two copies of one source, and the answer of ``report``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc_metrics import documents
from cchc_metrics.access import Deed, require
from cchc_metrics.labels import OFFICIAL, language, speaking, texts
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.obligations import rows_of_year, split
from cchc_metrics.model import Key
from cchc_metrics.schema import FORMS, OUTLINE, SIGNED_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import as_of_data, mark_of_official
from cchc_metrics.services.reporting.consolidated import Consolidated, consolidate
from cchc_metrics.services.reporting.documents.bases import Bases, in_time
from cchc_metrics.services.reporting.documents.section_texts import require_final
from cchc_metrics.services.reporting.documents.settings import AT_ISSUE, REPORT, OfficeWords, Setting
from cchc_metrics.services.reporting.documents.tally import Tally, tally
from cchc_metrics.services.reporting.documents.templates import TemplateName, template
from cchc_metrics.views.compile.annexes import annexes
from cchc_metrics.views.compile.contradictions import Contradiction, contradictions
from cchc_metrics.views.compile.marks import Copy
from cchc_metrics.views.compile.narratives import Section, opening, sections, shown
from cchc_metrics.views.compile.words import number, period_in_title


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything about a period's consolidated report but its file. bases: what it executes, in words, and what of the
    form and its tasks is unreviewed or over · untold: tasks that no section of the outline tells.
    """

    found: Consolidated
    tally: Tally
    faults: tuple[Contradiction, ...]
    bases: Bases
    sections: tuple[Section, ...]
    untold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportFile:
    """The report. gaps: what the office has not set and stays open in it · reason: why it was made for signature
    although reports were not accepted, empty where they were, and for a working draft.
    """

    compiled: Compiled
    file_name: str
    data: bytes
    gaps: tuple[str, ...]
    reason: str = ""


def compiled(desk: Desk, period_id: str, form_code: str | None = None, day: date | None = None) -> Compiled:
    """The content of a period's report. Raises CchcError when no form is due."""
    require(desk.actor, Deed.READ_ALL)
    found = consolidate(desk, period_id, form_code, day)
    counted = tally(found)
    faults, bases = contradictions(desk, found), _bases(desk, found)
    return Compiled(found, counted, faults, bases, sections(desk, found, counted), _untold(desk, found))


def _untold(desk: Desk, found: Consolidated) -> tuple[str, ...]:
    """The tasks of the form that no section of the outline names."""
    told = {task for tasks in desk.facts(OUTLINE)["tasks"] for task in split(tasks)}
    owed = dict.fromkeys(task for one in found.standings for task in one.owed.tasks)
    return tuple(task for task in owed if task not in told)


def _bases(desk: Desk, found: Consolidated) -> Bases:
    """What the form executes; of its tasks only what the compiler must know."""
    year = found.window.period.year
    executed, tasks = cited_symbols(desk, found)
    mine, theirs = in_time(desk, executed, found.day, year), in_time(desk, tasks, found.day, year)
    unreviewed = tuple(dict.fromkeys((*mine.unreviewed, *theirs.unreviewed)))
    return Bases(mine.cited, unreviewed, tuple(dict.fromkeys((*mine.left_out, *theirs.left_out))))


def cited_symbols(desk: Desk, found: Consolidated) -> tuple[list[str], list[str]]:
    """The bases of the form, and those of its tasks, as the office declared them."""
    year = found.window.period.year
    forms = [row for row in rows_of_year(desk.facts(FORMS), year) if row["form_code"] == found.form_code]
    tasks = {task for row in forms for task in split(row["tasks"])}
    named = [row["legal_basis"] for row in found.reporting.task_rows if row["task_no"] in tasks]
    executed = [basis for row in forms for basis in split(row["legal_basis"])]
    return executed, [basis for words in named for basis in split(words)]


def report(
    desk: Desk,
    period_id: str,
    form_code: str | None = None,
    day: date | None = None,
    *,
    mark: str = "",
    copy: Copy = Copy.WORKING,
    reason: str = "",
) -> ReportFile:
    """The report of a period in Word; the same data give the same bytes.

    mark: a text that must stand on every page · copy: the working draft, or the copy for signature · reason: why that
    is made although reports were not accepted. Raises CchcError when no form is due, and for a copy for signature with
    reports that were not accepted and no reason.
    """
    require(desk.actor, Deed.READ_ALL)
    require(desk.actor, Deed.DOWNLOAD)
    # What is signed is Vietnamese, whoever makes it.
    with speaking(OFFICIAL if copy is Copy.CLEAN else language()):
        return written(desk, compiled(desk, period_id, form_code, day), mark=mark, copy=copy, reason=reason)


def written(
    desk: Desk, content: Compiled, *, mark: str = "", copy: Copy = Copy.WORKING, reason: str = ""
) -> ReportFile:
    """The Word file of a content. Raises as ``report`` does."""
    found = content.found
    why = ""
    if copy is Copy.CLEAN:
        why = require_final(desk, found.form_code, found.window.period.id, found.day, reason)
    words = OfficeWords(found.reporting)
    data = documents.fill(
        template(desk, TemplateName.REPORT), _values(desk, content, words, mark, copy), as_of_data(desk)
    )
    name = f"{TemplateName.REPORT}-{copy}-{found.form_code}-{found.window.period.id}.docx"
    return ReportFile(content, name, data, tuple(words.gaps), why)


def report_gaps(content: Compiled) -> tuple[str, ...]:
    """What the office has not set and would stay open in the report."""
    words = OfficeWords(content.found.reporting)
    words.frame(REPORT)
    return tuple(words.gaps)


def _values(desk: Desk, content: Compiled, words: OfficeWords, mark: str, copy: Copy) -> dict[str, Any]:
    found = content.found
    state = _state_words(desk, found) if copy is Copy.WORKING else ""
    frame = words.frame(REPORT)
    beginning = opening(found, content.tally, _carried_out(content, words))
    return {
        **frame,
        "dau": " · ".join(filter(None, (state, mark_of_official(desk, mark)))),
        Key.PERIOD: period_in_title(found.window.period.id),
        "kinh_gui": words.get(Setting.REPORT_TO),
        # A template of before lists every basis in a line of its own; the opening names what is executed.
        "can_cu": [],
        "mo_dau": [said.shown(copy) for said in beginning if said.is_in(copy)],
        "muc": shown(content.sections, copy),
        "loi_ket": texts().documents.closing.format(period=period_in_title(found.window.period.id)),
        "phu_luc": annexes(found, content.faults, copy, _goes_with(words, frame)),
    }


def _carried_out(content: Compiled, words: OfficeWords) -> str:
    """«Thực hiện Công văn số …, Văn phòng … báo cáo kết quả … như sau:»."""
    t, period = texts().weaving, period_in_title(content.found.window.period.id)
    issuer = _issuer(words)
    if not content.bases.cited:
        return t.reporting.format(issuer=issuer, period=period)
    return t.carrying_out.format(bases=listed(list(content.bases.cited)), issuer=issuer, period=period)


def _issuer(words: OfficeWords) -> str:
    """The office with the body it belongs to."""
    issuer, above = words.get(Setting.ISSUER), words.get(Setting.ABOVE)
    return (
        issuer
        if above.casefold() in issuer.casefold()
        else texts().weaving.issuer_of.format(issuer=issuer, above=above)
    )


def _goes_with(words: OfficeWords, frame: dict[str, object]) -> str:
    """The line below an annex's title, as the decree has it: number and day are written by hand."""
    number, day, month, year = (frame[name] for name in AT_ISSUE)
    issuer, symbol = _issuer(words), frame["ky_hieu"]
    told = {"number": number, "symbol": symbol, "day": day, "month": month, "year": year, "issuer": issuer}
    return texts().weaving.annex_goes_with.format(**told)


def _state_words(desk: Desk, found: Consolidated) -> str:
    """A draft; once the report is signed elsewhere, a copy made again to compare with it."""
    t = texts().documents
    where = {"form_code": [found.form_code], "period_id": [found.window.period.id]}
    signed = desk.facts(SIGNED_REPORTS, where)
    if signed.empty:
        return t.draft
    row = signed.iloc[0]
    return t.made_again.format(number=row["number"], day=fmt.day(row["signed_on"]))


def answer(content: Compiled, gaps: Sequence[str], file: str = "") -> dict[str, Any]:
    """What ``report --json`` prints."""
    found, counted = content.found, content.tally
    return {
        "file": file,
        "period": found.window.period.id,
        "form": found.form_code,
        "on": found.day,
        "figures": [
            {
                "metric": one.metric.code,
                "name": one.metric.name,
                "value": number(one.metric, one.value),
                "unit_of_measure": one.metric.measure,
                "units": list(one.units),
                "owing": list(one.owing),
                "nil": list(one.nil),
                "exempt": list(one.exempt),
                "missing": list(one.missing),
                "bound": one.metric.bound,
                "bound_met": one.met,
                "beside": [
                    {"period": other.period_id, "value": number(one.metric, other.value), "units": other.units}
                    for other in one.beside
                ],
                "sources": list(one.sources),
            }
            for one in found.figures
        ],
        "missing_units": list(counted.missing),
        "incomplete_units": [
            {"unit": unit, "tasks": list(tasks), "figures": [code for codes in tasks.values() for code in codes]}
            for unit, tasks in counted.incomplete
        ],
        "nil_units": list(counted.nil),
        "late_units": [{"unit": unit, "days_late": days} for unit, days in (*counted.late, *counted.missing_late)],
        "contradictions": [
            {
                "unit": one.unit_id,
                "check": one.code,
                "metrics": list(one.codes),
                "message": one.message,
                "hard": one.hard,
                "explained": one.explained,
            }
            for one in content.faults
        ],
        "unreviewed_bases": list(content.bases.unreviewed),
        "left_out_bases": list(content.bases.left_out),
        "written_sections": [one.number for one in content.sections if one.own is not None],
        "tasks_without_unit": list(found.unowned),
        "gaps": list(gaps),
        "sources": [
            {"number": s.number, "unit": s.unit_id, "period": s.period_id, "upload_id": s.seq, "file": s.file_name}
            for s in found.sources.values()
        ],
    }

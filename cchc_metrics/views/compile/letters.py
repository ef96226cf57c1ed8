"""The công văn đôn đốc: Word files, short texts for messaging apps, and the record of who was chased when."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc_metrics import documents
from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.obligations import State, rows_of_year, split
from cchc_metrics.model import Entry
from cchc_metrics.schema import FORMS, REPORT_EVENTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import as_of_data, mark_of_official
from cchc_metrics.services.reporting.acts import typed
from cchc_metrics.services.reporting.debts import Debt
from cchc_metrics.services.reporting.documents.bases import bases
from cchc_metrics.services.reporting.documents.changes import Change, changes
from cchc_metrics.services.reporting.documents.settings import LETTER, OfficeWords
from cchc_metrics.services.reporting.documents.templates import TemplateName, template
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.letters import Chase, UnitLetter, chase
from cchc_metrics.services.storing import storing
from cchc_metrics.views.kit.debts import lacking_words

_ZIP_TIME = (2025, 7, 1, 0, 0, 0)
MESSAGES = "tin-nhan.txt"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. message: the same in a few lines, for a messaging app."""

    about: UnitLetter
    file_name: str
    data: bytes
    message: str


@dataclass(frozen=True, slots=True)
class LetterBatch:
    """All letters of a day. gaps: what the office has not set and stays open in them · unreviewed: bases cited."""

    chase: Chase
    letters: tuple[Letter, ...]
    gaps: tuple[str, ...]
    unreviewed: tuple[str, ...]


def letters(desk: Desk, day: date, period_id: str | None = None, *, mark: str = "") -> LetterBatch:
    """One công văn for each unit that is late or incomplete on a day; none for the others.

    mark: a text that must stand on every page, such as «số liệu minh hoạ». Raises CchcError when a basis that the
    letters cite has ended, UnknownNameError for a period without a window.
    """
    require(desk.actor, Deed.READ_ALL)
    require(desk.actor, Deed.DOWNLOAD)
    found = chase(desk, day, period_id)
    reporting = Reporting(desk)
    words, cited = OfficeWords(reporting), bases(desk, _form_bases(desk, found), day)
    made, t = template(desk, TemplateName.LETTER), texts().documents
    marked = " · ".join(filter(None, (t.draft, mark_of_official(desk, mark))))
    values = []
    for one in found.letters:
        basis = listed(list(cited.cited)) or words.gap(t.basis_gap)
        values.append({**_values(reporting, words, found, one), "dau": marked, "can_cu": basis})
    files = documents.fill_all(made, values, as_of_data(desk)) if values else []
    written = tuple(
        Letter(one, _file_name(one), data, message(words, found, one))
        for one, data in zip(found.letters, files, strict=True)
    )
    return LetterBatch(found, written, tuple(words.gaps), cited.unreviewed)


def _form_bases(desk: Desk, found: Chase) -> list[str]:
    """What obliges the units: the bases of the forms they are chased for."""
    chased = {item.standing.owed.form_code for letter in found.letters for item in letter.items}
    years = {window.period.year for window in found.windows}
    rows = [row for year in sorted(years) for row in rows_of_year(desk.facts(FORMS), year)]
    return [basis for row in rows if row["form_code"] in chased for basis in split(row["legal_basis"])]


def _values(reporting: Reporting, words: OfficeWords, found: Chase, one: UnitLetter) -> dict[str, Any]:
    t = texts().documents
    periods = listed([fmt.period(period) for period in _periods(one)])
    until = words.until(found.day)
    return {
        **words.frame(LETTER),
        "trich_yeu": t.letter_about.format(periods=periods),
        "kinh_gui": one.unit.name,
        "den_ngay": fmt.day(found.day),
        "don_vi_tong_hop": words.compiler(),
        "muc": [_item(reporting, item) for item in one.items],
        "lan_truoc": _earlier(one),
        "han_bo_sung": t.letter_until.format(day=fmt.day(until)) if until else "",
    }


def _item(reporting: Reporting, item: Debt) -> dict[str, Any]:
    t, owed = texts().documents, item.standing.owed
    names = {row["task_no"]: named(row["short_name"]) for row in reporting.task_rows}
    more = [t.letter_comment.format(comment=comment) for comment in item.comments]
    if owed.extended:
        more.append(t.letter_extended.format(reason=owed.reason or fmt.MISSING))
    more += [_change(reporting, one) for one in changes(reporting, owed.window) if owed.unit_id in one.heirs]
    if item.held_by:
        more.append(t.letter_held.format(period=fmt.period(item.held_by)))
    if item.chased_on:
        more.append(t.letter_chased.format(days=listed([fmt.day(day) for day in item.chased_on])))
    return {
        "ten": t.letter_item.format(form=item.form_name, period=fmt.period(owed.window.period.id)),
        "han": fmt.day(owed.due) if owed.due else texts().reporting.no_due,
        "tinh_trang": standing_words(item),
        "thieu": [_task(task, names.get(task, ""), codes) for task, codes in item.standing.progress.lacking.items()],
        "them": more,
    }


def _change(reporting: Reporting, one: Change) -> str:
    """That the report holds the part of units which the unit follows."""
    closed, heirs = (listed([reporting.units[unit].name for unit in units]) for units in (one.closed, one.heirs))
    return texts().weaving.merged.format(day=fmt.day(one.day), closed=closed, heirs=heirs)


def _task(task: str, name: str, codes: Sequence[str]) -> str:
    """A task that is not complete, with its missing figures where some are there."""
    t = texts().documents
    words = t.letter_task.format(task=task, name=name)
    return t.letter_figures.format(task=words, codes=", ".join(codes)) if codes else words


def standing_words(item: Debt) -> str:
    """Where a report stands, in words: not sent and how late, incomplete, returned."""
    t, stands = texts().documents, item.standing.progress
    late = t.late_by.format(days=stands.days_late) if stands.days_late else ""
    if stands.state is State.NOT_SENT:
        return f"{t.not_sent}{late}"
    sent = t.sent_on.format(day=fmt.day(stands.sent_on)) + late
    if stands.state is State.RETURNED:
        return t.returned.format(sent=sent)
    return t.incomplete.format(sent=sent)


def _earlier(one: UnitLetter) -> str:
    t, earlier = texts().documents, one.earlier
    if not earlier.late:
        return ""
    named = [
        (t.earlier_period if one.sent else t.earlier_not_sent).format(period=fmt.period(one.period_id), days=one.days)
        for one in earlier.late
    ]
    return t.earlier.format(followed=earlier.followed, late=len(earlier.late), periods=listed(named))


def message(words: OfficeWords, found: Chase, one: UnitLetter) -> str:
    """The letter in a few lines."""
    t, lines = texts().documents, []
    for item in one.items:
        owed = item.standing.owed
        due = fmt.day(owed.due) if owed.due else texts().reporting.no_due
        said_line = t.message_item.format(
            form=item.form_name, period=fmt.period(owed.window.period.id), due=due, state=standing_words(item)
        )
        lacking = lacking_words(item.standing.progress.lacking)
        tasks = t.message_tasks.format(tasks=lacking) if lacking else ""
        lines.append(f"- {said_line}{tasks}")
    until = words.until(found.day)
    by = t.letter_until.format(day=fmt.day(until)) if until else ""
    head = t.message_head.format(unit=one.unit.name, day=fmt.day(found.day))
    return "\n".join([head, *lines, t.message_foot.format(compiler=words.compiler(), until=by)])


def _file_name(one: UnitLetter) -> str:
    return f"{TemplateName.LETTER}-{'-'.join(_periods(one))}-{one.unit.id}.docx"


def _periods(one: UnitLetter) -> list[str]:
    """The periods that a letter chases for, each once."""
    return list(dict.fromkeys(item.standing.owed.window.period.id for item in one.items))


def zipped(batch: LetterBatch) -> bytes:
    """All letters and the short texts in one zip; the same letters give the same bytes."""
    buffer = io.BytesIO()
    messages = "\n\n".join(letter.message for letter in batch.letters)
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*((one.file_name, one.data) for one in batch.letters), (MESSAGES, messages.encode())):
            archive.writestr(zipfile.ZipInfo(name, date_time=_ZIP_TIME), data)
    return buffer.getvalue()


def record_chased(
    desk: Desk, units: Sequence[str], day: date, by_name: str, period_id: str | None = None
) -> Entry | None:
    """Keep who was chased on a day, by whom and for which reports.

    Raises CchcError without a name, or when none of the units is to be chased.
    """
    require(desk.actor, Deed.JUDGE)
    t = texts().documents
    if not by_name.strip():
        raise CchcError(t.chased_by_missing)
    found = chase(desk, day, period_id)
    items = [item for letter in found.letters if letter.unit.id in units for item in letter.items]
    if not items:
        raise CchcError(t.nobody_to_chase)
    numbers = _last_numbers(desk, [window.period.id for window in found.windows])
    rows = []
    for item in items:
        unit, form, period = item.standing.key
        row = {"unit_id": unit, "form_code": form, "period_id": period, "act": "chased", "on_day": day}
        number = numbers.get(item.standing.key, 0) + 1
        rows.append({**row, "event_no": number, "by_name": by_name.strip(), "text": standing_words(item)})
    note = t.chased_note.format(count=len({row["unit_id"] for row in rows}), day=fmt.day(day))
    return storing.edit(desk.office, desk.actor, REPORT_EVENTS, typed(REPORT_EVENTS, rows), note)


def _last_numbers(desk: Desk, periods: Sequence[str]) -> dict[tuple[str, str, str], int]:
    held: dict[tuple[str, str, str], int] = {}
    for row in desk.facts(REPORT_EVENTS, {"period_id": list(periods)}).to_dict("records"):
        key = (row["unit_id"], row["form_code"], row["period_id"])
        held[key] = max(held.get(key, 0), int(row["event_no"]))
    return held


def answer(batch: LetterBatch) -> dict[str, Any]:
    """What ``letters --json`` prints."""
    return {
        "on": batch.chase.day,
        "periods": [window.period.id for window in batch.chase.windows],
        "letters": [_answer_of(letter) for letter in batch.letters],
        "no_due_date": [
            {"unit": one.owed.unit_id, "form": one.owed.form_code, "period": one.owed.window.period.id}
            for one in batch.chase.undated
        ],
        "gaps": list(batch.gaps),
        "unreviewed_bases": list(batch.unreviewed),
    }


def _answer_of(letter: Letter) -> dict[str, Any]:
    about = letter.about
    items = [
        {
            "form": item.standing.owed.form_code,
            "period": item.standing.owed.window.period.id,
            "state": item.standing.progress.state.value,
            "due_date": item.standing.owed.due,
            "days_late": item.standing.progress.days_late,
            "missing_tasks": list(item.standing.progress.empty),
            "missing_figures": [code for codes in item.standing.progress.lacking.values() for code in codes],
            "chased_on": list(item.chased_on),
        }
        for item in about.items
    ]
    earlier = [{"period": one.period_id, "days_late": one.days, "sent": one.sent} for one in about.earlier.late]
    return {
        "unit": about.unit.id,
        "name": about.unit.name,
        "file": letter.file_name,
        "items": items,
        "earlier": {"followed": about.earlier.followed, "late": earlier},
        "message": letter.message,
    }

"""After signing: number, day, signer and the signed file are entered, the period freezes, what comes later corrects.

The system issues nothing: it keeps what was issued.
"""

from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, official, recorded, texts
from cchc_metrics.metrics.reporting.expressions import exact
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.model import Entry, ReportPart, ValueState
from cchc_metrics.schema import REPORT_EVENTS, SIGNED_REPORTS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import FROZEN, typed
from cchc_metrics.services.reporting.documents.attachments import Attachment, archive_pdf, by_hash, newest
from cchc_metrics.services.reporting.documents.periods import form_of
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.figures import written
from cchc_metrics.services.reporting.letters import named_window
from cchc_metrics.services.reporting.status import board
from cchc_metrics.services.storing import storing


@dataclass(frozen=True, slots=True)
class Signed:
    """A report that was signed. data_seq: the newest entry when it was entered · file: the signed file, if kept."""

    number: str
    signed_on: date
    signer: str
    data_seq: int
    file: Attachment | None


@dataclass(frozen=True, slots=True)
class SignForm:
    """What a person enters. file_name and data are empty where no signed file is at hand · reason: why reports that
    were not accepted may stand in it, or why what was entered before is corrected.
    """

    period_id: str
    form_code: str
    number: str
    signed_on: date
    signer: str
    file_name: str = ""
    data: bytes = b""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure or text of a signed period that changed afterwards, old beside new («–» where there is none)."""

    unit: str
    code: str
    old: str
    new: str
    who: str
    recorded_at: datetime
    reason: str


def signed(desk: Desk, period_id: str, form_code: str) -> Signed | None:
    """The signed report of a period; None while there is only a draft."""
    held = desk.facts(SIGNED_REPORTS, {"form_code": [form_code], "period_id": [period_id]})
    if held.empty:
        return None
    row = held.iloc[0]
    mark = row["attachment"]
    file = by_hash(desk, mark) if isinstance(mark, str) else None
    return Signed(str(row["number"]), row["signed_on"], str(row["signer"]), int(row["data_seq"]), file)


def sign(desk: Desk, form: SignForm) -> Entry | None:
    """Keep that a period's report was signed; the period freezes. None when nothing changes.

    Entering it again corrects number, day, signer or file, with a reason; the data it was made from stay those of the
    first time. Raises CchcError naming what is missing, or the reports that were not accepted where no reason is given,
    UnreadableFileError for a file that is no PDF.
    """
    require(desk.actor, Deed.FREEZE)
    t = texts().documents
    if not form.number.strip() or not form.signer.strip():
        raise CchcError(t.signed_incomplete)
    window = named_window(Reporting(desk), form.period_id)
    code = form_of(desk, window, form.form_code)
    before, seq = signed(desk, form.period_id, code), desk.office.version
    _require_reason(desk, form, code, before)
    if before is not None and not form.reason.strip():
        return None
    mark = before.file.sha256 if before and before.file else None
    if form.data:
        about = f"{code} {form.period_id}"
        archive_pdf(
            desk, form.file_name, form.data, about, official().documents.signed_file.format(number=form.number.strip())
        )
        kept = newest(desk, about)
        mark = kept.sha256 if kept else None
    if before is None:
        _freeze(desk, form, code)
    row = {
        "form_code": code,
        "period_id": form.period_id,
        "number": form.number.strip(),
        "signed_on": form.signed_on,
        "signer": form.signer.strip(),
        "data_seq": before.data_seq if before else seq,
        "attachment": mark,
        "note": form.reason.strip() or None,
    }
    note = recorded(
        lambda: texts().documents.signed_note.format(period=fmt.period(form.period_id), number=form.number.strip())
    )
    note = f"{note}: {form.reason.strip()}" if form.reason.strip() else note
    return storing.edit(desk.office, desk.actor, SIGNED_REPORTS, typed(SIGNED_REPORTS, [row]), note)


def _require_reason(desk: Desk, form: SignForm, code: str, before: Signed | None) -> None:
    """A signed number, day or signer is corrected with a reason; a report that was not accepted is signed with one."""
    t = texts().documents
    if form.reason.strip():
        return
    if before is not None:
        told = (before.number, before.signed_on, before.signer)
        if told != (form.number.strip(), form.signed_on, form.signer.strip()) or form.data:
            raise CchcError(t.correction_needs_reason.format(number=before.number, day=fmt.day(before.signed_on)))
        return
    waiting = not_accepted(desk, form.period_id, code, form.signed_on)
    if waiting:
        names = ", ".join(f"{unit} ({texts().reporting.states[state]})" for unit, state in waiting)
        raise CchcError(t.not_accepted.format(count=len(waiting), units=names))


def not_accepted(desk: Desk, period_id: str, form_code: str, day: date) -> tuple[tuple[str, str], ...]:
    """Units whose report of a period was not accepted by a day, with where it stands: exempt units owe none."""
    reporting = Reporting(desk)
    found = board(desk, day, (named_window(reporting, period_id),)).standings
    return tuple(
        (reporting.units[one.owed.unit_id].name, one.progress.state.value)
        for one in found
        if one.owed.form_code == form_code and one.progress.state not in (State.ACCEPTED, State.EXEMPT)
    )


def _freeze(desk: Desk, form: SignForm, code: str) -> None:
    """The event «chốt kỳ» of every report of the period; reports that bear it of a signing that broke off keep it."""
    window = named_window(Reporting(desk), form.period_id)
    held = desk.facts(REPORT_EVENTS, {"form_code": [code], "period_id": [form.period_id]})
    last = held.groupby("unit_id")["event_no"].max() if len(held) else pd.Series(dtype="Int64")
    bear = set(held.loc[held["act"] == FROZEN, "unit_id"])
    rows = [
        {
            "unit_id": one.owed.unit_id,
            "form_code": code,
            "period_id": form.period_id,
            "event_no": int(last.get(one.owed.unit_id, 0)) + 1,
            "act": FROZEN,
            "on_day": form.signed_on,
            "by_name": form.signer.strip(),
            "document": form.number.strip(),
        }
        for one in board(desk, form.signed_on, (window,)).standings
        if one.owed.form_code == code and one.owed.unit_id not in bear
    ]
    if rows:
        note = recorded(lambda: texts().documents.frozen_note.format(period=fmt.period(form.period_id)))
        storing.edit(desk.office, desk.actor, REPORT_EVENTS, typed(REPORT_EVENTS, rows), note)


def corrections(desk: Desk, period_id: str, form_code: str) -> tuple[Correction, ...]:
    """What changed in a period's reports since its report was signed; nothing while it is a draft."""
    require(desk.actor, Deed.READ_ALL)
    held = signed(desk, period_id, form_code)
    if held is None:
        return ()
    where = {"form_code": [form_code], "period_id": [period_id]}
    old = _shown(desk.facts_after(UNIT_REPORTS, where, held.data_seq))
    new = _shown(desk.facts(UNIT_REPORTS, where))
    versions = desk.versions(UNIT_REPORTS, where)
    touched: dict[tuple[str, str, str], int] = {}
    for row in versions.to_dict("records"):
        key = (row["unit_id"], row["part"], row["code"])
        ends = [int(seq) for seq in (row["seq_from"], row["seq_to"]) if not pd.isna(seq)]
        touched[key] = max(touched.get(key, 0), *ends)
    names = Reporting(desk).units
    found = []
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key) and touched.get(key, 0) > held.data_seq:
            entry, unit = desk.office.store.entry(touched[key]), names.get(key[0])
            found.append(
                Correction(
                    unit=unit.name if unit else key[0],
                    code=key[2],
                    old=old.get(key, fmt.MISSING),
                    new=new.get(key, fmt.MISSING),
                    who=named(entry.actor.name),
                    recorded_at=entry.recorded_at,
                    reason=entry.note,
                )
            )
    return tuple(found)


def _shown(items: pd.DataFrame) -> dict[tuple[str, str, str], str]:
    """(unit, part, code) -> what stands there, in words."""
    columns = ("unit_id", "part", "code", "state", "value", "text")
    found = {}
    for unit, part, code, state, value, text in zip(*(items[name] for name in columns), strict=True):
        words = str(text) if isinstance(text, str) else texts().documents.item_parts[part]
        if part == ReportPart.VALUE:
            words = written(exact(value)) if state == ValueState.VALUE else texts().explore.states.get(state, state)
        found[unit, part, code] = words
    return found


def signed_file(desk: Desk, held: Signed) -> tuple[str, bytes]:
    """Name and bytes of the signed file. Raises CchcError when none is kept, UnknownNameError when it was removed."""
    require(desk.actor, Deed.DOWNLOAD)
    if held.file is None:
        raise CchcError(texts().documents.no_signed_file)
    return desk.original(held.file.seq)

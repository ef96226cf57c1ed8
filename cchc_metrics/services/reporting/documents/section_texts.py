"""What the compiler wrote into the sections of a report, in place of the draft; and why a copy was made for signature.

Both are facts of the journal: who wrote what when stays known, and the draft is had again by taking the text back.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import official, recorded, texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import OUTLINE, REPORT_SECTIONS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import typed
from cchc_metrics.services.reporting.documents.signing import not_accepted
from cchc_metrics.services.storing import storing

# In the place of a section: the reason why a copy for signature was made although reports were not accepted.
FINAL = "trinh-ky"


@dataclass(frozen=True, slots=True)
class Own:
    """A section as a person wrote it. drafted_from: the mark of the draft that lay before that person."""

    text: str
    by: str
    drafted_from: str


@dataclass(frozen=True, slots=True)
class Place:
    """A section of the report of a period."""

    form_code: str
    period_id: str
    section: str

    def where(self) -> dict[str, list[object]]:
        """The filter that finds what was written there."""
        return {"form_code": [self.form_code], "period_id": [self.period_id], "section_no": [self.section]}


def mark_of(draft: Iterable[str]) -> str:
    """The mark of a draft, by which a later change of figures is noticed."""
    return hashlib.sha256("\n".join(draft).encode()).hexdigest()[:16]


def own_texts(desk: Desk, form_code: str, period_id: str) -> Mapping[str, Own]:
    """Section -> what stands in place of its draft."""
    require(desk.actor, Deed.READ_ALL)
    held = desk.facts(REPORT_SECTIONS, {"form_code": [form_code], "period_id": [period_id]})
    rows = held.astype("object").where(held.notna(), "").to_dict("records")
    return {
        str(row["section_no"]): Own(str(row["text"]), str(row["by_name"]), str(row["drafted_from"])) for row in rows
    }


def write(desk: Desk, place: Place, text: str, by: str, draft: str) -> Entry | None:
    """Keep a section's text. draft: the mark of the draft it was written over. None when nothing changes.

    Raises CchcError without a text or a name, or for a section that the outline has not.
    """
    require(desk.actor, Deed.EDIT)
    t = texts().weaving
    if place.section not in set(desk.facts(OUTLINE)["section_no"]):
        raise CchcError(t.section_unknown.format(section=place.section))
    if not text.strip():
        raise CchcError(t.section_empty)
    if not by.strip():
        raise CchcError(t.section_by_missing)
    note = recorded(
        lambda: texts().weaving.section_note.format(section=place.section, period=fmt.period(place.period_id))
    )
    return _keep(desk, place, Own(text, by, draft), note)


def restore(desk: Desk, place: Place) -> Entry | None:
    """Use the draft again; None where it is in use."""
    require(desk.actor, Deed.EDIT)
    held = desk.facts(REPORT_SECTIONS, place.where(), provenance=True)
    if held.empty:
        return None
    return storing.remove(desk.office, desk.actor, REPORT_SECTIONS, held, official().weaving.section_dropped)


def require_final(desk: Desk, form_code: str, period_id: str, day: date, reason: str = "") -> str:
    """The reason for which a copy for signature may be made by a day: empty when every report was accepted.

    Raises CchcError that names the reports which were not, when no reason is given or kept.
    """
    require(desk.actor, Deed.DOWNLOAD)
    waiting = not_accepted(desk, period_id, form_code, day)
    if not waiting:
        return ""
    if reason.strip():
        return reason.strip()
    kept = own_texts(desk, form_code, period_id).get(FINAL)
    if kept is None:
        names = ", ".join(f"{unit} ({texts().reporting.states[state]})" for unit, state in waiting)
        raise CchcError(texts().weaving.final_refused.format(count=len(waiting), units=names))
    return kept.text


def keep_final_reason(desk: Desk, form_code: str, period_id: str, reason: str, by: str) -> Entry | None:
    """Keep why a copy for signature is made although reports were not accepted. Raises CchcError without a reason."""
    require(desk.actor, Deed.EDIT)
    if not reason.strip():
        raise CchcError(texts().setup.reason_missing)
    note = recorded(lambda: texts().weaving.final_note.format(period=fmt.period(period_id), reason=reason.strip()))
    return _keep(desk, Place(form_code, period_id, FINAL), Own(reason, by, ""), note)


def _keep(desk: Desk, place: Place, own: Own, note: str) -> Entry | None:
    row = {
        "form_code": place.form_code,
        "period_id": place.period_id,
        "section_no": place.section,
        "text": own.text.strip(),
        "drafted_from": own.drafted_from or None,
        "by_name": own.by.strip() or None,
    }
    return storing.edit(desk.office, desk.actor, REPORT_SECTIONS, typed(REPORT_SECTIONS, [row]), note)

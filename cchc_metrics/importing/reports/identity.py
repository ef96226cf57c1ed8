"""Whose report a workbook is and of which period: by its hidden sheet, and by what people read on its face."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from cchc_metrics.importing.normalise import clean, compact, key
from cchc_metrics.importing.periods import PeriodFault, read_period
from cchc_metrics.importing.problems import Fault, error, warning
from cchc_metrics.importing.reports.cells import text_at
from cchc_metrics.labels import every, texts
from cchc_metrics.labels import format as fmt
from cchc_metrics.model import Grid, Period, Workbook
from cchc_metrics.schema import UNIT_REPORTS

_HEAD_ROWS = 12
_SUBTITLE = " · "
_SIGN, _LIST_SHEET = "cchc-metrics", "_danh_muc"
# Of the hidden sheet: the row from which greyed figures are listed, and which they are.
_GIVEN_FROM = 2
_GREYED = ("previous", "cumulative")


@dataclass(frozen=True, slots=True)
class Identity:
    """Which report a workbook says it is. mark: «SỐ LIỆU MINH HỌA» or empty."""

    unit_id: str
    form_code: str
    period_id: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """A text of a sheet that names the unit or the period. about: «unit», «form» or «period» · row, place: from 0."""

    about: str
    words: str
    code: str
    sheet: Grid
    row: int
    place: int


def is_report(workbook: Workbook) -> bool:
    """Whether a workbook is one that a unit was given to fill, its stamp lost or not."""
    if workbook.stamp is not None:
        return workbook.stamp.kind == UNIT_REPORTS.name
    return cover_of(workbook) is not None


def identity_of(workbook: Workbook) -> Identity | None:
    """The unit, form and period of a report workbook, by its hidden sheet, else by its cover; None if neither tells."""
    if not is_report(workbook):
        return None
    for sheet in workbook.sheets:
        if is_list(sheet) and sheet.height > 1 and len(sheet.columns) > 2:
            words = [text_at(sheet, 1, place) for place in range(min(4, len(sheet.columns)))]
            if all(words[:3]):
                return Identity(*words)
    cover = cover_of(workbook)
    codes = {face.about: face.code for face in _on_cover(cover)} if cover is not None else {}
    found = [codes.get(about, "") for about in ("unit", "form", "period")]
    return Identity(*found) if all(found) else None


def is_list(sheet: Grid) -> bool:
    """Whether a sheet is one of ours that nobody fills: by its stamp, also when it was shown or renamed."""
    return text_at(sheet, 0, 0) == _SIGN or (sheet.hidden and sheet.name == _LIST_SHEET)


def given_out(workbook: Workbook) -> dict[str, dict[str, float]] | None:
    """Code -> what the template showed greyed when it was handed out; None where the hidden sheet does not say."""
    listed = next((sheet for sheet in workbook.sheets if is_list(sheet) and sheet.height > _GIVEN_FROM), None)
    if listed is None:
        return None
    found: dict[str, dict[str, float]] = {}
    for row in range(_GIVEN_FROM, listed.height):
        code = text_at(listed, row, 0)
        places = [place for place in (1, 2) if place < len(listed.columns)]
        numbers = {_GREYED[place - 1]: float(listed.columns[place].numbers[row]) for place in places}
        if code:
            found[code] = {name: number for name, number in numbers.items() if not np.isnan(number)}
    return found


def cover_of(workbook: Workbook) -> Grid | None:
    """The sheet on which unit, form and period are written for people; None when there is none."""
    for sheet in workbook.sheets:
        if len({face.about for face in _on_cover(sheet)}) == 3:
            return sheet
    return None


def _on_cover(sheet: Grid) -> Iterator[Face]:
    """«Đơn vị báo cáo: …», «Biểu: …», «Kỳ báo cáo: …» with the code in the cell to the left."""
    labels: dict[str, str] = {}
    for said in every(lambda words: words.reporting):
        labels |= {key(said.form_unit): "unit", key(said.form_form): "form", key(said.form_period): "period"}
    for row in range(min(_HEAD_ROWS, sheet.height)):
        for place in range(len(sheet.columns)):
            label, mark, words = text_at(sheet, row, place).partition(":")
            about = labels.get(key(label)) if mark else None
            if about is not None:
                yield Face(about, clean(words), text_at(sheet, row, place - 1), sheet, row, place)


def faces_of(workbook: Workbook) -> Iterator[Face]:
    """Every place where a workbook says its unit or its period: the cover, and the line under each sheet's title."""
    for sheet in workbook.sheets:
        if is_list(sheet):
            continue
        on_cover = list(_on_cover(sheet))
        yield from on_cover
        for row in range(min(3, sheet.height)) if not on_cover else ():
            for place in range(len(sheet.columns)):
                unit, mark, period = text_at(sheet, row, place).rpartition(_SUBTITLE)
                if mark:
                    yield Face("unit", clean(unit), "", sheet, row, place)
                    yield Face("period", clean(period), "", sheet, row, place)


def contradicted(
    workbook: Workbook, identity: Identity, names: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Fault, Face]]:
    """What a workbook says on its face that is not what it is. names: unit id -> what the unit is called."""
    own = {compact(name) for name in names.get(identity.unit_id, ())}
    owner = {compact(name): unit for unit, called in names.items() for name in called}
    for face in faces_of(workbook):
        fault = None
        if face.about == "period":
            fault = _other_period(face, identity)
        elif face.about == "unit":
            fault = _other_unit(face, identity, own, owner, names)
        elif face.code and face.code != identity.form_code:
            said = texts().reporting.face_form
            fault = error("report_face_form", said.format(face=face.code, form=identity.form_code))
        if fault is not None:
            yield fault, face


def _other_period(face: Face, identity: Identity) -> Fault | None:
    t, mine = texts().reporting, fmt.period(identity.period_id)
    for words in filter(None, (face.code, face.words)):
        if compact(words) in {compact(identity.period_id), *map(compact, fmt.periods(identity.period_id))}:
            continue
        read = read_period(words)
        if isinstance(read, Period) and read.id == identity.period_id:
            continue
        if read in (PeriodFault.UNKNOWN, PeriodFault.OUT_OF_RANGE):
            return warning("report_face_unread", t.face_unread.format(face=words, mine=mine))
        return error("report_face_period", t.face_period.format(face=words, mine=mine))
    return None


def _other_unit(
    face: Face, identity: Identity, own: set[str], owner: Mapping[str, str], names: Mapping[str, tuple[str, ...]]
) -> Fault | None:
    t, mine = texts().reporting, (names.get(identity.unit_id) or (identity.unit_id,))[0]
    if face.code and face.code != identity.unit_id:
        return error("report_face_unit", t.face_unit.format(face=face.code, mine=mine))
    if not face.words or compact(face.words) in own:
        return None
    if owner.get(compact(face.words), identity.unit_id) != identity.unit_id:
        return error("report_face_unit", t.face_unit.format(face=face.words, mine=mine))
    return warning("report_face_unread", t.face_unread.format(face=face.words, mine=mine))

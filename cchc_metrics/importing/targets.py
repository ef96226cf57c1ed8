"""Targets as plans word them: «≥ 45», «Top 30», «30/63», «nhóm A», «tăng 5 bậc so với 2024», «phấn đấu trên 85%»."""

import re
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Field, Floats, Words, distinct
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.normalise import clean, plain_letters
from cchc_metrics.importing.problems import Fault, error
from cchc_metrics.importing.subjects import Subjects
from cchc_metrics.labels import texts
from cchc_metrics.model import CellKind
from cchc_metrics.schema import TemplateColumn

VALUE, RANK, GROUP, CHANGE, RANK_CHANGE = "value", "rank", "group", "change", "rank_change"
AT_LEAST, ABOVE = ">=", ">"
# A rank or a part of a maximum: the units that there are say which.
SLASHED = "/"
_NUMBER = r"(?P<number>\d+(?:[.,]\d+)?)"
_UNIT = r"\s*(?P<unit>%|phan tram|diem phan tram|diem)?"
_AIM = r"(?:phan dau |thuoc |muc tieu |duy tri |giu vung |giu |dat |xep |vao |o |nam trong |trong )*"
_BASE = r"(?:.*?\bso voi (?:cung ky |ket qua )?(?:nam )?(?P<base>(?:19|20)\d\d|truoc|ngoai))?.*"
_GROUPS = "cao nhat|trung binh cao|trung binh thap|thap nhat|[a-e]"
_PLACE = r"(?P<number>\d{1,3})(?:\s*/\s*(?P<count>\d{1,4}))?"
_MORE = r"(?: them)?(?: it nhat| toi thieu)?"
_UP = rf"{_AIM}(?:tang|cai thien|nang){_MORE}"
_PLACES = r"(?P<number>\d{1,3}) (?:bac|hang|thu bac|thu hang|vi tri)"
_LEADING = r"(?:dan dau|dung dau|cao nhat).*"
_LEAST = r"(?:>=|≥|toi thieu|it nhat|khong thap hon|khong duoi|dat tu|tu)"
_OVER = r"(?:>|tren|hon|vuot(?: muc)?|cao hon)"
_FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (kind, comparison, re.compile(form))
    for kind, comparison, form in (
        (RANK_CHANGE, "", rf"{_UP}(?: thu)?(?: hang)? {_PLACES}{_BASE}"),
        (CHANGE, "", rf"{_UP} {_NUMBER}{_UNIT}{_BASE}"),
        (GROUP, "", rf"{_AIM}(?:nhom|loai|muc) (?P<group>{_GROUPS})(?: tro len)?"),
        (RANK, "", rf"{_AIM}(?:top|nhom) (?P<number>\d{{1,3}})(?: (?:tinh|dia phuong).*| ca nuoc| toan quoc| dau)?"),
        (RANK, "", rf"{_AIM}(?P<number>\d{{1,3}}) (?:tinh|dia phuong)(?:, thanh pho)? {_LEADING}"),
        (RANK, "", rf"{_AIM}(?:tu )?(?:thu )?(?:hang|vi tri|thu)(?: thu| tu)? {_PLACE}(?: tro len)?.*"),
        ("", AT_LEAST, rf"{_AIM}{_LEAST} ?{_NUMBER}{_UNIT}(?: tro len)?"),
        ("", AT_LEAST, rf"{_AIM}{_NUMBER}{_UNIT} tro len"),
        ("", ABOVE, rf"{_AIM}{_OVER} ?{_NUMBER}{_UNIT}"),
        ("", "", rf"(?:phan dau |muc tieu |duy tri |giu vung |giu |dat )+{_NUMBER}{_UNIT}"),
        ("", "", rf"{_NUMBER}\s*(?P<unit>diem)"),
    )
)
_SLASHED = re.compile(r"(?P<number>\d{1,3})\s*/\s*(?P<count>\d{2,4})")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of a target say. kind: empty where they leave it open · number: as written, empty of a group ·
    base: the year compared with, "-1" for the year before, empty where none is named · count: out of how many."""

    kind: str = ""
    number: str = ""
    comparison: str = ""
    group: str = ""
    base: str = ""
    count: int = 0
    percent: bool = False


def read_wording(text: str) -> Wording | None:
    """The words of a target; None for a plain number and for what says none."""
    said = plain_letters(clean(text[:_LONGEST])).strip(" .;")
    for kind, comparison, form in _FORMS:
        if (found := form.fullmatch(said)) is None:
            continue
        parts = found.groupdict()
        base = parts.get("base") or ""
        return Wording(
            kind=kind,
            number=parts.get("number") or "",
            comparison=comparison,
            group=_group(parts.get("group") or "", text),
            base=base if base.isdecimal() else "-1" if base else "",
            count=int(parts.get("count") or 0),
            percent=parts.get("unit") in ("%", "phan tram", "diem phan tram"),
        )
    slashed = _SLASHED.fullmatch(said)
    return Wording(SLASHED, slashed["number"], count=int(slashed["count"])) if slashed else None


def _group(group: str, text: str) -> str:
    """The name of a group as it is written, with a capital."""
    if not group:
        return ""
    words = clean(text).rstrip(" .;").removesuffix("trở lên").split()[-len(group.split()) :]
    return group.upper() if len(group) == 1 else " ".join(words).capitalize()


def with_words(intake: Intake, column: TemplateColumn, subjects: Subjects) -> tuple[Intake, list[Wording | None]]:
    """The records with plain numbers in the place of words, and per record what the words say.

    «30/63» is a rank where there are 63 units to be ranked; else it stays as it is, and is refused as a number.
    """
    field = intake.field(column)
    if field is None:
        return intake, [None] * len(intake)
    spoken = field.where(CellKind.TEXT)
    read = [read_wording(word) for word in field.texts.words]
    wordings: list[Wording | None] = [None] * len(intake)
    numbers = [""] * len(intake)
    for at in np.flatnonzero(spoken & (field.texts.codes >= 0)).tolist():
        code = int(field.texts.codes[at])
        one, word = read[code], field.texts.words[code]
        if one is not None and one.kind == SLASHED:
            one = replace(one, kind=RANK) if one.count == subjects.peers[at] else None
        wordings[at] = one
        numbers[at] = word if one is None else one.number + ("%" if one.percent else "")
    words, codes = distinct(numbers)
    kinds = np.where(spoken & (codes < 0), np.uint8(CellKind.EMPTY), field.kinds)
    plain: Field = replace(field, kinds=kinds, texts=Words(codes, words))
    records = replace(intake.records, fields={**intake.records.fields, column.header: plain})
    return replace(intake, records=records), wordings


@dataclass(frozen=True, slots=True)
class Worded:
    """Per record: the kind of target, and what its words add to its number."""

    kinds: list[str]
    columns: dict[str, Any]


def settled(intake: Intake, column: TemplateColumn, wordings: list[Wording | None], declared: Words) -> Worded:
    """The kind of each target – by its words, else as declared – and comparison, group, base year, count, wording.

    An error: words that contradict the declared kind, a change without a base year, a group that is not named.
    """
    choice = next(one for one in intake.kind.template if one.store == "target_kind")
    said = intake.words(choice).codes >= 0
    years, written = intake.words(_stored(intake, "period_id")), intake.words(column)
    own = {name: intake.words(_stored(intake, name)) for name in ("group_name", "base_period")}
    faults: dict[int, Fault] = {}
    kinds, rows = [], []
    for at, one in enumerate(wordings):
        first = _word(declared, at) or VALUE
        wording = one or Wording()
        kind = wording.kind or first
        if (said[at] and wording.kind and wording.kind != first) or (wording.comparison and kind != VALUE):
            faults[at] = error("target_kind_disagrees", texts().intake.target_kind_disagrees)
        group = wording.group or (_word(own["group_name"], at) if kind == GROUP else "")
        base = _base(wording.base or _word(own["base_period"], at), _word(years, at))
        if kind == GROUP and not group:
            faults[at] = error("target_group_missing", texts().intake.target_group_missing)
        if kind in (CHANGE, RANK_CHANGE) and not base:
            faults[at] = error("target_base_missing", texts().intake.target_base_missing)
        kinds.append(kind)
        printed = _word(written, at) if one is not None else ""
        counted = wording.count if kind == RANK else 0
        rows.append((wording.comparison, group, base if kind in (CHANGE, RANK_CHANGE) else "", counted, printed))
    report = intake.report(column)
    for at, fault in faults.items():
        report.at(fault, np.array([at], dtype=np.int64), _word(written, at))
    names = ("comparison", "group_name", "base_period", "out_of", "printed")
    parts = dict(zip(names, zip(*rows, strict=True) if rows else ((),) * len(names), strict=True))
    columns: dict[str, Any] = {name: _spoken(parts[name]) for name in names if name != "out_of"}
    columns["out_of"] = pd.array([count or None for count in parts["out_of"]], dtype="Int64")
    return Worded(kinds, columns)


def _stored(intake: Intake, name: str) -> TemplateColumn:
    return next(column for column in intake.kind.template if column.store == name)


def _base(said: str, period: str) -> str:
    """The year compared with, before the target's own; empty where none is known."""
    year = period[-4:] if period[-4:].isdecimal() else ""
    if said == "-1":
        return str(int(year) - 1) if year else ""
    return said if said.isdecimal() and len(said) == 4 and (not year or said < year) else ""


def unworded(values: Floats, kinds: list[str]) -> Floats:
    """Values without those of groups, which have none."""
    return np.where(np.array([kind == GROUP for kind in kinds], dtype=np.bool_), np.nan, values)


def _word(words: Words, at: int) -> str:
    code = int(words.codes[at])
    return words.words[code] if code >= 0 else ""


def _spoken(parts: Any) -> Any:
    words, codes = distinct(parts)
    return Words(codes, words).array()

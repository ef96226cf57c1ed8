"""A printed set of criteria as rows of a framework: codes made whole, levels, lines of points under their criterion."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cchc_metrics.importing.cells import Field, Ints, Records, as_words, distinct, word_field
from cchc_metrics.importing.cells import Words as Texts
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.problems import Problems, info
from cchc_metrics.importing.tables.rows import RowSort, sort_of
from cchc_metrics.importing.understanding.printed import CODE, FRAMEWORK, METHOD, MOST, NAME, NUMBERED, PARENT
from cchc_metrics.labels import texts
from cchc_metrics.schema import FRAMEWORKS, TOTAL

_TOTAL = re.compile(r"(?:tong (?:so )?diem|tong cong|tong|cong)(?: .*)?")
_LEVEL = next(column.header for column in FRAMEWORKS.template if column.store == "level")
_ROMAN = re.compile(r"[IVX]{1,5}")


def is_printed(records: Records) -> bool:
    """Whether the records of a framework are rows of a decision: what names the framework stands in no column."""
    field = records.fields.get(FRAMEWORK)
    beside = (records.fields.get(header) for header in (CODE, NAME))
    known = all(one is not None and one.column != 0 for one in beside)
    return field is not None and field.column == 0 and PARENT not in records.fields and known


def with_outline(intake: Intake) -> Intake:
    """The records of a printed set with whole codes, parents and levels; anything else as it is.

    «TỔNG ĐIỂM» is the root. Numbers that begin anew under each Roman area are put behind it (I.1, II.1). A line
    without a number of its own says how the criterion above it is scored; below the total it is a note.
    """
    records = intake.records
    if intake.kind.name != FRAMEWORKS.name or not is_printed(records):
        return intake
    rows = [
        _Row(at, code, name, most)
        for at, (code, name, most) in enumerate(
            zip(_texts(records, CODE), _texts(records, NAME), _texts(records, MOST), strict=True)
        )
    ]
    outline = _outlined(rows)
    _say_lines(records, outline, intake.problems)
    kept = np.array([at for at, _ in outline.kept], dtype=np.int64)
    codes = [code for _, code in outline.kept]
    fields = {header: field.at(kept) for header, field in records.fields.items()}
    fields[CODE] = _spoken(codes, fields[CODE])
    parents = _parents(codes)
    fields[PARENT] = word_field(_words(parents))
    if _LEVEL not in fields:
        fields[_LEVEL] = word_field(_words(_levels(codes, parents)))
    names = _texts(records, NAME)
    heads = [names[at] or records.fields[CODE].shown(at) for at in kept.tolist()]
    fields[NAME] = _spoken(heads, fields[NAME])
    lines = [" ".join(outline.lines.get(int(at), ())) for at in kept]
    if any(lines):
        own = _texts(records, METHOD)
        fields[METHOD] = word_field(
            _words([" ".join(filter(None, (own[at], line))) for at, line in zip(kept, lines, strict=True)])
        )
    return replace(intake, records=replace(records, rows=records.rows[kept], fields=fields))


@dataclass(frozen=True, slots=True)
class _Row:
    at: int
    code: str
    name: str
    most: str


@dataclass(slots=True)
class _Outline:
    """kept: place and code of each criterion · lines: place of a criterion -> the lines under it, and their places ·
    notes: lines below the total."""

    kept: list[tuple[int, str]]
    lines: dict[int, list[str]]
    told: list[int]
    notes: list[int]


def _outlined(rows: Sequence[_Row]) -> _Outline:
    found = _Outline([], {}, [], [])
    numbered = [row.code.rstrip(".") for row in rows if NUMBERED.fullmatch(row.code)]
    anew = len(set(numbered)) < len(numbered) and any(_ROMAN.fullmatch(code) for code in numbered)
    area = ""
    for row in rows:
        code = row.code.rstrip(".") if NUMBERED.fullmatch(row.code) else ""
        if not code and _TOTAL.fullmatch(key(row.name or row.code)) and (row.most or not row.name):
            found.kept.append((row.at, TOTAL))
        elif code and (row.name or row.most):
            if _ROMAN.fullmatch(code):
                area = code
            elif anew and area:
                code = f"{area}.{code}"
            found.kept.append((row.at, code))
        elif (any(one == TOTAL for _, one in found.kept) and found.kept[0][1] != TOTAL) or _is_note(row):
            found.notes.append(row.at)
        elif found.kept and row.name:
            line = ": ".join(filter(None, (row.name, row.most)))
            found.lines.setdefault(found.kept[-1][0], []).append(line if line.endswith((".", ";")) else f"{line};")
            found.told.append(row.at)
        else:
            # Nothing says what it is: it is told as a criterion that lacks its parts.
            found.kept.append((row.at, row.code))
    return found


def _is_note(row: _Row) -> bool:
    return sort_of(row.name or row.code) is RowSort.NOTE


def _parents(codes: Sequence[str]) -> list[str]:
    """The nearest code above each; of a number of one part the Roman area that it stands under, else the root."""
    known, area, found = set(codes), "", []
    for code in codes:
        above = code.rpartition(".")[0]
        while above and above not in known:
            above = above.rpartition(".")[0]
        roman = _ROMAN.fullmatch(code) is not None
        area = code if roman else area
        found.append("" if code in ("", TOTAL) else above or (area if area and not roman else TOTAL))
    return found


def _levels(codes: Sequence[str], parents: Sequence[str]) -> list[str]:
    t = texts().intake
    above = dict(zip(codes, parents, strict=True))
    names = (t.level_index, t.level_area, t.level_criterion, t.level_part)

    def depth(code: str) -> int:
        steps = 0
        while code != TOTAL and code and steps < len(codes):
            code, steps = above.get(code, ""), steps + 1
        return steps

    return [names[min(depth(code), len(names) - 1)] for code in codes]


def _say_lines(records: Records, outline: _Outline, problems: Problems) -> None:
    t = texts()
    column = records.fields[NAME].column
    place = column if isinstance(column, int) else 1
    lines = records.rows[np.array(outline.told, dtype=np.int64)]
    problems.of_cells(info("lines_of_points", t.intake.lines_of_points), records.sheet, lines, place)
    notes = records.rows[np.array(outline.notes, dtype=np.int64)]
    problems.of_cells(info(RowSort.NOTE, t.findings.row_note), records.sheet, notes, place)


def _texts(records: Records, header: str) -> list[str]:
    field = records.fields.get(header)
    if field is None:
        return [""] * len(records)
    words = as_words(field)
    return [words.words[code] if code >= 0 else "" for code in words.codes.tolist()]


def _words(spoken: Sequence[str]) -> Texts:
    words, codes = distinct(spoken)
    return Texts(codes, words)


def _spoken(spoken: Sequence[str], field: Field) -> Field:
    """Other texts in the cells of a field; a number stays one, for it may have lost a digit."""
    words, codes = distinct(spoken)
    numeric: Ints = np.flatnonzero(~np.isnan(field.numbers) & (field.texts.codes < 0))
    kinds = word_field(Texts(codes, words)).kinds
    kinds[numeric] = field.kinds[numeric]
    return replace(field, kinds=kinds, texts=Texts(codes, words))

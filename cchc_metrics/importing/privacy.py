"""What should not lie in an archive: columns that look like personal data, and marks of secrecy.

Works on the distinct texts of a column and passes over columns of numbers too small to be anyone's number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from cchc_metrics.importing.cells import number_text
from cchc_metrics.importing.normalise import clean, key
from cchc_metrics.importing.problems import MOST_CELLS, cell_name, column_name
from cchc_metrics.labels import official, texts
from cchc_metrics.model import CellKind, Finding, Grid, GridColumn, Severity, Workbook

CITIZEN, IDENTITY, PHONE, EMAIL = "personal_citizen", "personal_identity", "personal_phone", "personal_email"
BIRTH = "personal_birth"
# What only the header above it makes a person's.
_BY_HEADER = (IDENTITY, BIRTH)
# So many cells convince without a header that says what they are.
ENOUGH = 3
# A number that lost its zero looks like any other: without a header, nearly the whole column must look so.
NEARLY_ALL = 0.8
_TITLE_ROWS, _HEADER_ROWS = 15, 30
_LONGEST_HEADER, _LONGEST_MARK, _LONGEST_TEXT = 80, 24, 2000
_LAST_PROVINCE = 96
# Of the century that began in 2000, later years of birth are not plausible.
_LAST_YEAR = 39

# What a text must hold to be looked at more closely: a number with its zero or its country, or nothing but digits.
_POSSIBLE = re.compile(
    r"(?<!\w)(?<!\d[.,-])(?:0\d\d|\+84|\(\+?84)[\d\s\u200b.()-]{6}|^\W{0,3}\d[\d \u00a0\u200b]{6,20}\W{0,3}$|@",
    re.MULTILINE,
)
_CITIZEN = re.compile(r"(?<!\w)(?<!\d[.,-])0\d\d[ .]?[0-3]\d\d[ .]?\d{3}[ .]?\d{3}(?!\w)(?![.,-][1-9])")
_PHONE = re.compile(
    r"(?<!\w)(?<!\d[.,-])(?:0[35789]\d|(?:\(?\+84\)?|\(84\)|0084)[ .-]?(?:\(0\)|0)?[ .-]?[35789]\d)"
    r"(?:[ .-]?\d){7}(?!\w)(?![.-][1-9])"
)
_MOBILE = re.compile(r"(?:84)?(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_ADDRESS = re.compile(r"://|\bwww\.")
_TELLING = (
    (re.compile(r"\b(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh ca nhan)\b"), (CITIZEN, IDENTITY)),
    (re.compile(r"\b(?:dien thoai|so dt|sdt|di dong|mobile|phone|hotline|zalo)\b"), (PHONE,)),
    (re.compile(r"\b(?:e ?mail|thu dien tu|hop thu)\b"), (EMAIL,)),
    (re.compile(r"\b(?:ngay (?:thang )?(?:nam )?sinh(?! hoat)|sinh ngay|date of birth)\b"), (BIRTH,)),
)
_PERSON = re.compile(r"(?:ho va ten|ho ten|ho dem)\b.*|full name")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d(?:[T ].*)?")
_TAX_CODE = re.compile(r"\b(?:ma so thue|mst)\b")
# The letter of the mark, whole or with its tone apart, and the mark's last word around it.
_MARK_LETTERS = ("\u1eac", "\u1ead", "\u0323")
_MARK = re.compile(r"(?i)m\W{0,3}(?:\u1ead|\u00e2\u0323|\u1ea1\u0302|a\u0323\u0302|a\u0302\u0323)\W{0,3}t")


@dataclass(frozen=True, slots=True)
class _Sign:
    """One thing seen in a cell; not sure when only the header or the rest of the column can tell."""

    what: str
    sure: bool
    text: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """The signs of a column: (0-based row, sign), by row."""

    column: GridColumn
    signs: tuple[tuple[int, _Sign], ...]


def personal_data(workbook: Workbook) -> tuple[Finding, ...]:
    """Warnings on columns that look like personal data, one per column; an error per sheet and secrecy mark.

    Citizen and identity numbers, mobile numbers, e-mail addresses and days of birth, shown only in part; a column of
    persons' names beside them is named. Hidden sheets are searched as well. Empty when nothing is found.
    """
    return tuple(finding for sheet in workbook.sheets for finding in _of_sheet(sheet))


def names_a_citizen(text: str) -> bool:
    """Whether a text that people type holds a citizen's number."""
    return any(sign.what == CITIZEN and sign.sure for sign in _signs(text))


def _of_sheet(sheet: Grid) -> Iterator[Finding]:
    marks: dict[str, list[tuple[int, int]]] = {mark: [] for mark in (_mark_of_line(sheet.name),) if mark}
    for number, column in enumerate(sheet.columns, start=1):
        words = _words(column)
        for row, mark in _marks(column, words):
            marks.setdefault(mark, []).append((row + 1, number))
        seen = _Seen(column, (*_in_texts(column, words), *_in_numbers(column), *_births(column)))
        if seen.signs and (finding := _judged(seen, sheet, number)):
            yield finding
    for mark, places in marks.items():
        yield _secret(sheet, mark, sorted(places))


def _words(column: GridColumn) -> frozenset[str]:
    """The distinct texts of the cells."""
    if not (column.kinds == CellKind.TEXT).any():
        return frozenset()
    return frozenset(column.texts.tolist()) - {None}


def _in_texts(column: GridColumn, words: frozenset[str]) -> Iterator[tuple[int, _Sign]]:
    if not _POSSIBLE.search("\n".join(words)):
        return
    found = {word: signs for word in words if _POSSIBLE.search(word) and (signs := _signs(word))}
    if found:
        for row, text in enumerate(column.texts.tolist()):
            for sign in found.get(text, ()):
                yield row, sign


def _in_numbers(column: GridColumn) -> Iterator[tuple[int, _Sign]]:
    if not np.fmax.reduce(column.numbers, initial=0.0) >= 1e7:
        return
    numbers = np.where(column.kinds == CellKind.NUMBER, column.numbers, np.nan)
    rows = np.flatnonzero((numbers >= 1e7) & (numbers < 1e11) & (numbers == np.floor(numbers)))
    found = {number: _bare(number_text(number)) for number in np.unique(numbers[rows]).tolist()}
    for row in rows.tolist():
        for sign in found[float(numbers[row])]:
            yield row, sign


def _births(column: GridColumn) -> Iterator[tuple[int, _Sign]]:
    """Days in a column that a header calls days of birth."""
    head = column.texts[:_HEADER_ROWS].tolist()
    told = (row for row, text in enumerate(head) if text and BIRTH in _said_by(clean(text)[:_LONGEST_HEADER]))
    first = next(told, None)
    if first is not None:
        for row, text in enumerate(column.texts[first + 1 :].tolist(), start=first + 1):
            if text and _DAY.fullmatch(clean(text)):
                yield row, _Sign(BIRTH, False, clean(text))


def _signs(text: str) -> tuple[_Sign, ...]:
    """What a text shows. Digits in a web address are no one's number."""
    short = clean(text[:_LONGEST_TEXT])
    found = [_Sign(EMAIL, True, match[0]) for match in _EMAIL.finditer(short)] if "@" in short else []
    if _ADDRESS.search(short):
        return tuple(found)
    found += [_Sign(CITIZEN, True, match[0]) for match in _CITIZEN.finditer(short) if _is_citizen(match[0])]
    found += [_Sign(PHONE, True, match[0]) for match in _PHONE.finditer(short)]
    return tuple(found) or _bare(short.replace(" ", ""))


def _bare(digits: str) -> tuple[_Sign, ...]:
    """What digits may be that stand alone in a cell, a leading zero perhaps lost. Round numbers are amounts."""
    if not (digits.isascii() and digits.isdecimal()) or digits.endswith("000"):
        return ()
    found = [IDENTITY] if len(digits) in (8, 9) else []
    if _MOBILE.fullmatch(digits):
        found.append(PHONE)
    if len(digits) in (10, 11) and _is_citizen(digits):
        found.append(CITIZEN)
    return tuple(_Sign(what, False, digits) for what in found)


def _is_citizen(text: str) -> bool:
    """Province of registration, century and gender, year of birth: 045 2 03 …"""
    digits = "".join(filter(str.isdigit, text)).zfill(12)
    century, year = int(digits[3]), int(digits[4:6])
    return 1 <= int(digits[:3]) <= _LAST_PROVINCE and (century < 2 or (century < 4 and year <= _LAST_YEAR))


def _judged(seen: _Seen, sheet: Grid, number: int) -> Finding | None:
    """The finding of a column whose signs are enough."""
    header, told = _header(seen)
    kept = [what for what in (CITIZEN, IDENTITY, PHONE, EMAIL, BIRTH) if _convinces(seen, what, header, told)]
    if not kept:
        return None
    signs = [(row, sign) for row, sign in seen.signs if sign.what in kept]
    rows = sorted({row for row, _ in signs})
    shown = next(sign.text for row, sign in signs if row == rows[0])
    t = texts().findings
    named = ", ".join(getattr(t, what) for what in kept)
    message = t.personal_data.format(header=header, what=named)
    if not header:
        message = t.personal_data_no_header.format(column=column_name(number), what=named)
    if persons := _persons(sheet):
        message += t.personal_beside.format(header=persons)
    return _finding("personal_data", message, sheet, [(row + 1, number) for row in rows], _masked(shown))


def _convinces(seen: _Seen, what: str, header: str, told: frozenset[str]) -> bool:
    """One cell is enough under a header that says so, three sure ones without; the rest is a matter of share."""
    signs = [(row, sign.sure) for row, sign in seen.signs if sign.what == what]
    if not signs or what in told:
        return bool(signs)
    if what in _BY_HEADER or (what == PHONE and _TAX_CODE.search(key(header))):
        return False
    if len({row for row, sure in signs if sure}) >= ENOUGH:
        return True
    rows = {row for row, _ in signs}
    filled = int((seen.column.kinds[min(rows) :] != CellKind.EMPTY).sum())
    return not told and len(rows) >= ENOUGH and len(rows) >= NEARLY_ALL * filled


def _header(seen: _Seen) -> tuple[str, frozenset[str]]:
    """The text that heads the signs ("" when none), and what it says they are."""
    rows = {row for row, _ in seen.signs}
    first, last = min(rows), min(max(rows), _HEADER_ROWS)
    head = seen.column.texts[:last].tolist()
    above = [(row, clean(text)) for row, text in enumerate(head) if text and row not in rows]
    short = [(row, text) for row, text in above if 0 < len(text) <= _LONGEST_HEADER]
    for _, text in reversed(short):
        if told := _said_by(text):
            return text, told
    if first > _HEADER_ROWS:
        return (short[0][1] if short else ""), frozenset()
    return next((text for row, text in reversed(short) if row < first), ""), frozenset()


def _said_by(header: str) -> frozenset[str]:
    """What a header says its column holds."""
    return frozenset(what for words, kinds in _TELLING if words.search(key(header)) for what in kinds)


def _persons(sheet: Grid) -> str:
    """The header of the column of persons' names, empty when there is none."""
    heads = (clean(text) for column in sheet.columns for text in column.texts[:_HEADER_ROWS].tolist() if text)
    return next((head for head in heads if len(head) <= _LONGEST_HEADER and _PERSON.fullmatch(key(head))), "")


def _marks(column: GridColumn, words: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Rows (0-based) with a secrecy mark: alone in a cell, or at the start of a line among the first rows."""
    whole = "\n".join(words)
    if not any(letter in whole for letter in _MARK_LETTERS) or not _MARK.search(whole):
        return
    suspects = {word for word in words if _MARK.search(word)}
    alone = {word: mark for word in suspects if len(word) <= _LONGEST_MARK and (mark := _mark_alone(word))}
    for row, text in enumerate(column.texts[: None if alone else _TITLE_ROWS].tolist()):
        mark = alone.get(text, "")
        if not mark and row < _TITLE_ROWS and text in suspects:
            mark = next(filter(None, map(_mark_of_line, text[:_LONGEST_TEXT].splitlines())), "")
        if mark:
            yield row, mark


def _mark_alone(text: str) -> str:
    """The mark that a text is, whatever its case, its spacing and what surrounds it."""
    document = official().findings.secrecy_document.replace(" ", "").casefold()
    bare = re.sub(r"[\W_]", "", clean(text)).casefold().removeprefix(document)
    words = official().findings.secrecy_marks.split("|")
    return next((word for word in words if word.replace(" ", "").casefold() == bare), "")


def _mark_of_line(line: str) -> str:
    """The mark in capitals that begins a line or stands in brackets, or that follows the name of the level."""
    name, colon, rest = clean(line).partition(":")
    if mark := _mark_alone(line) or (_mark_alone(rest) if colon and _names_level(name) else ""):
        return mark
    words = "|".join(map(re.escape, official().findings.secrecy_marks.split("|")))
    found = re.match(rf"\W*({words})(?=\s*[^\w\s]|\s+\w+\s*[:.])", clean(line))
    found = found or re.search(rf"[(\[]\s*({words})\s*[)\]]", clean(line))
    return found[1] if found else ""


def _names_level(name: str) -> bool:
    return name.strip().casefold() == official().findings.secrecy_level.casefold()


def _secret(sheet: Grid, mark: str, places: list[tuple[int, int]]) -> Finding:
    message = texts().findings.secrecy_mark.format(sheet=sheet.name, mark=mark)
    # No reason makes up for it: a state secret must not come to lie in the archive.
    return replace(_finding("secrecy_mark", message, sheet, places, mark), severity=Severity.ERROR)


def _finding(code: str, message: str, sheet: Grid, places: list[tuple[int, int]], value: str) -> Finding:
    cells = tuple(cell_name(row, column) for row, column in places[:MOST_CELLS])
    first = cells[0] if cells else ""
    return Finding(code, Severity.WARNING, message, sheet.name, first, value, max(1, len(places)), cells)


def _masked(text: str) -> str:
    """Enough to recognise the cell by; findings outlive a removed original."""
    return f"{text[:2]}{'•' * (len(text) - 4)}{text[-2:]}"

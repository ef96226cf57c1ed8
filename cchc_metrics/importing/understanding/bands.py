"""The header band of a table: the rows just above its body, and what stands above each column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.understanding.view import View, bare, is_machine

MOST_ROWS = 6
_FEW = 3
_COUNTING = re.compile(r"[(\[]?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[)\]]?|\(?\d{1,2}\)?\s?[=:+].*")
# Lines of the heading of an office's paper.
_EMBLEM = re.compile(
    r".*\b(?:cong hoa xa hoi|doc lap tu do|uy ban nhan dan|ubnd|so noi vu|bo noi vu|bo tai chinh|ministry|phu luc"
    r"|don vi tinh|don vi|dvt|kem theo)\b.*"
)

_OFFICE = re.compile(
    r"(?:uy ban nhan dan|ubnd|hdnd|so noi vu|so tai chinh|so ke hoach|bo noi vu|bo tai chinh|van phong|cuc thong ke"
    r"|tong cuc thong ke|don vi tinh|dvt)(?: \S+){0,8}"
)


@dataclass(frozen=True, slots=True)
class PathCell:
    """One text above a column. span: how many columns it covers · aside: a machine's name or a translation ·
    lone: nothing else stands in its row, as with a title."""

    raw: str
    span: int = 1
    aside: bool = False
    lone: bool = False


Path = Sequence[PathCell]


@dataclass(frozen=True, slots=True)
class Band:
    """first, last: rows (0-based) of the header, with rows that number the columns · rows: those of texts."""

    first: int
    last: int
    rows: tuple[int, ...]


def is_letterhead(text: str) -> bool:
    """Whether a line names the office that writes, or the unit of measure, and nothing that its table is about."""
    return _OFFICE.fullmatch(key(text)) is not None


def find_band(view: View, start: int, limit: int, columns: range, label: int) -> Band | None:
    """The header above a body that starts at a row: not above ``limit``, for a table of these columns.

    label: the column that names the rows. Titles, emblem lines and blank rows end it; one run of blank rows is passed
    over between a body and its header, and above a row of machine names.
    """
    rows: list[int] = []
    last, blanks = start - 1, 0
    for row in range(start - 1, max(limit, start - 60) - 1, -1):
        found = view.places(row, columns.start, columns.stop - 1)
        if not found:
            blanks += 1
            if blanks > 2 or (rows and not all(_is_machine_row(view, one, columns) for one in rows)):
                break
            continue
        if _is_header(view, row, rows, columns, label):
            rows.insert(0, row)
            blanks = 0
            if len(rows) == MOST_ROWS:
                break
        elif rows and row == rows[0] - 1 and _heads_the_same(view, row, rows[0], columns, label):
            # Two headers of the same columns, one right above the other: nobody can tell which of them holds.
            return None
        elif rows or not _belongs_to_body(view, row, found, label):
            break
        elif not counts_columns(view, row, found):
            last = row - 1
    if not rows:
        return None
    while last > rows[-1] and not view.places(last, columns.start, columns.stop - 1):
        last -= 1
    return Band(rows[0], max(last, rows[-1]), tuple(rows))


def _is_header(view: View, row: int, below: list[int], columns: range, label: int) -> bool:
    found = view.places(row, columns.start, columns.stop - 1)
    texts = [column for column in found if not view.plain_number(row, column)]
    if len(texts) * 2 < len(found) or not texts or texts[-1] <= label or counts_columns(view, row, found):
        return False
    if len(texts) <= _FEW and any(_EMBLEM.fullmatch(key(view.text(row, column))) for column in texts):
        return False
    if len(texts) == 1:
        return _stands_in_a_row(view, row, texts[0], columns) or _groups_columns(view, row, texts[0], below, label)
    if not below or not view.filled[label][row]:
        return True
    # A label stands in one row of a band, unless it is said again, translated or named by a machine.
    lower = next((one for one in below if view.filled[label][one]), None)
    return lower is None or _says_again(view, row, lower, columns, label)


def _heads_the_same(view: View, row: int, lower: int, columns: range, label: int) -> bool:
    """Whether a row of words stands above most columns of the header row below it, and names the rows as that does."""
    if not (view.filled[label][row] and view.filled[label][lower]):
        return False
    words = {one for one in view.places(row, columns.start, columns.stop - 1) if not view.plain_number(row, one)}
    below = view.places(lower, label + 1, columns.stop - 1)
    return len(words) > 2 and 2 * len(words.intersection(below)) >= max(len(below), 2)


def _stands_in_a_row(view: View, row: int, column: int, columns: range) -> bool:
    """Whether a lone header of one table among several side by side stands in the row of the others' headers."""
    others = [one for one in view.places(row, 0, view.width - 1) if one not in columns]
    return column > columns.start and len(others) >= 2 and not any(view.plain_number(row, one) for one in others)


def _groups_columns(view: View, row: int, column: int, below: list[int], label: int) -> bool:
    """Whether a text that stands alone in its row heads columns of values, and is no title."""
    if not below or column <= label or len(view.text(row, column)) > 80:
        return False
    merged = next((one for one in view.grid.merges if one[0] <= row + 1 <= one[2] and one[1] == column + 1), None)
    return merged is None or merged[1] - 1 > label


def _says_again(view: View, row: int, lower: int, columns: range, label: int) -> bool:
    upper_text, lower_text = view.text(row, label), view.text(lower, label)
    if bare(upper_text) == bare(lower_text) or is_machine(lower_text):
        return True
    return not _is_ascii(view, row, columns) and _is_ascii(view, lower, columns)


def _is_ascii(view: View, row: int, columns: range) -> bool:
    return all(view.text(row, column).isascii() for column in view.places(row, columns.start, columns.stop - 1))


def _is_machine_row(view: View, row: int, columns: range) -> bool:
    found = view.places(row, columns.start, columns.stop - 1)
    named = sum(is_machine(view.text(row, column)) for column in found)
    return named * 2 > len(found)


def counts_columns(view: View, row: int, found: list[int]) -> bool:
    """Whether a row numbers the columns: A B 1 2 3, (1) (2) (3 = 1 + 2)."""
    texts = [view.text(row, column) for column in found]
    return len(texts) > 1 and all(_COUNTING.fullmatch(text) for text in texts) and _counts_up(texts)


def _counts_up(texts: list[str]) -> bool:
    """Whether the numbers among short texts go up one by one from the beginning."""
    numbers = [int(digits[0]) for text in texts if (digits := re.findall(r"\d+", text))]
    return bool(numbers) and numbers[0] <= 2 and all(after - before in (0, 1) for before, after in pairwise(numbers))


def _belongs_to_body(view: View, row: int, found: list[int], label: int) -> bool:
    """A row between header and body that no header is: of values, a section, a numbering of columns, maxima."""
    if counts_columns(view, row, found) or any(view.plain_number(row, column) for column in found):
        return True
    return len(found) <= 2 and all(column <= label for column in found)


def paths(view: View, band: Band, columns: range, labels: frozenset[int]) -> dict[int, tuple[PathCell, ...]]:
    """Above each column its texts from top to bottom; the text of a group stands above each of its columns."""
    owners = {row: _owners(view, band, row, columns, labels) for row in band.rows}
    aside = _aside_rows(view, band, columns)
    found: dict[int, tuple[PathCell, ...]] = {}
    for column in columns:
        cells = []
        for row in band.rows:
            owner = owners[row].get(column)
            if owner is not None:
                span = sum(one == owner for one in owners[row].values())
                lone = len(set(owners[row].values())) == 1 and len(band.rows) > 1
                cells.append(PathCell(view.raw(*owner), span, row in aside, lone))
        found[column] = tuple(dict.fromkeys(cells))
    return found


def _owners(view: View, band: Band, row: int, columns: range, labels: frozenset[int]) -> dict[int, tuple[int, int]]:
    """Per column the cell whose text stands above it in one row of the band."""
    owners = {column: (row, column) for column in columns if view.filled[column][row]}
    merges = [one for one in view.grid.merges if one[0] - 1 <= band.last and one[2] - 1 >= band.first]
    for top, left, bottom, right in merges:
        if top - 1 <= row <= bottom - 1 and row == max(top - 1, band.first) and view.text(top - 1, left - 1):
            owners |= {column: (top - 1, left - 1) for column in range(left - 1, right) if column in columns}
    if merges or row == band.rows[-1]:
        return owners
    # No merges are known: a text holds for the blank cells right of it below which something stands.
    owner: tuple[int, int] | None = None
    for column in columns:
        if column in owners:
            owner = None if column in labels else owners[column]
        elif not any(view.filled[column][lower] for lower in band.rows if lower > row):
            owner = None
        elif owner is not None:
            owners[column] = owner
    return owners


def _aside_rows(view: View, band: Band, columns: range) -> frozenset[int]:
    """Rows that say another one again: machine names, an English row among Vietnamese ones."""
    machine = {row for row in band.rows if _is_machine_row(view, row, columns)}
    plain = [row for row in band.rows if row not in machine]
    english = {row for row in plain if _is_ascii(view, row, columns) and _has_words(view, row, columns)}
    return frozenset(machine | (english if len(english) < len(plain) else set()))


def _has_words(view: View, row: int, columns: range) -> bool:
    found = view.places(row, columns.start, columns.stop - 1)
    return any(len(key(view.text(row, column)).split()) > 1 for column in found)

"""Headers that a table does not read though they are, or nearly are, headers of its kind; and headers of codes."""

import re
from collections.abc import Collection

from rapidfuzz import fuzz

from cchc_metrics.importing.normalise import LONGEST_LABEL, compact, key
from cchc_metrics.schema import SCORES, Kind

# How alike (rapidfuzz ratio of the matching keys) a misspelt header is to the one that is meant.
_ALIKE = 88.0
_SHORTEST = 4
_ERRORS = re.compile(
    r" (?:sai so|se|std error|standard error|can (?:duoi|tren)|khoang tin cay|ktc|ci|lower|upper)(?: |$)"
)
_PERIODS = frozenset(
    {
        *(
            "nam",
            "ky",
            "ky bao cao",
            "nam chi so",
            "nam danh gia",
            "nam bao cao",
            "thoi gian",
            "giai doan",
            "nam khao sat",
        ),
        *("year", "years", "period", "nam year", "year nam", "quy", "thoi ky"),
    }
)
_CODES = frozenset({"ma", "code", "id", "stt", "tt", "no"})


def meant_header(text: str, kind: Kind, read: Collection[str]) -> str:
    """The template header that an unread header means: one of the same words (two columns bear it) or nearly; else
    empty. read: the template headers that the table has a column of. Tables of scores bear headers of many sorts."""
    said = compact(text[:LONGEST_LABEL])
    if len(said) < _SHORTEST or kind.name == SCORES.name:
        return ""
    for column in kind.template:
        wordings = [compact(one) for one in (column.header, *column.other_headers)]
        if said in wordings:
            return column.header
        if column.header not in read and any(
            fuzz.ratio(said, one) >= _ALIKE for one in wordings if len(one) > _SHORTEST
        ):
            return column.header
    return ""


def means_period(header: str) -> bool:
    """Whether a header is that of years or periods: a column of them that is not read leaves every row without its
    own."""
    return key(header.rsplit(" – ", maxsplit=1)[-1][:LONGEST_LABEL]) in _PERIODS


def means_error(header: str) -> bool:
    """Whether a header of numbers beside scores says that they are standard errors or ends of intervals."""
    return _ERRORS.search(f" {key(header[:LONGEST_LABEL])} ") is not None


def is_code(header: str) -> bool:
    """Whether a header names codes, or says of itself («nguồn: …») that it only shows what the source has."""
    words = key(header).split()
    name, colon, _ = header.partition(":")
    return bool(words) and (words[0] in _CODES or words[-1] in _CODES or (bool(colon) and key(name) == "nguon"))

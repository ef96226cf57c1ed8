"""What makes a step between two years suspect, in words: told of a file that comes in and of what is stored alike."""

from collections.abc import Iterable

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Evidence, Sign


def in_words(one: Evidence) -> str:
    """What makes a step suspect, with its figures."""
    return "; ".join(_clauses(one))


def _clauses(one: Evidence) -> Iterable[str]:
    said = texts().steps
    if Sign.ONE_WAY in one.signs:
        words = said.all_rose if one.rising else said.all_fell
        yield words.format(moved=one.moved, n=one.n, least=fmt.plain(round(one.least, 4)))
    if Sign.APART in one.signs:
        ends = [fmt.number(end, 2) for end in (*one.before, *one.after)]
        yield said.apart.format(low0=ends[0], high0=ends[1], low1=ends[2], high1=ends[3])
    if Sign.CORRELATION in one.signs:
        yield said.correlation.format(r=fmt.number(one.correlation, 2), usual=fmt.number(one.usual, 2), n=one.n)

"""Sizes of files in words."""

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts

_KILOBYTE = 1024
_GIGABYTE = 1024**3


def size_in_words(size: int) -> str:
    """``1,4 MB``; whole kilobytes below one megabyte, gigabytes from one on."""
    t = texts().health
    if size >= _GIGABYTE:
        return t.gigabytes.format(size=fmt.number(size / _GIGABYTE, 1))
    if size >= _KILOBYTE**2:
        return t.megabytes.format(size=fmt.number(size / _KILOBYTE**2, 1))
    return t.kilobytes.format(size=fmt.integer(-(-size // _KILOBYTE)))

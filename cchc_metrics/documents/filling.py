"""A template of the office filled with values, by a child process that may die of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from cchc_metrics.documents.carrying import carried
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.guarded.envelope import packed, unpacked
from cchc_metrics.guarded.running import run_child
from cchc_metrics.labels import texts

_CHILD = "from cchc_metrics.documents.child import main; main()"


class FillBounds(NamedTuple):
    """What filling may cost."""

    seconds: int = 30
    memory_mb: int = 1024

    def as_arguments(self) -> list[str]:
        return [str(value) for value in self]


def fill(template: bytes, values: Mapping[str, Any], as_of: datetime) -> bytes:
    """The .docx that a template makes of these values; equal arguments give equal bytes.

    values: texts, numbers, lists and mappings of them, ``Noted`` and ``Sheet``. as_of: the day of the data, kept as the
    document's day of making. Raises UnreadableFileError when the template is no Word file, asks for a value that there
    is not, or for more time or memory than one may take.
    """
    return fill_all(template, [values], as_of)[0]


def fill_all(template: bytes, values: Sequence[Mapping[str, Any]], as_of: datetime) -> list[bytes]:
    """A document for each set of values, as ``fill`` makes one; all by one child."""
    said = texts().documents
    job = {"as_of": as_of.isoformat(), "values": [carried(dict(each)) for each in values]}
    bounds = FillBounds(FillBounds().seconds + len(values))
    try:
        answer, data = unpacked(run_child(_CHILD, [], packed(job, template), bounds))
    except RefusedError as refusal:
        sentence = said.template_unreadable if refusal.code == "damaged" else said.template_costly
        raise UnreadableFileError(sentence) from refusal
    if "refused" in answer:
        raise UnreadableFileError(answer["refused"])
    return [data[start:end] for start, end in pairwise(accumulate(answer["sizes"], initial=0))]

"""A template of the office filled with values, by a child process that may die of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import accumulate, pairwise
from typing import Any

from cchc_metrics.documents.by_child import asked
from cchc_metrics.documents.carrying import carried
from cchc_metrics.guarded.bounds import Cost
from cchc_metrics.labels import texts

_CHILD = "from cchc_metrics.documents.child import main; main()"
_COST = Cost(seconds=30, memory_mb=1024)


def fill(template: bytes, values: Mapping[str, Any], as_of: datetime) -> bytes:
    """The .docx that a template makes of these values; equal arguments give equal bytes.

    values: texts, numbers, lists and mappings of them, ``Noted`` and ``Sheet``. as_of: the day of the data, kept as the
    document's day of making. Raises UnreadableFileError when the template is no Word file, asks for a value that there
    is not, or for more time or memory than one may take.
    """
    return fill_all(template, [values], as_of)[0]


def fill_all(template: bytes, values: Sequence[Mapping[str, Any]], as_of: datetime) -> list[bytes]:
    """A document for each set of values, as ``fill`` makes one; all by one child."""
    t = texts().documents
    job = {"as_of": as_of.isoformat(), "values": [carried(dict(each)) for each in values]}
    cost = _COST._replace(seconds=_COST.seconds + len(values))
    refusals = {"unreadable": t.template_unreadable, "costly": t.template_costly}
    answer, data = asked(_CHILD, job, template, cost, **refusals)
    return [data[start:end] for start, end in pairwise(accumulate(answer["sizes"], initial=0))]

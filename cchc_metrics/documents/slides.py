"""A story as PowerPoint: the office's template filled with slides by a child process that may die of it."""

from dataclasses import asdict
from datetime import datetime

from cchc_metrics.documents.by_child import asked
from cchc_metrics.guarded.bounds import Cost
from cchc_metrics.labels import texts
from cchc_metrics.model import Deck

_CHILD = "from cchc_metrics.documents.slides_child import main; main()"
_COST = Cost(seconds=30, memory_mb=1024)


def slides(template: bytes, deck: Deck, as_of: datetime) -> bytes:
    """The .pptx: a slide for each of the deck's, its chart with its data inside, to be edited in PowerPoint.

    Equal arguments give equal bytes. Raises UnreadableFileError when the template is no PowerPoint file, lacks a layout
    or a frame that is filled, or asks for more time or memory than one may take.
    """
    t = texts().story
    job = {"as_of": as_of.isoformat(), "deck": asdict(deck)}
    return asked(_CHILD, job, template, _COST, unreadable=t.slides_unreadable, costly=t.slides_costly)[1]

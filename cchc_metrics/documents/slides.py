"""A story as PowerPoint: the office's template filled with slides by a child process that may die of it."""

from dataclasses import asdict
from datetime import datetime
from typing import NamedTuple

from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.guarded.envelope import packed, unpacked
from cchc_metrics.guarded.running import run_child
from cchc_metrics.labels import texts
from cchc_metrics.model import Deck

_CHILD = "from cchc_metrics.documents.slides_child import main; main()"


class SlidesBounds(NamedTuple):
    """What making slides may cost."""

    seconds: int = 30
    memory_mb: int = 1024

    def as_arguments(self) -> list[str]:
        return [str(value) for value in self]


def slides(template: bytes, deck: Deck, as_of: datetime) -> bytes:
    """The .pptx: a slide for each of the deck's, its chart with its data inside, to be edited in PowerPoint.

    Equal arguments give equal bytes. Raises UnreadableFileError when the template is no PowerPoint file, lacks a layout
    or a frame that is filled, or asks for more time or memory than one may take.
    """
    said = texts().story
    try:
        job = {"as_of": as_of.isoformat(), "deck": asdict(deck)}
        answer, data = unpacked(run_child(_CHILD, [], packed(job, template), SlidesBounds()))
    except RefusedError as refusal:
        sentence = said.slides_unreadable if refusal.code == "damaged" else said.slides_costly
        raise UnreadableFileError(sentence) from refusal
    if "refused" in answer:
        raise UnreadableFileError(answer["refused"])
    return data

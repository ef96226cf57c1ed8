"""The annotated copy of an .xlsx."""

from typing import Any

from .listing import write_listing
from .losses import losses, unwarned
from .marking import Marker
from .notes import note_sizes
from .package import Package
from .saving import opened, saved
from .wire import Limits


def annotated(job: dict[str, Any], data: bytes, limits: Limits) -> tuple[list[str], bytes]:
    """Codes of what the copy lacks, and the copy. ``annotating`` says what a job holds."""
    lost = losses(data)
    book, results = opened(data, limits, outside="links" in lost)
    marker = Marker(book, job["sign"], job["head"])
    marker.clean(job["listing"]["title"])
    for name in job["hidden"]:
        book[name].sheet_state = "hidden"
    for name, marks in job["sheets"].items():
        if name in book.sheetnames:
            marker.mark(book[name], marks)
    package = Package(data)
    marker.size_comments(note_sizes(package))
    said = [job["loss_line"].replace("{lost}", "; ".join(job["losses"][code] for code in lost))] if lost else []
    write_listing(book, job["listing"], [*job["lines"], *said])
    marker.remember()
    return lost, saved(book, results, unwarned(package))

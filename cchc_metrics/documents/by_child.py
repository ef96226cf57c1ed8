"""A template filled by a child process that may die of it: how it is asked, and how it answers."""

import io
import os
import sys
import zipfile
from collections.abc import Callable
from typing import Any

from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.guarded.bounds import Cost, RefusedError
from cchc_metrics.guarded.confining import confine
from cchc_metrics.guarded.envelope import packed, unpacked
from cchc_metrics.guarded.running import run_child

Answer = tuple[dict[str, Any], bytes]


def asked(program: str, job: dict[str, Any], template: bytes, cost: Cost, *, unreadable: str, costly: str) -> Answer:
    """What the child makes of a job and a template. Raises UnreadableFileError with its sentence, or with one of ours:
    unreadable, when it died of the template; costly, when of its limits.
    """
    try:
        answer, data = unpacked(run_child(program, [], packed(job, template), cost))
    except RefusedError as refusal:
        raise UnreadableFileError(unreadable if refusal.code == "damaged" else costly) from refusal
    if "refused" in answer:
        raise UnreadableFileError(answer["refused"])
    return answer, data


def serve(make: Callable[[dict[str, Any], bytes], Answer]) -> None:
    """The child: make it, answer with it or with the sentence why not, and leave."""
    seconds, memory_mb = map(int, sys.argv[-2:])
    confine(seconds, memory_mb)
    out = sys.stdout.buffer
    job, template = unpacked(sys.stdin.buffer.read())
    try:
        out.write(packed(*make(job, template)))
    except UnreadableFileError as error:
        out.write(packed({"refused": str(error)}, b""))
    out.flush()
    os._exit(0)


def refuse_outsize(template: bytes, parts: int, unpacked_bytes: int, *, unreadable: str, costly: str) -> None:
    """A small zip may unpack to gigabytes: its own table of contents says how much, and reading stops there.

    Raises UnreadableFileError: unreadable, when it is no zip; costly, when there is more in it than may be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise UnreadableFileError(unreadable) from error
    if len(members) > parts or sum(member.file_size for member in members) > unpacked_bytes:
        raise UnreadableFileError(costly)

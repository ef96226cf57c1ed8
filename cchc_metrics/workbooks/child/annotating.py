"""How an annotating child runs: ``main(arguments)`` with the job and the .xlsx on stdin, the copy on stdout.

Arguments: the limits (``wire.Limits``). The job: ``sheets`` {name: {address: [severity, sentences]}}, ``hidden`` names
to hide, ``listing`` (``listing.write_listing``), ``lines`` above its table, ``losses`` {code: words}, ``loss_line``,
``sign``, ``head`` (``marking.Marker``). The answer: ``lost``, the codes of what the copy lacks.
"""

import gc
import os
import sys
from collections.abc import Sequence

from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.guarded.confining import confine
from cchc_metrics.guarded.envelope import packed, unpacked

from .wire import Limits, refusal_block


def main(arguments: Sequence[str]) -> None:
    """Annotate, answer, and leave without tidying up."""
    limits = Limits.parse(arguments)
    sys.modules["numpy"] = None  # type: ignore[assignment] # neither library needs it, and it takes long to start
    # Before the limits: a process that may write no file cannot keep what Python compiles for the next start.
    from .copying import annotated  # noqa: PLC0415

    # A million cells are made and all are kept: looking for garbage among them takes a third of the time.
    gc.disable()
    confine(limits.seconds, limits.memory_mb)
    out = sys.stdout.buffer
    try:
        job, data = unpacked(sys.stdin.buffer.read())
        lost, copy = annotated(job, data, limits)
        out.write(packed({"lost": lost}, copy))
    except RefusedError as refusal:
        out.write(refusal_block(refusal))
    out.flush()
    os._exit(0)

"""A time limit for work on a file in the process that everybody shares, and a way to call it off.

Reading happens in a child that can be killed; checking needs the names and the stored facts, so it runs here, in a
thread that is stopped between two steps of Python when its time is over or the person no longer wants it. What the
steps do on texts and cells is bounded (``LONGEST_LABEL``), so that none takes long by itself.
"""

import contextvars
import ctypes
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from cchc_metrics.errors import CchcError

_T = TypeVar("_T")
Progress = Callable[[float, str], None]
# So often whoever watches is told how far the work is, and can call it off.
_BEAT = 0.2
# A thread that does not end within this time of being told to is left to itself.
_GRACE = 2.0


class OutOfTimeError(CchcError):
    """The work took longer than it may."""


class _StoppedError(BaseException):
    """Raised in the thread that is to end; no handler of errors catches it."""


def within(seconds: float, work: Callable[[Progress], _T], report: Progress) -> _T:
    """What the work returns. Its progress is reported from the caller's thread, at least five times a second.

    Raises OutOfTimeError when it takes longer, and whatever the work or the report raises; the work has ended then.
    """
    told: list[tuple[float, str]] = [(0.0, "")]
    done: list[_T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work(lambda share, words: told.append((share, words))))
        except _StoppedError:
            pass
        except BaseException as error:  # raised again in the caller's thread
            failed.append(error)

    # The visitor's language and the like hold in the thread too.
    thread = threading.Thread(target=contextvars.copy_context().run, args=(run,), daemon=True)
    ends = time.monotonic() + seconds
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_BEAT)
            if told[-1][1]:
                report(*told[-1])
            if thread.is_alive() and time.monotonic() > ends:
                raise OutOfTimeError(f"{seconds:g}")
    finally:
        _stop(thread)
    if failed:
        raise failed[0]
    return done[0]


def _stop(thread: threading.Thread) -> None:
    """End a thread at its next step; nothing happens to one that has ended."""
    ends = time.monotonic() + _GRACE
    while thread.is_alive() and time.monotonic() < ends:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident or 0), ctypes.py_object(_StoppedError))
        thread.join(_BEAT)

"""A Windows job object around this process: the memory it may commit, the processor time it may use, no children.

The structures are those of winnt.h; kernel32 is handed in, so that this module can be imported anywhere.
"""

import ctypes
from typing import Any, Protocol

_PROCESS_TIME, _ACTIVE_PROCESS = 0x0002, 0x0008
_PROCESS_MEMORY, _DIE_ON_UNHANDLED, _KILL_ON_JOB_CLOSE = 0x0100, 0x0400, 0x2000
FLAGS = _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED | _KILL_ON_JOB_CLOSE
_EXTENDED_LIMITS = 9
_TICKS = 10_000_000  # of 100 nanoseconds in a second
_MEGABYTE = 1024 * 1024


class _BasicLimits(ctypes.Structure):
    _fields_ = [
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    ]


class _Counters(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("reads", "writes", "others", "read", "written", "moved")]


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = [
        ("basic", _BasicLimits),
        ("counters", _Counters),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    ]


class Kernel(Protocol):
    """The four functions of kernel32 that are called."""

    CreateJobObjectW: Any
    SetInformationJobObject: Any
    GetCurrentProcess: Any
    AssignProcessToJobObject: Any


def enter(kernel: Kernel, memory_mb: int, seconds: int) -> bool:
    """Put this process into a job of its own; False where the system refuses.

    The handle is never closed: with it the process would end.
    """
    # A handle is as wide as a pointer; ctypes would cut it to 32 bits.
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.SetInformationJobObject.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32]
    kernel.AssignProcessToJobObject.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return False
    limits = ExtendedLimits()
    limits.basic.flags = FLAGS
    limits.basic.process_time = seconds * _TICKS
    limits.basic.processes = 1
    limits.process_memory = memory_mb * _MEGABYTE
    set_up = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
    return bool(set_up and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()))

"""The limits on the reading process: the Windows job object against a pretended kernel, and what is told of them."""

import ctypes
from typing import Any

import pytest

from cchc_metrics.config import ReaderLimits
from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.guarded.envelope import packed
from cchc_metrics.guarded.job_object import FLAGS, ExtendedLimits, enter
from cchc_metrics.guarded.running import cause_of_death
from cchc_metrics.workbooks import limits as told
from cchc_metrics.workbooks.reader import bounds_of

JOB, PROCESS = 0x1_0000_0F00, 0xFFFF_FFFF_FFFF_FFFF
EVERYWHERE = ("file_mb", "unpacked_mb", "ratio", "members", "sheets", "rows", "parquet_rows", "columns", "seconds")
ENCLOSING = ("privileges", "files", "network", "programs")


class Function:
    """A function of the pretended kernel: what it answers, and what it was called with."""

    def __init__(self, answer: int) -> None:
        self.answer = answer
        self.calls: list[tuple[Any, ...]] = []
        self.restype: Any = None
        self.argtypes: Any = None

    def __call__(self, *arguments: Any) -> int:
        self.calls.append(arguments)
        return self.answer


class Kernel:
    def __init__(self, *, job: int = JOB, set_up: int = 1, assigned: int = 1) -> None:
        self.CreateJobObjectW = Function(job)
        self.SetInformationJobObject = Function(set_up)
        self.GetCurrentProcess = Function(PROCESS)
        self.AssignProcessToJobObject = Function(assigned)


def test_a_job_holds_this_process_by_memory_time_and_number() -> None:
    kernel = Kernel()
    assert enter(kernel, 1024, 60)
    job, kind, pointer, size = kernel.SetInformationJobObject.calls[0]
    limits = ctypes.cast(pointer, ctypes.POINTER(ExtendedLimits)).contents
    assert (job, kind, size) == (JOB, 9, ctypes.sizeof(ExtendedLimits))
    assert limits.basic.flags == FLAGS
    assert FLAGS & 0x100 and FLAGS & 0x2 and FLAGS & 0x2000  # process memory, process time, kill on close
    assert limits.process_memory == 1024 * 1024 * 1024
    assert limits.basic.process_time == 60 * 10_000_000
    assert limits.basic.processes == 1
    assert kernel.AssignProcessToJobObject.calls == [(JOB, PROCESS)]


def test_the_structure_is_as_large_as_windows_expects() -> None:
    assert ctypes.sizeof(ExtendedLimits) == (144 if ctypes.sizeof(ctypes.c_void_p) == 8 else 112)


def test_handles_are_not_cut_to_32_bits() -> None:
    kernel = Kernel()
    enter(kernel, 1, 1)
    assert kernel.CreateJobObjectW.restype is ctypes.c_void_p
    assert kernel.GetCurrentProcess.restype is ctypes.c_void_p
    assert kernel.AssignProcessToJobObject.argtypes == [ctypes.c_void_p, ctypes.c_void_p]


@pytest.mark.parametrize("refusing", [{"job": 0}, {"set_up": 0}, {"assigned": 0}])
def test_a_system_that_refuses_the_job_is_no_error(refusing: dict[str, int]) -> None:
    assert not enter(Kernel(**refusing), 1024, 60)


@pytest.mark.parametrize(
    ("code", "said", "cause"),
    [
        (-24, b"", "time"),
        (-9, b"", "time"),
        (1816, b"", "time"),  # a Windows job's way to end a process that used up its time
        (-6, b"", "memory"),
        (0xC0000409, b"", "memory"),
        (0xC0000005, b"", "memory"),
        (1, b"MemoryError", "memory"),
        (1, b"ValueError", "damaged"),
    ],
)
def test_what_a_child_died_of_is_told_by_its_code_on_either_system(code: int, said: bytes, cause: str) -> None:
    assert cause_of_death(code, said, bounds_of(ReaderLimits())).code == cause


def states(monkeypatch: pytest.MonkeyPatch, answer: bytes | Exception) -> dict[str, told.LimitState]:
    def child(*_: object) -> bytes:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(told, "run_child", child)
    return {state.name: state for state in told.limits_in_force(ReaderLimits())}


def answered(cpu: object, memory: object) -> bytes:
    rest = dict.fromkeys(ENCLOSING, cpu is not None)
    return packed({"cpu_seconds": cpu, "memory_mb": memory, **rest}, b"")


def test_limits_that_the_child_confirms_are_on(monkeypatch: pytest.MonkeyPatch) -> None:
    found = states(monkeypatch, answered(60, 1024))
    assert tuple(found) == (*EVERYWHERE, "cpu_seconds", "memory_mb", *ENCLOSING)
    assert all(state.on and not state.reason for state in found.values())
    assert (found["file_mb"].value, found["members"].value, found["memory_mb"].value) == (20, 2000, 1024)


@pytest.mark.parametrize("answer", [answered(None, None), RefusedError("damaged"), b""])
def test_what_the_system_does_not_hold_is_told_as_off_and_the_clock_stays_on(
    answer: bytes | Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = states(monkeypatch, answer)
    off = {name for name, state in found.items() if not state.on}
    assert off == {"cpu_seconds", "memory_mb", *ENCLOSING}
    assert {found[name].reason for name in off} == {"system"}


def test_a_machine_that_allows_less_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    state = states(monkeypatch, answered(60, 512))["memory_mb"]
    assert (state.value, state.on, state.reason) == (512, True, "lowered")

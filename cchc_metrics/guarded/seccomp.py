"""A filter of system calls: no network, no new programs or processes, no hand on other processes."""

import ctypes
import os
import struct

_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER_MODE = 38, 22, 2
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_SET, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_EPERM, _ENOSYS = 1, 38
_NUMBER, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16
_THREAD = 0x00010000  # the flag by which clone makes a thread, which libraries may
_OTHER_INTERFACE = 0x40000000  # x32: the same calls under other numbers

# socket, connect, accept, sendto, sendmsg, bind, listen, socketpair, accept4 · fork, vfork, execve, execveat ·
# ptrace, kill, process_vm_readv, process_vm_writev, pidfd_open, pidfd_send_signal, pidfd_getfd · mount, unshare,
# setns · open_by_handle_at, bpf, userfaultfd, perf_event_open, io_uring_setup.
_REFUSED = {
    "x86_64": (
        *(41, 42, 43, 44, 46, 49, 50, 53, 288),
        *(57, 58, 59, 322),
        *(101, 62, 310, 311, 434, 424, 438),
        *(165, 272, 308),
        *(304, 321, 323, 298, 425),
    ),
    "aarch64": (
        *(198, 203, 202, 206, 211, 200, 201, 199, 242),
        *(221, 281),
        *(117, 129, 270, 271, 434, 424, 438),
        *(40, 97, 268),
        *(265, 280, 282, 241, 425),
    ),
}
_MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_CLONE = {"x86_64": 56, "aarch64": 220}
_CLONE3 = 435  # answered as unknown: the C library then asks for clone, whose flags a filter can see


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]


def no_new_privileges() -> bool:
    """Whether nothing that this process starts can have more rights than it has."""
    return bool(ctypes.CDLL(None, use_errno=True).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0)


def refuse_calls() -> bool:
    """Put the filter on this process for good; False where the system or the machine has none. Needs no_new_privs."""
    machine = os.uname().machine
    if machine not in _MACHINES:
        return False
    steps = filter_steps(machine)
    held = ctypes.create_string_buffer(steps, len(steps))
    program = _Program(len(steps) // 8, ctypes.addressof(held))
    kernel = ctypes.CDLL(None, use_errno=True)
    return bool(kernel.prctl(_SET_FILTER, _FILTER_MODE, ctypes.byref(program), 0, 0) == 0)


def filter_steps(machine: str) -> bytes:
    """The filter as the kernel takes it: load, compare, answer."""
    steps = [
        _step(_LOAD, _MACHINE),
        _step(_JUMP_IF_EQUAL, _MACHINES[machine], 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER),
        _step(_JUMP_IF_AT_LEAST, _OTHER_INTERFACE, 0, 1),
        _step(_RETURN, _REFUSE | _EPERM),
        _step(_JUMP_IF_EQUAL, _CLONE3, 0, 1),
        _step(_RETURN, _REFUSE | _ENOSYS),
    ]
    for number in _REFUSED[machine]:
        steps += [_step(_JUMP_IF_EQUAL, number, 0, 1), _step(_RETURN, _REFUSE | _EPERM)]
    steps += [
        _step(_JUMP_IF_EQUAL, _CLONE[machine], 0, 3),
        _step(_LOAD, _FIRST_ARGUMENT),
        _step(_JUMP_IF_SET, _THREAD, 1, 0),
        _step(_RETURN, _REFUSE | _EPERM),
        _step(_RETURN, _ALLOW),
    ]
    return b"".join(steps)


def _step(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_so, if_not, value)

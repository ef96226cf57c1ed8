"""Landlock: from here on this process opens the files of the interpreter and its libraries, and no others.

Called by number, since no libc wraps it; the numbers are the same on every machine. Kernels have it since 5.13.
"""

import ctypes
import os
import sys

import cchc_metrics

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_ASK_VERSION, _PATH_BENEATH = 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_BIND_TCP, _CONNECT_TCP = 1 << 0, 1 << 1
_ABSTRACT_SOCKET, _SIGNAL = 1 << 0, 1 << 1
_NETWORK_SINCE, _SCOPES_SINCE = 4, 6
# How many of the rights on files each version of the interface knows.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
_ALL_FILE_RIGHTS = 16


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def restrict(readable: tuple[str, ...]) -> bool:
    """Keep this process to reading beneath these folders; False where the kernel has no Landlock.

    Needs no_new_privs.
    """
    kernel = ctypes.CDLL(None, use_errno=True)
    version = kernel.syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    if version < 1:
        return False
    rules = _Ruleset((1 << _FILE_RIGHTS.get(version, _ALL_FILE_RIGHTS)) - 1, 0, 0)
    size = 8
    if version >= _NETWORK_SINCE:
        rules.network, size = _BIND_TCP | _CONNECT_TCP, 16
    if version >= _SCOPES_SINCE:
        rules.scopes, size = _ABSTRACT_SOCKET | _SIGNAL, 24
    handle = kernel.syscall(_CREATE, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0))
    if handle < 0:
        return False
    try:
        for folder in readable:
            _allow(kernel, handle, folder)
        return bool(kernel.syscall(_RESTRICT, ctypes.c_int(handle), ctypes.c_uint32(0)) == 0)
    finally:
        os.close(handle)


def _allow(kernel: ctypes.CDLL, handle: int, folder: str) -> None:
    try:
        opened = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there needs no rule
    try:
        rule = _Beneath(_READ_FILE | _READ_FOLDER, opened)
        kernel.syscall(
            _ADD_RULE, ctypes.c_int(handle), ctypes.c_int(_PATH_BENEATH), ctypes.byref(rule), ctypes.c_uint32(0)
        )
    finally:
        os.close(opened)


def of_the_interpreter() -> tuple[str, ...]:
    """The folders that running on takes: the libraries of Python and of the system, and the programs of the product."""
    own = (*cchc_metrics.__path__, *(each for each in sys.path if each))
    found = (sys.base_prefix, sys.prefix, *own, "/usr/lib", "/lib", "/lib64")
    return tuple(dict.fromkeys(found))

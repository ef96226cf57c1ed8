"""A line of the audit log: what it says, and how it is written and chained."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, TypedDict


class Kept(StrEnum):
    """What is recorded."""

    SIGN_IN = "sign-in"
    REFUSED = "refused"
    SIGN_OUT = "sign-out"
    PASSWORD = "password"  # noqa: S105 the name of a deed
    ACCOUNT = "account"
    ROLE = "role"
    SESSION = "session"
    IMPORT = "import"
    EDIT = "edit"
    UNDO = "undo"
    REMOVE = "remove"
    DOWNLOAD = "download"
    LOCK = "lock"
    LINK = "link"
    SETTING = "setting"
    BACKUP = "backup"
    DRILL = "drill"
    RESTORE = "restore"
    DUMP = "dump"
    RETENTION = "retention"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Line:
    """One line. about: what it was done to · seq: the journal entry, where there is one · before, after: values."""

    number: int
    at: datetime
    act: Kept
    account: str
    role: str
    about: str = ""
    text: str = ""
    seq: int | None = None
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


class Told(TypedDict, total=False):
    """What a line says beside act and actor; as in ``Line``."""

    about: str
    text: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def spelled(line: Mapping[str, Any]) -> bytes:
    """The bytes of a line, the same for the same line."""
    return json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode()


def chained(line: Mapping[str, Any]) -> str:
    """The hash of all that a line says but its hash."""
    return sha256(spelled({name: value for name, value in line.items() if name != "hash"})).hexdigest()


def held_in(raw: bytes) -> dict[str, Any] | None:
    """What a line says, when it is one that was written whole."""
    try:
        held: dict[str, Any] = json.loads(raw)
        return held if held["hash"] == chained(held) and "n" in held and "prev" in held else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def line_of(raw: bytes) -> Line | None:
    """The line in these bytes; None where there is none."""
    try:
        held = json.loads(raw)
        return Line(
            number=held["n"],
            at=datetime.fromisoformat(held["at"]),
            act=Kept(held["act"]),
            account=held["account"],
            role=held["role"],
            about=held["about"],
            text=held["text"],
            seq=held["seq"],
            before=held["before"],
            after=held["after"],
        )
    except (ValueError, KeyError, TypeError):
        return None

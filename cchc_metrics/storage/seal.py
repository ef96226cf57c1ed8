"""Seals on journal lines: an HMAC with a key that is not in the data folder.

Whoever can write into the data folder can chain the hashes of the journal anew, but cannot seal them. A folder that
moved to another machine bears seals of another key: they cannot be checked there, which is said and is no damage.
"""

import hmac
import logging
import os
import secrets
from contextlib import suppress
from enum import Enum
from hashlib import sha256
from pathlib import Path

logger = logging.getLogger(__name__)

_KEY_BYTES = 32
_NAME_LETTERS = 12


class Authenticity(Enum):
    """What a seal says of its line."""

    GENUINE = "genuine"
    FORGED = "forged"
    OTHER_KEY = "other key"
    NONE = "none"


class Seal:
    """The key of this machine, made on first use; without one, nothing is sealed and nothing can be checked."""

    def __init__(self, key_file: Path | None) -> None:
        self._key = _key(key_file) if key_file else b""

    @property
    def in_use(self) -> bool:
        return bool(self._key)

    def of(self, digest: str) -> str:
        """The seal of a line with this hash: the name of the key and the code; empty without a key."""
        return f"{self._name}:{self._code(digest)}" if self._key else ""

    def authenticity(self, digest: str, seal: str) -> Authenticity:
        """Whether a seal is that of the hash."""
        name, _, code = seal.partition(":")
        if not seal:
            return Authenticity.NONE
        if not self._key or name != self._name:
            return Authenticity.OTHER_KEY
        return Authenticity.GENUINE if hmac.compare_digest(code, self._code(digest)) else Authenticity.FORGED

    def code_of(self, text: str) -> str:
        """A code by which who has the key knows the text again, and nobody else can guess it; empty without a key."""
        return f"{self._name}:{self._code('text ' + text)}" if self._key else ""

    @property
    def _name(self) -> str:
        return sha256(b"name of " + self._key).hexdigest()[:_NAME_LETTERS]

    def _code(self, digest: str) -> str:
        return hmac.new(self._key, digest.encode(), sha256).hexdigest()


def _key(file: Path) -> bytes:
    """The key in a file, made where there is none; nothing when it can be neither read nor made."""
    try:
        with suppress(FileExistsError):
            _make(file)
        key = file.read_bytes()
    except OSError as error:
        logger.warning("journal lines are not sealed: no key at %s", file, exc_info=error)
        return b""
    return key if len(key) == _KEY_BYTES else b""


def _make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.write(handle, secrets.token_bytes(_KEY_BYTES))
        os.fsync(handle)
    finally:
        os.close(handle)

"""One JSON object and a file behind it: how annotating is asked for on stdin and answered on stdout."""

import json
import struct
from typing import Any

_LENGTH = struct.Struct("<Q")


def packed(content: dict[str, Any], file: bytes) -> bytes:
    """An 8-byte length, a JSON object of that many bytes, the file."""
    block = json.dumps(content).encode()
    return _LENGTH.pack(len(block)) + block + file


def unpacked(message: bytes) -> tuple[dict[str, Any], bytes]:
    """The two parts again. Raises ValueError when the message was cut short."""
    if len(message) < _LENGTH.size:
        raise ValueError("message cut short")
    end = _LENGTH.size + _LENGTH.unpack_from(message)[0]
    content: dict[str, Any] = json.loads(message[_LENGTH.size : end])
    return content, message[end:]

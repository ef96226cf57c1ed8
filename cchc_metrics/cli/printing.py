"""What is printed holds names and cells of other people: a terminal is to show them, not to obey them."""

import io
import unicodedata
from typing import TextIO

# Control letters move the cursor, colour, rename or answer for whoever sits there; format letters turn the direction of
# writing, so that a name reads as another.
_OBEYED = ("Cc", "Cf")
_KEPT = "\n\t"


def harmless(text: str) -> str:
    """The text with every letter that a terminal would obey written out, such as ``\\x1b``."""
    if text.isprintable():
        return text
    return "".join(letter if letter in _KEPT or not _is_obeyed(letter) else _written(letter) for letter in text)


def _is_obeyed(letter: str) -> bool:
    return unicodedata.category(letter) in _OBEYED


def _written(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


class HarmlessStream(io.TextIOBase):
    """A stream for people: what is written to it arrives harmless."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the text; returns the number of letters it was given."""
        self._stream.write(harmless(text))
        return len(text)

    def flush(self) -> None:
        """Pass on what is held back."""
        self._stream.flush()

    def fileno(self) -> int:
        """The descriptor of the stream below."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Whether a person sits there."""
        return self._stream.isatty()

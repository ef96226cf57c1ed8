"""The names of files that people send."""

import re
import unicodedata

_LONGEST_NAME = 200


def plain_name(file_name: str) -> str:
    """A file's own name: no folders, no control or writing-direction marks that show another, at most 200 letters."""
    name = re.split(r"[\\/]", file_name)[-1]
    seen = "".join(letter for letter in name if unicodedata.category(letter) not in ("Cc", "Cf"))
    return seen if len(seen) <= _LONGEST_NAME else f"{seen[:150]}…{seen[-40:]}"

"""Text as text where Streamlit would read Markdown: labels, options, captions, expanders, buttons, helps.

A cell of somebody's file stands in such places; as Markdown it could show a picture from elsewhere, a link, a formula.
"""

import re

_MEANT = re.compile(r"([\\`*_\[\]#+\-!|~$:<>&^={}])")
_LISTED = re.compile(r"^(\d+)([.)])")
# Addresses, icons and arrows are looked for once the Markdown is read, so a backslash does not keep them away: a joiner
# that nobody sees does.
_FOUND_LATER = re.compile(r"(?<=:)(?=[a-z/])|(?<=www)(?=\.)|(?<=@)|(?<=[-<>=~])(?=[-<>=~])", re.IGNORECASE)
_JOINER = "\u2060"


def plain_label(text: str) -> str:
    """The Markdown that shows just this text, on one line."""
    line = " ".join(text.split())
    return _LISTED.sub(r"\1\\\2", _MEANT.sub(r"\\\1", _FOUND_LATER.sub(_JOINER, line)))


def plain_help(text: str | None) -> str | None:
    """The same for a help, which there need not be."""
    return plain_label(text) if text else None

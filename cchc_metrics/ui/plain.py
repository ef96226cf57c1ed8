"""Text as text where Streamlit would read Markdown: labels, options, captions, expanders, buttons, helps.

A cell of somebody's file stands in such places; as Markdown it could show a picture from elsewhere, a link, a formula.
"""

import re

# What Markdown, and Streamlit beyond it, reads as something else: emphasis, code and formulas anywhere (but for a star
# that ends the label), brackets and pictures, tags, entities, names between colons; lists, headings, quotes in front.
_MEANT = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|[`_$~\[]|\*(?!$)|^\*|!(?=\[)|<(?=[a-z/!?])|&(?=#?\w+;)|:(?=[a-z0-9+_-])|^[#>+=-]",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^(\d+)([.)])(?=\s|$)")
# Addresses, icons and arrows are looked for once the Markdown is read, so a backslash does not keep them away: a joiner
# that nobody sees does.
_FOUND_LATER = re.compile(r"(?<=:)(?=[a-z0-9+_/-])|(?<=www)(?=\.)|(?<=@)|(?<=[-<>=~])(?=[-<>=~])", re.IGNORECASE)
_JOINER = "\u2060"


def plain_label(text: str) -> str:
    """The Markdown that shows just this text, on one line."""
    line = " ".join(text.split())
    joined = _FOUND_LATER.sub(_JOINER, line)
    return _LISTED.sub(r"\1\\\2", _MEANT.sub(lambda found: f"\\{found[0]}", joined))


def plain_help(text: str | None) -> str | None:
    """The same for a help, which there need not be."""
    return plain_label(text) if text else None

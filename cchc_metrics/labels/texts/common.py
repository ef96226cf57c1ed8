"""Words that every page shares: names of things, states, units, buttons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommonTexts:
    """Words that every page shares: names of things, states, units, buttons.

    Placeholders in braces are filled with ``str.format``.
    """

"""Why an index moved: parts, own and others' effect, frameworks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhyTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str

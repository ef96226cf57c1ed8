"""Questions that a file raises: what a written name means, how a number is to be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionsTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str

"""What a change of parts would do to value, group and rank."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScenarioTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str

"""The state of the system: limits, repairs, checks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HealthTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str

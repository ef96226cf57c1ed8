"""The way to a target: pace, projection, status."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrajectoryTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str

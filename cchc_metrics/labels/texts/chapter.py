"""A chapter of the method."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """One heading of the page. anchor: what links point at; it never changes. paragraphs: one rule each."""

    anchor: str
    title: str
    paragraphs: tuple[str, ...]

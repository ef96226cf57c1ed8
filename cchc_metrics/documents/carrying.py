"""Values on their way to the process that fills a template: plain JSON, in which every list says what it is."""

import base64
from typing import Any

from cchc_metrics.documents.content import Drawing, Line, Noted, Sheet


def carried(value: Any) -> Any:
    """The value as JSON can hold it. Raises TypeError for what no template can show."""
    match value:
        case Noted(text, note):
            made: Any = ["noted", text, note]
        case Line(parts):
            made = ["line", *map(carried, parts)]
        case Sheet(header, rows, widths, numbers):
            cells = [[carried(cell) for cell in row] for row in rows]
            made = ["sheet", list(header), cells, list(widths), sorted(numbers)]
        case Drawing(png, wide, told):
            made = ["drawing", base64.b64encode(png).decode(), wide, told]
        case dict():
            made = {key: carried(each) for key, each in value.items()}
        case list() | tuple():
            made = ["list", *map(carried, value)]
        case str() | bool() | int() | float() | None:
            made = value
        case _:
            raise TypeError(f"a document cannot show {type(value).__name__}")
    return made


def received(value: Any) -> Any:
    """What ``carried`` was given; tuples arrive as lists."""
    if isinstance(value, dict):
        return {key: received(each) for key, each in value.items()}
    if not isinstance(value, list):
        return value
    match value:
        case ["noted", text, note]:
            made: Any = Noted(text, note)
        case ["line", *parts]:
            made = Line(tuple(map(received, parts)))
        case ["sheet", header, rows, widths, numbers]:
            cells = [tuple(map(received, row)) for row in rows]
            made = Sheet(tuple(header), cells, tuple(widths), frozenset(numbers))
        case ["drawing", raw, wide, told]:
            made = Drawing(base64.b64decode(raw), wide, told)
        case _:
            made = [received(each) for each in value[1:]]
    return made

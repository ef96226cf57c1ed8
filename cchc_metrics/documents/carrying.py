"""Values on their way to the process that fills a template: plain JSON, in which every list says what it is."""

from typing import Any

from cchc_metrics.documents.content import Line, Noted, Sheet


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
    kind, *rest = value
    match kind:
        case "noted":
            return Noted(*rest)
        case "line":
            return Line(tuple(map(received, rest)))
        case "sheet":
            header, rows, widths, numbers = rest
            cells = [tuple(map(received, row)) for row in rows]
            return Sheet(tuple(header), cells, tuple(widths), frozenset(numbers))
    return [received(each) for each in rest]

"""The units' own words, woven: by task and by part, equal sentences once, with who said them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc_metrics.model import ReportPart
from cchc_metrics.services.reporting.consolidated import Consolidated

# What people put before a line of a list; it says nothing.
_BULLET = re.compile(r"^(?:[-–—+*•●▪]|\d{1,2}[.)]|[a-zđ]\))\s+", re.IGNORECASE)
_END = re.compile(r"[.;,:\s]+$")


@dataclass(frozen=True, slots=True)
class Saying:
    """One line that units wrote. units: those that wrote it, in order · sources: numbers of their sources."""

    text: str
    units: tuple[str, ...]
    sources: tuple[int, ...]


# (task, part) -> what was said of it, in the order of the units
Sayings = Mapping[tuple[str, str], tuple[Saying, ...]]


def sayings(found: Consolidated) -> Sayings:
    """What all units wrote, each line once. Lines are equal but for case, spaces, bullets and the sign at their end."""
    merged: dict[tuple[str, str], dict[str, Saying]] = {}
    for unit, task, part, text, source in written(found):
        lines = merged.setdefault((task, part), {})
        for line in lines_of(text):
            same = _same(line)
            held = lines.get(same, Saying(line, (), ()))
            units = held.units if unit in held.units else (*held.units, unit)
            lines[same] = Saying(held.text, units, tuple(sorted({*held.sources, source})))
    return {place: tuple(lines.values()) for place, lines in merged.items()}


def written(found: Consolidated) -> Iterator[tuple[str, str, str, str, int]]:
    """Every text as it came: unit, task, part, text, number of its source; by the units' order."""
    rows = found.items[(found.items["part"] == ReportPart.TEXT) & found.items["text"].notna()]
    columns = (rows[name].tolist() for name in ("unit_id", "code", "text", "upload_seq"))
    period, rank = found.window.period.id, {unit: place for place, unit in enumerate(found.reporting.units)}
    told = sorted(zip(*columns, strict=True), key=lambda row: (rank.get(str(row[0]), len(rank)), str(row[0]), row[1]))
    for unit, code, text, seq in told:
        task, _, part = str(code).partition(".")
        yield str(unit), task, part, str(text), found.source_of[period, str(unit), int(seq)]


def lines_of(text: str) -> list[str]:
    """The lines of a text as sentences: without bullets, with a capital and a full stop."""
    found = []
    for line in text.splitlines():
        words = _END.sub("", _BULLET.sub("", " ".join(line.split())))
        if words:
            found.append(f"{words[0].upper()}{words[1:]}.")
    return found


def _same(line: str) -> str:
    return _END.sub("", unicodedata.normalize("NFC", line)).casefold()


def told(held: Sayings, tasks: Sequence[str], part: str) -> tuple[Saying, ...]:
    """What was said of a part over several tasks; a line said of several of them once."""
    found: dict[str, Saying] = {}
    for task in tasks:
        for one in held.get((task, part), ()):
            same = _same(one.text)
            before = found.get(same, Saying(one.text, (), ()))
            units = tuple(dict.fromkeys((*before.units, *one.units)))
            found[same] = Saying(before.text, units, tuple(sorted({*before.sources, *one.sources})))
    return tuple(found.values())

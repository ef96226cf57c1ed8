"""Where the figures of a document come from: one source per unit and upload, numbered for «[n]»."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk


@dataclass(frozen=True, slots=True)
class Source:
    """What one unit sent for a period at one time. file_name: empty for figures typed on the screen."""

    number: int
    period_id: str
    unit_id: str
    seq: int
    file_name: str
    recorded_on: date


Key = tuple[str, str, int]


def sources_of(
    desk: Desk, items: pd.DataFrame, rank: Mapping[str, int], periods: Sequence[str]
) -> tuple[dict[int, Source], dict[Key, int]]:
    """The sources of facts of the kind «unit-report», by period as given, then in the units' order.

    Second: (period, unit, upload) -> number.
    """
    columns = (items[name].tolist() for name in ("period_id", "unit_id", "upload_seq"))
    keys = {(str(period), str(unit), int(seq)) for period, unit, seq in zip(*columns, strict=True)}
    place = {period: at for at, period in enumerate(periods)}
    ordered = sorted(keys, key=lambda key: (place[key[0]], rank.get(key[1], len(rank)), key))
    zone, store = ZoneInfo(desk.office.settings.timezone), desk.office.store
    found, numbers = {}, {}
    for number, (period, unit, seq) in enumerate(ordered, start=1):
        entry = store.entry(seq)
        day = entry.recorded_at.astimezone(zone).date()
        found[number] = Source(number, period, unit, seq, entry.file_name, day)
        numbers[period, unit, seq] = number
    return found, numbers


def bracketed(numbers: Iterable[int]) -> str:
    """``[1–3, 5]``; nothing for none."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return f"[{', '.join(str(a) if a == b else f'{a}–{b}' for a, b in runs)}]" if runs else ""


def file_words(source: Source) -> str:
    """The file and the upload behind a source."""
    t = texts().documents
    if not source.file_name:
        return t.source_typed.format(seq=source.seq)
    return t.source_file.format(file=source.file_name, seq=source.seq, day=fmt.day(source.recorded_on))

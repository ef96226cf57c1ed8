"""The legal bases that a document cites: those whose time has passed are refused by a letter and left out by a report,
unreviewed ones are told to its author.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.schema import LEGAL_BASES
from cchc_metrics.services.office.desk import Desk


@dataclass(frozen=True, slots=True)
class Bases:
    """What a document cites. cited: as it is written, in order · unreviewed: symbols that nobody has reviewed ·
    left_out: those whose time has passed, with why.
    """

    cited: tuple[str, ...]
    unreviewed: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def bases(desk: Desk, symbols: Iterable[str], day: date) -> Bases:
    """The bases in words, each once. Raises CchcError naming those that have ended by the day.

    One that the list of bases lacks counts as unreviewed.
    """
    wanted = tuple(dict.fromkeys(symbols))
    rows = {row["basis"]: row for row in desk.facts(LEGAL_BASES).to_dict("records")}
    ended = [symbol for symbol in wanted if symbol in rows and _ended(rows[symbol], day)]
    if ended:
        t = texts().documents
        names = listed([_ended_words(rows[symbol]) for symbol in ended])
        raise CchcError(t.basis_ended.format(bases=names))
    unreviewed = tuple(s for s in wanted if s not in rows or rows[s]["state"] == "unreviewed")
    return Bases(tuple(_named(symbol, rows.get(symbol)) for symbol in wanted), unreviewed)


def in_time(desk: Desk, symbols: Iterable[str], day: date, year: int) -> Bases:
    """The bases of a report of a year, each once, less those that have ended by the day or were made for years before.

    Which years a text was made for its own title says («năm 2022», «giai đoạn 2021–2025»); what the office has reviewed
    as in force is cited all the same.
    """
    wanted = tuple(dict.fromkeys(symbols))
    rows = {row["basis"]: row for row in desk.facts(LEGAL_BASES).to_dict("records")}
    over = [s for s in wanted if s in rows and (_ended(rows[s], day) or _outlived(rows[s], year))]
    gone = {symbol: _ended_words(rows[symbol]) for symbol in over}
    kept = [symbol for symbol in wanted if symbol not in gone]
    unreviewed = tuple(s for s in kept if s not in rows or rows[s]["state"] == "unreviewed")
    return Bases(tuple(_named(symbol, rows.get(symbol)) for symbol in kept), unreviewed, tuple(gone.values()))


_SPAN = re.compile(r"giai đoạn\s+20\d\d\s*[-–—]\s*(20\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+(20\d\d)", re.IGNORECASE)


def _outlived(row: Any, year: int) -> bool:
    """Whether a text that nobody has reviewed was, by its title, made for years that are over."""
    if row["state"] != "unreviewed" or not isinstance(row["title"], str):
        return False
    years = _SPAN.findall(row["title"]) or _YEAR.findall(row["title"])
    return bool(years) and max(map(int, years)) < year


def _named(symbol: str, row: Any) -> str:
    """«Công văn số 526/VP-HCTC ngày 14/10/2022 của …»: the number behind what the text is."""
    t = texts().weaving
    title = named(row["title"]) if row is not None and isinstance(row["title"], str) else ""
    kind = next((word for word in t.basis_types if title.startswith(f"{word} ")), "")
    if not kind or not symbol[:1].isdigit():
        return _cited(symbol, row)
    day = t.basis_day.format(day=fmt.day(row["issued_on"])) if not pd.isna(row["issued_on"]) else ""
    return t.basis_numbered.format(type=kind, basis=symbol, day=day, rest=title.removeprefix(f"{kind} "))


def ended(desk: Desk, symbols: Iterable[str], day: date) -> tuple[str, ...]:
    """Those of the symbols that have ended by the day."""
    rows = {row["basis"]: row for row in desk.facts(LEGAL_BASES).to_dict("records")}
    return tuple(symbol for symbol in dict.fromkeys(symbols) if symbol in rows and _ended(rows[symbol], day))


def _ended(row: Any, day: date) -> bool:
    return bool(row["state"] == "ended" or (not pd.isna(row["ended_on"]) and row["ended_on"] <= day))


def _ended_words(row: Any) -> str:
    t = texts().documents
    words = [row["basis"]]
    if not pd.isna(row["ended_on"]):
        words.append(t.ended_on.format(day=fmt.day(row["ended_on"])))
    if isinstance(row["replaced_by"], str):
        words.append(t.replaced_by.format(basis=row["replaced_by"]))
    return f"{words[0]} ({', '.join(words[1:])})" if words[1:] else words[0]


def _cited(symbol: str, row: Any) -> str:
    t = texts().documents
    if row is None or not isinstance(row["title"], str):
        return symbol
    number = symbol
    if not pd.isna(row["issued_on"]):
        number = t.basis_dated.format(basis=symbol, day=fmt.day(row["issued_on"]))
    return t.basis_cited.format(title=named(row["title"]), number=number)

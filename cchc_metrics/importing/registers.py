"""Entities, breaks, windows and national targets: what a list that other facts lean on must not say.

Each check takes the draft facts of the file beside what the store holds and yields faults with the positions of the
facts, the value and the store column of the cell at fault.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Flags, Ints
from cchc_metrics.importing.entities import SCORED_TYPES
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import canonical
from cchc_metrics.importing.periods import FIRST_YEAR, LAST_YEAR
from cchc_metrics.importing.problems import Fault, error, warning
from cchc_metrics.labels import texts
from cchc_metrics.model import EntityType, Snapshot
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import ALL_NODES

Faults = Iterator[tuple[Fault, Ints, str, str]]
_ERAS = ("", "63", "34")
_DAY = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})")
_COMPARISONS = frozenset({">", ">=", "=", "<=", "<"})


def at(mask: Flags | pd.Series) -> Ints:
    """The positions at which a mask holds; missing counts as not."""
    return np.flatnonzero(pd.Series(mask).astype("boolean").fillna(False).to_numpy(dtype=np.bool_))


def spelled(texts_of: pd.Series) -> pd.Series:
    """A column of texts as plain Python texts, empty where missing."""
    return texts_of.astype("object").where(texts_of.notna(), "").map(str)


def each(words: pd.Series, wrong: Mapping[str, str], message: str, code: str, column: str) -> Faults:
    """One error per distinct wrong word; ``wrong`` says what fills ``{known}``."""
    for word, known in wrong.items():
        yield error(code, message.format(value=word, known=known)), at(words == word), word, column


def entity_faults(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    """Ids spelled otherwise, identities that change, codes and names taken, eras unknown, dates in the wrong order."""
    t = texts().findings
    ids, stored = spelled(facts["entity_id"]), snapshot.entities
    known = {str(one).casefold(): str(one) for one in stored["entity_id"]}
    other = {word: known[word.casefold()] for word in ids.unique() if known.get(word.casefold(), word) != word}
    yield from each(ids, other, t.spelling_differs, "spelling_differs", "entity_id")
    eras = spelled(facts["era"])
    unknown = {word: "" for word in eras.unique() if word not in _ERAS}
    yield from each(eras, unknown, t.era_unknown, "era_unknown", "era")
    yield from _without_base(facts)
    yield (
        error("dates_reversed", t.dates_reversed),
        at(pd.Series(_before(facts["valid_to"], facts["valid_from"]))),
        "",
        "valid_to",
    )
    yield error("successor_self", t.successor_self), at(facts["successor_id"] == facts["entity_id"]), "", "successor_id"
    yield from _identities(facts, stored)
    yield from _taken(facts, stored)


def _without_base(facts: pd.DataFrame) -> Faults:
    """A province that belongs to neither base is ranked on none."""
    for place, row in enumerate(rows_of(facts)):
        if row["entity_type"] == EntityType.PROVINCE and not row["era"]:
            message = texts().intake.province_without_base.format(name=row["display_name"] or row["entity_id"])
            yield warning("province_without_base", message), np.array([place], dtype=np.int64), "", "era"


def _before(left: pd.Series, right: pd.Series) -> list[bool]:
    pairs = zip(left.tolist(), right.tolist(), strict=True)
    return [isinstance(one, date) and isinstance(two, date) and one < two for one, two in pairs]


def _identities(facts: pd.DataFrame, stored: pd.DataFrame) -> Faults:
    """What stored scores lean on: the type and the era of an id never change, its dates only with a warning."""
    t = texts().findings
    held = {row["entity_id"]: row for row in rows_of(stored)}
    for place, row in enumerate(rows_of(facts)):
        old = held.get(row["entity_id"])
        if old is None:
            continue
        here = np.array([place], dtype=np.int64)
        for column in ("entity_type", "era"):
            if row[column] != old[column]:
                message = t.entity_identity_changed.format(id=row["entity_id"], stored=old["display_name"])
                yield error("entity_identity_changed", message), here, str(row[column] or ""), column
        code, known = row["code"], old["code"]
        if code and known and code != known and code.zfill(2) == known.zfill(2):
            fault = error("spelling_differs", t.spelling_differs.format(value=code, known=known))
            yield fault, here, code, "code"
        for column in ("valid_from", "valid_to"):
            if str(row[column])[:10] != str(old[column])[:10]:
                message = t.validity_changed.format(name=old["display_name"])
                yield warning("validity_changed", message), here, str(row[column] or ""), column


def _taken(facts: pd.DataFrame, stored: pd.DataFrame) -> Faults:
    """Codes and names by which two entities of an era could no longer be told apart."""
    t = texts().findings
    others = [(-1, row) for row in rows_of(stored[~stored["entity_id"].isin(facts["entity_id"])])]
    holders: dict[tuple[bool, str, str], tuple[str, str]] = {}
    for place, row in [*others, *enumerate(rows_of(facts))]:
        if row["entity_type"] not in SCORED_TYPES:
            continue
        era, mine = str(row["era"] or ""), (row["entity_id"], row["display_name"])
        for column, word in _ways(row):
            coded = column == "code"
            holder = holders.setdefault((coded, era, word.zfill(2) if coded else canonical(word)), mine)
            if holder[0] != mine[0] and place >= 0:
                said = t.entity_code_taken if coded else t.entity_name_taken
                message = said.format(code=word, value=word, era=era, name=holder[1])
                fault = error("entity_code_taken" if coded else "entity_name_taken", message)
                yield fault, np.array([place], dtype=np.int64), word, column


def _ways(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The column and the text of everything by which a row may refer to an entity."""
    for column in ("code", "name", "display_name", "aliases"):
        for word in str(row[column] or "").split("|"):
            if word.strip():
                yield column, word.strip()


def break_faults(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    """A break lies between two years in order, at a criterion that some framework of the index has."""
    t, nodes = texts().findings, NodeBook(snapshot.nodes)
    late = spelled(facts["period_after"]), spelled(facts["period_before"])
    wrong = (late[0] != "") & (late[1] != "") & (late[0] <= late[1])
    yield error("break_order", t.break_order), at(wrong), "", "period_after"
    for place, row in enumerate(rows_of(facts)):
        index_code, code = row["index_code"], row["node_code"]
        if code in (None, ALL_NODES) or index_code is None:
            continue
        here = np.array([place], dtype=np.int64)
        node = nodes.any_year(index_code).coded(code)
        if node is None:
            message = t.break_node_unknown.format(index=index_code, value=code)
            yield error("break_node_unknown", message), here, code, "node_code"
        elif node.code != code:
            message = t.spelling_differs.format(value=code, known=node.code)
            yield error("spelling_differs", message), here, code, "node_code"


def window_faults(facts: pd.DataFrame, _snapshot: Snapshot) -> Faults:
    """Days are written 15/12 and exist; years are in order."""
    t = texts().findings
    for column in ("start_day", "end_day"):
        days = spelled(facts[column])
        wrong = {day: "" for day in days.unique() if day and not _is_day(day)}
        yield from each(days, wrong, t.day_unknown, "day_unknown", column)
    yield error("years_reversed", t.years_reversed), at(facts["year_to"] < facts["year_from"]), "", "year_to"
    yield from years_out_of_range(facts)


def years_out_of_range(facts: pd.DataFrame) -> Faults:
    """Years of validity that no index year can be."""
    fault = error("year_out_of_range", texts().findings.year_out_of_range)
    for column in facts.columns.intersection(["year_from", "year_to"]):
        years = facts[column].astype("Int64")
        yield fault, at((years < FIRST_YEAR) | (years > LAST_YEAR)), "", column


def _is_day(text: str) -> bool:
    match = _DAY.fullmatch(text)
    try:
        # A leap year: 29/2 is a day of some year.
        return match is not None and bool(date(2024, int(match["month"]), int(match["day"])))
    except ValueError:
        return False


def policy_faults(facts: pd.DataFrame, _snapshot: Snapshot) -> Faults:
    """The relation of a national target is one that the screens can word."""
    words = spelled(facts["comparison"])
    wrong = {word: "" for word in words.unique() if word and word not in _COMPARISONS}
    yield from each(words, wrong, texts().findings.comparison_unknown, "comparison_unknown", "comparison")


def responsible_faults(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    """The criterion is one that some framework of the index has, spelled as there; the first year is an index year."""
    t, nodes = texts().findings, NodeBook(snapshot.nodes)
    for place, row in enumerate(rows_of(facts)):
        index_code, code = row["index_code"], row["node_code"]
        if index_code is None or code is None:
            continue
        here = np.array([place], dtype=np.int64)
        node = nodes.any_year(index_code).coded(code)
        if node is None:
            message = texts().why.node_not_in_index.format(index=index_code, value=code)
            yield error("node_unknown", message), here, code, "node_code"
        elif node.code != code:
            message = t.spelling_differs.format(value=code, known=node.code)
            yield error("spelling_differs", message), here, code, "node_code"
    yield from years_out_of_range(facts)


REGISTER_CHECKS: Mapping[str, Callable[[pd.DataFrame, Snapshot], Faults]] = {
    "entities": entity_faults,
    "breaks": break_faults,
    "windows": window_faults,
    "policy-targets": policy_faults,
    "responsible-units": responsible_faults,
}

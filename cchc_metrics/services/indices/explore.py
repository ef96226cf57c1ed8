"""Find any score and take it away: one filter, one table, two file formats."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import sort_key
from cchc_metrics.model import Period, ValueState
from cchc_metrics.model.rows import text_of
from cchc_metrics.schema import SCORE_KINDS, SCORES, TOTAL
from cchc_metrics.services.indices.sightings import NOT_TOLD, PUBLISHED, known_of
from cchc_metrics.services.office.catalogue import Catalogue
from cchc_metrics.services.office.desk import Desk, once, once_for_all

_KINDS = {code: label for label, code in SCORE_KINDS.items()}
PRINTED_PERCENT = "published_pct"
COLUMNS = (
    "index_code",
    "period_id",
    "period",
    "entity_id",
    "entity",
    "node_code",
    "node",
    "score_kind",
    "kind",
    "state",
    "value",
    "max_score",
    "published_rank",
    "rank_out_of",
    "unit",
    "source",
    "note",
    "known",
)


def kind_label(code: str) -> str:
    """What a kind of score is called."""
    return named(_KINDS[code])


@dataclass(frozen=True, slots=True)
class Query:
    """What to show: each empty tuple means "all"."""

    indices: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    score_kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def where(self) -> dict[str, tuple[str, ...]]:
        """The filter as columns and allowed values."""
        parts = {
            "index_code": self.indices,
            "period_id": self.periods,
            "node_code": self.nodes,
            "entity_id": self.entities,
            "score_kind": self.score_kinds,
            "state": self.states,
        }
        return {column: values for column, values in parts.items() if values}

    @property
    def mark(self) -> str:
        """Eight characters that tell this filter from others, for file names."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class ExploreChoices:
    """What the filters offer: code -> wording, in the order of the lists. Only what some stored score has."""

    indices: Mapping[str, str]
    periods: Mapping[str, str]
    nodes: Mapping[str, str]
    entities: Mapping[str, str]
    score_kinds: Mapping[str, str]
    states: Mapping[str, str]


def choices(desk: Desk, indices: tuple[str, ...] = ()) -> ExploreChoices:
    """What there is to filter by, within these indices (none: all of them)."""
    require(desk.actor, Deed.READ)
    catalogue = desk.catalogue
    where, stored = Query(indices).where(), catalogue.held_indices()

    def held(*columns: str) -> pd.DataFrame:
        return desk.distinct(SCORES, columns, where)

    periods = sorted(held("period_id")["period_id"], key=Period.parse, reverse=True)
    kinds, states = set(held("score_kind")["score_kind"]), set(held("state")["state"])
    ordered = [code for code in catalogue.indices() if code in stored]
    return ExploreChoices(
        indices={code: code for code in ordered},
        periods={code: fmt.period(code) for code in periods},
        nodes=_node_choices(desk, held("index_code", "node_code", "framework_id", "period_id")),
        entities=entity_choices(catalogue, [str(e) for e in held("entity_id")["entity_id"]]),
        score_kinds={code: named(label) for code, label in _KINDS.items() if code in kinds},
        states={code: texts().explore.states[code] for code in ValueState if code in states},
    )


def _node_choices(desk: Desk, used: pd.DataFrame) -> dict[str, str]:
    """Criteria in reading order: of each index the names of its newest framework that has the code."""
    places = {code: place for place, code in enumerate(desk.catalogue.indices())}
    names = _node_names(desk)
    found: dict[str, tuple[int, tuple[object, ...], str]] = {}
    for index, node, framework, _ in sorted(used.itertuples(index=False, name=None), key=lambda row: row[3]):
        name = names.get((index, framework, node), _UNNAMED)[0]
        label = texts().services.total if node == TOTAL else f"{node}. {named(name)}" if name else str(node)
        found[node] = (places.get(index, len(places)), reading_order(str(node)), label)
    ordered = sorted(found, key=lambda node: (node != TOTAL, found[node][0], found[node][1]))
    return {node: found[node][2] for node in ordered}


def entity_choices(catalogue: Catalogue, entities: Sequence[str]) -> dict[str, str]:
    """Names to choose from: ours, then the country and regions, then provinces; a name of both eras says which."""
    names = {e: catalogue.name_of(e) for e in entities}
    twice = {name for name in names.values() if list(names.values()).count(name) > 1}
    ours = catalogue.ours()
    ordered = sorted(entities, key=lambda e: (e not in ours, e[:1] == "P", sort_key(names[e])))
    eras = texts().explore.eras
    return {
        e: f"{names[e]} {eras[catalogue.entity(e).era]}" if names[e] in twice and e[1:3] in eras else names[e]
        for e in ordered
    }


# Within one of these the scores are those of the entities; a page touches one or two.
_BLOCK = ("index_code", "period_id", "node_code")
_CRITERION = ["index_code", "framework_id", "node_code", "score_kind"]
_COMMON, _SPARSE = ("entity_id", "index_code", "period_id", "score_kind"), ("published_rank", "note")
_Named = tuple[str, str, float]
_UNNAMED: _Named = ("", "", float("nan"))


@once_for_all
def _node_names(desk: Desk) -> Mapping[tuple[str, str, str], _Named]:
    """(index, framework, criterion) -> name, unit and maximum."""
    nodes = desk.catalogue.frameworks[["index_code", "framework_id", "node_code", "name", "unit", "max_score"]]
    return {
        (index, framework, node): (name, text_of(unit), float(most))
        for index, framework, node, name, unit, most in nodes.itertuples(index=False, name=None)
    }


def reading_order(code: str) -> tuple[object, ...]:
    """Codes as people count them: TOTAL, D1, D2, D10, then the parts of parts; 2 before 10."""
    pieces = tuple(int(piece) if piece.isdigit() else 0 for piece in re.split(r"(\d+)", code) if piece)
    return (code != TOTAL, re.sub(r"\d+", "", code), pieces)


def find(desk: Desk, query: Query) -> pd.DataFrame:
    """Scores that match, one row per fact, ready to show: the columns of ``COLUMNS``.

    Sorted by index (the three first), newest period, criterion in reading order, then Vietnamese order of names.
    Missing and exempt values are NaN with their state beside them. max_score: as the source printed it, else that of
    the framework; of a percentage that the source printed, none. known: how the figure is known.
    """
    require(desk.actor, Deed.READ)
    return _shown(desk, desk.facts(SCORES, query.where() or None))


def find_part(desk: Desk, query: Query, first: int, count: int) -> pd.DataFrame:
    """The rows ``first`` (from 0) and after of ``find``, ``count`` at most; no more is read than the criteria on which
    they begin and end.
    """
    require(desk.actor, Deed.READ)
    parts, begun = [], 0
    for codes, size in _blocks(desk, query):
        if begun < first + count and begun + size > first:
            where = {name: (code,) for name, code in zip(_BLOCK, codes, strict=True)}
            block = _shown(desk, desk.facts(SCORES, {**query.where(), **where}))
            parts.append(block.iloc[max(0, first - begun) : first + count - begun])
        begun += size
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(COLUMNS))


@once
def _blocks(desk: Desk, query: Query) -> Sequence[tuple[tuple[str, ...], int]]:
    """Index, period and criterion of every block, with how many scores it holds, in the order of ``find``."""
    blocks = _in_order(desk, desk.distinct(SCORES, _BLOCK, query.where(), counted=True))
    sizes = blocks["facts"].astype("int64").tolist()
    return list(zip(blocks[list(_BLOCK)].itertuples(index=False, name=None), sizes, strict=True))


def _in_order(desk: Desk, blocks: pd.DataFrame) -> pd.DataFrame:
    """Blocks of one index, period and criterion, in the order in which ``find`` shows them."""
    placed = blocks.assign(
        index_place=_places(blocks["index_code"], lambda code: _index_order(desk.catalogue, code)),
        year_place=_places(blocks["period_id"], lambda code: -Period.parse(code).year),
        node_place=_places(blocks["node_code"], reading_order),
    )
    return placed.sort_values(["index_place", "year_place", "period_id", "node_place"], kind="stable")


@dataclass(frozen=True, slots=True)
class Summary:
    """What all matching scores have in common. differ: columns of the store in which they differ; filled: columns in
    which any holds something; sources: source -> how many scores are from it.
    """

    count: int
    differ: frozenset[str]
    filled: frozenset[str]
    sources: Mapping[str, int]


def summary(desk: Desk, query: Query) -> Summary:
    """Of the scores that match, counted by the store."""
    require(desk.actor, Deed.READ)
    where = query.where()
    held = {name: desk.distinct(SCORES, (name,), where, counted=True) for name in (*_COMMON, *_SPARSE, "source")}
    sources = held["source"].dropna(subset="source")
    return Summary(
        count=int(held["source"]["facts"].sum()),
        differ=frozenset(name for name in _COMMON if len(held[name]) > 1),
        filled=frozenset(name for name in _SPARSE if held[name][name].notna().any()),
        sources={str(source): int(n) for source, n in zip(sources["source"], sources["facts"], strict=True)},
    )


def _shown(desk: Desk, found: pd.DataFrame) -> pd.DataFrame:
    """Scores as the store has them, ready to show and in order."""
    catalogue = desk.catalogue
    names = {e: catalogue.name_of(e) for e in found["entity_id"].unique()}
    # A criterion, a name, a place is looked up once and not for each of its scores.
    which = found.groupby(_CRITERION, dropna=False, sort=False).ngroup().to_numpy()
    told = _criteria(desk, found.drop_duplicates(_CRITERION)).take(which).set_index(found.index)
    shown = found.assign(
        period=_each(found["period_id"], fmt.period),
        entity=_each(found["entity_id"], names.__getitem__),
        node=told["node"],
        unit=told["unit"],
        max_score=found["max_score"].fillna(told["most"]),
        kind=_each(found["score_kind"], kind_label),
        known=_known(desk, found),
        index_place=_places(found["index_code"], lambda code: _index_order(catalogue, code)),
        year_place=_places(found["period_id"], lambda code: -Period.parse(code).year),
        node_place=_places(found["node_code"], reading_order),
        entity_place=_places(found["entity_id"], lambda e: sort_key(names[e])),
    )
    order = ["index_place", "year_place", "period_id", "node_place", "entity_place", "score_kind"]
    return shown.sort_values(order, kind="stable")[list(COLUMNS)].reset_index(drop=True)


def _known(desk: Desk, found: pd.DataFrame) -> pd.Series:
    """How each figure is known (``sightings.Known``)."""
    totals = found[(found["node_code"] == TOTAL) & (found["score_kind"] == PUBLISHED)]
    told = zip(totals["index_code"], totals["period_id"], totals["entity_id"], strict=True)
    known = pd.Series([NOT_TOLD] * len(found), index=found.index, dtype="object")
    known.loc[totals.index] = [known_of(desk, index, period).get(entity, NOT_TOLD) for index, period, entity in told]
    return known


def _criteria(desk: Desk, which: pd.DataFrame) -> pd.DataFrame:
    """Name, unit and maximum of each of these criteria; a percentage that the source printed is in percent, and has no
    maximum, whatever its criterion is in.
    """
    nodes = _node_names(desk)
    rows = [nodes.get(key, _UNNAMED) for key in which[_CRITERION[:3]].itertuples(index=False, name=None)]
    percent = [kind == PRINTED_PERCENT for kind in which["score_kind"]]
    return pd.DataFrame(
        {
            "node": pd.Series([named(name) for name, _, _ in rows], dtype="str"),
            "unit": pd.Series(["%" if p else named(row[1]) for p, row in zip(percent, rows, strict=True)], dtype="str"),
            "most": np.array([float("nan") if p else row[2] for p, row in zip(percent, rows, strict=True)]),
        }
    )


def _index_order(catalogue: Catalogue, code: str) -> tuple[int, str]:
    known = catalogue.indices()
    return (known.index(code) if code in known else len(known), code)


def _places(codes: pd.Series, order: Callable[[str], Any]) -> pd.Series:
    """The place of each code among the distinct ones in this order."""
    places = {code: place for place, code in enumerate(sorted(codes.unique(), key=order))}
    numbers, distinct = pd.factorize(codes)
    return pd.Series(np.array([places[code] for code in distinct], dtype="int64")[numbers], index=codes.index)


def _each(codes: pd.Series, said: Callable[[str], str]) -> pd.Series:
    """What is said of each code, each distinct one once; of a missing one nothing."""
    numbers, distinct = pd.factorize(codes)
    words = pd.Series([*(said(code) for code in distinct), None], dtype="str")
    return words.take(numbers).set_axis(codes.index)

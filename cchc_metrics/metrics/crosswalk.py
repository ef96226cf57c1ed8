"""A headline change across two frameworks: like-for-like + re-weighting + new − dropped criteria.

Formula: docs/methodology.md «Why a result moved» (headline change = like-for-like change + re-weighting effect + new
and dropped criteria, exactly). With maxima M0 → M1 and scores S0 → S1 of what continues, and f = S / M:

    like-for-like = M0·(f1 − f0) = M0·S1/M1 − S0      «had the old maximum stayed»
    re-weighting  = (M1 − M0)·f1 = S1 − M0·S1/M1      «the same share of another maximum»

The old maxima are the base (not the mean of both years) because an office can check each line by hand with one
multiplication, and because the like-for-like line then answers what people ask: the change under the old framework.
Swapping the years therefore does not mirror the two lines, only their sum.

Splits and mergers: an old criterion goes into new ones by declared shares σ, so a new criterion b stands against
M0(b) = Σ σ·m0 and S0(b) = Σ σ·s0; what a share leaves over (1 − Σ σ) is dropped. Exactness: everything is a rational;
the pieces of one old score are whole units of 10⁻⁹, of which the last takes the rounding, like-for-like is rounded to
the unit, and **re-weighting closes the line**. REST holds what no line explains: criteria outside the crosswalk,
criteria without score or maximum, rounding by the publisher.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

import pandas as pd

from cchc_metrics.metrics.decomposition import Line
from cchc_metrics.metrics.exact import require_grain, scored, typed
from cchc_metrics.model import SCALE, scaled
from cchc_metrics.model.rows import text_of

NOWHERE = "-"
EFFECTS = ("like_for_like", "reweighting", "added", "dropped")
CROSSWALK_DTYPES = {
    "line": "str",
    "node_before": "str",
    "node_after": "str",
    "value_before": "float64",
    "value_after": "float64",
    **dict.fromkeys(EFFECTS, "float64"),
    "delta": "float64",
}


@dataclass(frozen=True, slots=True)
class _Side:
    """Exact scores and maxima of one year, by node; absent where unknown."""

    scores: Mapping[str, int]
    maxima: Mapping[str, int]

    @staticmethod
    def of(rows: pd.DataFrame) -> "_Side":
        require_grain(rows, ("node_code",))
        codes = rows["node_code"].tolist()
        return _Side(
            {code: int(value) for code, value in zip(codes, scored(rows), strict=True) if value is not pd.NA},
            {code: int(most) for code, most in zip(codes, scaled(rows["max_score"]), strict=True) if most is not pd.NA},
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A share of an old criterion on its way into a new one; amounts are None where unknown."""

    node_before: str
    node_after: str
    maximum: Fraction | None
    score: int | None


def framework_change(before: pd.DataFrame, after: pd.DataFrame, links: pd.DataFrame, *, whole: str) -> pd.DataFrame:
    """The change of the whole of one entity across two frameworks, exactly on scaled integers.

    before, after: one row per node – node_code, value, state, max_score; ``whole`` is among them. links: one row per
    node_before × node_after of one crosswalk – node_before, node_after («-»: nowhere), share (0–1, missing: all);
    on one level of the tree, so that nothing is counted twice.

    Result, one row per line: line (PART, REST, WHOLE last), node_before (codes joined by «, »), node_after,
    value_before, value_after, like_for_like, reweighting, added, dropped, delta. In each PART delta is the sum of its
    effects (NaN all of them where a score or a maximum it needs is unknown); Σ delta of PART and REST = delta of
    WHOLE. WHOLE holds the sums of the effects over the known lines. Raises ValueError when a row comes twice.
    """
    require_grain(links, ("node_before", "node_after"))
    old, new = _Side.of(before), _Side.of(after)
    pieces = [piece for code, rows in _by_before(links) for piece in _cut(old, code, rows)]
    rows = [*_continued(pieces, new), *_added(links, new), *_dropped(pieces)]
    return _table(rows, old.scores.get(whole), new.scores.get(whole), whole)


_Row = dict[str, int | str | None]


def _by_before(links: pd.DataFrame) -> list[tuple[str, list[tuple[str, Fraction]]]]:
    """Old criterion -> where it goes and with which share, in the order of the new codes."""
    shares = [Fraction(1) if share is pd.NA else Fraction(int(share), SCALE) for share in scaled(links["share"])]
    ways: dict[str, list[tuple[str, Fraction]]] = {}
    for code, target, share in zip(links["node_before"], links["node_after"], shares, strict=True):
        if code != NOWHERE:
            ways.setdefault(str(code), []).append((str(target), share))
    return [(code, sorted(ways[code], key=lambda way: (way[0] == NOWHERE, way[0]))) for code in sorted(ways)]


def _cut(old: _Side, code: str, ways: Sequence[tuple[str, Fraction]]) -> list[_Piece]:
    total = sum((share for _, share in ways), Fraction(0))
    # Shares are kept with nine decimals: three thirds are 0,999999999 and mean the whole.
    if abs(total - 1) <= Fraction(len(ways), SCALE):
        ways = [(target, share / total) for target, share in ways]
    elif total < 1:
        ways = [*ways, (NOWHERE, 1 - total)]
    score, most = old.scores.get(code), old.maxima.get(code)
    parts: list[int | None] = [None] * len(ways)
    if score is not None:
        known = [floor(score * share) for _, share in ways[:-1]]
        parts = [*known, score - sum(known)]
    return [
        _Piece(code, target, None if most is None else most * share, part)
        for (target, share), part in zip(ways, parts, strict=True)
    ]


def _continued(pieces: Sequence[_Piece], new: _Side) -> list[_Row]:
    """One line per new criterion that old ones go into."""
    targets = sorted({piece.node_after for piece in pieces} - {NOWHERE})
    return [_continuing([piece for piece in pieces if piece.node_after == code], code, new) for code in targets]


def _continuing(mine: Sequence[_Piece], code: str, new: _Side) -> _Row:
    value, most = new.scores.get(code), new.maxima.get(code)
    base = _sum([piece.maximum for piece in mine])
    was = _sum([piece.score for piece in mine])
    row: _Row = {
        "node_before": ", ".join(piece.node_before for piece in mine),
        "node_after": code,
        "value_before": None if was is None else int(was),
        "value_after": value,
    }
    if base is None or was is None or value is None or not most:
        return row
    like = round(base * value / most - was)
    return row | {"like_for_like": like, "reweighting": value - int(was) - like, "added": 0, "dropped": 0}


def _sum(amounts: Sequence[Fraction | int | None]) -> Fraction | None:
    known = [Fraction(amount) for amount in amounts if amount is not None]
    return sum(known, Fraction(0)) if len(known) == len(amounts) else None


def _added(links: pd.DataFrame, new: _Side) -> list[_Row]:
    continued = set(links.loc[links["node_before"] != NOWHERE, "node_after"])
    codes = sorted(set(links.loc[links["node_before"] == NOWHERE, "node_after"]) - continued - {NOWHERE})
    rows: list[_Row] = []
    for code in codes:
        value = new.scores.get(code)
        row: _Row = {"node_before": "", "node_after": code, "value_after": value}
        rows.append(row if value is None else row | _effects(added=value))
    return rows


def _dropped(pieces: Sequence[_Piece]) -> list[_Row]:
    rows: list[_Row] = []
    for piece in pieces:
        if piece.node_after == NOWHERE:
            row: _Row = {"node_before": piece.node_before, "node_after": "", "value_before": piece.score}
            rows.append(row if piece.score is None else row | _effects(dropped=-piece.score))
    return rows


def _effects(**told: int) -> _Row:
    return {**dict.fromkeys(EFFECTS, 0), **told}


def _table(rows: Sequence[_Row], before: int | None, after: int | None, whole: str) -> pd.DataFrame:
    lines: list[_Row] = []
    for row in rows:
        effects = [row.get(name) for name in EFFECTS]
        known = [int(effect) for effect in effects if effect is not None]
        lines.append({"line": str(Line.PART), **row, "delta": sum(known) if len(known) == len(EFFECTS) else None})
    told = [line for line in lines if line["delta"] is not None]
    sums = {name: sum(int(line[name] or 0) for line in told) for name in (*EFFECTS, "delta")}
    change = None if before is None or after is None else after - before
    lines.append({"line": str(Line.REST), "delta": None if change is None else change - sums["delta"]})
    ends: _Row = {"node_before": whole, "node_after": whole, "value_before": before, "value_after": after}
    lines.append({"line": str(Line.WHOLE), **ends, **sums, "delta": change})
    frame = pd.DataFrame(lines, columns=list(CROSSWALK_DTYPES))
    for name in ("value_before", "value_after", *EFFECTS, "delta"):
        frame[name] = [None if pd.isna(number) else int(number) / SCALE for number in frame[name]]
    for name in ("node_before", "node_after"):
        frame[name] = [text_of(code) for code in frame[name]]
    return typed(frame, CROSSWALK_DTYPES)


def crosswalk_level(links: pd.DataFrame, parents: Mapping[str, str], parents_after: Mapping[str, str]) -> pd.DataFrame:
    """The links of the highest declared level: a criterion and its parts, both declared, would be counted twice.

    parents, parents_after: child -> parent in the old and in the new framework. A link stays when neither of its
    ends has a declared criterion above it.
    """
    olds, news = set(links["node_before"]), set(links["node_after"])
    keep = [
        not _above(before, parents) & olds and not _above(after, parents_after) & news
        for before, after in zip(links["node_before"], links["node_after"], strict=True)
    ]
    return links[pd.Series(keep, index=links.index, dtype=bool)].reset_index(drop=True)


def _above(code: str, parents: Mapping[str, str]) -> set[str]:
    """Everything above a node, without itself; a circle ends it."""
    found: set[str] = set()
    parent = parents.get(code)
    while parent is not None and parent not in found and parent != code:
        found.add(parent)
        parent = parents.get(parent)
    return found

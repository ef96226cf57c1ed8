"""Published ranks against the order of the published values."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Flags, Floats, Ints, combine, groups
from cchc_metrics.importing.problems import cell_name, warning
from cchc_metrics.importing.review.remarks import Remark, others_too
from cchc_metrics.importing.review.standing import FileStanding, highest, printed_decimals
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import SCALE, EntityType


def ranks_against_values(standing: FileStanding) -> Iterator[Remark]:
    """Rank 1 is best, ties share («1224»): a better rank never goes with a lower value.

    Compared among provinces of one era within one column; values that two sources' rounding cannot tell apart
    contradict nothing. Equal values share a rank or stand side by side, as far as the provinces between them are known.
    """
    ranks = standing.of("published_rank").to_numpy(dtype=np.float64, na_value=np.nan)
    ranked = np.flatnonzero(~np.isnan(ranks) & ~np.isnan(standing.numbers) & standing.provinces)
    if not (ranked < standing.filed).any():
        return
    decimals, unseen = _decimals(standing, ranked), _unseen(standing, ranked)
    columns, _ = combine(standing.column[ranked], _eras(standing)[standing.entity.codes[ranked]])
    for _, places in groups(columns, np.ones(int(columns.max()) + 1, dtype=np.bool_)):
        at = ranked[places]
        new = at < standing.filed
        if len(at) < 2 or not new.any():
            continue
        broken = _contradictions(standing.numbers[at], ranks[at], decimals[places], unseen[places])
        # A contradiction within what is in force was told when it came in.
        pairs = _fewest_pairs(broken & (new[:, None] | new[None, :]))
        if pairs:
            yield _remark(standing, ranks, [(int(at[one]), int(at[two])) for one, two in pairs])


def _contradictions(values: Floats, ranks: Floats, decimals: Ints, unseen: Floats) -> Flags:
    """[i, j]: i has the better rank, and the lower value or an equal one although others stand between them."""
    better = ranks[:, None] < ranks[None, :]
    exact = np.rint(values * SCALE)
    coarser = np.minimum(decimals[:, None], decimals[None, :])
    # One way of rounding keeps the order; between two ways it is known up to half a unit of the coarser.
    room = np.where(decimals[:, None] == decimals[None, :], 0.0, 0.5 * SCALE * 10.0**-coarser)
    lower = better & (exact[None, :] - exact[:, None] > room)
    equal = exact[:, None] == exact[None, :]
    # Of the ranks from one equal value to the next, those that no equal value holds must be free to be unknown.
    not_better = equal & (ranks[None, :] >= ranks[:, None])
    held = not_better.astype(np.int64) @ better.astype(np.int64)
    found: Flags = lower | (better & equal & (ranks[None, :] - ranks[:, None] > held + unseen[:, None]))
    return found


def _fewest_pairs(broken: Flags) -> list[tuple[int, int]]:
    """One pair for each rank that must be wrong: the one in most contradictions, again and again until none is left."""
    left = broken.copy()
    pairs = []
    while left.any():
        culprit = int(np.argmax(left.sum(axis=0) + left.sum(axis=1)))
        after, before = np.flatnonzero(left[culprit]), np.flatnonzero(left[:, culprit])
        pairs.append((culprit, int(after[0])) if len(after) else (int(before[0]), culprit))
        left[culprit], left[:, culprit] = False, False
    return pairs


def _decimals(standing: FileStanding, at: Ints) -> Ints:
    """The decimals that the source of each score prints in its column."""
    sources = pd.factorize(standing.of("source", at))[0].astype(np.int64)
    tables, _ = combine(standing.column[at], sources)
    return highest(printed_decimals(standing.numbers[at], standing.of("printed", at)), tables)


def _unseen(standing: FileStanding, at: Ints) -> Floats:
    """How many ranked provinces of the column are not among the scores."""
    column = standing.column[at]
    known = np.bincount(column)[column]
    listed = standing.of("rank_out_of", at).to_numpy(dtype=np.float64, na_value=np.nan)
    entities = standing.snapshot.entities
    eras = entities.loc[entities["entity_type"].eq(EntityType.PROVINCE), "era"].value_counts()
    return np.maximum(np.where(np.isnan(listed), float(eras.max()), listed) - known, 0.0)


def _eras(standing: FileStanding) -> Ints:
    """The era of each entity as a code."""
    known = standing.snapshot.entities
    era_of = dict(zip(known["entity_id"], known["era"].astype("str"), strict=True))
    codes, _ = pd.factorize(pd.Series([era_of.get(one) for one in standing.entity.words], dtype="str"))
    return codes.astype(np.int64)


def _remark(standing: FileStanding, ranks: Floats, pairs: list[tuple[int, int]]) -> Remark:
    one, two = pairs[0]
    message = texts().findings.rank_contradicts.format(
        subject=standing.subject(one),
        first=_described(standing, ranks, one),
        second=_described(standing, ranks, two),
        others=others_too(len(pairs) - 1),
    )
    return Remark(warning("rank_contradicts", message), np.array(pairs, dtype=np.int64).ravel(), plain(ranks[one]))


def _described(standing: FileStanding, ranks: Floats, at: int) -> str:
    t = texts().findings
    place = t.cell_in_force
    if at < standing.filed:
        fact = standing.facts.iloc[at]
        place = t.cell_in_file.format(cell=cell_name(int(fact["row_no"]), int(fact["col_no"])))
    return t.rank_and_value.format(
        name=standing.name(at), rank=plain(ranks[at]), value=plain(standing.numbers[at]), place=place
    )

"""Two rows for one fact: a repetition is kept once, a contradiction is an error."""

from collections.abc import Iterable

import numpy as np

from cchc_metrics.importing.cells import Flags, Ints, groups
from cchc_metrics.importing.checks import Draft
from cchc_metrics.importing.matching import keys_of, same_values
from cchc_metrics.importing.problems import cell_name, error, info
from cchc_metrics.labels import texts

# So many contradictions are named pair by pair; what follows is folded into one finding.
NAMED = 200


def drop_duplicates(draft: Draft) -> Flags:
    """Which facts repeat an earlier one in every value (True: to leave out). Contradictions are reported."""
    facts = draft.facts
    (keys,) = keys_of(draft.kind, facts)
    complete = facts[list(draft.kind.grain_names)].notna().all(axis=1).to_numpy(dtype=np.bool_)
    sizes = np.bincount(keys[complete], minlength=int(keys.max(initial=-1)) + 1)
    repeated = np.zeros(len(facts), dtype=np.bool_)
    if not (sizes > 1).any():
        return repeated
    chosen = np.flatnonzero(complete & (sizes[keys] > 1))
    first = _first_of_key(keys, chosen)
    same = same_values(draft.kind, facts.iloc[chosen], facts.iloc[first])
    contrary = np.isin(keys, keys[chosen[~same]])
    repeated[chosen[same & (chosen != first)]] = True
    repeated &= ~contrary
    _say_repeated(draft, np.flatnonzero(repeated))
    wanted = np.zeros(len(sizes), dtype=np.bool_)
    wanted[keys[chosen[~same]]] = True
    _say_contrary(draft, (at for _, at in groups(np.where(complete, keys, -1), wanted)))
    return repeated


def _first_of_key(keys: Ints, chosen: Ints) -> Ints:
    first = np.full(int(keys.max()) + 1, -1, dtype=np.int64)
    first[keys[chosen[::-1]]] = chosen[::-1]
    return first[keys[chosen]]


def _say_repeated(draft: Draft, at: Ints) -> None:
    if len(at):
        draft.say(info("row_repeated", texts().findings.row_repeated), at)


def _say_contrary(draft: Draft, pairs: Iterable[Ints]) -> None:
    t = texts().findings
    places = draft.facts[["sheet_no", "row_no", "col_no"]].to_numpy(dtype=np.int64)
    rest: list[Ints] = []
    for number, at in enumerate(pairs):
        if number >= NAMED:
            rest.append(at)
            continue
        cells = ", ".join(_place(draft, places[one]) for one in at[:10])
        draft.say(error("rows_disagree", t.rows_disagree.format(cells=cells)), at)
    if rest:
        draft.say(error("rows_disagree", t.more_rows_disagree.format(count=len(rest))), np.concatenate(rest))


def _place(draft: Draft, place: Ints) -> str:
    name = cell_name(int(place[1]), int(place[2]))
    return name if len(draft.sheets) == 1 else f"{draft.sheets[int(place[0])].name}!{name}"

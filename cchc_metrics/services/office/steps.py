"""Which steps between two years may be told: what was declared, and what scores and frameworks give reason to doubt.

A suspicion is worked out anew from the facts that are seen, so that the next file is looked at as the shipped ones
were. A declaration about the same criterion and step outweighs it: people decide, with their reason, by the journal.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.labels.suspicion import in_words
from cchc_metrics.metrics import trend
from cchc_metrics.metrics.frameworks import Tree, composition, trees_of
from cchc_metrics.metrics.suspects import suspect_steps
from cchc_metrics.model import SCALE, EntityType, Period, PeriodClass, ScoreKind, Snapshot
from cchc_metrics.schema import BREAKS, SCORES, TOTAL
from cchc_metrics.services.office.clock import Clock
from cchc_metrics.services.office.compared import Names, facts_seen
from cchc_metrics.services.office.office import Office

SUSPECT, EVIDENCE = "suspect", "evidence"
_COLUMNS = [*BREAKS.grain_names, *BREAKS.value_names]  # … break_kind, reason, source, said_by
_JUDGED = ("index_code", "entity_id", "node_code", "period_id", "value", "state")
_Key = tuple[str, str, str]  # criterion, period before, period after


@dataclass(slots=True)
class _Index:
    """One index: its years, the tree of each, and what was found about its steps so far, in words."""

    code: str
    snapshot: Snapshot
    years: tuple[str, ...]
    trees: Mapping[int, Tree | None]
    found: dict[_Key, list[str]] = field(default_factory=dict)

    def add(self, key: _Key, words: str) -> None:
        self.found.setdefault(key, []).append(words)

    @property
    def pairs(self) -> Iterator[tuple[str, str, Tree, Tree]]:
        """Index years that follow one another and both have a framework."""
        for before, after in zip(self.years, self.years[1:], strict=False):
            old, new = (self.trees.get(int(year)) for year in (before, after))
            if old is not None and new is not None and int(after) - int(before) == 1:
                yield before, after, old, new

    def rows(self) -> pd.DataFrame:
        """What was found, less what is broken without it."""
        codes = {key[0] for key in self.found}
        known = trend.broken_steps(self.snapshot.nodes, self.snapshot.breaks, self.code, codes, self.years)
        t = texts().steps
        rows = [
            (self.code, *key, SUSPECT, t.suspected.format(evidence="; ".join(words)), None, EVIDENCE)
            for key, words in self.found.items()
            if key[1:] not in known[key[0]]
        ]
        return pd.DataFrame(rows, columns=_COLUMNS).astype("str")


def steps_at(
    office: Office, clock: Clock, names: Names, snapshot: Snapshot, index_code: str | None = None
) -> pd.DataFrame:
    """Declared and suspect steps as facts of the kind «breaks»; a suspect one has the break_kind «suspect».

    index_code: only those of one index. Of suspicions only those about whose criterion and step nobody declared
    anything.
    """
    of_provinces = snapshot.entities["entity_type"] == EntityType.PROVINCE
    provinces = snapshot.entities.loc[of_provinces, "entity_id"].tolist()
    where: dict[str, list[str]] = {"score_kind": [ScoreKind.PUBLISHED], "entity_id": provinces}
    declared = snapshot.breaks[_COLUMNS]
    if index_code is not None:
        where["index_code"] = [index_code]
        declared = declared[declared["index_code"] == index_code]
    scores = facts_seen(office, clock, names, SCORES, where, columns=_JUDGED)
    found = [
        declared,
        *(_of_index(snapshot, str(code), own) for code, own in scores.groupby("index_code")),
    ]
    joined = pd.concat([rows for rows in found if len(rows)] or found[:1], ignore_index=True)
    return joined.drop_duplicates(list(BREAKS.grain_names), keep="first", ignore_index=True)


def _of_index(snapshot: Snapshot, code: str, scores: pd.DataFrame) -> pd.DataFrame:
    held = (Period.parse(period) for period in scores["period_id"].unique())
    years = tuple(sorted(period.id for period in held if period.period_class is PeriodClass.INDEX_YEAR))
    index = _Index(code, snapshot, years, trees_of(snapshot.nodes, code, [int(year) for year in years]))
    maxima = {
        (node, year): most / SCALE
        for year in years
        if (tree := index.trees.get(int(year))) is not None
        for node, most in tree.maxima.items()
    }
    for one in suspect_steps(scores[scores["period_id"].isin(years)], maxima):
        index.add((one.node_code, one.period_before, one.period_after), in_words(one))
    _by_composition(index)
    _by_parts(index)
    return index.rows()


def _by_composition(index: _Index) -> None:
    """A whole with other parts, or with parts of other maxima, is another whole."""
    for before, after, old, new in index.pairs:
        for whole in sorted({*old.parents.values()} & {*new.parents.values()}):
            if not (old.is_told(whole) and new.is_told(whole)):
                continue
            made = composition(old, new, whole)
            words = _composition_words(made.new, made.dropped, made.reweighted)
            if words:
                index.add((whole, before, after), words)


def _composition_words(new: Sequence[str], dropped: Sequence[str], reweighted: Sequence[str]) -> str:
    t = texts().steps
    told = ((t.new, new), (t.dropped, dropped), (t.reweighted, reweighted))
    return "; ".join(words.format(parts=listed(list(parts))) for words, parts in told if parts)


def _by_parts(index: _Index) -> None:
    """The total is at most as comparable as its parts; any other whole at least needs one that is comparable."""
    t = texts().steps
    declared = pd.concat([index.snapshot.breaks[_COLUMNS], index.rows()], ignore_index=True)
    codes = {code for tree in index.trees.values() if tree is not None for code in tree.parents}
    broken = trend.broken_steps(index.snapshot.nodes, declared, index.code, sorted(codes), index.years)
    for before, after, old, new in index.pairs:
        for whole in sorted({*old.parents.values()} & {*new.parents.values()}):
            shared = [c for c in sorted(codes) if old.parents.get(c) == whole and new.parents.get(c) == whole]
            parted = [code for code in shared if (before, after) in broken[code]]
            seen = (whole, before, after) in index.found
            if parted and (whole == TOTAL or (len(parted) == len(shared) and not seen)):
                index.add((whole, before, after), t.by_parts.format(parts=listed(parted)))

"""The scores as they would stand after the import: the file's, and those in force that it does not replace."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.importing.cells import Flags, Floats, Ints, Words, combine
from cchc_metrics.importing.matching import partners
from cchc_metrics.importing.review.traits import Traits, traits_of
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import period
from cchc_metrics.model import DECIMALS, SCALE, EntityType, ScoreKind, Snapshot, ValueState, scaled
from cchc_metrics.schema import SCORE_KINDS, SCORES, TOTAL

PERCENT_KIND = ScoreKind.PERCENT
_PRINTED = re.compile(r"[^\d/]*(?P<whole>\d+)(?:[.,](?P<decimals>\d+))?(?![\d.,])")
_KIND_NAMES = {code: name for name, code in SCORE_KINDS.items()}


@dataclass(frozen=True, slots=True)
class FileStanding:
    """One entry per score; the file's come first, in its order.

    numbers: the values, NaN unless one stands · maxima: of the score, else of its criterion, 100 for a published
    percentage · series: index, framework, period and score kind as one code · column: series and criterion · trait:
    place of the criterion in ``traits`` · filed: how many scores are the file's · facts: its frame · kept, in_force:
    the stored frame without and with the scores that the file replaces · names: of the entities, on the screen.
    """

    facts: pd.DataFrame
    kept: pd.DataFrame
    in_force: pd.DataFrame
    snapshot: Snapshot
    filed: int
    entity: Words
    index: Words
    framework: Words
    node: Words
    period: Words
    kind: Words
    numbers: Floats
    maxima: Floats
    series: Ints
    column: Ints
    trait: Ints
    traits: Traits
    names: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def in_file(self) -> Flags:
        return np.arange(len(self)) < self.filed

    @property
    def provinces(self) -> Flags:
        """The scores of provinces."""
        known = self.snapshot.entities
        ids = frozenset(known.loc[known["entity_type"].eq(EntityType.PROVINCE), "entity_id"])
        return self.entity.take(np.array([one in ids for one in self.entity.words], dtype=np.bool_), False)

    def of(self, name: str, at: Ints | None = None) -> pd.Series:
        """A column of the frames behind the scores, for these of them."""
        whole = _both(self.facts, self.kept, name)
        return whole if at is None else whole.iloc[at].reset_index(drop=True)

    def name(self, at: int) -> str:
        """Whose score this is, as on the screen."""
        entity_id = self.entity.words[int(self.entity.codes[at])]
        return self.names.get(entity_id, entity_id)

    def node_name(self, at: int) -> str:
        """The criterion with its code."""
        code = self.node.words[int(self.node.codes[at])]
        return texts().services.total if code == TOTAL else f"{code} {self.traits.names[int(self.trait[at])]}".strip()

    def subject(self, at: int) -> str:
        """Index, criterion, period and score kind, as a sentence names them."""
        kind = self.kind.words[int(self.kind.codes[at])]
        return texts().findings.review_subject.format(
            index=self.index.words[int(self.index.codes[at])],
            node=self.node_name(at),
            period=period(self.period.words[int(self.period.codes[at])]),
            kind=_KIND_NAMES.get(kind, kind).lower(),
        )


def standing_of(facts: pd.DataFrame, stored: pd.DataFrame, snapshot: Snapshot) -> FileStanding:
    """The scores of the file over those in force (both: grain and value columns of scores, one row per grain)."""
    kept = _not_replaced(facts, stored)
    entity, index, framework, node, period_, kind = (
        _words(_both(facts, kept, name))
        for name in ("entity_id", "index_code", "framework_id", "node_code", "period_id", "score_kind")
    )
    base, _ = combine(index.codes, framework.codes)
    trait, first = combine(base, node.codes)
    series, _ = combine(base, period_.codes, kind.codes)
    column, _ = combine(series, node.codes)
    traits = traits_of(snapshot.nodes, [(_at(index, at), _at(framework, at), _at(node, at)) for at in first])
    valued = _both(facts, kept, "state").eq(ValueState.VALUE).to_numpy(dtype=np.bool_)
    values = _both(facts, kept, "value").to_numpy(dtype=np.float64, na_value=np.nan)
    listed = _both(facts, kept, "max_score").to_numpy(dtype=np.float64, na_value=np.nan)
    maxima = np.where(np.isnan(listed), traits.maxima[trait], listed)
    return FileStanding(
        facts,
        kept,
        stored,
        snapshot,
        len(facts),
        entity,
        index,
        framework,
        node,
        period_,
        kind,
        np.where(valued, values, np.nan),
        np.where(kind.where(PERCENT_KIND), 100.0, maxima),
        series,
        column,
        trait,
        traits,
        dict(zip(snapshot.entities["entity_id"], snapshot.entities["display_name"], strict=True)),
    )


def _not_replaced(facts: pd.DataFrame, stored: pd.DataFrame) -> pd.DataFrame:
    if stored.empty:
        return stored
    replaced = np.zeros(len(stored), dtype=np.bool_)
    partner = partners(SCORES, facts, stored)
    replaced[partner[partner >= 0]] = True
    return stored[~replaced]


def _both(facts: pd.DataFrame, stored: pd.DataFrame, name: str) -> pd.Series:
    return pd.concat([facts[name], stored[name]], ignore_index=True) if len(stored) else facts[name]


def _words(column: pd.Series) -> Words:
    codes, words = pd.factorize(column)
    return Words(codes.astype(np.int64), tuple(str(word) for word in words))


def _at(words: Words, at: int) -> str:
    code = int(words.codes[at])
    return words.words[code] if code >= 0 else ""


def decimals_of(values: Floats) -> Ints:
    """How many decimals each value has, 0 to 9; 0 for a missing one."""
    exact = scaled(pd.Series(np.nan_to_num(values))).to_numpy(dtype=np.int64)
    found = np.zeros(len(values), dtype=np.int64)
    for decimals in range(1, DECIMALS + 1):
        found[exact % 10 ** (DECIMALS + 1 - decimals) != 0] = decimals
    return found


def printed_decimals(values: Floats, printed: pd.Series) -> Ints:
    """The decimals of each value as the source printed it: «15,00» has two although 15 has none."""
    codes, words = pd.factorize(printed)
    read = [_printed(str(word)) for word in words]
    numbers = np.array([*(number for number, _ in read), np.nan])[codes]
    decimals = np.array([*(count for _, count in read), 0], dtype=np.int64)[codes]
    same = np.abs(np.abs(values) - numbers) < 1 / SCALE
    return np.maximum(decimals_of(values), np.where(same, decimals, 0))


def _printed(word: str) -> tuple[float, int]:
    """A printed number without its sign and how many decimals it shows; NaN where it is written in any other way."""
    found = _PRINTED.match(word)
    if found is None:
        return np.nan, 0
    whole, decimals = found["whole"], found["decimals"] or ""
    return float(f"{whole}.{decimals or 0}"), len(decimals)


def highest(numbers: Ints, groups: Ints) -> npt.NDArray[np.int64]:
    """For each entry the highest number of its group."""
    most = np.zeros(int(groups.max(initial=-1)) + 1, dtype=np.int64)
    np.maximum.at(most, groups, numbers)
    found: Ints = most[groups]
    return found

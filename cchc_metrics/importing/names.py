"""What a written name may mean: what a person said of it before, what is near it, and what is still to be asked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

import pandas as pd
from rapidfuzz import fuzz, process

from cchc_metrics.importing.normalise import canonical, key
from cchc_metrics.importing.problems import Fault
from cchc_metrics.labels import official

_TITLES = ("tinh ", "thanh pho ", "tp ", "thu do ", "t ")
_TITLES_BEHIND = (" city", " province")
# «12. Quảng Bình», «45 - Quảng Trị»: the number of the row before a name.
_ORDINAL = re.compile(r"\s*\d{1,3}\s*[.)/–:-]\s*(?=[^\W\d_])")
ENTITY, NODE = "entity", "node"
# A person said that a name is nobody's: a group of rows, a heading.
NOBODY = "-"
MOST_NEAR = 3
_NEAR = 70.0  # rapidfuzz WRatio from which a name is worth suggesting; it never suffices to take it
_MOST_RANKED = 12
# Beyond this many unknown names a file is not about what it is read as, and nearness costs more than it helps.
_MOST_COMPARED = 500


class Answers:
    """What persons said that written names mean: of one subject, by scope (era or index code) and matching key."""

    def __init__(self, names: pd.DataFrame | None, subject: str) -> None:
        self._targets: dict[tuple[str, str], str] = {}
        if names is None or not len(names):
            return
        mine = names[names["subject"].eq(subject)]
        columns = [mine[name].fillna("").astype(str) for name in ("scope", "written", "target")]
        for scope, written, target in zip(*columns, strict=True):
            self._targets[scope, key(written)] = target

    def target(self, scope: str, written: str) -> str:
        """The id or code that a name was said to mean, empty when nobody has said."""
        return self._targets.get((scope, key(written)), "") if self._targets else ""

    def knows(self, written: str) -> bool:
        """Whether the name was explained in any scope."""
        bare = key(written) if self._targets else ""
        return any(told == bare for _, told in self._targets)

    def refuses(self, written: str) -> bool:
        """Whether the name was said to be nobody's, in any scope."""
        bare = key(written) if self._targets else ""
        return any(told == bare and target == NOBODY for (_, told), target in self._targets.items())


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that nothing could be taken for.

    subject: "entity" or "node" · scope: era or index code · written: the name as it was looked up · fault: what was
    said of it · likely: ids or codes, the likeliest first · choices: every id or code -> the name people read.
    """

    subject: str
    scope: str
    written: str
    fault: Fault
    likely: tuple[str, ...]
    choices: Mapping[str, str]


class Unasked:
    """Gathers names that could not be resolved, each once per scope and sentence."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], Unresolved] = {}

    def note(self, one: Unresolved) -> None:
        self._found.setdefault((one.scope, one.written, one.fault.message), one)

    @property
    def all(self) -> tuple[Unresolved, ...]:
        return tuple(self._found.values())


class Neighbours:
    """Finds the names that are near a text; each text is compared once. ``forms``: (id, name)."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        self._forms = [(one, key(name), canonical(name)) for one, name in forms]
        self._keys = [form for _, form, _ in self._forms]
        self._found: dict[str, tuple[str, ...]] = {}

    def near(self, text: str) -> tuple[str, ...]:
        """Up to three ids, the likeliest first; none any more once hundreds of texts were compared."""
        if text not in self._found:
            self._found[text] = self._nearest(text) if len(self._found) < _MOST_COMPARED else ()
        return self._found[text]

    def _nearest(self, text: str) -> tuple[str, ...]:
        bare, exact = key(text), canonical(text)
        near = process.extract(bare, self._keys, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_MOST_RANKED)

        def likeness(found: tuple[str, float, int]) -> tuple[float, float, float]:
            form, score, at = found
            return score, fuzz.ratio(bare, form), fuzz.ratio(exact, self._forms[at][2])

        ranked = sorted(near, key=likeness, reverse=True)
        return tuple(dict.fromkeys(self._forms[at][0] for _, _, at in ranked))[:MOST_NEAR]


# How tables in English tell a province from the one that bears its name now.
_SINCE_WHEN = (("(former)", "(cu)"), ("(from 1 Jul 2025)", "(tu 01/7/2025)"))


def name_keys(name: str) -> tuple[str, ...]:
    """The compact key, and the one without the number of its row, a leading «Tỉnh», «TP.» …, a «City» behind."""
    for said, own in _SINCE_WHEN:
        name = name.replace(said, own)
    spaced = key(name)
    bare = key(_ORDINAL.sub("", name, count=1)) if name[:4].strip()[:1].isdecimal() else spaced
    bare = next((bare.removeprefix(title) for title in _TITLES if bare.startswith(title)), bare)
    bare = next((bare.removesuffix(title) for title in _TITLES_BEHIND if bare.endswith(title)), bare)
    return tuple(dict.fromkeys(form.replace(" ", "") for form in (spaced, bare) if form))


def short_forms(name: str) -> set[str]:
    """Compact keys of a name in two parts, a part of several words also by its initials: «Bà Rịa VT», «TT Huế»."""
    parts = [key(part).split() for part in re.split(r"[-–]", name)]
    if len(parts) != 2 or not all(parts):
        return set()
    ways = [{"".join(words), "".join(word[0] for word in words) if words[1:] else words[0]} for words in parts]
    return {"".join(way) for way in product(*ways)}


def merged_before(name: str) -> tuple[str, str] | None:
    """A province that was gone before the first period on record, and the one it went into."""
    forms = set(name_keys(name))
    pairs = (pair.partition(">") for pair in official().findings.entities_merged.split("|"))
    return next(((old, new) for old, _, new in pairs if forms.intersection(name_keys(old))), None)

"""What a column of values says: read from the texts above it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from cchc_metrics.importing.nodes import Framework, Node
from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.understanding.bands import Path, PathCell
from cchc_metrics.importing.understanding.scene import (
    ENTITY,
    INDEX,
    KIND,
    NODE,
    NODE_CODE,
    PERIOD,
    REMARK,
    Scene,
    criterion,
)
from cchc_metrics.importing.understanding.words import PERCENT_KIND, SCORE, Said, is_about_another, is_ordinal
from cchc_metrics.model import AcrossColumn

# How alike (rapidfuzz token set ratio) the name beside a component's number must be to the name of that node.
_ALIKE = 85.0
_CODE_NUMBER = re.compile(r"[A-Za-z]*[ .]?0*(?P<number>\d{1,2})")
_SHORTEST = 3
# Levels whose numbers are those of the set itself, in every publication.
_NUMBERED_LEVELS = frozenset({"truc", "truc noi dung", "linh vuc"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """One column, understood. node: whether it names a criterion · percent: a share of the maximum, by its header."""

    column: int
    takes: str = SCORE
    says: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""

    @property
    def node(self) -> bool:
        return NODE in self.says or NODE_CODE in self.says

    def less(self, header: str) -> "Meaning":
        """The same without what it says under a header: the whole table says it."""
        return replace(self, says={name: text for name, text in self.says.items() if name != header})

    def across(self) -> AcrossColumn:
        """The same counted from 1."""
        return AcrossColumn(self.column + 1, self.takes, dict(self.says))


def read_column(
    scene: Scene, column: int, path: Path, index_code: str, period: str, *, entities: bool = False
) -> Meaning | None:
    """A column by the texts above it; None when they are not understood, so that it stays unread.

    index_code, period: what the whole table says · entities: whether a header may name an entity.
    """
    texts = [cell.raw for cell in path]
    own_index = scene.index_of(texts)
    if not texts or not (own_index or index_code) or any(is_ordinal(text) for text in texts):
        return None
    vocabulary = scene.vocabulary(own_index or index_code, period)
    read = [vocabulary.read(text) for text in texts]
    explained = all(_explained(said, cell) for said, cell in zip(read, path, strict=True))
    if not explained or any(said.entity for said in read) != entities or _two_entities(read, path):
        return None
    found = _criterion(read, path) or _numbered(read, path, scene.sheet_name, vocabulary.framework)
    if (found is None or found.how in ("total", "index")) and not _all_understood(read, path):
        return None
    says = {**(criterion(found) if found is not None else {}), **_other_says(read)}
    if own_index and own_index != index_code:
        says[INDEX] = own_index
    takes = next((said.takes for said in reversed(read) if said.takes), "")
    if not says and not takes:
        return None
    return Meaning(column, takes or SCORE, says, found.nodes[0].unit if found is not None else "")


def _two_entities(read: Sequence[Said], path: Path) -> bool:
    """Whether a column bears the names of two entities, of which the upper one heads no group."""
    named = [(key(said.entity), cell) for said, cell in zip(read, path, strict=True) if said.entity]
    return any(name != named[-1][0] and cell.span == 1 for name, cell in named[:-1])


def _other_says(read: Sequence[Said]) -> dict[str, str]:
    said: dict[str, str] = {}
    for header, name in ((PERIOD, "period"), (KIND, "kind"), (ENTITY, "entity"), (REMARK, "note")):
        if found := next((getattr(one, name) for one in reversed(read) if getattr(one, name)), ""):
            said[header] = found
    return said


def _criterion(read: Sequence[Said], path: Path) -> Said | None:
    """The deepest text that names a criterion; a code alone only where nothing else above the column is strange."""
    strange = any(said.unknown and not cell.aside and cell.span == 1 for said, cell in zip(read, path, strict=True))
    for at in reversed(range(len(read))):
        said = read[at]
        coded = said.how == "code" and not strange and not path[at].aside
        if said.how == "name" or coded:
            below = list(zip(read[at + 1 :], path[at + 1 :], strict=True))
            if any(one.unknown and not (cell.aside and path[at].span == 1) for one, cell in below):
                return None
            if _another_above(said, read[:at], path[:at]):
                return None
            # «Tổng» under the name of an area: its total or the next column's; not to be guessed.
            return None if any(one.how == "total" for one, _ in below) else _as_named(said, read, path)
    return next((said for said in reversed(read) if said.how in ("total", "index")), None)


def _another_above(said: Said, read: Sequence[Said], path: Path) -> bool:
    """Whether the column bears the name of another criterion too, which heads no group and is none above this one."""
    codes = {node.code for node in said.nodes} | {node.parent for node in said.nodes}
    return any(
        one.how == "name" and cell.span == 1 and not cell.aside and not codes & {node.code for node in one.nodes}
        for one, cell in zip(read, path, strict=True)
    )


def _as_named(said: Said, read: Sequence[Said], path: Path) -> Said:
    """The criterion by its name in the main row, where a translation below says it again."""
    codes = {node.code for node in said.nodes}
    main = (one for one, cell in zip(read, path, strict=True) if one.how == "name" and not cell.aside)
    return next((one for one in main if codes & {node.code for node in one.nodes}), said)


def _all_understood(read: Sequence[Said], path: Path) -> bool:
    return not any(said.unknown and not (cell.aside or cell.lone) for said, cell in zip(read, path, strict=True))


def _explained(said: Said, cell: PathCell) -> bool:
    """Whether a text above a column is understood, or may stay so: a title, a translation, a component's number.

    «Mục tiêu» or «Thay đổi» above the name of a criterion makes another number of it.
    """
    if said.several or not said.unknown:
        return not said.several
    bystander = said.number is not None or cell.aside or cell.lone
    return bystander and not is_about_another(said.written)


def _numbered(read: Sequence[Said], path: Path, sheet: str, framework: Framework) -> Said | None:
    """«Chỉ số thành phần 3», when the name beside the number, or the sheet's, is that of the node with the number."""
    counted = [said for said in read if said.number is not None]
    if len(counted) == 1 and not counted[0].rest and (by_level := _of_level(counted[0], framework)) is not None:
        return by_level
    own = [said for said, cell in zip(read, path, strict=True) if said.number is not None and cell.span == 1]
    numbers = {said.number for said in own}
    if len(numbers) != 1:
        return None
    number = numbers.pop()
    evidence = [text for text in (*(said.rest for said in own), sheet) if len(key(text)) >= _SHORTEST]
    if all(_number_of(node) is None for node in framework.nodes):
        return _unnumbered(evidence, framework)
    nodes = [node for node in framework.nodes if _number_of(node) == number]
    agreeing = [node for node in nodes if any(_alike(text, node) and _best(text, node, framework) for text in evidence)]
    if not agreeing:
        return None
    return Said(written=agreeing[0].name, nodes=tuple(agreeing), how="name")


def _of_level(said: Said, framework: Framework) -> Said | None:
    """«Trục 1», «Lĩnh vực 3» alone: the one criterion with that number on the level that bears this word."""
    if said.word not in _NUMBERED_LEVELS:
        return None
    nodes = (node for node in framework.nodes if _number_of(node) == said.number)
    found = {node.code: node for node in nodes if key(node.level).startswith(said.word)}
    if len(found) != 1:
        return None
    node = next(iter(found.values()))
    return Said(written=node.name, nodes=(node,), how="name")


def _unnumbered(evidence: Sequence[str], framework: Framework) -> Said | None:
    """Where codes have no numbers, only a name itself says which component is meant."""
    found = {node.code: node for text in evidence for node in framework.named(text)}
    return (
        Said(written=next(iter(found.values())).name, nodes=tuple(found.values()), how="name")
        if len(found) == 1
        else None
    )


def _number_of(node: Node) -> int | None:
    found = _CODE_NUMBER.fullmatch(node.code)
    return int(found["number"]) if found else None


def _alike(text: str, node: Node) -> bool:
    return _likeness(text, node) >= _ALIKE


def _likeness(text: str, node: Node) -> float:
    return max(fuzz.token_set_ratio(key(text), key(name)) for name in (node.name, node.name_en or node.name))


def _best(text: str, node: Node, framework: Framework) -> bool:
    mine = _likeness(text, node)
    return all(_likeness(text, other) <= mine for other in framework.nodes if other.code != node.code)


def each_with_period(meanings: Sequence[Meaning], period: str) -> list[Meaning]:
    """Where some columns say their period, the others say that of the whole table too."""
    if not period or not any(PERIOD in one.says for one in meanings):
        return list(meanings)
    return [replace(one, says={PERIOD: period, **one.says}) for one in meanings]


def settle(meanings: Sequence[Meaning]) -> list[Meaning]:
    """The columns of one table beside one another: ranks go to the scores they stand beside, shares of the maximum
    are a kind of score where the score itself is there too. What is said twice stays: the reader compares the cells."""
    attached = [_attached(meaning, meanings) for meaning in meanings]
    return [_share(meaning, attached) for meaning in attached]


def _attached(meaning: Meaning, meanings: Sequence[Meaning]) -> Meaning:
    """A rank (or a maximum) that names no criterion belongs to the score left of it, or to the only one there is."""
    if meaning.node or meaning.takes == SCORE:
        return meaning
    scored = [one for one in meanings if one.node and one.takes == SCORE and _compatible(meaning, one)]
    beside = [one for one in scored if one.column == meaning.column - 1]
    owner = beside or (scored if len({tuple(sorted(one.says.items())) for one in scored}) == 1 else [])
    return replace(meaning, says={**owner[0].says, **meaning.says}) if owner else meaning


def _compatible(meaning: Meaning, other: Meaning) -> bool:
    return all(other.says.get(header, text) == text for header, text in meaning.says.items())


def _share(meaning: Meaning, meanings: Sequence[Meaning]) -> Meaning:
    """«Tỷ lệ (%)» of a criterion measured in % is its score, unless the score stands there too."""
    if meaning.says.get(KIND) != PERCENT_KIND:
        return meaning
    plain = {header: text for header, text in meaning.says.items() if header != KIND}
    scored = any(one.takes == SCORE and dict(one.says) == plain for one in meanings)
    return meaning if scored or meaning.unit.strip() != "%" else replace(meaning, says=plain)

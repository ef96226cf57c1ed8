"""What one header text says: a period, a measure, a kind of score, an index, a criterion, an entity – or nothing."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from cchc_metrics.importing.nodes import Framework, Node
from cchc_metrics.importing.normalise import LONGEST_LABEL, clean, compact, key
from cchc_metrics.importing.periods import read_period
from cchc_metrics.importing.understanding.view import bare
from cchc_metrics.labels import texts
from cchc_metrics.model import Period, ScoreKind
from cchc_metrics.schema import SCORE_KINDS, TOTAL

SCORE, RANK, MOST = "Điểm", "Hạng", "Điểm tối đa"
_KIND_OF = {code: wording for wording, code in SCORE_KINDS.items()}
PERCENT_KIND = _KIND_OF[ScoreKind.PERCENT]

# Longest first: «điểm tự chấm» before «điểm». Matched against the key of a text.
_KIND_WORDS = (
    (r"(?:diem )?(?:tu (?:cham|danh gia)(?: diem)?)", _KIND_OF[ScoreKind.SELF]),
    (r"(?:diem )?(?:(?:ket qua |bo noi vu |bnv |hoi dong )?tham dinh)", _KIND_OF[ScoreKind.APPRAISED]),
    (r"(?:diem )?(?:(?:dieu tra|khao sat) (?:xhh|xa hoi hoc)|xhh)", _KIND_OF[ScoreKind.SURVEY]),
    (r"(?:diem )?(?:so )?(?:cong bo)", _KIND_OF[ScoreKind.PUBLISHED]),
    (r"(?:ty|ti) le(?: dat| phan tram| cong bo)?", PERCENT_KIND),
)
_MEASURE_WORDS = (
    (r"(?:so )?diem (?:toi da|chuan)|toi da|max(?:imum)? score|thang diem", MOST),
    (r"(?:xep |thu )?hang(?: toan quoc| ca nuoc| chung)?|xep thu|vi tri|rank(?:ing|s)?", RANK),
    (r"(?:so )?diem(?: so| dat(?: duoc)?| danh gia| cham)?|gia tri|score[ds]?|value|points?", SCORE),
    (r"ket qua(?: khao sat| danh gia| cham diem)?|results?", SCORE),
)
_PERIOD_WORDS = (
    r"(?:bao cao )?(?:quy ?|q ?)(?:iii|ii|iv|i|0?[1-4])(?: nam)? (?:19|20)\d\d"
    r"|(?:bao cao )?(?:\d{1,2}|sau) thang (?:dau |cuoi )?(?:nam )?(?:19|20)\d\d"
    r"|(?:bao cao )?ca nam (?:19|20)\d\d|bao cao nam (?:19|20)\d\d|(?:nam (?:chi so )?)?(?:19|20)\d\d"
)
# The date of a letter or a decision is no period of its figures.
_DATES = re.compile(
    r"ngay \d{1,2} (?:thang )?\d{1,2} (?:nam )?\d{4}|thang \d{1,2} (?:nam )?\d{4}|\d{1,2} \d{1,2} \d{4}"
)
# «PAPI2023», «Nam2023».
_GLUED = re.compile(r"(?<=[a-z]{3})(?=(?:19|20)\d\d(?!\d))")
# As statistical yearbooks mark the figures of their last year.
_PRELIMINARY = r"(?:so lieu )?so bo|prel(?:iminary)?"
# Words of a title or a group of columns that say nothing of their own.
_NEUTRAL = (
    r"(?:cac|cua|va|theo|phan theo|dia phuong|ca nuoc|qua"
    r"|cap|tinh|tp|thanh pho|nam|giai doan|bang|bieu|so lieu|chi so(?: thanh phan)?|linh vuc"
    r"|truc noi dung|noi dung(?: thanh phan)?|tieu chi(?: thanh phan)?|tong hop|phu luc|trong do|chia ra|gom|index"
    r"|the|of|by|provinces?|year)"
)
_COMPONENT = re.compile(
    r"(?P<word>chi so thanh phan|chi so|thanh phan|truc noi dung|noi dung thanh phan|noi dung|truc|linh vuc|tieu chi"
    r"|sub ?index|sub|dimension|component|pillar) ?0?(?P<number>\d{1,2})(?: (?P<rest>.*))?"
)
_ORDINALS = frozenset({"tt", "stt", "sott", "sothutu", "thutu", "no", "sttno", "ttno"})
_AGGREGATES = re.compile(
    r"tong|tong cong|tong so|total|cong|(?:diem )?trung binh(?: chung)?|binh quan|median|mean|average|min|max|trung vi"
    r"|(?:diem )?(?:trung binh|binh quan) .*|(?:cao|thap|nho|lon) nhat|thu tu|(?:xep )?hang|do lech chuan"
    r"|(?:diem )?toi da|diem chuan"
)
# What makes another number of a criterion: a target, a change, an average, a count of answers.
_ANOTHER = re.compile(
    r" (?:changes?|targets?|plan|differences?|diff|growth|previous|last|sample|n|se|std|error|ci|lower|upper|min|max"
    r"|mean|average|median|thay doi|so voi|so sanh|muc tieu|ke hoach|chi tieu|chenh lech|tang|giam|truoc|trung binh"
    r"|so phieu|khoang cach|ty trong|trong so|du kien|uoc) "
)
_CODE = re.compile(r"[A-Za-z]+[ .-]?\d[\w.]*|\d+(?:\.\d+)+\.?")
_TOTAL_WORDS = frozenset({"overall", "overallscore", "totalscore", "tongdiemchung", "diemchung"})
_PIECES = re.compile(r"\n|/|\(|\)|;|\||:| [-–—] ")


@dataclass(frozen=True, slots=True)
class Said:
    """One header text, understood as far as it goes.

    how: "name", "code", "total" or "index" – by what the nodes were found · number, rest, word: «Trục 3_minh bạch» ·
    unknown: something in it was not understood · several: it names more than one period · note: what to note beside.
    """

    written: str = ""
    period: str = ""
    takes: str = ""
    kind: str = ""
    index: str = ""
    entity: str = ""
    nodes: tuple[Node, ...] = ()
    how: str = ""
    number: int | None = None
    rest: str = ""
    word: str = ""
    unknown: bool = False
    several: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What header texts are held against: the criteria of one index, the codes of all, the names of entities."""

    framework: Framework
    indexes: tuple[str, ...]
    is_entity: Callable[[str], bool]
    _known: dict[str, Said] = field(default_factory=dict, compare=False)

    def read(self, raw: str) -> Said:
        """A header text with its line breaks. Pieces of a bilingual text are tried when the whole says nothing."""
        if len(raw) > LONGEST_LABEL:
            return Said(written=clean(raw[:LONGEST_LABEL]), unknown=True)
        if raw not in self._known:
            self._known[raw] = self._read(raw)
        return self._known[raw]

    def _read(self, raw: str) -> Said:
        said = self._whole(clean(raw))
        for parts in (raw.split("\n"), pieces(raw)):
            if said.how == "name" or not said.unknown:
                break
            filled = [clean(part) for part in parts if key(part)]
            said = self._joined(said, [self._whole(part) for part in filled]) if len(filled) > 1 else said
        return said

    def _joined(self, whole: Said, parts: Sequence[Said]) -> Said:
        """Pieces that say the same in two languages, or one thing each."""
        named = next((part for part in parts if part.how == "name"), None)
        unknown = any(part.unknown and not (named and _beside(part, named)) for part in parts)
        named = named or (None if unknown else next((part for part in parts if part.nodes), None))
        sure = [part for part in parts if not part.unknown]
        counted = next((part for part in parts if part.number is not None), whole)
        return Said(
            written=named.written if named is not None else whole.written,
            period=first_said(part.period for part in sure),
            takes=first_said(part.takes for part in sure),
            kind=first_said(part.kind for part in sure),
            index=first_said(part.index for part in sure),
            entity=first_said(part.entity for part in sure),
            nodes=named.nodes if named is not None else (),
            how=named.how if named is not None else "",
            number=counted.number,
            rest=counted.rest or " ".join(part.written for part in parts[1:]),
            word=counted.word,
            unknown=unknown,
            several=any(part.several for part in sure),
            note=first_said(part.note for part in sure),
        )

    def _whole(self, text: str) -> Said:
        if is_ordinal(text):
            return Said(written=text)
        return self._criterion(text) or self._composed(text)

    def _composed(self, text: str) -> Said:
        """A text of which parts are understood each by itself."""
        said, left = self._stripped(text)
        if found := self._criterion(left):
            return replace(said, nodes=found.nodes, how=found.how, written=found.written)
        if self.is_entity(left):
            return replace(said, entity=left)
        if said.index == self.framework.index_code and re.fullmatch(rf"tong(?: {_NEUTRAL})*", key(left)):
            return self._by_index(said)
        if re.fullmatch(rf"(?:{_NEUTRAL}(?: |$))*", key(left)):
            return self._by_index(said)
        return _counted(replace(said, unknown=True), text)

    def _criterion(self, text: str) -> Said | None:
        nodes = tuple(self.framework.named(text))
        if not nodes and bare(text) in _TOTAL_WORDS:
            nodes = tuple(node for node in self.framework.nodes if node.code == TOTAL)
        if not nodes or (_how(text, nodes) == "code" and not _CODE.fullmatch(text)):
            return None
        index = self.framework.index_code if bare(text) == bare(self.framework.index_code) else ""
        return Said(written=text, nodes=nodes, how=_how(text, nodes), index=index)

    def _by_index(self, said: Said) -> Said:
        """«Điểm PAPI 2023»: an index and nothing else means its total."""
        if said.index != self.framework.index_code:
            return said
        totals = tuple(node for node in self.framework.nodes if node.code == TOTAL)
        return replace(said, nodes=totals, how="index")

    def _stripped(self, text: str) -> tuple[Said, str]:
        """The text less its period, index, kind of score and measure, which are said."""
        tokens = _Tokens(text)
        periods = periods_in(text)
        while periods and tokens.drop(_PERIOD_WORDS):
            continue
        index = ""
        for code in self.indexes:
            if tokens.drop(re.escape(key(code))):
                index = index or code
        kind = next((said for pattern, said in _KIND_WORDS if tokens.drop(pattern)), "")
        takes = next((said for pattern, said in _MEASURE_WORDS if tokens.drop(pattern)), "")
        note = texts().intake.preliminary if periods and tokens.drop(_PRELIMINARY) else ""
        period = periods[0] if len(periods) == 1 else ""
        said = Said(
            written=text, period=period, takes=takes, kind=kind, index=index, several=len(periods) > 1, note=note
        )
        return said, tokens.text()


def _beside(part: Said, named: Said) -> bool:
    """Whether a piece that is not understood may be a translation, or the number, of the criterion named beside it."""
    foreign = part.written.isascii() and not named.written.isascii()
    return (part.number is not None or foreign) and not is_about_another(part.written)


def is_about_another(text: str) -> bool:
    """Whether a text says that a number is no score: a target, a change, an average, a number of answers."""
    return _ANOTHER.search(f" {key(text[:LONGEST_LABEL])} ") is not None


def _counted(said: Said, text: str) -> Said:
    """The number and the rest of a text like «Chỉ số thành phần 3_tính minh bạch»."""
    counted = _COMPONENT.fullmatch(key(text))
    parts = counted.groupdict() if counted else {}
    return replace(said, number=int(parts["number"]), rest=parts["rest"] or "", word=parts["word"]) if parts else said


def first_said(texts: Iterable[str]) -> str:
    """The first text that says anything."""
    return next((text for text in texts if text), "")


def _how(text: str, nodes: tuple[Node, ...]) -> str:
    names = {bare(name) for node in nodes for name in (node.name, node.name_en) if name}
    if bare(text) in names:
        return "name"
    if all(node.code == TOTAL for node in nodes):
        return "total"
    return "code" if bare(text) in {bare(node.code) for node in nodes} else "name"


class _Tokens:
    """The words of a text, from which what is understood is taken away.

    A word is what the matching key parts: «1.1. Điểm» has three. What is left of a piece that lost nothing is given
    back as it was written.
    """

    def __init__(self, text: str) -> None:
        self._pieces = [piece for piece in re.split(r"[\s_,;:()\[\]/%–—-]+", text) if key(piece)]
        # Piece, word as written, word as it is matched.
        self._words = [(at, written, form) for at, piece in enumerate(self._pieces) for written, form in _forms(piece)]

    def drop(self, pattern: str) -> bool:
        """Takes the first run of whole words that a pattern matches; whether there was one."""
        joined = " ".join(form for _, _, form in self._words)
        found = re.search(rf"(?<!\S)(?:{pattern})(?!\S)", joined)
        if found is None or not found[0]:
            return False
        first = joined[: found.start()].count(" ")
        del self._words[first : first + found[0].count(" ") + 1]
        return True

    def text(self) -> str:
        left = [(at, [written for _, written, _ in words]) for at, words in groupby(self._words, lambda one: one[0])]
        whole = (len(_forms(self._pieces[at])) == len(words) for at, words in left)
        return " ".join(
            self._pieces[at] if kept else " ".join(words) for (at, words), kept in zip(left, whole, strict=True)
        )


def _forms(piece: str) -> list[tuple[str, str]]:
    """The words of a piece without blanks: as written, and as they are matched."""
    forms, written = key(piece).split(), re.findall(r"[^\W_]+", piece)
    return list(zip(written if len(written) == len(forms) else forms, forms, strict=True))


@lru_cache(maxsize=4096)
def periods_in(text: str) -> tuple[str, ...]:
    """The ids of the periods that a text names («2023», «2025-Q1»); dates («ngày 05/12/2024») are passed over."""
    words = _DATES.sub(" | ", _GLUED.sub(" ", key(clean(text[:LONGEST_LABEL]))))
    found = [read_period(match[0]) for match in re.finditer(rf"(?<!\S)(?:{_PERIOD_WORDS})(?!\S)", words)]
    if not all(isinstance(period, Period) for period in found):
        return ()
    return tuple(dict.fromkeys(period.id for period in found if isinstance(period, Period)))


def period_in(text: str) -> str:
    """The one period that a text names; empty when it names none or several."""
    found = periods_in(text)
    return found[0] if len(found) == 1 else ""


def pieces(raw: str) -> list[str]:
    """The parts of a bilingual or composed text: «Tỉnh\\nProvince», «Điểm / Score»."""
    return [clean(part) for part in _PIECES.split(raw) if key(part)]


def is_ordinal(text: str) -> bool:
    """Whether a header only numbers the rows: «TT», «STT», «Stt\\nNo», «Thứ tự»."""
    return compact(text) in _ORDINALS


def is_aggregate(text: str) -> bool:
    """Whether the label of a row sums others up: «Tổng cộng», «Trung bình», «Median»."""
    return _AGGREGATES.fullmatch(key(text[:LONGEST_LABEL])) is not None

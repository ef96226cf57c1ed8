"""Finding by words, with or without diacritics: ``da nang papi 2023`` leads to the places that show just that."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc_metrics.access import Deed, may, require, units_for
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import bare_words
from cchc_metrics.model import Key, Period, PeriodClass
from cchc_metrics.schema import ENTITIES, LEGAL_BASES, REPORT_EVENTS, SOURCES, TOTAL
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import SUBMITTED
from cchc_metrics.services.reporting.duties import Reporting

MOST = 12
_COMPILE, _BOARD, _METHOD = "tong-hop", "tien-do", "phuong-phap"
_RANKING, _SENDING = "xep-hang", "nop-bao-cao"
# Where the legal bases stand: a page, and its step.
_BASES = ("danh-muc-lich", "can-cu")


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: what it is, its kind in a word, the part of the product that shows it, and where on it."""

    text: str
    kind: str
    slug: str
    query: Mapping[str, str]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class _Named:
    """What of the words names an index, a province and a year; rest: the words that name none of them."""

    index: str = ""
    province: str = ""
    year: str = ""
    rest: tuple[str, ...] = ()


def search(desk: Desk, asked: tuple[str, tuple[tuple[str, str], ...]]) -> tuple[Hit, ...]:
    """What (words, (slug, title) of the parts that may be opened) leads to, the most fitting first."""
    require(desk.actor, Deed.ENTER)
    words, parts = bare_words(asked[0]), asked[1]
    if not words:
        return ()
    named = _named(desk, words)
    found = [
        *_parts(parts, named.rest),
        *_subject(desk, named, parts),
        *_begun(desk, named, parts),
        *(_criteria(desk, named) if _RANKING in dict(parts) else ()),
        *(_units(desk, named.rest) if _SENDING in dict(parts) else ()),
        *_terms(words, dict(parts)),
        *_documents(desk, words, dict(parts)),
        *_reports(desk, words, dict(parts)),
        *_sources(desk, words, dict(parts)),
    ]
    return tuple(found[:MOST])


def _fits(name: str, words: Sequence[str]) -> bool:
    """Whether each of the words begins a word of the name."""
    held = bare_words(name)
    return bool(words) and all(any(one.startswith(word) for one in held) for word in words)


def _named(desk: Desk, words: tuple[str, ...]) -> _Named:
    """The longest run of words that is a name is taken for it."""
    catalogue, rest = desk.catalogue, list(words)
    year = next((word for word in rest if len(word) == 4 and word.isdecimal()), "")
    if year:
        rest.remove(year)
    index = _taken(rest, [(code, code) for code in catalogue.indices()])
    return _Named(index, _taken(rest, _provinces(desk, year)), year, tuple(rest))


def _provinces(desk: Desk, year: str) -> list[tuple[str, str]]:
    """(id, name) of every province under each of its names, those of the year's base first."""
    held = desk.facts(ENTITIES).set_index("entity_id")["aliases"].dropna().to_dict()
    bases = ("34", "63") if year > "2024" else ("63", "34")
    return [
        (one.id, name)
        for base in bases
        for one in desk.catalogue.provinces(base)
        for name in (one.name.split(" (")[0], *str(held.get(one.id, "")).split("|"))
    ]


def _begun(desk: Desk, named: _Named, parts: Sequence[tuple[str, str]]) -> Iterator[Hit]:
    """Provinces of which only the beginnings of the words were written, as «q tri», on the ranking."""
    t, titles, told = texts().search, dict(parts), set[str]()
    if named.province or _RANKING not in titles:
        return
    for code, name in _provinces(desk, named.year):
        whole = desk.catalogue.name_of(code)
        if not _fits(name, named.rest) or whole.split(" (")[0] in told:
            continue
        told.add(whole.split(" (")[0])
        query = {Key.INDEX: named.index, Key.PERIOD: named.year, Key.PROVINCE: code}
        subject = " · ".join(part for part in (named.index, named.year, whole) if part)
        held = {str(key): value for key, value in query.items() if value}
        yield Hit(t.seen.format(part=titles[_RANKING], subject=subject), t.looking, _RANKING, held)


def _taken(rest: list[str], names: Sequence[tuple[str, str]]) -> str:
    """The code of the longest name that stands in the words as a run; its words are taken out."""
    best: tuple[int, int, str] = (0, 0, "")
    for code, name in names:
        held = list(bare_words(name))
        for at in range(len(rest) - len(held) + 1):
            if held and rest[at : at + len(held)] == held and len(held) > best[0]:
                best = (len(held), at, code)
    del rest[best[1] : best[1] + best[0]]
    return best[2]


def _parts(parts: Sequence[tuple[str, str]], rest: Sequence[str]) -> Iterator[Hit]:
    for slug, title in parts:
        if _fits(title, rest):
            yield Hit(title, texts().search.place, slug, {})


def _subject(desk: Desk, named: _Named, parts: Sequence[tuple[str, str]]) -> Iterator[Hit]:
    """A province, an index or a year on the places that show them; nothing where other words are left over."""
    if named.rest or not (named.index or named.province or named.year):
        return
    query = {Key.INDEX: named.index, Key.PERIOD: named.year, Key.PROVINCE: named.province}
    held = {str(key): value for key, value in query.items() if value}
    if named.year and not _held(desk, named.index, named.year):
        del held[str(Key.PERIOD)]
    name = desk.catalogue.name_of(named.province) if named.province else ""
    subject = " · ".join(part for part in (named.index, named.year, name) if part)
    titles = dict(parts)
    for slug in ("xep-hang", "xu-huong", "khoang-cach", "diem-chua-dat", "ban-do", ""):
        if slug in titles:
            yield Hit(
                texts().search.seen.format(part=titles[slug], subject=subject), texts().search.looking, slug, held
            )


def _held(desk: Desk, index: str, year: str) -> bool:
    indices = (index,) if index else desk.catalogue.indices()
    return any(year in desk.catalogue.periods(one) for one in indices)


def _criteria(desk: Desk, named: _Named) -> Iterator[Hit]:
    """Criteria of the year's framework, of the newest year with results where none is named."""
    catalogue = desk.catalogue
    for index in (named.index,) if named.index else catalogue.indices():
        years = [p for p in catalogue.periods(index) if Period.parse(p).period_class is PeriodClass.INDEX_YEAR]
        year = named.year if named.year in years else next(iter(years), "")
        for node in catalogue.nodes(index, year) if year else ():
            if node.code != TOTAL and _fits(node.label, named.rest):
                query = {str(Key.INDEX): index, str(Key.PERIOD): year, str(Key.NODE): node.code}
                query |= {str(Key.PROVINCE): named.province} if named.province else {}
                yield Hit(f"{node.label} – {index} {year}", texts().search.criterion, _RANKING, query)


def _documents(desk: Desk, words: Sequence[str], titles: Mapping[str, str]) -> Iterator[Hit]:
    """What the office writes, and the legal documents it goes by, where this person may open them."""
    said = texts()
    for name in said.search.documents if _COMPILE in titles else ():
        if _fits(name, words):
            yield Hit(name, said.search.document, _COMPILE, {})
    held = desk.facts(LEGAL_BASES).to_dict("records") if _BASES[0] in titles else []
    for row in held:
        name = " – ".join(str(row[part]) for part in ("basis", "title") if isinstance(row[part], str))
        if _fits(name, words):
            yield Hit(name, said.search.document, _BASES[0], {"buoc": _BASES[1]})


def _terms(words: Sequence[str], titles: Mapping[str, str]) -> Iterator[Hit]:
    """What a term of the field means, at its place in the list of terms."""
    if _METHOD in titles:
        for code, name in texts().glossary.names.items():
            if _fits(f"{name} {texts().glossary.also.get(code, '')}", words):
                yield Hit(fmt.upper_first(name), texts().search.term, _METHOD, {str(Key.TERM): name})


def _units(desk: Desk, rest: Sequence[str]) -> Iterator[Hit]:
    own = units_for(desk.actor, Deed.READ_REPORTS)
    for code, unit in Reporting(desk).units.items():
        if (own is None or code in own) and _fits(f"{unit.name} {unit.short_name}", rest):
            yield Hit(unit.name, texts().search.unit, _SENDING, {str(Key.UNIT): code})


def _reports(desk: Desk, words: Sequence[str], titles: Mapping[str, str]) -> Iterator[Hit]:
    """The reports that units sent, the newest period first: by unit and period, as «báo cáo Tin học quý III 2026»."""
    t = texts().search
    if _BOARD not in titles or not may(desk.actor, Deed.READ_REPORTS):
        return
    units = Reporting(desk).units
    events = desk.facts(REPORT_EVENTS, {"act": [SUBMITTED]})
    sent = events[["period_id", "unit_id", "form_code"]].drop_duplicates().sort_values("period_id", ascending=False)
    for period, code, form in sent.itertuples(index=False):
        unit = units.get(code)
        name = t.report.format(unit=unit.name if unit else code, period=fmt.period(period))
        if _fits(f"{name} {unit.short_name if unit else ''}", words):
            query = {str(Key.REPORT_PERIOD): period, str(Key.UNIT): f"{code}|{form}"}
            yield Hit(name, t.report_kind, _BOARD, query)


def _sources(desk: Desk, words: Sequence[str], titles: Mapping[str, str]) -> Iterator[Hit]:
    """Sources of the figures, by publisher, title or address."""
    said = texts()
    for row in desk.facts(SOURCES).to_dict("records") if _METHOD in titles else ():
        name = " – ".join(str(row[part]) for part in ("publisher", "title", "source") if isinstance(row[part], str))
        if _fits(name, words):
            yield Hit(name, said.search.source, _METHOD, {}, said.method.sources.anchor)

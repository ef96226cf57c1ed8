"""What the visitor looks at, the same on every place: index, year, province, base and kind of score.

A choice stays as the visitor made it until the visitor makes another; no place changes it. A place that holds nothing
of it shows the nearest there is and says so. The choice travels in every address, in the session, and in a cookie of
the browser for the next session.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import language, named, texts
from cchc_metrics.model import Key
from cchc_metrics.schema import SCORE_KINDS
from cchc_metrics.services.indices.choices import index_choices, nearest_period, periods_with_result
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui import clock
from cchc_metrics.ui.cache import shared

# Which field of a choice stands under which word of the address.
FIELDS: Mapping[str, str] = {
    Key.INDEX: "index",
    Key.PERIOD: "period",
    Key.PROVINCE: "province",
    Key.BASE: "base",
    Key.SCORE_KIND: "score_kind",
}
COOKIE = "cchc-dang-xem"
# Here the address names one figure, of any year and province: looking one up changes no choice.
LOOKUPS = frozenset({"nguon-goc", "tra-cuu"})
_WISH, _SEEN, _PAGE, _HAND, _MOVING, _NOW, _FOR, _MOVED = (
    f"context-{name}" for name in ("wish", "seen", "page", "hand", "moving", "now", "for", "moved")
)
_BASES = ("63", "34")


@dataclass(frozen=True, slots=True)
class Wish:
    """What was chosen; empty where the usual is meant. exact: the period was chosen for just this index."""

    index: str = ""
    period: str = ""
    province: str = ""
    base: str = ""
    score_kind: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What is looked at. wanted: the period that was chosen, where another is shown because it holds nothing.

    own: the province is ours, and each place shows whichever of ours its base has · kin: provinces that a province
    became or was made of, the one of its name first · name: the province's.
    """

    index: str = ""
    period: str = ""
    province: str = ""
    base: str = ""
    score_kind: str = ""
    wanted: str = ""
    own: bool = True
    kin: tuple[str, ...] = ()
    name: str = ""


def follow_address(desk: Desk, page: str) -> None:
    """Take the choice from the address, before anything of the page runs, and write it there whole."""
    st.session_state[_MOVED] = []
    first, wish = _WISH not in st.session_state, st.session_state.get(_WISH, Wish())
    told, moved = {} if page in LOOKUPS else _told(), st.session_state.pop(_HAND, "")
    st.session_state[_MOVING] = moved
    if told and not moved and told != st.session_state.get(_SEEN):
        wish = _from_address(desk, wish, {key: value for key, value in told.items() if _known(desk, key, value)})
    elif first:
        wish = _from_cookie(desk)
    st.session_state[_WISH], st.session_state[_PAGE] = wish, page
    asked = (wish, desk.office.version, desk.clock, language())
    if st.session_state.get(_FOR) != asked:
        st.session_state[_FOR], st.session_state[_NOW] = asked, _context(desk, wish)
    if now().wanted:
        _say_period(desk, now())
    if page not in LOOKUPS:
        period = st.query_params.get(Key.PERIOD, "")
        _write_address("" if not period or period == now().period or _known(desk, Key.PERIOD, period) else period)


def now() -> Context:
    """What this visitor looks at."""
    held: Context = st.session_state.get(_NOW, Context())
    return held


def applies(key: str) -> bool:
    """Whether a filter of this page is part of the common choice."""
    return key in FIELDS and st.session_state.get(_PAGE) not in (None, *LOOKUPS)


def chosen(key: str) -> str:
    """The common choice under a word of the address; empty where the usual is meant."""
    return str(getattr(now(), FIELDS[key])) if key in FIELDS else ""


def choose_by_hand(key: str, options: Collection[str]) -> None:
    """A widget's callback: the visitor chose another.

    A choice made in a list that has changed meanwhile comes as the words on the screen: it is none.
    """
    if st.session_state[key] not in options:
        return
    wish: Wish = st.session_state.get(_WISH, Wish())
    named = FIELDS[key]
    # A period is chosen for an index; of another index, or for another province, the nearest with a result will do.
    exact = {"period": True, "index": False, "province": False}.get(named, wish.exact)
    st.session_state[_WISH] = replace(wish, exact=exact, **{named: str(st.session_state[key])})
    st.session_state[_HAND] = str(key)


def shown_of(key: str, options: Sequence[str], usual: str) -> str:
    """The option that stands for the choice on this page."""
    wished, held = chosen(key), now()
    if not wished or (key == Key.PROVINCE and held.own and usual in (wished, *held.kin)):
        return usual
    if wished in options:
        return wished
    if key == Key.PERIOD:
        return nearest_period(wished, options) or usual
    if key == Key.PROVINCE:
        return next((one for one in held.kin if one in options), usual)
    return usual


def say_moved(key: str, shown: str, name: str) -> None:
    """Note for the head of the page that another option than the chosen one is shown. name: how it is called there."""
    wished, held = chosen(key), now()
    by_hand = st.session_state.get(_MOVING) == key
    if not wished or shown == wished or (key == Key.PROVINCE and held.own and shown in held.kin and not by_hand):
        return
    t = texts().context
    if key == Key.PROVINCE:
        _say(t.moved_province.format(asked=held.name, shown=name))
    elif key == Key.PERIOD:
        _say(t.moved_period_here.format(asked=fmt.period(wished), shown=name))
    elif key == Key.SCORE_KIND:
        _say(t.moved_here.format(asked=fmt.lower_first(_kind_name(wished)), shown=fmt.lower_first(name)))
    else:
        asked = t.bases.get(wished, wished) if key == Key.BASE else wished
        _say(t.moved_here.format(asked=asked, shown=name))


def moved() -> tuple[str, ...]:
    """What the page shows instead of what was chosen, in sentences."""
    return tuple(st.session_state.get(_MOVED, ()))


def carried() -> Mapping[str, str]:
    """What every address carries: the common choice, and the day that is looked at."""
    return {**in_address(), **clock.in_address()}


def with_own(along: Mapping[str, str], own: Mapping[str, str] | Mapping[Key, str]) -> dict[str, str]:
    """The words of a link: its own before those that go along; a period of its own is meant exactly."""
    told = {str(name): value for name, value in own.items()}
    return told | {k: v for k, v in along.items() if k not in told and not (k == Key.WANTED and Key.PERIOD in told)}


def in_address() -> Mapping[str, str]:
    """The common choice as words of an address."""
    held = now()
    given = {key: getattr(held, named) for key, named in FIELDS.items()} | {Key.WANTED: held.wanted}
    return {str(key): value for key, value in given.items() if value}


def kept() -> str:
    """What the browser is to remember for the next session: what was chosen, without what is merely usual."""
    wish: Wish = st.session_state.get(_WISH, Wish())
    return urlencode({str(key): getattr(wish, named) for key, named in FIELDS.items() if getattr(wish, named)})


def _write_address(unknown: str) -> None:
    """At once and only where it differs, so that the browser keeps one address. unknown: a period that no index has."""
    wanted = dict(in_address())
    st.session_state[_SEEN] = wanted
    words = (*map(str, FIELDS), str(Key.WANTED), str(Key.TO_YEAR))
    told = _address()
    if {name: told[name] for name in words if name in told} != {name: [value] for name, value in wanted.items()}:
        others = {name: values for name, values in told.items() if name not in words}
        if unknown:  # a reporting period stood under the same word before
            others.setdefault(str(Key.REPORT_PERIOD), [unknown])
        st.query_params.from_dict({**wanted, **others})


def _told() -> dict[str, str]:
    """The common choice in the address, as it stands there."""
    told = {name: values[0] for name, values in _address().items() if values}
    found = {str(key): told.get(str(key), "") for key in (*FIELDS, Key.WANTED)}
    found[str(Key.PERIOD)] = found[str(Key.PERIOD)] or told.get(str(Key.TO_YEAR), "")
    return {key: value for key, value in found.items() if value}


def _address() -> dict[str, list[str]]:
    """The words of the address with their values; each question to Streamlit about one has its price."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _known(desk: Desk, key: str, value: str) -> bool:
    catalogue = desk.catalogue
    match key:
        case Key.INDEX:
            return value in catalogue.indices()
        case Key.PERIOD | Key.WANTED:
            return any(value in catalogue.periods(index) for index in catalogue.indices())
        case Key.PROVINCE:
            return any(value == entity.id for entity in catalogue.provinces())
        case Key.BASE:
            return value in _BASES
    return value in SCORE_KINDS.values()


def _from_address(desk: Desk, before: Wish, told: Mapping[str, str]) -> Wish:
    """An address that names an index is whole: what it leaves out is the usual. Another one changes what it names."""
    named = {FIELDS[key]: value for key, value in told.items() if key in FIELDS}
    wish = _with(Wish() if Key.INDEX in told else before, named)
    if Key.PERIOD in told:
        wish = replace(wish, period=told.get(Key.WANTED, wish.period), exact=Key.WANTED not in told)
    # On the way from our own province a link to the province that bore its name before is no other choice.
    namesake = [kin.id for kin in desk.catalogue.predecessors(desk.catalogue.home)[:1]]
    coming = _PAGE in st.session_state and before.province in ("", desk.catalogue.home)
    return replace(wish, province=before.province) if coming and wish.province in namesake else wish


def _from_cookie(desk: Desk) -> Wish:
    """What this browser chose last time."""
    held = dict(parse_qsl(browser_cookie(COOKIE)))
    named = {named: held[key] for key, named in FIELDS.items() if key in held and _known(desk, key, held[key])}
    return _with(Wish(), named)


def browser_cookie(name: str) -> str:
    """What our script keeps in this browser under a name; one for each port, for two offices may share a machine."""
    port = urlsplit(st.context.url or "").port or 80
    return unquote(st.context.cookies.to_dict().get(f"{name}-{port}", ""))


def _with(wish: Wish, named: Mapping[str, Any]) -> Wish:
    return replace(wish, **named)


def _context(desk: Desk, wish: Wish) -> Context:
    catalogue = desk.catalogue
    index = wish.index or shared(index_choices, desk, ()).usual
    if not index or not catalogue.provinces():
        return Context()
    province = wish.province or catalogue.home
    every = catalogue.periods(index)
    held = shared(periods_with_result, desk, (index, province)) or every
    period = wish.period if wish.exact and wish.period in every else ""
    if not period:
        period = nearest_period(wish.period, held) if wish.period else next(iter(held), "")
    kin = [entity.id for entity in catalogue.predecessors(province)]
    if province != catalogue.home and (successor := catalogue.entity(province).successor):
        kin.insert(0, successor)
    return Context(
        index,
        period,
        province,
        wish.base,
        wish.score_kind,
        wanted=wish.period if wish.period != period else "",
        own=province == catalogue.home,
        kin=tuple(kin),
        name=catalogue.name_of(province),
    )


def _kind_name(code: str) -> str:
    return next((named(label) for label, kind in SCORE_KINDS.items() if kind == code), code)


def _say_period(desk: Desk, held: Context) -> None:
    name = desk.catalogue.name_of(held.province)
    if held.province == desk.catalogue.home:
        name = desk.catalogue.name_of(desk.catalogue.ours_in(desk.catalogue.era_of(held.wanted, held.index)))
    said = texts().context.moved_period
    _say(said.format(name=name, index=held.index, asked=fmt.period(held.wanted), shown=fmt.period(held.period)))


def _say(sentence: str) -> None:
    if sentence not in st.session_state[_MOVED]:
        st.session_state[_MOVED].append(sentence)

"""Numbers, ranks, units and sources in the words that several pages share."""

from collections.abc import Iterable
from urllib.parse import urlsplit

import numpy as np
import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.units import PERCENT
from cchc_metrics.views.kit.shapes import SourceNote


def amount(value: float | None, unit: str, decimals: int = 2) -> str:
    """``44,75 điểm``, ``86,25%``; a dash without a value."""
    if value is None or pd.isna(value):
        return fmt.MISSING
    return fmt.percent(value, decimals) if unit == PERCENT else f"{fmt.number(value, decimals)} {unit}"


def difference(value: float, unit: str, decimals: int = 2, *, short: bool = False) -> str:
    """A distance without its sign: ``1,98 điểm``, ``3,03 điểm phần trăm`` (short: ``3,03 điểm %``)."""
    return f"{fmt.number(abs(value), decimals)} {unit_of_difference(unit, short=short)}"


def signed_or_less(value: float | None, decimals: int = 2) -> str:
    """A change as it is written, ``+1,20``; one too small for the decimals is called so instead of nothing."""
    told = fmt.signed(value, decimals)
    return told if value is None or pd.isna(value) or value == 0 or told.strip("+−0,.") else texts().common.hardly


def unit_of_difference(unit: str, *, short: bool = False) -> str:
    """What a difference of two values in this unit is counted in; short where room is scarce."""
    if unit != PERCENT:
        return unit
    return texts().services.percentage_points_short if short else texts().services.percentage_points


def quartile_name(quartile: int, *, short: bool = False) -> str:
    """ "nhóm cao nhất" … "nhóm thấp nhất", as it stands inside a sentence; short: without the word for group."""
    said = texts().charts if short else texts().common
    name = (said.quartile_1, said.quartile_2, said.quartile_3, said.quartile_4)[quartile - 1]
    return fmt.lower_first(name)


def sentence(parts: Iterable[str]) -> str:
    """Clauses that say something, as one sentence."""
    said = "; ".join(part for part in parts if part)
    return f"{said}." if said else ""


def cited(sources: Iterable[str]) -> tuple[str, ...]:
    """Sources as a line under a chart names them: an address by its site, each once, in their order.

    A page in another language, mostly a translation made by a machine, is named as what it is.
    """
    return tuple(dict.fromkeys(_site(source) for source in sources))


def _site(source: str) -> str:
    t, parts = texts().published, urlsplit(source)
    site = parts.netloc.removeprefix("www.")
    language = t.page_language.get(t.foreign.get(site) or parts.path.strip("/").partition("/")[0])
    if not site or not language:
        return site or named(source)
    words = t.cited_translated if site in t.translating else t.cited_in
    return words.format(site=site, language=language)


def printed_source(note: SourceNote) -> str:
    """Source, day and remark as one line, for a picture that leaves the page."""
    source = f"{texts().common.source}: {'; '.join(note.sources)}"
    return ". ".join(part for part in (source, note.as_of, note.note) if part)


def as_of(desk: Desk) -> str:
    """The day of the last entry that this view could see; empty when nothing was ever stored."""
    entry = desk.last_entry()
    return texts().common.as_of.format(day=fmt.day(entry.recorded_at)) if entry else ""


def see_before(desk: Desk, entity_id: str) -> tuple[tuple[str, str], ...]:
    """The provinces that a province was merged from, which have results of their own: (entity id, label of a link)."""
    words = texts().trend.see_before
    return tuple((one.id, words.format(names=one.name)) for one in desk.catalogue.predecessors(entity_id))


def short_source(source: object) -> str:
    """An address by its host, anything else by its name."""
    if not isinstance(source, str):
        return ""
    host = urlsplit(source).hostname if source.startswith(("http://", "https://")) else None
    return host.removeprefix("www.") if host else named(source)


def number_in(text: str) -> float | None:
    """A score as people type it, comma or point decimals; None when it is none."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if np.isfinite(value) and 0 <= value < 1e6 else None

"""What the figures of a task say, as sentences: how much, rise or fall, what did not happen, which level who misses.

Rules, no guess: a figure is held against the same period a year ago, else against the period before, and only where as
many units have it in both. Units are named where a level is missed or where nothing is added up.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from cchc_metrics.documents import Noted
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.arithmetic import LIST
from cchc_metrics.model import ReportPart
from cchc_metrics.services.reporting.consolidated import Beside, Consolidated, Figure
from cchc_metrics.services.reporting.documents.sources import bracketed, file_words
from cchc_metrics.services.reporting.duties import YES_NO
from cchc_metrics.services.reporting.figures import written
from cchc_metrics.services.reporting.levels import level, lowered
from cchc_metrics.views.compile.marks import Aside, Part, Said, joined
from cchc_metrics.views.compile.words import amount, period_in_title

# So many sources are named one by one in a footnote; more are referred to by their numbers.
_NAMED_SOURCES = 4
_NAMED_UNITS = 8
_SHARE_DECIMALS = 2
_CLAUSES = 5
# A remark in a metric's name that names another by its code is for whoever fills the form.
_CODES = re.compile(r"\s*\([^)]*\d+\.\d+[^)]*\)")
_PERCENT = "%"


def figures_said(found: Consolidated, figures: Sequence[Figure]) -> Iterator[Said]:
    """The figures of one task: those that are there, those that are not added up, those that are nothing, levels."""
    t, yes_no = texts().weaving, [one for one in figures if one.units and one.metric.own_measure == YES_NO]
    given = [one for one in figures if one.units and one.metric.own_measure != YES_NO]
    kept = [one for one in given if one.met is not False]
    told = _clauses(found, [one for one in kept if one.value is not None and one.value != 0])
    told += [_yes(found, one) for one in yes_no if one.met is True]
    told += [_apart(found, one) for one in given if one.value is None]
    yield from (Said(joined(few)) for few in _sentences(told))
    nothing = [one for one in kept if one.value == 0]
    if nothing:
        names = "; ".join(lowered(name_in_prose(one)) for one in nothing)
        sources = tuple(sorted({number for one in nothing for number in one.sources}))
        sentence = t.none_happened.format(names=names)
        yield Said.of(Noted(sentence, note_of(found, found.window.period.id, sources)))
    failed = [one for one in figures if one.units and one.met is False]
    if failed:
        yield Said((t.missed, *joined(_missed_clauses(found, failed))))


def _sentences(clauses: Sequence[tuple[Part, ...]]) -> Iterator[list[tuple[Part, ...]]]:
    """So many clauses a sentence, the first of each with a capital."""
    for start in range(0, len(clauses), _CLAUSES):
        first, *rest = clauses[start : start + _CLAUSES]
        yield [_capital(first), *rest]


def _capital(clause: tuple[Part, ...]) -> tuple[Part, ...]:
    head, *rest = clause
    match head:
        case Noted(text, note):
            return (Noted(f"{text[0].upper()}{text[1:]}", note), *rest)
        case str():
            return (f"{head[0].upper()}{head[1:]}", *rest)
        case _:
            return clause


def name_in_prose(one: Figure) -> str:
    """A metric's name inside a sentence: without remarks that name codes, and without its colon."""
    return _CODES.sub("", one.metric.name).replace(": ", " ")


def _clauses(found: Consolidated, figures: Sequence[Figure]) -> list[tuple[Part, ...]]:
    """Each figure with its rise or fall; against which period is said once."""
    t, before = texts().weaving, ""
    clauses = []
    for one in figures:
        words = t.share if one.metric.own_measure == _PERCENT else t.figure
        change, before = _change(found, one, before)
        clauses.append(
            (
                words.format(name=lowered(name_in_prose(one))),
                Noted(amount(one.metric, one.value), note_of(found, found.window.period.id, one.sources)),
                *change,
                *_coverage(one),
            )
        )
    return clauses


def _coverage(one: Figure) -> tuple[Part, ...]:
    if len(one.units) == len(one.owing):
        return ()
    return (Aside(texts().weaving.coverage.format(count=len(one.units), owing=len(one.owing))),)


def _change(found: Consolidated, one: Figure, before: str) -> tuple[tuple[Part, ...], str]:
    """Rise or fall against the first period that has the figure of as many units; of another number only its value.

    before: the period that was named last; it is not named again. Second: the one that is named now.
    """
    t = texts().weaving
    there = [other for other in one.beside if other.value is not None]
    like = next((other for other in there if other.units == len(one.units)), None)
    if like is None or like.value is None or one.value is None:
        return tuple(Aside(_not_alike(found, one, other)) for other in there[:1]), before
    against = t.against.format(period=_period(found, like)) if like.period_id != before else ""
    moved = t.rose if one.value > like.value else t.fell
    words = t.same if one.value == like.value else moved
    sentence = words.format(difference=_difference(one, abs(one.value - like.value)), against=against)
    return (Noted(sentence, note_of(found, like.period_id, like.sources)),), like.period_id


def _not_alike(found: Consolidated, one: Figure, other: Beside) -> str:
    words = {"period": _period(found, other), "value": amount(one.metric, other.value), "count": other.units}
    return texts().weaving.other_units.format(**words)


def _period(found: Consolidated, other: Beside) -> str:
    """The period a figure is held against, as a report names it."""
    period = found.window.period
    if other.period_id == f"{period.year - 1}-{period.window}":
        return texts().weaving.year_before
    return period_in_title(other.period_id)


def _difference(one: Figure, by: Fraction) -> str:
    if one.metric.own_measure == _PERCENT:
        number = fmt.number(Decimal(by.numerator) / Decimal(by.denominator), _SHARE_DECIMALS)
        return texts().weaving.points.format(number=number)
    return f"{written(by)} {one.metric.measure}"


def _yes(found: Consolidated, one: Figure) -> tuple[Part, ...]:
    words = texts().weaving.yes_done.format(name=lowered(name_in_prose(one)))
    return (Noted(words, note_of(found, found.window.period.id, one.sources)),)


def _apart(found: Consolidated, one: Figure) -> tuple[Part, ...]:
    """A figure that is not added up: each unit's own, where there are few."""
    t, name = texts().weaving, lowered(name_in_prose(one))
    note = note_of(found, found.window.period.id, one.sources)
    if len(one.by_unit) > _NAMED_UNITS:
        return (Noted(t.by_many.format(name=name, count=len(one.by_unit)), note),)
    return (Noted(t.by_unit.format(name=name, values=listed(_by_unit(found, one, one.by_unit))), note),)


def _by_unit(found: Consolidated, one: Figure, units: Iterable[str]) -> list[str]:
    t = texts().weaving
    return [t.unit_value.format(unit=found.name(unit), value=value_in_words(one, one.by_unit[unit])) for unit in units]


def value_in_words(one: Figure, value: Fraction | None) -> str:
    """A value; where a unit of measure stands before the number, «nhóm 2», so."""
    if value is not None and one.metric.rule.across_units == LIST:
        return f"{one.metric.measure} {written(value)}"
    return amount(one.metric, value)


def _missed_clauses(found: Consolidated, failed: Sequence[Figure]) -> list[tuple[Part, ...]]:
    """Levels that are missed: by how much, by whom, with the reasons that the units gave."""
    t, before = texts().weaving, ""
    clauses: list[tuple[Part, ...]] = []
    for one in failed:
        metric, note = one.metric, note_of(found, found.window.period.id, one.sources)
        named = _who_missed(found, one)
        if metric.own_measure == YES_NO:
            who = t.said_by.format(units=named) if named else ""
            clauses.append((Noted(t.missed_yes.format(name=lowered(name_in_prose(one)), who=who), note),))
            continue
        change, before = _change(found, one, before)
        bound = level(metric, found.reporting.metrics)
        words = (t.missed_by if named else t.missed_level).format(bound=bound, who=named)
        head = t.figure.format(name=lowered(name_in_prose(one)))
        clauses.append((head, Noted(amount(metric, one.value), note), *change, words))
    return clauses


def _who_missed(found: Consolidated, one: Figure) -> str:
    """The units below the level; with their figures where others reported it too."""
    t, reasons = texts().weaving, _reasons(found, one)
    alone = len(one.by_unit) == 1 or one.metric.own_measure == YES_NO
    names = [found.name(unit) for unit in one.failing] if alone else _by_unit(found, one, one.failing)
    told = [
        f"{words}{t.missed_reason.format(reason=reasons[unit]) if unit in reasons else ''}"
        for unit, words in zip(one.failing, names, strict=True)
    ]
    if len(told) > _NAMED_UNITS:
        return t.so_many.format(count=len(told))
    return listed(told)


def _reasons(found: Consolidated, one: Figure) -> dict[str, str]:
    rows = found.items[(found.items["part"] == ReportPart.VALUE) & (found.items["code"] == one.metric.code)]
    told = zip(rows["unit_id"].tolist(), rows["note"].tolist(), strict=True)
    return {str(unit): " ".join(str(note).split()).rstrip(".") for unit, note in told if isinstance(note, str)}


def note_of(found: Consolidated, period_id: str, numbers: Sequence[int]) -> str:
    """The footnote of a figure: its units and their files, or where the list of sources names them."""
    t, period = texts().documents, fmt.period(period_id)
    if len(numbers) > _NAMED_SOURCES:
        units = len({found.sources[number].unit_id for number in numbers})
        return t.note_many.format(period=period, count=units, numbers=bracketed(numbers))
    named = (
        t.note_one.format(
            unit=found.name(found.sources[number].unit_id),
            file=file_words(found.sources[number]),
            number=bracketed([number]),
        )
        for number in numbers
    )
    return t.note_few.format(period=period, sources="; ".join(named))

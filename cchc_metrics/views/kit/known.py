"""How a figure is known, in words: marks behind it, and the explanation on hover."""

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.sightings import Known, Rival
from cchc_metrics.views.kit.phrases import amount


def marked(figure: str, how: str, rivals: tuple[Rival, ...] = ()) -> str:
    """A figure with the mark of what is not printed or not agreed behind it."""
    said = texts().published
    if how:
        figure = said.derived_mark.format(figure=figure)
    return said.conflict_mark.format(figure=figure) if rivals else figure


def of_value(known: Known) -> tuple[Rival, ...]:
    """Who says another value."""
    return tuple(rival for rival in known.rivals if rival.value is not None)


def of_rank(known: Known) -> tuple[Rival, ...]:
    """Who says another rank."""
    return tuple(rival for rival in known.rivals if rival.rank is not None)


def explained(how: str, rivals: tuple[Rival, ...], unit: str) -> str:
    """The derivation, and every figure that another source gives with its address; empty where there is neither."""
    said = texts().published
    parts = [said.derived.format(how=how)] if how else []
    if rivals:
        parts.append(said.conflict.format(told="; ".join(told(rival, unit) for rival in rivals)))
    return " ".join(parts)


def told(rival: Rival, unit: str) -> str:
    """What a source says, its address, and why it may be otherwise."""
    said = texts().published
    parts = []
    if rival.value is not None:
        parts.append(said.told_value.format(value=amount(rival.value, unit, 2), source=rival.source))
    if rival.rank is not None:
        parts.append(said.told_rank.format(rank=rival.rank, source=rival.source))
    words = ", ".join(parts)
    return said.told_because.format(told=words, how=rival.how) if rival.how else words


def range_words(known: Known) -> str:
    """ "hạng trong khoảng 57–63 …"; empty where no range is known."""
    if known.first is None or known.last is None:
        return ""
    return texts().published.rank_range.format(first=fmt.integer(known.first), last=fmt.integer(known.last))

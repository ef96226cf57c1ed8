"""How a figure is known, in words: marks behind it, and the explanation on hover."""

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.services.indices.sightings import Known, Rival
from cchc_metrics.views.kit.phrases import amount


def marked(figure: str, how: str, rivals: tuple[Rival, ...] = ()) -> str:
    """A figure with the mark of what is not printed or not agreed behind it."""
    t = texts().published
    if how:
        figure = t.derived_mark.format(figure=figure)
    return t.conflict_mark.format(figure=figure) if rivals else figure


def value_marked(figure: str, known: Known) -> str:
    """A value with its mark."""
    return marked(figure, known.value_how, of_value(known))


def rank_marked(figure: str, known: Known) -> str:
    """A rank with its mark."""
    return marked(figure, known.rank_how, of_rank(known))


def value_mark(known: Known) -> str:
    """Only the mark of a value, to stand behind a number that is written elsewhere; empty where there is none."""
    return value_marked("", known)


def dense_marks(known: Known) -> tuple[str, str]:
    """A dagger for value and rank each, where a picture has no room for words; its note says what it means."""
    t = texts().published
    value = t.dense_mark if known.value_how or of_value(known) else ""
    return value, t.dense_mark if known.rank_how or of_rank(known) else ""


def marked_by_value(words: str, *sides: Known) -> str:
    """A difference of two values, with the marks of either; nothing stays nothing."""
    how, rivals = next((one.value_how for one in sides if one.value_how), ""), sum(map(of_value, sides), ())
    return marked(words, how, rivals) if words else ""


def marked_by_rank(words: str, *sides: Known) -> str:
    """The same of two ranks."""
    how, rivals = next((one.rank_how for one in sides if one.rank_how), ""), sum(map(of_rank, sides), ())
    return marked(words, how, rivals) if words else ""


def value_explained(known: Known, unit: str) -> str:
    """How a value is known beyond its source; empty where there is nothing to say."""
    return explained(known.value_how, of_value(known), unit)


def rank_explained(known: Known, unit: str) -> str:
    """The same of a rank."""
    return explained(known.rank_how, of_rank(known), unit)


def how_words(known: Known, unit: str) -> str:
    """All that is to be said of how a figure is known, for a cell of a file; empty where its source prints it."""
    told = (value_explained(known, unit), rank_explained(known, unit), range_words(known))
    return " ".join(dict.fromkeys(part for part in told if part))


def of_value(known: Known) -> tuple[Rival, ...]:
    """Who says another value."""
    return tuple(rival for rival in known.rivals if rival.value is not None)


def of_rank(known: Known) -> tuple[Rival, ...]:
    """Who says another rank."""
    return tuple(rival for rival in known.rivals if rival.rank is not None)


def explained(how: str, rivals: tuple[Rival, ...], unit: str) -> str:
    """The derivation, and every figure that another source gives with its address; empty where there is neither."""
    t = texts().published
    parts = [t.derived.format(how=named(how))] if how else []
    if rivals:
        parts.append(t.conflict.format(told="; ".join(told(rival, unit) for rival in rivals)))
    return " ".join(parts)


def told(rival: Rival, unit: str) -> str:
    """What a source says, its address, and why it may be otherwise."""
    t = texts().published
    parts = []
    if rival.value is not None:
        parts.append(t.told_value.format(value=amount(rival.value, unit, 2), source=named(rival.source)))
    if rival.rank is not None:
        parts.append(t.told_rank.format(rank=rival.rank, source=named(rival.source)))
    words = ", ".join(parts)
    return t.told_because.format(told=words, how="; ".join(map(named, rival.how))) if rival.how else words


def range_words(known: Known) -> str:
    """ "hạng trong khoảng 57–63 …"; empty where no range is known."""
    if known.first is None or known.last is None:
        return ""
    return texts().published.rank_range.format(first=fmt.integer(known.first), last=fmt.integer(known.last))

"""The choices that several pages ask for: those of the common bar, and one criterion of an index in one period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from streamlit.delta_generator import DeltaGenerator

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import IndexChoices, PartChoices, part_choices, period_choices
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.context import now
from cchc_metrics.ui.shelf_bar import pinned_parts
from cchc_metrics.ui.state import choose, rests
from cchc_metrics.views.kit.pins import pinned_first

_BASES = ("63", "34")


@dataclass(frozen=True, slots=True)
class Criterion:
    """What was chosen, and what that index holds in that period."""

    question: Question
    parts: PartChoices


def ask_index(indices: IndexChoices) -> str:
    """One of the indices."""
    return choose(texts().common.index, indices.codes, Key.INDEX, indices.usual)


def ask_period(periods: Sequence[str], usual: str = "") -> str:
    """One of the periods, newest first."""
    return choose(texts().common.period, periods, Key.PERIOD, usual or None, fmt.period)


def ask_province(names: Mapping[str, str], usual: str) -> str:
    """One of the provinces: id -> name."""
    return choose(texts().common.province, list(names), Key.PROVINCE, usual, lambda code: names[code])


def ask_base(names: Mapping[str, str]) -> str:
    """One of the bases that a period can be read on; where there is one, it is only shown."""
    if len(names) > 1:
        return choose(texts().context.base, list(names), Key.BASE, format=_base_name)
    rests(texts().context.base, next(iter(names)), _base_name)
    return next(iter(names))


def ask_kind(kinds: Mapping[str, str]) -> str:
    """One of the kinds of score, asked only where there is more than one."""
    usual = next(iter(kinds))
    if len(kinds) < 2:
        return usual
    return choose(texts().common.score_kind, list(kinds), Key.SCORE_KIND, usual, lambda code: kinds[code])


def period_rests() -> None:
    """The year in the bar of a page that shows all years."""
    rests(texts().common.period, now().period, fmt.period)


def province_rests() -> None:
    """The province in the bar of a page that shows all of them."""
    name = now().name
    rests(texts().common.province, now().province, lambda _: name)


def index_rests() -> None:
    """The index in the bar of a page that shows all indices."""
    rests(texts().common.index, now().index)


def base_rests(base: str = "63") -> None:
    """The base in the bar of a page that knows one."""
    rests(texts().context.base, base, _base_name)


def ask_part(desk: Desk, index: str, label: str, labels: Mapping[str, str]) -> str:
    """One of the parts of an index (code -> label): the pinned ones first, with stars; the usual one stays."""
    offered = pinned_first(labels, pinned_parts(desk, index))
    return choose(label, list(offered), Key.NODE, next(iter(labels)), offered.__getitem__)


def ask_criterion(desk: Desk, indices: IndexChoices, bar: DeltaGenerator) -> Criterion | None:
    """Index and period in the bar, the criterion where this is called; each list holds what those before it allow.

    None where the chosen index holds no scores.
    """
    with bar:
        index = ask_index(indices)
        periods = shared(period_choices, desk, index)
        if not periods.labels:
            return None
        period = ask_period(list(periods.labels), periods.usual)
    parts = shared(part_choices, desk, Question(index, period))
    if not parts.nodes:
        return None
    node = ask_part(desk, index, texts().common.node, parts.nodes)
    return Criterion(Question(index, period, node), parts)


def _base_name(code: str) -> str:
    return texts().context.bases.get(code, code)

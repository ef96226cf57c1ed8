"""The filters with which several pages ask for one criterion of an index in one period."""

from dataclasses import dataclass

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import IndexChoices, PartChoices, part_choices, period_choices
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.state import choose


@dataclass(frozen=True, slots=True)
class Criterion:
    """What was chosen, and what that index holds in that period."""

    question: Question
    parts: PartChoices


def ask_criterion(desk: Desk, indices: IndexChoices) -> Criterion | None:
    """Index, period, criterion and score kind; each list holds what the choices before it allow.

    None where the chosen index holds no scores. The score kind is asked only where there is more than one.
    """
    words = texts().common
    index = choose(words.index, indices.codes, Key.INDEX, indices.usual)
    periods = remembered(period_choices, desk, index)
    if not periods.labels:
        return None
    period = choose(words.period, list(periods.labels), Key.PERIOD, periods.usual, lambda code: periods.labels[code])
    parts = remembered(part_choices, desk, Question(index, period))
    if not parts.nodes:
        return None
    node = choose(words.node, list(parts.nodes), Key.NODE, format=lambda code: parts.nodes[code])
    kinds = parts.kinds[node]
    kind = next(iter(kinds))
    if len(kinds) > 1:
        kind = choose(words.score_kind, list(kinds), Key.SCORE_KIND, format=lambda code: kinds[code])
    return Criterion(Question(index, period, node, kind), parts)

"""Levels and checks in words: «từ 10% trở lên» and not «>= 10», «phải thực hiện» and not «= có»."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.expressions import BadExpressionError, Check, read_bound
from cchc_metrics.services.reporting.duties import YES_NO, MetricInfo
from cchc_metrics.services.reporting.figures import written

Metrics = Mapping[str, MetricInfo]


def level(metric: MetricInfo, metrics: Metrics) -> str:
    """The level that a metric must keep, in words; empty where there is none."""
    t = texts().weaving
    if not metric.bound:
        return ""
    if metric.own_measure == YES_NO:
        return t.bound_yes
    try:
        comparison, right = read_bound(metric.bound, tuple(metrics))
    except BadExpressionError:
        return metric.bound
    if right.codes:
        return t.bound_sum.format(formula=_formula(right.words, metrics))
    limit = right.value({})
    if comparison == "=" and limit == 0:
        return t.bound_none
    return t.bounds[comparison].format(limit=_amount(limit, metric))


def _amount(limit: Fraction | None, metric: MetricInfo) -> str:
    return f"{written(limit)}%" if metric.own_measure == "%" else written(limit)


def _formula(words: Sequence[str], metrics: Metrics) -> str:
    """A formula with the names of its metrics."""
    t = texts().weaving
    signs = {"+": t.plus, "-": t.minus}
    return "".join(lowered(metrics[word].name) if word in metrics else signs.get(word, word) for word in words)


def lowered(name: str) -> str:
    """A name inside a sentence: small, unless it begins with an abbreviation."""
    return name if name[:2].isupper() else f"{name[0].lower()}{name[1:]}"


def is_level(check: Check) -> bool:
    """Whether a check only says that one figure keeps a fixed level: missing it is no contradiction."""
    return len(check.codes) == 1 and not check.right.codes


def check_words(check: Check, message: str, expression: str, left: Fraction, right: Fraction) -> str:
    """What a check that failed says: both sides by what they are."""
    t = texts().weaving
    words = t.check_level if is_level(check) else t.check_sides
    return words.format(message=message, expression=expression, left=written(left), right=written(right))

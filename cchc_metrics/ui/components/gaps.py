"""Where points are lost, as short lists with a bar per line: no chart library, readable on a phone."""

from collections.abc import Sequence

from cchc_metrics.ui.components.cards import links_html
from cchc_metrics.ui.components.markup import element, wrapped
from cchc_metrics.ui.drawn import put
from cchc_metrics.views.kit.shapes import GapLine, GapList


def gap_lists(views: Sequence[GapList]) -> None:
    """Lists side by side, one below the other on a phone."""
    put(wrapped("div", "".join(_list(view) for view in views), "cchc-cards cchc-gap-lists"))


def gap_legend(value: str, best: str, mean: str) -> None:
    """What the bar and its two marks mean."""
    marks = (("cchc-key-value", value), ("cchc-key-best", best), ("cchc-key-mean", mean))
    put(wrapped("p", "".join(element("span", words, css) for css, words in marks), "cchc-gap-legend"))


def _list(view: GapList) -> str:
    head = element("h2", view.heading) + element("p", view.entity, "cchc-card-entity")
    lines = wrapped("ul", "".join(_line(line) for line in view.lines), "cchc-gaps") if view.lines else ""
    note = element("p", view.note, "cchc-small") if view.note else ""
    return wrapped(
        "article",
        wrapped("div", head, "cchc-card-head") + lines + note + links_html(view.links),
        f"cchc-card{' cchc-own' if view.home else ''}",
        style=f"--hue:{view.hue}",
    )


def _line(line: GapLine) -> str:
    head = element("span", line.name, "cchc-gap-name") + element("span", line.lost, "cchc-gap-lost")
    facts = element("p", " · ".join(line.facts), "cchc-gap-facts") if line.facts else ""
    return wrapped("li", wrapped("div", head, "cchc-gap-head") + _bar(line) + facts, "cchc-gap-total" * line.total)


def _bar(line: GapLine) -> str:
    """A track as long as the maximum, filled to the score; a tick for the best, an open one for the mean."""
    if line.share is None:
        return ""
    filled = wrapped("i", "", "cchc-gap-fill", style=f"width:{_percent(line.share)}")
    ticks = "".join(
        wrapped("i", "", css, style=f"left:{_percent(place)}")
        for css, place in (("cchc-gap-mean", line.mean), ("cchc-gap-best", line.best))
        if place is not None
    )
    return wrapped("div", filled + ticks, "cchc-gap-track", aria_hidden="true")


def _percent(share: float) -> str:
    return f"{min(max(share, 0.0), 1.0) * 100:.2f}%"

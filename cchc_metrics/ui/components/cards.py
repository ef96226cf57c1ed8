"""Results in the leaders' grammar, and the marks that stand beside numbers."""

import base64
from collections.abc import Sequence

from cchc_metrics.labels import texts
from cchc_metrics.ui.components.address import figure_link, href
from cchc_metrics.ui.components.markup import element, escaped, wrapped
from cchc_metrics.ui.drawn import put
from cchc_metrics.views.kit.shapes import Badge, BadgeKind, CardLink, StatCard


def badge_html(mark: Badge) -> str:
    """A mark as markup: the stylesheet draws its shape, the word stands beside it, the explanation on hover."""
    return element("span", mark.text or _usual_word(mark.kind), f"cchc-badge cchc-{mark.kind}", title=mark.help)


def badge(mark: Badge) -> None:
    """One mark on its own."""
    badges([mark])


def badges(marks: Sequence[Badge]) -> None:
    """Marks side by side."""
    put(wrapped("div", " ".join(badge_html(mark) for mark in marks), "cchc-badges"))


def cards(views: Sequence[StatCard], *, strips: bool = False) -> None:
    """Cards in one row, in a column on a phone. strips: on a wide screen each card lies flat, so that rows stay low."""
    css = f"cchc-cards cchc-cards-{min(len(views), 4)}{' cchc-strips' if strips else ''}"
    put(wrapped("div", "".join(card_html(view) for view in views), css))


def card_html(view: StatCard) -> str:
    """One card as markup."""
    head = element("h2", view.heading) + (element("p", view.entity, "cchc-card-entity") if view.entity else "")
    return wrapped(
        "article",
        wrapped("div", head, "cchc-card-head") + (_empty(view) if view.empty else _figures(view)) + _links(view),
        f"cchc-card{' cchc-own' if view.home else ''}",
        style=f"--hue:{view.hue}",
    )


def _empty(view: StatCard) -> str:
    return element("p", view.empty, "cchc-card-empty") + _lines(view)


def _figures(view: StatCard) -> str:
    value = escaped(view.value) if view.origin is None else figure_link(view.value, view.origin)
    number = wrapped("span", value, "cchc-number")
    beside = element("span", f"{view.maximum} {view.unit}".strip(), "cchc-unit")
    marks = "".join(badge_html(mark) for mark in view.badges)
    top = wrapped("p", number + beside, "cchc-value") + _picture(view)
    return (
        wrapped("div", top, "cchc-card-main") + (wrapped("div", marks, "cchc-badges") if marks else "") + _lines(view)
    )


def _picture(view: StatCard) -> str:
    """The sparkline as an image: Streamlit strips SVG elements from the markup it is given."""
    if not view.sparkline:
        return ""
    drawn = base64.b64encode(view.sparkline.encode("utf-8")).decode("ascii")
    return wrapped("img", "", src=f"data:image/svg+xml;base64,{drawn}", alt=view.sparkline_alt).removesuffix("</img>")


def _lines(view: StatCard) -> str:
    told = (_leading(fact, view.fact_links.get(place)) for place, fact in enumerate(view.facts))
    facts = "".join(wrapped("li", fact) for fact in told)
    listed = wrapped("ul", facts, "cchc-facts") if facts else ""
    return listed + (wrapped("p", _leading(view.target, view.target_link), "cchc-target") if view.target else "")


def _leading(text: str, link: CardLink | None) -> str:
    return escaped(text) if link is None else figure_link(text, link)


def _links(view: StatCard) -> str:
    return links_html(view.links)


def links_html(links: Sequence[CardLink]) -> str:
    """Plain anchors: they stay inside the card, and open in a new tab like any link."""
    anchors = "".join(element("a", link.text, href=href(link.slug, link.query), target="_self") for link in links)
    return wrapped("div", anchors, "cchc-card-links") if anchors else ""


def _usual_word(kind: BadgeKind) -> str:
    t = texts().common
    return {
        BadgeKind.MET: t.status_met,
        BadgeKind.ON_TRACK: t.status_on_track,
        BadgeKind.SLOW: t.status_slow,
        BadgeKind.UNKNOWN: t.status_unknown,
        BadgeKind.QUARTILE_1: t.quartile_1,
        BadgeKind.QUARTILE_2: t.quartile_2,
        BadgeKind.QUARTILE_3: t.quartile_3,
        BadgeKind.QUARTILE_4: t.quartile_4,
        BadgeKind.ESTIMATE: t.estimate,
        BadgeKind.UNCONFIRMED: t.unconfirmed,
        BadgeKind.COMPUTED: t.computed_rank,
        BadgeKind.ERROR: t.error,
        BadgeKind.WARNING: t.warning,
        BadgeKind.SENT: t.status_sent,
        BadgeKind.APPROVED: t.status_approved,
        BadgeKind.NOTE: "",
    }[kind]

"""Links inside our own markup: a page's address with its filters, and the day that is looked at."""

from collections.abc import Mapping
from urllib.parse import urlencode

from cchc_metrics.model import Key
from cchc_metrics.ui.clock import in_address
from cchc_metrics.ui.components.markup import element
from cchc_metrics.ui.navigation import entry
from cchc_metrics.views.kit.shapes import CardLink


def href(slug: str, query: Mapping[Key, str] | Mapping[str, str], carried: Mapping[str, str] | None = None) -> str:
    """The address of a page of ours, relative to any other.

    A plain link loads the page anew: the day that is looked at goes along in the address. carried: what
    ``in_address`` says, for a caller with many links.
    """
    clock = in_address() if carried is None else carried
    asked = urlencode([*query.items(), *clock.items()])
    return f"{entry(slug).slug}?{asked}" if asked else entry(slug).slug


def figure_link(text: str, link: CardLink, note: str = "", carried: Mapping[str, str] | None = None) -> str:
    """A figure that leads somewhere, as markup: it looks like the figure it is, with a mark below it."""
    title = " ".join(part for part in (note, link.text) if part)
    return element("a", text, "cchc-figure", href=href(link.slug, link.query, carried), target="_self", title=title)

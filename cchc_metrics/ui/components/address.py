"""Links inside our own markup: a page's address with its filters, and the day that is looked at."""

from collections.abc import Mapping
from urllib.parse import urlencode

from cchc_metrics.model import Key
from cchc_metrics.ui import clock, context
from cchc_metrics.ui.components.markup import element
from cchc_metrics.ui.navigation import entry
from cchc_metrics.views.kit.shapes import CardLink


def href(slug: str, query: Mapping[Key, str] | Mapping[str, str], carried: Mapping[str, str] | None = None) -> str:
    """The address of a page of ours, relative to any other.

    The common choice and the day that is looked at go along in the address; the link's own words come before them.
    carried: what ``context.carried`` says, for a caller with many links.
    """
    along = (context.carried() if carried is None else carried) if slug not in context.LOOKUPS else clock.in_address()
    asked = urlencode(context.with_own(along, query))
    place = entry(slug).slug or "./"
    return f"{place}?{asked}" if asked else place


def figure_link(text: str, link: CardLink, note: str = "", carried: Mapping[str, str] | None = None) -> str:
    """A figure that leads somewhere, as markup: it looks like the figure it is, with a mark below it."""
    title = " ".join(part for part in (note, link.text) if part)
    return element("a", text, "cchc-figure", href=href(link.slug, link.query, carried), target="_self", title=title)

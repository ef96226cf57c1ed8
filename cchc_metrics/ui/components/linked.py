"""A sentence whose figures are links to where they come from."""

from cchc_metrics.ui.components.address import href
from cchc_metrics.ui.components.markup import element, escaped, wrapped
from cchc_metrics.ui.context import carried as carried_along
from cchc_metrics.ui.drawn import put
from cchc_metrics.views.kit.sentences import Sentence

_QUIET = "color:inherit;text-decoration:underline dotted;text-underline-offset:3px;font-weight:600"


def linked_html(sentence: Sentence, css: str = "cchc-finding") -> str:
    """The sentence as markup."""
    carried = carried_along()
    parts = [
        element("a", piece.text, href=href(piece.slug, dict(piece.query), carried), target="_self", style=_QUIET)
        if piece.slug
        else escaped(piece.text)
        for piece in sentence
    ]
    return wrapped("p", "".join(parts), css)


def linked(sentence: Sentence, css: str = "cchc-finding") -> None:
    """The sentence on the page; nothing for an empty one."""
    if sentence:
        put(linked_html(sentence, css))

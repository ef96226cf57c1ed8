"""Views kept between reruns, so that a rerun that changes nothing costs nothing.

What is kept are frozen views and frames, never cursors, and all who ask share them: a copy of each – of a figure above
all – cost more than everything else that a rerun does. The office keeps them (``services.office.kept``): a view goes
when something changes that it was made of, and nobody meets that of another asker, clock or language.
"""

from collections.abc import Callable
from typing import TypeVar

from cchc_metrics.labels import spoken
from cchc_metrics.services.office.desk import Desk

View = TypeVar("View")
Filters = TypeVar("Filters")


def remembered(builder: Callable[[Desk, Filters], View], desk: Desk, filters: Filters) -> View:
    """``builder(desk, filters)``, built once per clock, asker, language and filters until something changes.

    filters: a frozen value whose ``repr`` tells it from every other (a dataclass of texts, numbers and tuples).
    The answer is shared and must not be changed; it must not hold the desk.
    """
    asked = (builder, desk.clock, desk.actor, spoken(), repr(filters))
    return desk.office.kept.views.answer(asked, lambda: builder(desk, filters))


def shared(builder: Callable[[Desk, Filters], View], desk: Desk, filters: Filters) -> View:
    """``remembered``, once for all who have the same rights: a hundred people who look at one ranking build it once.

    It is asked by nobody in particular, so that no one's name and nothing of one's own can be in the view.
    """
    return remembered(builder, desk.of_anybody(), filters)

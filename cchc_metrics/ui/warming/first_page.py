"""What the first page of a process asks for, asked beforehand by nobody in particular."""

from collections.abc import Callable, Mapping

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.services.indices.choices import (
    index_choices,
    part_choices,
    period_choices,
    periods_with_result,
    yearly_indices,
)
from cchc_metrics.services.indices.standing_on_base import base_choices
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.session import prepared
from cchc_metrics.views import certainty, overview
from cchc_metrics.views.kit.glossary import index_names
from cchc_metrics.views.ranking.page import RankingFilters
from cchc_metrics.views.ranking.page import page as ranking


def make_ready(slug: str) -> None:
    """Open the office, take in the shipped facts where they are not there, and ask what the page of this address asks.

    Raises CchcError where the office does not open.
    """
    ask(Desk.at(prepared(), LOCAL_OPERATOR), slug)


def ask(here: Desk, slug: str) -> None:
    """What the page asks in its usual state; of pages without an entry here what all of them ask."""
    index = shared(index_choices, here, ()).usual
    shared(index_names, here, ())
    if index:
        shared(periods_with_result, here, (index, here.catalogue.home))
        shared(period_choices, here, index)
        if slug in _PAGES:
            _PAGES[slug](here, index)


def _standing(here: Desk, index: str) -> None:
    period = next(iter(shared(periods_with_result, here, (index, here.catalogue.home))), "")
    if not period:
        return
    question = Question(index, period)
    held, offered = shared(part_choices, here, question), shared(base_choices, here, question)
    base = next(iter(offered.bases)) if len(offered.bases) > 1 else ""
    usual = RankingFilters(index, period, question.node, question.score_kind, "", held.usual_province, False, base)
    shared(ranking, here, usual)
    shared(certainty.panel, here, certainty.CertaintyFilters(index, question.node, period, held.usual_province))


def _today(here: Desk, _: str) -> None:
    shared(yearly_indices, here, ())
    shared(overview.choices, here, ())
    shared(overview.page, here, overview.OverviewFilters(here.catalogue.home))


_PAGES: Mapping[str, Callable[[Desk, str], None]] = {"": _today, "xep-hang": _standing}

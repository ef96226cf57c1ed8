"""How far the set-up is: a mark a step, each a link to it."""

from collections.abc import Sequence

from cchc_metrics.labels import texts
from cchc_metrics.ui.components.address import href
from cchc_metrics.ui.components.cards import badge_html
from cchc_metrics.ui.components.markup import wrapped
from cchc_metrics.ui.drawn import put
from cchc_metrics.views.kit.shapes import Badge, BadgeKind
from cchc_metrics.views.reporting.setup import Step

SLUG = "danh-muc-lich"


def progress_line(steps: Sequence[Step]) -> None:
    """The steps in a row: done or not by shape and word on hover."""
    t = texts().setup
    marks = [
        wrapped(
            "a",
            badge_html(
                Badge(
                    BadgeKind.MET if step.done else BadgeKind.UNKNOWN,
                    t.step_name.format(number=place, title=step.title),
                    step.missing or t.step_done,
                )
            ),
            href=href(SLUG, {"buoc": step.code}),
            target="_self",
            style="text-decoration:none",
        )
        for place, step in enumerate(steps, start=1)
    ]
    put(wrapped("nav", " ".join(marks), "cchc-badges", aria_label=t.filter_step))

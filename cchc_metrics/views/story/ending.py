"""The last sentence: what must be decided; of a province that is not ours, what would be worth doing first."""

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Drawn, Key, Picture, Slide, Strand
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import Place
from cchc_metrics.services.planning.worth import Worths, worth_doing
from cchc_metrics.services.reporting.letters import Chase, chase
from cchc_metrics.views.compile.brief import brief
from cchc_metrics.views.compile.brief_indices import results_of
from cchc_metrics.views.gap.worth import worth_view
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.shapes import CardLink
from cchc_metrics.views.story.subject import Subject, Told

_MOST = 6


def worth_of(desk: Desk, about: Subject) -> str:
    """What is worth doing first, in a sentence; empty for whom it is not, or where nobody can say."""
    place = _place(desk, about)
    return worth_view(desk, place).sentence if place is not None else ""


def ending(desk: Desk, about: Subject) -> Told | None:
    """None for those who may not see what the office has to decide."""
    if not may(desk.actor, Deed.READ_ALL):
        return None
    return _decide(desk, about) if about.who in desk.catalogue.ours() else _advise(desk, about)


def _place(desk: Desk, about: Subject) -> Place | None:
    if about.way is not None or about.row is None or not may(desk.actor, Deed.READ_ALL):
        return None
    return Place(about.asked.index, about.asked.period, about.who)


def _decide(desk: Desk, about: Subject) -> Told:
    t, content = texts().story, brief(desk, about.asked.on)
    none = (texts().documents.brief_none,)
    decisions = content.decisions if content.decisions != none else ()
    found = chase(desk, about.asked.on)
    late = _late(found)
    words = t.late_some if late else t.late_undated if found.undated else t.late_none
    counted = words.format(count=len(late) or len(found.undated))
    title = t.decide.format(count=len(decisions), late=counted)
    picture, caption = (_late_picture(late), t.late_caption) if late else _promising(desk)
    slide = Slide(
        title if decisions else t.decide_none.format(late=counted),
        decisions or (texts().overview.decide_none,),
        content.source,
        picture,
        caption,
        numbered=True,
    )
    return Told(slide, CardLink(t.trace, "tong-hop", {}))


def _promising(desk: Desk) -> tuple[Picture | None, str]:
    """Of the result of ours that the thing to decide is about: the picture of what its parts promise."""
    found = []
    for at, who in ((result.standing, result.entity.id) for one in results_of(desk) for result in one.results):
        place = Place(at.index_code, at.period_id, who)
        worth = worth_doing(desk, place)
        if worth is not None:
            found.append((worth.parts[0].promise(worth.rank), place, worth))
    if not found:
        return None, ""
    _, place, worth = max(found, key=lambda one: one[0])
    return _worth_picture(desk, place, worth)


def _late(found: Chase) -> list[tuple[str, int]]:
    """(unit and period, days late), the latest first."""
    items = [
        (f"{letter.unit.short_name}, {fmt.period(item.standing.owed.window.period.id)}", item.standing.progress)
        for letter in found.letters
        for item in letter.items
    ]
    late = [(name, progress.days_late) for name, progress in items if progress.days_late]
    return sorted(late, key=lambda pair: (-pair[1], pair[0]))


def _late_picture(late: list[tuple[str, int]]) -> Picture:
    t, shown = texts().story, late[:_MOST]
    strand = Strand(t.late_unit, tuple(float(days) for _, days in shown), own=True)
    return Picture(Drawn.BARS, tuple(name for name, _ in shown), (strand,), t.late_unit, "#8f4a0b", decimals=0)


def _worth_picture(desk: Desk, place: Place, worth: Worths) -> tuple[Picture | None, str]:
    """Places that each part alone would gain, and what the picture shows."""
    told = [(part.name, worth.rank - part.rank) for part in worth.parts if part.rank < worth.rank]
    if not told:
        return None, ""
    t, shown = texts().story, sorted(told, key=lambda pair: -pair[1])[:_MOST]
    strand = Strand(t.worth_unit, tuple(float(places) for _, places in shown), own=True)
    color = hue(desk, place.index)
    picture = Picture(Drawn.BARS, tuple(name for name, _ in shown), (strand,), t.worth_unit, color, decimals=0)
    name = desk.catalogue.name_of(place.entity)
    return picture, t.worth_caption.format(index=place.index, period=fmt.period(place.period), name=name)


def _advise(desk: Desk, about: Subject) -> Told:
    t, asked, place = texts().story, about.asked, _place(desk, about)
    worth = worth_doing(desk, place) if place is not None else None
    title, line, picture, caption = t.advise_none, "", None, ""
    if place is not None and worth is not None:
        title, line = t.advise.format(part=worth.parts[0].name), worth_of(desk, about)
        picture, caption = _worth_picture(desk, place, worth)
    slide = Slide(title, (line,) if line else (), about.source(desk), picture, caption)
    query = {Key.INDEX: asked.index, Key.PERIOD: asked.period, Key.PROVINCE: about.who}
    return Told(slide, CardLink(t.trace, "khoang-cach", query))

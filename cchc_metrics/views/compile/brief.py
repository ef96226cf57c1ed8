"""The leader's brief: one page from data alone – results, what moved, where points are lost, who is late, decisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc_metrics import documents
from cchc_metrics.access import Deed, require
from cchc_metrics.documents import Block, Sheet
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import as_of_data, mark_for
from cchc_metrics.services.reporting.documents.settings import OfficeWords, Setting
from cchc_metrics.services.reporting.documents.templates import TemplateName, template
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.letters import Chase, chase
from cchc_metrics.views.compile.brief_decisions import decisions
from cchc_metrics.views.compile.brief_indices import index_rows, lost_lines, moved_lines, results_of
from cchc_metrics.views.kit.phrases import as_of

# One page holds so much.
_LATE_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Brief:
    """The page as words. cards: one row per index and province · every list may be shorter, or one line saying none.

    gaps: what the office has not set and stays open.
    """

    day: date
    made_by: str
    cards: Sheet
    moved: tuple[str, ...]
    lost: tuple[str, ...]
    late: tuple[str, ...]
    decisions: tuple[str, ...]
    source: str
    gaps: tuple[str, ...]


def brief(desk: Desk, day: date) -> Brief:
    """The brief of a day."""
    require(desk.actor, Deed.READ_ALL)
    t, words = texts().documents, OfficeWords(Reporting(desk))
    found = results_of(desk)
    chased = chase(desk, day)
    none = (t.brief_none,)
    made_by = t.brief_made.format(issuer=words.get(Setting.ISSUER), day=fmt.day(day))
    return Brief(
        day=day,
        made_by=made_by,
        cards=Sheet(t.brief_head, index_rows(desk, found), (1.6, 1.9, 1.8, 6.2)),
        moved=tuple(moved_lines(desk, found)) or none,
        lost=tuple(lost_lines(desk, found)) or none,
        late=late_lines(chased),
        decisions=decisions(desk, day, found, chased) or none,
        source=t.brief_source.format(as_of=as_of(desk) or fmt.MISSING),
        gaps=tuple(words.gaps),
    )


def late_lines(found: Chase) -> tuple[str, ...]:
    """Who is late or incomplete, the latest first; then how many more, and how many have no due date."""
    t = texts().documents
    items = [(letter.unit.short_name, item) for letter in found.letters for item in letter.items]
    items.sort(key=lambda pair: -(pair[1].standing.progress.days_late or 0))
    lines = [
        t.brief_late.format(
            unit=unit,
            period=fmt.period(item.standing.owed.window.period.id),
            state=texts().reporting.states[item.standing.progress.state.value],
            late=t.late_by.format(days=item.standing.progress.days_late) if item.standing.progress.days_late else "",
        )
        for unit, item in items[:_LATE_SHOWN]
    ]
    if len(items) > _LATE_SHOWN:
        lines.append(t.brief_more.format(count=len(items) - _LATE_SHOWN))
    if found.undated:
        periods = ", ".join(dict.fromkeys(fmt.period(one.owed.window.period.id) for one in found.undated))
        lines.append(t.brief_undated.format(count=len(found.undated), periods=periods))
    return tuple(lines) or (t.brief_nobody_late,)


def as_word(desk: Desk, content: Brief, *, mark: str = "") -> bytes:
    """The brief as .docx; the same data give the same bytes."""
    require(desk.actor, Deed.READ_ALL)
    require(desk.actor, Deed.DOWNLOAD)
    values: dict[str, Any] = {
        "dau": mark_for(desk, mark),
        "noi_lap": content.made_by,
        "bang_chi_so": content.cards,
        "thay_doi": list(content.moved),
        "chua_dat": list(content.lost),
        "cham": list(content.late),
        "quyet_dinh": list(content.decisions),
        "nguon": content.source,
    }
    return documents.fill(template(desk, TemplateName.BRIEF), values, as_of_data(desk))


def as_page(desk: Desk, content: Brief, *, mark: str = "") -> bytes:
    """The brief as one HTML page for printing, with nothing fetched from outside."""
    require(desk.actor, Deed.READ_ALL)
    require(desk.actor, Deed.DOWNLOAD)
    t = texts().documents
    lists: Sequence[Sequence[str]] = (content.moved, content.lost, content.late, content.decisions)
    blocks = [Block(t.brief_sections[0], sheet=content.cards)]
    for title, lines in zip(t.brief_sections[1:], lists, strict=True):
        blocks.append(Block(title, lines, numbered=lines is content.decisions))
    return documents.leaflet(t.brief_title, content.made_by, blocks, content.source, mark_for(desk, mark))


def answer(content: Brief, file: str = "") -> dict[str, Any]:
    """What ``brief --json`` prints."""
    return {
        "file": file,
        "on": content.day,
        "results": [dict(zip(("index", "entity", "value", "facts"), row, strict=True)) for row in content.cards.rows],
        "moved": list(content.moved),
        "lost": list(content.lost),
        "late": list(content.late),
        "decisions": list(content.decisions),
        "gaps": list(content.gaps),
    }

"""The page Phương pháp & nguồn as data: the rules in words, and the tables of what they rest on."""

from dataclasses import dataclass

from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.labels.texts.chapter import Chapter
from cchc_metrics.metrics.ranking import cuts_of
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.shapes import TableView
from cchc_metrics.views.method import coverage, tables
from cchc_metrics.views.method.contest import contest


@dataclass(frozen=True, slots=True)
class MethodSection:
    """A heading with its rules; table is None where the section has none or nothing was loaded for it."""

    anchor: str
    title: str
    paragraphs: tuple[str, ...]
    table: TableView | None = None
    awaits_table: bool = False


@dataclass(frozen=True, slots=True)
class MethodView:
    """The page, in the order of its sections."""

    finding: str
    sections: tuple[MethodSection, ...]


def page(desk: Desk, _filters: tuple[()] = ()) -> MethodView:
    """All rules and tables at this data version."""
    require(desk.actor, Deed.ENTER)
    t = texts().method
    chapters = [_in_words(desk, chapter) for chapter in t.chapters]
    with_tables = (
        (t.contest, contest(desk)),
        (t.frameworks, tables.frameworks(desk)),
        (t.breaks, tables.breaks(desk)),
        (t.windows, tables.windows(desk)),
        (t.policies, tables.policies(desk)),
        (t.completeness, tables.completeness(desk)),
        (texts().published.coverage, coverage.covered(desk)),
        (texts().published.conflicts, coverage.contradicted(desk)),
        (texts().published.others, coverage.continuous(desk)),
        (t.sources, tables.sources(desk)),
    )
    shown = [MethodSection(c.anchor, c.title, c.paragraphs, table, table is None) for c, table in with_tables]
    credit = MethodSection(t.credit.anchor, t.credit.title, t.credit.paragraphs)
    return MethodView(_finding(desk), (*chapters, *shown, credit))


def chapter(desk: Desk, anchor: str) -> MethodSection | None:
    """The rules at an anchor, without its table; None where there is no such chapter."""
    require(desk.actor, Deed.ENTER)
    t, published = texts().method, texts().published
    tabled = (t.contest, t.frameworks, t.breaks, t.windows, t.policies, t.completeness, t.sources)
    others = (published.coverage, published.conflicts, published.others, t.credit)
    found = next((one for one in (*t.chapters, *tabled, *others) if one.anchor == anchor), None)
    return None if found is None else _in_words(desk, found)


def _in_words(desk: Desk, chapter: Chapter) -> MethodSection:
    """The rules with the numbers that are settings or data put in."""
    catalogue = desk.catalogue
    ours = catalogue.ours_in("63")
    known = catalogue.name_of(ours) != ours
    group = catalogue.entity(ours).peers if known else ""
    members = [e.name for e in catalogue.provinces("63") if e.id in catalogue.members(group, "63")] if group else []
    values = {
        "coverage": fmt.percent(desk.office.settings.rank_coverage * 100, 0),
        "groups": _par_groups(desk),
        "group": catalogue.name_of(ours) if known else fmt.MISSING,
        "members": f"{named(group)}: {listed(members)}" if members else fmt.MISSING,
        "count_63": catalogue.population("63") or fmt.MISSING,
        "count_34": catalogue.population("34") or fmt.MISSING,
    }
    paragraphs = tuple(paragraph.format(**values) for paragraph in chapter.paragraphs)
    return MethodSection(chapter.anchor, chapter.title, paragraphs)


def _par_groups(desk: Desk) -> str:
    """Lower bounds of the groups as the newest PAR INDEX framework writes them."""
    t, nodes = texts().method, desk.catalogue.frameworks
    roots = nodes[(nodes["index_code"] == "PAR INDEX") & (nodes["node_code"] == TOTAL) & nodes["groups"].notna()]
    if roots.empty:
        return t.no_groups
    bounds = cuts_of(str(roots.sort_values("year_from").iloc[-1]["groups"]))
    return listed([t.groups_item.format(label=label, bound=fmt.plain(bound, 2)) for label, bound in bounds])


def _finding(desk: Desk) -> str:
    t = texts().method
    counted = tables.counted_sources(desk)
    if counted.empty:
        return t.finding_empty
    return t.finding.format(
        figures=fmt.integer(int(counted["figures"].sum())),
        sources=len(counted),
        years=tables.years_between(int(counted["first"].min()), int(counted["last"].max())),
    )

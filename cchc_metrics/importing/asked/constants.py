"""Questions about what a whole table is about, its index and its period, with the answers that the file holds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import clean, title_words
from cchc_metrics.importing.understanding.scene import INDEX, PERIOD
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.importing.understanding.words import periods_in
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import period as period_label
from cchc_metrics.model import Finding, Grid, Question, Workbook
from cchc_metrics.schema import ENTITIES, FRAMEWORKS

CONSTANT = "constant"
_INDEX_CODES = frozenset({"wide_index_unknown", "framework_index_unknown"})
_YEAR_FROM = next(column.header for column in FRAMEWORKS.template if column.store == "year_from")
# The base of a year that may come on either; said of the whole file.
BASE = next(column.header for column in ENTITIES.template if column.store == "era")
_PERIOD_CODES = frozenset({"wide_period_unknown"})
_TITLE_ROWS = 30
# So many of the newest years are offered where the file names none.
_NEWEST = 6


def constant_questions(workbook: Workbook, nodes: NodeBook, findings: Sequence[Finding]) -> Iterator[Question]:
    """At most one question for the index and one for the period of the tables that lack them."""
    t = texts().intake
    of_index = [one for one in findings if one.code in _INDEX_CODES]
    if of_index:
        named = _indexes(workbook, nodes, {one.sheet for one in of_index})
        choices = {code: code for code in (*named, *(code for code in nodes.indexes if code not in named))}
        yield _question(INDEX, t.ask_index, choices, of_index)
    yield from _year_question(findings)
    if of_base := [one for one in findings if of_either_base(one)]:
        yield _question(BASE, t.ask_base, {"34": t.base_34, "63": t.base_63}, of_base)
    of_period = [one for one in findings if one.code in _PERIOD_CODES]
    if of_period:
        places = _periods(workbook, {one.sheet for one in of_period})
        prompt = t.ask_period.format(places="; ".join(places.values())) if places else t.ask_period_open
        offered = tuple(places) or tuple(str(year) for year in nodes.newest_years(_NEWEST))
        yield _question(PERIOD, prompt, {one: period_label(one) for one in offered}, of_period)


def of_either_base(finding: Finding) -> bool:
    """Whether a name is open only because the year may come on the base of 63 or of 34 provinces."""
    ids = set(re.findall(r"(?<!\w)P(63|34)-", finding.message))
    return finding.code == "base_open" or (finding.code == "entity_ambiguous" and ids == {"63", "34"})


def _year_question(findings: Sequence[Finding]) -> Iterator[Question]:
    """From which index year a set of criteria holds: the year of its decision, those beside it, this is for a person
    to say."""
    open_ = [one for one in findings if one.code == "framework_year_open"]
    years = [int(year) for one in open_ for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", one.value)]
    if open_:
        issued = years[0] if years else date.today().year
        offered = (issued, issued + 1, issued - 1, issued + 2)
        prompt = texts().intake.ask_year_from.format(framework=open_[0].value)
        yield _question(_YEAR_FROM, prompt, {str(year): str(year) for year in offered}, open_)


def _question(header: str, prompt: str, choices: Mapping[str, str], findings: Sequence[Finding]) -> Question:
    return Question(CONSTANT, header, "", prompt, choices, findings[0].sheet, "", len(findings))


def _periods(workbook: Workbook, sheets: set[str]) -> Mapping[str, str]:
    """Period -> where the file names it: beside the name of a sheet, above a table, in the file's name."""
    t = texts().intake
    found: dict[str, str] = {}
    for sheet in workbook.sheets:
        if sheet.name in sheets:
            named = [(periods_in(clean(sheet.name)), t.place_of_sheet)]
            named += [(periods_in(text), t.place_of_title) for text in _first_texts(sheet)]
            for periods, place in named:
                for one in periods:
                    found.setdefault(one, place.format(value=period_label(one)))
    for one in periods_in(clean(workbook.file_name.rpartition(".")[0] or workbook.file_name)):
        found.setdefault(one, t.place_of_file.format(value=period_label(one)))
    return found


def _first_texts(sheet: Grid) -> Iterator[str]:
    view = View(sheet)
    for row in range(min(_TITLE_ROWS, view.height)):
        for column in view.places(row, 0, view.width - 1):
            if words := title_words(view.text(row, column)):
                yield words


def _indexes(workbook: Workbook, nodes: NodeBook, sheets: set[str]) -> tuple[str, ...]:
    """The indexes of which the first rows of some sheets name criteria, those with most first."""
    texts_of = [text for sheet in workbook.sheets if sheet.name in sheets for text in set(_first_texts(sheet))]
    counts = {code: sum(bool(nodes.any_year(code).named(text)) for text in texts_of) for code in nodes.indexes}
    return tuple(sorted((code for code, count in counts.items() if count), key=lambda code: -counts[code]))

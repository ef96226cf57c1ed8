"""Phương pháp & nguồn: the rules in words, frameworks, breaks, periods, targets, completeness, sources."""

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import empty_state, notice, page_header, page_link, table
from cchc_metrics.ui.components.prose import anchored, contents, prose, settle
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose, write_text
from cchc_metrics.ui.steps_form import declare_step
from cchc_metrics.ui.who import own_page
from cchc_metrics.views.method.glossary import glossary_table
from cchc_metrics.views.method.page import page
from cchc_metrics.views.trajectory.page import backtest_view, chances_view

UPLOAD = "nap-du-lieu"

said = texts().method
here = desk()
view = remembered(page, here, ())
indices = remembered(yearly_indices, here, ())


def back_tests() -> None:
    """The forecasts of one index, asked for, held against what came."""
    asked = choose(said.tested, ["", *indices.codes], Key.TESTED, format=lambda code: code or said.tested_none)
    if not asked:
        return
    tested = [remembered(view_of, here, asked) for view_of in (backtest_view, chances_view)]
    for found in tested:
        if found is not None:
            table(found)
    if not any(tested):
        notice(said.tested_few.format(index=asked))


page_header(said.heading, view.finding)
terms = texts().glossary
contents(said.contents, [(Key.TERM, terms.title), *((part.anchor, part.title) for part in view.sections)])

anchored(terms.title, Key.TERM)
prose((terms.lead,))
sought = write_text(terms.find, Key.TERM, placeholder=terms.find_hint)
table(glossary_table(sought), height=360)

for part in view.sections:
    anchored(part.title, part.anchor)
    prose(part.paragraphs)
    if part.anchor == said.breaks.anchor:
        declare_step(here)
    if part.anchor == texts().published.coverage.anchor and own_page(here, UPLOAD):
        page_link(UPLOAD, texts().published.have_table)
    if part.table is not None:
        table(part.table, height=560)
    if part.anchor == said.contest.anchor:
        back_tests()
    elif part.awaits_table:
        empty_state(
            f"{part.title}: {said.table_empty.lower()}", said.table_empty_body, texts().common.go_upload, UPLOAD
        )
settle()

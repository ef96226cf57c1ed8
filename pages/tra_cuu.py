"""Tra cứu & tải về: every score there is, filtered, page by page, and as a file."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.explore import ExploreChoices, Query, choices
from cchc_metrics.ui import state
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.components import (
    download,
    empty_state,
    filter_row,
    filters_line,
    keep_made,
    made_first,
    page_header,
    progress,
    source_line,
    table,
)
from cchc_metrics.ui.components.markup import element
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.paging import chosen_page, page_picker
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.shelf_bar import pinned_parts
from cchc_metrics.views.explore.file import LARGE, file_of
from cchc_metrics.views.explore.page import ExploreFilters, ExploreView, page
from cchc_metrics.views.kit.pins import pinned_first

t = texts().explore
here = desk()


def many(label: str, key: str, offered: dict[str, str]) -> tuple[str, ...]:
    """A filter of the row: nothing chosen lets everything through."""
    return state.choose_many(label, list(offered), key, placeholder=texts().common.all, format=lambda c: offered[c])


def ask() -> Query:
    """The row of filters. The other lists follow the chosen indices."""
    with filter_row("tra-cuu"):
        indices = many(t.index, Key.INDEX, dict(shared(choices, here, ()).indices))
        offered: ExploreChoices = shared(choices, here, indices)
        return Query(
            indices=indices,
            periods=many(t.period, Key.PERIOD, dict(offered.periods)),
            entities=many(t.filter_entity, Key.PROVINCE, dict(offered.entities)),
            nodes=many(t.filter_node, Key.NODE, pinned_first(offered.nodes, pinned_parts(here, *indices))),
            score_kinds=many(t.score_kind, Key.SCORE_KIND, dict(offered.score_kinds)),
            states=many(t.state, Key.STATES, dict(offered.states)),
        )


def files(view: ExploreView, query: Query) -> None:
    """The three files, each built on its click. Their names change with the data version and with the filters."""
    name = f"cchc-diem-{here.office.version}-{query.mark}"
    row, below = st.container(key="tai-ve", horizontal=True, gap="small", vertical_alignment="center"), st.container()
    with row:
        wanted = view.count > LARGE and made_first(t.make_excel, t.save_excel, f"{name}.xlsx", key="tai-xlsx")
        if view.count <= LARGE:
            build = partial(file_of, here, query, "xlsx")
            download(texts().common.download_excel, build, f"{name}.xlsx", key="tai-xlsx", primary=True)
        for file_format, label in (("csv", texts().common.download_csv), ("parquet", t.download_parquet)):
            build = partial(file_of, here, query, file_format)
            download(label, build, f"{name}.{file_format}", key=f"tai-{file_format}")
        put(element("p", view.download_lead, "cchc-small"))
    if wanted:
        keep_made(partial(_workbook, below, query), f"{name}.xlsx")


def _workbook(place: DeltaGenerator, query: Query) -> bytes:
    """A large workbook, with a bar below the buttons."""

    def told(done: int, count: int) -> None:
        words = t.closing if done == count else t.made_so_far
        report(done / count, words.format(done=fmt.integer(done), count=fmt.integer(count)))

    with place, progress(t.making) as report:
        return file_of(here, query, "xlsx", told)


head = st.container()
query = ask()
view = shared(page, here, ExploreFilters(query, chosen_page(Key.PAGE, query)))
with head:
    page_header(t.title, view.finding if view.stored else "")
    filters_line(view.filtered)
if view.table is not None:
    files(view, query)
    table(view.table, height=660)
    page_picker(Key.PAGE, view.page, view.pages)
    source_line(view.source)
else:
    title, body = (t.nothing_title, t.nothing_body) if view.stored else (t.empty_title, t.empty_body)
    empty_state(title, body, texts().common.go_upload, "nap-du-lieu")

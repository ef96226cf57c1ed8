"""The filtered table of Tra cứu as a file."""

from collections.abc import Callable

import pandas as pd

from cchc_metrics import workbooks
from cchc_metrics.access import Deed, require
from cchc_metrics.labels import OFFICIAL, language, named, texts
from cchc_metrics.labels import format as fmt
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.explore import Query, find, kind_label
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.download import CSV, PARQUET, XLSX, Download
from cchc_metrics.services.office.illustrative import mark_of
from cchc_metrics.views.kit.known import how_words
from cchc_metrics.views.kit.table_file import TableFile, columns_of, workbook_of

# From so many rows on an Excel file takes seconds to write, and who waits is told how far it is.
LARGE = 50_000
Told = Callable[[int, int], None]


def download(desk: Desk, query: Query, file_format: str, told: Told | None = None) -> Download:
    """The matching scores as a file: "xlsx" (typed, with a sheet on filters, time and sources), "csv" or "parquet".

    told: hears (rows written, rows in all) while a large workbook is written.
    """
    require(desk.actor, Deed.READ)
    require(desk.actor, Deed.DOWNLOAD)
    shown = find(desk, query)
    shown = shown.assign(
        state=shown["state"].map(texts().explore.states),
        how=[how_words(known, unit) for known, unit in zip(shown["known"], shown["unit"], strict=True)],
        source=_in_words(shown["source"]),
        note=_in_words(shown["note"]),
    )
    if file_format != "xlsx":
        mark, columns = mark_of(desk.office.settings), list(_export_columns())
        if mark:
            # Neither has a heading to bear the mark: every line does.
            shown, columns = shown.assign(mark=mark), [*columns, workbooks.ExportColumn("mark", mark)]
        if file_format == "csv":
            data, mime = workbooks.export_csv(shown, columns), CSV
        else:
            data, mime = workbooks.export_parquet(shown, columns), PARQUET
    else:
        data, mime = workbook_of(desk, _table(desk, query, shown), told), XLSX
    return Download(workbooks.download_name("cchc-diem", data, file_format), data, mime, len(shown))


def _in_words(texts_of: pd.Series) -> pd.Series:
    """Sources and notes as this run's language calls them; missing ones stay missing."""
    if language() == OFFICIAL:
        return texts_of
    return texts_of.map({words: named(words) for words in texts_of.dropna().unique()})


def file_of(desk: Desk, query: Query, file_format: str, told: Told | None = None) -> bytes:
    """The bytes of that file."""
    return download(desk, query, file_format, told).data


def _export_columns() -> tuple[workbooks.ExportColumn, ...]:
    t = texts().explore
    heads = (
        ("index_code", t.index),
        ("period", t.period),
        ("entity_id", t.entity_code),
        ("entity", t.entity),
        ("node_code", t.node_code),
        ("node", t.node),
        ("kind", t.score_kind),
        ("value", t.value, "number"),
        ("unit", t.unit),
        ("state", t.state),
        ("max_score", t.max_score, "number"),
        ("published_rank", t.published_rank, "integer"),
        ("rank_out_of", t.rank_out_of, "integer"),
        ("how", texts().published.how_known),
        ("source", t.source),
        ("note", t.note),
    )
    return columns_of(heads)


def _table(desk: Desk, query: Query, shown: pd.DataFrame) -> TableFile:
    t = texts().explore
    sources = tuple(sorted(set(shown["source"].dropna())))
    notes = (t.as_of.format(version=desk.office.version), t.missing_note, t.rank_note)
    filters = filters_in_words(desk, query)
    return TableFile("cchc-diem", t.file_title, shown, _export_columns(), filters, sources, notes)


def _node_words(code: str) -> str:
    return texts().services.total if code == TOTAL else code


def filters_in_words(desk: Desk, query: Query) -> tuple[tuple[str, str], ...]:
    """Each filter by its name and what it lets through."""
    t = texts().explore
    every = t.everything
    return (
        (t.index, ", ".join(query.indices) or every),
        (t.period, ", ".join(map(fmt.period, query.periods)) or every),
        (t.entity, ", ".join(desk.catalogue.name_of(e) for e in query.entities) or every),
        (t.node, ", ".join(_node_words(code) for code in query.nodes) or every),
        (t.score_kind, ", ".join(kind_label(kind) for kind in query.score_kinds) or every),
        (t.state, ", ".join(t.states[state] for state in query.states) or every),
    )

"""What every look at lost points shares: its shape, its subject, its captions."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.lost import LostFilters
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.sentences import Piece, Sentence, origin
from cchc_metrics.views.kit.shapes import TableView
from cchc_metrics.views.kit.table_file import Head

DECIMALS = 2
NAMED = 3
# The least that two decimals can show.
LEAST = 0.005


@dataclass(frozen=True, slots=True)
class Look:
    """One look: its sentence, its picture (None where nothing can be drawn; then ``missing`` says what it takes), the
    table behind it, and the frame of the download with its columns (name, header, kind)."""

    sentence: Sentence
    caption: str
    figure: go.Figure | None
    table: TableView | None
    frame: pd.DataFrame
    columns: tuple[Head, ...]
    note: str = ""
    remarks: tuple[str, ...] = ()
    missing: str = ""


def words_of(desk: Desk, filters: LostFilters) -> dict[str, str]:
    """What captions name: {name} {index} {period} {node}."""
    return {
        "name": desk.catalogue.name_of(filters.entity),
        "index": filters.index,
        "period": fmt.period(filters.period),
        "node": desk.catalogue.node(filters.index, filters.period, filters.parent).label,
    }


def subject(desk: Desk, filters: LostFilters) -> str:
    """ "PAPI 2024 của Quảng Trị (cũ)"; a part by its name first."""
    t, name = texts().why, desk.catalogue.name_of(filters.entity)
    index = f"{filters.index} {fmt.period(filters.period)}"
    if filters.parent == TOTAL:
        return t.subject.format(index=index, name=name)
    node = desk.catalogue.node(filters.index, filters.period, filters.parent).name
    return t.subject_part.format(node=node, index=index, name=name)


def figure_link(filters: LostFilters, text: str, node: str) -> Piece:
    """A figure that leads to its row."""
    return origin(text, filters.index, filters.period, node, filters.entity, score_kind=filters.score_kind)


def titled(desk: Desk, filters: LostFilters, caption: str) -> str:
    """The caption as the title of a picture that leaves the page."""
    return f"{desk.catalogue.name_of(filters.entity)}: {fmt.lower_first(caption)}"


def missing_words(desk: Desk, filters: LostFilters, *, parts: bool) -> str:
    """What it takes to draw a picture. parts: the framework has parts, only their scores are not there."""
    t = texts().lost
    return (t.no_picture_scores if parts else t.no_picture_parts).format(**words_of(desk, filters))

"""Frozen views that services fill and the screen prints: everything in them is already formatted text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cchc_metrics.model import Key


class ColumnKind(StrEnum):
    """How a column is set: words to the left, numbers to the right with figures of equal width."""

    TEXT = "text"
    NUMBER = "number"
    RANK = "rank"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a printed table. ``unit`` stands in small type behind the header.

    wide: sentences, which wrap and are given room · wraps: names, which wrap only where the table would be too wide.
    """

    header: str
    kind: ColumnKind = ColumnKind.TEXT
    unit: str = ""
    wide: bool = False
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class CardLink:
    """A way from a card or a cell to another page: the word (of a cell: on hover), the page's slug, its filters."""

    text: str
    slug: str
    query: Mapping[Key, str] | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a printed table: one text per column. ``notes``: column number -> explanation on hover.

    links: column number -> where the cell leads · aside: a remark between rows; its only cell fills the whole width ·
    outside: column number -> the address of a page on the web ·
    pin: the province or the part that a person may pin here.
    """

    id: str
    cells: tuple[str, ...]
    notes: Mapping[int, str] = field(default_factory=dict)
    total: bool = False
    aside: bool = False
    links: Mapping[int, CardLink] = field(default_factory=dict)
    outside: Mapping[int, str] = field(default_factory=dict)
    pin: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table to print. caption: what it shows, for when, in which unit. highlight: ids of our own rows.

    main: the column that stands beside the name where a phone makes a list of the table; 0 where it stays a table.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    highlight: frozenset[str] = frozenset()
    footnote: str = ""
    main: int = 0


class BadgeKind(StrEnum):
    """Marks with a shape and a word each; colour only repeats what they say."""

    MET = "met"
    ON_TRACK = "on-track"
    SLOW = "slow"
    UNKNOWN = "unknown"
    QUARTILE_1 = "q1"
    QUARTILE_2 = "q2"
    QUARTILE_3 = "q3"
    QUARTILE_4 = "q4"
    SENT = "sent"
    APPROVED = "approved"
    ESTIMATE = "estimate"
    UNCONFIRMED = "unconfirmed"
    COMPUTED = "computed"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Badge:
    """A mark. ``text`` empty: the usual word of its kind. ``help``: a sentence on hover."""

    kind: BadgeKind
    text: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class StatCard:
    """One result in the leaders' grammar.

    hue: the colour of the index · heading: "PAPI 2024" · entity: "Quảng Trị (cũ)" · value "44,7473", unit "điểm" ·
    maximum "/80" or empty · facts: lines such as "14/61 cả nước · tăng 12 bậc" · badges · sparkline: SVG or empty ·
    target: what is known of it, one line · empty: set instead of a value where nothing was published ·
    links: where to read on · origin: where the value leads, None where there is none · fact_links: number of a fact ->
    where it leads · target_link: where the line of the target leads.
    """

    hue: str
    heading: str
    entity: str = ""
    value: str = ""
    unit: str = ""
    maximum: str = ""
    facts: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()
    sparkline: str = ""
    sparkline_alt: str = ""
    target: str = ""
    empty: str = ""
    home: bool = True
    links: tuple[CardLink, ...] = ()
    origin: CardLink | None = None
    fact_links: Mapping[int, CardLink] = field(default_factory=dict)
    target_link: CardLink | None = None


@dataclass(frozen=True, slots=True)
class GapLine:
    """One part of an index against its maximum, the best and the mean around it.

    share, best, mean: places on the scale from 0 to the maximum, 0–1; None where unknown. lost: in words, to the
    right of the name. facts: sentences below the bar.
    """

    name: str
    lost: str = ""
    share: float | None = None
    best: float | None = None
    mean: float | None = None
    facts: tuple[str, ...] = ()
    total: bool = False


@dataclass(frozen=True, slots=True)
class GapList:
    """The gaps of one province on one index; note: what is not known, and why; links: where to read on."""

    hue: str
    heading: str
    entity: str
    lines: tuple[GapLine, ...]
    note: str = ""
    home: bool = True
    links: tuple[CardLink, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Under every picture: where the figures come from, the text they rest on, as of when, and what to mind."""

    sources: tuple[str, ...]
    as_of: str = ""
    legal_basis: str = ""
    note: str = ""
    method_anchor: str = ""

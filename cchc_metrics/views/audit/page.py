"""The page Nhật ký truy cập as data: what happened, searched, and whether the chain is whole."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pandas as pd

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.retelling import retold
from cchc_metrics.schema import KINDS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.happenings import Happening, happenings, problems
from cchc_metrics.views.kit.shapes import Column, Row, TableView
from cchc_metrics.views.kit.table_file import TableFile, columns_of

_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class AuditView:
    """finding: how much there is and whether it is whole · problems: a sentence each · table: None where nothing fits ·
    file: all that fits, to save · acts: code -> its word, of what is there.
    """

    finding: str
    problems: tuple[str, ...]
    table: TableView | None
    file: TableFile
    acts: dict[str, str]


def page(desk: Desk, act: str, words: str) -> AuditView:
    """What fits the search, the newest first. act: a code, empty for all · words: all of which must stand in a line."""
    t, every, wrong = texts().audit, happenings(desk), problems(desk)
    zone = ZoneInfo(desk.office.settings.timezone)
    wanted = words.casefold().split()
    found = [one for one in every if (not act or one.act == act) and all(word in _said(one) for word in wanted)]
    heads = (t.time, t.act, t.who, t.right, t.about, t.words, t.entry)
    cells = [_cells(one, zone) for one in found]
    table = TableView(
        t.caption.format(shown=fmt.integer(min(len(found), _MOST_SHOWN)), count=fmt.integer(len(found))),
        tuple(Column(head, wide=head == t.words, wraps=head == t.about) for head in heads),
        tuple(Row(str(number), row) for number, row in enumerate(cells[:_MOST_SHOWN])),
    )
    finding = t.finding_broken if wrong else t.finding
    return AuditView(
        finding=finding.format(count=fmt.integer(len(every))),
        problems=wrong,
        table=table if cells else None,
        file=TableFile(
            "nhat-ky-truy-cap",
            t.file_title,
            pd.DataFrame(cells, columns=[str(number) for number in range(len(heads))], dtype="str"),
            columns_of([(str(number), head) for number, head in enumerate(heads)]),
            filters=((t.act, t.acts.get(act, t.every_act)), (t.search, words)),
            notes=wrong,
        ),
        acts={code: t.acts.get(code, code) for code in sorted({one.act for one in every})},
    )


def _said(one: Happening) -> str:
    written = (one.who, one.role, one.about, one.text, str(one.seq or ""))
    return " ".join((*written, _who(one), _right(one), _about(one))).casefold()


def _who(one: Happening) -> str:
    """The account; the person at the machine has none."""
    t = texts().audit
    return t.here if one.who == LOCAL_OPERATOR.id else one.who or t.nobody


def _right(one: Happening) -> str:
    return texts().access.roles.get(one.role, one.role)


def _about(one: Happening) -> str:
    return named(KINDS[one.about].title) if one.about in KINDS else one.about


def _cells(one: Happening, zone: ZoneInfo) -> tuple[str, ...]:
    t = texts().audit
    seq = "" if one.seq is None else str(one.seq)
    moment = fmt.moment(one.at.astimezone(zone))
    return (moment, t.acts.get(one.act, one.act), _who(one), _right(one), _about(one), retold(one.text), seq)

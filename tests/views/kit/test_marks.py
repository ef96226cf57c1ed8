"""One mark means one thing."""

from cchc_metrics.labels import texts
from cchc_metrics.labels.texts.board import BoardTexts
from cchc_metrics.views.kit.shapes import BadgeKind
from cchc_metrics.views.reporting.board import MARKS


def test_a_report_on_its_way_bears_no_mark_of_a_quartile() -> None:
    assert not [kind for kind in MARKS.values() if kind.name.startswith("QUARTILE")]
    assert MARKS.keys() and set(MARKS.values()) <= set(BadgeKind)


def test_arrows_up_and_down_tell_of_ranks_alone() -> None:
    board = BoardTexts()
    told = [*board.plan_states.values(), *board.plan_late_states.values(), texts().unit.not_met]
    assert not [words for words in told if words[0] in "▲▼△▽"]
    assert {texts().charts.up[0], texts().charts.down[0]} == {"▲", "▼"}

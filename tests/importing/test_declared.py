"""Files of crosswalks and responsible units: what they must not say."""

from typing import Any

import pytest

from cchc_metrics.importing import Interpretation, interpret
from cchc_metrics.model import Severity
from cchc_metrics.schema import CROSSWALKS, RESPONSIBLE, Kind
from tests.builders import NODES, filled, node, snapshot

_OLD = {"year_from": 2020, "year_to": 2021}
OLD = "1149/QĐ-BNV (2020)"
NEW = "876/QĐ-BNV (2022)"
SNAPSHOT = snapshot(
    nodes=(
        *NODES,
        node("PAR INDEX", OLD, "TOTAL", "Chỉ số", max_score=100.0, **_OLD),
        node("PAR INDEX", OLD, "3", "Thủ tục hành chính", max_score=14.5, **_OLD),
        node("PAR INDEX", OLD, "4", "Bộ máy", max_score=11.0, **_OLD),
    )
)


def read(kind: Kind, *rows: dict[str, Any]) -> Interpretation:
    return interpret(filled(kind, rows), kind, SNAPSHOT)


def codes(result: Interpretation) -> list[str]:
    return [finding.code for finding in result.findings]


def link(before: str, after: str, relation: str = "Đổi điểm tối đa", **parts: Any) -> dict[str, Any]:
    return {
        "Bộ chỉ số": "PAR INDEX",
        "Bộ tiêu chí trước": OLD,
        "Mã tiêu chí trước": before,
        "Bộ tiêu chí sau": NEW,
        "Mã tiêu chí sau": after,
        "Quan hệ": relation,
        **parts,
    }


def test_a_right_crosswalk_is_taken_as_it_stands() -> None:
    rows = [link("3", "3"), link("4", "4", "Tách", **{"Phần chuyển sang": "0,4"})]
    rows += [link("4", "8", "Tách", **{"Phần chuyển sang": "0,6"})]
    result = read(CROSSWALKS, *rows)
    assert codes(result) == []
    assert result.facts["share"].tolist()[1:] == [0.4, 0.6]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (link("3", "3", **{"Bộ tiêu chí sau": "không có"}), "framework_unknown"),
        (link("3", "3", **{"Bộ tiêu chí sau": OLD}), "frameworks_same"),
        (link("9", "3"), "node_not_in_framework"),
        (link("3", "9"), "node_not_in_framework"),
        (link("3", "3", **{"Phần chuyển sang": 0}), "share_out_of_range"),
        (link("3", "3", **{"Phần chuyển sang": -0.5}), "share_out_of_range"),
        (link("-", "-", "Mới"), "nowhere_both"),
        (link("3", "3", "Mới"), "nowhere_relation"),
        (link("3", "3", "Bỏ"), "nowhere_relation"),
        (link("-", "3", "Giữ nguyên"), "nowhere_relation"),
        (link("3", "-", "Gộp"), "nowhere_relation"),
        (link("3", "3", **{"Bộ chỉ số": "ABC"}), "index_unknown"),
        (link("3", "3", "lạ"), "choice_unknown"),
    ],
)
def test_what_cannot_be_a_crosswalk_is_an_error(row: dict[str, Any], code: str) -> None:
    assert codes(read(CROSSWALKS, row)) == [code]


def test_the_shares_of_a_split_make_up_the_whole() -> None:
    rows = [link("4", code, "Tách", **{"Phần chuyển sang": share}) for code, share in (("4", 0.4), ("8", 0.5))]
    (found,) = read(CROSSWALKS, *rows).findings
    assert (found.code, found.count) == ("shares_differ", 2)
    assert "0,9" in found.message
    assert codes(read(CROSSWALKS, link("3", "3", **{"Phần chuyển sang": 1.2}))) == [
        "share_out_of_range",
        "shares_differ",
    ]


def test_a_split_may_drop_a_share() -> None:
    rows = [link("4", "4", "Tách", **{"Phần chuyển sang": 0.7}), link("4", "-", "Tách", **{"Phần chuyển sang": 0.3})]
    assert codes(read(CROSSWALKS, *rows)) == []


def test_a_criterion_is_not_both_continued_and_new() -> None:
    assert codes(read(CROSSWALKS, link("3", "3"), link("-", "3", "Mới"))) == ["crosswalk_twice"]


def test_unchanged_between_two_maxima_is_pointed_out() -> None:
    (found,) = read(CROSSWALKS, link("3", "3", "Giữ nguyên")).findings
    assert (found.code, found.severity) == ("maxima_differ", Severity.WARNING)
    assert "14,5 thành 13" in found.message


def duty(code: str, year: Any = 2026) -> dict[str, Any]:
    return {"Bộ chỉ số": "PAPI", "Mã tiêu chí": code, "Áp dụng từ năm": year, "Đơn vị phụ trách": "Trung tâm A"}


def test_a_responsible_unit_names_a_criterion_that_exists() -> None:
    assert codes(read(RESPONSIBLE, duty("D5"))) == []
    (found,) = read(RESPONSIBLE, duty("D9")).findings
    assert found.code == "node_unknown" and "D9" in found.message and "PAPI" in found.message
    assert codes(read(RESPONSIBLE, duty("d5"))) == ["spelling_differs"]
    for year, said in ((1944, 1), (1945, 0), (2099, 0), (2100, 1)):
        assert codes(read(RESPONSIBLE, duty("D5", year))) == ["year_out_of_range"] * said

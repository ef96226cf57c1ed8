"""Steps that the scores give reason to doubt, on the shipped facts; what people declare goes before them."""

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.suspects import LIMITS
from cchc_metrics.metrics.trend import broken_steps
from cchc_metrics.schema import BREAKS
from cchc_metrics.services.indices.declaring import BREAK, CONTINUOUS, Step, declare
from cchc_metrics.services.indices.standing import comparability
from cchc_metrics.services.indices.why import Case, why
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.kit.sentences import plain
from cchc_metrics.views.why.words import value_sentence

YEARS = [str(year) for year in range(2011, 2025)]
# What an independent audit named: criterion, later year, and words of the evidence.
AUDITED = [
    ("D7", "2019", "63/63 tỉnh cùng giảm"),
    ("S71", "2019", "khoảng điểm hai năm không giao nhau"),
    ("D6", "2021", "59/60 tỉnh cùng tăng"),
    ("S64", "2021", "60/60 tỉnh cùng tăng"),
    ("D1", "2016", "soát số liệu độc lập"),
    ("D5", "2016", "soát số liệu độc lập"),
    ("D8", "2019", "nội dung mới S83"),
    ("D2", "2018", "nội dung mới S21"),
    ("D3", "2018", "nội dung bỏ S3_PIB"),
    ("S11", "2019", "63/63 tỉnh cùng giảm"),
    ("S11", "2022", "60/60 tỉnh cùng tăng"),
    ("S64", "2018", "63/63 tỉnh cùng giảm"),
    ("TOTAL", "2021", "D3, D4, D5 và D6 không so sánh được"),
    ("TOTAL", "2019", "D7 và D8 không so sánh được"),
    ("TOTAL", "2016", "D1, D3 và D5 không so sánh được"),
]


@pytest.mark.parametrize(("node", "after", "evidence"), AUDITED)
def test_a_step_that_an_audit_doubted_is_suspect_and_says_why(
    shipped: Desk, node: str, after: str, evidence: str
) -> None:
    before = str(int(after) - 1)
    broken, reason, ranks_compare = comparability(shipped.catalogue, "PAPI", node, before, after)
    assert (broken, ranks_compare) == (True, False)
    assert reason.startswith("có thể do đổi cách đo: ")
    assert evidence in reason


def test_a_total_is_never_joined_where_one_of_its_parts_is_not(shipped: Desk) -> None:
    nodes, known = shipped.catalogue.frameworks, shipped.catalogue.breaks
    parts = [f"D{number}" for number in range(1, 9)]
    broken = broken_steps(nodes, known, "PAPI", ["TOTAL", *parts], YEARS)
    of_parts = {step for code in parts for step in broken[code] if not (code in ("D7", "D8") and step[1] <= "2017")}
    assert {step for step in of_parts if step[1] <= "2024"} <= broken["TOTAL"]


def test_the_last_years_stay_comparable(shipped: Desk) -> None:
    """No suspicion falls on 2022→2024: doubt is told where the scores give reason, not everywhere."""
    known = shipped.catalogue.breaks
    suspect = known[(known["break_kind"] == "suspect") & (known["period_after"] > "2022")]
    assert suspect.empty


def test_every_shipped_declaration_says_who_says_so(shipped: Desk) -> None:
    declared = shipped.facts(BREAKS)
    assert declared["said_by"].isin(["publisher", "evidence", "product"]).all()
    continuous = declared[(declared["break_kind"] == "continuous") & (declared["index_code"] == "PAPI")]
    assert set(continuous["said_by"]) == {"product"}
    assert continuous["source"].isna().all()


def test_no_cause_is_told_across_a_suspect_step(shipped: Desk) -> None:
    """Huế +3,53 with «cung ứng dịch vụ công +1,14» was a story of another measurement."""
    found = why(shipped, WhyQuestion("PAPI", "P63-46", "2020", "2021"))
    assert (found.case, found.delta, found.ranks) == (Case.BROKEN, None, None)
    told = plain(value_sentence(shipped, found))
    assert "Cung ứng dịch vụ công" not in told
    assert "có thể do đổi cách đo" in told


def test_a_person_declares_continuity_with_a_reason_and_the_change_is_told(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    step = Step("PAPI", "D6", "2020", "2021")
    assert declare(desk, step, CONTINUOUS, "  ").problem
    done = declare(desk, step, CONTINUOUS, "Cơ quan công bố trả lời bằng văn bản: cách đo không đổi")
    assert done.entry is not None
    assert "D6 2020–2021" in done.entry.note
    after = Desk.at(stocked, LOCAL_OPERATOR)
    assert not comparability(after.catalogue, "PAPI", "D6", "2020", "2021")[0]
    assert "D6" not in comparability(after.catalogue, "PAPI", "TOTAL", "2020", "2021")[1]
    row = after.facts(BREAKS, {"node_code": ["D6"]}).iloc[0]
    assert (row["break_kind"], row["said_by"]) == ("continuous", "office")


def test_a_person_declares_a_break_in_the_place_of_a_suspicion(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert declare(desk, Step("PAPI", "S11", "2021", "2022"), BREAK, "Đổi câu hỏi D101").entry is not None
    known = Desk.at(stocked, LOCAL_OPERATOR).catalogue.breaks
    rows = known[(known["node_code"] == "S11") & (known["period_after"] == "2022")]
    assert rows[["break_kind", "reason"]].to_numpy().tolist() == [["break", "Đổi câu hỏi D101"]]


def test_a_step_that_nobody_doubts_cannot_be_declared_by_the_form(stocked: Office) -> None:
    with pytest.raises(UnknownNameError):
        declare(Desk.at(stocked, LOCAL_OPERATOR), Step("PAPI", "D1", "2023", "2024"), BREAK, "thử")


def test_a_step_is_named_once(shipped: Desk) -> None:
    assert not shipped.catalogue.breaks.duplicated(list(BREAKS.grain_names)).any()


def test_the_method_page_states_the_limits_that_are_used() -> None:
    words = " ".join(texts().method.breaks.paragraphs)
    for limit in (LIMITS.share * 100, LIMITS.least * 100):
        assert f"{fmt.plain(limit)}%" in words
    assert f"ít nhất {fmt.plain(LIMITS.drop)} và {fmt.plain(LIMITS.z)} sai số chuẩn" in words

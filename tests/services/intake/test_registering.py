"""What a refusal leads on to: the kinds that a file may be read as, and registering a unit that no list knows."""

from dataclasses import replace

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError, NotAllowedError
from cchc_metrics.model import Actor
from cchc_metrics.schema import ENTITIES, SCORES
from cchc_metrics.services.intake import intake
from cchc_metrics.services.intake.registering import register, unknown_units
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing

FILE = "Tỉnh,D1,D5\nHuế,5,6\nHà Nội,5.5,6\nVùng Duyên hải Mới,5.2,6.1\n".encode()


def test_a_file_that_nobody_recognises_offers_the_kinds_it_may_be(stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "ghi-chep.csv", "Việc,Người,Hạn\nHọp,An,2\n".encode())
    (question,) = plan.questions
    assert plan.rejected and question.about == "kind"
    assert {"scores", "frameworks", "targets", "entities"} <= set(question.choices)


def test_a_unit_that_no_list_knows_is_registered_and_the_file_read_again(stocked: Office) -> None:
    plan = intake.plan(stocked, LOCAL_OPERATOR, "PAPI 2023.csv", FILE, SCORES.name)
    assert unknown_units(plan) == ("Vùng Duyên hải Mới",)
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    entry = register(desk, "Vùng Duyên hải Mới", "Vùng", "", "PAPI 2023.csv")
    again = intake.plan(stocked, LOCAL_OPERATOR, "PAPI 2023.csv", FILE, SCORES.name)
    assert unknown_units(again) == () and not [one for one in again.findings if one.code == "entity_unknown"]
    after = Desk.at(stocked, LOCAL_OPERATOR)
    row = after.facts(ENTITIES)
    row = row[row["name"] == "Vùng Duyên hải Mới"].iloc[0]
    assert row["entity_type"] == "region" and "PAPI 2023.csv" in row["source"]
    storing.undo(stocked, LOCAL_OPERATOR, entry.seq, "nhầm")
    last = intake.plan(stocked, LOCAL_OPERATOR, "PAPI 2023.csv", FILE, SCORES.name)
    assert unknown_units(last) == ("Vùng Duyên hải Mới",)


def test_a_province_is_registered_on_its_base_and_a_known_name_is_not(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    register(desk, "Tỉnh Thử", "Tỉnh, thành phố", "34", "a.csv")
    found = Desk.at(stocked, LOCAL_OPERATOR).facts(ENTITIES)
    assert found.loc[found["name"] == "Tỉnh Thử", "era"].tolist() == ["34"]
    with pytest.raises(CchcError):
        register(Desk.at(stocked, LOCAL_OPERATOR), "Hà Nội", "Tỉnh, thành phố", "34", "a.csv")


def test_registering_is_for_those_who_may_edit(stocked: Office) -> None:
    desk = replace(Desk.at(stocked, LOCAL_OPERATOR), actor=Actor("khach", "Khách", "guest"))
    with pytest.raises(NotAllowedError):
        register(desk, "Vùng Lạ", "Vùng", "", "a.csv")

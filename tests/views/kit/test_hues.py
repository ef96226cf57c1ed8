"""The colour of an index: declared, spare, and never a code change."""

import re

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import FRAMEWORKS, INDICES
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.kit.hues import hue
from tests.files import csv_of


def added(office: Office, *codes: str) -> Desk:
    """The shipped office with further indices, as an upload of their frameworks adds them."""
    rows = [
        {
            "Bộ chỉ số": code,
            "Bộ tiêu chí": f"{code} thử",
            "Mã tiêu chí": "TOTAL",
            "Tên tiêu chí": code,
            "Đơn vị tính": "điểm",
        }
        for code in codes
    ]
    plan = intake.plan(office, LOCAL_OPERATOR, "bo-tieu-chi.csv", csv_of(rows, FRAMEWORKS), "frameworks")
    storing.commit(office, LOCAL_OPERATOR, plan, "thêm bộ chỉ số")
    return Desk.at(office, LOCAL_OPERATOR)


def test_the_three_have_the_colours_that_the_register_declares(shipped: Desk) -> None:
    assert [hue(shipped, code) for code in ("PAR INDEX", "SIPAS", "PAPI")] == ["#1b4d8c", "#0b7068", "#6a489f"]


def test_indices_added_by_upload_get_colours_of_their_own(stocked: Office) -> None:
    desk = added(stocked, "PCI", "DTI")
    hues = {code: hue(desk, code) for code in desk.catalogue.indices()}
    assert len(set(hues.values())) == 5
    assert desk.catalogue.indices() == ("PAR INDEX", "SIPAS", "PAPI", "DTI", "PCI")


def test_a_colour_is_declared_by_upload(stocked: Office) -> None:
    added(stocked, "PCI")
    rows = [{"Bộ chỉ số": "PCI", "Thứ tự": "1", "Màu": "#225577"}]
    plan = intake.plan(stocked, LOCAL_OPERATOR, "chi-so.csv", csv_of(rows, INDICES), "indices")
    storing.commit(stocked, LOCAL_OPERATOR, plan, "màu của PCI")
    assert hue(Desk.at(stocked, LOCAL_OPERATOR), "PCI") == "#225577"


def test_what_is_no_colour_is_refused_with_the_cell(stocked: Office) -> None:
    rows = [{"Bộ chỉ số": "PAPI", "Thứ tự": "1", "Màu": "red;background:url(//x)"}]
    plan = intake.plan(stocked, LOCAL_OPERATOR, "chi-so.csv", csv_of(rows, INDICES), "indices")
    assert plan.rejected
    assert [finding.code for finding in plan.findings] == ["color_unreadable"]
    assert re.search("#RRGGBB", plan.findings[0].message)

"""Targets typed on the screen."""

from dataclasses import replace

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.access.people import Actor, Role
from cchc_metrics.errors import NotAllowedError, UnknownNameError
from cchc_metrics.schema import TARGETS
from cchc_metrics.services.indices.targets import Saved, TargetForm, TargetKey, remove, save, targets
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.targets import offered, page

KEY = TargetKey("P34-44", "PAPI", "TOTAL", "2026", "value")
FORM = TargetForm(KEY, "45,5", "Kế hoạch 12/KH-UBND ngày 05/01/2026", note="giao đầu năm")


@pytest.fixture
def desk(stocked: Office) -> Desk:
    return Desk.at(stocked, LOCAL_OPERATOR)


def test_a_typed_target_is_stored_as_a_row_of_the_template_would_be(desk: Desk) -> None:
    entry = save(desk, FORM).entry
    assert entry is not None
    (row,) = targets(desk).to_dict("records")
    assert (row["value"], row["legal_basis"], row["note"]) == (45.5, FORM.legal_basis, "giao đầu năm")
    assert row["seq_from"] == entry.seq


def test_saving_the_same_again_changes_nothing(desk: Desk) -> None:
    save(desk, FORM)
    version = desk.office.version
    assert save(desk, FORM) == Saved(None)
    assert desk.office.version == version


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (replace(FORM, value="80,5"), "vượt mức cao nhất có thể là 80"),
        (replace(FORM, value="-1"), "không thể là số âm"),
        (replace(FORM, value="nhiều"), "Không đọc được số"),
        (replace(FORM, value=""), "đang trống"),
        (replace(FORM, legal_basis="  "), "Ghi căn cứ pháp lý"),
        (replace(FORM, key=replace(KEY, target_kind="rank"), value="35"), "vượt số đơn vị"),
        (replace(FORM, key=replace(KEY, target_kind="rank"), value="3,5"), "số nguyên"),
        (replace(FORM, key=replace(KEY, entity_id="P63-45")), "không tồn tại ở kỳ"),
    ],
)
def test_a_wrong_target_is_refused_with_the_reason(desk: Desk, form: TargetForm, sentence: str) -> None:
    version = desk.office.version
    saved = save(desk, form)
    assert saved.entry is None
    assert any(sentence in problem for problem in saved.problems), saved.problems
    assert desk.office.version == version


def test_a_rank_target_stands_beside_the_score_target(desk: Desk) -> None:
    save(desk, FORM)
    save(desk, replace(FORM, key=replace(KEY, target_kind="rank"), value="10"))
    view = page(desk, "P34-44")
    assert view.table is not None
    assert {row.cells[3] for row in view.table.rows} == {"45,5/80 điểm", "từ hạng 10 trở lên"}
    assert {form.value for form in view.forms.values()} == {"45,5", "10"}


@pytest.mark.parametrize(
    ("kind", "typed", "shown", "status"),
    [
        ("value", "trên 40", "trên 40/80 điểm", "đạt: 44,75 điểm"),
        ("value", "≥ 50", "từ 50/80 điểm trở lên", "chưa đạt: 44,75 điểm"),
        ("rank", "Top 20", "từ hạng 20 trở lên", "đạt: hạng 14"),
        ("group", "nhóm cao nhất", "nhóm cao nhất", "đạt: nhóm cao nhất"),
        ("rank_change", "tăng 5 bậc so với 2023", "tăng 5 bậc so với 2023", "đạt: +12 bậc"),
        ("change", "tăng 9 điểm so với 2023", "tăng 9,00 điểm so với 2023", "chưa đạt: +1,98 điểm"),
    ],
)
def test_each_sort_of_target_is_worded_and_has_its_own_status(
    desk: Desk, kind: str, typed: str, shown: str, status: str
) -> None:
    key = TargetKey("P63-45", "PAPI", "TOTAL", "2024", kind)
    assert save(desk, replace(FORM, key=key, value=typed)).problems == ()
    view = page(Desk.at(desk.office, LOCAL_OPERATOR), "P63-45")
    assert view.table is not None
    (row,) = view.table.rows
    assert row.cells[3:5] == (shown, status)
    (form,) = view.forms.values()
    assert form.value == typed


def test_removing_a_target_keeps_its_history_and_can_be_undone(desk: Desk) -> None:
    save(desk, FORM)
    gone = remove(desk, KEY, "nhập nhầm")
    assert targets(desk).empty
    storing.undo(desk.office, LOCAL_OPERATOR, gone.seq, "nhầm nữa")
    assert list(targets(desk)["value"]) == [45.5]


def test_removing_what_is_not_there_says_so(desk: Desk) -> None:
    with pytest.raises(UnknownNameError, match="không còn áp dụng"):
        remove(desk, KEY, "x")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SPECIALIST}))
def test_who_may_not_edit_may_not_set_targets(desk: Desk, role: Role) -> None:
    with pytest.raises(NotAllowedError):
        save(replace(desk, actor=Actor("x", "Người xem", role)), FORM)
    assert desk.office.store.count(TARGETS) == 0


def test_parts_are_offered_with_their_maximum_in_the_year_s_framework(shipped: Desk) -> None:
    found = offered(shipped, ("PAR INDEX", "2023"))
    assert found.nodes["TOTAL"] == "Tổng điểm (tối đa 100%)"
    assert "tối đa 13 điểm" in found.nodes["3"]
    assert offered(shipped, ("SIPAS", "2027")).nodes == {}

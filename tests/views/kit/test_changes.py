"""Changes in words: before they are stored, and afterwards in the history."""

from cchc_metrics.access import LOCAL_OPERATOR, SYSTEM
from cchc_metrics.model import ImportPlan
from cchc_metrics.schema import FRAMEWORKS, SCORES
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.kit.changes import SHOWN, change_table, changes_of_plan
from cchc_metrics.views.upload import Tab, entry_view, history, preview, verdict
from tests.files import QUANG_TRI_PAPI, csv_of

D1 = {**QUANG_TRI_PAPI, "Mã tiêu chí": "D1", "Tên tiêu chí": None}
NEW = {**QUANG_TRI_PAPI, "Bộ chỉ số": "PAR INDEX", "Điểm": "88,2", "Nguồn": None}
WITHDRAWN = {**QUANG_TRI_PAPI, "Điểm": "không công bố"}


def plan_of(desk: Desk, *rows: dict[str, object]) -> ImportPlan:
    return intake.plan(desk.office, LOCAL_OPERATOR, "thu.csv", csv_of(rows))


def cells(desk: Desk, plan: ImportPlan, words: str = "") -> list[dict[str, str]]:
    view = change_table(desk.catalogue, SCORES, changes_of_plan(plan), words)
    headers = [column.header for column in view.columns]
    return [dict(zip(headers, row.cells, strict=True)) for row in view.rows]


def test_a_changed_score_shows_old_new_and_difference(shipped: Desk) -> None:
    (row,) = cells(shipped, plan_of(shipped, {**QUANG_TRI_PAPI, "Điểm": "44,5"}))
    assert (row["Cũ"], row["Mới"], row["Chênh lệch"]) == ("44,747268", "44,5", "−0,247268")
    assert (row["Tên đơn vị"], row["Kỳ"], row["Tên tiêu chí"]) == ("Quảng Trị (cũ)", "2024", "Tổng điểm")


def test_a_score_that_is_withdrawn_becomes_words_and_has_no_difference(shipped: Desk) -> None:
    (row,) = cells(shipped, plan_of(shipped, WITHDRAWN))
    assert (row["Cũ"], row["Mới"], row["Chênh lệch"]) == ("44,747268", "chưa có số liệu", "")


def test_an_added_score_has_no_old_value(shipped: Desk) -> None:
    (row,) = cells(shipped, plan_of(shipped, NEW))
    assert (row["Cũ"], row["Mới"], row["Chênh lệch"]) == ("", "88,2", "")


def test_changes_are_found_by_words_without_accents(shipped: Desk) -> None:
    plan = plan_of(shipped, {**QUANG_TRI_PAPI, "Điểm": 44}, {**D1, "Điểm": 5}, NEW)
    assert len(cells(shipped, plan, "quang tri 2024")) == 3
    assert len(cells(shipped, plan, "tham gia")) == 1
    assert len(cells(shipped, plan, "hà nội")) == 0


def test_each_fate_of_a_fact_is_counted_and_the_changed_come_first(shipped: Desk) -> None:
    plan = plan_of(shipped, {**QUANG_TRI_PAPI, "Điểm": 44}, NEW)
    said = verdict(shipped, plan)
    assert (said.tabs[Tab.ADDED], said.tabs[Tab.CHANGED], said.tabs[Tab.UNCHANGED]) == (
        *("Thêm mới 1", "Thay đổi 1", "Giữ nguyên 0"),
    )
    assert said.first_tab is Tab.CHANGED
    assert said.can_confirm


def test_facts_that_the_file_lacks_are_listed_with_their_value(shipped: Desk) -> None:
    view = preview(shipped, plan_of(shipped, {**QUANG_TRI_PAPI, "Điểm": 44}), Tab.MISSING, "vinh long tong diem")
    assert "Vẫn giữ nguyên, không bị xoá" in view.lead
    assert view.table is not None
    assert len(view.table.rows) == 0
    view = preview(shipped, plan_of(shipped, {**QUANG_TRI_PAPI, "Điểm": 44}), Tab.MISSING, "vinh long D1")
    assert view.table is not None
    assert view.table.rows[0].cells[0] == "Vĩnh Long"


def test_a_long_list_shows_the_first_of_it_and_says_of_how_many(shipped: Desk) -> None:
    entry = next(e for e in shipped.office.store.entries() if e.kind == FRAMEWORKS.name)
    view = entry_view(shipped, entry.seq)
    assert view.table is not None
    assert len(view.table.rows) == SHOWN
    assert f"trong {entry.counts.added}" in view.table.caption


def test_history_names_what_was_taken_back_and_by_what(stocked: Office) -> None:
    office = stocked
    desk = Desk.at(office, LOCAL_OPERATOR)
    stored = storing.commit(office, LOCAL_OPERATOR, plan_of(desk, {**QUANG_TRI_PAPI, "Điểm": 44}), "một").entry
    assert stored is not None
    undone = storing.undo(office, LOCAL_OPERATOR, stored.seq, "hai")
    desk = Desk.at(office, LOCAL_OPERATOR)
    people = history(desk).people
    assert people is not None
    newest, oldest = people.rows[0].cells, people.rows[1].cells
    assert newest[1] == f"Hoàn tác lượt {stored.seq}"
    assert newest[4] == "trả lại 1"
    assert oldest[5] == f"đã hoàn tác ở lượt {undone.seq}"
    assert "đã được hoàn tác" in entry_view(desk, stored.seq).cannot_undo


def test_shipped_entries_cannot_be_undone_on_screen(shipped: Desk) -> None:
    entry = shipped.office.store.entries()[0]
    assert entry.actor == SYSTEM
    assert "nạp tệp đính chính" in entry_view(shipped, entry.seq).cannot_undo

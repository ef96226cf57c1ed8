"""Page Tình trạng hệ thống."""

import html
from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from cchc_metrics import RELEASED, __version__
from cchc_metrics.access import LOCAL_OPERATOR, SYSTEM
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.keeping import access_of
from cchc_metrics.config import load_settings
from cchc_metrics.errors import NotAllowedError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor
from cchc_metrics.services.office.backups import back_up, state
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.places import without_places
from cchc_metrics.storage import Store
from cchc_metrics.storage.aside import Reason
from cchc_metrics.views.health.page import SETTINGS, limits_view, older, verified
from cchc_metrics.views.health.page import page as health_page
from cchc_metrics.views.kit.sizes import size_in_words
from cchc_metrics.workbooks import LimitState
from tests.pages.conftest import OpenPage, shown
from tests.storage.builders import ACTOR, plan_of, put, score

SAID = texts().health


def press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click()
    return page.run()


def test_an_empty_store_is_told_so_and_the_limits_stand_there(open_page: OpenPage, empty_office: Office) -> None:
    text = shown(open_page(empty_office, "tinh-trang"))
    assert "Kho dữ liệu chưa có lượt ghi nào." in text
    assert SAID.at_start_fine in text
    assert "CCHC_MAX_FILE_MB" in text and "20 MB" in text and "200.000 dòng" in text


def test_version_last_entry_and_sizes_are_those_of_the_store(open_page: OpenPage, shipped_office: Office) -> None:
    newest = shipped_office.store.entries()[0]
    text = shown(open_page(shipped_office, "tinh-trang"))
    assert f"phiên bản {newest.seq};" in text
    assert newest.file_name in text and newest.actor.name in text
    assert size_in_words(shipped_office.settings.journal.stat().st_size) in text


def test_the_version_that_runs_is_named_with_its_day(open_page: OpenPage, empty_office: Office) -> None:
    text = shown(open_page(empty_office, "tinh-trang"))
    assert __version__ in text
    assert SAID.released.format(day=fmt.day(date.fromisoformat(RELEASED))) in text


def test_a_full_check_says_what_it_found_and_stays_on_the_page(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tinh-trang")
    assert "không phát hiện sai lệch" not in shown(page)
    page = press(page, SAID.verify)
    assert not page.exception
    assert f"không phát hiện sai lệch. {shipped_office.version} lượt ghi" in shown(page)
    assert "không phát hiện sai lệch" in shown(page.run())


def test_damage_in_the_archive_is_listed(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    change_set = next(stocked.settings.archive.rglob("*.parquet"))
    change_set.write_bytes(b"x")
    view = verified(desk)
    assert not view.good and view.problems is not None
    assert f"phát hiện {len(view.problems.rows)} sai lệch" in view.sentence


def test_a_check_before_the_newest_entry_is_said_to_be_older(shipped: Desk) -> None:
    view = verified(shipped)
    assert older(shipped, view) == ""
    assert "phiên bản 3" in older(shipped, type(view)(view.sentence, good=True, version=3))


def test_a_personal_value_is_looked_for_and_taken_out_of_history(open_page: OpenPage, empty_office: Office) -> None:
    said, store = texts().redaction, empty_office.store
    put(store, score("P63-45", 42.5, note="CCCD 045.099.001.234"))
    back_up(empty_office, LOCAL_OPERATOR, prove=False)
    put(store, score("P63-44", 912345678.0))
    page = open_page(empty_office, "tinh-trang")
    page.text_input(key="che-chu").set_value("045 099 001 234")
    page = press(page, said.look)
    text = shown(page)
    backup = state(empty_office.settings).newest
    assert backup is not None
    assert said.found.format(cells=1, entries=1, files=1) in text
    assert said.file_goes in text
    assert said.backups_too.format(names=backup.path.name) in text
    page = press(page, said.do)
    assert said.not_understood in shown(page) and said.needs_reason in shown(page)
    assert 'data-field="st-key-che-ly-do"' in shown(page) and 'data-field="st-key-che-hieu"' in shown(page)
    page.text_input(key="che-ly-do").set_value("người dân yêu cầu")
    page.checkbox(key="che-hieu").check()
    page = press(page, said.do)
    assert said.done.format(seq=4, cells=1, entries=1, backups=said.backups) in shown(page)
    assert store.found_text("045099001234").nothing
    assert not [field for field in page.text_input if "045" in str(field.value)]
    left = said.old_backups.format(count=1, seq=4, names=backup.path.name)
    assert left in shown(page)
    backup.path.unlink()
    assert left not in shown(page.run())


def test_a_number_in_a_column_of_numbers_a_file_nobody_can_read_and_the_access_log_are_told(
    open_page: OpenPage, empty_office: Office
) -> None:
    said, store = texts().redaction, empty_office.store
    store.commit(plan_of(store, [score("P63-44", 912345678.0)], original=b"%PDF-1.7"), ACTOR, "")
    store.commit(plan_of(store, [score("P63-45", 4.0)], original=b"%PDF-1.6"), ACTOR, "")
    access_of(empty_office.settings).audit.record(Kept.DOWNLOAD, LOCAL_OPERATOR, about="bang 0912-345-678.xlsx")
    page = open_page(empty_office, "tinh-trang")
    page.text_input(key="che-chu").set_value("+84 912 345 678")
    text = shown(press(page, said.look))
    assert "Điểm" in text and said.found.format(cells=1, entries=1, files=1) in text
    assert html.escape(said.file_unread.format(seq=2)) in text
    assert said.audit.format(numbers=1) in text


def test_backups_are_made_and_told_with_their_trial(open_page: OpenPage, empty_office: Office) -> None:
    said = texts().backup
    put(empty_office.store, score("P63-45", 42.5))
    page = open_page(empty_office, "tinh-trang")
    assert said.none in shown(page) and said.drill_none in shown(page)
    page = press(page, said.do)
    told = [(one.act, one.account) for one in access_of(empty_office.settings).audit.lines()]
    assert told == [(Kept.BACKUP, LOCAL_OPERATOR.id), (Kept.DRILL, LOCAL_OPERATOR.id)]
    assert "khôi phục thử thành công" in shown(page)
    assert "khôi phục được cchc-" in shown(page.run())


def test_a_store_that_is_read_only_says_why_first(
    open_page: OpenPage, empty_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "read_only_reason", property(lambda _: "Ổ đĩa đầy."))
    page = open_page(empty_office, "tinh-trang")
    assert SAID.read_only.format(reason="Ổ đĩa đầy.") in shown(page)


def test_what_the_store_repaired_at_start_is_told(empty_office: Office) -> None:
    empty_office.store.parts.repairs.append("Đã bỏ dòng nhật ký dở dang.")
    desk = Desk.at(empty_office, LOCAL_OPERATOR)
    assert "Đã bỏ dòng nhật ký dở dang." in health_page(desk, limits_view(desk)).warnings[0]


def test_a_damaged_database_and_a_missing_original_are_told_with_what_was_put_aside(
    open_page: OpenPage, stocked: Office
) -> None:
    settings = stocked.settings
    stocked.close()
    settings.database.write_bytes(b"rubbish" * 5000)
    next((settings.archive / "originals").iterdir()).unlink()
    again = Office.open(settings)
    again.ready.set()
    assert SAID.looked_over_not_yet in shown(open_page(again, "tinh-trang"))
    again.watch.start()
    again.watch.wait()
    said = shown(open_page(again, "tinh-trang"))
    assert "thiếu tệp gốc" in said
    assert SAID.aside_title in said
    assert "cchc.duckdb" in said
    assert SAID.aside_reasons["damaged"] in said
    again.close()


def test_every_reason_for_putting_aside_has_its_words() -> None:
    assert set(SAID.aside_reasons) == set(Reason)


def test_a_limit_that_is_off_is_named_with_its_reason(shipped: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    states = (LimitState("seconds", 60, on=True), LimitState("memory_mb", None, on=False, reason="system"))
    monkeypatch.setattr("cchc_metrics.workbooks.limits_in_force", lambda _: states)
    view = limits_view(shipped)
    assert "bộ nhớ của tiến trình đọc" in view.sentence
    assert view.limits.caption == "Giới hạn đang áp dụng: 1/2"
    assert view.limits.rows[1].cells[2].startswith(SAID.off)


def test_every_limit_has_its_words_and_its_setting_really_sets_it(shipped: Desk) -> None:
    shown_limits = {row.id for row in limits_view(shipped).limits.rows}
    assert shown_limits == set(SAID.limit_names) == set(SAID.limit_values)
    for name, variable in SETTINGS.items():
        changed = load_settings({variable: "7"}).reader
        assert getattr(changed, name.removeprefix("cpu_")) == 7, name


@pytest.mark.parametrize("role", ["leader", "specialist", "admin"])
def test_folders_sizes_and_libraries_are_told_to_whoever_keeps_the_machine_alone(
    shipped_office: Office, monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    office = replace(shipped_office, settings=replace(shipped_office.settings, login="accounts"))
    folder = str(office.settings.data_dir)
    reason = texts().errors.folder_unusable.format(folder=folder)
    monkeypatch.setattr(Store, "read_only_reason", property(lambda _: reason))
    desk = Desk.at(office, Actor("lan", "Lan", role))
    told = repr(health_page(desk, limits_view(desk)))
    knows = role == "admin"
    assert (folder in told, SAID.free in told, "duckdb" in told, SAID.folder in told) == (knows,) * 4
    assert "Không dùng được thư mục dữ liệu" in told and __version__ in told
    assert without_places(office.settings, None, reason).count("trên máy chủ") == 1
    assert without_places(shipped_office.settings, None, reason) == reason


def test_nobody_without_the_right_runs_a_check(shipped_office: Office) -> None:
    desk = Desk.at(shipped_office, SYSTEM)
    assert not health_page(desk, limits_view(desk)).may_verify
    with pytest.raises(NotAllowedError):
        verified(desk)


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 KB"), (1, "1 KB"), (1536, "2 KB"), (1_500_000, "1,4 MB"), (3 << 30, "3,0 GB")]
)
def test_sizes_are_told_in_a_unit_that_fits(size: int, words: str) -> None:
    assert size_in_words(size) == words

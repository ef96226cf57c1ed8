"""A day of an office with accounts: seven people, each at a browser of their own; the log tells all of it."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR, Held, Role
from cchc_metrics.access.keeping import Access, access_of, let_go
from cchc_metrics.access.people import LINK
from cchc_metrics.config import PROJECT
from cchc_metrics.labels import texts
from cchc_metrics.services.office.backups import back_up
from cchc_metrics.services.office.office import Office
from tests.access.people import GOOD
from tests.browser.conftest import PATIENCE, NewVisit, Visit
from tests.browser.serving import started as server
from tests.browser.test_quarter_walk import Quarter, await_words, fill, open_unit, press, put, send, started
from tests.browser.test_upload import RANKING, upload
from tests.conftest import settings_at

pytestmark = [pytest.mark.browser, pytest.mark.walk]

OFFICE = {"CCHC_LOGIN": "accounts", "CCHC_KEY_FILE": ""}
PEOPLE = {
    "truong.tcd": (Role.HEAD, "TCD"),
    "hc.tc": (Role.APPROVER, ""),
    "lanh.dao": (Role.LEADER, ""),
    "phan.tich": (Role.SPECIALIST, ""),
    "quan.tri": (Role.ADMIN, ""),
    "tin.hoc": (Role.UNIT, "TIN-HOC"),
}


def make_people(access: Access) -> None:
    for account, (role, unit) in PEOPLE.items():
        code = access.accounts.add(LOCAL_OPERATOR, account, account)
        access.accounts.give(LOCAL_OPERATOR, account, role, unit)
        access.signing_in.change_password(account, code, GOOD)


def sign_in(visit: Visit, address: str, account: str) -> None:
    visit.page.goto(f"{address}/dang-nhap")
    visit.page.fill("[name=tai-khoan]", account)
    visit.page.fill("[name=mat-khau]", GOOD)
    visit.page.get_by_role("button", name="Đăng nhập").click()
    visit.page.wait_for_url(f"{address}/", timeout=PATIENCE, wait_until="commit")


def bring_in(visit: Visit, address: str, account: str) -> None:
    """Signed in by the same form, without drawing pages on the way."""
    form = {"tai-khoan": account, "mat-khau": GOOD}
    answer = visit.page.request.post(f"{address}/dang-nhap", form=form, headers={"Origin": address}, max_redirects=0)
    assert answer.status == 303


def a_unit_reports_through_its_link(visit: Visit, address: str, quarter: Quarter, access: Access) -> None:
    """It has no account, and sees no other page."""
    purpose = Held(LINK, "TCD", "CCHC", quarter.period)
    secret = access.links.make(LOCAL_OPERATOR, purpose, date.today() + timedelta(days=1))
    visit.open(f"{address}/lien-ket/{secret}")
    put(visit, "tcd.xlsx", quarter.filled("TCD"))
    send(visit, "Người báo cáo của TCD")
    visit.page.goto(f"{address}/xep-hang")
    await_words(visit, texts().access.not_yours_title)


def another_unit_sees_nothing_of_it(visit: Visit, address: str, quarter: Quarter) -> None:
    visit.page.goto(f"{address}/tien-do?ky={quarter.period}")
    visit.page.wait_for_selector(".cchc-board tbody tr", timeout=PATIENCE)
    visit.settle()
    assert visit.page.locator(".cchc-board tbody tr").count() == 1
    assert "Tiếp công dân" not in visit.text


def its_head_approves(visit: Visit, address: str, quarter: Quarter) -> None:
    open_unit(visit, address, quarter, "TCD")
    press(visit, texts().unit.approve)
    await_words(visit, texts().unit.approved)


def one_cell_is_returned(visit: Visit, address: str, quarter: Quarter) -> None:
    visit.open(f"{address}/tien-do?ky={quarter.period}&don-vi=TCD%7CCCHC&viec=returned")
    fill(visit, "Lý do trả lại", "Số liệu chưa khớp")
    box = visit.page.get_by_role("combobox", name="Ô cần sửa").first
    box.click()
    box.fill("6.6")
    visit.page.get_by_role("option", name=re.compile("^6.6")).first.click()
    visit.page.keyboard.press("Escape")
    fill(visit, "Nhận xét về các ô này", "Kiểm tra lại 6.6")
    press(visit, "Trả lại")
    await_words(visit, "Đã lưu, lượt ghi số")


def a_leader_reads_on_a_phone(visit: Visit, address: str) -> None:
    visit.open(f"{address}/")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert "PAPI" in visit.text


def an_analyst_uploads_and_takes_it_back(visit: Visit, address: str) -> None:
    upload(visit, address)
    visit.page.get_by_label("Lý do vẫn nạp khi còn cảnh báo").fill("theo công văn đính chính")
    visit.page.get_by_role("button", name="Xác nhận nạp 1 thay đổi").click()
    message = visit.page.wait_for_selector("text=Đã nạp. Lượt số", timeout=PATIENCE)
    assert message is not None
    seq = message.inner_text().split("Lượt số ")[1].split(":")[0]
    visit.open(f"{address}/nap-du-lieu?luot={seq}")
    visit.page.get_by_label("Lý do hoàn tác").fill("công văn bị thu hồi")
    visit.page.get_by_text("Tôi đã xem các số liệu").click()
    visit.page.get_by_role("button", name=f"Hoàn tác lượt {seq}").click()
    visit.page.wait_for_selector(f"text=Đã hoàn tác lượt {seq}", timeout=PATIENCE)


def the_administrator_ends_a_session(visit: Visit, analyst: Visit, address: str) -> None:
    """And sees no figures by being administrator."""
    visit.page.goto(f"{address}/tai-khoan")
    visit.page.locator("li", has_text="phan.tich").get_by_role("button", name="Kết thúc").click()
    expect(visit.page.get_by_text(texts().access.saved)).to_be_visible(timeout=PATIENCE)
    analyst.page.goto(f"{address}/{RANKING}")
    expect(analyst.page.get_by_role("heading", name="Đăng nhập")).to_be_visible(timeout=PATIENCE)
    visit.page.goto(f"{address}/{RANKING}")
    await_words(visit, texts().access.not_yours_title)


def the_log_tells_all_of_it(visit: Visit, address: str, access: Access) -> None:
    visit.open(f"{address}/nhat-ky-truy-cap")
    for words in ("opened 127.0.0.1", "Hoàn tác", "Kết thúc phiên của người khác", "công văn bị thu hồi", "hc.tc"):
        assert words in visit.text, words
    acts = {(line.act.value, line.account) for line in access.audit.lines()}
    assert {("sign-in", account) for account in PEOPLE} <= acts
    assert ("session", "quan.tri") in acts
    assert access.audit.verify() == []


def the_administrator_restores_last_night(folder: Path, backup: Path) -> None:
    """By the guide: the service stopped, one command, the service started."""
    let_go(settings_at(folder))  # what this test had open of the folder that is put away
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (*OFFICE.items(), ("CCHC_DATA_DIR", str(folder))):
            patch.setenv(name, value)
        assert cli.main(["restore", str(backup)]) == 0


def the_reports_are_gone_and_the_log_goes_on(visit: Visit, unit: Visit, address: str, quarter: Quarter) -> None:
    sign_in(visit, address, "quan.tri")
    visit.open(f"{address}/nhat-ky-truy-cap")
    for words in ("Khôi phục từ bản sao lưu", "opened 127.0.0.1", "Kết thúc phiên của người khác", "nguyên vẹn"):
        assert words in visit.text, words
    bring_in(unit, address, "tin.hoc")
    unit.page.goto(f"{address}/tien-do?ky={quarter.period}")
    unit.page.wait_for_selector(".cchc-board tbody tr", timeout=PATIENCE)
    access = access_of(settings_at(quarter.folder))
    assert access.audit.verify() == []
    acts = [(line.act.value, line.account) for line in access.audit.lines()]
    assert acts.index(("session", "quan.tri")) < acts.index(("restore", "local"))


def test_a_day_with_seven_people(stocked: Office, new_visit: NewVisit) -> None:
    quarter = started(stocked)
    folder, access = stocked.settings.data_dir, access_of(stocked.settings)
    make_people(access)
    # Last night's: everybody has an account, nobody has reported.
    last_night = back_up(stocked, LOCAL_OPERATOR, prove=False).backup
    stocked.close()
    with server(PROJECT / "app.py", folder, OFFICE) as (address, _):
        by_link = new_visit()
        who = {account: new_visit(*((390, 844) if account == "lanh.dao" else ())) for account in PEOPLE}
        sign_in(who["quan.tri"], address, "quan.tri")
        for account, visit in who.items():
            if account != "quan.tri":
                bring_in(visit, address, account)
        a_unit_reports_through_its_link(by_link, address, quarter, access)
        another_unit_sees_nothing_of_it(who["tin.hoc"], address, quarter)
        its_head_approves(who["truong.tcd"], address, quarter)
        one_cell_is_returned(who["hc.tc"], address, quarter)
        a_leader_reads_on_a_phone(who["lanh.dao"], address)
        an_analyst_uploads_and_takes_it_back(who["phan.tich"], address)
        the_administrator_ends_a_session(who["quan.tri"], who["phan.tich"], address)
        the_log_tells_all_of_it(who["quan.tri"], address, access)
        assert [visit.outside for visit in (by_link, *who.values())] == [[]] * 7
    the_administrator_restores_last_night(folder, last_night.path)
    with server(PROJECT / "app.py", folder, OFFICE) as (address, _):
        the_reports_are_gone_and_the_log_goes_on(who["quan.tri"], who["tin.hoc"], address, quarter)

"""The page Nguồn gốc số liệu, opened as a visitor does."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.remarks import remarks
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.ui.navigation import ENTRIES
from tests.pages.conftest import OpenPage, shown
from tests.services.intake.test_intake_path import score, workbook
from tests.stopped_clock import on

# Three of them in every run, all on the long way.
OFTEN = ("", "xep-hang", "tien-do")
EVERY_PAGE = [
    entry.slug if entry.slug in OFTEN else pytest.param(entry.slug, marks=pytest.mark.walk) for entry in ENTRIES
]


def correct(office: Office) -> int:
    """A correction of D1 recorded on 1 May 2099; returns its number."""
    plan = intake.plan(office, LOCAL_OPERATOR, "dinh-chinh.xlsx", workbook([score("5,60")]))
    with on(date(2099, 5, 1)):
        entry = storing.commit(office, LOCAL_OPERATOR, plan, "đính chính").entry
    assert entry is not None
    return entry.seq


def told(page: AppTest) -> dict[str, str]:
    """What the address says of the clock."""
    held = {name: page.query_params[name] for name in ("dong-ho", "ngay") if name in page.query_params}
    return {name: value if isinstance(value, str) else value[0] for name, value in held.items()}


def test_a_link_leads_a_figure_to_its_file_and_cell(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "PAPI", "ky": "2024", "tieu-chi": "D1", "tinh": "P63-45"}
    text = shown(open_page(shipped_office, "nguon-goc", address))
    assert "5,480993 điểm" in text
    assert "papi_dimension.csv" in text
    assert "Ngày công bố" in text


def test_nonsense_in_the_address_falls_back_to_the_usual_figure(open_page: OpenPage, shipped_office: Office) -> None:
    address = {"chi-so": "ABC", "ky": "1999", "tieu-chi": "!!", "tinh": "x"}
    assert "Quảng Trị (cũ), Tổng điểm, PAPI 2024" in shown(open_page(shipped_office, "nguon-goc", address))


def test_an_empty_office_is_told_what_to_do(open_page: OpenPage, empty_office: Office) -> None:
    assert "Chưa có số liệu này" in shown(open_page(empty_office, "nguon-goc"))


def test_a_link_with_a_day_reopens_the_figures_of_that_day(open_page: OpenPage, stocked: Office) -> None:
    correct(stocked)
    address = {"chi-so": "PAPI", "ky": "2024", "tieu-chi": "D1", "tinh": "P63-45"}
    assert "5,60 điểm" in shown(open_page(stocked, "nguon-goc", address))
    past = {**address, "dong-ho": "biet", "ngay": "2099-04-30"}
    page = open_page(stocked, "nguon-goc", past)
    assert "Số liệu như hệ thống biết ngày 30/4/2099." in shown(page)
    assert "5,480993 điểm" in shown(page)
    assert "5,60 điểm" not in shown(page)
    assert told(page) == {"dong-ho": "biet", "ngay": "2099-04-30"}


@pytest.mark.parametrize("slug", EVERY_PAGE)
def test_every_page_says_that_a_past_day_is_looked_at_and_leads_back(
    open_page: OpenPage, shipped_office: Office, slug: str
) -> None:
    page = open_page(shipped_office, slug, {"dong-ho": "cong-bo", "ngay": "2026-05-01"})
    assert "Số liệu như đã công bố ngày 01/5/2026." in shown(page)
    page.button(key="clock-back").click().run()
    assert not page.exception
    assert "như đã công bố ngày" not in shown(page)
    assert told(page) == {}


def test_a_day_that_makes_no_sense_means_now(open_page: OpenPage, shipped_office: Office) -> None:
    for day in ("", "2026-13-41", "hôm qua"):
        assert "như hệ thống biết" not in shown(open_page(shipped_office, "", {"dong-ho": "biet", "ngay": day}))


def test_choosing_a_day_goes_into_the_address(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "xep-hang")
    page.sidebar.date_input(key="clock-day").set_value(date(2020, 1, 1)).run()
    assert told(page) == {"dong-ho": "biet", "ngay": "2020-01-01"}
    page.sidebar.radio(key="clock-kind").set_value("cong-bo").run()
    assert told(page) == {"dong-ho": "cong-bo", "ngay": "2020-01-01"}


def test_links_of_figures_take_the_day_along(open_page: OpenPage, stocked: Office) -> None:
    address = {"chi-so": "PAPI", "dong-ho": "biet", "ngay": "2099-04-30"}
    text = shown(open_page(stocked, "xep-hang", address))
    assert 'class="cchc-figure"' in text
    assert "nguon-goc?chi-so=PAPI&amp;ky=2024&amp;tinh=P63-45&amp;dong-ho=biet&amp;ngay=2099-04-30" in text


def test_nothing_can_be_stored_while_a_past_day_is_looked_at(open_page: OpenPage, stocked: Office) -> None:
    correct(stocked)
    address = {"dong-ho": "biet", "ngay": "2099-06-01", "luot": str(stocked.version)}
    upload = open_page(stocked, "nap-du-lieu", address)
    assert "không nạp, sửa hay hoàn tác được" in shown(upload)
    assert not upload.get("file_uploader")
    assert not [button for button in upload.button if "Hoàn tác" in button.label or "Gỡ" in button.label]
    targets = open_page(stocked, "muc-tieu", address)
    assert "không nạp, sửa hay hoàn tác được" in shown(targets)
    # Searching and naming a view of one's own store no figure.
    assert [field.key for field in targets.text_input] == ["tim", "shelf-name"]


def test_an_original_is_removed_with_a_reason_and_an_understood_warning(open_page: OpenPage, stocked: Office) -> None:
    seq = correct(stocked)
    page = open_page(stocked, "nap-du-lieu", {"luot": str(seq)})
    press = next(button.key for button in page.button if button.label == f"Gỡ tệp gốc của lượt {seq}")
    page.button(key=press).click().run()
    assert "xác nhận tệp gốc bị xoá hẳn" in shown(page)
    page.checkbox(key=f"da-hieu-{seq}").check()
    page.button(key=press).click().run()
    assert "Hãy ghi lý do gỡ" in shown(page)
    page.text_input(key=f"ly-do-go-{seq}").input("có số căn cước")
    page.checkbox(key=f"da-hieu-{seq}").check()
    page.button(key=press).click().run()
    assert not page.exception
    assert "có số căn cước" in shown(page)
    assert seq in stocked.store.removals()


def test_a_note_is_written_on_the_very_figure(open_page: OpenPage, stocked: Office) -> None:
    address = {"chi-so": "PAPI", "ky": "2024", "tinh": "P63-45", "tieu-chi": "D3"}
    page = open_page(stocked, "nguon-goc", address)
    page.text_input(key="figure-remark-text").set_value("Mẫu khảo sát tăng")
    page.text_input(key="figure-remark-by").set_value("Lan")
    next(button for button in page.button if button.label == texts().remarks.save).click()
    page.run()
    assert "Mẫu khảo sát tăng" in shown(page)
    (held,) = remarks(Desk.at(stocked, LOCAL_OPERATOR), "PAPI", "D3", ["P63-45"])
    assert (held.entity, held.asked.period, held.by) == ("P63-45", "2024", "Lan")

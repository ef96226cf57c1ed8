"""One choice of index, year, province, base and kind of score over all places."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from cchc_metrics.services.office.office import Office
from cchc_metrics.ui.context import FIELDS
from tests.pages.conftest import OpenPage, shown

PLACES = (
    "",
    "xep-hang",
    "ban-do",
    "xu-huong",
    "bien-dong",
    "doi-chieu",
    "khoang-cach",
    "diem-chua-dat",
    "lo-trinh",
    "kich-ban",
    "muc-tieu",
    "sap-xep-tinh",
    "tien-do",
    "tra-cuu",
    "nguon-goc",
)
PICKS = {
    "chi-so": ("PAPI", "SIPAS", "PAR INDEX"),
    "ky": ("2024", "2023", "2022", "2018"),
    "tinh": ("P63-22", "P63-44", "P63-45", "P34-48"),
    "he": ("63", "34"),
}
STEPS = st.one_of(
    st.tuples(st.just("go"), st.sampled_from(PLACES)),
    st.tuples(st.just("reload"), st.just("")),
    *(st.tuples(st.just(key), st.sampled_from(values)) for key, values in PICKS.items()),
)


@dataclass
class Person:
    """Somebody who walks through the places and remembers what they chose."""

    open_page: OpenPage
    office: Office
    page: AppTest
    slug: str = ""
    chose: dict[str, str] = field(default_factory=dict)

    def go(self, slug: str) -> None:
        """A click in the menu: the page changes, its address is bare."""
        self.slug = slug
        for name in list(self.page.query_params):
            del self.page.query_params[name]
        self.page._page_hash = calc_hash(slug) if slug else ""
        self.page.run()
        assert not self.page.exception

    def reload(self) -> None:
        """The same address in a new session."""
        self.page = self.open_page(self.office, self.slug, dict(self.page.query_params))

    def pick(self, key: str, value: str) -> None:
        """Choose, where the place asks and offers it."""
        boxes = [box for box in self.page.selectbox if box.key == key]
        if boxes and offers(boxes[0], value) and value != boxes[0].value:
            boxes[0].set_value(value).run()
            assert not self.page.exception
            self.chose[key] = value

    @property
    def address(self) -> dict[str, str]:
        return {
            name: value if isinstance(value, str) else value[0]
            for name, value in self.page.query_params.items()
            if value
        }


def offers(box: Any, code: str) -> bool:
    """Whether a box has the option of this code: the harness knows the words of its options alone."""
    try:
        return box.format_func(code) in box.options
    except KeyError:
        return False


def check(person: Person) -> None:
    """The address still holds what was chosen, and the page shows it or says why not."""
    text = shown(person.page)
    for key, value in person.chose.items():
        if person.slug in ("tra-cuu", "nguon-goc"):
            continue
        wanted = person.address.get("ky-muon") if key == "ky" and "ky-muon" in person.address else None
        assert (wanted or person.address.get(key)) == value, (person.slug, person.chose, person.address)
        boxes = [box for box in person.page.selectbox if box.key == key]
        if boxes and boxes[0].value != value:
            assert "cchc-moved" in text, (person.slug, key, value, boxes[0].value)
    assert set(person.address) & set(FIELDS) or person.slug in ("tra-cuu", "nguon-goc")


@seed(14)
@given(st.lists(STEPS, min_size=7, max_size=7))
@settings(max_examples=4, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_walk_over_the_places_changes_nothing_that_the_person_did_not(
    open_page: OpenPage, shipped_office: Office, steps: list[tuple[str, str]]
) -> None:
    person = Person(open_page, shipped_office, open_page(shipped_office))
    for act, value in steps:
        if act == "go":
            person.go(value)
        elif act == "reload":
            person.reload()
        else:
            person.pick(act, value)
        check(person)


def test_a_year_without_a_result_moves_to_the_nearest_and_comes_back(
    open_page: OpenPage, shipped_office: Office
) -> None:
    page = open_page(shipped_office, "xep-hang", {"chi-so": "PAPI", "ky": "2024"})
    page.selectbox(key="chi-so").set_value("SIPAS").run()
    text = shown(page)
    assert "Quảng Trị (cũ) chưa có kết quả SIPAS kỳ 2024; đang xem kỳ gần nhất có kết quả: 2023." in text
    assert page.query_params["ky"] == "2023"
    page.selectbox(key="chi-so").set_value("PAPI").run()
    assert page.query_params["ky"] == "2024"
    assert "cchc-moved" not in shown(page)


def test_links_of_a_card_carry_the_choice(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "", {"tinh": "P63-22", "he": "34", "chi-so": "SIPAS"})
    links = [line.split('"')[0] for line in shown(page).split('href="') if line.startswith("xu-huong?")]
    asked = [dict(parse_qsl(link.split("?")[1].replace("&amp;", "&"))) for link in links]
    assert {"PAPI", "SIPAS", "PAR INDEX"} == {each["chi-so"] for each in asked}
    assert {"P63-22"} == {each["tinh"] for each in asked}
    assert {"34"} == {each["he"] for each in asked}


def test_looking_up_one_figure_changes_no_choice(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "xep-hang", {"chi-so": "PAPI", "ky": "2023", "tinh": "P63-22"})
    person = Person(open_page, shipped_office, page, "xep-hang", {"chi-so": "PAPI", "ky": "2023", "tinh": "P63-22"})
    person.slug = "nguon-goc"
    page.query_params.clear()
    for name, value in {"chi-so": "SIPAS", "ky": "2022", "tinh": "P63-44"}.items():
        page.query_params[name] = value
    page._page_hash = calc_hash("nguon-goc")
    page.run()
    assert page.selectbox(key="chi-so").value == "SIPAS"
    person.go("xu-huong")
    check(person)


@pytest.mark.parametrize("slug", ["xep-hang", "lo-trinh", "bien-dong", "khoang-cach", "kich-ban", "doi-chieu"])
def test_our_own_province_is_the_default_everywhere(open_page: OpenPage, shipped_office: Office, slug: str) -> None:
    page = open_page(shipped_office, slug)
    assert page.selectbox(key="tinh").value == "P63-45"
    assert page.query_params["tinh"] == "P34-44"


def test_an_old_link_to_a_reporting_period_still_opens_it(open_page: OpenPage, shipped_office: Office) -> None:
    page = open_page(shipped_office, "tien-do", {"ky": "2026-Q1"})
    assert page.query_params["ky-bao-cao"] == "2026-Q1"
    assert page.query_params["ky"] == "2024"

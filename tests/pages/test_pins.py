"""Pinned parts on the screen: first in every list of parts, drawn on trends, listed and unpinned beside the menu."""

from collections.abc import Iterator

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.access.keeping import access_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.method.steps import offered
from tests.pages.conftest import OpenPage, shown

PINS, STARS = ("P63-48", "PAPI|D7", "PAR INDEX|2", "PAPI|D3"), ["D7", "D3"]


@pytest.fixture
def pinning(shipped_office: Office) -> Iterator[Office]:
    """The shipped office, while these are pinned."""
    shelf = access_of(shipped_office.settings).shelf
    shelf.pin(LOCAL_OPERATOR.id, PINS)
    yield shipped_office
    shelf.pin(LOCAL_OPERATOR.id, ())


def test_every_list_of_parts_begins_with_the_pinned_and_stands_where_it_stood(
    open_page: OpenPage, pinning: Office
) -> None:
    address = {"chi-so": "PAPI", "ky": "2024"}
    for slug in ("xep-hang", "khoang-cach", "lo-trinh", "nguon-goc"):
        (picker,) = [box for box in open_page(pinning, slug, address).selectbox if box.key == "tieu-chi"]
        held = [option for option in picker.options if option.startswith("★")]
        assert picker.options[: len(held)] == held, slug
        assert picker.value == "TOTAL", slug
        if slug in ("xep-hang", "lo-trinh", "nguon-goc"):
            assert [option.split(".")[0] for option in held] == ["★ D7", "★ D3"], slug


def test_trends_draw_the_pinned_parts_and_the_bar_beside_the_menu_lists_them(
    open_page: OpenPage, pinning: Office
) -> None:
    page = open_page(pinning, "xu-huong", {"chi-so": "PAPI"})
    (nodes,) = [box for box in page.multiselect if box.key == "tieu-chi"]
    assert nodes.value == ["TOTAL", *STARS]
    text = shown(page)
    assert all(words in text for words in ("D7. ", "D3. "))
    (pins,) = [box for box in page.multiselect if box.key == "shelf-pins"]
    assert pins.value == list(PINS)
    pins.set_value(["P63-48"]).run()
    assert access_of(pinning.settings).shelf.pins(LOCAL_OPERATOR.id) == ("P63-48",)


def test_a_link_pins_a_part_and_takes_it_down_again(open_page: OpenPage, pinning: Office) -> None:
    shelf = access_of(pinning.settings).shelf
    open_page(pinning, "khoang-cach", {"chi-so": "PAPI", "ghim": "PAPI|D3"})
    assert "PAPI|D3" not in shelf.pins(LOCAL_OPERATOR.id)
    open_page(pinning, "khoang-cach", {"chi-so": "PAPI", "ghim": "PAPI|D5"})
    open_page(pinning, "khoang-cach", {"chi-so": "PAPI", "ghim": "PAPI|không có"})
    assert shelf.pins(LOCAL_OPERATOR.id) == (*PINS[:3], "PAPI|D5")


def test_forms_name_the_pinned_parts_first_and_stand_where_they_stood(open_page: OpenPage, pinning: Office) -> None:
    page = open_page(pinning, "phuong-phap")
    (index,) = [box for box in page.selectbox if box.key == "step-index"]
    plain = {box.key: box.value for box in index.set_value("PAPI").run().selectbox}
    (step,) = [box for box in page.selectbox if str(box.key).startswith("step") and box.options[0].startswith("★")]
    starred = [option for option in step.options if option.startswith("★")]
    assert step.options[: len(starred)] == starred and {option[2:4] for option in starred} == set(STARS)
    assert plain[step.key] == next(iter(offered(Desk.at(pinning, LOCAL_OPERATOR))["PAPI"]))
    page = open_page(pinning, "xu-huong", {"chi-so": "PAPI"})
    (part,) = [box for box in page.selectbox if box.key == "remark-part"]
    assert [option.startswith("★") for option in part.options] == [True, True, False]
    assert part.value == "TOTAL"

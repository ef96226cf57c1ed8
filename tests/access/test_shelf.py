"""Pins and saved views: each person's own, six and no more, addresses of ours alone."""

from pathlib import Path

import pytest

from cchc_metrics.access.ledger import Ledger
from cchc_metrics.access.shelf import MOST_PINS, MOST_VIEWS, SavedView, Shelf
from cchc_metrics.errors import CchcError


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(Ledger(tmp_path / "access.sqlite"))


def test_pins_are_kept_in_their_order_for_their_person_alone(shelf: Shelf) -> None:
    shelf.pin("lan", ("P63-48", "P63-45", "P63-48"))
    assert shelf.pins("lan") == ("P63-48", "P63-45")
    assert shelf.pins("minh") == ()
    shelf.pin("lan", ())
    assert shelf.pins("lan") == ()


def test_a_seventh_pin_is_refused_and_the_six_stay(shelf: Shelf) -> None:
    six = tuple(f"P63-{n:02d}" for n in range(MOST_PINS))
    shelf.pin("lan", six)
    with pytest.raises(CchcError):
        shelf.pin("lan", (*six, "P63-48"))
    assert shelf.pins("lan") == six


def test_a_view_is_saved_renamed_and_dropped(shelf: Shelf) -> None:
    shelf.save("lan", "  Họp   giao ban ", "xep-hang?chi-so=PAPI&ky=2024")
    shelf.save("lan", "Hôm nay", "./")
    assert shelf.views("lan")[0] == SavedView("Họp giao ban", "xep-hang?chi-so=PAPI&ky=2024")
    assert shelf.views("minh") == ()
    shelf.save("lan", "Họp giao ban", "ban-do?ky=2023")
    shelf.rename("lan", "Hôm nay", "Trang đầu")
    assert {one.name: one.address for one in shelf.views("lan")} == {
        "Họp giao ban": "ban-do?ky=2023",
        "Trang đầu": "./",
    }
    with pytest.raises(CchcError):
        shelf.rename("lan", "Trang đầu", "Họp giao ban")
    with pytest.raises(CchcError):
        shelf.rename("lan", "không có", "khác")
    shelf.drop("lan", "Trang đầu")
    assert [one.name for one in shelf.views("lan")] == ["Họp giao ban"]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("", "xep-hang"),
        ("x" * 81, "xep-hang"),
        ("a", "https://xau.example/xep-hang"),
        ("a", "javascript:alert(1)"),
        ("a", "//xau.example"),
        ("a", "\\\\xau.example"),
        ("a", "xep-hang?" + "x" * 1500),
    ],
)
def test_what_is_no_name_or_no_address_of_ours_is_refused(shelf: Shelf, name: str, address: str) -> None:
    with pytest.raises(CchcError):
        shelf.save("lan", name, address)
    assert shelf.views("lan") == ()


def test_views_are_kept_up_to_a_number(shelf: Shelf) -> None:
    for number in range(MOST_VIEWS):
        shelf.save("lan", f"số {number}", "xep-hang")
    with pytest.raises(CchcError):
        shelf.save("lan", "một nữa", "xep-hang")
    shelf.save("lan", "số 0", "ban-do")
    assert len(shelf.views("lan")) == MOST_VIEWS


def test_parts_share_the_six_with_provinces_and_pins_of_before_are_still_there(shelf: Shelf) -> None:
    six = ("P63-48", "PAR INDEX|5.2", "PAPI|D3", "P63-01", "PAPI|D5", "SIPAS|S11")
    shelf.pin("lan", six)
    assert shelf.pins("lan") == six
    with pytest.raises(CchcError):
        shelf.pin("lan", (*six, "PAPI|D8"))
    shelf._keep("minh", "pins", "P63-48 P63-45")  # as they were kept before parts could be pinned
    assert shelf.pins("minh") == ("P63-48", "P63-45")

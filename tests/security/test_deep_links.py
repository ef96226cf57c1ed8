"""No address, however nonsensical, ends in an unexpected error."""

import os

import pytest

from cchc_metrics.services.office.office import Office
from cchc_metrics.ui.navigation import ENTRIES
from tests.pages.conftest import OpenPage, open_page, shown

__all__ = ["open_page"]

# Every name that stands in an address of ours.
NAMES = (
    *("chi-so", "ky", "tieu-chi", "loai-diem", "tinh", "tinh-khac", "don-vi", "bieu", "nam", "nhom", "xem", "he"),
    *("so-voi", "cach", "uu-tien", "uoc-tinh", "truc-ngang", "truc-doc", "trong-so", "tran", "toi-da", "toi", "phan"),
    *("tinh-trang", "nam-muc-tieu", "muc-tieu", "muc-thu", "muc", "moi", "mau", "hien", "hang", "giu", "diem", "dich"),
    *("tu-nam", "den-nam", "cu", "cong-suc", "chu-de", "cap-cuoi", "buoc", "chi-tieu", "lich", "thiet-lap", "do"),
    *("trang", "luot", "dong-ho", "ngay", "tinh-den", "nang-D1", "nang-TOTAL", "sau", "viec", "nhap", "quy-dinh"),
)
VALUES = ["", "nan", "inf", "-1e999", "9" * 4_300, "0001-01-01", "9999-12-31", "2099-12-31", "{x}", "\x00\ud7ff<b>"]
ALONE = [
    ("kich-ban", {"chi-so": "PAPI", "nang-D1": "nan"}),
    ("kich-ban", {"chi-so": "PAPI", "nang-D1": "inf", "cach": "thu"}),
    ("kich-ban", {"chi-so": "PAPI", "nang-D1": "1e308"}),
    ("kich-ban", {"chi-so": "PAPI", "cach": "dat", "dich": "diem", "diem": "nan"}),
    ("tra-cuu", {"trang": "9" * 4_300}),
    ("tra-cuu", {"trang": "0"}),
    ("xep-hang", {"dong-ho": "biet", "ngay": "0001-01-01"}),
    ("xep-hang", {"dong-ho": "cong-bo", "ngay": "9999-12-31"}),
    ("xep-hang", {"dong-ho": "biet", "ngay": "2099-12-31"}),
    ("tien-do", {"tinh-den": "0001-01-01"}),
    ("tien-do", {"tinh-den": "9999-12-31"}),
    ("tien-do", {"tinh-den": "2099-12-31"}),
    ("tien-do", {"tinh-den": "2010-01-01"}),
    ("danh-muc-lich", {"tinh-den": "2099-12-31"}),
    ("ke-hoach", {"tinh-den": "2099-12-31", "nam": "2099"}),
    ("nop-bao-cao", {"tinh-den": "2099-12-31"}),
    ("nap-du-lieu", {"luot": "9" * 4_300}),
    ("nap-du-lieu", {"luot": "0"}),
    ("lo-trinh", {"chi-so": "PAPI", "muc-thu": "nan", "nam-muc-tieu": "9999"}),
]


def opens(open_page: OpenPage, office: Office, slug: str, address: dict[str, str]) -> None:
    page = open_page(office, slug, address)
    assert not page.exception
    text = shown(page)
    assert "lỗi ngoài dự kiến" not in text, (slug, address)
    assert "cchc-problem" not in text, (slug, address)


SLUGS = [entry.slug for entry in ENTRIES]
# In every run each page meets one kind of nonsense; all of them in ``make attack``.
WHOLE = [(slug, value) for slug in SLUGS for value in VALUES]
SHORT = [(slug, VALUES[at % len(VALUES)]) for at, slug in enumerate(SLUGS)]


@pytest.mark.parametrize(("slug", "value"), WHOLE if os.environ.get("CCHC_ATTACK") else SHORT)
def test_nonsense_under_every_name_opens_the_page(
    open_page: OpenPage, shipped_office: Office, slug: str, value: str
) -> None:
    opens(open_page, shipped_office, slug, dict.fromkeys(NAMES, value))


@pytest.mark.parametrize(("slug", "address"), ALONE)
def test_an_address_that_nobody_means_opens_the_page(
    open_page: OpenPage, shipped_office: Office, slug: str, address: dict[str, str]
) -> None:
    opens(open_page, shipped_office, slug, address)

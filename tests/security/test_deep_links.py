"""No address, however nonsensical, ends in an unexpected error."""

import os

import pytest

from cchc_metrics.model import Key
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui.navigation import ENTRIES
from tests.pages.conftest import Address, OpenPage, open_page, shown

__all__ = ["open_page"]

# Every name that stands in an address of ours; those of ``Key``, and those that one page alone has.
NAMES = (
    *map(str, Key),
    *("bieu", "tran", "toi-da", "toi", "phan", "muc-tieu", "muc", "mau", "lich", "thiet-lap", "buoc", "trang", "luot"),
    *("dong-ho", "ngay", "nang-D1", "nang-TOTAL", "sau", "nhap", "quy-dinh", "tim", "xem", "tiep"),
)
VALUES = ["", "nan", "inf", "-1e999", "9" * 4_300, "0001-01-01", "9999-12-31", "2099-12-31", "{x}", "\x00\ud7ff<b>"]
# What is written by hand, and pages, are read as numbers: each of these, wherever one is.
NUMBERS = [
    *(
        "nan",
        "inf",
        "-1e999",
        "1e308",
        "1e-400",
        "-0",
        "-0.0",
        "0x10",
        "1_000",
        "٣",
        "９９",
        "²",
        "½",
        "+5",
        "--5",
        "1,5,5",
    ),
    *(
        "\u202e5",
        "\u00a05",
        "9" * 4_301,
        "0." + "1" * 5_000,
        "-999999",
        "1000000",
        "99.9999999999",
        "a" * 50_000,
        "1\x00",
    ),
]
DAYS = [
    *("0000-00-00", "0001-01-01", "2000-01-01", "2009-12-31", "2010-01-01", "2098-12-31", "2099-01-01", "2099-12-31"),
    *(
        "9999-12-31",
        "10000-01-01",
        "-0001-01-01",
        "2024-02-30",
        "2024-W01-1",
        "20240101",
        "２０２４-01-01",
        "2024-01-01T00",
    ),
]


def numbers_at(number: str) -> list[tuple[str, Address]]:
    """Every place of an address that is read as a number."""
    typed = {"cach": "dat", "dich": "value", "diem": number, "uu-tien": "effort", "cong-suc": f"D1={number}"}
    return [
        ("kich-ban", {"chi-so": "PAPI", "nang-D1": number, "nang-D2": number, "sau": number}),
        ("kich-ban", {"chi-so": "PAPI", "nhap": "go", "nang-D1": number, "nang-D2": number}),
        ("kich-ban", {"chi-so": "PAPI", "buoc": number, "hang": number, **typed}),
        ("lo-trinh", {"chi-so": "PAPI", "muc-thu": number, "nam": number, "nam-muc-tieu": number}),
        ("tra-cuu", {"trang": number, "ky": number}),
        ("nap-du-lieu", {"luot": number}),
    ]


def days_at(day: str) -> list[tuple[str, Address]]:
    """Every place of an address that is read as a day; the pages that begin with the day that is looked at."""
    reporting = ("tien-do", "ke-hoach", "danh-muc-lich", "nop-bao-cao")
    at_a_day = [(slug, {"tinh-den": day, "nam": day[:4]}) for slug in reporting]
    looked_at = [
        (slug, {"dong-ho": clock, "ngay": day}) for clock in ("biet", "cong-bo") for slug in ("xep-hang", "tien-do")
    ]
    return [*at_a_day, *looked_at]


REPEATED: list[tuple[str, Address]] = [
    ("kich-ban", {"chi-so": ["PAPI", "nan"], "tinh": ["x"] * 500, "nang-D1": ["1", "2"], "giu": ["", "D1", "D1"]}),
    ("tra-cuu", {"trang": ["1", "2"], "ky": ["", "2024", "2024"], "chi-so": [], "tinh": ["P63-45"] * 300}),
    ("tien-do", {"tinh-den": ["2024-01-01", "x"], "ky-bao-cao": []}),
]
EVERY = [case for number in NUMBERS for case in numbers_at(number)]
EVERY += [case for day in DAYS for case in days_at(day)]
# Each kind once in every run, at another place each; all at all places in ``make attack``.
SAMPLE = [numbers_at(number)[at % 6] for at, number in enumerate(NUMBERS[::2])]
SAMPLE += [days_at(day)[at % 8] for at, day in enumerate(DAYS)]
SAMPLE += [("tien-do", {"dong-ho": "biet", "ngay": day}) for day in ("2000-01-01", "2099-12-31")]
ALONE = [*(EVERY if os.environ.get("CCHC_ATTACK") else SAMPLE), *REPEATED]


def opens(open_page: OpenPage, office: Office, slug: str, address: Address) -> None:
    page = open_page(office, slug, address)
    assert not page.exception
    text = shown(page)
    assert "lỗi ngoài dự kiến" not in text, (slug, address)
    # Of the box of a page that failed; a form may say what is wrong with a level that the address names.
    assert 'class="cchc-problem"' not in text, (slug, address)


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
    open_page: OpenPage, shipped_office: Office, slug: str, address: Address
) -> None:
    opens(open_page, shipped_office, slug, address)

"""A figure that is derived, or that sources contradict, says so on every page on which it stands, whole or in part.

The same walk reads that a score is written in one way: with two decimals, all of them in the panel of origins alone.
"""

import re
import shutil
from collections.abc import Iterator, Mapping

import pandas as pd
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import SIGHTINGS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from tests.conftest import settings_at
from tests.pages.conftest import OpenPage
from tests.pages.reading import everything

MARK = r"(?: điểm|/80 điểm|%| mức tối đa)*(?: \([^)]*\))? ?(?:\((?:suy ra|mâu thuẫn)\)|†)"
# A range over weightings names its ends, the sum of the parts is a sum, and the panel of origins lists the readings.
OF_A_RANGE = re.compile(r"\d+,\d\d – $|^ – \d|^ \(\d+,\d\d – ")
OTHER_FIGURES = ("Cộng |", "suy ra |", "nguồn in |", "lấy từ", "mâu thuẫn |")
PAPI = {"chi-so": "PAPI", "ky": "2024", "tinh": "P63-45"}
WALKED: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("", PAPI),
    ("xep-hang", {**PAPI, "mo": "do-chac"}),
    ("ban-do", PAPI),
    ("xep-hang", {"chi-so": "PAPI", "ky": "2024", "he": "34", "tinh": "P34-44"}),
    ("sap-xep-tinh", {"chi-so": "PAPI", "ky": "2024"}),
    ("xu-huong", PAPI),
    ("bien-dong", PAPI),
    ("doi-chieu", {"tinh": "P63-45"}),
    ("khoang-cach", PAPI),
    ("khoang-cach", {**PAPI, "so-voi": "best"}),
    ("diem-chua-dat", PAPI),
    ("diem-chua-dat", {**PAPI, "xem": "muc-tieu"}),
    ("diem-chua-dat", {**PAPI, "xem": "nhom"}),
    ("lo-trinh", {"chi-so": "PAPI", "tinh": "P63-45", "muc-thu": "46,5"}),
    ("kich-ban", PAPI),
    ("tra-cuu", PAPI),
    ("nguon-goc", PAPI),
    ("muc-tieu", {"tinh": "P63-45"}),
)
# Errors of forecasts and of chances are told by three decimals: by two they would look alike.
THREE = ("lo-trinh", "phuong-phap")
LONG = re.compile(r"(?<![\d.,/(])\d{1,3}(?:\.\d{3})*,\d{3,}(?!\d)")


@pytest.fixture(scope="module")
def marked(shipped_office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The shipped facts, with a reading that calls PAPI 2024 of Quảng Trị derived."""
    folder = tmp_path_factory.mktemp("marked") / "data"
    shutil.copytree(shipped_office.settings.data_dir, folder)
    office = Office.open(settings_at(folder))
    office.ready.set()
    held = Desk.at(office, LOCAL_OPERATOR).facts(SIGHTINGS)
    told = {"index_code": "PAPI", "period_id": "2024", "entity_id": "P63-45", "part": "TOTAL", "source": "bài báo"}
    told |= {"reading": "1", "standing": "derived", "derivation": "điểm = 42,77 + 1,98"}
    row = pd.DataFrame([{**told, "value": 44.75}]).reindex(columns=held.columns).astype(held.dtypes)
    storing.edit(office, LOCAL_OPERATOR, SIGHTINGS, row, "thử")
    yield office
    office.close()


def unmarked(lines: Iterator[str], figure: str) -> list[str]:
    """The lines in which the figure stands without a mark."""
    found = []
    for line in dict.fromkeys(lines):
        for hit in re.finditer(rf"(?<![\d,.]){re.escape(figure)}(?!\d)", line):
            before, after = line[: hit.start()], line[hit.end() :]
            ranged = OF_A_RANGE.search(before[-12:]) or OF_A_RANGE.match(after)
            if not ranged and not re.match(MARK, after) and not line.startswith(OTHER_FIGURES):
                found.append(line)
    return found


@pytest.mark.parametrize(("slug", "address"), WALKED, ids=["-".join((s, *a.values())) for s, a in WALKED])
def test_a_derived_figure_says_so_wherever_it_stands(
    slug: str, address: Mapping[str, str], marked: Office, open_page: OpenPage
) -> None:
    lines = list(everything(open_page(marked, slug, address)))
    assert not unmarked(iter(lines), "44,75")
    if slug not in ("muc-tieu",):
        assert any("(suy ra)" in line for line in lines)
    if slug != "nguon-goc" and slug not in THREE:
        assert not [line for line in lines if LONG.search(line.partition("Suy ra, không in")[0])]

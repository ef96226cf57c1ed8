"""What people write is shown as they wrote it: never filled again, never formatted."""

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cchc_metrics.schema import SIGNED_REPORTS
from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, open_page, shown
from tests.reporting_office import PERIOD, copy_of

__all__ = ["open_page"]

# Any way of filling them again falls over one of the marks of each.
HOSTILE = ["12{x}/BC {seq:>900000000}", "{0.__class__} }{ %s %(x)s"]


@pytest.fixture
def own(shipped_office: Office, tmp_path: Path) -> Iterator[Office]:
    office = copy_of(shipped_office, tmp_path / "data")
    office.ready.set()
    yield office
    office.close()


def fill(page: AppTest, label: str, text: str) -> None:
    next(field for field in page.text_input if field.label == label).set_value(text)


@pytest.mark.parametrize("number", HOSTILE)
def test_a_number_with_braces_freezes_its_period_like_any_other(open_page: OpenPage, own: Office, number: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    page = open_page(own, "tong-hop", {"ky": PERIOD})
    fill(page, "Số, ký hiệu", number)
    fill(page, "Người ký", "Lê Văn {ký}")
    fill(page, "Lý do (khi còn báo cáo chưa tiếp nhận, hoặc khi đính chính)", "Ký đúng hạn, {bổ sung} sau")
    next(button for button in page.button if button.label == "Ghi nhận đã ký, chốt kỳ").click()
    page.run()
    assert not page.exception
    text = shown(page)
    assert "lỗi ngoài dự kiến" not in text
    assert own.store.facts(SIGNED_REPORTS)["number"].tolist() == [number]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_000_000  # KB

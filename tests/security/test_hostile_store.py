"""A store full of markup is shown as text: the browser of whoever opens it calls nobody and follows nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT
from cchc_metrics.schema import KINDS
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.ui.navigation import ENTRIES
from tests.browser.conftest import NewVisit
from tests.browser.serving import serve
from tests.reporting_office import PERIOD, copy_of

pytestmark = [pytest.mark.browser, pytest.mark.walk]

EVIL = (
    '![x](http://evil.example/i.png) [l](http://evil.example/l) <img src=http://evil.example/h.png onerror="alert(1)"> '
    '<a href="http://evil.example/a">a</a> <script>alert(2)</script> $x^2$ :red[a] {seq:>9} www.evil.example **đậm**'
)
# Where people's words stand: the kind of fact, its columns.
WORDS = {
    "entities": ("display_name", "full_name"),
    "frameworks": ("name", "legal_basis"),
    "breaks": ("reason",),
    "sources": ("title", "publisher"),
    "themes": ("reason",),
    "tasks": ("name", "short_name"),
    "forms": ("name",),
    "metrics": ("name", "unit_of_measure"),
    "units": ("name", "short_name", "head_name"),
    "legal-bases": ("title",),
    "report-events": ("by_name", "text"),
}
PAGES = {
    "": "",
    "xep-hang": "?chi-so=PAPI&ky=2024",
    "xu-huong": "?chi-so=PAPI",
    "khoang-cach": "?chi-so=PAPI&ky=2024",
    "kich-ban": "?chi-so=PAPI",
    "tien-do": f"?ky={PERIOD}",
    "nop-bao-cao": f"?ky={PERIOD}",
    "tong-hop": f"?ky={PERIOD}",
    "danh-muc-lich": "",
    "nap-du-lieu": "",
}
# The short walk of every run; the whole one is ``make attack``.
SHORT = ("", "kich-ban", "tong-hop")
WALKED = [entry.slug for entry in ENTRIES] if os.environ.get("CCHC_ATTACK") else SHORT
# What must not have come of it; the words themselves are there, as words.
MADE = "a[href*='evil'], img[src*='evil'], script[src*='evil'], iframe, .katex, svg a"


def poisoned(office: Office) -> None:
    """Every name, reason and title of the office with markup behind it."""
    for name, columns in WORDS.items():
        kind = KINDS[name]
        facts = office.store.facts(kind)
        for column in columns:
            held = facts[column].notna()
            facts[column] = facts[column].mask(held, facts[column].astype("str") + f" {EVIL}")
        if len(facts):
            storing.edit(office, LOCAL_OPERATOR, kind, pd.DataFrame(facts), EVIL)


@pytest.fixture(scope="module")
def poisoned_address(shipped_office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("poisoned") / "data"
    office = copy_of(shipped_office, folder)
    poisoned(office)
    office.close()
    with serve(PROJECT / "app.py", Path(folder)) as address:
        yield address


@pytest.mark.parametrize("width", [1366])
def test_a_hostile_store_is_only_text(poisoned_address: str, new_visit: NewVisit, width: int) -> None:
    visit = new_visit(width)
    said: list[str] = []
    visit.page.on("console", lambda message: said.append(message.text))
    visit.page.on("dialog", lambda dialog: (said.append("POLICY dialog"), dialog.dismiss()))
    visit.page.add_init_script(
        "document.addEventListener('securitypolicyviolation', (e) => console.error('POLICY', e.violatedDirective, "
        "e.blockedURI))"
    )
    seen = 0
    for slug in WALKED:
        visit.open(f"{poisoned_address}/{slug}{PAGES.get(slug, '')}")
        visit.page.evaluate("document.querySelectorAll('details:not([open]) > summary').forEach((one) => one.click())")
        visit.settle()
        made = visit.page.locator(MADE).evaluate_all("all => all.map((one) => one.outerHTML.slice(0, 200))")
        assert made == [], slug
        assert "lỗi ngoài dự kiến" not in visit.text, slug
        seen += "evil.example" in visit.text
    assert seen > len(WALKED) / 3  # the words are really there
    assert visit.outside == []
    assert [text for text in said if "POLICY" in text and "wasm-eval" not in text] == []

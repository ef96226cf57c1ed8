"""The guide's chapter on a quarter and the walk in the real browser are the same steps in the same order."""

import re

from cchc_metrics.config import PROJECT
from tests.browser.test_quarter_walk import STEPS

CHAPTER = "### Một quý của phòng HC-TC"


def test_the_guide_tells_the_steps_that_the_browser_walks() -> None:
    guide = (PROJECT / "docs" / "huong-dan.md").read_text("utf-8")
    chapter = guide.partition(CHAPTER)[2].partition("\n## ")[0]
    assert re.findall(r"^\d+\. \*\*(.+?)\.\*\*", chapter, re.MULTILINE) == list(STEPS)

"""Documents that name evidence name files that are there."""

import re

import pytest

from cchc_metrics.config import PROJECT

DOCUMENTS = ("docs/ho-so-cap-do.md", "docs/asvs.md", "docs/security.md", "SECURITY.md")
_NAMED = re.compile(r"`((?:tests|docs|cchc_metrics|deploy)/[\w./-]+|(?:test_\w+|requirements\w*)\.\w+)`")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_file_that_is_named_as_evidence_is_there(document: str) -> None:
    named = set(_NAMED.findall((PROJECT / document).read_text("utf-8")))
    lacking = {one for one in named if not (PROJECT / one).exists() and not list(PROJECT.glob(f"tests/**/{one}"))}
    assert lacking == set()
    assert named or document == "SECURITY.md"

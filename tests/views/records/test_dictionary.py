"""The data dictionary in docs/ is the schema's own."""

from cchc_metrics.config import PROJECT
from cchc_metrics.views.records.dictionary import data_dictionary


def test_the_data_dictionary_is_up_to_date() -> None:
    written = (PROJECT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert written == data_dictionary(), "run: python tasks.py docs"

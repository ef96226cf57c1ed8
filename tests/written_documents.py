"""Documents that are written from the code: ``python -m tests.written_documents`` writes them anew (`make docs`)."""

from collections.abc import Callable, Mapping
from pathlib import Path

from cchc_metrics.config import PROJECT
from cchc_metrics.views.records.dictionary import data_dictionary
from cchc_metrics.views.records.finding_codes import finding_list
from tests.house_picture import ARCHITECTURE, drawn

DOCUMENTS: Mapping[Path, Callable[[], str]] = {
    PROJECT / "docs" / "data-dictionary.md": data_dictionary,
    PROJECT / "docs" / "finding-codes.md": finding_list,
    ARCHITECTURE: drawn,
}

if __name__ == "__main__":
    for path, written in DOCUMENTS.items():
        path.write_text(written(), encoding="utf-8")

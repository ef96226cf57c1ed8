"""Documents that are written from the code: ``python -m tests.written_documents`` writes them anew (`make docs`)."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_metrics.config import PROJECT, load_settings
from cchc_metrics.services.intake import reference
from cchc_metrics.services.intake.ready import FOLDER, made_of
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.records.dictionary import data_dictionary
from cchc_metrics.views.records.finding_codes import finding_list
from tests.access_table import ACCESS_TABLE, access_table
from tests.house_picture import ARCHITECTURE, drawn

DOCUMENTS: Mapping[Path, Callable[[], str]] = {
    PROJECT / "docs" / "data-dictionary.md": data_dictionary,
    PROJECT / "docs" / "finding-codes.md": finding_list,
    ARCHITECTURE: drawn,
    ACCESS_TABLE: access_table,
}

READY = load_settings({}).reference_dir / FOLDER


def made_anew() -> dict[str, bytes]:
    """The change sets of the shipped facts, by reading and checking every file; name -> content."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shipped = shutil.copytree(READY.parent, folder / "reference", ignore=shutil.ignore_patterns(FOLDER))
        office = Office.open(replace(load_settings({}), data_dir=folder / "data", reference_dir=shipped))
        try:
            reference.prepare(office)
            return made_of(office.store)
        finally:
            office.close()


if __name__ == "__main__":
    shutil.rmtree(READY, ignore_errors=True)
    READY.mkdir()
    for name, content in made_anew().items():
        (READY / name).write_bytes(content)
    for path, written in DOCUMENTS.items():
        path.write_text(written(), encoding="utf-8")

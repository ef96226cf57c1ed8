"""The list of terms of the field, as far as words fit."""

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.views.kit.glossary import matching
from cchc_metrics.views.kit.shapes import Column, Row, TableView


def glossary_table(words: str) -> TableView:
    """Terms and meanings, those whose name fits first; all of them without words."""
    t, found = texts().glossary, matching(words)
    rows = [Row(code, (fmt.upper_first(name), meaning)) for code, name, meaning in found]
    if not rows:
        rows = [Row("none", (t.nothing.format(words=words),), aside=True)]
    columns = (Column(t.column_term, wraps=True), Column(t.column_meaning, wide=True))
    return TableView(t.caption.format(count=len(found)), columns, tuple(rows))

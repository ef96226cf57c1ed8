"""What is wrong with a form: a summary that links to the fields, and a mark and a sentence at each of them."""

import re
from collections.abc import Sequence

from cchc_metrics.labels import texts
from cchc_metrics.labels.format import lower_first
from cchc_metrics.ui.components.markup import element, mark_of, wrapped
from cchc_metrics.ui.drawn import put

_NO_CLASS = re.compile(r"[^a-zA-Z0-9_-]")


def faults(found: Sequence[tuple[str, str]], title: str = "") -> None:
    """The summary. found: (sentence, key of the field it speaks of; empty where it speaks of none). title: what
    it means for what was entered; usually that it is not stored.

    The script of the document marks the fields: aria-invalid, the sentence beside it, described by its line here.
    """
    if not found:
        return
    lines = []
    for sentence, key in found:
        name = f"fault-{mark_of(sentence, key)}"
        linked = element(
            "a", sentence, id=name, href=f"#{name}", data_field=f"st-key-{_NO_CLASS.sub('-', key.strip())}"
        )
        lines.append(wrapped("li", linked if key else element("span", sentence)))
    inner = element("strong", title or texts().common.faults_title) + wrapped("ul", "".join(lines))
    put(wrapped("div", inner, "cchc-problem cchc-faults", role="alert"))


def lacking(fields: Sequence[tuple[str, str, object]]) -> bool:
    """Whether a required field is empty, each then named. fields: (label, key, value as it stands)."""
    said = texts().common.field_missing
    empty = [(label, key) for label, key, value in fields if value is None or not str(value).strip()]
    faults([(said.format(label=lower_first(label.split(" (")[0])), key) for label, key in empty])
    return bool(empty)

"""The sections of a report as a person edits them."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_metrics.labels import texts
from cchc_metrics.views.compile.narratives import Section


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section below whose heading something stands.

    label: number and title, marked where a person wrote it · text: what stands in the report · draft: the mark of the
    draft of today · state: whose text it is · changed: that the draft is another now, empty where it is not.
    """

    number: str
    label: str
    text: str
    draft: str
    state: str
    changed: str
    is_own: bool


def section_views(sections: Sequence[Section]) -> tuple[SectionView, ...]:
    """The sections that can be edited, in the order of the outline."""
    return tuple(_view(one) for one in sections if one.is_written)


def _view(one: Section) -> SectionView:
    t = texts().weaving
    name = f"{one.number}. {one.title.partition('. ')[2]}"
    return SectionView(
        number=one.number,
        label=t.written_mark.format(name=name) if one.own else name,
        text=one.own.text if one.own else "\n".join(one.lines),
        draft=one.mark,
        state=_state(one),
        changed=t.edit_changed if one.stale else "",
        is_own=one.own is not None,
    )


def _state(one: Section) -> str:
    t = texts().weaving
    if one.own is not None:
        return t.edit_own.format(by=one.own.by)
    return t.edit_empty if one.is_empty else t.edit_drafted

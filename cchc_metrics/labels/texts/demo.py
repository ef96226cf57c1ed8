"""The try-out: an illustrative office, apart from real figures."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoTexts:
    """What is said of and in the try-out. Placeholders in braces are filled with ``str.format``."""

    mark: str
    strip: str
    folder_is_illustrative: str  # {folder}
    folder_is_real: str  # {folder}
    needs_mark: str
    help_demo: str
    help_on: str
    only_in_demo: str
    built: str  # {units} {reports} {folder}
    unit_names: Mapping[str, tuple[str, str]]  # unit id -> name, short name
    head: str  # {letter}
    head_title: str
    reporter: str  # {letter}
    compiler: str
    settings: Mapping[str, str]
    narratives: Mapping[str, str]  # part of the narrative -> text; {mark} {task}
    evidence: str
    nil_reason: str
    returned: Mapping[str, str]  # code of the cell -> comment
    returned_reason: str
    soft_reason: str
    extension_reason: str
    allowed_by: str
    plan_items: tuple[tuple[str, str, int, str, float | None, str], ...]  # task, product, month, unit, % done, task no
    step_catalogue: str
    step_period: str  # {period}
    file_stem: str

"""The catalogue: one frozen class per page, whose defaults are the Vietnamese; a second language is a second instance.

Placeholders in braces are filled with ``str.format``; another language uses the same ones. ``lacking`` names the texts
that a language has not.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib import import_module
from typing import TYPE_CHECKING

from cchc_metrics.labels.texts.chapter import Chapter

if TYPE_CHECKING:
    from cchc_metrics.labels.texts.access import AccessTexts
    from cchc_metrics.labels.texts.across import AcrossTexts
    from cchc_metrics.labels.texts.atlas import AtlasTexts
    from cchc_metrics.labels.texts.audit import AuditTexts
    from cchc_metrics.labels.texts.board import BoardTexts
    from cchc_metrics.labels.texts.certainty import CertaintyTexts
    from cchc_metrics.labels.texts.charts import ChartsTexts
    from cchc_metrics.labels.texts.cli import CliTexts
    from cchc_metrics.labels.texts.clock import ClockTexts
    from cchc_metrics.labels.texts.common import CommonTexts
    from cchc_metrics.labels.texts.context import ContextTexts
    from cchc_metrics.labels.texts.demo import DemoTexts
    from cchc_metrics.labels.texts.documents import DocumentsTexts
    from cchc_metrics.labels.texts.entering import EnteringTexts
    from cchc_metrics.labels.texts.errors import ErrorsTexts
    from cchc_metrics.labels.texts.explore import ExploreTexts
    from cchc_metrics.labels.texts.findings import FindingsTexts
    from cchc_metrics.labels.texts.gap import GapTexts
    from cchc_metrics.labels.texts.gate import GateTexts
    from cchc_metrics.labels.texts.health import BackupTexts, HealthTexts
    from cchc_metrics.labels.texts.intake import IntakeTexts
    from cchc_metrics.labels.texts.lake import LakeTexts
    from cchc_metrics.labels.texts.lineage import LineageTexts
    from cchc_metrics.labels.texts.lists import AsidesTexts, ListsTexts
    from cchc_metrics.labels.texts.locks import LocksTexts
    from cchc_metrics.labels.texts.lost import LostTexts
    from cchc_metrics.labels.texts.mapping import MappingTexts
    from cchc_metrics.labels.texts.method import MethodTexts
    from cchc_metrics.labels.texts.origin import OriginTexts, RedactionTexts
    from cchc_metrics.labels.texts.overview import DigestTexts, OverviewTexts
    from cchc_metrics.labels.texts.published import PublishedTexts, StepsTexts
    from cchc_metrics.labels.texts.questions import QuestionsTexts
    from cchc_metrics.labels.texts.ranking import RankingTexts
    from cchc_metrics.labels.texts.reading import ReadingTexts
    from cchc_metrics.labels.texts.remarks import RemarksTexts, ShelfTexts
    from cchc_metrics.labels.texts.reporting import ReportingTexts
    from cchc_metrics.labels.texts.scenario import ScenarioTexts
    from cchc_metrics.labels.texts.search import GlossaryTexts, SearchTexts
    from cchc_metrics.labels.texts.services import ServicesTexts
    from cchc_metrics.labels.texts.setup import SetupTexts
    from cchc_metrics.labels.texts.shell import ShellTexts
    from cchc_metrics.labels.texts.story import StoryTexts
    from cchc_metrics.labels.texts.targets import TargetsTexts
    from cchc_metrics.labels.texts.trajectory import TrajectoryTexts
    from cchc_metrics.labels.texts.trend import TrendTexts
    from cchc_metrics.labels.texts.unit import UnitTexts
    from cchc_metrics.labels.texts.upload import UploadTexts
    from cchc_metrics.labels.texts.weaving import WeavingTexts
    from cchc_metrics.labels.texts.why import WhyTexts
    from cchc_metrics.labels.texts.workbooks import WorkbooksTexts

# Pages whose class stands in the file of another page.
BESIDE = {
    "digest": "overview",
    "steps": "published",
    "backup": "health",
    "redaction": "origin",
    "shelf": "remarks",
    "glossary": "search",
    "asides": "lists",
}


@dataclass(frozen=True, init=False, eq=False, repr=False)
class Texts:
    """Everything the product says in one language; a page's class is loaded when the page is first asked for.

    A page that is not given is the Vietnamese.
    """

    common: "CommonTexts"
    errors: "ErrorsTexts"
    reading: "ReadingTexts"
    findings: "FindingsTexts"
    charts: "ChartsTexts"
    shelf: "ShelfTexts"
    shell: "ShellTexts"
    workbooks: "WorkbooksTexts"
    digest: "DigestTexts"
    overview: "OverviewTexts"
    ranking: "RankingTexts"
    trend: "TrendTexts"
    gap: "GapTexts"
    explore: "ExploreTexts"
    upload: "UploadTexts"
    steps: "StepsTexts"
    targets: "TargetsTexts"
    story: "StoryTexts"
    origin: "OriginTexts"
    method: "MethodTexts"
    search: "SearchTexts"
    services: "ServicesTexts"
    cli: "CliTexts"
    mapping: "MappingTexts"
    published: "PublishedTexts"
    questions: "QuestionsTexts"
    glossary: "GlossaryTexts"
    health: "HealthTexts"
    backup: "BackupTexts"
    redaction: "RedactionTexts"
    clock: "ClockTexts"
    context: "ContextTexts"
    why: "WhyTexts"
    lost: "LostTexts"
    trajectory: "TrajectoryTexts"
    scenario: "ScenarioTexts"
    certainty: "CertaintyTexts"
    lineage: "LineageTexts"
    across: "AcrossTexts"
    atlas: "AtlasTexts"
    remarks: "RemarksTexts"
    reporting: "ReportingTexts"
    documents: "DocumentsTexts"
    demo: "DemoTexts"
    unit: "UnitTexts"
    board: "BoardTexts"
    setup: "SetupTexts"
    gate: "GateTexts"
    intake: "IntakeTexts"
    access: "AccessTexts"
    entering: "EnteringTexts"
    lists: "ListsTexts"
    asides: "AsidesTexts"
    weaving: "WeavingTexts"
    audit: "AuditTexts"
    locks: "LocksTexts"
    lake: "LakeTexts"

    def __init__(self, **pages: object) -> None:
        """pages: instances of the classes above. Raises TypeError for a page there is none of."""
        if unknown := pages.keys() - Texts.__annotations__.keys():
            raise TypeError(f"no page of texts is called {sorted(unknown)}")
        self.__dict__.update(pages)

    def __getattr__(self, name: str) -> object:
        if name not in Texts.__annotations__:
            raise AttributeError(name)
        made: object = getattr(import_module(f"{__name__}.{BESIDE.get(name, name)}"), Texts.__annotations__[name])()
        return self.__dict__.setdefault(name, made)


def lacking(other: Texts, ours: Texts) -> tuple[str, ...]:
    """Texts of another language that are still the Vietnamese or fill other placeholders, as ``page.text``.

    A text without a letter, or one that holds nothing but placeholders, is the same in every language.
    """
    return tuple(
        f"{page.name}.{text.name}"
        for page in fields(Texts)
        for text in fields(getattr(ours, page.name))
        if _lacks(getattr(getattr(other, page.name), text.name), getattr(getattr(ours, page.name), text.name))
    )


def _lacks(other: object, ours: object) -> bool:
    if isinstance(ours, str):
        spoken = any(letter.isalpha() for letter in re.sub(r"{.*?}", "", ours))
        return (spoken and other == ours) or _holes(str(other)) != _holes(ours)
    if isinstance(ours, Mapping):
        return not isinstance(other, Mapping) or any(_lacks(other.get(key), said) for key, said in ours.items())
    if isinstance(ours, tuple):
        return not isinstance(other, tuple) or len(other) != len(ours) or any(map(_lacks, other, ours))
    if isinstance(ours, Chapter):
        if not isinstance(other, Chapter) or other.anchor != ours.anchor:
            return True
        return _lacks((other.title, other.paragraphs), (ours.title, ours.paragraphs))
    return type(other) is not type(ours)


def _holes(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)", text))

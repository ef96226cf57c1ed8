"""The catalogue: one frozen class per page, whose defaults are the Vietnamese; a second language is a second instance.

Placeholders in braces are filled with ``str.format``; another language uses the same ones. ``lacking`` names the texts
that a language has not.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

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
from cchc_metrics.labels.texts.lineage import LineageTexts
from cchc_metrics.labels.texts.lists import ListsTexts
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
from cchc_metrics.labels.texts.reporting import ReportingTexts
from cchc_metrics.labels.texts.scenario import ScenarioTexts
from cchc_metrics.labels.texts.search import SearchTexts
from cchc_metrics.labels.texts.services import ServicesTexts
from cchc_metrics.labels.texts.setup import SetupTexts
from cchc_metrics.labels.texts.shell import ShellTexts
from cchc_metrics.labels.texts.targets import TargetsTexts
from cchc_metrics.labels.texts.trajectory import TrajectoryTexts
from cchc_metrics.labels.texts.trend import TrendTexts
from cchc_metrics.labels.texts.unit import UnitTexts
from cchc_metrics.labels.texts.upload import UploadTexts
from cchc_metrics.labels.texts.weaving import WeavingTexts
from cchc_metrics.labels.texts.why import WhyTexts
from cchc_metrics.labels.texts.workbooks import WorkbooksTexts


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything the product says in one language."""

    common: CommonTexts = field(default_factory=CommonTexts)
    errors: ErrorsTexts = field(default_factory=ErrorsTexts)
    reading: ReadingTexts = field(default_factory=ReadingTexts)
    findings: FindingsTexts = field(default_factory=FindingsTexts)
    charts: ChartsTexts = field(default_factory=ChartsTexts)
    shell: ShellTexts = field(default_factory=ShellTexts)
    workbooks: WorkbooksTexts = field(default_factory=WorkbooksTexts)
    digest: DigestTexts = field(default_factory=DigestTexts)
    overview: OverviewTexts = field(default_factory=OverviewTexts)
    ranking: RankingTexts = field(default_factory=RankingTexts)
    trend: TrendTexts = field(default_factory=TrendTexts)
    gap: GapTexts = field(default_factory=GapTexts)
    explore: ExploreTexts = field(default_factory=ExploreTexts)
    upload: UploadTexts = field(default_factory=UploadTexts)
    steps: StepsTexts = field(default_factory=StepsTexts)
    targets: TargetsTexts = field(default_factory=TargetsTexts)
    origin: OriginTexts = field(default_factory=OriginTexts)
    method: MethodTexts = field(default_factory=MethodTexts)
    search: SearchTexts = field(default_factory=SearchTexts)
    services: ServicesTexts = field(default_factory=ServicesTexts)
    cli: CliTexts = field(default_factory=CliTexts)
    mapping: MappingTexts = field(default_factory=MappingTexts)
    published: PublishedTexts = field(default_factory=PublishedTexts)
    questions: QuestionsTexts = field(default_factory=QuestionsTexts)
    health: HealthTexts = field(default_factory=HealthTexts)
    backup: BackupTexts = field(default_factory=BackupTexts)
    redaction: RedactionTexts = field(default_factory=RedactionTexts)
    clock: ClockTexts = field(default_factory=ClockTexts)
    context: ContextTexts = field(default_factory=ContextTexts)
    why: WhyTexts = field(default_factory=WhyTexts)
    lost: LostTexts = field(default_factory=LostTexts)
    trajectory: TrajectoryTexts = field(default_factory=TrajectoryTexts)
    scenario: ScenarioTexts = field(default_factory=ScenarioTexts)
    certainty: CertaintyTexts = field(default_factory=CertaintyTexts)
    lineage: LineageTexts = field(default_factory=LineageTexts)
    across: AcrossTexts = field(default_factory=AcrossTexts)
    atlas: AtlasTexts = field(default_factory=AtlasTexts)
    reporting: ReportingTexts = field(default_factory=ReportingTexts)
    documents: DocumentsTexts = field(default_factory=DocumentsTexts)
    demo: DemoTexts = field(default_factory=DemoTexts)
    unit: UnitTexts = field(default_factory=UnitTexts)
    board: BoardTexts = field(default_factory=BoardTexts)
    setup: SetupTexts = field(default_factory=SetupTexts)
    gate: GateTexts = field(default_factory=GateTexts)
    intake: IntakeTexts = field(default_factory=IntakeTexts)
    access: AccessTexts = field(default_factory=AccessTexts)
    entering: EnteringTexts = field(default_factory=EnteringTexts)
    lists: ListsTexts = field(default_factory=ListsTexts)
    weaving: WeavingTexts = field(default_factory=WeavingTexts)
    audit: AuditTexts = field(default_factory=AuditTexts)
    locks: LocksTexts = field(default_factory=LocksTexts)


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
    return other == ours


def _holes(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)", text))

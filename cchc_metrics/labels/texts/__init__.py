"""The catalogue: one frozen record per language. A text that a language lacks fails at type check."""

from dataclasses import dataclass

from cchc_metrics.labels.texts.across import AcrossTexts
from cchc_metrics.labels.texts.atlas import AtlasTexts
from cchc_metrics.labels.texts.board import BoardTexts
from cchc_metrics.labels.texts.certainty import CertaintyTexts
from cchc_metrics.labels.texts.charts import ChartsTexts
from cchc_metrics.labels.texts.cli import CliTexts
from cchc_metrics.labels.texts.clock import ClockTexts
from cchc_metrics.labels.texts.common import CommonTexts
from cchc_metrics.labels.texts.demo import DemoTexts
from cchc_metrics.labels.texts.documents import DocumentsTexts
from cchc_metrics.labels.texts.errors import ErrorsTexts
from cchc_metrics.labels.texts.explore import ExploreTexts
from cchc_metrics.labels.texts.findings import FindingsTexts
from cchc_metrics.labels.texts.gap import GapTexts
from cchc_metrics.labels.texts.gate import GateTexts
from cchc_metrics.labels.texts.health import HealthTexts
from cchc_metrics.labels.texts.lineage import LineageTexts
from cchc_metrics.labels.texts.lost import LostTexts
from cchc_metrics.labels.texts.mapping import MappingTexts
from cchc_metrics.labels.texts.method import MethodTexts
from cchc_metrics.labels.texts.origin import OriginTexts
from cchc_metrics.labels.texts.overview import OverviewTexts
from cchc_metrics.labels.texts.questions import QuestionsTexts
from cchc_metrics.labels.texts.ranking import RankingTexts
from cchc_metrics.labels.texts.reading import ReadingTexts
from cchc_metrics.labels.texts.reporting import ReportingTexts
from cchc_metrics.labels.texts.scenario import ScenarioTexts
from cchc_metrics.labels.texts.services import ServicesTexts
from cchc_metrics.labels.texts.setup import SetupTexts
from cchc_metrics.labels.texts.shell import ShellTexts
from cchc_metrics.labels.texts.targets import TargetsTexts
from cchc_metrics.labels.texts.trajectory import TrajectoryTexts
from cchc_metrics.labels.texts.trend import TrendTexts
from cchc_metrics.labels.texts.unit import UnitTexts
from cchc_metrics.labels.texts.upload import UploadTexts
from cchc_metrics.labels.texts.why import WhyTexts
from cchc_metrics.labels.texts.workbooks import WorkbooksTexts


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything the product says in one language."""

    common: CommonTexts
    errors: ErrorsTexts
    reading: ReadingTexts
    findings: FindingsTexts
    charts: ChartsTexts
    shell: ShellTexts
    workbooks: WorkbooksTexts
    overview: OverviewTexts
    ranking: RankingTexts
    trend: TrendTexts
    gap: GapTexts
    explore: ExploreTexts
    upload: UploadTexts
    targets: TargetsTexts
    origin: OriginTexts
    method: MethodTexts
    services: ServicesTexts
    cli: CliTexts
    mapping: MappingTexts
    questions: QuestionsTexts
    health: HealthTexts
    clock: ClockTexts
    why: WhyTexts
    lost: LostTexts
    trajectory: TrajectoryTexts
    scenario: ScenarioTexts
    certainty: CertaintyTexts
    lineage: LineageTexts
    across: AcrossTexts
    atlas: AtlasTexts
    reporting: ReportingTexts
    documents: DocumentsTexts
    gate: GateTexts
    demo: DemoTexts
    unit: UnitTexts
    board: BoardTexts
    setup: SetupTexts

"""The catalogue: one frozen record per language. A text that a language lacks fails at type check."""

from dataclasses import dataclass

from cchc_metrics.labels.texts.charts import ChartsTexts
from cchc_metrics.labels.texts.cli import CliTexts
from cchc_metrics.labels.texts.common import CommonTexts
from cchc_metrics.labels.texts.errors import ErrorsTexts
from cchc_metrics.labels.texts.explore import ExploreTexts
from cchc_metrics.labels.texts.findings import FindingsTexts
from cchc_metrics.labels.texts.gap import GapTexts
from cchc_metrics.labels.texts.method import MethodTexts
from cchc_metrics.labels.texts.origin import OriginTexts
from cchc_metrics.labels.texts.overview import OverviewTexts
from cchc_metrics.labels.texts.ranking import RankingTexts
from cchc_metrics.labels.texts.reading import ReadingTexts
from cchc_metrics.labels.texts.services import ServicesTexts
from cchc_metrics.labels.texts.shell import ShellTexts
from cchc_metrics.labels.texts.targets import TargetsTexts
from cchc_metrics.labels.texts.trend import TrendTexts
from cchc_metrics.labels.texts.upload import UploadTexts
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

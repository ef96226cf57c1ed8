"""The Vietnamese catalogue."""

from cchc_metrics.labels.texts import Texts
from cchc_metrics.labels.vi import (
    charts,
    cli,
    common,
    errors,
    explore,
    findings,
    gap,
    method,
    origin,
    overview,
    ranking,
    reading,
    services,
    shell,
    targets,
    trend,
    upload,
    workbooks,
)

VIETNAMESE = Texts(
    common=common.TEXTS,
    errors=errors.TEXTS,
    reading=reading.TEXTS,
    findings=findings.TEXTS,
    charts=charts.TEXTS,
    shell=shell.TEXTS,
    workbooks=workbooks.TEXTS,
    overview=overview.TEXTS,
    ranking=ranking.TEXTS,
    trend=trend.TEXTS,
    gap=gap.TEXTS,
    explore=explore.TEXTS,
    upload=upload.TEXTS,
    targets=targets.TEXTS,
    origin=origin.TEXTS,
    method=method.TEXTS,
    services=services.TEXTS,
    cli=cli.TEXTS,
)

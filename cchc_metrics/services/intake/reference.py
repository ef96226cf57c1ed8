"""The shipped facts: taken in on first start through the path every upload takes."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from cchc_metrics.labels import named, texts
from cchc_metrics.schema import KINDS, Kind
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.updating import before_update

Progress = Callable[[float, str], None]

# In the order in which names can be resolved.
REFERENCE: tuple[tuple[str, str], ...] = (
    ("entities", "entities.csv"),
    ("frameworks", "frameworks.csv"),
    ("breaks", "breaks.csv"),
    ("windows", "windows.csv"),
    ("sources", "sources.csv"),
    ("scores", "papi_dimension.csv"),
    ("scores", "papi_subdimension.csv"),
    ("scores", "par_sipas_results.csv"),
    ("scores", "par_sipas_averages.csv"),
    ("scores", "par_sipas_areas.csv"),
    ("policy-targets", "policy_targets.csv"),
    ("lineage-weights", "lineage_weights.csv"),
    ("themes", "themes.csv"),
    ("legal-bases", "unit_reports/legal_bases.csv"),
    ("units", "unit_reports/units.csv"),
    ("tasks", "unit_reports/tasks.csv"),
    ("task-owners", "unit_reports/task_owners.csv"),
    ("metrics", "unit_reports/metrics.csv"),
    ("metric-checks", "unit_reports/metric_checks.csv"),
    ("forms", "unit_reports/forms.csv"),
    ("task-links", "unit_reports/task_links.csv"),
    ("due-days", "unit_reports/due_days.csv"),
    ("outline", "unit_reports/outline.csv"),
    ("indices", "indices.csv"),
    ("assumptions", "assumptions.csv"),
    ("sample-sizes", "sample_sizes.csv"),
    ("metrics", "unit_reports/metrics_2027.csv"),
    ("metric-checks", "unit_reports/metric_checks_2027.csv"),
    ("releases", "releases.csv"),
    ("scores", "par_sipas_more.csv"),
    ("scores", "par_sipas_more_areas.csv"),
    ("sightings", "sightings.csv"),
    ("forms", "unit_reports/forms_2027.csv"),
    ("translations", "translations.csv"),
    ("lineage-weights", "population_weights.csv"),
)


def missing_files(office: Office) -> tuple[tuple[Kind, Path], ...]:
    """Shipped files that this office has never taken in. One that was taken in and undone stays undone."""
    known = {entry.original_sha256 for entry in office.store.entries()}
    files = ((KINDS[kind], office.settings.reference_dir / name) for kind, name in REFERENCE)
    return tuple((kind, path) for kind, path in files if _digest(path) not in known)


def prepare(office: Office, progress: Progress | None = None) -> int:
    """Take in the shipped facts that are not there yet, once per process; returns how many files were taken in.

    Raises StoreDamagedError when a shipped file is refused.
    """
    with office.preparing:
        if office.ready.is_set():
            return 0
        taken = 0 if office.store.is_only_read else _take_in_all(office, progress)
        office.ready.set()
        return taken


def _take_in_all(office: Office, progress: Progress | None) -> int:
    t = texts().services
    before_update(office)
    waiting = missing_files(office)
    for done, (kind, path) in enumerate(waiting):
        if progress:
            progress(done / len(waiting), t.loading_reference.format(title=named(kind.title).lower()))
        # Nearly every start finds them all there, and needs no reader of files.
        from cchc_metrics.services.intake.taking_in import take_in  # noqa: PLC0415

        take_in(office, kind, path)
    if progress and waiting:
        progress(1.0, t.loaded_reference)
    return len(waiting)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

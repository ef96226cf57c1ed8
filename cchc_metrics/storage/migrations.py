"""The schema's history: hand-written SQL files, append-only, applied in order and recorded with their hash."""

from hashlib import sha256
from pathlib import Path

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.storage.gateway import Gateway
from cchc_metrics.storage.statements import statement

_FOLDER = Path(__file__).parent / "migrations"


def migrate(gateway: Gateway) -> None:
    """Apply the migrations that the database lacks, each in one transaction.

    Raises StoreDamagedError when the database was made by other migrations than ours; it is derived, so rebuild it.
    """
    files = sorted(_FOLDER.glob("*.sql"))
    with gateway.transaction() as cursor:
        cursor.execute(statement("create_migration"))
        done = cursor.execute(statement("migrations")).fetchall()
    ours = [(number, _hash(file)) for number, file in enumerate(files, start=1)]
    if done != ours[: len(done)]:
        raise StoreDamagedError(texts().errors.database_of_other_version)
    for file, (number, digest) in list(zip(files, ours, strict=True))[len(done) :]:
        _apply(gateway, file, number, digest)


def _apply(gateway: Gateway, file: Path, number: int, digest: str) -> None:
    with gateway.transaction() as cursor:
        cursor.execute(file.read_text(encoding="utf-8"))
        cursor.execute(statement("insert_migration"), {"number": number, "name": file.stem, "sha256": digest})


def _hash(file: Path) -> str:
    # By text, not by bytes: a checkout on Windows may have other line ends.
    return sha256(file.read_text(encoding="utf-8").encode()).hexdigest()

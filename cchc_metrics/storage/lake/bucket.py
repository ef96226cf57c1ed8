"""Objects in a bucket of an S3-compatible server: where it is, and by which key it is asked."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage.lake.objects import Objects, Stored
from cchc_metrics.storage.statements import literal

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
# A server that does not answer is told of within a minute; what fails before is tried again.
_RETRIES: Any = {"max_retries": 3, "retry_timeout": timedelta(seconds=45)}
_PATIENCE: Any = {"connect_timeout": "5s", "timeout": "60s"}


@dataclass(frozen=True, slots=True)
class Bucket:
    """name, prefix: of ``s3://name/prefix`` · endpoint: whole address of the server, empty for Amazon's own."""

    name: str
    prefix: str
    endpoint: str
    region: str
    key_id: str = field(repr=False)
    secret: str = field(repr=False)


class BucketError(OSError):
    """The server refused or did not answer."""


def bucket_of(settings: Settings) -> Bucket:
    """The bucket of a shared store, with the key of its file. Raises CchcError for a declaration that is wrong."""
    t, file = texts().lake, settings.s3_file
    if file is None:
        raise CchcError(t.no_s3_file)
    place = urlsplit(settings.lake_bucket)
    try:
        told: Mapping[str, Any] = tomllib.loads(file.read_text("utf-8"))
        server = urlsplit(str(told.get("endpoint", "")))
        # Figures go over the line as they are: outside this machine only encrypted.
        if server.geturl() and not (server.scheme == "https" or server.hostname in _LOOPBACK):
            raise ValueError("endpoint")
        return Bucket(
            name=place.netloc,
            prefix=place.path.strip("/"),
            endpoint=server.geturl().rstrip("/"),
            region=str(told.get("region", "us-east-1")),
            key_id=str(told["key_id"]),
            secret=Path(told["secret_file"]).read_text("utf-8").strip(),
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        what = str(error).strip("'\"")
        raise CchcError(t.s3_unreadable.format(file=file.name, what=what)) from error


class BucketObjects(Objects):
    """Objects of a bucket under a prefix. The server holds what it took against its SHA-256 before it answers."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket
        named: dict[str, Any] = {"endpoint": bucket.endpoint} if bucket.endpoint else {}
        self._store = S3Store(
            bucket.name,
            prefix=bucket.prefix or None,
            region=bucket.region,
            access_key_id=bucket.key_id,
            secret_access_key=bucket.secret,
            checksum_algorithm="SHA256",
            client_options=_PATIENCE | {"allow_http": bucket.endpoint.startswith("http:")},
            retry_config=_RETRIES,
            **named,
        )

    def put(self, key: str, data: bytes) -> None:
        with _told():
            obstore.put(self._store, key, data, use_multipart=False)

    def get(self, key: str) -> bytes:
        with _told():
            return bytes(obstore.get(self._store, key).bytes())

    def has(self, key: str) -> bool:
        try:
            with _told():
                obstore.head(self._store, key)
        except FileNotFoundError:
            return False
        return True

    def listed(self, under: str) -> dict[str, Stored]:
        with _told():
            pages = obstore.list(self._store, under, chunk_size=1000)
            return {
                one["path"]: Stored(one["size"], one["last_modified"].timestamp()) for page in pages for one in page
            }

    def delete(self, key: str) -> None:
        with _told():
            obstore.delete(self._store, key)

    def address(self, key: str) -> str:
        return "/".join(part for part in ("s3:/", self._bucket.name, self._bucket.prefix, key) if part)

    def introduce(self, load: Callable[[str], None], execute: Callable[[str], object]) -> None:
        bucket, server = self._bucket, urlsplit(self._bucket.endpoint)
        told = {"KEY_ID": bucket.key_id, "SECRET": bucket.secret, "REGION": bucket.region}
        if bucket.endpoint:
            told |= {"ENDPOINT": server.netloc + server.path, "URL_STYLE": "path"}
        listed = ", ".join(f"{name} {literal(value)}" for name, value in told.items())
        load("duckdb_extension_httpfs")
        execute(f"CREATE SECRET store (TYPE s3, USE_SSL {server.scheme != 'http'}, {listed})")

    def require_there(self) -> None:
        try:
            with _told():
                obstore.list_with_delimiter(self._store)
        except OSError as error:
            place = texts().lake.no_bucket.format(place=self.address(""), reason=error)
            raise CchcError(place) from error


@contextmanager
def _told() -> Iterator[None]:
    """Errors of the server as those of a disk, in one line."""
    try:
        yield
    except BaseError as error:
        raise BucketError(str(error).partition("\n")[0]) from error

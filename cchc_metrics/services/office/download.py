"""What a person takes away: the bytes of a file, its name and its type."""

from dataclasses import dataclass

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


CSV = "text/csv; charset=utf-8"
PARQUET = "application/vnd.apache.parquet"


@dataclass(frozen=True, slots=True)
class Download:
    """A file to hand over; the name carries a mark of its content, so no two files share one."""

    name: str
    data: bytes
    mime: str
    rows: int

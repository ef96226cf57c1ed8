"""The server's log: one JSON object a line, for a person with ``grep`` as for a collector."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TextIO


class JsonLines(logging.Formatter):
    """time, level, logger, message; reference where the screen shows one; error, with its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if reference := getattr(record, "reference", ""):
            line["reference"] = reference
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def write_json_lines(stream: TextIO = sys.stderr) -> None:
    """Let everything of ours be written so."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    ours = logging.getLogger("cchc_metrics")
    ours.handlers, ours.propagate = [handler], False
    ours.setLevel(logging.INFO)

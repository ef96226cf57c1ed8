"""docs/finding-codes.md: every finding code with what it says and what to do about it, written from the register."""

import re
from dataclasses import dataclass, fields

from cchc_metrics.labels import texts
from cchc_metrics.labels.finding_codes import CODES
from cchc_metrics.labels.texts import Texts
from cchc_metrics.model import Severity

_LETTERS = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}
_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "information"}
# Where a sentence, or half of one, ends; «others» is a sentence of its own.
_SENTENCES = re.compile(r"(?<=[.?:;}])\s+(?=\S)")
# What a sentence begins with that says what to do.
_DEEDS = (
    "Bỏ ",
    "Bổ sung",
    "Cho biết",
    "Chép lại",
    "Chỉ giữ",
    "Chỉ nạp",
    "Chọn ",
    "Chuyển ",
    "Có chuyển",
    "Có phải",
    "Dùng ",
    "Điền ",
    "Đánh dấu",
    "Đặt ô",
    "Để trống",
    "Định dạng",
    "Đổi ",
    "Đối chiếu",
    "Ghi ",
    "Giải ",
    "Giữ lại",
    "Gõ lại",
    "Gõ một",
    "Hãy ",
    "Kiểm tra",
    "Lấy ",
    "Mở tệp",
    "Nạp ",
    "Nên ",
    "Nếu ",
    "Nhập ",
    "Không nạp",
    "Không phát sinh thì",
    "Báo cáo thật",
    "Ở đây phải",
    "Không mở",
    "Sửa ",
    "Tách ",
    "Thêm ",
    "Trả lời",
    "Trong cách",
    "Trong «Cách",
    "Xem lại",
    "Xoá ",
    "{hint}",
)

_HEAD = """# Finding codes

Written by `python tasks.py docs` from `cchc_metrics/labels/finding_codes.py`; do not edit by hand. What an upload can
be told, by code, as a program reads it with `--json`. An **error** stops the commit, a **warning** asks for a reason
(`--note`), **information** is only said. The sentences are those of the screen; words in braces are filled in. A code
that has several sentences says the one that fits the cell.

| Code | Severity | Cause | Remedy |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence of a code: why, and what to do about it ("" where there is nothing to be done)."""

    cause: str
    remedy: str


@dataclass(frozen=True, slots=True)
class FindingCode:
    """A code with its severities, gravest first, and what it says."""

    code: str
    severities: tuple[Severity, ...]
    sayings: tuple[Saying, ...]


def finding_codes(said: Texts) -> tuple[FindingCode, ...]:
    """The whole list, by code, in the language of these texts."""
    return tuple(_entry(code, *line.split(), said=said) for code, line in sorted(CODES.items()))


def _entry(code: str, letters: str, *names: str, said: Texts) -> FindingCode:
    sentences = [text for name in names or (f"findings.{code}",) for text in _texts(name, said)]
    return FindingCode(code, tuple(_LETTERS[letter] for letter in letters), tuple(map(_saying, sentences)))


def _texts(name: str, said: Texts) -> list[str]:
    chapter, _, text = name.partition(".")
    held = getattr(said, chapter)
    listed = [getattr(held, text)] if text else [getattr(held, field.name) for field in fields(held)]
    return [one for one in listed if isinstance(one, str) and one.endswith((".", "?", "}"))]


def _saying(sentence: str) -> Saying:
    """Cause and remedy apart: the remedy begins with the first sentence that tells somebody to do something."""
    parts = _SENTENCES.split(sentence)
    first = next((at for at, part in enumerate(parts) if (part[:1].upper() + part[1:]).startswith(_DEEDS)), len(parts))
    return Saying(" ".join(parts[:first]), " ".join(parts[first:]))


def finding_list() -> str:
    """The document, one row per code × sentence, by code."""
    return _HEAD + "".join(map(_rows, finding_codes(texts())))


def _rows(one: FindingCode) -> str:
    severities = ", ".join(_SEVERITIES[severity] for severity in one.severities)
    first = f"| `{one.code}` | {severities} "
    return "".join(
        f"{'| | ' if at else first}| {_cell(saying.cause)} | {_cell(saying.remedy) or '–'} |\n"
        for at, saying in enumerate(one.sayings)
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")

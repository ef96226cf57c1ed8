"""How a file is to be read: which cells are headers, what each column says, what is the same everywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# A constant of a table that is read from elsewhere in the file.
FROM_SHEET = "@sheet"  # the name of the sheet
FROM_FILE = "@file"  # the name of the file
FROM_TITLE = "@title"  # the cells above the header

EVERY_SHEET = "*"


@dataclass(frozen=True, slots=True)
class AcrossColumn:
    """One column of values whose header says part of the fact.

    column: 1-based · takes: the template header that its cells fill («Điểm», «Hạng», «Điểm tối đa») · says: template
    header -> what holds for the whole column («Tên tiêu chí»: «Công khai, minh bạch», «Kỳ»: «2023»).
    Columns that say the same and take different headers make one record per row.
    """

    column: int
    takes: str
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableMap:
    """One table of one sheet.

    sheet: its name, ``*`` for every sheet that no other table names · header: first and last header row, 1-based; a
    table without one has (k, k − 1), its rows from k on ·
    last_row: where the table ends, None for the end of the sheet · columns: template header -> 1-based column whose
    cells say it once per row · across: the columns of values, empty in the long layout · constants: template header
    -> a text that holds for the whole table, or one of ``@sheet``, ``@file``, ``@title``.
    """

    sheet: str
    header: tuple[int, int]
    columns: Mapping[str, int]
    across: tuple[AcrossColumn, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    last_row: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cells that a person leaves out on purpose. rows, columns: first and last, 1-based; None: all of them."""

    sheet: str
    rows: tuple[int, int] | None = None
    columns: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class NameAnswer:
    """What a person said that a written name or mark means.

    subject: "entity", "node" or "mark" · scope: era of an entity, index code of the others · target: an id or code,
    ``-`` for a row that is about nobody; of a mark "na", "missing" or "0".
    """

    subject: str
    scope: str
    written: str
    target: str


@dataclass(frozen=True, slots=True)
class FileMapping:
    """A whole file. Sheets that no table names and that are not skipped are told as left out.

    skipped: names of sheets that the person leaves out on purpose · decimal: "," or "." once the person has said how
    «1.234» is to be read, else empty · font: "tcvn3" or "vni" once the person agreed to the conversion · left_out:
    cells that are not to be read · constants: template header -> a text that holds for every table whose own cells do
    not say it · blanks: template header -> "keep" or "clear", for blank cells where something is stored.
    """

    kind: str
    tables: tuple[TableMap, ...]
    skipped: tuple[str, ...] = ()
    decimal: str = ""
    font: str = ""
    answers: tuple[NameAnswer, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    blanks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """What only the person can say, with the answers there are.

    about: "entity", "node", "mark", "decimal", "font", "left-out", "constant" or "blank" · written: as it stands in the
    file, empty for a whole file; the template header of a constant or a blank · scope: era or index code · sheet,
    cell: where it stands first · count: in how many cells · choices: value -> what the person reads, the likeliest
    first; of "left-out" a value is the areas left out («C:C», «41:63»).
    """

    about: str
    written: str
    scope: str
    prompt: str
    choices: Mapping[str, str]
    sheet: str = ""
    cell: str = ""
    count: int = 1

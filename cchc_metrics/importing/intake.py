"""One sheet on its way in: its records, and what they are read against."""

from dataclasses import dataclass, field

from cchc_metrics.importing.asked.marks import Marks
from cchc_metrics.importing.cells import Field, Records, Words
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.problems import Problems, Report
from cchc_metrics.schema import Kind, Role, TemplateColumn


@dataclass(frozen=True, slots=True)
class Intake:
    """What every reader of a column needs.

    decimal: "," or "." once a person has said how «1.234» is to be read, else empty · marks: what stands in the place
    of numbers · stamped: the file is a template of ours.
    """

    records: Records
    kind: Kind
    entities: EntityBook
    nodes: NodeBook
    problems: Problems
    decimal: str = ""
    marks: Marks = field(default_factory=Marks)
    stamped: bool = False

    def __len__(self) -> int:
        return len(self.records)

    def column(self, role: Role) -> TemplateColumn | None:
        """The first template column of the kind with this role."""
        return next((column for column in self.kind.template if column.role is role), None)

    def stored(self, store: str) -> TemplateColumn | None:
        """The first template column of the kind that fills this store column."""
        return next((column for column in self.kind.template if column.store == store), None)

    def field(self, column: TemplateColumn | None) -> Field | None:
        """The cells under a column; None when the sheet lacks it."""
        return self.records.fields.get(column.header) if column is not None else None

    def words(self, column: TemplateColumn) -> Words:
        """The texts under a column; nothing everywhere when the sheet lacks it."""
        return self.records.words(column.header)

    def report(self, column: TemplateColumn | None) -> Report:
        """Where the faults of a column go."""
        return Report(self.problems, self.records, self.field(column))

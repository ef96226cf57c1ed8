"""The data dictionary, written from the schema so that it cannot disagree with it."""

from collections.abc import Iterable

from cchc_metrics.schema import KINDS, PROVENANCE, Kind, StoreColumn

_HEAD = """# Data dictionary

Written from `cchc_metrics/schema.py` by `python tasks.py docs`; do not edit by hand.

Every fact table also carries: {provenance}. A table `<name>_history` holds closed versions with `seq_to`.
"""


def data_dictionary() -> str:
    """Markdown: per kind its table, grain, columns and template."""
    head = _HEAD.format(provenance=", ".join(f"`{name}` {sql}" for name, sql in PROVENANCE))
    return "\n".join([head, *(_section(kind) for kind in KINDS.values())])


def _section(kind: Kind) -> str:
    grain = " × ".join(f"`{name}`" for name in kind.grain_names)
    required = {header for group in kind.one_of for header in group}
    lines = [
        f"## {kind.title} (`{kind.name}`)",
        "",
        f"Table `{kind.table}`: one row per {grain}.",
        "",
        "| Column | Type | Meaning |",
        "|---|---|---|",
        *_columns(kind.grain),
        *_columns(kind.values),
        "",
        f"Template (version {kind.version}):",
        "",
        "| Header | Required | Fills | Example |",
        "|---|---|---|---|",
        *(
            f"| {column.header} | {'yes' if column.required else 'one of' if column.header in required else ''} "
            f"| `{column.store}` | {column.example} |"
            for column in kind.template
        ),
        "",
    ]
    return "\n".join(lines)


def _columns(columns: Iterable[StoreColumn]) -> list[str]:
    return [f"| `{column.name}` | {column.type.value} | {column.meaning.replace('|', '·')} |" for column in columns]

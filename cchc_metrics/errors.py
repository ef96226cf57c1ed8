"""The few errors of the product.

Bad data is not here: bad data is a value (``model.Finding``). These are raised when an operation cannot
go on, and each carries the one Vietnamese sentence that the person at the screen is shown.
"""


class CchcError(Exception):
    """An operation that could not be done; ``str(error)`` is a Vietnamese sentence with the next step."""


class FieldsError(CchcError):
    """Fields that cannot be kept as they are filled in. problems: (sentence, name of the field it speaks of)."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        super().__init__(" ".join(sentence for sentence, _ in problems))
        self.problems = problems


class StoreBusyError(CchcError):
    """Another process holds the store."""


class StoreDamagedError(CchcError):
    """The journal or the archive does not agree with itself; nothing may be written until it is repaired."""


class NewerStoreError(CchcError):
    """A later version of the product wrote something in the data folder that this one does not understand."""


class UnreadableFileError(CchcError):
    """An uploaded file that no reader of ours can open, with the reason and the real type when known."""


class ConflictError(CchcError):
    """The stored cells a plan would change are no longer those the person was shown."""


class NotAllowedError(CchcError):
    """The asker has no right to this operation."""


class UnknownNameError(CchcError):
    """An index, entity, criterion or period that the store does not know."""

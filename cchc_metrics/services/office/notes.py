"""Notes and reasons: the journal keeps them for good, in a chain that nobody can take a word out of."""

from cchc_metrics import importing
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts


def lasting(note: str) -> str:
    """The note as the journal is to keep it. Raises CchcError when it holds a citizen's number."""
    if importing.names_a_citizen(note):
        raise CchcError(texts().services.note_names_citizen)
    return note.strip()

"""A signed report that arrives as a PDF: looked through by a child, kept as it came. Its signature is not verified."""

from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.guarded.bounds import Cost, RefusedError
from cchc_metrics.guarded.envelope import unpacked
from cchc_metrics.guarded.running import run_child
from cchc_metrics.labels import texts

_CHILD = "from cchc_metrics.documents.pdf_child import main; main()"
_HEAD = b"%PDF-"
_COST = Cost(seconds=20, memory_mb=512)


def check_pdf(data: bytes) -> int:
    """How many digital signatures a PDF bears; none of them is verified.

    Raises UnreadableFileError for what is no whole PDF with pages, what cannot be looked through (a password, too much
    of it), and what runs or carries something: scripts, programs, forms that send, files inside.
    """
    t = texts().documents
    if not data.startswith(_HEAD):
        raise UnreadableFileError(t.not_a_pdf)
    try:
        answer, _ = unpacked(run_child(_CHILD, [], data, _COST))
    except RefusedError as refusal:
        sentence = t.pdf_damaged if refusal.code == "damaged" else t.pdf_costly
        raise UnreadableFileError(sentence) from refusal
    match answer["found"]:
        case "sound":
            return int(answer["signatures"])
        case "encrypted":
            raise UnreadableFileError(t.pdf_encrypted)
        case "active":
            raise UnreadableFileError(t.pdf_active.format(what=t.pdf_parts[answer["what"]]))
    raise UnreadableFileError(t.pdf_damaged)

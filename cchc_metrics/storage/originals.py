"""Originals that were removed on purpose: what the journal says of them, with no look at the disk.

A removal names every entry that came with the same bytes: the archive holds a file once, so nobody could remove it
for one of them and keep it for another. The same bytes uploaded again afterwards are a new file of a new entry.
"""

from collections.abc import Iterable, Mapping

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Action, Entry


def removals(entries: Iterable[Entry]) -> Mapping[int, Entry]:
    """Number of an entry whose original was removed -> the entry that removed it."""
    return {seq: entry for entry in entries for seq in entry.removes}


def with_original(entries: Iterable[Entry]) -> list[Entry]:
    """The entries whose original is to be in the archive."""
    listed = list(entries)
    gone = removals(listed)
    return [entry for entry in listed if entry.original_sha256 and entry.seq not in gone]


def same_original(entries: Iterable[Entry], entry: Entry) -> tuple[int, ...]:
    """Numbers of the entries whose original, still kept, is the file of this one."""
    return tuple(each.seq for each in with_original(entries) if each.original_sha256 == entry.original_sha256)


def removed_hashes(entries: Iterable[Entry]) -> frozenset[str]:
    """Hashes of the files that must not be in the archive any more."""
    listed = list(entries)
    kept = {entry.original_sha256 for entry in with_original(listed)}
    return frozenset(entry.removed_sha256 for entry in listed if entry.removes) - kept


def original_removed(entries: Iterable[Entry], seq: int) -> str:
    """Who removed the original of an entry, when and why; empty while nobody did."""
    removal = removals(entries).get(seq)
    return removed_sentence(seq, removal) if removal else ""


def removed_sentence(seq: int, removal: Entry) -> str:
    """Who removed the original of an entry, when and why."""
    return texts().errors.original_removed.format(
        seq=seq, who=removal.actor.name, moment=fmt.moment(removal.recorded_at), reason=removal.note
    )


def why_it_stays(entry: Entry) -> str:
    """Why an entry cannot be taken back: what it deleted is nowhere; empty for the others."""
    t = texts().errors
    stays = {Action.REMOVE_ORIGINAL: t.removal_stays, Action.REDACT: t.redaction_stays}
    return stays[entry.action].format(seq=entry.seq) if entry.action in stays else ""

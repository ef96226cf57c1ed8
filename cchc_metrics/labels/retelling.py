"""Sentences of ours that were stored in the office's name, told again in the language of who reads them."""

import re
from functools import cache

from cchc_metrics.labels import LANGUAGES, OFFICIAL, language, named, official, texts
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels.texts import Texts

_HOLE = re.compile(r"\\{(\w+)\\}")


def journal_sentences(said: Texts) -> tuple[str, ...]:
    """Every sentence that an entry of the journal bears, the more exact before the others."""
    return (
        *(said.setup.units_confirmed_note, said.setup.traits_note, said.setup.compiler_note, said.setup.settings_note),
        *(said.setup.links_note, said.setup.bases_note, said.setup.closed_note, said.setup.due_days_note),
        *(said.setup.usual_note, said.entering.kept_note, said.entering.sent_note, said.entering.many_note),
        *(said.unit.default_note, said.documents.template_restored_note, said.documents.chased_note),
        *(said.documents.signed_note, said.documents.frozen_note, said.weaving.final_note, said.weaving.section_note),
        *(said.weaving.section_dropped, said.scenario.journal_note, said.targets.journal_note, said.board.plan_note),
        *(said.lists.note, said.services.reference_note, said.mapping.remembered_note, said.mapping.answers_note),
        *(said.steps.journal_note, said.demo.mark, said.remarks.written, said.remarks.rewritten),
        *(said.remarks.withdrawn, said.reporting.decision_note, said.reporting.act_note),
    )


def retold(note: str) -> str:
    """A stored sentence in this run's language, with what people wrote into it as they wrote it.

    One that is none of ours is told as a name of the data is.
    """
    if language() == OFFICIAL:
        return note
    for number, pattern in enumerate(_patterns()):
        found = pattern.fullmatch(note)
        if found and found.groupdict().get("act", "") in ("", *official().reporting.acts.values()):
            told = {hole: _part(held) for hole, held in found.groupdict().items()}
            return journal_sentences(texts())[number].format(**told)
    return named(note)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What each sentence looks like once its holes are filled."""
    open_holes = (_HOLE.sub(r"(?P<\1>.+?)", re.escape(words)) for words in journal_sentences(LANGUAGES[OFFICIAL]))
    return tuple(re.compile(words, re.DOTALL) for words in open_holes)


def _part(held: str) -> str:
    """What fills a hole: an act and a period by their names, a title of ours by its own, all else as it is."""
    ours, theirs = official(), texts()
    for own, other in ((ours.reporting.acts, theirs.reporting.acts), (ours.steps.kinds, theirs.steps.kinds)):
        for code, words in own.items():
            if words == held:
                return other[code]
    return fmt.period_retold(held) or named(held)

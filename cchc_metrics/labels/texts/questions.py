"""Questions that a file raises: what a written name means, how a number is to be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionsTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    entity: str  # written
    entity_in_era: str  # written, era
    node: str  # written, index
    decimal: str  # number
    decimal_mark: str  # number, words, mark
    thousands_mark: str  # number, words, mark
    comma: str
    point: str
    font: str  # font
    font_convert: str  # font, written, converted
    font_keep: str
    font_tcvn3: str
    font_vni: str
    # Numbers in words: digits from 0 to 9, separated by a bar
    digits: str
    last_one: str  # 1 after a ten other than ten
    last_four: str  # 4 after a digit
    last_five: str  # 5 after a ten
    ten: str
    tens: str
    odd: str  # a hundred without tens
    hundred: str
    thousand: str
    point_word: str
    minus_word: str
    # The form on the screen
    lead: str  # count
    where_one: str  # place
    where_many: str  # place, count
    not_answered: str
    apply: str
    none_answered: str
    progress: str  # answered, count
    previous: str
    next: str
    page_of: str  # page, pages

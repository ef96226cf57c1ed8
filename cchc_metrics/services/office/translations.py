"""What names of the data are called in another language: criteria, regions, tasks, indicators, units.

A name is looked up by its Vietnamese words, so that one changed by the office loses its translation, which is seen,
instead of keeping that of another name, which is not.
"""

from collections.abc import Iterable

import pandas as pd

from cchc_metrics.labels import Names
from cchc_metrics.model import Snapshot
from cchc_metrics.schema import TRANSLATIONS
from cchc_metrics.services.office.clock import Clock, facts_at
from cchc_metrics.services.office.office import Office

_ENGLISH = "en"


def names_in(office: Office, clock: Clock, snapshot: Snapshot, language: str) -> Names:
    """Vietnamese name -> name in a language: what the lists of translations say, else what criteria and regions bear.

    Provinces keep their own names. A name without a translation is left out.
    """
    found: dict[str, str] = {}
    if language == _ENGLISH:
        nodes, entities = snapshot.nodes.sort_values("year_from"), snapshot.entities
        others = entities[entities["entity_type"] != "province"]
        for frame, name in ((nodes, "name"), (others, "display_name")):
            found |= _pairs(frame[name], frame["name_en"])
    told = facts_at(office, clock, TRANSLATIONS, {"language": [language]})
    return Names(found | _pairs(told["words"], told["translation"]))


def _pairs(words: pd.Series, translations: pd.Series) -> dict[str, str]:
    pairs: Iterable[tuple[object, object]] = zip(words, translations, strict=True)
    return {word: said for word, said in pairs if isinstance(word, str) and isinstance(said, str) and said}

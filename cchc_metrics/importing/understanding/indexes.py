"""Which index a table of scores is of, when its surroundings do not say it: by the criteria that it names."""

from collections.abc import Mapping, Sequence

from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.understanding.bands import Path
from cchc_metrics.importing.understanding.columns import read_column
from cchc_metrics.importing.understanding.scene import INDEX, NODE, NODE_CODE, Scene
from cchc_metrics.importing.understanding.words import SCORE, is_about_another


def heads_columns(scene: Scene, text: str) -> bool:
    """Whether a text could head a column: a criterion, a year, a measure or an index of any kind."""
    for index_code in scene.nodes.indexes or ("",):
        said = scene.vocabulary(index_code).read(text)
        if said.nodes or said.period or said.takes or said.kind or said.index or said.several:
            return True
    return False


def heads_values(scene: Scene, path: Path) -> bool:
    """Whether the words over a column name a criterion or a year, and no other number of it."""
    if not path or any(is_about_another(cell.raw) for cell in path):
        return False
    for index_code in scene.nodes.indexes:
        said = scene.vocabulary(index_code).read(path[-1].raw)
        if (said.nodes or said.period) and not said.unknown and said.takes in ("", SCORE):
            return True
    return False


def likely_indexes(scene: Scene, over: Mapping[int, Path], period: str) -> list[str]:
    """The indexes of which a column names a criterion by its name, those with most first."""
    points: dict[str, int] = {}
    for index_code in scene.nodes.indexes:
        read = (read_column(scene, column, path, index_code, period) for column, path in over.items())
        points[index_code] = sum(one is not None and NODE in one.says and INDEX not in one.says for one in read)
    return sorted((code for code, count in points.items() if count), key=lambda code: -points[code])


def best_index(scene: Scene, over: Mapping[int, Path], period: str, rows: Sequence[str] = ()) -> str:
    """The one index of which most criteria are named, at least two by name or three by code; empty: none or a tie."""
    points: dict[str, int] = {}
    for index_code in scene.nodes.indexes:
        vocabulary = scene.vocabulary(index_code, period)
        by_name: set[str] = set()
        by_code: set[str] = set()
        for column, path in over.items():
            meaning = read_column(scene, column, path, index_code, period)
            if meaning is not None and INDEX not in meaning.says:
                by_name |= {key(meaning.says[NODE])} if NODE in meaning.says else set()
                by_code |= {meaning.says[NODE_CODE]} if NODE_CODE in meaning.says else set()
        for text in rows:
            said = vocabulary.read(text)
            by_name |= {key(text)} if said.how == "name" else set()
            by_code |= {key(text)} if said.how == "code" else set()
        if len(by_name) > 1 or len(by_code) > 2 or (by_name and by_code):
            points[index_code] = 2 * len(by_name) + len(by_code)
    most = [code for code, count in points.items() if count == max(points.values())]
    return most[0] if len(most) == 1 else ""

"""What a package holds that openpyxl does not write again, told by the package's parts."""

import re

from .package import Package

# Folders and files (in small letters) by the sort of content that goes with them.
_LOST: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("macros", ("xl/vba", "xl/macrosheets/", "xl/dialogsheets/", "xl/intlmacrosheets/", "customui/")),
    ("images", ("xl/media/",)),
    ("charts", ("xl/charts/", "xl/chartsheets/")),
    ("shapes", ("xl/diagrams/", "xl/ink/")),
    ("controls", ("xl/ctrlprops/", "xl/activex/", "xl/formcontrols/")),
    ("embedded", ("xl/embeddings/",)),
    ("pivots", ("xl/pivottables/", "xl/pivotcache/")),
    ("slicers", ("xl/slicers/", "xl/slicercaches/", "xl/timelines/", "xl/timelinecaches/")),
    ("links", ("xl/externallinks/",)),
    ("threads", ("xl/threadedcomments/", "xl/persons/")),
    ("connections", ("xl/connections.xml", "xl/querytables/", "xl/model/", "xl/xmlmaps.xml", "xl/tables/tablesingle")),
    ("data_types", ("xl/richdata/", "xl/metadata.xml", "xl/featurepropertybag/")),
    ("signature", ("_xmlsignatures/",)),
    ("revisions", ("xl/revisions/", "xl/usernames.xml")),
    ("printer", ("xl/printersettings/",)),
    ("custom_xml", ("customxml/",)),
    ("note_looks", ("xl/comments",)),
)
_KEPT = (
    "[content_types].xml",
    "_rels/",
    "docprops/",
    "docmetadata/",
    "xl/_rels/",
    "xl/workbook.xml",
    "xl/worksheets/",
    "xl/styles.xml",
    "xl/theme/",
    "xl/sharedstrings.xml",
    "xl/calcchain.xml",
    "xl/tables/",
    "xl/drawings/",
)
_SHAPE = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)\b")
_EXTENSIONS: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("sparklines", re.compile(rb"<(?:\w+:)?sparklineGroup\b")),
    ("new_formats", re.compile(rb"<x14:conditionalFormatting\b")),
    ("new_lists", re.compile(rb"<x14:dataValidation\b")),
)
_UNWARNED = re.compile(rb"<(?:\w+:)?ignoredErrors\b")
# As programs write them: so they can be written again as they stand.
_PLAIN_UNWARNED = re.compile(rb"<ignoredErrors>(?:\s*<ignoredError\s[^<>]*/>)+\s*</ignoredErrors>")


def losses(data: bytes) -> list[str]:
    """Codes of what will be missing, each once, in the order of the table above; "other" for parts of unknown sort."""
    package = Package(data)
    names = package.members()
    found = {_sort_of(name.lower()) for name in names}
    for name in names:
        lower = name.lower()
        if lower.startswith("xl/drawings/drawing") and _SHAPE.search(package.read(name)):
            found.add("shapes")
        elif lower.startswith("xl/worksheets/") and lower.endswith(".xml"):
            found |= _extensions(package, name)
    order = [*(code for code, _ in _LOST), *(code for code, _ in _EXTENSIONS), "ignored_errors", "other"]
    return [code for code in order if code in found]


def _sort_of(name: str) -> str:
    if name.endswith((".rels", "/")):
        return ""
    found = next((code for code, beginnings in _LOST if name.startswith(beginnings)), None)
    if found is None:
        return "" if name.startswith(_KEPT) else "other"
    return found


def _extensions(package: Package, member: str) -> set[str]:
    """What stands behind the rows of a sheet: Excel's own later extensions, and marks on cells not to warn of."""
    tail = _tail(package, member)
    found = {code for code, pattern in _EXTENSIONS if pattern.search(tail)}
    unkept = _UNWARNED.search(tail) and not _PLAIN_UNWARNED.search(tail)
    return found | {"ignored_errors"} if unkept else found


def unwarned(package: Package) -> dict[str, bytes]:
    """Sheet -> its list of cells that Excel is not to warn of, as it stands; openpyxl drops it."""
    matches = {part.name: _PLAIN_UNWARNED.search(_tail(package, part.member)) for part in package.sheet_parts()}
    return {name: match[0] for name, match in matches.items() if match is not None}


def _tail(package: Package, member: str) -> bytes:
    tail = b""
    for block in package.blocks(member):
        tail = block
    return tail

"""Which page is for whom: a page opens for whoever may do one of these. The services below ask again at every call."""

from collections.abc import Mapping

from cchc_metrics.access.people import Deed, may, only_report
from cchc_metrics.model import Actor

# What is not listed shows more than published figures of the whole office.
_USUAL = frozenset({Deed.READ_ALL})
_PUBLISHED = frozenset({Deed.READ})
_REPORTS = frozenset({Deed.READ_REPORTS})
PLACES: Mapping[str, frozenset[Deed]] = {
    "": _PUBLISHED,
    "ke-nhanh": _PUBLISHED,
    "xep-hang": _PUBLISHED,
    "xu-huong": _PUBLISHED,
    "tra-cuu": _PUBLISHED,
    "sap-xep-tinh": _PUBLISHED,
    "ban-do": _PUBLISHED,
    "doi-chieu": _PUBLISHED,
    "phuong-phap": _PUBLISHED,
    "tien-do": _REPORTS,
    "nop-bao-cao": _REPORTS,
    "chi-tieu": _REPORTS,
    "ban-tin": frozenset({Deed.READ_ALL, Deed.READ_REPORTS}),
    "nap-du-lieu": frozenset({Deed.IMPORT}),
    "tinh-trang": frozenset({Deed.READ_ALL, Deed.MAINTAIN}),
    "nhat-ky-truy-cap": frozenset({Deed.AUDIT}),
    "tai-khoan-va-quyen": frozenset({Deed.ACCOUNTS}),
}


def may_open(actor: Actor, slug: str) -> bool:
    """Whether the page at an address is for this person."""
    if only_report(actor) is not None:
        return slug == "nop-bao-cao"
    return any(may(actor, deed) for deed in PLACES.get(slug, _USUAL))

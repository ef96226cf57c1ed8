"""The codes that the store holds for a fact's sort: what a score is, of whom, what a target says, what a unit told."""

from enum import StrEnum


class ScoreKind(StrEnum):
    """Whose score of a criterion it is; PERCENT is a published share of the maximum, in percent."""

    PUBLISHED = "published"
    SELF = "self"
    APPRAISED = "appraised"
    SURVEY = "survey"
    PERCENT = "published_pct"


class TargetKind(StrEnum):
    """What a target is about: a score, a rank, a group, or how far either is to move."""

    VALUE = "value"
    RANK = "rank"
    GROUP = "group"
    CHANGE = "change"
    RANK_CHANGE = "rank_change"


class EntityType(StrEnum):
    """Who can have a score."""

    PROVINCE = "province"
    REGION = "region"
    COUNTRY = "country"
    DEPARTMENT = "department"
    COMMUNE = "commune"


class ReportPart(StrEnum):
    """What a unit's report says in one place: a figure, words, evidence, that there was nothing, a row of a list."""

    VALUE = "value"
    TEXT = "text"
    EVIDENCE = "evidence"
    NIL = "nil"
    ROW = "row"

"""What a child may cost, and how it refuses."""

from typing import NamedTuple, Protocol


class Bounds(Protocol):
    """The limits that the system keeps for every child."""

    @property
    def seconds(self) -> int: ...

    @property
    def memory_mb(self) -> int: ...

    def as_arguments(self) -> list[str]:
        """As the child's command line ends with them."""


class Cost(NamedTuple):
    """Those limits and no others."""

    seconds: int
    memory_mb: int

    def as_arguments(self) -> list[str]:
        return [str(value) for value in self]


class RefusedError(Exception):
    """It cannot be done: ``code`` and ``values`` choose and fill the parent's sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

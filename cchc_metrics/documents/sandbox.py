"""What the expressions of a template may do: see values, choose, repeat, join – and nothing that grows without bound.

A template comes from a person. Memory and time are bounded by the process it is filled in; here a sentence says what
is not allowed before either is used up.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

_MOST_LETTERS, _MOST_BITS, _MOST_ROUNDS = 100_000, 4_096, 10_000
# Left out are those that take a size (center, indent, format, batch, slice, wordwrap …) or make markup.
_FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "e", "escape", "first", "float", "int", "join", "last", "length"),
    *("list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr"),
    *("sort", "string", "sum", "title", "trim", "unique", "upper", "wordcount"),
)
_METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset({"capitalize", "endswith", "isdigit", "lower", "lstrip", "rstrip", "startswith", "strip", "upper"}),
    dict: frozenset({"get", "items", "keys", "values"}),
}


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """Jinja in which values cannot be changed, only listed things are called, and products stay small."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals = {"range": _bounded_range, "namespace": Namespace}
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call this: the loop, its own macros, a few methods of texts and mappings."""
        if obj in (_bounded_range, Namespace) or isinstance(obj, Macro):
            return True
        owner = getattr(obj, "__self__", None)
        allowed = _METHODS.get(type(owner), frozenset())
        return isinstance(owner, LoopContext) or getattr(obj, "__name__", "") in allowed

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """``*``, ``**`` and ``%`` of plain numbers, and short texts repeated. Raises SecurityError for the others."""
        if not _BOUNDED[operator](left, right):
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def _bounded_range(*bounds: int) -> range:
    made = range(*bounds)
    if len(made) > _MOST_ROUNDS:
        raise SecurityError("range")
    return made


def _is_number(*values: Any) -> bool:
    return all(isinstance(value, int | float) for value in values)


def _bits(value: float) -> int:
    return value.bit_length() if isinstance(value, int) else 64


def _product_is_small(left: Any, right: Any) -> bool:
    if _is_number(left, right):
        return _bits(left) + _bits(right) <= _MOST_BITS
    text, times = (left, right) if isinstance(right, int) else (right, left)
    return isinstance(text, str) and isinstance(times, int) and len(text) * max(times, 0) <= _MOST_LETTERS


def _power_is_small(left: Any, right: Any) -> bool:
    return _is_number(left, right) and _bits(left) * max(abs(right), 1) <= _MOST_BITS


_BOUNDED: Mapping[str, Callable[[Any, Any], bool]] = {
    "*": _product_is_small,
    "**": _power_is_small,
    "%": _is_number,  # of a text it would be a format, with any width
}

"""Which texts are filled with ``str.format``: sentences of ours, or something that already holds a person's text.

A text that was filled once is not filled again: a brace in a name or a number would be taken for a placeholder.
Followed are assignments, loops, arguments and what functions of the package return; what cannot be followed counts as
a person's text.
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_FILLING = ("format", "format_map")
# The one that makes a sentence with links in it, from a template as its first argument.
_COMPOSING = "compose"
_PASSING = ("strip", "lower", "removesuffix", "removeprefix", "rstrip", "lstrip", "capitalize")
# What of Streamlit reads Markdown, and where: the first argument and these by name.
_LABELLED = (
    *("text_input", "text_area", "number_input", "date_input", "time_input", "selectbox", "multiselect", "radio"),
    *("checkbox", "toggle", "slider", "select_slider", "segmented_control", "pills", "button", "download_button"),
    *("form_submit_button", "link_button", "file_uploader", "expander", "popover", "tabs", "caption", "markdown"),
    *("write", "header", "subheader", "title", "metric", "progress", "spinner", "toast", "error", "warning", "info"),
    *("success", "Page"),
)
_NAMED_LABELS = ("label", "body", "text", "help", "captions", "title")
_LABELLED_OPTIONS = ("radio", "segmented_control", "pills", "select_slider")
_NO_LABEL_FIRST = ("progress", "Page")
_PLAIN = ("plain_label", "plain_help")
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


@dataclass
class Module:
    path: Path
    tree: ast.Module
    parents: dict[ast.AST, ast.AST] = field(default_factory=dict)

    def scopes_around(self, node: ast.AST) -> list[ast.AST]:
        """The functions and comprehensions a node stands in, the innermost first."""
        found: list[ast.AST] = []
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, Function | Comprehension):
                found.append(node)
        return found


class Reader:
    """All modules of the product, and what is known of their texts."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.modules = [Module(path, ast.parse(path.read_text(encoding="utf-8"))) for path in files]
        self._made_plain: tuple[str, ...] = ()
        self.functions: dict[str, list[tuple[Module, ast.FunctionDef]]] = {}
        self.calls: dict[str, list[tuple[Module, ast.Call]]] = {}
        for module in self.modules:
            for node in ast.walk(module.tree):
                for child in ast.iter_child_nodes(node):
                    module.parents[child] = node
                if isinstance(node, ast.FunctionDef):
                    self.functions.setdefault(node.name, []).append((module, node))
                elif isinstance(node, ast.Call):
                    self.calls.setdefault(_name_of(node.func), []).append((module, node))

    def filled_twice(self) -> Iterator[str]:
        """``file:line: code`` of each filling of something else than a sentence of ours."""
        for name in _FILLING:
            for module, call in self.calls.get(name, []):
                if isinstance(call.func, ast.Attribute) and not self.is_sentence(call.func.value, module, call, ()):
                    yield f"{module.path.name}:{call.lineno}: {ast.unparse(call)[:100]}"
        for module, call in self.calls.get(_COMPOSING, []):
            if not self.is_sentence(call.args[0], module, call, ()):
                yield f"{module.path.name}:{call.lineno}: {ast.unparse(call)[:100]}"

    def marked_up(self) -> Iterator[str]:
        """``file:line: code`` of each Streamlit label that may hold a person's text and is not made plain."""
        self._made_plain = _PLAIN
        for name in _LABELLED:
            for module, call in self.calls.get(name, []):
                if not ast.unparse(call.func).startswith("st."):
                    continue
                for label in _labels_of(name, call):
                    if not self._is_plain(label, module, call):
                        yield f"{module.path.name}:{call.lineno}: {name}: {ast.unparse(label)[:90]}"

    def _is_plain(self, label: ast.expr, module: Module, call: ast.Call) -> bool:
        match label:
            case ast.Lambda(body=body):
                return self._is_plain(body, module, call)
            case ast.IfExp(body=body, orelse=orelse):
                return self._is_plain(body, module, call) and self._is_plain(orelse, module, call)
            case ast.List(elts=each) | ast.Tuple(elts=each):
                return all(self._is_plain(one, module, call) for one in each)
            case ast.ListComp(elt=body):
                return self._is_plain(body, module, call)
        return self.is_sentence(label, module, call, ())

    def is_sentence(self, node: ast.expr, module: Module, at: ast.AST, seen: tuple[ast.AST, ...]) -> bool:
        """Whether an expression is always a text that was written into the program."""
        if node in seen or len(seen) > 40:
            return node in seen
        ask = (module, at, (*seen, node))
        held = False
        match node:
            case ast.Constant():
                held = True
            case ast.Attribute(value=owner):
                held = self.is_catalogue(owner, *ask)
            case ast.Subscript(value=owner):
                held = self.is_catalogue(owner, *ask) or self.is_sentence(owner, *ask)
            case ast.IfExp(body=body, orelse=orelse):
                held = self.is_sentence(body, *ask) and self.is_sentence(orelse, *ask)
            case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values) | ast.Set(elts=values):
                held = all(self.is_sentence(each, *ask) for each in values)
            case ast.Dict(values=values):
                held = all(self.is_sentence(each, *ask) for each in values)
            case ast.Starred(value=inner):
                held = self.is_sentence(inner, *ask)
            case ast.BinOp(left=left, right=right):
                held = self.is_sentence(left, *ask) and self.is_sentence(right, *ask)
            case ast.Name(id=name):
                held = self._bound(name, node, *ask)
            case ast.Call():
                held = self._returned(node, *ask)
        return held

    def is_catalogue(self, node: ast.expr, module: Module, at: ast.AST, seen: tuple[ast.AST, ...]) -> bool:
        """Whether an expression is the catalogue of texts or a part of it."""
        match node:
            case ast.Call(func=func):
                return _name_of(func) in ("texts", "official")
            case ast.Attribute(value=owner, attr=attr):
                return self.is_catalogue(owner, module, at, seen) or self._held_by_self(owner, attr, module, at, seen)
            case ast.Name(id=name):
                return any(
                    (isinstance(value, ast.expr) and self.is_catalogue(value, module, at, seen))
                    or (isinstance(value, ast.arg) and _is_texts(value.annotation))
                    for value, _ in _values(name, node, module)
                )
        return False

    def _held_by_self(self, owner: ast.expr, attr: str, module: Module, at: ast.AST, seen: tuple[ast.AST, ...]) -> bool:
        if not (isinstance(owner, ast.Name) and owner.id == "self"):
            return False
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Assign):
                for target, value in _pairs(node.targets[0], node.value):
                    if isinstance(target, ast.Attribute) and target.attr == attr:
                        return self.is_catalogue(value, module, node, seen)
        return False

    def _bound(self, name: str, node: ast.expr, module: Module, at: ast.AST, seen: tuple[ast.AST, ...]) -> bool:
        found = list(_values(name, node, module))
        return bool(found) and all(
            self._argument(value, where, seen) if isinstance(value, ast.arg) else self.is_sentence(value, *where, seen)
            for value, where in found
        )

    def _argument(self, argument: ast.arg, where: tuple[Module, ast.AST], seen: tuple[ast.AST, ...]) -> bool:
        """Whether every call of the function gives this argument a sentence."""
        function = where[1]
        if not isinstance(function, ast.FunctionDef):
            return False
        given = [
            (each, module, call)
            for module, call in self.calls.get(function.name, [])
            if module is where[0] or not function.name.startswith("_")
            for each in _given(argument, function, call)
        ]
        if function in seen:
            return True
        return bool(given) and all(
            self.is_sentence(each, module, call, (*seen, function)) for each, module, call in given
        )

    def _returned(self, call: ast.Call, module: Module, at: ast.AST, seen: tuple[ast.AST, ...]) -> bool:
        name = _name_of(call.func)
        if name in self._made_plain:
            return True
        if isinstance(call.func, ast.Attribute) and name in (*_PASSING, "get", "items", "values"):
            rest = call.args[1:] if name == "get" else ()
            owner = call.func.value
            held = self.is_sentence(owner, module, at, seen) or self.is_catalogue(owner, module, at, seen)
            return held and all(self.is_sentence(each, module, at, seen) for each in rest)
        if name in ("getattr", "str", "zip", "enumerate"):
            return self.is_catalogue(call.args[0], module, at, seen) or all(
                self.is_sentence(each, module, at, seen) for each in call.args
            )
        results = [
            (each.value, other, function)
            for other, function in self.functions.get(name, [])
            if other is module or not name.startswith("_")
            for each in ast.walk(function)
            if isinstance(each, ast.Return) and each.value is not None
        ]
        return bool(results) and all(self.is_sentence(*each, seen) for each in results)


def _labels_of(name: str, call: ast.Call) -> Iterator[ast.expr]:
    """The arguments that Streamlit reads as Markdown."""
    if call.args and name not in _NO_LABEL_FIRST:
        yield call.args[0]
    for each in call.keywords:
        if each.arg in _NAMED_LABELS or (each.arg == "format_func" and name in _LABELLED_OPTIONS):
            yield each.value


def _name_of(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""


def _is_texts(annotation: ast.expr | None) -> bool:
    return annotation is not None and ast.unparse(annotation).endswith(("Texts", "Chapter"))


def _values(name: str, node: ast.AST, module: Module) -> Iterator[tuple[ast.expr | ast.arg, tuple[Module, ast.AST]]]:
    """What a name is bound to: in the innermost function that binds it, else in the module."""
    for scope in [*module.scopes_around(node), module.tree]:
        found = list(_bindings(name, scope, module))
        if found:
            yield from found
            return


def _bindings(name: str, scope: ast.AST, module: Module) -> Iterator[tuple[ast.expr | ast.arg, tuple[Module, ast.AST]]]:
    if isinstance(scope, Function):
        held = scope.args
        for argument in [*held.posonlyargs, *held.args, *held.kwonlyargs]:
            if argument.arg == name:
                yield argument, (module, scope)
    for node in _inside(scope):
        targets: list[tuple[ast.expr, ast.expr]] = []
        match node:
            case ast.Assign(targets=[target], value=value):
                targets = [(target, value)]
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
                targets = [(target, value)]
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                targets = [(target, each) for each in _elements(value, module)]
        for target, value in targets:
            yield from ((each, (module, node)) for held, each in _pairs(target, value) if _is_name(held, name))


def _listed(name: str, node: ast.AST, module: Module) -> list[ast.expr]:
    """The lists that a name is set to where they are written down."""
    for scope in [*module.scopes_around(node), module.tree]:
        found = [
            each.value
            for each in _inside(scope)
            if isinstance(each, ast.Assign) and any(_is_name(target, name) for target in each.targets)
        ]
        if found:
            return [value for value in found if isinstance(value, ast.Tuple | ast.List | ast.IfExp)]
    return []


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _inside(scope: ast.AST) -> Iterator[ast.AST]:
    """What stands in a scope itself; what a comprehension in it binds is not seen outside."""
    for child in ast.iter_child_nodes(scope):
        yield child
        if not isinstance(child, Comprehension):
            yield from _inside(child)


def _elements(iterated: ast.expr, module: Module) -> list[ast.expr]:
    """What a loop goes over, one by one where it is written down."""
    match iterated:
        case ast.Tuple(elts=each) | ast.List(elts=each):
            return [part for one in each for part in _elements(one, module) if isinstance(one, ast.Starred)] + [
                one for one in each if not isinstance(one, ast.Starred)
            ]
        case ast.Starred(value=value) | ast.Subscript(value=value, slice=ast.Slice()):
            return _elements(value, module)
        case ast.IfExp(body=body, orelse=orelse):
            return _elements(body, module) + _elements(orelse, module)
        case ast.Name(id=name):
            return [part for each in _listed(name, iterated, module) for part in _elements(each, module)] or [iterated]
        case ast.Call(func=ast.Name(id="enumerate"), args=[value, *_]):
            return [ast.Tuple([ast.Constant(0), each]) for each in _elements(value, module)]
    return [iterated]


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Names with what they are bound to; of a choice between tuples, each of them."""
    if isinstance(value, ast.IfExp):
        yield from _pairs(target, value.body)
        yield from _pairs(target, value.orelse)
    elif isinstance(target, ast.Tuple):
        if isinstance(value, ast.Tuple):
            for place, held in enumerate(target.elts):
                each = value.elts[min(place, len(value.elts) - 1)]
                yield from _pairs(held, each.value if isinstance(each, ast.Starred) else each)
        else:
            for held in target.elts:
                yield from _pairs(held, value)
    else:
        yield target, value


def _given(argument: ast.arg, function: ast.FunctionDef, call: ast.Call) -> Iterator[ast.expr]:
    """What a call gives for an argument; its default where it gives nothing."""
    names = [each.arg for each in [*function.args.posonlyargs, *function.args.args]]
    if names[:1] in (["self"], ["cls"]):
        names = names[1:]
    named = next((each.value for each in call.keywords if each.arg == argument.arg), None)
    if named is not None:
        yield named
    elif argument.arg in names and names.index(argument.arg) < len(call.args):
        yield call.args[names.index(argument.arg)]

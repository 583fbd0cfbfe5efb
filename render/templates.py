"""Folders of templates and a language in, a Jinja environment out, whose templates are compiled into that language.

A page is made of a thousand small steps. What can be settled when a template is compiled is not asked each time it is
used: a text is translated there (`{{ _("Next") }}` becomes the words themselves, `{% trans %}` a row of words and
values), a function is called as it is, without being asked first whether it wants the context (none of ours does), and
in our own templates a dot leads to an attribute. They are compiled once for all processes, as modules are.
"""
import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from gettext import NullTranslations
from importlib.metadata import version
from importlib.util import cache_from_source
from io import StringIO
from keyword import iskeyword
from pathlib import Path
from traceback import walk_tb
from typing import Any, Final, NoReturn, cast

import markupsafe
from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateRuntimeError,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef, optimizeconst
from jinja2.environment import Template, TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from . import PACKAGED, SiteError
from .languages import Language, words_of

_GETTEXT: Final = frozenset({"_", "gettext"})
_SAID: Final = {"_": "translated", "gettext": "translated", "ngettext": "numbered"}
"""What asks for a text that is known only when a page is made, and what answers here."""
_WANT_CONTEXT: Final = frozenset({"pgettext", "npgettext"})
"""What Jinja's own translation puts into a template, and nothing here does."""

_escape: Final[Callable[[str], str]] = getattr(markupsafe, "_escape_inner", escape)
"""The escaping itself: what is written at once need not be marked as HTML, which takes ten times as long."""

_PLACE: Final = re.compile(r"%\((\w+)\)s|%(%)")

_REMEMBERED: Final = 5000
"""Texts of which it is remembered where their values stand: more than any language has."""
_OURS: Final = PACKAGED / "templates"
_FOLDER: Final = Path(cache_from_source(__file__)).parent / "templates"
"""Where our own templates stand compiled, beside our compiled modules: it takes as long as a small build to do it."""
_SEAL: Final = 16


def _is_ours(name: str | None, file: str | None) -> bool:
    """Whether a template came with this program, and is not one that somebody put in its place."""
    return bool(name and file) and Path(str(file)) == _OURS / str(name)


class _Compiled(BytecodeCache):
    """Templates compiled once for all sites of a process, by their place and their text; our own ones once for all
    processes, as Python does it with modules. `words`: of all texts of the language."""

    def __init__(self, code: str, words: bytes) -> None:
        self._language = code
        self._code: dict[str, bytes] = {}
        self._version = hashlib.blake2b(digest_size=32)
        for made_of in (words, Path(__file__).read_bytes(), version("jinja2").encode(), sys.version.encode()):
            self._version.update(hashlib.sha256(made_of).digest())

    def load_bytecode(self, bucket: Bucket) -> None:
        if compiled := self._code.get(bucket.key) or self._stored(bucket.key):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = compiled = bucket.bytecode_to_string()
        place = self._place(bucket.key)
        if place is None or sys.dont_write_bytecode:
            return
        beside = place.with_name(f".{place.name}.{os.getpid()}")
        try:
            place.parent.mkdir(exist_ok=True)
            beside.write_bytes(self._seal(compiled) + compiled)
            beside.replace(place)
        except OSError:  # a disk that is full, a folder that is not ours: it is compiled again next time
            with suppress(OSError):
                beside.unlink()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return f"{name}\0{filename or ''}"

    def _stored(self, key: str) -> bytes | None:
        """What another process compiled, with this program and these words."""
        place = self._place(key)
        with suppress(OSError):
            told = place.read_bytes() if place else b""
            if self._seal(told[_SEAL:]) == told[:_SEAL]:
                return told[_SEAL:]
        return None

    def _place(self, key: str) -> Path | None:
        """Where it stands compiled; None for a template that somebody else wrote."""
        name, _, file = key.partition("\0")
        return _FOLDER / f"{name}.{self._language}.pyc" if _is_ours(name, file) else None

    def _seal(self, compiled: bytes) -> bytes:
        return hashlib.blake2b(compiled, digest_size=_SEAL, key=self._version.digest()).digest()


_COMPILED: Final[dict[bytes, _Compiled]] = {}
"""By the words of the language: the same ones lead to the same code."""


class _Translated(NodeTransformer):
    """Puts the words of a language where a template asks for them by a text that stands in it."""

    def __init__(self, translations: NullTranslations) -> None:
        self._translations = translations

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - the visitor's own name
        """A text with places in it becomes a row of words and values, each written out by itself."""
        node.nodes = [part for child in node.nodes for part in self._parts(child) or (self.visit(child),)]
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802
        parts = self._parts(node)
        if not parts:
            self.generic_visit(node)
            return node
        fixed = [part.value for part in parts if isinstance(part, nodes.Const)]
        return nodes.Const(Markup().join(fixed)) if len(fixed) == len(parts) else nodes.Concat(parts)

    def _parts(self, node: nodes.Node) -> list[nodes.Expr]:
        """What a call for a text says, in order; nothing where it is no such call, or asks for another place."""
        if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in _GETTEXT):
            return []
        first = node.args[0] if len(node.args) == 1 and not node.dyn_args and not node.dyn_kwargs else None
        if not isinstance(first, nodes.Const) or not isinstance(first.value, str):
            return []
        values = {each.key: _escaped(self.visit(each.value)) for each in node.kwargs}
        return list(_pieces(self._translations.gettext(first.value), values))


def _escaped(value: nodes.Expr) -> nodes.Expr:
    """What stands in a template as a value is escaped here; what is known later is escaped then."""
    return nodes.Const(escape(value.value)) if isinstance(value, nodes.Const) else value


def _pieces(text: str, values: dict[str, nodes.Expr]) -> Iterator[nodes.Expr]:
    """"filed %(when)s" as words and the value of `when`.

    Raises KeyError where a text has a place that the template has no value for.
    """
    for piece, is_name in _split(text):
        yield values[piece] if is_name else nodes.Const(Markup(piece))  # noqa: S704 - our own words


def _filled(text: str, values: Mapping[str, object]) -> Markup:
    """The words of a text with its values, each escaped."""
    return Markup("".join(escape(values[piece]) if is_name else piece for piece, is_name in _split(text)))  # noqa: S704


@lru_cache(_REMEMBERED)
def _split(text: str) -> tuple[tuple[str, bool], ...]:
    """"filed %(when)s" as its words and the names of its values; a lone percent sign is doubled in a text, as gettext
    has it."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for place in _PLACE.finditer(text):
        pieces += [(text[end:place.start()], False), (place[1] or "%", bool(place[1]))]
        end = place.end()
    return tuple(piece for piece in (*pieces, (text[end:], False)) if piece[0])


class _Page(Template):
    """A template whose imports need not be compared with what it knows: nothing is given to one and not to another."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class _Macro(Macro):
    """A macro that is handed what it asks for by place and nothing else is called at once."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._most = -1 if self.caller or self.catch_kwargs or self.catch_varargs else self._argument_count

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if kwargs or len(args) > self._most:
            return super().__call__(*args, **kwargs)
        if len(args) < self._most:
            args += (missing,) * (self._most - len(args))
        return str.__new__(Markup, self._func(*args))


class _Direct(CodeGenerator):
    """Calls what a template calls as it is; only Jinja's own translation is handed the context. What is escaped already
    is not asked for its HTML again, a block is written as one text, and in our own templates a dot is not tried
    as a key, unless of a dict."""

    @cached_property
    def _dots_are_attributes(self) -> bool:
        return _is_ours(self.name, self.filename)

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("attribute, escaped, written = environment.getattr, environment.escaped, environment.written")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._is_plain(frame, finalize):
            self.write("(_value if (_kind := (_value := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._is_plain(frame, finalize):
            self.write(").__class__) is Markup else escaped(_value) if _kind is str else written(_value))")
        else:
            super()._output_child_post(node, frame, finalize)

    @staticmethod
    def _is_plain(frame: Frame, finalize: Any) -> bool:
        return finalize.src is None and not frame.eval_ctx.volatile and bool(frame.eval_ctx.autoescape)

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """What stands in a block is handed on as one text: each piece would pass through every template above."""
        if not frame.block_frame or frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        of_itself = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if self._dots_are_attributes and not of_itself and not iskeyword(node.attr):
            self.write(f"(_of.{node.attr} if (_of := ")
            self.visit(node.node, frame)
            self.write(f").__class__ is not dict else attribute(_of, {node.attr!r}))")
        else:
            super().visit_Getattr(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def visit_Call(  # noqa: N802 - the generator's own name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if isinstance(node.node, nodes.Name) and node.node.name in _WANT_CONTEXT:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        if isinstance(node.node, nodes.Name) and node.node.name in _SAID:
            self.write(f"environment.{_SAID[node.node.name]}")
        else:
            self.visit(node.node, frame)
        # What `signature` writes follows another argument: a comma comes first.
        written, self.stream = self.stream, StringIO()
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        arguments, self.stream = cast(StringIO, self.stream).getvalue(), written
        self.write(f"({arguments.removeprefix(', ')})")


def _reached(error: BaseException) -> Iterator[tuple[Template, int]]:
    """Each template that was being made, and its compiled line: the outermost first."""
    for frame, line in walk_tb(error.__traceback__):
        if template := frame.f_globals.get("__jinja_template__"):
            yield template, line


class Templates(Environment):
    """The templates of a site in one language; a file in the first of the folders goes before one of the same name."""

    code_generator_class = _Direct
    template_class = _Page
    Macro = _Macro

    def __init__(self, folders: Sequence[Path], language: Language) -> None:
        words = words_of(language)
        compiled = _COMPILED.setdefault(words, _Compiled(language.code, words))
        super().__init__(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
            autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
            extensions=["jinja2.ext.i18n"], bytecode_cache=compiled,
        )
        self._translated = _Translated(language.translations)
        self._translations = language.translations
        self._known: dict[Any, Template] = {}
        self.policies["ext.i18n.trimmed"] = True
        self.install_gettext_translations(  # pyright: ignore[reportAttributeAccessIssue]
            language.translations, newstyle=True)

    escaped = staticmethod(_escape)
    """A plain text as a page has it."""

    @staticmethod
    def written(value: object) -> str:
        """Any value as a page has it: escaped, unless it is HTML."""
        return str(value) if value.__class__ is int else escape(value)

    def translated(self, text: str, /, **values: object) -> Markup:
        """The text in this language, with its values."""
        return _filled(self._translations.gettext(text), values)

    def numbered(self, one: str, more: str, number: int, /, **values: object) -> Markup:
        """The text in this language for this number of things, with its values."""
        return _filled(self._translations.ngettext(one, more, number), {"num": number, **values})

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        """The template as it was when it was first asked for."""
        if globals is not None:
            return super().get_template(name, parent, globals)
        if name not in self._known:
            try:
                self._known[name] = super().get_template(name, parent)
            except TemplateSyntaxError as error:
                where = f"{error.filename or error.name}:{error.lineno}"
                raise SiteError(f"{where}: {error.message}: mend the template.") from None
        return self._known[name]

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """A name that nobody gives, in a template that somebody else wrote, is their mistake, and no bug of ours."""
        error = sys.exc_info()[1]
        if isinstance(error, TemplateRuntimeError):
            *_, (template, line) = _reached(error)
            if not _is_ours(template.name, template.filename):
                where = f"{template.filename}:{template.get_corresponding_lineno(line)}"
                raise SiteError(f"{where}: {error.message}: mend the template.") from None
        super().handle_exception(source)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        return super()._generate(self._translated.visit(source), *args, **kwargs)

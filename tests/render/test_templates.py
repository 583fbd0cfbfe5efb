"""Templates compiled into a language: do they say what Jinja's own translation would, and is everything escaped?"""
import gettext
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError
from writwatch.render import SiteError, templates
from writwatch.render.languages import Language, language
from writwatch.render.templates import Templates

WORDS = """
msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Next"
msgstr "Próxima <vista>"

msgid "filed %(when)s"
msgstr "presentado el %(when)s"

msgid "%(who)s, then %(when)s"
msgstr "%(when)s, y %(who)s; %(when)s"

msgid "all 100%%"
msgstr "todo el 100%%"

msgid "%(n)s case"
msgid_plural "%(n)s cases"
msgstr[0] "un caso"
msgstr[1] "%(n)s casos"
"""

SAID = {
    '{{ _("Next") }}': "Próxima <vista>",
    '{{ _("Next")|upper }}': "PRÓXIMA <VISTA>",
    '{{ show(_("Next")) }}': "Markup:Próxima &lt;vista&gt;",
    '{{ _("Next") if value else _("Last") }}': "Próxima <vista>",
    '{{ _("Unknown") }}': "Unknown",
    "{{ _(known) }}": "Próxima <vista>",
    '{{ _("filed %(when)s", when=value) }}': "presentado el &lt;b&gt;",
    '{{ _("filed %(when)s", when="<i>") }}': "presentado el &lt;i&gt;",
    '{{ show(_("filed %(when)s", when=value)) }}': "Markup:presentado el &amp;lt;b&amp;gt;",
    '{{ show(_("filed %(when)s", when="<i>")) }}': "Markup:presentado el &amp;lt;i&amp;gt;",
    "{% trans when=value %}filed {{ when }}{% endtrans %}": "presentado el &lt;b&gt;",
    "{% trans who=number, when=value %}{{ who }}, then {{ when }}{% endtrans %}": "&lt;b&gt;, y 7; &lt;b&gt;",
    "{% trans %}all 100%{% endtrans %}": "todo el 100%",
    "{% trans n=1 %}{{ n }} case{% pluralize %}{{ n }} cases{% endtrans %}": "un caso",
    "{% trans n=number %}{{ n }} case{% pluralize %}{{ n }} cases{% endtrans %}": "7 casos",
    "{% macro m(a, b=1) %}{{ a }}{{ b }}{{ caller() }}{% endmacro %}{% call m(value) %}{{ value }}{% endcall %}":
        "&lt;b&gt;1&lt;b&gt;",
    "{% for each in [1, 2] %}{{ loop.cycle('a', 'b') }}{{ show(*[each]) }}{% endfor %}": "aint:1bint:2",
    "{{ dict(**{'a': 1}).a }}": "1",
    "{{ told.name }} {{ told.many.name }} {{ told.many['name'] }} {{ (told.many or told).class }}":
        "&lt;p&gt; &lt;q&gt; &lt;q&gt; 1",
    "{{ told.many.get('name') }} {{ told.many.items()|length }} {{ told.name.title().lower() }}":
        "&lt;q&gt; 2 &lt;p&gt;",
    "{% for each in [told] %}{{ each.name }}{{ loop.last }}{{ loop.index }}{% endfor %}": "&lt;p&gt;True1",
    "{% block name %}a{{ value }}{% endblock %}{{ self.name() }}": "a&lt;b&gt;a&lt;b&gt;",
    "{% block a %}{% for each in [1, 2] %}{% block b scoped %}{{ each }}{% endblock %}{% endfor %}{% endblock %}": "12",
    "{% macro m(a, b=value, c=a) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(1) }} {{ m(1, 2) }} {{ m(1, c=3) }}":
        "1&lt;b&gt;1 121 1&lt;b&gt;3",
    "{{ none }}{{ 1.5 }}{{ true }}{{ [value] }}{{ number }}{{ none or value }}":
        "None1.5True[&#39;&lt;b&gt;&#39;]7&lt;b&gt;",
    "{% set it %}{{ value }}{% endset %}{{ it }}{{ it|upper }}": "&lt;b&gt;&LT;B&GT;",
    "{% filter upper %}{{ value }}{% endfilter %}": "&LT;B&GT;",
}


class Told(NamedTuple):
    """Something with attributes."""

    name: str
    many: dict[str, Any]


VALUES = {"value": "<b>", "told": Told("<p>", {"name": "<q>", "class": 1}), "number": 7, "known": "Next",
          "show": lambda value: f"{type(value).__name__}:{value}"}


@pytest.fixture
def spanish(tmp_path: Path) -> Language:
    (tmp_path / "es.po").write_text(WORDS, encoding="utf-8")
    return language("es", [tmp_path])


def made(folder: Path, text: str, of: Language) -> str:
    (folder / "page.html").write_text(text, encoding="utf-8")
    shown = Templates([folder], of).get_template("page.html").render(**VALUES)
    assert shown == plain(folder, of)
    return shown


def plain(folder: Path, of: Language) -> str:
    """What Jinja itself makes of it."""
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"])
    environment.install_gettext_translations(  # pyright: ignore[reportAttributeAccessIssue]
        of.translations, newstyle=True)
    return environment.get_template("page.html").render(**VALUES)


@pytest.mark.parametrize("whose", ["ours", "theirs"])
@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_what_is_said(
    tmp_path: Path, spanish: Language, text: str, said: str, whose: str, monkeypatch: pytest.MonkeyPatch
):
    """In another language, with values in it, as a value itself: the words, and nothing unescaped?"""
    if whose == "ours":
        monkeypatch.setattr(templates, "_OURS", tmp_path)
        monkeypatch.setattr(templates, "_FOLDER", tmp_path / "__pycache__")
    assert made(tmp_path, text, spanish).replace("\n", "") == said


def test_languages_apart(tmp_path: Path, spanish: Language):
    """One template in two languages of one process: does each say its own?"""
    english = Language("en", "English", gettext.NullTranslations())
    assert [made(tmp_path, '{{ _("Unknown") }} {{ _("filed %(when)s", when=1) }}', each)
            for each in (spanish, english, spanish)] == [
        "Unknown presentado el 1", "Unknown filed 1", "Unknown presentado el 1"]


def test_a_template_with_a_mistake(tmp_path: Path, spanish: Language):
    """Is it said where it is?"""
    (tmp_path / "broken.html").write_text("<p>\n{% broken\n")
    with pytest.raises(SiteError, match=r"broken\.html:\d: .*: mend the template"):
        Templates([tmp_path], spanish).get_template("broken.html")


def test_changed_words(tmp_path: Path, spanish: Language):
    """A catalogue that has changed since: are its new words said?"""
    assert made(tmp_path, '{{ _("Next") }}', spanish) == "Próxima <vista>"
    (tmp_path / "es.po").write_text(WORDS.replace("Próxima <vista>", "Sigue"), encoding="utf-8")
    assert made(tmp_path, '{{ _("Next") }}', language("es", [tmp_path])) == "Sigue"


@pytest.mark.parametrize("text", ["{{ strange }}", "{{ strange() }}", "{{ value.strange() }}", "{{ value.strange }}"])
def test_unknown_names(tmp_path: Path, spanish: Language, text: str, monkeypatch: pytest.MonkeyPatch):
    """A name that nobody gives is an error, called or not; in a template of theirs, is it said where?"""
    (tmp_path / "page.html").write_text(f"<p>\n{text}\n")
    page = Templates([tmp_path], spanish).get_template("page.html")
    with pytest.raises(SiteError, match=r"page\.html:2: .*strange.*: mend the template"):
        page.render(**VALUES)
    monkeypatch.setattr(templates, "_OURS", tmp_path)
    with pytest.raises(UndefinedError, match="strange"):
        page.render(**VALUES)


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of our own templates, compiled by nobody yet."""
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "page.html").write_text('{{ _("Next") }} {{ value }}')
    monkeypatch.setattr(templates, "_OURS", folder)
    monkeypatch.setattr(templates, "_FOLDER", tmp_path / "__pycache__")
    monkeypatch.setattr(templates.sys, "dont_write_bytecode", False)
    return folder


def as_another_process(folder: Path, of: Language) -> str:
    """What a page says where nothing has been compiled in this process; "compiled: " before it where it had to be."""
    compiled: list[str] = []
    with pytest.MonkeyPatch.context() as anew:
        anew.setattr(templates, "_COMPILED", {})
        anew.setattr(Templates, "_generate", lambda self, *given, **more: (
            compiled.append("compiled: "), generate(self, *given, **more))[1])
        shown = Templates([folder], of).get_template("page.html").render(**VALUES)
    return "".join(compiled) + shown


generate = Templates._generate


def test_our_templates_are_compiled_once_for_all_processes(ours: Path, spanish: Language) -> None:
    """By whoever comes first; and anew when the template, the words or the compiled file are others?"""
    assert as_another_process(ours, spanish) == "compiled: Próxima <vista> &lt;b&gt;"
    assert as_another_process(ours, spanish) == "Próxima <vista> &lt;b&gt;"
    turned = WORDS.replace("Próxima <vista>", "todo").replace("todo el 100%%", "Próxima <vista>")
    (ours.parent / "es.po").write_text(turned, encoding="utf-8")
    assert as_another_process(ours, language("es", [ours.parent])) == "compiled: todo &lt;b&gt;"
    english = spanish._replace(translations=gettext.NullTranslations(), code="es")
    assert as_another_process(ours, english) == "compiled: Next &lt;b&gt;"
    (ours / "page.html").write_text("{{ value }}!")
    assert as_another_process(ours, english) == "compiled: &lt;b&gt;!"
    [stored] = (ours.parent / "__pycache__").iterdir()
    whole = stored.read_bytes()
    for damaged in (b"", whole[:40], whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1])):
        stored.write_bytes(damaged)
        assert as_another_process(ours, english) == "compiled: &lt;b&gt;!"
        assert as_another_process(ours, english) == "&lt;b&gt;!"


def test_what_others_wrote_is_compiled_nowhere(ours: Path, tmp_path: Path, spanish: Language) -> None:
    """Does a tracker's own template, or a system that keeps nothing compiled, leave a file?"""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "page.html").write_text("{{ value }}?")
    assert as_another_process(theirs, spanish) == "compiled: &lt;b&gt;?"
    with pytest.MonkeyPatch.context() as nothing:
        nothing.setattr(templates.sys, "dont_write_bytecode", True)
        assert as_another_process(ours, spanish).startswith("compiled: ")
    assert not (tmp_path / "__pycache__").exists()


def test_no_place_for_what_is_compiled(ours: Path, tmp_path: Path, spanish: Language) -> None:
    """Is a page made where nothing can be written?"""
    (tmp_path / "__pycache__").write_text("a file, no folder")
    assert as_another_process(ours, spanish) == "compiled: Próxima <vista> &lt;b&gt;"
    assert as_another_process(ours, spanish).startswith("compiled: ")

"""An editor's note: plain Markdown from a file, past the privacy policy, onto the page as text and nothing else."""
from pathlib import Path

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from writwatch.render import SiteError, casebook
from writwatch.render.cases import Case
from writwatch.render.notes import LONGEST, render_note, with_notes
from writwatch.render.privacy import CaseNotes, publish
from writwatch.render.procedure.facts import Docket
from writwatch.render.procedure.status import read_case

from .factory import TODAY

CASE = Case("mnd-0-26-cv-00123", "", "detention", "", "core", "", None, ())
DOCKET = Docket(7, "mnd", "0:26-cv-00123", "Quillfeather Amundsdotter v. Bondi", nature_of_suit="463 Habeas Corpus")


def site(folder: Path, note: str | bytes, name: str = f"{CASE.slug}.md") -> Path:
    place = folder / "notes" / name
    place.parent.mkdir()
    place.write_bytes(note if isinstance(note, bytes) else note.encode())
    return folder


@pytest.mark.parametrize("note", [
    "Plain words, AT&T, 5 < 6, “quotes”, a_b, don't\nand a second line.",
    "# Heading\n\n- **one**\n- *two*\n\n1. `code`\n\n> quote\n\n[a link](https://example.org/a_b?c=d&e=f) <https://example.org>",
    "",
])
def test_a_note_is_read_as_it_is(tmp_path: Path, note: str) -> None:
    """Does plain Markdown reach its case?"""
    assert with_notes([CASE], site(tmp_path, note)) == (CASE._replace(note=note),)


def test_a_note_goes_the_whole_way(tmp_path: Path) -> None:
    """From the file to what is published, past the policy?"""
    [case] = with_notes([CASE], site(tmp_path, "Quillfeather Amundsdotter was **held**."))
    shown = publish(casebook.notes(case), (DOCKET,), read_case((DOCKET,), TODAY))
    assert shown is not None
    assert shown.note == "Q.A. was **held**."


def test_no_notes_no_change(tmp_path: Path) -> None:
    """Is a site folder without notes a site folder?"""
    assert with_notes([CASE], tmp_path) == (CASE,)


@pytest.mark.parametrize(("note", "line", "wrong"), [
    ("Fine.\n\n<script>alert(1)</script>", 3, "HTML"),
    ("a <b>bold</b> word", 1, "HTML"),
    ("one\n\n![picture](https://example.org/a.png)", 3, "picture"),
    ("[link](http://example.org)", 1, "https://"),
    ("[link](javascript:alert(1))", 0, ""),
    ("[link](mailto:a@example.org)", 1, "https://"),
    ("[link](../../other.html)", 1, "https://"),
    ("[link][1]\n\n[1]: ftp://example.org", 1, "https://"),
    ("two\n\nQuill*feather*", 3, "within it"),
    ("&#81;uillfeather", 1, "within it"),
    ("**Quill**feather", 1, "within it"),
])
def test_a_mistake_names_file_and_line_and_no_word_of_the_note(
    tmp_path: Path, note: str, line: int, wrong: str
) -> None:
    """Is whoever wrote it told where, without a name on the screen?"""
    folder = site(tmp_path, note)
    if not wrong:  # what markdown itself refuses to make a link of stays words
        assert "<a" not in render_note(with_notes([CASE], folder)[0].note)
        return
    with pytest.raises(SiteError) as told:
        with_notes([CASE], folder)
    assert f"{CASE.slug}.md, line {line}: " in str(told.value)
    assert wrong in str(told.value)
    assert "example.org" not in str(told.value)
    assert "uill" not in str(told.value)


def test_a_note_waits_for_its_case(tmp_path: Path) -> None:
    """The case's own file has a mistake, which is said elsewhere: do all other cases stay as they are?"""
    folder = site(tmp_path, "fine", "mnd-0-26-cv-99999.md")
    (folder / "cases").mkdir()
    (folder / "cases" / "mnd-0-26-cv-99999.toml").write_text('topic = "none"\n', encoding="utf-8")
    assert with_notes([CASE], folder) == (CASE,)


@pytest.mark.parametrize(("note", "name", "wrong"), [
    (b"\xff\xfe\x00", f"{CASE.slug}.md", "UTF-8"),
    ("x" * (LONGEST + 1), f"{CASE.slug}.md", "longer than"),
    ("fine", "mnd-0-26-cv-99999.md", "note on no case"),
])
def test_a_file_that_is_no_note(tmp_path: Path, note: str | bytes, name: str, wrong: str) -> None:
    """Does silence never hide a note that reaches no page?"""
    with pytest.raises(SiteError, match=wrong) as told:
        with_notes([CASE], site(tmp_path, note, name))
    assert name in str(told.value)


@pytest.mark.parametrize(("note", "html"), [
    ("Some *em* and **strong**.", "<p>Some <em>em</em> and <strong>strong</strong>.</p>\n"),
    ("# One\n\n#### Four", "<h3>One</h3>\n<h3>Four</h3>\n"),
    ("[x](https://example.org)", '<p><a href="https://example.org" rel="noopener">x</a></p>\n'),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
    ("", ""),
])
def test_notes_are_rendered(note: str, html: str) -> None:
    """Is a heading of the page's own below its section, and HTML no more than text?"""
    assert render_note(note) == html


@example("[]()")
@example("[a](//example.org) [b](b)")
@given(st.text(alphabet=st.sampled_from("ab <>&\"'/=:[]()!*_`#-\n\\hscriptonjav"), max_size=120))
def test_no_note_can_run(note: str) -> None:
    """Whatever is written: no element but text, no attribute but a link to https?"""
    for element in html5lib.parseFragment(render_note(note), namespaceHTMLElements=False).iter():
        if isinstance(element.tag, str) and element.tag != "DOCUMENT_FRAGMENT":
            assert element.tag in {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr",
                                   "h3"}
            assert set(element.attrib) <= ({"href", "rel"} if element.tag == "a" else set())
            assert element.get("href", "https://").startswith("https://")


@pytest.mark.parametrize("note", [
    "Quillfeather Amundsdotter was held.", "*Quillfeather* **Amundsdotter** was held.",
    "*Quillfeather Amundsdotter* was held.", "**Amundsdotter**, Quillfeather", "QUILLFEATHER\nAMUNDSDOTTER",
    "Her number is A 201-555-019.",
])
def test_a_note_passes_the_policy_first(note: str) -> None:
    """In whatever emphasis: does no protected name or number come out?"""
    notes = CaseNotes(CASE.slug, "", "detention", "core", "", "", None, "", (), note)
    shown = publish(notes, (DOCKET,), read_case((DOCKET,), TODAY))
    assert shown is not None
    assert shown.note
    words = html5lib.parseFragment(render_note(shown.note), namespaceHTMLElements=False).itertext()
    told = " ".join(words).casefold()
    assert not any(part in told for part in ("quillfeather", "amundsdotter", "201"))

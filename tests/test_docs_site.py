"""`make docs`: the documents as pages. Does every link lead somewhere, and is what does not said?"""
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import html5lib
import pytest

CHECKOUT = Path(__file__).parent.parent


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


docs = loaded(CHECKOUT / "docs" / "build.py")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("docs") / "out"
    assert docs.build(out) == []
    return out


def test_every_document_is_a_page(site: Path):
    """Each in the navigation of each?"""
    pages = {path.name: path.read_text(encoding="utf-8") for path in site.glob("*.html")}
    written = {path.stem.lower() + ".html" for path in (*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").glob("*.md"))}
    assert pages.keys() == written
    for name, text in pages.items():
        assert written <= set(re.findall(r'<a href="([^"]+)"', text.partition("</header>")[0])), name
        html5lib.HTMLParser(strict=True).parse(text)
        assert text.count("<h1") == 1, name


def test_the_overview_names_every_document():
    """Is each reached from docs/index.md?"""
    overview = docs.read_page(CHECKOUT, "docs/index.md")
    named = {(CHECKOUT / "docs" / str(link.attrs["href"])).resolve() for link in docs.links(overview.tokens)}
    assert {(CHECKOUT / source).resolve() for source in docs.sources()} - named == {CHECKOUT / "docs" / "index.md"}


def test_every_link_leads_somewhere(site: Path):
    """In the pages as written, headings included; and is nothing fetched from elsewhere?"""
    for path in site.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            if re.match("https?:", link):
                continue
            name, _, anchor = link.partition("#")
            target = site / name if name else path
            assert target.is_file(), (path.name, link)
            if anchor:
                assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), (path.name, link)
        assert not re.search(r'<(?:script|img|iframe|link)[^>]*"(?:https?:)?//', text)


WRONG = [
    ("[a](missing.md)", "docs/index.md: leads to missing.md, which is not there."),
    ("[a](other.md#no-such)", "docs/index.md: leads to other.md#no-such, which is not there."),
    ("[a](#here)", "docs/index.md: leads to #here, which is not there."),
    ("[a](../../secret.txt)", "docs/index.md: leads to ../../secret.txt, which is not there."),
]
RIGHT = ["[a](other.md)", "[a](other.md#a-b-c)", "[a](#index)", "[a](https://example.org/)", "[a](file.service)"]


@pytest.mark.parametrize(("text", "told"), [*WRONG, *((text, "") for text in RIGHT)])
def test_a_link(text: str, told: str, tmp_path: Path):
    checkout, out = tmp_path / "checkout", tmp_path / "out"
    (checkout / "docs").mkdir(parents=True)
    (checkout / "docs" / "index.md").write_text(f"# Index\n\n{text}\n", encoding="utf-8")
    (checkout / "docs" / "other.md").write_text("# Other\n\n## A, `b` c\n", encoding="utf-8")
    (checkout / "docs" / "file.service").write_text("x", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    assert docs.build(out, checkout) == ([told] if told else [])
    assert out.exists() == (not told)


@pytest.mark.parametrize(("headings", "anchors"), [
    (["The set-up, and what is wrong"], ["the-set-up-and-what-is-wrong"]),
    (["Rules", "Rules"], ["rules", "rules-1"]),
    (["0.1.0, not released yet"], ["010-not-released-yet"]),
    (["`writwatch` and é"], ["writwatch-and-é"]),
])
def test_headings_are_named_as_hosts_name_them(headings: list[str], anchors: list[str]):
    taken: dict[str, str] = {}
    for text in headings:
        taken[docs.anchor_of(text.replace("`", ""), taken)] = text
    assert list(taken) == anchors


def test_nothing_in_a_document_runs(tmp_path: Path):
    """Markup in Markdown is text."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Index\n\n<script>alert(1)</script> [a](javascript:x)\n", "utf-8")
    assert docs.build(tmp_path / "out", tmp_path) == []
    text = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert 'href="javascript' not in text

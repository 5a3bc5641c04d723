#!/usr/bin/env python3
"""parts.py BOOK.xlsx...: what Excel is strict about, and repairs or refuses a workbook for.

The order of elements in a worksheet (ECMA-376, part 1, 18.3.1.99), parts without a content
type, relations that lead nowhere, formats and strings that do not exist, names of sheets,
cells that are merged twice. Standard library only; tests/excel asks Microsoft's own
validator, where it is at hand.
"""
import posixpath
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ORDER = """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection
protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells
phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup
headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing
legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts
extLst""".split()
LINKS_MOST = 65530


def corners(reference):
    for cell in reference.split(":"):
        letters, row = re.fullmatch("([A-Z]+)([0-9]+)", cell).groups()
        column = 0
        for letter in letters:
            column = 26 * column + ord(letter) - 64
        yield int(row), column


def cells_of(reference):
    (top, left), (bottom, right) = corners(reference)
    return {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}


class Book:
    def __init__(self, path):
        with zipfile.ZipFile(path) as book:
            self.parts = {name: book.read(name) for name in book.namelist() if name[-1] != "/"}
        self.path, self.faults = path, 0

    def xml(self, name):
        return ElementTree.fromstring(self.parts[name])

    def must(self, good, *words):
        if not good:
            self.faults += 1
            print(f"{self.path}:", *words)

    def check(self):
        self.check_types()
        self.check_relations()
        self.check_names()
        styles = len(self.xml("xl/styles.xml").find(f"{MAIN}cellXfs"))
        strings = len(self.xml("xl/sharedStrings.xml"))
        for name in self.parts:
            if name.startswith("xl/worksheets/sheet"):
                self.check_sheet(name, self.xml(name), styles, strings)
        return self.faults

    def check_types(self):
        types = self.xml("[Content_Types].xml")
        known = {node.get("PartName") for node in types} | {
            "." + node.get("Extension", "") for node in types if node.get("Extension") == "rels"}
        for name in self.parts:
            typed = "/" + name in known or name.endswith(".rels") or name == "[Content_Types].xml"
            self.must(typed, name, "has no content type")
        for name in known:
            self.must(name is None or name == ".rels" or name[1:] in self.parts, name, "is not there")

    def check_relations(self):
        for name in self.parts:
            if not name.endswith(".rels"):
                continue
            folder = posixpath.dirname(posixpath.dirname(name))
            ids = [relation.get("Id") for relation in self.xml(name)]
            self.must(len(ids) == len(set(ids)), name, "has an id twice")
            for relation in self.xml(name):
                to = posixpath.normpath(posixpath.join(folder, relation.get("Target")))
                there = relation.get("TargetMode") == "External" or to in self.parts
                self.must(there, name, "leads to", to)

    def check_names(self):
        names = [sheet.get("name") for sheet in self.xml("xl/workbook.xml").iter(f"{MAIN}sheet")]
        self.must(len({name.lower() for name in names}) == len(names), "sheets of one name")
        for name in names:
            good = len(name) <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", name)
            self.must(good, "no name for a sheet:", name)

    def check_sheet(self, name, sheet, styles, strings):
        tags = [node.tag.removeprefix(MAIN) for node in sheet]
        self.must(set(tags) <= set(ORDER), name, "has elements of its own")
        order = [ORDER.index(tag) for tag in tags if tag in ORDER]
        self.must(order == sorted(order), name, "has its elements in another order")
        places = [cell.get("r") for cell in sheet.iter(f"{MAIN}c")]
        self.must(len(places) == len(set(places)), name, "has a cell twice")
        for cell in sheet.iter(f"{MAIN}c"):
            self.must(int(cell.get("s", 0)) < styles, name, cell.get("r"), "has no such format")
            if cell.get("t") == "s":
                text = int(cell.findtext(f"{MAIN}v"))
                self.must(text < strings, name, cell.get("r"), "has no such text")
        taken = set()
        for merged in sheet.iter(f"{MAIN}mergeCell"):
            cells = cells_of(merged.get("ref"))
            self.must(not cells & taken, name, merged.get("ref"), "is merged twice")
            taken |= cells
        links = list(sheet.iter(f"{MAIN}hyperlink"))
        self.must(len(links) <= LINKS_MOST, name, "has too many links")


faults = sum(Book(path).check() for path in sys.argv[1:])
print(f"{len(sys.argv) - 1} workbooks, {faults} faults")
sys.exit(faults > 0)

"""fill.py BOOK SHEET:ROW COLUMN=VALUE...: fill in cells of a workbook, as a person would.

COLUMN is the title of a column, VALUE a text; further SHEET:ROW begin other rows. Rows count
from 1, as programs show them.
"""
import re
import shutil
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ET.register_namespace("", MAIN)
ET.register_namespace("r", RELATION[1:-3])


def tag(name):
    return "{%s}%s" % (MAIN, name)


def sheet_part(parts, name):
    targets = {r.get("Id"): r.get("Target") for r in ET.fromstring(parts["xl/_rels/workbook.xml.rels"])}
    for sheet in ET.fromstring(parts["xl/workbook.xml"]).iter(tag("sheet")):
        if sheet.get("name") == name:
            return "xl/" + targets[sheet.get(RELATION)]
    sys.exit("no sheet " + name)


def text_of(cell, strings):
    if cell.get("t") == "s":
        return strings[int(cell.findtext(tag("v")))]
    return "".join(cell.itertext())


def columns(root, strings):
    for row in root.iter(tag("row")):
        titles = {text_of(c, strings): re.match("[A-Z]+", c.get("r")).group() for c in row if len(c)}
        if len(titles) > 1:
            return titles
    sys.exit("no header")


def fill(root, strings, number, title, value):
    place = columns(root, strings)[title] + number
    cell = next(c for c in root.iter(tag("c")) if c.get("r") == place)
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    ET.SubElement(ET.SubElement(cell, tag("is")), tag("t")).text = value


def main(book, *words):
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    strings = ["".join(i.itertext()) for i in ET.fromstring(parts["xl/sharedStrings.xml"])]
    for word in words:
        title, equals, value = word.partition("=")
        if not equals:
            sheet, _, number = word.partition(":")
            part = sheet_part(parts, sheet)
            continue
        root = ET.fromstring(parts[part])
        fill(root, strings, number, title, value)
        parts[part] = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    with zipfile.ZipFile(book + ".new", "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    shutil.move(book + ".new", book)


main(*sys.argv[1:])

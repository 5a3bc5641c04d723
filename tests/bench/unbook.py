"""What stands in a workbook, as the list that tests/bench/workbooks writes again."""
import re
import sys
import zipfile
from xml.etree import ElementTree

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def words(node):
    """Text on one line: the same number of bytes."""
    return re.sub(r"[\n\t]", " ", "".join(t.text or "" for t in node.iter(f"{MAIN}t")))


def shared_strings(book):
    """Of each its line's letter and fields; a rich one's pieces begin with 1 where bold."""
    for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml")):
        pieces = [("1" if run.find(f"{MAIN}rPr/{MAIN}b") is not None else "0") + words(run)
                  for run in item.iter(f"{MAIN}r")]
        yield ("R", pieces[:60]) if pieces else ("T", [words(item)])


def place(cell):
    letters, row = re.fullmatch("([A-Z]+)([0-9]+)", cell).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return str(int(row) - 1), str(column - 1)


def cell_line(cell, links, strings):
    where = [*place(cell.get("r")), cell.get("s", "0")]
    value = cell.findtext(f"{MAIN}v")
    link = links.get(cell.get("r"))
    if link is not None:
        tip = [link.get("tooltip")] if link.get("tooltip") else []
        return ["L", *where, "internal:" + link.get("location"), link.get("display"), *tip]
    if value is None:
        return ["B", *where]
    if cell.get("t") != "s":
        return ["N", *where, value]
    letter, fields = strings[int(value)]
    return [letter, *where, *fields]


def sheet_lines(sheet, strings):
    links = {link.get("ref"): link for link in sheet.iter(f"{MAIN}hyperlink")}
    for merged in sheet.iter(f"{MAIN}mergeCell"):
        first, last = merged.get("ref").split(":")
        yield ["M", *place(first), *place(last)]
    for row in sheet.iter(f"{MAIN}row"):
        if row.get("ht"):
            yield ["H", str(int(row.get("r")) - 1), row.get("ht")]
        for cell in row:
            yield cell_line(cell, links, strings)


def parts_of(book, part, kind):
    """What a part of the package is related to, of one kind, by name."""
    folder, name = part.rsplit("/", 1)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in book.namelist():
        return
    for relation in ElementTree.fromstring(book.read(relations)):
        if relation.get("Type").endswith("/" + kind):
            yield relation.get("Id"), "xl/" + relation.get("Target").removeprefix("../")


def series_line(series):
    """Its name, its cells, and the labels that stand in it."""
    values = [ref.findtext(f"{CHART}f") for ref in series.iter()
              if ref.tag in (f"{CHART}numRef", f"{CHART}strRef")]
    name = series.findtext(f"{CHART}tx/{CHART}v") or ""
    labels = [label.findtext(f".//{DRAWN}t") or "" for label in series.iter(f"{CHART}dLbl")]
    return ["Y", name, *("=" + value for value in values[-2:]), *labels[:58]]


def chart_lines(book, part):
    for _, drawing in parts_of(book, part, "drawing"):
        charts = dict(parts_of(book, drawing, "chart"))
        for anchor in ElementTree.fromstring(book.read(drawing)):
            corner = anchor.find(f"{PLACED}from")
            to = next(anchor.iter(f"{CHART}chart")).get(RELATION)
            chart = ElementTree.fromstring(book.read(charts[to]))
            kind = "bar" if next(chart.iter(f"{CHART}barChart"), None) is not None else "scatter"
            yield ["C", kind, corner.findtext(f"{PLACED}row"), corner.findtext(f"{PLACED}col")]
            for series in chart.iter(f"{CHART}ser"):
                yield series_line(series)


def unbook(path):
    with zipfile.ZipFile(path) as book:
        strings = list(shared_strings(book))
        names = [node.get("name") for node in
                 ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
        for number, name in enumerate(names, 1):
            yield ["S", name]
            part = f"xl/worksheets/sheet{number}.xml"
            yield from sheet_lines(ElementTree.fromstring(book.read(part)), strings)
            yield from chart_lines(book, part)


def lines_of(path):
    return ["\t".join(fields) + "\n" for fields in unbook(path)]


if __name__ == "__main__":
    sys.stdout.writelines(lines_of(sys.argv[1]))

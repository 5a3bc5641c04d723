"""What stands in an agent's workbook, as the list that tests/bench/workbooks writes again."""
import datetime
import re
import sys
import zipfile
from xml.etree import ElementTree

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TERMS = "{http://purl.org/dc/terms/}"
ELEMENTS = "{http://purl.org/dc/elements/1.1/}"
# As xlsxwriter/format.h and chart.h number them.
HORIZONTAL = {None: "0", "left": "1", "center": "2", "right": "3"}
DASHES = {None: "0", "sysDot": "1", "dash": "3"}
MARKERS = {"none": "1", "diamond": "3", "circle": "9"}
PLACES = {None: "2", "ctr": "1"}
CHART_WIDTH, CHART_HEIGHT = 480, 288  # in pixels, of a chart that is not scaled
RICH = 200  # the number of the first format of words within a cell


def words(node):
    return "".join(t.text or "" for t in node.iter(f"{MAIN}t"))


def color(node):
    return "" if node is None else (node.get("rgb") or "")[2:]


def fonts_of(styles):
    for node in styles.find(f"{MAIN}fonts"):
        yield font_fields(node)


def font_fields(node):
    """Size, colour, bold, italic, underlined."""
    has = [str(int(node.find(f"{MAIN}{name}") is not None)) for name in "biu"]
    return [node.find(f"{MAIN}sz").get("val"), color(node.find(f"{MAIN}color")), *has]


def format_lines(styles):
    """One of each format of cells, in the order of their numbers."""
    codes = {node.get("numFmtId"): node.get("formatCode") for node in styles.iter(f"{MAIN}numFmt")}
    fonts = list(fonts_of(styles))
    fills = [color(node.find(f".//{MAIN}fgColor")) for node in styles.find(f"{MAIN}fills")]
    edges = [color(node.find(f"{MAIN}bottom/{MAIN}color")) for node in styles.find(f"{MAIN}borders")]
    for number, node in enumerate(styles.find(f"{MAIN}cellXfs")):
        place = node.find(f"{MAIN}alignment")
        place = {} if place is None else place.attrib
        if number:
            yield ["F", str(number), *fonts[int(node.get("fontId"))],
                   codes.get(node.get("numFmtId"), ""), fills[int(node.get("fillId"))],
                   edges[int(node.get("borderId"))], place.get("wrapText", "0"),
                   HORIZONTAL[place.get("horizontal")], "8" if place.get("vertical") else "9",
                   place.get("indent", "0"), place.get("textRotation", "0")]


class Strings:
    """The shared texts: of each its line's letter and fields. Pieces of a rich one begin with
    the number of their format, 0 where they have that of the cell."""

    def __init__(self, book):
        self.fonts = []
        root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        self.items = [self.item(node) for node in root]

    def item(self, node):
        pieces = [self.piece(run) for run in node.iter(f"{MAIN}r")]
        return ("R", pieces) if pieces else ("T", [words(node)])

    def piece(self, run):
        font = run.find(f"{MAIN}rPr")
        if font is None or not color(font.find(f"{MAIN}color")):
            return "0 " + words(run)
        fields = font_fields(font)
        if fields not in self.fonts:
            self.fonts.append(fields)
        return f"{RICH + self.fonts.index(fields)} {words(run)}"

    def lines(self):
        for number, fields in enumerate(self.fonts, RICH):
            yield ["F", str(number), *fields]


def place(cell):
    letters, row = re.fullmatch("([A-Z]+)([0-9]+)", cell.replace("$", "")).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return str(int(row) - 1), str(column - 1)


def cell_line(cell, links, strings):
    where = [*place(cell.get("r")), cell.get("s", "0")]
    value = cell.findtext(f"{MAIN}v")
    link = links.get(cell.get("r"))
    if link is not None:
        return ["L", *where, "internal:" + link.get("location"), link.get("display"),
                link.get("tooltip", "")]
    if value is None:
        return ["B", *where]
    if cell.get("t") != "s":
        return ["N", *where, value]
    letter, fields = strings.items[int(value)]
    return [letter, *where, *fields]


def head_line(name, hidden, sheet):
    """How it is shown and printed."""
    pane = sheet.find(f".//{MAIN}pane")
    setup = sheet.find(f"{MAIN}pageSetup")
    return ["S", name, str(int(hidden)), pane.get("ySplit", "0"), pane.get("xSplit", "0"),
            str(int(setup.get("orientation") == "portrait")), setup.get("fitToHeight", "1"),
            sheet.findtext(f"{MAIN}headerFooter/{MAIN}oddFooter")]


def column_lines(sheet):
    """Widths in characters: a file has them with the margins of five pixels."""
    for node in sheet.iter(f"{MAIN}col"):
        pixels = round(float(node.get("width")) * 7)
        width = (pixels - 5) / 7 if pixels > 12 else pixels / 12
        yield ["K", str(int(node.get("min")) - 1), repr(width), node.get("hidden", "0"),
               node.get("outlineLevel", "0")]


def sheet_lines(sheet, strings):
    links = {link.get("ref"): link for link in sheet.iter(f"{MAIN}hyperlink")}
    yield from column_lines(sheet)
    for kind, tag in (("M", "mergeCell"), ("A", "autoFilter")):
        for node in sheet.iter(MAIN + tag):
            first, last = node.get("ref").split(":")
            yield [kind, *place(first), *place(last)]
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


def value_of(node, path):
    found = node.find("/".join(CHART + step for step in path.split("/")))
    return None if found is None else found.get("val")


def series_line(series):
    """Its name, its cells, its line and markers, and the labels that stand in it."""
    cells = ["=" + ref.findtext(f"{CHART}f") for ref in series.iter(f"{CHART}numRef")]
    name = series.findtext(f"{CHART}tx/{CHART}v") or ""
    line = series.find(f"{CHART}spPr/{DRAWN}ln")
    marker = series.find(f"{CHART}marker")
    inks = [node.get("val") for node in (*line.iter(f"{DRAWN}srgbClr"), *marker.iter(f"{DRAWN}srgbClr"))]
    dash = line.find(f"{DRAWN}prstDash")
    labels = [label.findtext(f".//{DRAWN}t") or "" for label in series.iter(f"{CHART}dLbl")]
    return ["Y", name, *cells, inks[0] if inks else "", str(int(line.get("w", "0")) / 12700),
            DASHES[None if dash is None else dash.get("val")],
            MARKERS[value_of(marker, "symbol")], value_of(marker, "size") or "0",
            PLACES[value_of(series, "dLbls/dLblPos")], *labels]


def axis_fields(axis):
    """Its ends, the step of its numbers and their form: none where they are not shown."""
    return [value_of(axis, "scaling/min"), value_of(axis, "scaling/max"),
            value_of(axis, "majorUnit") or "",
            axis.find(f"{CHART}numFmt").get("formatCode")]


def sizes_of(sheet):
    """Pixels of a column and a row, by number."""
    columns = {int(node.get("min")) - 1: round(float(node.get("width")) * 7)
               for node in sheet.iter(f"{MAIN}col")}
    rows = {int(node.get("r")) - 1: float(node.get("ht", "15")) * 4 / 3
            for node in sheet.iter(f"{MAIN}row")}
    return columns, rows


def span(anchor, sizes, name):
    first, last = (int(anchor.findtext(f"{PLACED}{end}/{PLACED}{name}")) for end in ("from", "to"))
    return first, sum(sizes[number] for number in range(first, last))


def chart_line(chart):
    unnamed = [value_of(entry, "idx") for entry in chart.iter(f"{CHART}legendEntry")]
    return ["C", chart.findtext(f"{CHART}chart/{CHART}title//{DRAWN}t"), " ".join(unnamed),
            *(field for axis in chart.iter(f"{CHART}valAx") for field in axis_fields(axis))]


def insert_line(anchor, sheet):
    """Where the chart comes that has all its series, and how large it is."""
    columns, rows = sizes_of(sheet)
    column, width = span(anchor, columns, "col")
    row, height = span(anchor, rows, "row")
    return ["I", str(row), str(column), repr(width / CHART_WIDTH), repr(height / CHART_HEIGHT),
            next(anchor.iter(f"{PLACED}cNvPr")).get("descr")]


def chart_lines(book, part, sheet):
    for _, drawing in parts_of(book, part, "drawing"):
        charts = dict(parts_of(book, drawing, "chart"))
        for anchor in ElementTree.fromstring(book.read(drawing)):
            to = next(anchor.iter(f"{CHART}chart")).get(RELATION)
            chart = ElementTree.fromstring(book.read(charts[to]))
            yield chart_line(chart)
            yield from map(series_line, chart.iter(f"{CHART}ser"))
            yield insert_line(anchor, sheet)


def properties_line(book):
    core = ElementTree.fromstring(book.read("docProps/core.xml"))
    made = datetime.datetime.fromisoformat(core.findtext(f"{TERMS}created").replace("Z", "+00:00"))
    return ["P", core.findtext(f"{ELEMENTS}title"), str(int(made.timestamp()))]


def printed_lines(workbook, number):
    """The part of a sheet that is printed."""
    for node in workbook.iter(f"{MAIN}definedName"):
        if node.get("name") == "_xlnm.Print_Area" and node.get("localSheetId") == str(number):
            first, last = node.text.split("!")[1].split(":")
            yield ["Q", *place(first), *place(last)]


def unbook(path):
    with zipfile.ZipFile(path) as book:
        strings = Strings(book)
        workbook = ElementTree.fromstring(book.read("xl/workbook.xml"))
        yield properties_line(book)
        yield from format_lines(ElementTree.fromstring(book.read("xl/styles.xml")))
        yield from strings.lines()
        for number, node in enumerate(workbook.iter(f"{MAIN}sheet")):
            part = f"xl/worksheets/sheet{number + 1}.xml"
            sheet = ElementTree.fromstring(book.read(part))
            yield head_line(node.get("name"), node.get("state") == "hidden", sheet)
            yield from printed_lines(workbook, number)
            yield from sheet_lines(sheet, strings)
            yield from chart_lines(book, part, sheet)


def lines_of(path):
    """A line's own tabs and ends of lines are written as control characters."""
    hidden = str.maketrans("\t\n", "\x1e\x1f")
    return ["\t".join(field.translate(hidden) for field in fields) + "\n" for fields in unbook(path)]


def difference(path, other):
    """The first part of a workbook that another one has not, or has otherwise; or None."""
    with zipfile.ZipFile(path) as one, zipfile.ZipFile(other) as two:
        if one.namelist() != two.namelist():
            return "the list of parts"
        return next((part for part in one.namelist() if one.read(part) != two.read(part)), None)


if __name__ == "__main__":
    sys.stdout.writelines(lines_of(sys.argv[1]))

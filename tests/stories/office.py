"""Workbooks and documents as office programs write them, for the stories of their readers.

office.py workbook FILE   a sheet of turns, an empty one, and one that is hidden
office.py sheets FILE     the same behind a sheet of notes
office.py calls FILE      a table for --calls
office.py document FILE   a meeting's transcript, as Teams has it
office.py broken FOLDER   files that cannot be read, each in its own way
"""
import pathlib
import sys
import zipfile

NS = "http://schemas.openxmlformats.org/"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPE = "application/vnd.openxmlformats-officedocument."


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def content_types(types):
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{TYPE}{kind}+xml"/>' for name, kind in types.items())
    return f'{HEAD}<Types xmlns="{NS}package/2006/content-types">{overrides}</Types>'


def cell(column, row, value):
    place = f'{"ABCDEFGHIJ"[column]}{row}'
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, tuple):  # a number and its style
        return f'<c r="{place}" s="{value[1]}"><v>{value[0]}</v></c>'
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    if value.startswith("#"):  # of the strings that cells share
        return f'<c r="{place}" t="s"><v>{value[1:]}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'


def sheet(rows):
    """Rows by number."""
    body = "".join(
        f'<row r="{row}">' + "".join(cell(column, row, value) for column, value in enumerate(values)) + "</row>"
        for row, values in rows.items()
    )
    return f'{HEAD}<worksheet xmlns="{NS}spreadsheetml/2006/main"><sheetData>{body}</sheetData></worksheet>'


def workbook(sheets, strings=(), hidden=()):
    """The parts; sheets by name. Styles: 0 plain, 1 a date and time, 2 a length, 3 a date."""
    main = f"{NS}spreadsheetml/2006/main"
    names = list(sheets)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"{" state=" + chr(34) + "hidden" + chr(34) if name in hidden else ""}/>'
        for i, name in enumerate(names, 1)
    )
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{NS}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(names) + 1)
    )
    formats = (
        '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>'
        '<numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts>'
    )
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 164, 165, 14))
    return {
        "[Content_Types].xml": content_types(
            {
                "xl/workbook.xml": "spreadsheetml.sheet.main",
                "xl/sharedStrings.xml": "spreadsheetml.sharedStrings",
                "xl/styles.xml": "spreadsheetml.styles",
            }
        ),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{main}" xmlns:r="{NS}officeDocument/2006/relationships"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{NS}package/2006/relationships">{relations}</Relationships>',
        **{f"xl/worksheets/sheet{i}.xml": sheet(sheets[name]) for i, name in enumerate(names, 1)},
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{main}">' + "".join(f"<si>{text}</si>" for text in strings) + "</sst>",
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{main}">{formats}<cellXfs>{styles}</cellXfs></styleSheet>',
    }


def turns(more={}):
    strings = [
        "<t>Agent</t>",
        "<t>Customer</t>",
        '<r><t xml:space="preserve">Harbour Books, </t></r><r><rPr><b/></rPr><t>Ines speaking. What can I do for you?</t></r>',
        "<t>One calendar, two charges.</t><rPh sb=\"0\" eb=\"3\"><t>not said</t></rPh>",
    ]
    started, day = (46083.395833333336, 1), (46083, 3)
    rows = {
        1: ["Calls of the second of March"],
        3: ["Call ID", "Started At", "Speaker", "Start", "Text", "Order", "Ordered", "First call"],
        4: [20260302001, started, "#0", (0.000034722222222222222, 2), "#2", 1015959123, day, True],
        5: [20260302001, started, "#1", (0.00010416666666666667, 2), "#3"],
        7: [20260302001, started, "#0", (0.00023148148148148149, 2), "I am sorry, &quot;twice&quot; is\nonce too often; it goes back."],
    }
    return workbook({**more, "Turns": rows, "Empty": {}, "Old": rows}, strings, ["Old"])


def sheets():
    return turns({"Notes": {2: ["Who", "What"], 3: ["Ines", "exports"]}})


def calls():
    return workbook({"Calls": {1: ["call_id", "agent", "team", "csat"], 2: ["S-1", "ines", "Returns", 4]}})


def document(paragraphs, kind="wordprocessingml.document.main"):
    """Each paragraph is lines; a tab stop is defined in each, and none is said."""
    run = "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>"
    body = "".join(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
        + "<w:r><w:br/></w:r>".join(run.format(line) for line in lines)
        + "</w:p>"
        for lines in paragraphs
    )
    return {
        "[Content_Types].xml": content_types({"word/document.xml": kind}),
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{NS}wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
    }


MEETING = [
    ["Returns desk-20260302_093000-Meeting Recording"],
    ["March 2, 2026, 9:30AM"],
    ["Agent   0:03", "Harbour Books, Ines speaking. What can I do for you?"],
    ["Customer   0:08", "I would like to return a calendar.", "It has last year on it."],
    ["Agent   0:15", "I am sorry about that. A new one leaves today."],
    ["Customer   0:21", "Thanks &amp; goodbye."],
]


def broken(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(exist_ok=True)
    whole = folder / "whole.xlsx"
    write(whole, sheets())
    data = whole.read_bytes()
    whole.unlink()
    (folder / "truncated.xlsx").write_bytes(data[: len(data) * 2 // 3])
    (folder / "empty.xlsx").write_bytes(b"")
    (folder / "password.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504))
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7\n%...\n")
    parts = sheets()
    write(folder / "no-sheet.xlsx", {name: text for name, text in parts.items() if "sheet2" not in name})
    write(folder / "no-xml.xlsx", {**parts, "xl/worksheets/sheet2.xml": "Call ID, text\n"})
    entity = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]>'
    write(folder / "entities.xlsx", {**parts, "xl/sharedStrings.xml": f"{entity}<sst><si><t>&b;</t></si></sst>"})
    blanks = "<row><c/></row>" * 8_000_000
    bomb = parts["xl/worksheets/sheet2.xml"].replace("</sheetData>", blanks + "</sheetData>")
    write(folder / "bomb.xlsx", {**parts, "xl/worksheets/sheet2.xml": bomb})
    write(folder / "nobody.docx", document([["Minutes"], ["We met."]]))
    write(folder / "slides.docx", document(MEETING, "presentationml.presentation.main"))
    write(folder / "odd.docx", {"[Content_Types].xml": "<Types>"})
    write(folder / "sheet.ods", {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})


if __name__ == "__main__":
    what, path = sys.argv[1:]
    if what == "broken":
        broken(path)
    else:
        write(path, {"workbook": turns, "sheets": sheets, "calls": calls, "document": lambda: document(MEETING)}[what]())

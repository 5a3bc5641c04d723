#!/usr/bin/env python3
"""Much of what office programs and mail write, to measure the readers' memory with.

many.py sheet PATH CSV: the rows of a CSV as the sheet of a workbook
many.py mails PATH COUNT: so many threads of mail in one mbox, made of the sample

A program of its own, since what a process once held counts as its children's peak of memory.
"""
import csv
import os
import sys
import xml.sax.saxutils
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NS = "http://schemas.openxmlformats.org/"
MAIN = f'xmlns="{NS}spreadsheetml/2006/main"'
WORKBOOK = f'{NS}officeDocument/2006/relationships'
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{NS}package/2006/content-types">'
                           '<Override PartName="/xl/workbook.xml" ContentType="application/'
                           'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{WORKBOOK}"><sheets>'
                       '<sheet name="Calls" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{NS}package/2006/relationships">'
                                  f'<Relationship Id="r1" Type="{WORKBOOK}/worksheet"'
                                  ' Target="worksheets/sheet1.xml"/></Relationships>',
}


def cells(number, row):
    for column, value in zip("ABCDEFGHIJ", row):
        text = xml.sax.saxutils.escape(value)
        yield f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>'


def write_sheet(path, source):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in PARTS.items():
            book.writestr(name, text)
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f"<worksheet {MAIN}><sheetData>".encode())
            for number, row in enumerate(csv.reader(open(source, newline="", encoding="utf-8")), 1):
                sheet.write(f'<row r="{number}">{"".join(cells(number, row))}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")


def write_mails(path, count):
    """Ids of their own, so that no mail answers one of another thread."""
    with open(f"{ROOT}/samples/formats/thread.mbox", encoding="utf-8") as sample:
        thread = sample.read()
    with open(path, "w", encoding="utf-8") as out:
        for number in range(int(count)):
            out.write(thread.replace("<harbour", f"<{number}-harbour"))


def main():
    what, path, argument = sys.argv[1:]
    (write_sheet if what == "sheet" else write_mails)(path, argument)


if __name__ == "__main__":
    main()

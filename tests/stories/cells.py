#!/usr/bin/env python3
"""cells.py BOOK SHEET TEXT COUNT: prints the row of a sheet whose first cell begins so, and
the rows below it, COUNT in all; nothing where there is no such row."""
import sys

from workbook import read_book


def main(path, name, text, count):
    sheet = read_book(path)[name]
    columns = 1 + max(column for _, column in sheet.cells)
    starts = [row for row in range(sheet.rows) if str(sheet(row, 0)).startswith(text)]
    for row in range(starts[0], starts[0] + int(count)) if starts else ():
        cells = [sheet(row, column) for column in range(columns)]
        print(*[round(c, 1) if isinstance(c, float) else c for c in cells if c != ""], sep=" | ")


main(*sys.argv[1:])

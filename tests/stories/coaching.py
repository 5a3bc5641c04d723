#!/usr/bin/env python3
"""coaching.py REPORT: what its coaching pages tell agents to work on and to keep.

Prints how many pages name points, how many share them, how many of the points come with
words and stand where they should beside the team. Standard library only.

coaching.py --shuffle IN.csv OUT.csv: the same calls, dealt out anew among their agents by
a fixed seed, so that nobody differs from the others by more than chance.
"""
import collections
import csv
import os
import random
import re
import sys

from workbook import read_book

SHARES = re.compile(r"Met in (\d+) of the (\d+) calls it applied to: .* \(95 %: (\d+) to (\d+) %\); "
                    r"the rest of the team (\d+) %[^.]*\.")


class Point:
    """A point of the page: its question, its shares, whether words come with it."""

    def __init__(self, sheet, row):
        self.question = sheet(row - 1, 0).removeprefix("First of all: ").removeprefix(
            "And a smaller thing: ")
        self.met, self.decided, self.low, self.high, self.others = map(
            int, SHARES.match(sheet(row, 1)).groups())
        self.said = []
        for row in range(row + 1, sheet.rows):
            if sheet(row, 0) not in ("Missed here", "The customer", "You", "Then the customer",
                                     "In your words", "You did it here", "") or not sheet(row, 1):
                break
            if sheet(row, 0) in ("The customer", "You", "In your words"):
                self.said.append(sheet(row, 1))


def points(sheet):
    """Those to keep and those to work on."""
    work, end = sheet.find("Work on"), sheet.find("What we agree")
    rows = [row for row in range(sheet.find("Keep doing"), end) if sheet(row, 0) == "How often"]
    found = [(row > work, Point(sheet, row)) for row in rows]
    return [[point for kind, point in found if kind == wanted] for wanted in (False, True)]


def of(part, whole):
    return f"{part:4} of {whole:4}"


def tell(folder):
    files = os.listdir(os.path.join(folder, "agents"))
    books = sorted(name for name in files if name.endswith(".xlsx"))
    pages = [points(read_book(os.path.join(folder, "agents", name))["Coaching"]) for name in books]
    keeps = [point for keep, _ in pages for point in keep]
    works = [point for _, work in pages for point in work]
    given = [[point.question for point in work] for _, work in pages if work]
    firsts = collections.Counter(work[0] for work in given)
    pairs = collections.Counter(tuple(work) for work in given if len(work) > 1)
    # The page rounds shares to whole per cents.
    for words, part, whole in (
            ("agents with something to work on", len(given), len(pages)),
            ("the same first point", max(firsts.values(), default=0), len(given)),
            ("the same pair of points", max(pairs.values(), default=0), len(given)),
            ("points whose interval lies below the team",
             sum(point.high <= point.others for point in works), len(works)),
            ("missed moments with their quotation", sum(map(bool, (p.said for p in works))), len(works)),
            ("strengths whose interval lies above the team",
             sum(point.low >= point.others for point in keeps), len(keeps))):
        print(f"{words:45} {part:4} of {whole}")


def shuffle(given, wanted):
    with open(given, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    agents = {row["call_id"]: row["agent"] for row in rows}
    dealt = list(agents.values())
    random.Random(14).shuffle(dealt)
    agents = dict(zip(agents, dealt))
    with open(wanted, "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows({**row, "agent": agents[row["call_id"]]} for row in rows)


if len(sys.argv) == 4 and sys.argv[1] == "--shuffle":
    shuffle(*sys.argv[2:])
elif len(sys.argv) == 2:
    tell(sys.argv[1])
else:
    sys.exit(__doc__)

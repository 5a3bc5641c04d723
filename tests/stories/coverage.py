#!/usr/bin/env python3
"""coverage.py TABLE FILE.yaml...: do the rubrics ask for all that their sources ask for?

TABLE says what the sources ask for and where; see the head of it. The files are rubrics and
their packs. Each item of it must have a
place in the rubric of each of its sources, each place must exist, and be what it is said to be.
Then every criterion of every rubric must have what people read of it. Exit status 1 when
something is missing.
"""
import sys

import yaml

SOURCES = {"S0": "four-cornerstones", "S1": "four-pillars", "S2": "ten-principles",
           "S3": "seven-pillars", "S4": "six-pillars"}
NUMBERED = 37       # items that a transcript, its times or its metadata can show
READ = {True: ("ask", "tip", "say", "source"), False: ("ask", "reason", "source")}


def read(path):
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


class Places:
    """What there is in the rubrics: criteria that are marked, criteria that are not, measures."""

    def __init__(self, paths):
        documents = [read(path) for path in paths]
        self.by_hand = {name for document in documents
                        for name, body in document.get("detectors", {}).items()
                        if body.get("kind") == "manual"}
        self.marked, self.declared, self.measured, self.unread = set(), set(), set(), []
        for document in documents:
            if "principles" in document:
                self.add(document)

    def add(self, rubric):
        name = rubric["rubric"]
        self.measured |= {f"{name}:{measure['id']}" for measure in rubric.get("measures", [])}
        for criterion in [c for p in rubric["principles"] for c in p["criteria"]]:
            place, observable = f"{name}/{criterion['id']}", criterion.get("observable", True)
            marked = observable and str(criterion.get("met")) not in self.by_hand
            (self.marked if marked else self.declared).add(place)
            self.unread += [f"{place}: no '{field}'" for field in READ[observable]
                            if not criterion.get(field)]


def rows(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                cells = line.rstrip("\n").split("\t") + [""] * 6
                yield cells[0], cells[2].split(), [cell.split() for cell in cells[3:6]]


def faults_of(item, sources, named, places):
    """What is wrong with one row."""
    for kind, names, there in zip(("marked", "declared", "measured"), named,
                                  (places.marked, places.declared, places.measured)):
        yield from (f"item {item}: '{name}' is not {kind}" for name in names if name not in there)
    covering = sum(named, []) if item.isdigit() else named[1]
    rubrics = {name.replace(":", "/").split("/")[0] for name in covering}
    yield from (f"item {item}: {source} asks for it, and {SOURCES[source]} has no place for it"
                for source in sources if SOURCES[source] not in rubrics)


def main():
    table, places = list(rows(sys.argv[1])), Places(sys.argv[2:])
    numbers = [int(item) for item, _, _ in table if item.isdigit()]
    faults = [f"item {number} is missing" for number in range(1, NUMBERED + 1)
              if number not in numbers]
    for row in table:
        faults += faults_of(*row, places)
    faults += places.unread
    print(*faults or [f"{len(table)} items, {len(places.marked)} criteria marked, "
                      f"{len(places.declared)} declared, {len(places.measured)} measures"], sep="\n")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""What a user would write: csv, re and json. Measured beside callmark.

baseline.py PATTERNS FILE.csv: the evidence of each call as a line of JSON.
"""
import csv
import json
import re
import sys


def load_patterns(path):
    """(role, compiled) of each line of what `patterns` prints; what `re` cannot do is left out."""
    for line in open(path, encoding="utf-8"):
        role, regex = line.rstrip("\n").split("\t", 1)
        regex = re.sub(r"\(\?<([A-Za-z_])", r"(?P<\1", regex)
        try:
            yield role, re.compile(regex, re.IGNORECASE | re.ASCII)
        except re.error as problem:
            print("left out:", problem, file=sys.stderr)


def search(patterns, turn, row):
    for number, (role, pattern) in enumerate(patterns):
        if role in ("unknown", row["speaker"]):
            for match in pattern.finditer(row["text"]):
                yield {"pattern": number, "turn": turn, "start": match.start(),
                       "end": match.end(), "quote": match[0], **match.groupdict()}


def main():
    patterns = list(load_patterns(sys.argv[1]))
    call, hits, count = None, [], 0
    for row in csv.DictReader(open(sys.argv[2], encoding="utf-8", newline="")):
        if row["call_id"] != call:
            if call:
                print(json.dumps({"call": call, "hits": hits}))
            call, hits, turn = row["call_id"], [], 0
        turn += 1
        found = list(search(patterns, turn, row))
        hits += found
        count += len(found)
    print(json.dumps({"call": call, "hits": hits}))
    print("hits", count, file=sys.stderr)


if __name__ == "__main__":
    main()

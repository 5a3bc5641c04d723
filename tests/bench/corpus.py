#!/usr/bin/env python3
"""Corpora and rubrics to measure with: made of the samples, always the same ones.

corpus.py calls PATH BYTES AGENTS: a CSV; says how many bytes of it are turn text.
corpus.py rubric PATH PATTERNS

A program of its own, since what a process once held counts as its children's peak of memory.
"""
import csv
import os
import random
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOURCES = ["samples/calls.csv", "../shared/data/star.csv"]  # the second where it is at hand
COLUMNS = ["call_id", "agent", "team", "channel", "started_at", "customer", "speaker", "start",
           "text"]
SEED = 1


def plain(text):
    """As callmark folds it, and ASCII, so that all programs see the same text."""
    text = text.translate(str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--"))
    return " ".join(text.encode("ascii", "ignore").decode().split())


def read_calls():
    """The rows of each call of the sources."""
    calls = {}
    for name in SOURCES:
        path = os.path.join(ROOT, name)
        if not os.path.exists(path):
            continue
        for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
            if row["speaker"] in ("agent", "customer"):
                row["text"] = plain(row["text"])
                calls.setdefault(row["call_id"], []).append(row)
    return list(calls.values())


def write_calls(calls, path, size, agents):
    """A CSV of about so many bytes: calls drawn at random, each with an id of its own, shared
    among so many agents; 0: with the agents they had. Gives the bytes of turn text."""
    lots, count, text = random.Random(SEED), 0, 0
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        while out.tell() < size:
            count += 1
            for row in lots.choice(calls):
                agent = f"A{count % agents:04}" if agents else row["agent"]
                writer.writerow(row | {"call_id": f"C{count}", "agent": agent})
                text += len(row["text"])
    return text


def write_rubric(calls, path, patterns):
    """A rubric of so many patterns: words of the corpus in twos and threes, as people say
    them, ten a detector."""
    lots = random.Random(SEED)
    spoken = [row["text"].lower().replace(",", "").split() for rows in calls for row in rows]
    phrases = {}
    while len(phrases) < patterns:
        words = [word for word in lots.choice(spoken) if word.isalpha()]
        length = lots.choice([2, 3])
        at = lots.randrange(max(1, len(words) - length))
        if len(words) >= length:
            phrases[rf"{words[at]} (?:\w+ )?{' '.join(words[at + 1:at + length])}"] = True
    phrases = list(phrases)
    with open(path, "w", encoding="utf-8") as out:
        out.write("rubric: scaled\ndetectors:\n")
        for number, at in enumerate(range(0, patterns, 10)):
            listed = ", ".join(f"'{phrase}'" for phrase in phrases[at:at + 10])
            out.write(f"  d{number}: {{any: [{listed}]}}\n")
        out.write("principles:\n  - {id: p, title: P, weight: 1, criteria: [\n"
                  "      {id: c, ask: Is it?, met: d0, tip: Do it., say: It is.}]}\n")


def main():
    what, path, *numbers = sys.argv[1:]
    numbers = [int(number) for number in numbers]
    if what == "calls":
        print(write_calls(read_calls(), path, *numbers))
    else:
        write_rubric(read_calls(), path, *numbers)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Corpora and rubrics to measure with: made of the samples, always the same ones.

corpus.py calls PATH BYTES AGENTS: a CSV; says how many bytes of it are turn text.
corpus.py weeks PATH AGENTS WEEKS: a CSV of one call of each agent in each week
corpus.py once PATH BYTES AGENTS: the same, but that no turn comes again
corpus.py spoken PATH BYTES AGENTS: likewise, of calls as a recogniser writes them down
corpus.py turns PATH COUNT: a CSV of one call of so many turns
corpus.py rubric PATH OFTEN RARELY: of so many phrases said often, and so many said once

A program of its own, since what a process once held counts as its children's peak of memory.
"""
import collections
import csv
import datetime
import os
import random
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOURCES = ["samples/calls.csv", "../shared/data/star.csv"]  # the second where it is at hand
SPOKEN = ["tests/verdicts/phone.csv"]
COLUMNS = ["call_id", "agent", "team", "channel", "started_at", "customer", "speaker", "start",
           "text"]
SEED = 1


def plain(text):
    """As callmark folds it, and ASCII, so that all programs see the same text."""
    text = text.translate(str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--"))
    return " ".join(text.encode("ascii", "ignore").decode().split())


def read_calls(sources=tuple(SOURCES)):
    """The rows of each call of the sources."""
    calls = {}
    for name in sources:
        path = os.path.join(ROOT, name)
        if not os.path.exists(path):
            continue
        for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
            if row["speaker"] in ("agent", "customer"):
                row["text"] = plain(row["text"])
                calls.setdefault(row["call_id"], []).append(row)
    return list(calls.values())


def own_word(number):
    """A word behind a turn that no other number has, and no pattern; none for 0."""
    if not number:
        return ""
    letters = ""
    while number:
        letters, number = chr(ord("a") + number % 26) + letters, number // 26
    return f" qz{letters}"


def write_calls(calls, path, size, agents, once=False):
    """A CSV of about so many bytes: calls in a random order, each with an id of its own, shared
    among so many agents; 0: with the agents they had. No call comes again before all have
    come, since callmark remembers texts that do; with `once`, what was said before ends with
    a word of its own. Gives the bytes of turn text."""
    order, count, text = random.Random(SEED).sample(calls, len(calls)), 0, 0
    seen = collections.Counter()
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        while out.tell() < size:
            for row in order[count % len(order)]:
                agent = f"A{count % agents:04}" if agents else row["agent"]
                said = row["text"]
                if once:
                    said += own_word(seen[row["text"]])
                    seen[row["text"]] += 1
                writer.writerow(row | {"call_id": f"C{count + 1}", "agent": agent, "text": said})
                text += len(said)
            count += 1
    return text


def write_weeks(calls, path, agents, weeks):
    """A CSV of one call of each agent in each week, from the first week of 2026 on."""
    order = random.Random(SEED).sample(calls, len(calls))
    monday = datetime.datetime(2025, 12, 29, 9)
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        for count in range(agents * weeks):
            week, agent = divmod(count, agents)
            start = monday + datetime.timedelta(weeks=week, days=agent % 5, minutes=agent % 480)
            for row in order[count % len(order)]:
                writer.writerow(row | {"call_id": f"C{count + 1}", "agent": f"A{agent:04}",
                                       "started_at": f"{start.isoformat()}Z"})


def write_turns(calls, path, count):
    """A CSV of one call: what both sides say, drawn from all calls, three seconds a turn, or
    less where it would take longer than calls do, a day."""
    said = {role: [row["text"] for rows in calls for row in rows if row["speaker"] == role]
            for role in ("customer", "agent")}
    lots, step = random.Random(SEED), min(3000, 80_000_000 // count)
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["call_id", "speaker", "start_ms", "end_ms", "text"])
        for turn in range(count):
            role = "agent" if turn % 2 else "customer"
            writer.writerow(["C1", role, turn * step, turn * step + step // 2,
                             lots.choice(said[role])])


def phrases_in(words):
    """Twos and threes of words that are said one after the other."""
    for length in (2, 3):
        for at in range(len(words) - length + 1):
            if all(word.isalpha() for word in words[at:at + length]):
                yield tuple(words[at:at + length])


def draw_phrases(calls, often, rarely):
    """So many phrases as people say them, those that are said often more likely; and so many
    that are said once."""
    lots = random.Random(SEED)
    counts = collections.Counter()
    for rows in calls:
        for row in rows:
            counts.update(phrases_in(row["text"].lower().replace(",", "").split()))
    once = [phrase for phrase, count in counts.items() if count == 1]
    drawn = {}
    while len(drawn) < often:
        drawn.update(dict.fromkeys(lots.choices(list(counts), list(counts.values()), k=often)))
    return list(drawn)[:often] + lots.sample(once, rarely)


def write_rubric(calls, path, often, rarely):
    """A rubric of so many patterns, ten a detector: phrases with room for a word more."""
    phrases = [rf"{first} (?:\w+ )?{' '.join(rest)}"
               for first, *rest in draw_phrases(calls, often, rarely)]
    with open(path, "w", encoding="utf-8") as out:
        out.write("rubric: scaled\ndetectors:\n")
        for number, at in enumerate(range(0, len(phrases), 10)):
            listed = ", ".join(f"'{phrase}'" for phrase in phrases[at:at + 10])
            out.write(f"  d{number}: {{any: [{listed}]}}\n")
        out.write("principles:\n  - {id: p, title: P, weight: 1, criteria: [\n"
                  "      {id: c, ask: Is it?, met: d0, tip: Do it., say: It is.}]}\n")


def main():
    what, path, *numbers = sys.argv[1:]
    numbers = [int(number) for number in numbers]
    if what in ("calls", "once"):
        print(write_calls(read_calls(), path, *numbers, what == "once"))
    elif what == "spoken":
        print(write_calls(read_calls(SPOKEN), path, *numbers, True))
    elif what == "weeks":
        write_weeks(read_calls(), path, *numbers)
    elif what == "turns":
        write_turns(read_calls(), path, *numbers)
    else:
        write_rubric(read_calls(), path, *numbers)


if __name__ == "__main__":
    main()

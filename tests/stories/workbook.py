#!/usr/bin/env python3
"""workbook.py DIR [STORE]: does every number in a report's workbooks follow from its records?

Reads DIR/team.xlsx and DIR/agents/*.xlsx as what they are, zip files of XML, works each
number out again from DIR/scorecards.ndjson, and names every cell that says something else.
Of a report that was made with a store, what people said, the weeks before and the marks by
other versions of the rubric are worked out from that. Exit status 1 when there is a cell
that differs. Standard library only.
"""
import collections
import csv
import functools
import json
import math
import os
import re
import sqlite3
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree
import zipfile
from datetime import datetime
from fractions import Fraction

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DECIDED = ("met", "partly", "not_met")
VERDICTS = DECIDED + ("not_applicable", "not_assessable")
DASH = "–"
OF_FIRST_TURNS = {"opens-well"}  # of the rubrics that come with it
UNOBSERVABLE = "not to be seen in a transcript"
REACHED = {"met": "✓ met", "missed": "✗ missed", "not certain": "? not certain",
           "too few calls": "– too few calls", "": DASH}
SIGNS = dict(zip(VERDICTS, "✓~✗–?"))

# ---- Workbooks


class Sheet:
    """Cells by row and column, from 0: numbers, or texts as (text, bold pieces)."""

    def __init__(self, root, strings, files):
        self.cells, self.links = {}, {}
        for cell in root.iterfind(".//m:c", NS):
            value = cell.find("m:v", NS)
            if value is None:
                continue
            text = cell.get("t") == "s"
            self.cells[place(cell.get("r"))] = strings[int(value.text)] if text else float(value.text)
        for link in root.iterfind(".//m:hyperlink", NS):
            to = files[link.get(RELATION)] if link.get(RELATION) else link.get("location")
            self.links[place(link.get("ref"))] = to
        self.rows = 1 + max((row for row, _ in self.cells), default=-1)

    def __call__(self, row, column):
        value = self.cells.get((row, column), ("", []))
        return value[0] if isinstance(value, tuple) else value

    def bold(self, row, column):
        return self.cells[row, column][1]

    def find(self, text, column=0, start=0):
        for row in range(start, self.rows):
            if self(row, column) == text:
                return row
        raise LookupError(f"no cell says {text!r}")


def place(reference):
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


def string_of(item):
    """The text of a shared string, and its bold pieces."""
    bold = [run.findtext("m:t", "", NS) for run in item.iterfind("m:r", NS)
            if run.find("m:rPr/m:b", NS) is not None]
    return "".join(t.text or "" for t in item.iter(f"{{{NS['m']}}}t")), bold


def check_charts(checker, path):
    """What each chart has kept of its cells is what stands in them."""
    with zipfile.ZipFile(path) as book:
        names = [n for n in book.namelist() if n.startswith("xl/charts/chart")]
        roots = [ElementTree.fromstring(book.read(name)) for name in names]
    sheets = read_book(path) if names else {}
    for name, root in zip(names, roots):
        for ref in root.iter():
            if ref.tag not in (CHART + "numRef", CHART + "strRef"):
                continue
            formula = ref.findtext(CHART + "f")
            sheet, cells = re.fullmatch(r"'(.*)'!(.*)", formula).groups()
            first, *last = cells.replace("$", "").split(":")
            row, column = place(first)
            for point in ref.iter(CHART + "pt"):
                found = point.findtext(CHART + "v")
                wanted = sheets[sheet](row + int(point.get("idx")), column)
                if ref.tag == CHART + "numRef" and wanted != "":
                    checker.same(f"{name} {formula}", float(found), wanted, 1e-9)
                else:
                    checker.same(f"{name} {formula}", found or "", wanted)


def linked_files(book, path):
    """What a worksheet's links lead to outside the workbook, by their ids."""
    name = "xl/worksheets/_rels/" + os.path.basename(path) + ".rels"
    if name not in book.namelist():
        return {}
    return {rel.get("Id"): urllib.parse.unquote(rel.get("Target")).replace("\\", "/")
            for rel in ElementTree.fromstring(book.read(name))}


def read_book(path):
    with zipfile.ZipFile(path) as book:
        xml = lambda name: ElementTree.fromstring(book.read(name))
        strings = [string_of(item) for item in xml("xl/sharedStrings.xml").iterfind("m:si", NS)]
        targets = {rel.get("Id"): rel.get("Target") for rel in xml("xl/_rels/workbook.xml.rels")}
        return {sheet.get("name"): Sheet(xml("xl/" + path), strings, linked_files(book, path))
                for sheet in xml("xl/workbook.xml").iterfind(".//m:sheet", NS)
                for path in [targets[sheet.get(RELATION)]]}


# ---- Statistics


@functools.lru_cache(maxsize=None)
def student_t95(freedom):
    """By bisection over the integral of the density, as textbooks define it."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2))
    scale /= math.sqrt(freedom * math.pi)
    density = lambda x: scale * (1 + x * x / freedom) ** (-(freedom + 1) / 2)

    def half(x, steps=2000):  # Simpson's rule from 0 to x
        width = x / steps
        inner = sum((4 if i % 2 else 2) * density(i * width) for i in range(1, steps))
        return (density(0) + inner + density(x)) * width / 3

    low, high = 0.0, 15.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if half(middle) < 0.475 else (low, middle)
    return low


class Mean:
    def __init__(self, values, least=0, most=100):
        self.values = [v for v in values if v is not None]
        self.count = len(self.values)
        self.mean = sum(self.values) / self.count if self.count else None
        self.spread = self.low = self.high = None
        if self.count > 1:
            self.spread = math.sqrt(sum((v - self.mean) ** 2 for v in self.values) / (self.count - 1))
            margin = student_t95(self.count - 1) * self.spread / math.sqrt(self.count)
            self.low, self.high = max(least, self.mean - margin), min(most, self.mean + margin)
        if self.count > 1 and min(self.values) == max(self.values) and most - least < math.inf:
            hidden = 1 - 0.025 ** (1 / self.count)  # Clopper and Pearson, for no event
            self.low -= hidden * (self.mean - least)
            self.high += hidden * (most - self.mean)


def round_tenth(x):
    return math.floor(x * 10 + 0.5) / 10


def ranks(values):
    """Of each value, the mean of the ranks that are its and its likes'."""
    places = {}
    for place, value in enumerate(sorted(values), 1):
        places.setdefault(value, []).append(place)
    return [sum(places[v]) / len(places[v]) for v in values]


def pearson(a, b):
    a, b = ([v - sum(list_) / len(list_) for v in list_] for list_ in (a, b))
    squares = sum(v * v for v in a) * sum(v * v for v in b)
    return sum(x * y for x, y in zip(a, b)) / math.sqrt(squares) if squares else 0


def partial(calls):
    """The partial rank correlation of (got, outcome, turns, ...), or None."""
    if any(len({c[i] for c in calls}) < 2 for i in (0, 1)):
        return None
    got, outcome, turns = (ranks([c[i] for c in calls]) for i in range(3))
    by_got, by_outcome = pearson(got, turns), pearson(outcome, turns)
    left = (1 - by_got ** 2) * (1 - by_outcome ** 2)
    if left < 1e-9:
        return None
    return max(-1, min(1, (pearson(got, outcome) - by_got * by_outcome) / math.sqrt(left)))


def related(calls):
    """That of calls with their groups, as the sheets say it: a jackknife by groups."""
    value = partial(calls) if len(calls) >= 10 else None
    if value is None:
        return DASH
    z_of = lambda r: math.atanh(max(-1 + 1e-12, min(1 - 1e-12, r)))
    groups = {c[3] for c in calls}
    others = [partial([c for c in calls if c[3] != group]) for group in groups]
    low, high = -1, 1
    if len(groups) > 1 and None not in others:
        squares = sum((z_of(other) - z_of(value)) ** 2 for other in others)
        error = student_t95(len(groups) - 1) * math.sqrt(squares * (len(groups) - 1) / len(groups))
        low, high = math.tanh(z_of(value) - error), math.tanh(z_of(value) + error)
    parts = [round(v * 100) / 100 + 0.0 for v in (value, low, high)]
    return f"{parts[0]:+.2f} ({parts[1]:+.2f} to {parts[2]:+.2f}), {len(calls)} calls"


def opening(card):
    """Who speaks first, and whether it is more than a word."""
    kind = "agent"
    for role, _, text in card.get("said", []):
        if role == "agent" and text:
            break
        if role == "customer" and text:
            if len(text) >= 20:
                return "matter"
            kind = "brief"
    return kind


def wilson(count, n, z=1.959963985):
    """The interval of a share, as E. B. Wilson has it."""
    middle, margin = count / n + z * z / 2 / n, z * math.sqrt(
        count * (n - count) / n ** 3 + z * z / 4 / n ** 2)
    return (middle - margin) / (1 + z * z / n), (middle + margin) / (1 + z * z / n)


def fit_means(calls):
    """Of (unit, kind, score): the mean of each unit, had all the same kinds of calls."""
    units, kinds = {}, dict.fromkeys((k for _, k, _ in calls), 0)
    for _ in range(10000):
        before = dict(units)
        for effects, own, other in ((units, 0, kinds), (kinds, 1, units)):
            rests = {}
            for call in calls:
                rests.setdefault(call[own], []).append(call[2] - other[call[1 - own]])
            effects.update((key, sum(rest) / len(rest)) for key, rest in rests.items())
        if all(abs(units[i] - before.get(i, 1e9)) < 1e-9 for i in units):
            break
    return units


class Law:
    """What becomes of the weight of criteria without points, as the workbook has it."""

    def __init__(self, text, cards):
        self.as_decided = "keeps its share of the whole score" in text
        cap = re.search(r"No criterion makes more than ([\d.]+) % of", text)
        self.cap = Fraction(cap.group(1)) / 100 if cap else Fraction(1)
        whys = {}
        for card in cards:
            for mark in card["marks"]:
                whys.setdefault(mark["criterion"], set()).add(mark["why"])
        self.manual = {c for c, why in whys.items() if "only a person can answer this" in why}

    def nominal(self, card):
        """The share of each criterion where all is decided."""
        weights = {p["id"]: Fraction(str(p["weight"])) for p in card["principles"]}
        inside = dict.fromkeys(weights, Fraction(0))
        marks = [m for m in card["marks"] if m["criterion"] not in self.manual]
        for mark in marks:
            inside[mark["principle"]] += Fraction(str(mark["weight"]))
        total = sum(w for p, w in weights.items() if inside[p])
        return {m["criterion"]: weights[m["principle"]] * Fraction(str(m["weight"]))
                / inside[m["principle"]] / total for m in marks if inside[m["principle"]]}

    def shares(self, card):
        """min(cap, lambda x nominal), by raising lambda until they come to 1."""
        nominal = self.nominal(card)
        left = {m["criterion"]: nominal[m["criterion"]] for m in card["marks"]
                if m["verdict"] in DECIDED and m["counted"] and nominal.get(m["criterion"])}
        shares, rest = {}, Fraction(1)
        while left:
            factor = rest / sum(left.values())
            over = [c for c, n in left.items() if n * factor > self.cap]
            if not over:
                return shares | {c: n * factor for c, n in left.items()}
            for criterion in over:
                shares[criterion] = self.cap
                rest -= self.cap
                del left[criterion]
        return shares


def by_shares(law, card, failed, but_met):
    bad = {m["principle"] for m in card["marks"]
           if m["criterion"] in failed and m["criterion"] != but_met}
    shares = law.shares(card)
    if not shares:
        return None
    points = sum(shares[m["criterion"]] * (1 if m["criterion"] == but_met else Fraction(str(m["points"])))
                 for m in card["marks"] if m["criterion"] in shares and m["principle"] not in bad)
    return float(math.floor(points * 1000 + Fraction(1, 2))) / 10


def compensatory(law, card, but_met=None):
    """The score by shares, or the weighted mean of the principles, had one criterion been met."""
    total = weights = 0
    if card["too_little"]:
        return None
    failed = [flag.split(":")[1] for flag in card["flags"] if flag.startswith("fail-principle:")]
    if law.as_decided or law.cap < 1:
        return by_shares(law, card, failed, but_met)
    for principle in card["principles"]:
        marks = [m for m in card["marks"]
                 if m["principle"] == principle["id"] and m["verdict"] in DECIDED and m["counted"]]
        weight = sum(m["weight"] for m in marks)
        if not weight:
            continue
        points = sum(m["weight"] * (1 if m["criterion"] == but_met else m["points"]) for m in marks)
        score = round_tenth(100 * points / weight)
        if any(m["criterion"] in failed and m["criterion"] != but_met for m in marks):
            score = 0
        total += principle["weight"] * score
        weights += principle["weight"]
    return round_tenth(total / weights) if weights else None


class Tally:
    """The calls of one agent, or of the team."""

    law = None  # known once a workbook was read

    def __init__(self, cards):
        self.cards = sorted(cards, key=lambda c: (c["started_at"] or "", c["call"].encode()))
        self.assessed = [c for c in self.cards if c["score"] is not None]
        self.too_little = sum(bool(c["too_little"]) for c in self.cards)
        self.score = Mean([c["score"] for c in self.assessed])

    def principle(self, index):
        return Mean([c["principles"][index]["score"] for c in self.assessed])

    def marks(self, criterion):
        return [m for c in self.cards for m in c["marks"] if m["criterion"] == criterion]

    def count(self, criterion, *verdicts):
        return sum(m["verdict"] in verdicts for m in self.marks(criterion))

    def gain(self, criterion):
        gain = sum(compensatory(self.law, c, criterion) - c["compensatory"] for c in self.assessed
                   if any(m["criterion"] == criterion and m["verdict"] in DECIDED[1:] for m in c["marks"]))
        # In thousandths, which are whole, so that rounding is not left to chance.
        return round(gain * 1000) / 1000 / len(self.assessed) if self.assessed else 0


class History:
    """What a store has beside the cards of a report."""

    def __init__(self, path, cards):
        self.reviews, rows = [], []
        if path:
            store = sqlite3.connect(path)
            store.row_factory = sqlite3.Row
            self.reviews = [{k: row[k] or "" for k in row.keys()} for row in store.execute(
                "SELECT * FROM reviews ORDER BY agent, period, call, criterion")]
            rows = [json.loads(row[0]) for row in store.execute(
                "SELECT record FROM scorecards ORDER BY id")]
        own, calls = cards[0]["rubric_hash"], {c["call"] for c in cards}
        starts = [c["started_at"] for c in cards if c["started_at"]]
        self.versions = [r for r in rows if r["call"] in calls and r["rubric_hash"] != own
                         and r["rubric"] == cards[0]["rubric"] and r["score"] is not None]
        by_call = {}
        for row in rows:
            if by_call.get(row["call"], row)["rubric_hash"] != own:
                by_call[row["call"]] = row
            by_call.setdefault(row["call"], row)
        self.earlier = [r for call, r in by_call.items() if call not in calls
                        and starts and r["started_at"] and r["started_at"] < min(starts)]
        # Of two periods the later one's word counts.
        self.rulings = {(r["agent"], r["call"], r["criterion"]): r for r in self.reviews}

    def ruling(self, card, mark):
        return self.rulings.get((card["agent"] or card["agent_name"], card["call"],
                                 mark["criterion"]))

    def overruled(self, card, mark):
        """What a person says instead of the machine, or None."""
        review = self.ruling(card, mark)
        verdict = review and (review["decision"] or review["verdict"])
        return verdict if verdict and verdict != mark["verdict"] else None


def words_of(verdict):
    return verdict.replace("_", " ")


# ---- Measures


def ms_to_s(ms):
    return None if ms is None else ms / 1000


def number(text):
    return float(text) if text else None


VALUES = {
    "score": lambda c: c["score"],
    "compensatory": lambda c: c["compensatory"],
    "first_reply": lambda c: ms_to_s(c["measures"]["first_reply_ms"]),
    "max_reply": lambda c: ms_to_s(c["measures"]["max_reply_ms"]),
    "duration": lambda c: ms_to_s(c["duration_ms"]),
    "turns": lambda c: c["turns"],
    "agent_words": lambda c: c["agent_words"],
}


class Measure:
    """One row of measures.csv: what it says of itself, and what the cards say."""

    def __init__(self, row, cards):
        self.row = row
        key = {"all": lambda c: "", "team": lambda c: c["team"], "agent": lambda c: c["agent"],
               "channel": lambda c: c["channel"]}[row["by"]]
        channels = [name for name in row["channel"].lower().split(";") if name]
        self.cards = [c for c in cards if (key(c) or "") == row["group"] and
                      (not channels or (c["channel"] or "").lower() in channels)]
        self.known = [c for c in self.cards if self.of(c) is not None]
        self.values = sorted(self.of(c) for c in self.known)
        self.least, self.most = (number(row[limit]) for limit in ("at_least", "at_most"))
        least = 0 if not self.values or self.values[0] >= 0 else -math.inf
        self.estimate = Mean(self.values, least, 100 if row["unit"] == "score" else math.inf)
        self.value = getattr(self, row["stat"])() if self.values else None
        self.low = self.estimate.low if row["stat"] == "mean" else None
        self.high = self.estimate.high if row["stat"] == "mean" else None

    def of(self, card):
        of = self.row["of"]
        if of in VALUES:
            return VALUES[of](card)
        if of.startswith("principle "):
            return next(p["score"] for p in card["principles"] if p["id"] == of[10:])
        return card["measures"][of]

    def within(self, value):
        return ((self.least is None or value >= self.least) and
                (self.most is None or value <= self.most))

    def mean(self):
        return self.estimate.mean

    def median(self):
        middle = len(self.values) // 2
        return sum(self.values[middle - 1 + len(self.values) % 2:middle + 1]) / (
            2 - len(self.values) % 2)

    def p90(self):
        return self.values[math.ceil(len(self.values) * 9 / 10) - 1]

    def max(self):
        return self.values[-1]

    def spread(self):
        return self.estimate.spread

    def share(self):
        return 100 * sum(map(self.within, self.values)) / len(self.values)

    def gap(self):
        channels = {c["channel"] for c in self.known if c["channel"]}
        groups = [[self.of(c) for c in self.known if c["channel"] == name] for name in channels]
        means = [sum(g) / len(g) for g in groups if len(g) >= int(self.row["min_calls"])]
        return max(means) - min(means) if len(means) > 1 else None

    def reached(self):
        row = self.row
        if self.value is None or len(self.values) < int(row["min_calls"]):
            return "too few calls"
        if (self.least is None and self.most is None) or (row["by"], row["group"]) == ("agent", ""):
            return ""
        if row["stat"] == "share":
            return "met" if self.value >= float(row["share"]) else "missed"
        if row["stat"] != "mean":
            return "met" if self.within(self.value) else "missed"
        if self.low is None:
            return "not certain"
        if self.within(self.low) and self.within(self.high):
            return "met"
        apart = ((self.least is not None and self.high < self.least) or
                 (self.most is not None and self.low > self.most))
        return "missed" if apart else "not certain"


def seconds(text):
    """Of "37.4 s", "1:45 min", "26:12 h"."""
    words, unit = text.split()
    if unit == "s":
        return float(words)
    whole, part = words.split(":")
    return (int(whole) * 60 + int(part)) * (1 if unit == "min" else 60)


# ---- Checking


class Checker:
    def __init__(self, folder, store):
        self.failures = 0
        self.period = re.search(r"(\d{4})-W(\d\d)$", folder.rstrip("/"))
        self.where = ""
        with open(os.path.join(folder, "scorecards.ndjson"), encoding="utf-8") as lines:
            self.cards = [json.loads(line) for line in lines]
        with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as text:
            outputs = [output["path"] for output in json.load(text)["outputs"]]
        self.history = History(store, self.cards)
        self.team = Tally(self.cards)
        ids = sorted({c["agent"] or "" for c in self.cards}, key=str.encode)
        self.agents = {i: Tally([c for c in self.cards if (c["agent"] or "") == i]) for i in ids}
        self.books = dict(zip(ids, (o for o in outputs if re.fullmatch(r"agents/.*\.xlsx", o))))
        self.principles = self.cards[0]["principles"]
        self.criteria = [m["criterion"] for m in self.cards[0]["marks"]]
        marked = {m["principle"] for m in self.cards[0]["marks"]}
        self.unobservable = {p["id"] for p in self.principles} - marked
        marks = [m for c in self.cards for m in c["marks"]]
        manual = {m["criterion"] for m in marks if m["why"] == "only a person can answer this"}
        counts = {m["principle"] for m in marks if m["counted"] and m["criterion"] not in manual}
        self.unproven = {p["id"] for p in self.principles} - counts - self.unobservable
        self.measures = []
        if "measures.csv" in outputs:
            with open(os.path.join(folder, "measures.csv"), encoding="utf-8") as table:
                self.measures = [Measure(row, self.cards) for row in csv.DictReader(table)]

    def same(self, what, found, wanted, tolerance=1e-9):
        if isinstance(wanted, (int, float)) and isinstance(found, (int, float)):
            good = abs(found - wanted) <= tolerance
        else:
            good = found in ((None, DASH) if wanted is None else (wanted,))
        if not good:
            self.failures += 1
            print(f"{self.where}: {what}: found {found!r}, should be {wanted!r}")

    def interval(self, what, found, mean):
        """Printed with one digit, and the quantile is allowed its approximation."""
        if mean.low is None:
            return self.same(what, found, DASH)
        low, high = (float(part) for part in found.split(" to "))
        self.same(what + " (low)", low, mean.low, 0.16)
        self.same(what + " (high)", high, mean.high, 0.16)

    def band(self, mean):
        if mean is None:
            return DASH
        return next(name for name, least in self.bands if round_tenth(mean) >= least)

    def position(self, agent):
        if agent is self.agents.get(""):
            return "not to be compared: the agent is not known"
        if len(agent.assessed) < self.min_calls:
            return (f"too few calls to compare: {len(agent.assessed)} assessed, "
                    f"{self.min_calls} needed")
        if agent.score.low <= self.team.score.mean <= agent.score.high:
            return "cannot be told from the team"
        return "above the team" if agent.score.mean > self.team.score.mean else "below the team"

    def judged(self, tally):
        judged = Mean([c["judged"] for c in tally.assessed]).mean
        if judged is None:
            return ""
        return (f"A call is judged on {judged:.1f} of {tally.assessed[0]['judged_of']} "
                "criteria on average.")

    def capped(self, tally):
        below = [c for c in tally.assessed if any(f.startswith("floor:") for f in c["flags"])]
        lost = sum(max(0, c["uncapped"] - self.cap) for c in below) / max(1, len(tally.assessed))
        if not round(lost, 9):
            return ""
        cost = (f"{lost:.1f} points off the mean, which would be {tally.score.mean + lost:.1f}."
                if lost >= 0.05 else "less than 0.1 points off the mean.")
        return (f"Below the floor of a principle: {len(below)} of {len(tally.assessed)} calls. "
                f"Their cap of {self.cap:.1f} takes {cost}")

    # ---- team.xlsx

    def check_team(self, book):
        for name, check in (("Overview", self.overview), ("Agents", self.ranking),
                            ("Heat map", self.heat), ("Criteria", self.criteria_table)):
            self.where = f"team.xlsx, {name}"
            check(book[name])
        self.where = "team.xlsx, Channels, teams and tasks"
        self.channels(book["Channels, teams and tasks"])
        self.where = "team.xlsx, Trend"
        self.trend(book["Trend"], self.team)
        self.where = "team.xlsx, Chart data"
        self.bands_chart(book["Chart data"])
        self.where = "team.xlsx, Listen"
        self.listen(book["Listen"])
        self.where = "team.xlsx, Problems"
        self.problems(book["Problems"], book.get("Each problem"))
        self.same("has a sheet of measures", "Measures" in book, bool(self.measures))
        if self.measures:
            self.where = "team.xlsx, Measures"
            self.measures_table(book["Measures"])

    def overview(self, sheet):
        row = sheet.find("Score") + 1
        counts = (len(self.cards), len(self.team.assessed), self.team.too_little,
                  len(self.cards) - len(self.team.assessed) - self.team.too_little,
                  len(self.agents))
        self.same("judged on", sheet(row + 1, 0), self.judged(self.team))
        self.same("score", sheet(row, 0), self.team.score.mean)
        self.interval("interval", sheet(row, 1), self.team.score)
        for i, wanted in enumerate(counts):
            self.same(sheet(row - 1, 2 + i), sheet(row, 2 + i), wanted)
        row = sheet.find("Band") + 1
        for i, (name, _) in enumerate(self.bands):
            calls = sum(c["band"] == name for c in self.team.assessed)
            self.same(f"calls in {name}", sheet(row + i, 2), calls)
            self.same(f"share of {name}", sheet(row + i, 3), calls / max(1, len(self.team.assessed)))
        row = sheet.find("Principle") + 1
        for i, principle in enumerate(self.principles):
            mean = self.team.principle(i)
            self.same(principle["id"], sheet(row + i, 1), mean.mean)
            if principle["id"] in self.unobservable:
                self.same(principle["id"], sheet(row + i, 2), UNOBSERVABLE)
                continue
            if principle["id"] in self.unproven:
                self.same(principle["id"], sheet(row + i, 2), "for a person to check")
                continue
            self.interval(principle["id"], sheet(row + i, 2), mean)
            self.same(principle["id"] + " floor", sheet(row + i, 3), principle["floor"])
            self.relations(principle["id"], sheet, row + i, 4,
                           lambda c: c["principles"][i]["score"])
        flagged = sum(bool(c["flags"]) for c in self.cards)
        self.same("flags", sheet(row + len(self.principles), 0).replace(self.capped(self.team), "").strip(),
                  f"Flagged for any reason: {flagged} calls.")
        self.help_first(sheet)
        self.critical_fails(sheet)
        self.disputes(sheet)
        self.training(sheet)
        self.measures_overview(sheet)

    def help_first(self, sheet):
        """Those whose interval lies below the team's mean, the lowest first."""
        found, shrunken = self.reliability(), {}
        below = [i for i, a in self.agents.items() if i and len(a.assessed) >= max(2, self.min_calls)
                 and a.score.high < self.team.score.mean]
        for i in below if found else ():
            score = self.agents[i].score
            kept = score.count * found[0] / (1 + (score.count - 1) * found[0])
            shrunken[i] = self.team.score.mean + kept * (score.mean - self.team.score.mean)
        below.sort(key=lambda i: (round(shrunken.get(i, self.agents[i].score.mean), 9), i.encode()))
        row = sheet.find("Help first") + 1
        if not below:
            return self.same("help first", sheet(row, 0).startswith("Nobody stands out"), True)
        for row, agent_id in enumerate(below[:5], row + 1):
            agent = self.agents[agent_id]
            self.same("help first", sheet(row, 0), self.title(agent_id))
            self.same("help first, link", sheet.links[row, 0], self.books[agent_id])
            self.same("help first, gap", sheet(row, 1), agent.score.mean - self.team.score.mean)
            for part, wanted in zip(sheet(row, 2).split(" to "), (agent.score.low, agent.score.high)):
                self.same("help first, interval", float(part), wanted - self.team.score.mean, 0.16)
            self.same("help first, calls", sheet(row, 3), agent.score.count)
            said = re.fullmatch(r"(.*) Met in (\d+) of (\d+) calls, by the others in (\d+) %\.",
                                sheet(row, 4))
            if not said:
                self.same("help first", sheet(row, 4)[:18], "No single question")
                continue
            criterion = self.by_question[said.group(1)]
            met, decided = (agent.count(criterion, *v) for v in (("met",), DECIDED))
            others = self.others(agent, criterion, lambda mark: mark["verdict"] == "met")
            self.same("help first, question", [int(g) for g in said.groups()[1:3]], [met, decided])
            self.same("help first, others", int(said.group(4)), 100 * others, 0.51)
        self.same("help first, in all", f"mean: {len(below)} of {len(self.agents)}," in sheet(row + 1, 0), True)

    def critical_flags(self):
        return [(c["call"], flag.split(":")[1]) for c in self.cards for flag in c["flags"]
                if flag.split(":")[0] in ("fail-call", "fail-principle", "cap", "flag")]

    def critical_fails(self, sheet):
        fails, row = self.critical_flags(), sheet.find("Critical fails") + 1
        if not fails:
            return self.same("critical fails", sheet(row, 0)[:5], "None,")
        for row in range(row + 1, row + 1 + min(5, len(fails))):
            fail = sheet(row, 1), self.by_question[sheet(row, 3)]
            self.same(f"critical fail {fail}", fail in fails, True)
        if len(fails) > 5:
            self.same("critical fails", sheet(row + 1, 0).split()[0], str(len(fails)))

    def training(self, sheet):
        row = sheet.find("One training for the whole team") + 1
        gains = sorted((self.team.gain(c) for c in self.criteria), reverse=True)
        if gains[0] <= 0:
            return self.same("training", sheet(row, 0)[:7], "Nothing")
        criterion = self.by_question[sheet(row, 0)]
        missed = self.team.count(criterion, "partly", "not_met")
        self.same("training, the costliest", self.team.gain(criterion), gains[0], 1e-6)
        self.same("training", sheet(row + 1, 1).replace(", before floors and caps", ""),
                  f"Missed or partly met in {missed} of the {self.team.count(criterion, *DECIDED)} "
                  f"calls it applied to. Met in all of them, it would add {gains[0]:.1f} points to "
                  "the team's mean score.")

    @functools.cache
    def weekly(self, tally):
        """(week of ISO 8601, version of the rubric, its scored calls), also from before the
        period: of the last eight weeks, those of two versions apart."""
        of_agent = {c["agent"] for c in tally.cards}
        earlier = [c for c in self.history.earlier if c["score"] is not None]
        every = [c for c in earlier + self.team.assessed if c["started_at"]]
        if not every:
            return []
        every.sort(key=lambda c: (c["started_at"], c["rubric_hash"]))
        lines = list(dict.fromkeys(c["rubric_hash"] for c in every))
        start = lambda c: datetime.fromisoformat(c["started_at"].replace("Z", ""))
        monday = lambda c: start(c).toordinal() - start(c).weekday()
        points = {}
        for card in every:
            own = tally is self.team or card["agent"] in of_agent
            if own and monday(card) > monday(every[-1]) - 8 * 7:
                points.setdefault((monday(card), lines.index(card["rubric_hash"])), []).append(card)
        return [("{}-W{:02}".format(*datetime.fromordinal(day).isocalendar()[:2]), lines[line], cards)
                for (day, line), cards in sorted(points.items())]

    def trend(self, sheet, tally):
        weeks = self.weekly(tally)
        team = {(week, line): cards for week, line, cards in self.weekly(self.team)}
        row = sheet.find("Week") + 1
        rubrics = {f"{c['rubric']} {c['rubric_version']}" for c in self.cards + self.history.earlier}
        self.same("weeks", sheet.find("Against the period before") - row >= len(weeks), True)
        for row, (week, line, cards) in enumerate(weeks, row):
            mean = Mean([c["score"] for c in cards])
            self.same(f"week {row}", sheet(row, 0), week)
            for column, wanted, tolerance in (
                    (1, mean.count, 0), (2, mean.mean, 1e-9), (3, mean.low, 0.11),
                    (4, mean.high, 0.11), (5, Mean([c["score"] for c in team[week, line]]).mean, 1e-9)):
                self.same(f"{week}, column {column}", sheet(row, column), wanted, tolerance)
            self.same(f"{week}, marked by", sheet(row, 6) in rubrics, True)
            for i, principle in enumerate(self.principles):
                self.same(f"{week}, {principle['id']}", sheet(row, 7 + i),
                          Mean([c["principles"][i]["score"] for c in cards]).mean)

        self.versions(sheet, tally)
        self.changes(sheet, tally)

    def versions(self, sheet, tally):
        """The same calls by each other version of the rubric and by this one."""
        scores = {(c["call"], c["agent"]): c["score"] for c in tally.assessed}
        pairs = {}
        for other in self.history.versions:
            if (other["call"], other["agent"]) in scores:
                pairs.setdefault(other["rubric_hash"], []).append(
                    (other["score"], scores[other["call"], other["agent"]]))
        found = [row for row in range(sheet.rows) if sheet(row, 0) == "Other version"]
        self.same("has a table of versions", len(found), int(bool(pairs)))
        for row, list_ in enumerate(pairs.values(), found[0] + 1 if found else 0):
            change = Mean([new - old for old, new in list_], -100, 100)
            for column, wanted in ((2, change.count), (3, Mean([old for old, _ in list_]).mean),
                                   (4, Mean([new for _, new in list_]).mean), (5, change.mean)):
                self.same(f"versions, column {column}", sheet(row, column), wanted,
                          0.05 if column == 5 and abs(wanted) < 0.05 else 1e-6)
            for part, wanted in zip(sheet(row, 6).split(" to "), (change.low, change.high)):
                if wanted is not None:
                    self.same("versions, interval", float(part), wanted, 0.16)

    def before(self, tally):
        """Its scored calls of the week before, by the version that marked this one."""
        year, week = map(int, self.period.groups())
        monday = datetime.fromordinal(datetime.fromisocalendar(year, week, 1).toordinal() - 7)
        wanted = "{}-W{:02}".format(*monday.isocalendar()[:2]), self.cards[0]["rubric_hash"]
        return [c for week, line, cards in self.weekly(tally) for c in cards
                if (week, line) == wanted]

    def change(self, what, words, tally, of):
        """What became of a mean, with the interval of a difference by Zou and Donner."""
        old, new = Mean(map(of, self.before(tally))), Mean(map(of, tally.assessed))
        calls = re.search(r"(\d+) scored calls? before, (\d+) now", words).groups()
        self.same(what + ", calls", list(map(int, calls)), [old.count, new.count])
        known = min(old.count, new.count) >= max(2, self.min_calls)
        self.same(what + ", known", words[:9] != "not known", known)
        if not known:
            return
        value = new.mean - old.mean
        low = value - math.hypot(new.mean - new.low, old.high - old.mean)
        high = value + math.hypot(new.high - new.mean, old.mean - old.low)
        numbers = [float(n) for n in re.findall(r"[+-][\d.]+", words.split(":")[0])]
        clear = words[:15] != "no clear change"
        if min(abs(low), abs(high)) > 0.2:
            self.same(what + ", clear", clear, low > 0 or high < 0)
        for found, wanted in zip(numbers, [value] * clear + [low, high]):
            self.same(what + ", change", found, wanted, 0.3)

    def changes(self, sheet, tally):
        """A week's scores less those of the week before."""
        if not self.period:
            return
        row = sheet.find("Against the period before") + 1
        self.change("score", sheet(row, 3), tally, lambda c: c["score"])
        for i, principle in enumerate(self.principles):
            if principle["id"] not in self.unobservable | self.unproven:
                self.change(principle["id"], sheet(row + 1 + i, 3), tally,
                            lambda c: c["principles"][i]["score"])

    def disputes(self, sheet):
        """The open ones with their day and judge, the next one first; the others counted."""
        disputed = [r for r in self.history.reviews if r["answer"] == "disputed"]
        open_ = [r for r in disputed if not r["decision"]]
        rows = [row for row in range(sheet.rows) if sheet(row, 0) == "Disputed marks"]
        self.same("has disputes", len(rows), int(bool(disputed)))
        if not disputed:
            return
        open_.sort(key=lambda r: (not r["deadline"], r["deadline"]))
        row = rows[0] + 1 + bool(open_)
        for row, review in enumerate(open_[:8], row):
            for column, wanted in enumerate((review["call"], review["deadline"] or "no day",
                                             review["decided_by"] or "nobody is named"), 1):
                self.same(f"dispute of {review['call']}", sheet(row, column), wanted)
            self.same("dispute, reason", f"“{review['answer_reason']}”" in sheet(row, 4), True)
        changed = sum(r["decision"] not in ("", r["machine"]) for r in disputed)
        decided = len(disputed) - len(open_)
        self.same("disputes, counted", sheet(row + bool(open_), 0).split(".")[0],
                  f"{len(open_)} open, {decided} decided" + bool(decided) *
                  f", {changed} of those against the machine's verdict")

    def agent_trend(self, agent_id, agent, sheet):
        self.trend(sheet, agent)

    def review(self, agent_id, agent, sheet):
        """What people said of this agent's marks, the latest period first."""
        wanted = [r for r in self.history.reviews if r["agent"] == agent_id][::-1]
        row = sheet.find("Period") + 1
        self.same("rows", sheet.rows - row, max(1, len(wanted)))
        verdicts = {(c["call"], m["criterion"]): m["verdict"] for c in agent.cards for m in c["marks"]}
        for row, review in enumerate(wanted, row):
            open_ = review["answer"] == "disputed" and not review["decision"]
            texts = (review["period"], review["call"], review["criterion"].replace("-", " "),
                     words_of(review["machine"]), words_of(review["verdict"]), review["reason"],
                     review["reviewer"], review["answer"], review["answer_reason"],
                     review["comment"], review["deadline"] if open_ else "",
                     words_of(review["decision"]), review["decided_by"])
            for column, text in enumerate(texts):
                self.same(f"row {row + 1}, column {column}", sheet(row, column), text)
            machine = verdicts.get((review["call"], review["criterion"]), review["machine"])
            self.same(f"row {row + 1}, what the machine says", review["machine"], machine)

    def bands_chart(self, sheet):
        """Bars of all calls and of the channels, where there are several; then the weeks."""
        row = sheet.find("all calls")
        while sheet(row, 0) and sheet(row, 0) != "Score by week":
            cards = [c for c in self.team.assessed if sheet(row, 0) == "all calls" or
                     (c["channel"] or "not known") == sheet(row, 0)]
            for column, (name, _) in enumerate(self.bands, 1):
                self.same(f"{sheet(row, 0)} in {name}", sheet(row, column),
                          sum(c["band"] == name for c in cards))
            row += 1
        weeks = self.weekly(self.team) if sheet(row, 0) else []
        for row, (week, _, cards) in enumerate(weeks, row + 1):
            mean = Mean([c["score"] for c in cards])
            self.same("week", sheet(row, 0), week)
            self.same(f"{week} calls", sheet(row, 1), mean.count)
            self.same(f"{week} mean", sheet(row, 3), mean.mean)

    def listen(self, sheet):
        """Each call with its reason, at most eight of one, none twice."""
        by_call = {}
        for card in self.cards:
            by_call.setdefault(card["call"], []).append(card)
        first, listed, kinds = sheet.find("Why") + 1, set(), {}
        for row in range(first, sheet.rows):
            why, call, score = sheet(row, 0), sheet(row, 2), sheet(row, 4)
            if why == "None.":
                break
            card = next(c for c in by_call[call] if (c["score"] if c["score"] is not None else DASH) == score)
            self.same(f"{call} judged", sheet(row, 5), f"{card['judged']} of {card['judged_of']}")
            for words in re.findall("“(.*?)”(?: Agent:| Customer:|$)", sheet(row, 7)):
                said = any(turn[2].startswith(words.removesuffix(" …")) for turn in card["said"])
                self.same(f"{call} said {words!r}", said, True)
            if why == "lowest score":
                lower = [c for c in self.team.assessed if c["call"] not in listed and
                         2 * c["judged"] >= c["judged_of"] and c["score"] < score]
                self.same(f"{call} lowest", lower, [])
                missed = [m["criterion"].replace("-", " ") + " (partly)" * (m["verdict"] == "partly")
                          for m in card["marks"] if m["counted"] and m["verdict"] in DECIDED[1:]]
                self.same(f"{call} missed", sheet(row, 6), "Missed: " * bool(missed) + ", ".join(missed))
            listed.add(call)
            kinds[why] = kinds.get(why, 0) + 1
        self.same("at most eight of a reason", max(kinds.values(), default=0) <= 8, True)
        self.same("critical", kinds.get("✗ critical", 0) > 0, bool(self.critical_flags()))

    def reliability(self):
        """Of one call (ICC by one-way random effects), and of a mean over as many as agents have."""
        groups = [a.score.values for i, a in self.agents.items() if i and a.score.count]
        calls, agents = sum(map(len, groups)), len(groups)
        if agents < 2 or calls == agents:
            return None
        total = sum(map(sum, groups))
        between = sum(sum(g) ** 2 / len(g) for g in groups) - total ** 2 / calls
        within = sum(sum((v - sum(g) / len(g)) ** 2 for v in g) for g in groups)
        if not round(within, 6):
            return None
        ratio = between / (agents - 1) / (within / (calls - agents))
        usual = (calls - sum(len(g) ** 2 for g in groups) / calls) / (agents - 1)
        return max(0, (ratio - 1) / (ratio + usual - 1)), max(0, 1 - 1 / ratio) if ratio else 0

    def adjusted(self):
        """Means with the mix of all: agents and kinds of calls as two ways, fitted in turns."""
        kind = lambda c: (c["team"], c.get("queue"), c["channel"],
                          (c["measures"].get("detector upset") or 0) > 0)
        calls = [(i, kind(c), c["score"]) for i, a in self.agents.items() if i for c in a.assessed]
        if not any(len({k[part] or "" for _, k, _ in calls}) > 1 for part in range(4)):
            return {}
        return fit_means(calls)

    def ranking(self, sheet):
        found = self.reliability()
        has_ranks = found is not None and found[1] >= 0.7
        compared = {i: a for i, a in self.agents.items() if i and len(a.assessed) >= max(2, self.min_calls)}
        reliable, shrunken = {}, {}
        for i, agent in self.agents.items() if found else ():
            if i and agent.score.count:
                reliable[i] = agent.score.count * found[0] / (1 + (agent.score.count - 1) * found[0])
                shrunken[i] = self.team.score.mean + reliable[i] * (agent.score.mean - self.team.score.mean)
        order = sorted(compared, key=lambda i: (round(shrunken.get(i, 0), 9), i.encode()))
        if not has_ranks:
            place = lambda i: ("below the team", "cannot be told from the team",
                               "above the team").index(self.position(compared[i]))
            order = sorted(compared, key=lambda i: (place(i), i.encode()))
        adjusted = self.adjusted()
        by_title = {self.title(i): i for i in self.agents}
        row = sheet.find("Agent", 2 * has_ranks) + 1
        heads = {sheet(row - 1, column): column for column in range(16)}
        self.same("ranks", "Rank" in heads, has_ranks)
        self.same("rows", sheet.rows - row, len(self.agents))
        for number, row in enumerate(range(row, sheet.rows), 1):
            cell = lambda head: sheet(row, heads[head]) if head in heads else None
            agent_id = by_title[cell("Agent")]
            agent = self.agents[agent_id]
            who = f"agent {agent_id}"
            self.same(who + " link", sheet.links[row, heads["Agent"]], self.books[agent_id])
            if agent_id in compared:
                self.same(who + " place", number, order.index(agent_id) + 1)
            if has_ranks:
                above = 1 + sum(shrunken[i] > shrunken[agent_id] + 1e-9 for i in compared
                                ) if agent_id in compared else None
                self.ranks(who, agent, compared, above, cell("Rank"), cell("Rank may be"))
            share = (sum(any(f.startswith("floor:") for f in c["flags"]) for c in agent.cards)
                     / len(agent.assessed) if agent.assessed else None)
            teams = [c["team"] for c in agent.cards if c["team"]]
            counts = sorted(((-teams.count(t), t.encode(), t) for t in set(teams)))
            for head, wanted, tolerance in (
                    ("Calls", len(agent.cards), 0), ("Assessed", len(agent.assessed), 0),
                    ("Questions judged in a call", Mean([c["judged"] for c in agent.assessed]).mean, 1e-9),
                    ("Mean score", agent.score.mean, 1e-9),
                    ("Mean, had all the same mix of calls", adjusted.get(agent_id), 1e-4),
                    ("Mean, allowing for few calls", shrunken.get(agent_id), 1e-6),
                    ("Spread between calls", agent.score.spread, 1e-6),
                    ("Beside the team", self.position(agent), 0),
                    ("Teams, and the calls in each",
                     ", ".join(f"{t} {-n}" for n, _, t in counts), 0)):
                if head in heads:
                    self.same(f"{who} {head}", cell(head), wanted, tolerance)
            if "Change against the period before" in heads:
                self.change(who, cell("Change against the period before"), agent, lambda c: c["score"])
            if "Calls below a floor" in heads:
                self.same(who + " below a floor", cell("Calls below a floor"), share)
            self.interval(who + " interval", cell("95 % interval"), agent.score)

    def ranks(self, who, agent, compared, number, rank, ranks):
        if not number:
            return self.same(who + " rank", (rank, ranks), (DASH, DASH))
        above = sum(a.score.low > agent.score.high for a in compared.values())
        below = sum(a.score.high < agent.score.low for a in compared.values())
        best, worst = min(above + 1, number), max(len(compared) - below, number)
        self.same(who + " rank", rank, number)
        self.same(who + " ranks", ranks, f"{best} to {worst}" if best != worst else str(best))

    def heat(self, sheet):
        row = sheet.find("The team")
        tallies = {"The team": self.team}
        for agent_id, agent in self.agents.items():
            tallies[self.title(agent_id)] = agent
        self.same("rows", sheet.rows - row, len(tallies))
        for row in range(row, sheet.rows):
            tally = tallies[sheet(row, 0)]
            for column, (what, mean) in enumerate(
                    [("score", tally.score)] +
                    [(p["id"], tally.principle(i)) for i, p in enumerate(self.principles)]):
                self.same(f"{sheet(row, 0)} {what}", sheet(row, 1 + 2 * column), mean.mean)
                self.same(f"{sheet(row, 0)} {what} calls", sheet(row, 2 + 2 * column),
                          mean.count if mean.count else None)

    def criteria_table(self, sheet):
        row = sheet.find("Criterion") + 1
        for last in range(row + len(self.criteria), sheet.rows):
            self.same("not observable", " Not assessed: " in sheet(last, 2), True)
            self.same("not observable", [sheet(last, column) for column in range(3, 14)], [DASH] * 11)
        counted = {m["criterion"] for c in self.cards for m in c["marks"] if m["counted"]}
        order = [sheet(r, 0).replace(" ", "-") for r in range(row, row + len(self.criteria))]
        self.same("criteria", sorted(order), sorted(self.criteria))
        costs = [(round(self.team.gain(c), 6), self.team.count(c, "not_met")) for c in order]
        self.same("those that count come first, sorted by cost",
                  [c for c in costs if c[0]], sorted((c for c in costs if c[0]), reverse=True))
        for row, criterion in enumerate(order, row):
            decided = self.team.count(criterion, *DECIDED)
            self.same(criterion + " decided", sheet(row, 3), decided)
            for i, verdict in enumerate(DECIDED):
                self.same(f"{criterion} {verdict} share", sheet(row, 4 + i),
                          self.team.count(criterion, verdict) / decided if decided else None)
            if criterion in counted:
                self.same(criterion + " cost", sheet(row, 7),
                          self.team.gain(criterion) if decided else None, 1e-6)
            for i, verdict in enumerate(VERDICTS[3:]):
                self.same(f"{criterion} {verdict}", sheet(row, 8 + i),
                          self.team.count(criterion, verdict))
            self.relations(criterion, sheet, row, 14, lambda c: next(
                (m["points"] for m in c["marks"]
                 if m["criterion"] == criterion and m["verdict"] in DECIDED), None))

    def channels(self, sheet):
        """Each table against the cards with that channel, team, queue or week."""
        week = lambda c: c["started_at"] and "{}-W{:02}".format(
            *datetime.fromisoformat(c["started_at"].replace("Z", "")).isocalendar()[:2])
        kinds = {"By channel": lambda c: c["channel"], "By team": lambda c: c["team"],
                 "By queue or task": lambda c: c.get("queue"), "By week": week}
        occasion = lambda c: (c["agent"], (c["measures"].get("detector upset") or 0) > 0)
        for head, of in kinds.items():
            row = sheet.find(head) + 2
            groups = {}
            for card in self.cards:
                groups.setdefault(of(card) or "not known", []).append(card)
            if list(groups) == ["not known"]:
                self.same(head, "known" in sheet(row - 1, 0), True)
                continue
            means = fit_means([(name, occasion(c), c["score"]) for name, cards in groups.items()
                               for c in cards if c["score"] is not None])
            found = []
            while sheet(row, 0):
                name = sheet(row, 0)
                cards, score = groups[name], Mean([c["score"] for c in groups[name]])
                low = sum(c["band"] == self.bands[-1][0] for c in cards)
                for column, wanted, tolerance in (
                        (1, len(cards), 0), (2, score.count, 0), (3, score.mean, 1e-9),
                        (6, means.get(name), 1e-3),
                        (7, low / score.count if score.count else None, 1e-9)):
                    self.same(f"{head} {name} {sheet(sheet.find(head) + 1, column)}",
                              sheet(row, column), wanted, tolerance)
                self.interval(f"{head} {name} interval", sheet(row, 4), score)
                compared = name != "not known" and score.count >= max(2, self.min_calls)
                if compared:
                    all_ = self.team.score.mean
                    self.same(f"{head} {name} beside all", sheet(row, 5),
                              "above" if all_ < score.low else "below" if all_ > score.high
                              else "cannot be told apart")
                found.append(((not compared, score.mean if compared else 0), name))
                row += 1
            self.same(head + " rows", sorted(n for _, n in found), sorted(groups))
            order = [n if head == "By week" else k for k, n in found]
            self.same(head + " order", order, sorted(order))

    def problems(self, totals, list_):
        """Totals add up to the list, and calls without a score are among them."""
        self.same("a list, where there are problems", list_ is None, totals(3, 0) == "None.")
        if list_ is None:
            return
        kinds = {}
        for row in range(3, totals.rows):
            kinds[totals(row, 0)] = kinds.get(totals(row, 0), 0) + totals(row, 1)
            to = place(totals.links[row, 0].split("!")[1])[0]
            parts = [part for part in totals(row, 2).split("…") if part]
            self.same(f"link of row {row + 1}", list_(to, 0), totals(row, 0))
            self.same(f"reason of row {row + 1}", all(p in list_(to, 6) for p in parts), True)
        listed = [list_(row, 0) for row in range(1, list_.rows)]
        self.same("totals", kinds, {kind: listed.count(kind) for kind in listed})
        self.same("too little", kinds.get("? call too little to judge", 0), self.team.too_little)
        self.same("not assessable", kinds.get("? call not assessable", 0),
                  len(self.cards) - len(self.team.assessed) - self.team.too_little)

    def groups(self):
        """Of each card: agents, or where fewer than two are known calls, dealt to 20 groups."""
        by_agent = len({c["agent"] for c in self.cards if c["agent"]}) > 1
        names = [by_agent and c["agent"] or c["call"] for c in self.cards]
        order = sorted(set(names), key=lambda name: name.encode())
        return [order.index(name) % 20 for name in names]

    def relations(self, what, sheet, row, column, got):
        """The columns that say how something goes with each outcome that there is."""
        for name in ("csat", "resolved"):
            outcome = lambda c: c["measures"].get("field " + name)
            if all(outcome(c) is None for c in self.cards):
                continue
            calls = [(got(c), outcome(c), c["turns"], group)
                     for c, group in zip(self.cards, self.groups())]
            self.same(f"{what} with {name}", sheet(row, column),
                      related([c for c in calls if None not in c]))
            column += 1

    # ---- Measures

    def measured(self, what, measure, cells):
        """The five cells that every sheet shows of a measure."""
        value, interval, target, reached, known = cells
        timed = measure.row["unit"] == "s" and measure.row["stat"] != "share"
        exact = seconds if timed and value != DASH else lambda cell: cell
        coarse = 0.05 if not timed or str(value).endswith(" s") else 30.01
        wanted = measure.value
        if wanted is not None and measure.row["stat"] == "share":
            wanted /= 100
        self.same(what + " value", exact(value), wanted, coarse if timed else 1e-6)
        if measure.low is None:
            self.same(what + " interval", interval, DASH)
        elif timed:
            low, rest = interval.split(" to ")
            unit = rest.split()[1]
            coarse = {"s": 0.16, "min": 1.5, "h": 31}[unit]
            self.same(what + " low", seconds(f"{low} {unit}"), measure.low, coarse)
            self.same(what + " high", seconds(rest), measure.high, coarse)
        else:
            self.interval(what + " interval", interval, measure)
        if measure.row["share"]:
            self.same(what + " target", target.split(" in ")[1],
                      f"{float(measure.row['share']):g} % of calls")
        self.same(what + " reached", reached, REACHED[measure.reached()])
        self.same(what + " known", known, f"{len(measure.known)} of {len(measure.cards)}")

    def measures_table(self, sheet):
        first = sheet.find("Measure") + 1
        self.same("rows", sheet.rows - first, len(self.measures))
        for row, measure in enumerate(self.measures, first):
            what = f"{measure.row['measure']} of {measure.row['group'] or 'all'}"
            self.measured(what, measure, [sheet(row, 3 + i) for i in range(5)])
            for name, wanted in (("value", measure.value), ("low", measure.low),
                                 ("high", measure.high)):
                self.same(f"{what} {name} in measures.csv", number(measure.row[name]), wanted,
                          0.0006 if name == "value" else 0.02 * abs(wanted or 0) + 0.01)
            self.same(what + " in measures.csv", measure.row["reached"], measure.reached())
            for name, cards in (("calls", measure.cards), ("known", measure.known)):
                self.same(f"{what} {name} in measures.csv", int(measure.row[name]), len(cards))

    def measures_overview(self, sheet):
        """One row a group; one a measure where it is of agents or of more than six."""
        if not self.measures:
            return
        row = sheet.find("Measure") + 1
        for name in dict.fromkeys(m.row["measure"] for m in self.measures):
            groups = [m for m in self.measures if m.row["measure"] == name]
            if groups[0].row["by"] != "agent" and len(groups) <= 6:
                for measure in groups:
                    self.measured(name, measure, [sheet(row, 2 + i) for i in range(5)])
                    row += 1
                continue
            reached = [m.reached() for m in groups if m.reached()]
            judged = len(reached) - reached.count("too few calls")
            whose = groups[0].row["by"] + "s" * (judged != 1)
            words = [f"met by {reached.count('met')} of {judged} {whose}"] * (judged > 0)
            for kind, part in (("missed", "missed by"), ("not certain", "not certain for"),
                               ("too few calls", "too few calls of")):
                words += [f"{part} {reached.count(kind)}"] * (kind in reached)
            self.same(name, sheet(row, 2), ", ".join(words) or "not judged")
            self.same(name + " known", sheet(row, 6), f"{sum(len(m.known) for m in groups)} of "
                      f"{sum(len(m.cards) for m in groups)}")
            row += 1
        self.same("rows of measures", (sheet(row, 0), sheet(row + 1, 0) in (
            "Inputs to mend", "For a person to check, not counted", "What the score is not")),
                  ("", True))

    def measures_coaching(self, agent_id, sheet):
        own = [m for m in self.measures if (m.row["by"], m.row["group"]) == ("agent", agent_id)]
        if not own:
            return
        row = sheet.find("Measure") + 1
        for measure in own:
            self.measured(measure.row["measure"], measure, [sheet(row, 2 + i) for i in range(5)])
            row += 1 + (sheet(row + 1, 0) == "Try this")

    # ---- agents/*.xlsx

    def title(self, agent_id):
        names = [c["agent_name"] for c in self.agents[agent_id].cards if c["agent_name"]]
        if not agent_id:
            return names[-1] if names else "agent not known"
        return f"{names[-1]} ({agent_id})" if names else agent_id

    def check_agent(self, agent_id, book):
        for name, check in (("Coaching", self.coaching), ("Scorecard", self.scorecard),
                            ("Evidence", self.evidence), ("Trend", self.agent_trend),
                            ("Review", self.review),
                            ("Chart data", self.charts)):
            self.where = f"{self.books[agent_id]}, {name}"
            if name in book:
                check(agent_id, self.agents[agent_id], book[name])
        self.where = f"{self.books[agent_id]}, links"
        self.links(self.agents[agent_id], book)

    def sure_band(self, mean):
        if mean.low is None:
            return DASH
        low, high = self.band(mean.low), self.band(mean.high)
        return low if low == high else "not certain"

    def coaching(self, agent_id, agent, sheet):
        self.same("title", sheet(0, 0), f"Coaching: {self.title(agent_id)}")
        row = sheet.find("Score", 1) + 1
        for who, tally in (("agent", agent), ("team", self.team)):
            self.same(who + " score", sheet(row, 1), tally.score.mean)
            self.interval(who + " interval", sheet(row, 2), tally.score)
            self.same(who + " band", sheet(row, 3), self.sure_band(tally.score))
            for column, wanted in ((4, f"{len(tally.assessed)} of {len(tally.cards)}"),
                                   (5, tally.too_little),
                                   (6, len(tally.cards) - len(tally.assessed) - tally.too_little)):
                self.same(f"{who} calls, column {column}", sheet(row, column), wanted)
            row += 1
        said = sheet(row, 0).split(": ", 1)[1]
        change = re.search(r"Against the period before: (.*? now)\. ", said)
        if change:
            self.change("change", change.group(1), agent, lambda c: c["score"])
            said = said.replace(change.group(0), "")
        self.same("position", said, f"{self.position(agent)}. {self.judged(agent)}")
        floors = [sheet(r, 0) for r in range(sheet.rows) if "Below the floor" in str(sheet(r, 0))]
        self.same("floors", "".join(floors), self.capped(agent))
        self.measures_coaching(agent_id, sheet)
        self.points(agent, sheet)
        self.listening(agent, sheet)

    # What an agent does more and less than the others

    def strata(self, agent, criterion):
        """The agent's decided marks and all, of calls that are compared with each other."""
        def sort(cards):
            kinds = collections.defaultdict(list)
            for card in cards:
                kind = opening(card) if criterion in OF_FIRST_TURNS else ""
                kinds[kind] += [m for m in card["marks"]
                                if m["criterion"] == criterion and m["verdict"] in DECIDED]
            return kinds
        own, every = sort(agent.cards), sort(self.team.cards)
        return [(own[kind], every[kind]) for kind in sorted(every) if own[kind]]

    def others(self, agent, criterion, value):
        """The mean of the others' marks, had their calls opened as the agent's did."""
        whole = 0
        for own, every in self.strata(agent, criterion):
            mine, rest = sum(map(value, own)), len(every) - len(own)
            whole += len(own) * (sum(map(value, every)) - mine) / rest if rest else mine
        return whole / agent.count(criterion, *DECIDED)

    def difference(self, agent, criterion, ahead):
        """The chance of an urn for so few (many) met calls, and the interval of the share."""
        is_met = lambda mark: mark["verdict"] == "met"
        met, n = agent.count(criterion, "met"), agent.count(criterion, *DECIDED)
        ways, every_way = {0: 1}, 1
        for own, every in self.strata(agent, criterion):
            good, before, ways = sum(map(is_met, every)), ways, collections.Counter()
            every_way *= math.comb(len(every), len(own))
            for k in range(len(own) + 1):
                these = math.comb(good, k) * math.comb(len(every) - good, len(own) - k)
                for count, number in before.items():
                    ways[count + k] += number * these
        counted = sum(number for k, number in ways.items() if (k >= met if ahead else k <= met))
        return Fraction(counted, every_way), wilson(met, n), self.others(agent, criterion, is_met)

    def kept(self, criterion, calls):
        groups = [[m["points"] for m in a.marks(criterion) if m["verdict"] in DECIDED]
                  for i, a in self.agents.items()]
        groups = [g for g in groups if g]
        n, agents = sum(map(len, groups)), len(groups)
        within = sum(sum((v - sum(g) / len(g)) ** 2 for v in g) for g in groups)
        if agents < 2 or n == agents or within < 1e-9:
            return 1
        mean = sum(map(sum, groups)) / n
        between = sum(len(g) * (sum(g) / len(g) - mean) ** 2 for g in groups)
        ratio = between / (agents - 1) / (within / (n - agents))
        usual = (n - sum(len(g) ** 2 for g in groups) / n) / (agents - 1)
        icc = max(0, (ratio - 1) / (ratio + usual - 1))
        return calls * icc / (1 + (calls - 1) * icc)

    def certain(self, agent, ahead):
        """By Holm, among all criteria that count and that somebody else was judged by, too."""
        counted = {m["criterion"] for c in self.cards for m in c["marks"]
                   if m["counted"] and m["verdict"] in DECIDED}
        looked_at = [c for c in self.criteria if c in counted and agent.count(c, *DECIDED) >= max(1, self.min_calls)
                     and self.team.count(c, *DECIDED) > agent.count(c, *DECIDED)]
        found = sorted((*self.difference(agent, c, ahead), c) for c in looked_at)
        for number, (chance, (low, high), others, criterion) in enumerate(found):
            if chance > Fraction(1, 20) / (len(found) - number):
                break
            if low > others if ahead else high < others:
                yield criterion

    def worth(self, agent, criterion):
        mean = lambda marks: sum(m["points"] for m in marks) / len(marks)
        own = [m for m in agent.marks(criterion) if m["verdict"] in DECIDED]
        others = self.others(agent, criterion, lambda mark: mark["points"])
        behind = (others - mean(own)) * self.kept(criterion, len(own))
        return agent.gain(criterion) * behind / (1 - mean(own))

    def often(self, agent, criterion):
        _, (low, high), others = self.difference(agent, criterion, True)
        met, n = agent.count(criterion, "met"), agent.count(criterion, *DECIDED)
        alike = " where customers open alike" if criterion in OF_FIRST_TURNS else ""
        return (f"Met in {met} of the {n} calls it applied to: {100 * met / n:.0f} % (95 %: "
                f"{100 * low:.0f} to {100 * high:.0f} %); the rest of the team {100 * others:.0f} %{alike}.")

    def points(self, agent, sheet):
        """Each point is among those that are no chance, with its figures and its place."""
        kinds = {True: set(self.certain(agent, True)), False: set(self.certain(agent, False))}
        worths = sorted(((self.worth(agent, c), c) for c in kinds[False]), reverse=True)
        wanted = [c for worth, c in worths if worth > 1e-9][:2]
        found = {True: [], False: []}
        for row in range(sheet.find("Keep doing"), sheet.find("What we agree")):
            if sheet(row, 0) != "How often":
                continue
            ahead = row < sheet.find("Work on")
            criterion = self.by_question[re.sub("^(First of all|And a smaller thing): ", "",
                                                sheet(row - 1, 0))]
            found[ahead].append(criterion)
            self.same(criterion + " is no chance", criterion in kinds[ahead], True)
            self.same(criterion, sheet(row, 1)[:len(self.often(agent, criterion))],
                      self.often(agent, criterion))
            if not ahead:
                worth = re.search(r"it would add (-?[\d.]+) points", sheet(row, 1)).group(1)
                self.same(criterion + " worth", float(worth), self.worth(agent, criterion), 0.0501)
            self.place(agent, criterion, sheet, row + 1, ahead)
        self.same("to work on", found[False], wanted)
        self.same("strengths", len(found[True]) <= min(2, len(kinds[True])), True)

    def place(self, agent, criterion, sheet, row, met):
        """The call that is named has such a mark, and what is quoted stands in it."""
        while sheet(row, 1)[:5] != "call " and sheet(row, 0) in ("In your words", ""):
            if not sheet(row, 1):
                return
            row += 1
        if sheet(row, 1)[:5] != "call ":  # what rests on no words is seen in no call
            return self.same(f"{criterion} is told without its call", met, True)
        call = re.match(r"call ([^, ]+)", sheet(row, 1)).group(1)
        card = next(c for c in agent.cards if c["call"] == call)
        mark = next(m for m in card["marks"] if m["criterion"] == criterion)
        self.same(f"{criterion} in {call}", mark["verdict"] in (("met",) if met else DECIDED[1:]), True)
        if met or "said" not in card:
            return
        said = [text for _, _, text in card["said"]]
        for row in range(row + 1, row + 4):
            if sheet(row, 0) in ("The customer", "You", "Then the customer"):
                words = sheet(row, 1).strip("“”").removesuffix(" …")
                masked = ".+".join(map(re.escape, re.split(r"\[[A-Z ]+\]", words)))
                found = any(re.search(masked, text, re.DOTALL) for text in said)
                self.same(f"{call}: {words!r} was said", found, True)

    def listening(self, agent, sheet):
        for label in ("A good call", "A difficult call"):
            try:
                text = sheet(sheet.find(label), 1)
            except LookupError:
                continue
            call, score, judged, of = re.match(
                r"(.*?)(?: of [\d-]+)?, score ([\d.]+), judged on (\d+) of (\d+) questions", text).groups()
            card = next(c for c in agent.cards if c["call"] == call)
            self.same(label, (float(score), int(judged), int(of)),
                      (card["score"], card["judged"], card["judged_of"]))

    # ---- Charts

    def charts(self, agent_id, agent, sheet):
        """The numbers behind the charts of a coaching page."""
        blocks = {sheet(row, 0): row + 1 for row in range(sheet.rows)
                  if sheet(row, 0) in ("Principles", "The last weeks")}
        row = blocks["Principles"]
        for i, principle in enumerate(self.principles):
            if principle["id"] in self.unobservable | self.unproven:
                continue
            own, team = agent.principle(i), self.team.principle(i)
            self.point(principle["id"], sheet, row, own, team, False)
            row += 1
        if "The last weeks" in blocks:
            self.weeks(agent, sheet, blocks["The last weeks"])

    def point(self, what, sheet, row, own, team, across):
        self.same(what + " calls", sheet(row, 1), own.count)
        self.same(what + " mean", sheet(row, 3) if own.count else None, own.mean, 1e-9)
        if team.count:
            self.same(what + " team", sheet(row, 4), team.mean, 1e-9)
        if own.low is None:
            return
        values = 8 if across else 7
        ends = [r for r in range(sheet.rows) if r >= row - 60 and sheet(r, 15 - values) == sheet(row, 2)
                and isinstance(sheet(r, values), float)]
        near = min((abs(sheet(r, values) - own.low) + abs(sheet(r + 1, values) - own.high) for r in ends
                    if isinstance(sheet(r + 1, values), float)), default=99)
        self.same(what + " interval", near < 0.4, True)

    def weeks(self, agent, sheet, row):
        team = {(week, line): cards for week, line, cards in self.weekly(self.team)}
        mean = lambda cards: Mean([c["score"] for c in cards])
        for row, (week, line, cards) in enumerate(self.weekly(agent), row):
            self.same("week", sheet(row, 0), week[5:])
            self.point(week, sheet, row, mean(cards), mean(team[week, line]), True)

    # ---- Scorecard and Evidence

    def scorecard(self, agent_id, agent, sheet):
        first = sheet.find("Call") + 1
        self.same("rows", sheet.rows - first, len(agent.cards))
        self.same("mean of all", sheet(first - 2, 4), agent.score.mean)
        for column, criterion in enumerate(self.criteria, 8):
            decided = agent.count(criterion, *DECIDED)
            self.same(criterion + " met", sheet(first - 2, column),
                      agent.count(criterion, "met") / decided if decided else "")
        for row, card in enumerate(reversed(agent.cards), first):
            day = time = None
            if card["started_at"]:
                start = datetime.fromisoformat(card["started_at"].replace("Z", ""))
                time = start.strftime("%H:%M")
                day = (start.replace(hour=0, minute=0, second=0, microsecond=0)
                       - datetime(1899, 12, 30)).days
            flags = ", ".join(f.replace(":", ": ", 1).replace("-", " ") if ":" in f else f
                              for f in card["flags"])
            if card["uncapped"] != card["score"]:
                flags += f" (without caps {card['uncapped']:.1f})"
            wanted = (card["call"], day, time, card["channel"] or "", card["score"],
                      f"{card['judged']} of {card['judged_of']}", card["band"] or
                      ("too little to judge" if card["too_little"] else "not assessable"))
            for column, value in enumerate(wanted):
                self.same(f"{card['call']} {sheet(first - 1, column)}", sheet(row, column), value)
            self.same(card["call"] + " flags", sheet(row, 7).replace("-", " "), flags)
            for column, mark in enumerate(card["marks"], 8):
                person = self.history.overruled(card, mark)
                self.same(f"{card['call']} {mark['criterion']}", sheet(row, column),
                          SIGNS[mark["verdict"]] + (f"→{SIGNS[person]}" if person else ""))

    def evidence(self, agent_id, agent, sheet):
        """One row for each mark that is decided: misses first, those that count before the rest,
        of each criterion the latest first; before all, one for each point to work on."""
        wanted = {(c["call"], m["criterion"].replace("-", " ")): (number, c, m)
                  for number, c in enumerate(agent.cards) for m in c["marks"] if m["verdict"] in DECIDED}
        found = [(sheet(row, 0), sheet(row, 4)) for row in range(1, sheet.rows)]
        self.same("rows", sorted(found), sorted(wanted))
        if not set(found) <= set(wanted):
            return
        kinds = [(not m["counted"], -DECIDED.index(m["verdict"])) for _, _, m in map(wanted.get, found)]
        self.same("misses after others", sum(a > b for a, b in zip(kinds, kinds[1:])) > 1, False)
        latest = {}
        for number, _, mark in map(wanted.get, found):
            latest.setdefault((mark["criterion"], mark["verdict"]), []).append(number)
        for of, numbers in latest.items():
            self.same(f"the latest first of {of}", numbers[1:], sorted(numbers[1:], reverse=True))
        for row, (_, card, mark) in enumerate(map(wanted.get, found), 1):
            what = f"row {row + 1}"
            self.same(what + " verdict", sheet(row, 5)[0], SIGNS[mark["verdict"]])
            review, person = self.history.ruling(card, mark), self.history.overruled(card, mark)
            self.same(what + " overruled", "→" in sheet(row, 5), bool(person))
            why = mark["why"]
            if not mark["counted"]:
                why = "not counted" + ": " * bool(why) + why
            if review:
                ruling = self.ruling_words(review, mark, person)
                why = ruling + "; " * bool(ruling and why) + why
            told, sought, _ = why.partition("not found: ")  # what is sought stands in the rubric
            self.same(what + " why", sheet(row, 6)[:len(told + sought)], told + sought)
            if not sought:
                self.same(what + " why", sheet(row, 6), why)
            for column in (7, 8):
                for words in sheet.bold(row, column) if (row, column) in sheet.cells else ():
                    self.same(f"{what}: {words!r} is evidence", any(
                        words in e["quote"].replace("\r", "") or e["quote"] in words or len(words) < 600
                        for e in mark["evidence"]), True)

    def ruling_words(self, review, mark, person):
        words = []
        if person:
            who = review["decided_by"] if review["decision"] else review["reviewer"]
            reason = ": " * bool(review["reason"]) + review["reason"]
            words.append(f"{words_of(person)}, says {who or 'a person'}{reason} "
                         f"(the machine: {words_of(mark['verdict'])})")
        if review["answer"] == "disputed" and not review["decision"]:
            words.append(f"disputed by the agent: {review['answer_reason']}")
        return "; ".join(words)

    def links(self, agent, book):
        first = book["Scorecard"].find("Call") + 1
        for (row, column), target in book["Scorecard"].links.items():
            card = agent.cards[len(agent.cards) - 1 - (row - first)]
            to = book["Evidence"]
            to_row = place(target.split("!")[1])[0]
            self.same(f"{target} call", to(to_row, 0), card["call"])
            self.same(f"{target} criterion", to(to_row, 4),
                      card["marks"][column - 8]["criterion"].replace("-", " "))

    def caches(self, path):
        """What charts keep of cells is what stands in the cells."""
        self.where = path
        with zipfile.ZipFile(path) as book:
            sheets = read_book(path)
            for name in book.namelist():
                if not name.startswith("xl/charts/"):
                    continue
                for part in ElementTree.fromstring(book.read(name)).iter():
                    if part.tag.endswith("}numRef"):
                        self.cache(name, part, sheets)

    def cache(self, name, part, sheets):
        child = lambda tag: next(e for e in part.iter() if e.tag.endswith("}" + tag))
        sheet, first, last = re.fullmatch(r"'(.*)'!([^:]+):?(.*)", child("f").text.replace("$", "")).groups()
        (row, column), (end, _) = place(first), place(last or first)
        points = {int(e.get("idx")): float(next(iter(e)).text) for e in part.iter()
                  if e.tag.endswith("}pt")}
        cells = {r - row: sheets[sheet](r, column) for r in range(row, end + 1)
                 if (r, column) in sheets[sheet].cells}
        self.same(f"{name} {first}", sorted(points), sorted(cells))
        for at, value in points.items():
            self.same(f"{name} {first}, {at}", value, cells.get(at), 1e-9)

    def run(self, folder):
        team = read_book(os.path.join(folder, "team.xlsx"))
        overview, criteria = team["Overview"], team["Criteria"]
        self.bands, row = [], overview.find("Band") + 1
        while isinstance(overview(row, 1), float):
            self.bands.append((overview(row, 0), overview(row, 1)))
            row += 1
        self.by_question = {criteria(row, 2): criteria(row, 0).replace(" ", "-")
                            for row in range(criteria.find("Criterion") + 1, criteria.rows)}
        books = {i: read_book(os.path.join(folder, name)) for i, name in self.books.items()}
        for name in ("team.xlsx", *self.books.values()):
            self.caches(os.path.join(folder, name))
        marking = next(iter(books.values()))["How this is marked"]
        text = " ".join(str(marking(row, 0)) for row in range(marking.rows))
        self.min_calls = int(re.search(r"fewer than (\d+) assessed", text).group(1))
        cap = re.search(r"below its floor scores at most ([\d.]+) and", text)
        self.cap = float(cap.group(1)) if cap else None
        self.law = Law(text, self.cards)
        for tally in (self.team, *self.agents.values()):
            tally.law = self.law
        for card in self.cards:
            self.where = "scorecards.ndjson"
            self.same(card["call"] + " compensatory", card["compensatory"],
                      compensatory(self.law, card))
            if self.law.as_decided and card["score"] is not None:
                shares = self.law.shares(card)
                for mark in card["marks"]:
                    self.same(f"{card['call']} {mark['criterion']} share", mark["share"],
                              float(shares.get(mark["criterion"], 0) * 100), 0.0056)
        self.check_team(team)
        for name in ("team.xlsx", *self.books.values()):
            self.where = name + ", charts"
            check_charts(self, os.path.join(folder, name))
        for agent_id, book in books.items():
            self.check_agent(agent_id, book)
        return self.failures


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    checker = Checker(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else None)
    if checker.run(sys.argv[1]):
        sys.exit(1)
    print("the workbooks agree with the records")


if __name__ == "__main__":
    main()

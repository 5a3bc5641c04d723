#!/usr/bin/env python3
"""variants.py CALLMARK [SEED [COUNT]]: transcripts whose meaning is known, read by CALLMARK.

Each is a call between two people or three, written in one of the ways that people and
programs write: labels x times x orders x layouts, chosen by the seed. It is read exactly as meant
(speakers, roles, turns, starts, ids), or refused or warned of; else it is printed, and the
exit status is 1. Guessed roles are as good as known ones when they are right.
"""

import csv
import io
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

AGENTS = ["Agent", "AGENT", "Advisor", "Support", "Rep", "Mara Holt", "Holt, Mara",
          "mara.holt@lantern.example", "Mara", "Dr. Mara Holt (Lantern Energy, Leeds)"]
CUSTOMERS = ["Customer", "CUSTOMER", "Caller", "Client", "+49 151 2345678", "Pinto, Rui",
             "Rui Miguel dos Santos", "rui_pinto@post.example", 'Rui "Ru" Pinto',
             "[NAME]", "Rui Pinto", "Client\u00a0", "Rui_Pinto|VIP", "\u00c9lo\u00efse Roux",
             "Mrs. Theodora Vassilopoulou-Christodoulou (External)"]
SAID = [("a", "Thank you for calling Lantern Energy, how can I help?"),
        ("c", "I was charged twice for my meter and I need to get it back."),
        ("a", "I do apologise. Could I take your account number, please?"),
        ("c", "It's 55 18, my account is in my old name."),
        ("a", "Thanks for waiting, the second charge goes back today."),
        ("c", "Total: 40, is that right?"),
        ("a", "Exactly. Is there anything else I can help you with?"),
        ("c", "No, that's all, thanks for your help.")]
# Who joins, and what he says: another agent, a machine, or somebody of whom only the name
# is told.
THIRDS = {"Supervisor": "agent", "Agent 2": "agent", "Bot": "system", "IVR": "system",
          "Nadia Frost": "agent", "Frost, Nadia": "agent", "+44 20 7946 0991": "agent"}
JOINS = ("t", "Hello, this is Nadia of the second line, how can I help you? Could I take "
         "your account number?")
ROLES = {"a": "agent", "c": "customer"}
ROLE_WORDS = {"Agent", "AGENT", "Advisor", "Support", "Rep", "Customer", "CUSTOMER",
              "Caller", "Client", "Client\u00a0"}


def clock(seconds, hours=True):
    text = f"{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{seconds // 3600:02}:{text}" if hours else text


class Variant:
    """A call or two, and how they are written."""

    def __init__(self, rng):
        agent = rng.choice(AGENTS)
        # Who is whom must follow from both labels or from none.
        known = agent in ROLE_WORDS
        customer = rng.choice([c for c in CUSTOMERS if (c in ROLE_WORDS) == known])
        self.labels = {"a": agent, "c": customer}
        self.roles = dict(ROLES)
        self.rng = rng
        self.said = list(SAID)
        if rng.random() < 0.25:
            self.add_third(rng.choice(list(THIRDS)))
        self.newest_first = rng.random() < 0.2

    def add_third(self, label):
        self.labels["t"] = label
        self.roles["t"] = THIRDS[label]
        self.said.insert(4, JOINS)

    def written(self, turns):
        """The turns as they stand in the file, where times tell their order."""
        return turns[::-1] if self.newest_first else turns

    def turns(self):
        at = self.rng.randrange(0, 5)
        turns = []
        for who, text in self.said:
            turns.append((who, at, text))
            at += 4 + self.rng.randrange(0, 40)
        return turns

    def label(self, who):
        return self.labels[who]

    # Each layout gives the file's name and text, and the ids of its calls.

    def lines(self, form, turns, between="\n"):
        return between.join(form(self.label(w), at, text) for w, at, text in turns) + "\n"


def text_form(name):
    return {
        "plain": lambda l, at, t: f"{l}: {t}",
        "square": lambda l, at, t: f"[{clock(at)}] {l}: {t}",
        "round": lambda l, at, t: f"({clock(at, False)}) {l}: {t}",
        "bare": lambda l, at, t: f"{clock(at)} {l}: {t}",
        "dash": lambda l, at, t: f"{clock(at)} - {l}: {t}",
        "inside": lambda l, at, t: f"{l} [{clock(at)}]: {t}",
        "bold": lambda l, at, t: f"**{l}:** {t}",
        "bold-time": lambda l, at, t: f"**{l} [{clock(at)}]:** {t}",
        "list": lambda l, at, t: f"- **{l}**: {t}",
        "above": lambda l, at, t: f"{l}   {clock(at, False)}\n{t}\n",
        "space-colon": lambda l, at, t: f"{l} : {t}",
        "wide-colon": lambda l, at, t: f"{l}\uff1a{t}",
        "iso": lambda l, at, t: f"2026-03-02T09:{at // 60:02}:{at % 60:02}Z {l}: {t}",
    }[name]


TIMELESS = {"plain", "bold", "list", "space-colon", "wide-colon"}
TEXT_FORMS = ["plain", "square", "round", "bare", "dash", "inside", "bold", "bold-time",
              "list", "above", "space-colon", "wide-colon", "iso"]


def write_text(variant):
    rng, form = variant.rng, rng_choice(variant, TEXT_FORMS)
    turns = variant.turns()
    written = turns if form in TIMELESS else variant.written(turns)
    body = variant.lines(text_form(form), written, rng.choice(["\n", "\n\n"]))
    ids, before, after = ["v"], "", ""
    extra = rng.choice(["", "", "", "header", "recap", "direction", "title", "wrapped"])
    if extra == "header":
        before = rng.choice(["Call ID: 4711", "Conversation Id: 4711", "call_id: 4711"])
        before += "\nTeam: Green\nQueue: Billing\n\n"
        ids = ["4711"]
    if extra == "title":
        before = "# A call about a meter\n\n"
    if extra == "recap":
        after = "\nSummary: The customer was told that it was his own fault.\n"
    if extra == "direction":
        after = "[The line drops]\n"
    if extra == "wrapped":
        body = body.replace("I need to get it back", "I need\nto get it back")
        turns = [(w, at, t.replace("I need to", "I need\nto")) for w, at, t in turns]
    text = before + body + after
    if rng.random() < 0.2:
        text = text.replace("\n", "\r\n")
    return "v.txt", text, [(ids[0], turns)], form not in TIMELESS, form == "iso"


def rng_choice(variant, items):
    return variant.rng.choice(items)


def write_two_calls(variant):
    form = rng_choice(variant, ["plain", "square", "bold"])
    first, second = variant.turns(), variant.turns()
    by = rng_choice(variant, ["Call ID: {}\n", "# Call {}\n\n", "=== Call {} ===\n\n",
                              "Conversation ID: {}\n\n"])
    text = "\n".join(by.format(n) + variant.lines(text_form(form), turns)
                     for n, turns in ((1, first), (2, second)))
    ids = ["1", "2"] if "ID" in by else ["v-1", "v-2"]
    return "v.txt", text, [(ids[0], first), (ids[1], second)], form not in TIMELESS, False


def write_one_line(variant):
    form = rng_choice(variant, ["plain", "square"])
    turns = variant.turns()
    text = variant.lines(text_form(form), turns, rng_choice(variant, [" ", "  ", " | "]))
    if variant.rng.random() < 0.5:
        out = io.StringIO()
        csv.writer(out).writerows([["Call ID", "Transcript"], ["31", text.strip()]])
        return "v.csv", out.getvalue(), [("31", turns)], form == "square", False
    return "v.txt", text, [("v", turns)], form == "square", False


def write_csv(variant):
    rng, turns = variant.rng, variant.turns()
    with_id, separator = rng.random() < 0.6, rng.choice(",;\t")
    start = rng.choice(["start", "start_ms", "Start Time", None])
    header = (["Call ID"] if with_id else []) + ["Speaker"] + ([start] if start else [])
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(header + ["Text"])
    for who, at, text in variant.written(turns) if start else turns:
        row = ["C-9"] if with_id else []
        row.append(variant.label(who))
        if start:
            row.append(at * 1000 if start == "start_ms" else clock(at))
        writer.writerow(row + [text])
    return "v.csv", out.getvalue(), [("C-9" if with_id else "v", turns)], bool(start), False


def write_cell(variant):
    form, turns = rng_choice(variant, ["plain", "square", "inside"]), variant.turns()
    out = io.StringIO()
    text = variant.lines(text_form(form), turns, rng_choice(variant, ["\n", "<br>", "\\n"]))
    csv.writer(out).writerows([["id", "team", "transcript"], ["5", "Green", text.strip()]])
    return "v.csv", out.getvalue(), [("5", turns)], form != "plain", False


def write_captions(variant):
    rng, turns = variant.rng, variant.turns()
    vtt = rng.random() < 0.5
    voice = vtt and rng.random() < 0.5
    out = ["WEBVTT\n"] if vtt else []
    for number, (who, at, text) in enumerate(turns, 1):
        mark = "." if vtt else ","
        times = f"{clock(at)}{mark}000 --> {clock(at + 3)}{mark}000"
        said = f"<v {variant.label(who)}>{text}</v>" if voice else f"{variant.label(who)}: {text}"
        out.append(f"{number}\n{times}\n{said}\n")
    return "v.vtt" if vtt else "v.srt", "\n".join(out), [("v", turns)], True, False


def write_json(variant):
    rng, turns = variant.rng, variant.turns()
    kind = rng.choice(["list", "messages", "transcript"])
    said = "content" if kind == "messages" else "text"
    items = [{"speaker": variant.label(w), said: t, "start": at}
             for w, at, t in variant.written(turns)]
    if kind == "list":
        return "v.json", json.dumps(items), [("v", turns)], True, False
    whole = {"id": 123456789012345678901, kind: items}
    return "v.json", json.dumps(whole), [("123456789012345678901", turns)], True, False


LAYOUTS = [write_text, write_text, write_text, write_two_calls, write_one_line, write_csv,
           write_cell, write_captions, write_json]


def plain(label):
    label = label.replace("\u00a0", " ").strip()
    return label[1:-1] if label.startswith("[") else label


def meaning(variant, calls, timed, absolute):
    result = []
    for call, turns in calls:
        zero = turns[0][1] if absolute else 0
        result.append((call, [(variant.roles[w], plain(variant.label(w)),
                               (at - zero) * 1000 if timed else None, text)
                              for w, at, text in turns]))
    return result


def reading(lines):
    result = []
    for line in lines.splitlines():
        call = json.loads(line)
        result.append((call["call"], [(t["role"], plain(t.get("speaker", "")),
                                       t.get("start_ms"), t["text"])
                                      for t in call["turns"]]))
    return result


def check(callmark, folder, rng):
    variant = Variant(rng)
    name, text, calls, timed, absolute = rng.choice(LAYOUTS)(variant)
    path = folder / name
    path.write_bytes(text.encode())
    run = subprocess.run([callmark, "convert", "-q", str(path)], capture_output=True,
                         text=True, check=False)
    path.unlink()
    if run.returncode in (0, 65):
        if reading(run.stdout) == meaning(variant, calls, timed, absolute):
            return "as meant"
    warned = [line for line in run.stderr.splitlines() if "roles guessed" not in line]
    if run.returncode == 65 or warned:
        return "warned of"
    print(f"{name}:\n{text}\n{run.stdout}{run.stderr}")
    return "wrong"


def main():
    callmark, seed, count = sys.argv[1], 1, 300
    if len(sys.argv) > 2:
        seed = int(sys.argv[2])
    if len(sys.argv) > 3:
        count = int(sys.argv[3])
    counts = {"as meant": 0, "warned of": 0, "wrong": 0}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            counts[check(callmark, Path(folder), random.Random(seed * 100003 + number))] += 1
    for name, value in counts.items():
        print(f"{value} {name}")
    return 1 if counts["wrong"] or counts["as meant"] * 10 < count * 9 else 0


if __name__ == "__main__":
    sys.exit(main())

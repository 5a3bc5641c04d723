#!/usr/bin/env python3
"""perturb.py [-r RUBRIC] [--most PERCENT] [--ways WAY,...] [--show WAY] CALLMARK FILE...

Same words, same mark.

Calls (CSV: call_id, speaker, text and more) are changed in ways that must not matter, one way
at a time, and marked before and after. Printed are, for each way, how many calls it changed,
how many marks were decided in them before or after, how many of these turned out otherwise,
and how many are left open now. The exit status is 1 where more than --most percent turned out
otherwise (default 1). A mark that is left open has turned as well, but not where names were
masked: whose name was said is gone then.
"""

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

DECIDED = {"met", "partly", "not_met"}

# Given names, women's and men's, and family names; each is changed for another in its row
# and column, so that a call keeps as many people as it had.
NAMES = [
    """alexis anna elizabeth emily emma jane jennifer jessica katarina laura linda lisa mary
    mara maya olivia rachel robin ruth sarah susan""".split(),
    """aisha fatima ngozi mei priya yasmin zainab leila sunita chiara ebony guadalupe amina
    nkechi soraya xiulan thandiwe ines oksana keisha hye""".split(),
    """alexander alex ben daniel david george jack james joe john liam mark michael patrick
    peter richard robert ryan thomas tom william""".split(),
    """mohammed ahmed jamal wei raj tariq dmitri kwame hiroshi jesus omar arjun tyrone
    diego chidi yusuf bogdan emeka sanjay kofi ivan""".split(),
    "johnson smith morgan jones brown taylor davis wilson miller moore clark".split(),
    "okafor nguyen khan kowalska garcia patel singh rossi hernandez osei yilmaz".split(),
]
OTHER_NAME = {a: b for row in (0, 2, 4)
              for x, y in [(NAMES[row], NAMES[row + 1])]
              for a, b in list(zip(x, y)) + list(zip(y, x))}

AMERICAN = """apologise apologize|apologised apologized|apologising apologizing|organise organize|
organised organized|recognise recognize|recognised recognized|realise realize|realised realized|
authorise authorize|authorised authorized|authorisation authorization|prioritise prioritize|
summarise summarize|cancelled canceled|cancelling canceling|colour color|favour favor|
favourite favorite|honour honor|honoured honored|behaviour behavior|neighbour neighbor|
centre center|metre meter|programme program|travelling traveling|travelled traveled|
labelled labeled|fulfil fulfill|enquire inquire|enquiry inquiry|enquiries inquiries|grey gray|
cheque check|licence license|catalogue catalog|dialogue dialog|judgement judgment|ageing aging|
mum mom|tyre tire|kerb curb|practise practice|defence defense|ok okay"""
OTHER_SPELLING = {a: b for pair in AMERICAN.replace("\n", "").split("|")
                  for x, y in [pair.split()] for a, b in ((x, y), (y, x))
                  if (a, b) not in {("check", "cheque"), ("curb", "kerb"),
                                    ("practice", "practise"), ("license", "licence"),
                                    ("program", "programme"), ("meter", "metre"),
                                    ("tire", "tyre")}}

# What is asked, "didn't you", has its "not" behind: "did you not".
ASKED = (r"(?<!\bi )(?<!\byou )(?<!\bwe )(?<!\bit )(?<!\bthey )"
         r"\b(do|did|does|have|has|is|are|was|were|would|could|should|ca)n't"
         r" (i|you|we|it|they|he|she)\b")
SPELLED_OUT = [(ASKED, lambda m: ("can" if m[1] == "ca" else m[1]) + f" {m[2]} not"),
               (r"\bcan'?t\b", "cannot"), (r"\bwon't\b", "will not"), (r"\bshan't\b", "shall not"),
               (r"\blet's\b", "let us"), (r"\bi'm\b", "I am"), (r"\b(\w+)n't\b", r"\1 not"),
               (r"\b(i|you|we|they)'ve\b", r"\1 have"), (r"\b(you|we|they)'re\b", r"\1 are"),
               (r"\b(i|you|he|she|it|we|they|that|there)'ll\b", r"\1 will"),
               (r"\b(he|she|it|that|there|here|what|where|who|how)'s (?=been|got|sorted it)", r"\1 has "),
               (r"\b(he|she|it|that|there|here|what|where|who|how)'s\b", r"\1 is"),
               (r"\b(i|you|he|she|we|they)'d (?=been|had|better)", r"\1 had "),
               (r"\b(i|you|he|she|we|they)'d\b", r"\1 would")]


def by_word(table):
    """A change of single words by a table, which keeps their capitals."""
    def change(found):
        word = found.group()
        other = table.get(word.lower())
        if not other:
            return word
        return other.upper() if word.isupper() and len(word) > 1 else \
            other.capitalize() if word[0].isupper() else other
    return lambda text: re.sub(r"\w+", change, text)


def spell_out(text):
    text = text.replace("\u2019", "'")
    for pattern, words in SPELLED_OUT:
        text = re.sub(pattern, words, text, flags=re.I)
    return text


# As many type: "dont", "im". What is another word without it, "we're", keeps it.
CONTRACTED = (r"\b(\w+n't|i'm|(?:i|you|we|they|could|would|should|must)'ve|(?:you|they)'re|"
              r"(?:it|that|you|they|there)'ll|(?:that|what|there|here|where|how|who|he|she|it|let)'s)\b")


def apostrophes(text):
    return re.sub(CONTRACTED, lambda m: m[0].replace("'", ""), text.replace("\u2019", "'"),
                  flags=re.I)


def bare(text):
    """Lower case but for masks, and no punctuation but what is inside of words and numbers."""
    text = re.sub(r"(?<![\w#\[])['\u2018\u201c\"(]|[,.;:!?)\u201d\"]+(?=\s|$)|\u2026| [-\u2013] ",
                  " ", text)
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"#[A-Z_0-9-]+#|\[[A-Z_]+\]|\w+", lambda m: m.group()
                  if m.group()[0] in "#[" else m.group().lower(), text)


# Where nobody breaks off: inside of a number, an id, a mask or what is spelled.
def may_break(before, after):
    return all(re.fullmatch(r"[A-Za-z']+[,.?!]?", w) and len(w) > 1 or w.lower() in "ai"
               for w in (before, after))


def filled(insert):
    def change(text):
        words, out, since = text.split(), [], 0
        for i, word in enumerate(words):
            since += 1
            if since >= 12 and i and may_break(words[i - 1], word):
                out.append(insert(word))
                since = 0
            out.append(word)
        return " ".join(out)
    return change


def masked(text):
    return re.sub(r"\w+", lambda m: "[NAME]" if m.group()[0].isupper() and
                  m.group().lower() in OTHER_NAME else m.group(), text)


def each_text(change):
    return lambda rows: [dict(r, text=change(r["text"])) for r in rows]


def joined(rows):
    """Neighbouring turns of one speaker in one."""
    out = []
    for row in rows:
        last = out[-1] if out else None
        if last and (last["call_id"], last["speaker"]) == (row["call_id"], row["speaker"]):
            last["text"] += " " + row["text"]
            if "end" in row:
                last["end"] = row["end"]
        else:
            out.append(dict(row))
    return out


def cut(rows):
    """A turn of two sentences in two turns, the second where its words come."""
    out = []
    for row in rows:
        parts = re.split(r"(?<=[a-z][.?!])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)\s+(?=[A-Z])", row["text"],
                         maxsplit=1)
        if len(parts) < 2:
            out.append(row)
            continue
        first, second = dict(row, text=parts[0]), dict(row, text=parts[1])
        if row.get("end"):
            start, end = float(row["start"]), float(row["end"])
            middle = start + (end - start) * len(parts[0]) / len(row["text"])
            first["end"] = second["start"] = f"{middle:.2f}"
        out += [first, second]
    return out


WAYS = {
    "names": each_text(by_word(OTHER_NAME)),
    "spelling": each_text(by_word(OTHER_SPELLING)),
    "bare": each_text(bare),
    "um": each_text(filled(lambda word: "um")),
    "repeats": each_text(filled(lambda word: word.strip(",.?!"))),
    "contractions": each_text(spell_out),
    "apostrophes": each_text(apostrophes),
    "joined": joined,
    "cut": cut,
    "masks": each_text(masked),
}


def read(paths):
    rows, fields = [], {}
    for path in paths:
        with open(path, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                rows.append(row)
                fields.update(dict.fromkeys(row))
    return rows, list(fields)


def mark(callmark, rubric, rows, fields):
    """{(call, agent, criterion): mark} of the rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "calls.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, fields)
            writer.writeheader()
            writer.writerows(rows)
        out = subprocess.run([callmark, "score", "-q", "-r", rubric, path], check=True,
                             stdout=subprocess.PIPE)
    cards = map(json.loads, out.stdout.splitlines())
    return {(c["call"], c["agent"], m["criterion"]): m for c in cards for m in c["marks"]}


def turned(before, after, calls, may_open):
    """Of the marks that were decided before or after: those that turned out otherwise, and,
    apart from them with `may_open`, those that are not assessable now."""
    decided, out, left_open = 0, [], []
    for key in before.keys() | after.keys():
        if key[0] not in calls:
            continue
        a, b = (m.get(key, {"verdict": "missing", "evidence": []}) for m in (before, after))
        if DECIDED & {a["verdict"], b["verdict"]}:
            decided += 1
            if may_open and b["verdict"] == "not_assessable":
                left_open.append((key, a, b))
            elif a["verdict"] != b["verdict"]:
                out.append((key, a, b))
    return decided, out, left_open


def text_by_call(rows):
    texts = {}
    for row in rows:
        texts.setdefault(row["call_id"], []).append((row["speaker"], row["text"]))
    return texts


def show(flips):
    for (call, _, criterion), a, b in sorted(flips, key=lambda f: (f[0][2], f[0][0])):
        print(f"    {criterion} {call}: {a['verdict']} -> {b['verdict']}")
        for m in (a, b):
            print("       ", [(e["turn"], e["role"], e.get("detector"), e["quote"])
                              for e in m["evidence"]][:4], m.get("why") or "")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-r", dest="rubric", default="five-principles")
    parser.add_argument("--most", type=float, default=1)
    parser.add_argument("--show", choices=WAYS)
    parser.add_argument("--ways", type=lambda text: text.split(","), default=list(WAYS))
    parser.add_argument("callmark")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    rows, fields = read(args.files)
    texts, before = text_by_call(rows), mark(args.callmark, args.rubric, rows, fields)
    worst = 0
    print(f"{'change':14}{'calls':>7}{'marks':>8}{'other':>7}{'':10}{'open':>7}")
    for way in [args.show] if args.show else args.ways:
        changed = WAYS[way](rows)
        calls = {c for c, t in text_by_call(changed).items() if t != texts[c]}
        after = mark(args.callmark, args.rubric, changed, fields)
        decided, flips, left_open = turned(before, after, calls, way == "masks")
        share = 100 * len(flips) / decided if decided else 0
        worst = max(worst, share)
        print(f"{way:14}{len(calls):7}{decided:8}{len(flips):7}{share:8.2f} %{len(left_open):7}")
        if args.show:
            print("   ", Counter(f[0][2] for f in flips).most_common())
            show(flips)
    return 1 if worst > args.most else 0


if __name__ == "__main__":
    sys.exit(main())

"""Small runs of callmark, each in a folder of its own, and what is in that folder then.

A scene's folder holds its inputs and what an earlier run has written, so that a run that
fails can be seen to leave that alone.
"""

import gzip
import io
import os
import shutil
import sqlite3
import subprocess
import tarfile
import zipfile
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]

RUBRIC = """rubric: ferry
title: At the ferry office
version: 1
language: en
score:
  law: weighted-mean
  assess: {min_turns: 2, min_agent_words: 2}
detectors:
  hello: {any: [good morning, "hello|welcome"], match: [good morning], no_match: [good grief]}
  grumble: {role: customer, any: ['(?:so|really) late', {words: delays.txt}]}
  sorry: {role: agent, any: [sorry, 'apolog\\w+']}
  soothes: {kind: reply, to: grumble, with: sorry, within: {turns: 2}}
principles:
  - id: welcome
    title: Welcome
    weight: 40
    criteria:
      - {id: greets, ask: Did the agent greet?, met: hello, weight: 1, tip: Greet., say: Hello.}
  - id: care
    title: Care
    weight: 60
    criteria:
      - {id: says-sorry, ask: Sorry said at once?, when: grumble, met: soothes, partly: sorry}
"""
DELAYS = "missed the boat\ncancelled again\n"


def calls(day, agents, number=3):
    """Calls of one day as CSV."""
    lines = ["call_id,agent,customer,started_at,speaker,start,end,text"]
    for i in range(number):
        head = f"F{day}-{i},{agents[i % len(agents)]},c{i},2026-05-{day:02}T0{i % 9}:00:00Z"
        lines += [
            f"{head},agent,0,3,Good morning from the ferry office",
            f"{head},customer,4,8,The boat is so late that I missed the boat home",
            f"{head},agent,9,12,{'I am sorry to hear that' if i % 2 else 'That is the weather'}",
            f"{head},customer,13,14,Thank you",
        ]
    return "\n".join(lines) + "\n"


def put_inputs(folder):
    """What all scenes read."""
    (folder / "ferry.yaml").write_text(RUBRIC)
    (folder / "other.yaml").write_text(RUBRIC.replace("welcome\"", "good day\""))
    (folder / "delays.txt").write_text(DELAYS)
    (folder / "old.csv").write_text(calls(3, ["ann", "bob"]))
    (folder / "new.csv").write_text(calls(4, ["bob", "cas"]))
    (folder / "agents.csv").write_text("agent,team\nann,Quay\nbob,Quay\ncas,Deck\n")


def put_formats(folder):
    """One small file of each kind that is unpacked or parsed by a library of its own."""
    inbox = folder / "inbox"
    inbox.mkdir()
    for name in ["call.vtt", "excel.csv", "meeting.docx", "turns.xlsx", "reply.eml",
                 "thread.mbox", "vcon.json", "whisper.json", "fireflies.txt",
                 "genesys-1.json", "genesys-2.json"]:
        shutil.copy(HOME / "samples/formats" / name, inbox)
    text = calls(5, ["ann"], 2).encode()
    with open(inbox / "packed.csv.gz", "wb") as file:
        file.write(gzip.compress(text, mtime=0))
    with zipfile.ZipFile(inbox / "packed.zip", "w") as file:
        file.writestr(zipfile.ZipInfo("zipped.csv"), text.replace(b"F5", b"F6"))
    with tarfile.open(inbox / "packed.tar", "w") as file:
        entry = tarfile.TarInfo("tarred.csv")
        entry.size = len(text)
        file.addfile(entry, io.BytesIO(text.replace(b"F5", b"F7")))


def put_people(folder):
    """What people said of calls and of turns."""
    (folder / "verdicts.csv").write_text(
        "call,criterion,reader,verdict,turn\n"
        "F3-0,says-sorry,dora,not_met,3\nF3-0,says-sorry,eli,partly,3\n"
        "F3-1,says-sorry,dora,met,3\nF3-2,greets,eli,met,1\n")
    (folder / "reviews.csv").write_text(
        "agent,period,call,criterion,verdict,reason,reviewer\n"
        "ann,2026-W18,F3-0,says-sorry,partly,It was no fault of ours,Dora\n"
        "bob,2026-W18,F3-1,greets,not met,Not to the one who called,Dora\n")
    lines = ["dialogue\tturn\trole\tlabels\ttext"]
    for i in range(60):
        said = ["I am sorry", "please forgive the wait", "the boat is blue"][i % 3]
        lines += [
            f"D-{i}\t1\tcustomer\t{'grumble' if i % 2 else ''}\t"
            f"{'It is so late' if i % 2 else 'A ticket, please'}",
            f"D-{i}\t2\tagent\t{'sorry' if i % 3 < 2 else ''}\t{said}, {i}",
        ]
    (folder / "labels.tsv").write_text("\n".join(lines) + "\n")


class Scene:
    """Arguments of a run; `before` are those of the runs that came before it."""

    def __init__(self, name, arguments, before=(), prepare=None):
        self.name = name
        self.arguments = arguments.split()
        self.before = [line.split() for line in before]
        self.prepare = prepare

    def make(self, folder, program):
        folder.mkdir()
        put_inputs(folder)
        if self.prepare:
            self.prepare(folder)
        for arguments in self.before:
            subprocess.run([program, *arguments], cwd=folder, check=True, env=environment(),
                           stdout=subprocess.DEVNULL)


STORED = ["score -q -j1 -r ferry.yaml --store history.db -o stored.ndjson old.csv"]
SCENES = [
    Scene("score", "score -q -j1 -r ferry.yaml -o out.ndjson --agents agents.csv new.csv",
          ["score -q -j1 -r ferry.yaml -o out.ndjson old.csv"]),
    Scene("pipe", "score -q -j2 -r ferry.yaml --strict -t csv new.csv old.csv"),
    Scene("report", "report -q -j1 -r ferry.yaml --html -o rep new.csv",
          ["report -q -j1 -r ferry.yaml -o rep old.csv"]),
    Scene("threads", "report -q -j2 -r ferry.yaml -o rep new.csv",
          ["report -q -j1 -r ferry.yaml -o rep old.csv"]),
    Scene("week", "report -q -j1 -r ferry.yaml --period=2026-W19 --timezone Europe/Berlin "
          "--metrics m.prom -o rep new.csv old.csv",
          ["report -q -j1 -r ferry.yaml --period=2026-W18 -o rep old.csv"]),
    Scene("store", "score -q -j1 -r ferry.yaml --store history.db -o out.ndjson new.csv", STORED),
    Scene("stored", "report -q -j1 -r ferry.yaml --store history.db -o rep new.csv",
          STORED + ["report -q -j1 -r ferry.yaml --store history.db -o rep"]),
    Scene("forget", "forget --store history.db --customer c1",
          STORED + ["score -q -j1 -r ferry.yaml --store history.db -o stored.ndjson new.csv"]),
    Scene("check", "check ferry.yaml"),
    Scene("convert", "convert -q inbox -o out.ndjson", prepare=put_formats),
    Scene("show", "show -r ferry.yaml new.csv F4-1"),
    Scene("find", "find -q -j1 -r ferry.yaml -d grumble -o found.csv new.csv"),
    Scene("diff", "diff ferry.yaml other.yaml new.csv"),
    Scene("records", "report -q -j1 -r ferry.yaml -o rep a.ndjson",
          ["score -q -j1 -r ferry.yaml -o a.ndjson new.csv",
           "report -q -j1 -r ferry.yaml -o rep old.csv"]),
    Scene("parts", "score -q -j1 -r ferry.yaml -o parts new.csv old.csv",
          ["score -q -j1 -r ferry.yaml -o parts/ old.csv"]),
    Scene("merge", "score -q -j1 --merge -o merged.ndjson parts",
          ["score -q -j1 -r ferry.yaml -o parts/ old.csv new.csv",
           "score -q -j1 -r ferry.yaml -o merged.ndjson old.csv"]),
    Scene("from-parts", "report -q -j1 -r ferry.yaml -o rep parts",
          ["score -q -j1 -r ferry.yaml -o parts/ old.csv new.csv",
           "report -q -j1 -r ferry.yaml -o rep old.csv"]),
    Scene("inbox", "score -q -j2 -r ferry.yaml --redact --strict -o out.ndjson inbox",
          prepare=put_formats),
    Scene("review", "review -q --store history.db reviews.csv", STORED, put_people),
    Scene("agree", "agree -q -j1 -r ferry.yaml -o agreed.txt verdicts.csv old.csv",
          prepare=put_people),
    Scene("sample", "sample -q -j1 -r ferry.yaml -o chosen.csv old.csv new.csv"),
    Scene("measure", "measure -q -j1 -r ferry.yaml -t csv -o measured.csv labels.tsv",
          prepare=put_people),
    Scene("learn", "learn -q -j1 -r ferry.yaml -d sorry -o learned.yaml labels.tsv",
          prepare=put_people),
    Scene("try", "check -j1 --try old.csv ferry.yaml"),
    Scene("built-in", "score -q -j1 -o out.ndjson new.csv", ["score -q -j1 -o out.ndjson old.csv"]),
]


def environment(**more):
    """The environment of a run: the same anywhere."""
    keep = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    return {"LC_ALL": "C", "TZ": "UTC", "COLUMNS": "80", **keep, **more}


# ---- What a folder holds


def dump(path):
    """What a store says, whatever the order of its pages; ids and times of runs go by."""
    try:
        with sqlite3.connect(path) as base:
            whole = base.execute("PRAGMA integrity_check").fetchone()[0]
            lines = [whole, *base.iterdump()]
        base.close()
    except sqlite3.Error as error:
        return f"damaged: {error}"
    return "\n".join(lines)


def is_unfinished(name):
    """Whether a name is one of what a run must not leave."""
    parts = Path(name).parts
    return any(part.endswith((".part", "-journal")) or part in (".next", "core")
               for part in parts)


def content(path):
    if path.is_symlink():
        return "-> " + os.readlink(path)
    if path.suffix == ".db":
        return dump(path)
    return path.read_bytes()


def look(folder):
    """Name: content of all files; what is left of a run has none."""
    files = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.name == ".lock" or (path.is_dir() and not path.is_symlink()):
            continue
        if name.endswith(("-wal", "-shm")):
            continue  # of the store, which is read with it
        files[name] = None if is_unfinished(name) else content(path)
    return files

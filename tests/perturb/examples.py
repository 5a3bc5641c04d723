#!/usr/bin/env python3
"""examples.py [--way WAY] CALLMARK PACK: a pack's own examples, said in another way.

The examples in a pack of detectors are changed as perturb.py changes calls, and the pack is
checked. Printed are the examples that no longer hold, so patterns that were written one way
only ("it's maria here", but not "it is maria here").
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
import perturb

SINGLE = {"contractions": perturb.spell_out,
          "spelling": perturb.by_word(perturb.OTHER_SPELLING)}


def quoted(text, change):
    """A changed example as it stands in YAML, or as it stood where nothing changed."""
    bare = text
    if text[:1] in "'\"":
        bare = text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1]
    changed = change(bare)
    if changed == bare:
        return text
    return '"' + changed.replace("\\", "\\\\").replace('"', '\\"') + '"'


def changed_lines(lines, change):
    is_example = False
    for line in lines:
        if re.match(r"    (match|no_match):", line):
            is_example = True
        elif re.match(r"  {0,2}\S|    \w", line):
            is_example = False
        said = re.match(r"(        (?:agent|customer): )(.*)$", line)
        alone = re.match(r"(      - )(?!\|)(.*)$", line)
        if is_example and said:
            line = said[1] + change(said[2])
        elif is_example and alone:
            line = alone[1] + quoted(alone[2], change)
        yield line


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--way", choices=SINGLE, default="contractions")
    parser.add_argument("callmark")
    parser.add_argument("pack", type=Path)
    args = parser.parse_args()
    lines = args.pack.read_text(encoding="utf-8").split("\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / args.pack.name
        path.write_text("\n".join(changed_lines(lines, SINGLE[args.way])), encoding="utf-8")
        out = subprocess.run([args.callmark, "check", "-q", path], text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    wrong = re.findall(r"error: (example of .*)", out.stdout)
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong or "error: " in out.stdout else 0


if __name__ == "__main__":
    sys.exit(main())

What a rubric names is read when it is a file of a rubric's size, and nothing else is.

  $ rubric() {
  >   printf 'rubric: t\nuse: %s\ndetectors:\n  d: {any: [x]}\nprinciples:\n' "$1"
  >   printf '  - {id: p, title: P, weight: 1, criteria: [{id: c, ask: C, met: d}]}\n'
  > }
  $ mkfifo pipe.yaml
  $ ln -s /dev/zero zero.yaml
  $ head -c 17000000 /dev/zero | tr '\0' '#' >large.yaml
  $ for name in ./pipe.yaml zero.yaml large.yaml; do rubric $name >r.yaml; callmark check r.yaml; done
  r.yaml:2:6: error: cannot read './pipe.yaml' (not a regular file)
      2 |   use: ./pipe.yaml
        |        ^~~~~~~~~~~
  r.yaml: 1 error, 0 warnings
  r.yaml:2:6: error: cannot read 'zero.yaml' (not a regular file)
      2 |   use: zero.yaml
        |        ^~~~~~~~~
  r.yaml: 1 error, 0 warnings
  r.yaml:2:6: error: cannot read 'large.yaml' (File too large)
      2 |   use: large.yaml
        |        ^~~~~~~~~~
  r.yaml: 1 error, 0 warnings
  [1]

Complaints quote the lines of a rubric, so no other file is taken for one:

  $ echo 'alice:a-secret' >./secret.txt
  $ rubric ./secret.txt >r.yaml; callmark check r.yaml
  r.yaml:2:6: error: no rubric './secret.txt' (the name of a file ends in .yaml; 'callmark list rubrics' has those that are installed)
      2 |   use: ./secret.txt
        |        ^~~~~~~~~~~~
  r.yaml: 1 error, 0 warnings
  [1]

Nor one that lies elsewhere, whether it is used or listed:

  $ mkdir down; echo 'alice: a-secret' >secret.yaml
  $ rubric ../secret.yaml >down/r.yaml
  $ rubric "$PWD/secret.yaml" >down/s.yaml
  $ sed 's/use.*//; s/{any.*/{kind: fact, table: ..\/secret.yaml, fact: a, any: [x]}/' down/r.yaml >down/t.yaml
  $ callmark check down/r.yaml down/s.yaml down/t.yaml 2>&1 | grep error: | sed "s|$PWD|PWD|"
  down/r.yaml:2:6: error: a file outside of the rubric's folder: '../secret.yaml' (a path that leads down from there or from a --rubric-dir; a rubric there goes by its name)
  down/s.yaml:2:6: error: a file outside of the rubric's folder: 'PWD/secret.yaml' (a path that leads down from there or from a --rubric-dir; a rubric there goes by its name)
  down/t.yaml:4:26: error: a file outside of the rubric's folder: '../secret.yaml' (a path that leads down from there or from a --rubric-dir; a rubric there goes by its name)
  $ callmark check --rubric-dir . down/r.yaml 2>&1 | grep -c secret:
  0
  [1]

JSON that is nested so deep that reading it could use up the stack is refused:

  $ deep() { printf '{"call": "1", "x": '; printf '%*s' $1 | tr ' ' '['; printf '%*s' $1 | tr ' ' ']'; printf ', "turns": [{"role": "agent", "text": "a"}]}\n'; }
  $ deep 255 >good.ndjson; deep 2000 >deep.ndjson
  $ (ulimit -s 256; callmark convert -q good.ndjson deep.ndjson) | wc -l
  deep.ndjson:1:275: error: bad JSON: nested more than 256 deep
  1

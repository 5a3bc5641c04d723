Where memory that is written may not be run (systemd's MemoryDenyWriteExecute), patterns are
interpreted, with the same steps and so the same marks. The manifest tells which it was; records do
not, and are the same bytes anywhere.

  $ . "$ROOT"/tests/stories/counter.sh
  $ cat >deny.py <<'END'
  > import ctypes, os, sys
  > PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN = 65, 1
  > if ctypes.CDLL(None).prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0):
  >     sys.exit(80)
  > os.execvp(sys.argv[1], sys.argv[1:])
  > END
  $ python3 deny.py true || exit 80
  $ cat >rubric.yaml <<'END'
  > rubric: costly
  > detectors:
  >   d: {any: ['\w.*\w.*\w.*bye(?! for)', 'sorry|glad', '(?<a>\w+) \k<a>']}
  > principles:
  >   - {id: p, title: P, weight: 1, criteria: [{id: c, ask: C, met: d}]}
  > END
  $ printf 'B-9,,,,,agent,,,%s bye for now\n' "$(printf 'hello there my friend %.0s' 1 2 3 4 5 6 7 8 9 10)" >>calls.csv
  $ printf 'B-9,,,,,%s,,,x\n' customer agent customer >>calls.csv
  $ for rubric in ./counter.yaml ./rubric.yaml; do
  >   callmark report -q -r $rubric -o with calls.csv 2>with.txt
  >   python3 deny.py callmark report -q -r $rubric -o without calls.csv 2>without.txt
  >   cmp with/scorecards.ndjson without/scorecards.ndjson
  >   diff -r with without | grep '^[<>]' | sed 's/^..//; s/PCRE2 [^ ]* [^ ]*/PCRE2 VERSION/'
  >   diff with.txt without.txt
  > done
    "engine": "PCRE2 VERSION with JIT",
    "engine": "PCRE2 VERSION without JIT",
    "engine": "PCRE2 VERSION with JIT",
    "engine": "PCRE2 VERSION without JIT",
  $ sed 's/.*warning/warning/' with.txt
  warning: pattern gave up after 100000 steps: what it decides is not assessable in call 'B-9'

What a machine asks of a report. The crontab and the timer of callmark-cron(7) are run with
the examples of the manuals.

  $ calls="$ROOT"/samples/calls.csv
  $ callmark report -q --period=2026-W43 --metrics=out.prom -o out $calls
  $ callmark report --period=2026-W43 --metrics=out.prom -o out $calls
  11 calls of 4 agents: out/2026-W43/team.xlsx and 4 workbooks in out/2026-W43/agents
  $ cat out/latest/summary.txt
  2026-W43: 2026-10-19 to 2026-10-24, by five-principles 2
  
  Calls           11 of 4 agents
  Refused         0
  Not assessable  1, and 0 too little to judge
  Score           76.9 (58.1 to 95.7)
  Change          no clear change (-28.2 to +24.9): 10 scored calls before, 10 now
  
  Critical criteria failed
    Kerry-Ann Pratt (0417): 1 call: S-0019 (floor: empathy, flag: promises realistically)
  
  To help first
    nobody can be told from the team
  
  Crossed a floor
    nobody

The metrics are what Prometheus takes: each is told of before it comes, once, in one group,
and of no person.

  $ cat >check.py <<'EOF'
  > import re, sys
  > helped, typed, seen, current = set(), {}, set(), None
  > text = open(sys.argv[1]).read()
  > assert text.endswith("\n")
  > for line in text.splitlines():
  >     kind = re.fullmatch(r"# (HELP|TYPE) (callmark_[a-z_]+) (.+)", line)
  >     if kind and kind[1] == "HELP":
  >         assert kind[2] not in helped, line
  >         helped.add(kind[2]); current = kind[2]
  >     elif kind:
  >         assert kind[2] == current and kind[3] == "gauge", line
  >         typed[current] = kind[3]
  >     else:
  >         name, labels, value = re.fullmatch(r'(\w+)(\{(?:\w+="(?:[^"\\]|\\.)*",?)*\})? (\S+)', line).groups()
  >         assert name == current and name in typed and (name, labels) not in seen, line
  >         assert not name.endswith(("_total", "_count", "_sum", "_bucket")), line
  >         seen.add((name, labels)); float(value)
  > print(len(typed), "metrics")
  > EOF
  $ python3 check.py out.prom
  10 metrics
  $ grep -c 'A101\|Maya' out.prom
  0
  [1]
  $ sed -n '/^callmark_calls{/p' out.prom
  callmark_calls{outcome="assessed"} 10
  callmark_calls{outcome="too_little"} 0
  callmark_calls{outcome="not_assessable"} 1
  callmark_calls{outcome="refused"} 0
  $ ls -A | grep part
  [1]
  $ callmark report -q --period=2026-W43 --metrics=nowhere/out.prom -o out $calls
  nowhere/out.prom: error: cannot be written: No such file or directory
  [73]

A file that grows while it is read is still being delivered: it is named, and none of its
calls are in the report, but the others are. So it is with one of records.

  $ . "$ROOT"/tests/stories/counter.sh
  $ row() { sed 's/.*/G-&,agent,hello\nG-&,customer,hello/'; }
  $ { echo call_id,speaker,text; seq 40000 | row; } >growing.csv
  $ callmark score -q -r counter.yaml growing.csv >growing.ndjson
  $ grow() { while [ -e go ]; do echo 40001 | row >>$1; done; }
  $ touch go; grow growing.csv &
  $ callmark report -q -r counter.yaml -o grown calls.csv growing.csv; echo $?; rm go; wait
  growing.csv: error: it changed while it was read: read it when it is whole
  65
  $ cut -d, -f1 grown/scores.csv | sort -u
  B-1
  B-2
  B-3
  call
  $ grep '"path": "growing' grown/manifest.json | sed 's/.*"calls"/"calls"/'
  "calls": 0, "refused": 0}
  $ touch go; grow growing.ndjson &
  $ callmark report -q -r counter.yaml -o grown calls.csv growing.ndjson 2>&1 | grep 'while it was'; rm go; wait
  growing.ndjson: error: it changed while it was read: read it when it is whole
  $ cut -d, -f1 grown/scores.csv | sort -u
  B-1
  B-2
  B-3
  call

Nor does a store take any of it, until the run after that takes all:

  $ touch go; grow growing.csv &
  $ callmark score --store grown.db -r counter.yaml -o half calls.csv growing.csv; echo $?; rm go; wait
  growing.csv: error: it changed while it was read: read it when it is whole
  grown.db: 3 scorecards, 3 of them new or changed
  65
  $ callmark score -q --store grown.db -r counter.yaml -o now growing.csv
  $ callmark score --store other.db -r counter.yaml -o now calls.csv growing.csv
  other.db: 40004 scorecards, 40004 of them new or changed
  $ for db in grown.db other.db; do callmark report -q -r counter.yaml --store $db -o of-$db; done
  $ cmp <(sort of-grown.db/scorecards.ndjson) <(sort of-other.db/scorecards.ndjson)

The next run takes it.

  $ callmark report -q -r counter.yaml -o grown calls.csv growing.csv 2>/dev/null
  $ cut -d, -f1 grown/scores.csv | sort -u | wc -l
  40005

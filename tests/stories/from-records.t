A report from the records that `score` wrote is the report from the transcripts.

  $ calls="$ROOT/samples/calls.csv $ROOT/samples/text"
  $ callmark score $calls >records.ndjson
  $ callmark report -q -o from-calls $calls
  $ callmark report -q -o from-records records.ndjson
  $ diff -r -x manifest.json from-calls from-records
  $ cmp records.ndjson from-records/scorecards.ndjson

In parts, in any number, beside transcripts, out of a pipe; and from its own output:

  $ . "$ROOT"/tests/stories/counter.sh
  $ report() { callmark report -q -r counter.yaml "$@"; }
  $ callmark score -r counter.yaml $calls >counter.ndjson
  $ report -o whole counter.ndjson
  $ split -l 10 counter.ndjson part-
  $ report -o parts part-*
  $ diff -r -x manifest.json whole parts
  $ report -o itself whole/scorecards.ndjson
  $ diff -r -x manifest.json whole itself
  $ report --from records -o pipe - <counter.ndjson
  $ diff -r -x manifest.json whole pipe
  $ callmark score -r counter.yaml "$ROOT"/samples/calls.csv >some.ndjson
  $ report -o both some.ndjson "$ROOT"/samples/text
  $ diff -r -x manifest.json whole both

An agent's part of a call has what was said to that agent and by that agent:

  $ cat >handed.csv <<'EOF'
  > call_id,speaker,agent,text
  > H-1,agent,ada,Good morning
  > H-1,customer,,I need my atlas.
  > H-1,agent,ben,I'm sorry. It is here.
  > H-1,customer,,Goodbye
  > EOF
  $ callmark score -r counter.yaml handed.csv >handed.ndjson
  $ grep -o '"said.*]],' handed.ndjson
  "said":[["agent",null,"Good morning"]],
  "said_from":2,"said":[["customer",null,"I need my atlas."],["agent",null,"I'm sorry. It is here."],["customer",null,"Goodbye"]],
  $ report -o handed handed.csv
  $ report -o handed-over handed.ndjson
  $ diff -r -x manifest.json handed handed-over

Records of version 1 had the words only, and neither what was said around them nor the
place of the pattern; they are read as before:

  $ sed 's/"record":2/"record":1/; s/,"at":"[^"]*"//g; s/,"said.*]]//' counter.ndjson >old.ndjson
  $ grep -c 'said\|"at"' old.ndjson
  0
  [1]
  $ report -o old old.ndjson
  $ cmp whole/scores.csv old/scores.csv
  $ cmp whole/marks.csv old/marks.csv

Records of another rubric are not this one's marks:

  $ callmark score -r counter.yaml calls.csv >counter.ndjson
  $ callmark report -o report counter.ndjson
  counter.ndjson:1:1: error: call 'B-1' was marked by another rubric: 'counter' *, not 'five-principles' * (glob)
  counter.ndjson:2:1: error: call 'B-2' was marked by another rubric: 'counter' *, not 'five-principles' * (glob)
  counter.ndjson:3:1: error: call 'B-3' was marked by another rubric: 'counter' *, not 'five-principles' * (glob)
  callmark: error: nothing written: no call could be read
  [65]
  $ sed 's/Good morning$/Good day/; s/any: \[good morning/any: [good day/; s/\[Good morning to/[Good day to/' counter.yaml >changed.yaml
  $ callmark report -q -r changed.yaml -o report counter.ndjson 2>&1 | grep -c 'another rubric'
  3

A record cut off is refused, the others are not:

  $ head -c -20 counter.ndjson >cut.ndjson
  $ callmark report -r counter.yaml -o report cut.ndjson
  cut.ndjson:3:*: error: bad JSON: * (glob)
  2 calls of 2 agents: report/team.xlsx and 2 workbooks in report/agents
  [65]

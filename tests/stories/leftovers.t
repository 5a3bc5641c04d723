What a run left that was killed goes with the next one; files that no report makes stay.

  $ . "$ROOT"/tests/stories/counter.sh
  $ mkdir -p report/.next/agents
  $ touch report/.next/agents/zoe.xlsx report/.next/team.xlsx report/.notes.part
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ find report -name '.*'
  report/.lock
  report/.notes.part

A link in the place of an unfinished file is removed, not followed:

  $ echo precious >victim
  $ ln -s victim .records.ndjson.part
  $ ln -s ../victim report/.next
  $ callmark score -q -r counter.yaml -o records.ndjson calls.csv
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ cat victim
  precious
  $ find . -type l

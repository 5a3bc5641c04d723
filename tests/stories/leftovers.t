What a run left that was killed goes with the next one, also when that knows nothing of it:
the agent has gone, the list of problems is not needed.

  $ . "$ROOT"/tests/stories/counter.sh
  $ mkdir -p report/agents
  $ touch report/agents/.zoe.xlsx.part report/.problems.csv.part report/.notes.part
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ find report -name '.*.part'
  report/.notes.part

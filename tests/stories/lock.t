Two reports into one folder: the second waits, or says that it may be tried again (75).

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ flock report/.lock callmark report -r counter.yaml --lock-timeout 0 -o report calls.csv
  report: error: in use by another run (waited 0 seconds)
  [75]

When the first ends in time, all is well:

  $ flock report/.lock sh -c 'touch held; sleep 0.3' &
  $ for _ in $(seq 400); do [ -e held ] && break; sleep 0.05; done
  $ callmark report -r counter.yaml --lock-timeout 5 -o report calls.csv
  3 calls of 2 agents: report/team.xlsx and 2 workbooks in report/agents

Nobody else's folder is in the way:

  $ flock report/.lock callmark report -r counter.yaml --lock-timeout 0 -o other calls.csv
  3 calls of 2 agents: other/team.xlsx and 2 workbooks in other/agents

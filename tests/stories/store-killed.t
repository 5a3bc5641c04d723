Runs that are killed while they add to a store leave all of their calls there or none, and
never hinder the next ones (make check-all kills a hundred):

  $ "$ROOT"/tests/kill-store 4
  4 runs killed

Runs that begin at once, on a store that is not there yet, all add to it:

  $ . "$ROOT"/tests/stories/counter.sh
  $ for n in 1 2 3 4 5 6; do
  >     sed "s/B-/R$n-/" calls.csv >run$n.csv
  >     callmark score -q -r counter.yaml --store history.db --lock-timeout 60 run$n.csv >/dev/null ||
  >         echo "status $?" &
  > done; wait
  $ callmark report -q -r counter.yaml -o report --store history.db
  $ grep -c . report/scorecards.ndjson
  18
  $ ls history.db*
  history.db

What two runs add at once they add one after the other; each call is there once:

  $ for n in 1 2; do callmark score -q -r counter.yaml --store history.db run1.csv calls.csv >/dev/null & done; wait
  $ callmark report -q -r counter.yaml -o report --store history.db
  $ grep -c . report/scorecards.ndjson
  21

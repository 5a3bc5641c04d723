Runs that die.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ cp -R report before
  $ sed 's/ada/ann/; s/B-/C-/' calls.csv >new.csv
  $ begin() {
  >   { "$@" 2>&3 & echo $! >pid; wait $!; echo "status $?" >status; } 3>&2 2>/dev/null &
  > }
  $ end() { wait; cat status; }
  $ await() { for _ in $(seq 400); do [ -e "$1" ] && return; sleep 0.05; done; }

A pipe in the place of an unfinished file holds a run up in the middle: its workbooks are
made, not yet put in their places. There it is killed.

  $ mkfifo report/.scores.csv.part
  $ begin callmark report -q -j1 -r counter.yaml -o report new.csv
  $ await report/agents/.ben.xlsx.part
  $ kill -KILL $(cat pid)
  $ end
  status 137

The last report is whole:

  $ rm report/.scores.csv.part
  $ diff -r before report
  Only in report: .team.xlsx.part
  Only in report/agents: .ann.xlsx.part
  Only in report/agents: .ben.xlsx.part
  [1]

The next run is not hindered, and clears up:

  $ callmark report -q -r counter.yaml -o report new.csv
  $ ls -A report report/agents
  report:
  .lock
  agents
  manifest.json
  marks.csv
  scorecards.ndjson
  scores.csv
  team.xlsx
  
  report/agents:
  ann.xlsx
  ben.xlsx
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ diff -r before report

Asked to end (SIGTERM), the program clears up by itself and dies by the signal:

  $ mkfifo report/.scores.csv.part
  $ begin callmark report -q -j1 -r counter.yaml -o report new.csv
  $ await report/agents/.ben.xlsx.part
  $ kill -TERM $(cat pid)
  $ cat report/.scores.csv.part >/dev/null
  $ end
  status 143
  $ diff -r before report

So does a filter that writes to a file:

  $ echo precious >records.ndjson
  $ mkfifo line
  $ begin callmark score -r counter.yaml -o records.ndjson line
  $ exec 9>line
  $ head -2 calls.csv >&9
  $ await .records.ndjson.part
  $ kill -TERM $(cat pid)
  $ end
  status 143
  $ exec 9>&-
  $ cat records.ndjson
  precious
  $ ls -A | grep part
  [1]

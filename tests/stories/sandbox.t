The program holds itself to the files that its command line names, where the kernel can
hold it to that: Landlock. Where it cannot, nothing is told.

  $ strace -o trace callmark list kinds >/dev/null 2>&1 || exit 80
  $ grep -q '^landlock_restrict_self(.*) = 0' trace || exit 80
  $ . "$ROOT"/tests/stories/counter.sh
  $ mkdir inbox words elsewhere out
  $ mv calls.csv inbox
  $ mv counter.yaml words

What is not named cannot be read, here a file that becomes a link after the run has begun:

  $ cp inbox/calls.csv elsewhere
  $ mkfifo wait
  $ late() {
  >   rm -f out/*; cp elsewhere/calls.csv inbox/later.csv
  >   callmark score -q -j1 -r words/counter.yaml -o out/records.ndjson "$@" -f csv - inbox/later.csv <wait & exec 9>wait
  >   for _ in $(seq 200); do [ -e out/.records.ndjson.part ] && break; sleep 0.05; done
  >   ln -sf ../elsewhere/calls.csv inbox/later.csv
  >   sed 's/B-/A-/' elsewhere/calls.csv >&9; exec 9>&-
  >   wait $!; echo "status $?"; grep -c . out/records.ndjson
  > } 2>&1
  $ late
  inbox/later.csv: error: cannot read: permission denied
  status 65
  3
  $ late --no-sandbox
  status 0
  6
  $ rm inbox/later.csv

Links among the inputs lead where they lead, and so does the name of an output:

  $ mv inbox/calls.csv elsewhere
  $ ln -s ../elsewhere/calls.csv inbox/calls.csv
  $ callmark score -q -r words/counter.yaml -o out/records.ndjson inbox
  $ grep -c . out/records.ndjson
  3
  $ callmark report -q -r words/counter.yaml -o out/new/report --store out/history.db inbox
  $ ls out/new/report
  agents
  manifest.json
  marks.csv
  scorecards.ndjson
  scores.csv
  summary.txt
  team.xlsx

The same bytes without it:

  $ callmark report -q --no-sandbox -r words/counter.yaml -o out/old/report --store out/other.db inbox
  $ diff -r out/new out/old
  $ strace -o trace callmark list --no-sandbox kinds >/dev/null
  $ grep -c landlock trace
  0
  [1]

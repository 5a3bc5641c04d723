The parts of any number of shards are those of one run: its records, its workbooks.

  $ mkdir -p in/chats
  $ cp "$ROOT"/samples/calls.csv in
  $ cp "$ROOT"/samples/text/* in/chats
  $ callmark score -q in >one.ndjson
  $ callmark report -q -o one in
  $ for n in 1 3 12; do
  >   for i in $(seq 0 $((n - 1)) | sort -R --random-source=one.ndjson); do
  >     callmark score -q -j$((i % 3 + 1)) --shard "$i/$n" -o "parts$n/" in
  >   done
  >   callmark score -q --merge "parts$n" | cmp - one.ndjson
  >   callmark report -q -j$n -o "report$n" "parts$n"
  >   diff -r -x manifest.json one "report$n"
  > done

Put together in a tree, and from several folders, they are the same:

  $ part() { echo "parts12/part-000$1-of-00012.ndjson"; }
  $ callmark score --merge -o tree/ $(part 03) $(part 01) $(part 02)
  $ callmark score --merge -o tree/ $(part 07) $(part 06) $(part 05) $(part 04)
  $ mkdir other && mv parts12/part-0000[89]* parts12/part-0001* other
  $ callmark score --merge -o tree/ other
  $ ls tree
  part-00001-00003-of-00012.json
  part-00001-00003-of-00012.ndjson
  part-00004-00007-of-00012.json
  part-00004-00007-of-00012.ndjson
  part-00008-00011-of-00012.json
  part-00008-00011-of-00012.ndjson
  $ callmark score --merge tree $(part 00) | cmp - one.ndjson
  $ callmark score --merge -o top/ tree $(part 00)
  $ ls top
  part-00000-00011-of-00012.json
  part-00000-00011-of-00012.ndjson
  $ callmark report -q -o top-report top
  $ diff -r -x manifest.json one top-report

A history is fed from parts, and twice is once:

  $ callmark report -o stored --store history parts3
  history: 37 scorecards, 37 of them new or changed
  37 calls of 4 agents: stored/team.xlsx and 4 workbooks in stored/agents
  $ callmark report -o stored --store history parts3
  history: 3 files were delivered before, and add nothing (parts3/part-00000-of-00003.ndjson)
  37 calls of 4 agents: stored/team.xlsx and 4 workbooks in stored/agents
  $ callmark report -o stored --store history top
  history: 37 scorecards, 0 of them new or changed
  37 calls of 4 agents: stored/team.xlsx and 4 workbooks in stored/agents
  $ diff -r -x manifest.json one stored

What is missing is named, and nothing is made of the rest, unless that is asked for:

  $ rm parts3/part-00001*
  $ callmark score --merge parts3 >nothing
  parts3/part-00001-of-00003.ndjson: error: missing part (make it again, or --allow-missing does without it)
  callmark: error: nothing written: parts were refused
  [65]
  $ wc -c <nothing
  0
  $ callmark report -o without parts3
  parts3/part-00001-of-00003.ndjson: error: missing part (make it again, or --allow-missing does without it)
  callmark: error: nothing written: parts were refused
  [65]
  $ test -e without
  [1]
  $ callmark report -q -o without --allow-missing --html parts3
  parts3/part-00001-of-00003.ndjson: warning: missing part (its calls are in no figure)
  $ grep -ho 'Not all calls[^<]*' without/agents/*.html | sort | uniq -c
        4 Not all calls are here: 1 of 3 parts is missing (shard 1).
  $ grep missing without/problems.csv
  parts3/part-00001-of-00003.ndjson,,,,missing part (its calls are in no figure),warning

Runs that die. strace stops them at a chosen system call; where it may not, nothing is told.

  $ strace -o /dev/null true 2>/dev/null || exit 80
  $ . "$ROOT"/tests/stories/counter.sh
  $ export ASAN_OPTIONS=detect_leaks=0
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ cp -R report before
  $ sed 's/ada/ann/; s/B-/C-/' calls.csv >new.csv
  $ strike() {
  >   at=$1; shift
  >   ( strace -f -qq -o /dev/null -e trace="${at%%:*}" -e inject="$at" "$@"; exit $? ) 2>/dev/null
  >   echo "status $?"
  > }
  $ new_report() { strike "$1" callmark report -q -j1 -r counter.yaml -o report new.csv; }

Killed while the new report is being written, the last one is whole, and what is unfinished
stands apart:

  $ new_report fsync:signal=KILL:when=2
  status 137
  $ diff -r before report
  Only in report: .next
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
  summary.txt
  team.xlsx
  
  report/agents:
  ann.xlsx
  ben.xlsx
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ diff -r before report

Killed while the files change places, the folder has no manifest: it is neither the old
report nor the new one, and does not say that it is. The next run mends it.

  $ new_report renameat2:signal=KILL:when=2
  status 137
  $ ls report
  agents
  marks.csv
  scorecards.ndjson
  scores.csv
  summary.txt
  team.xlsx
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ diff -r before report

Where one file cannot take its place, none does:

  $ new_report renameat2:error=EIO:when=3
  status 74
  $ diff -r before report

Asked to end, a filter that writes to a file clears up and dies by the signal:

  $ echo precious >records.ndjson
  $ mkfifo line
  $ await() { for _ in $(seq 400); do [ -n "$(find . -path "$1")" ] && return; sleep 0.05; done; }
  $ end_by() {
  >   callmark score -r counter.yaml -o records.ndjson line & exec 9>line
  >   head -2 calls.csv >&9; await ./.records.ndjson.part; kill -$1 $!; wait $!
  >   echo "status $?"; exec 9>&-
  > } 2>/dev/null
  $ for signal in TERM HUP USR1 XCPU; do end_by $signal; done
  status 143
  status 129
  status 138
  status 152

While files change places, a report first ends that:

  $ new_report renameat2:signal=TERM:when=2
  status 143
  $ ls -A report
  .lock
  agents
  manifest.json
  marks.csv
  scorecards.ndjson
  scores.csv
  summary.txt
  team.xlsx
  $ callmark report -q -r counter.yaml -o again new.csv
  $ diff -r again report

A limit of a file's size is an error of the write:

  $ (ulimit -f 1; callmark score -r counter.yaml -o records.ndjson calls.csv)
  callmark: error: cannot write 'records.ndjson': File too large
  [73]
  $ cat records.ndjson
  precious
  $ ls -A | grep part
  [1]

A stack that is too small for what comes is want of memory, and said at once:

  $ (ulimit -s 64; callmark list kinds)
  callmark: error: out of memory: the stack must have 120 KB (ulimit -s)
  [75]
  $ (ulimit -s 128; callmark score -q -r counter.yaml calls.csv | wc -l)
  3

A folder of parts that cannot be read to its end is not taken for one of transcripts:

  $ callmark score -q -r counter.yaml -o parts/ calls.csv
  $ fail() { strace -f -qq -o /dev/null -P "$PWD/parts" -e trace=getdents64 -e inject=getdents64:error=EIO:when=$1 "${@:2}"; }
  $ for at in $(seq 9); do fail $at callmark report -q -r counter.yaml -o from-parts parts || echo "status $?"; done 2>&1 | sort -u
  callmark: error: cannot read 'parts': Input/output error
  status 66

A full disk: try again later (75). The last report stays as it was.

A small disk of our own can be had by root, or in a name space:

  $ small='unshare --mount'
  $ [ "$(id -u)" = 0 ] || small='unshare --mount --map-root-user'
  $ mkdir disk
  $ $small mount -t tmpfs none disk 2>/dev/null || exit 80
  $ . "$ROOT"/tests/stories/counter.sh
  $ cat >steps.sh <<'EOF'
  > mount -t tmpfs -o size=256k none disk
  > callmark report -r counter.yaml -o disk/report calls.csv
  > find disk -type f | sort | xargs md5sum >before
  > cat /dev/zero >disk/ballast 2>/dev/null
  > for command in 'report -o disk/report' 'report -o disk/other' 'score -o disk/records.ndjson' \
  >   'convert -o disk/calls.ndjson'; do
  >   case $command in convert*) ;; *) command="$command -r counter.yaml -j1" ;; esac
  >   callmark $command calls.csv
  >   echo "status $?"
  > done
  > rm disk/ballast
  > find disk -type f ! -name .lock | sort
  > md5sum --quiet --check before
  > callmark report -r counter.yaml -o disk/report calls.csv
  > EOF
  $ $small bash steps.sh
  3 calls of 2 agents: disk/report/team.xlsx and 2 workbooks in disk/report/agents
  disk/report/scores.csv: error: cannot be written: No space left on device
  status 75
  disk/other/scores.csv: error: cannot be written: No space left on device
  status 75
  callmark: error: cannot write 'disk/records.ndjson': No space left on device
  status 75
  callmark: error: cannot write 'disk/calls.ndjson': No space left on device
  status 75
  disk/report/agents/ada.xlsx
  disk/report/agents/ben.xlsx
  disk/report/manifest.json
  disk/report/marks.csv
  disk/report/scorecards.ndjson
  disk/report/scores.csv
  disk/report/summary.txt
  disk/report/team.xlsx
  3 calls of 2 agents: disk/report/team.xlsx and 2 workbooks in disk/report/agents

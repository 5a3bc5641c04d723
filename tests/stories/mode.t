What is written holds what people said: only its owner may read it, unless more is asked for.

  $ . "$ROOT"/tests/stories/counter.sh
  $ umask 022
  $ callmark score -q -r counter.yaml -o records.ndjson calls.csv
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ stat -c '%a %n' records.ndjson report report/agents report/team.xlsx report/scores.csv
  600 records.ndjson
  700 report
  700 report/agents
  600 report/team.xlsx
  600 report/scores.csv

For coaches who read it on a share:

  $ callmark report -q -r counter.yaml -o shared --mode 0640 calls.csv
  $ stat -c '%a %n' shared shared/agents shared/team.xlsx shared/agents/ada.xlsx
  750 shared
  750 shared/agents
  640 shared/team.xlsx
  640 shared/agents/ada.xlsx

Figures for Prometheus are read by its exporter, and nothing that was said is in them:

  $ callmark report -q -r counter.yaml -o report --metrics callmark.prom calls.csv
  $ stat -c '%a %n' callmark.prom report/team.xlsx
  644 callmark.prom
  600 report/team.xlsx

What is no such mode is refused:

  $ for mode in 640 0777 0440 64 everybody; do
  >   callmark score -q -r counter.yaml -o records.ndjson --mode $mode calls.csv 2>&1 | head -1
  > done
  callmark score: bad value '0777' for --mode (expected MODE)
  callmark score: bad value '0440' for --mode (expected MODE)
  callmark score: bad value '64' for --mode (expected MODE)
  callmark score: bad value 'everybody' for --mode (expected MODE)

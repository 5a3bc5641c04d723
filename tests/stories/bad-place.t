Outputs that cannot be made: 73, and nothing half-written.

  $ . "$ROOT"/tests/stories/counter.sh
  $ humbly() { "$@"; }
  $ if [ "$(id -u)" = 0 ]; then
  >   humbly() { setpriv --bounding-set=-dac_override,-dac_read_search "$@"; }
  > fi

A folder that may not be written to:

  $ mkdir glass
  $ chmod 555 glass
  $ humbly callmark report -r counter.yaml -o glass calls.csv
  glass: error: cannot be written: Permission denied
  [73]
  $ humbly callmark report -r counter.yaml -o glass/report calls.csv
  glass/report: error: cannot be written: Permission denied
  [73]
  $ humbly callmark score -r counter.yaml -o glass/records.ndjson calls.csv
  callmark: error: cannot write 'glass/records.ndjson': Permission denied
  [73]
  $ ls -A glass

A file where a folder should be; a folder is for parts:

  $ echo precious >file
  $ callmark report -r counter.yaml -o file calls.csv
  file: error: cannot be written: Not a directory
  [73]
  $ callmark report -r counter.yaml -o file/report calls.csv
  file/report: error: cannot be written: Not a directory
  [73]
  $ cat file
  precious
  $ mkdir folder
  $ callmark find -r counter.yaml -o folder calls.csv
  callmark: error: cannot write 'folder': Is a directory
  [73]
  $ callmark score -r counter.yaml -o file/ calls.csv
  callmark: error: cannot write 'file/': Not a directory
  [73]
  $ ls -A
  calls.csv
  counter.yaml
  file
  folder
  glass

A folder that is not there: `score` does not make one, `report` does.

  $ callmark score -r counter.yaml -o new/records.ndjson calls.csv
  callmark: error: cannot write 'new/records.ndjson': No such file or directory
  [73]
  $ callmark report -r counter.yaml -o new/deep/report calls.csv
  3 calls of 2 agents: new/deep/report/team.xlsx and 2 workbooks in new/deep/report/agents
  $ ls new/deep/report
  agents
  manifest.json
  marks.csv
  scorecards.ndjson
  scores.csv
  summary.txt
  team.xlsx
  $ callmark report -r counter.yaml calls.csv
  callmark: error: no folder to write to (give -o DIR)
  [64]

The folder of a report: what is ours comes and goes, what is not ours stays.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark report -r counter.yaml -o report calls.csv
  3 calls of 2 agents: report/team.xlsx and 2 workbooks in report/agents
  $ find report -type f | sort
  report/.lock
  report/agents/ada.xlsx
  report/agents/ben.xlsx
  report/manifest.json
  report/marks.csv
  report/scorecards.ndjson
  report/scores.csv
  report/summary.txt
  report/team.xlsx
  $ grep -A 8 outputs report/manifest.json | sed 's/"bytes.*"}/.../'
    "outputs": [
      {"path": "agents/ada.xlsx", ...,
      {"path": "agents/ben.xlsx", ...,
      {"path": "team.xlsx", ...,
      {"path": "scores.csv", ...,
      {"path": "marks.csv", ...,
      {"path": "scorecards.ndjson", ...,
      {"path": "summary.txt", ...
    ]

Ben has left. His workbook goes; the coach's notes, and a workbook nobody made here, stay:

  $ touch report/notes.txt report/agents/notes.txt report/agents/zoe.xlsx report/ben.xlsx
  $ grep -v ben calls.csv >now.csv
  $ callmark report -r counter.yaml -o report now.csv
  2 calls of 1 agent: report/team.xlsx and 1 workbook in report/agents
  $ find report -type f | sort
  report/.lock
  report/agents/ada.xlsx
  report/agents/notes.txt
  report/agents/zoe.xlsx
  report/ben.xlsx
  report/manifest.json
  report/marks.csv
  report/notes.txt
  report/scorecards.ndjson
  report/scores.csv
  report/summary.txt
  report/team.xlsx

A manifest that somebody has tampered with leads nowhere else:

  $ mkdir -p outside/agents
  $ touch outside/agents/ada.xlsx precious.xlsx
  $ sed -i 's|"outputs": \[|&"../precious.xlsx", "agents/../../precious.xlsx",|' report/manifest.json
  $ sed -i 's|"outputs": \[|&"../outside/agents/ada.xlsx", "notes.txt", "agents/notes.txt",|' report/manifest.json
  $ callmark report -q -r counter.yaml -o report now.csv
  $ find precious.xlsx outside report -name '*.txt' -o -name precious.xlsx -o -path 'outside*ada*' | sort
  outside/agents/ada.xlsx
  precious.xlsx
  report/agents/notes.txt
  report/notes.txt
  report/summary.txt
  $ echo nonsense >report/manifest.json
  $ callmark report -q -r counter.yaml -o report now.csv
  $ head -2 report/manifest.json
  {
    "manifest": 1,

The same calls give the same bytes, whatever was there before:

  $ callmark report -q -r counter.yaml -o fresh now.csv
  $ diff -r fresh report
  Only in report/agents: notes.txt
  Only in report/agents: zoe.xlsx
  Only in report: ben.xlsx
  Only in report: notes.txt
  [1]

A workbook bears the time of the newest call, or the one that is asked for:

  $ unzip -p fresh/team.xlsx docProps/core.xml | grep -o '>[0-9-]*T[0-9:]*Z<'
  >2026-03-09T16:15:00Z<
  >2026-03-09T16:15:00Z<
  $ SOURCE_DATE_EPOCH=1 callmark report -q -r counter.yaml -o fresh now.csv
  $ unzip -p fresh/team.xlsx docProps/core.xml | grep -o '>[0-9-]*T[0-9:]*Z<'
  >1970-01-01T00:00:01Z<
  >1970-01-01T00:00:01Z<

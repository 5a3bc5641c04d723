One id is one call, whether it comes as a transcript or as a record of one.

  $ printf 'call_id,speaker,text\nK-1,agent,monday\n' >monday.csv
  $ callmark score monday.csv >monday.ndjson
  $ callmark report -o report monday.ndjson monday.ndjson
  monday.ndjson: note: 1 call has been read already, the same, the first from monday.ndjson:1
  1 call of 1 agent: report/team.xlsx and 1 workbook in report/agents
  $ callmark report -o report monday.ndjson monday.csv
  monday.csv: note: 1 call has been read already, the same, the first from monday.ndjson:1
  1 call of 1 agent: report/team.xlsx and 1 workbook in report/agents
  $ wc -l <report/scorecards.ndjson
  1

One id is one call, whether it comes as a transcript or as a record of one.

  $ printf 'call_id,speaker,text\nK-1,agent,monday\n' >monday.csv
  $ callmark score monday.csv >monday.ndjson
  $ callmark report -q -o report monday.ndjson monday.ndjson
  monday.ndjson: note: 1 call has been read already, the same, the first from monday.ndjson:1
  $ callmark report -q -o report monday.ndjson monday.csv
  monday.csv: note: 1 call has been read already, the same, the first from monday.ndjson:1
  $ wc -l <report/scorecards.ndjson
  1

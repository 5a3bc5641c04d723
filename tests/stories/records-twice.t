One id is one call, whether it comes as a transcript or as a record of one.

  $ printf 'call_id,speaker,text\nK-1,agent,monday\n' >monday.csv
  $ callmark score monday.csv >monday.ndjson
  $ callmark report -q -o report monday.ndjson monday.ndjson
  monday.ndjson:1:1: error: call 'K-1' has been read already, from monday.ndjson:1
  [65]
  $ callmark report -q -o report monday.ndjson monday.csv
  monday.csv:2:1: error: call 'K-1' has been read already, from monday.ndjson:1
  [65]
  $ wc -l <report/scorecards.ndjson
  1

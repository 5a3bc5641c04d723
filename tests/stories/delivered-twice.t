What is delivered twice is the same, and no mistake: it is read once, and that is said once.

  $ . "$ROOT"/tests/stories/counter.sh
  $ cp calls.csv again.csv
  $ callmark convert calls.csv again.csv | wc -l
  again.csv: note: 3 calls have been read already, the same, the first from calls.csv:2
  3
  $ callmark report -r counter.yaml -o report calls.csv again.csv
  again.csv: note: 3 calls have been read already, the same, the first from calls.csv:2
  3 calls of 2 agents: report/team.xlsx and 2 workbooks in report/agents
  $ wc -l <report/problems.csv
  /bin/bash: line 10: report/problems.csv: No such file or directory
  [1]

So it is with another format of the same, with records, and within one file:

  $ callmark convert calls.csv >calls.ndjson
  $ cat calls.ndjson calls.ndjson >doubled.ndjson
  $ callmark convert doubled.ndjson | cmp - calls.ndjson
  doubled.ndjson: note: 3 calls have been read already, the same, the first from doubled.ndjson:1
  $ callmark score -q -r counter.yaml calls.csv >records.ndjson
  $ callmark report -r counter.yaml -o report records.ndjson records.ndjson calls.csv
  records.ndjson: note: 3 calls have been read already, the same, the first from records.ndjson:1
  calls.csv: note: 3 calls have been read already, the same, the first from records.ndjson:1
  3 calls of 2 agents: report/team.xlsx and 2 workbooks in report/agents
  $ wc -l <report/scorecards.ndjson
  3

A call that is not the same has lost something somewhere, and is refused. Of many, twenty are
said and all are listed:

  $ seq 100 | sed 's/.*/K-&,agent,good morning/; 1i call_id,speaker,text' >monday.csv
  $ sed 's/agent/customer/' monday.csv >tuesday.csv
  $ callmark report -r counter.yaml -o report monday.csv tuesday.csv 2>&1 | sed -n '1p; 20,$p'
  tuesday.csv:2:1: error: call 'K-1' has been read already, from monday.csv:2
  tuesday.csv:21:1: error: call 'K-20' has been read already, from monday.csv:21
  tuesday.csv: note: 80 more calls that have been read already
  100 calls of 1 agent: report/team.xlsx and 1 workbook in report/agents
  $ grep -c 'read already' report/problems.csv
  100
  $ callmark score -q -r counter.yaml monday.csv >monday.ndjson
  $ callmark score -q -r counter.yaml tuesday.csv >tuesday.ndjson
  $ callmark report -r counter.yaml -o report monday.ndjson tuesday.ndjson 2>&1 | sed -n '1p; 20,$p'
  tuesday.ndjson:1:1: error: call 'K-1' has been read already, from monday.ndjson:1
  tuesday.ndjson:20:1: error: call 'K-20' has been read already, from monday.ndjson:20
  tuesday.ndjson: note: 80 more records refused
  100 calls of 1 agent: report/team.xlsx and 1 workbook in report/agents
  $ sed 's/$/,more/; 1s/,more//' monday.csv >wide.csv
  $ callmark report -r counter.yaml -o report wide.csv 2>&1 | sed -n '1p; 20,$p'
  wide.csv:2:24: error: row of 4 cells under a header of 3
  wide.csv:21:25: error: row of 4 cells under a header of 3
  wide.csv: note: 80 more calls refused
  callmark: error: nothing written: no call could be read

What was refused, or is doubtful, stands in problems.csv, for those who do not read terminals.

  $ . "$ROOT"/tests/stories/counter.sh
  $ cat >bad.csv <<'EOF'
  > call_id,agent,speaker,start,text
  > X-1,ada,agent,0,"Hello, here is a call
  > X-2,ada,agent,0,Hello
  > X-2,ada,customer,later,"So, where is it?"
  > "X-3, the odd one",ben,agent,0
  > EOF
  $ callmark report -r counter.yaml -o report calls.csv bad.csv missing.csv
  missing.csv: error: cannot read: no such file or directory
  bad.csv:2:17: error: quoted cell opened here has text after its closing quote
  bad.csv:4:18: error: bad time of 5 characters
  bad.csv:5:31: error: row of 4 cells under a header of 5
  4 calls of 2 agents: report/team.xlsx and 2 workbooks in report/agents
  [65]
  $ cat report/problems.csv
  file,line,column,call,reason,level
  missing.csv,,,,cannot read: no such file or directory,error
  bad.csv,2,17,X-1,quoted cell opened here has text after its closing quote,error
  bad.csv,4,18,X-2,bad time of 5 characters,error
  bad.csv,5,31,"X-3, the odd one",row of 4 cells under a header of 5,error
  $ ls report
  agents
  manifest.json
  marks.csv
  problems.csv
  scorecards.ndjson
  scores.csv
  summary.txt
  team.xlsx
  $ grep counts report/manifest.json
    "counts": {"calls": 4, "assessed": 3, "too_little": 0, "not_assessable": 1, "refused": 2, "agents": 2, "problems": 4},

With --strict nothing is written, and what was there stays:

  $ cp -R report before
  $ callmark report -q --strict -r counter.yaml -o report calls.csv missing.csv
  missing.csv: error: cannot read: no such file or directory
  callmark: error: nothing written: some input was refused (--strict)
  [65]
  $ diff -r before report
  $ callmark report -q --strict -r counter.yaml -o new calls.csv missing.csv
  missing.csv: error: cannot read: no such file or directory
  callmark: error: nothing written: some input was refused (--strict)
  [65]
  $ ls new
  ls: cannot access 'new': No such file or directory
  [2]
  $ callmark score --strict -r counter.yaml calls.csv missing.csv
  missing.csv: error: cannot read: no such file or directory
  callmark: error: nothing written: some input was refused (--strict)
  [65]
  $ callmark score --strict -r counter.yaml -o records.ndjson calls.csv missing.csv
  missing.csv: error: cannot read: no such file or directory
  callmark: error: nothing written: some input was refused (--strict)
  [65]
  $ callmark convert --strict calls.csv missing.csv
  missing.csv: error: cannot read: no such file or directory
  [65]
  $ ls -A
  bad.csv
  before
  calls.csv
  counter.yaml
  report

When all is well again, the list goes:

  $ callmark report -q -r counter.yaml -o report calls.csv
  $ ls report
  agents
  manifest.json
  marks.csv
  scorecards.ndjson
  scores.csv
  summary.txt
  team.xlsx
  $ grep counts report/manifest.json
    "counts": {"calls": 3, "assessed": 3, "too_little": 0, "not_assessable": 0, "refused": 0, "agents": 2, "problems": 0},

--calls: a table beside the transcripts tells what they lack.

  $ mkdir calls
  $ printf 'Agent: Good morning.\nCustomer: Hello.\n' >calls/a1.txt
  $ printf 'Agent: Good evening.\nCustomer: Hello.\n' >calls/a2.txt
  $ cat >calls.csv <<'END'
  > file_name,agent,team,call_start,wait,csat
  > a1.txt,A7,Red,2026-03-04 09:15,45,5
  > calls/a2,A8,Red,2026-03-04T10:00:00Z,0:20,
  > a9.txt,A8,Red,2026-03-04 12:00,45,5
  > END
  $ callmark convert -v --calls calls.csv calls | sed 's/,"turns.*//'
  calls/a1.txt: read as text (lines begin with the names of roles): 1 calls, 0 refused
  calls/a2.txt: read as text (lines begin with the names of roles): 1 calls, 0 refused
  calls.csv: rows that no call has: 1
  {"call":"a1","agent":"A7","team":"Red","started_at":"2026-03-04T09:15:00Z","wait_ms":45000,"fields":{"wait":"45","csat":"5"}
  {"call":"a2","agent":"A8","team":"Red","started_at":"2026-03-04T10:00:00Z","wait_ms":20000,"fields":{"wait":"20"}

By the id of the call as well; what the transcript says itself counts, and a contradiction is told once a
file and field:

  $ cat >both.csv <<'END'
  > call_id,agent,team,speaker,text
  > 1,A1,,agent,Hello.
  > 2,A1,,agent,Hello.
  > 3,A1,,agent,Hello.
  > END
  $ printf 'id;agent;team\n1;A2;Red\n2;A2;Red\n3;A1;Red\n' >ids.csv
  $ callmark convert --calls ids.csv both.csv | cut -c 1-55
  both.csv:2:1: warning: agent is not what ids.csv says ('A1' here counts, not 'A2')
  {"call":"1","agent":"A1","team":"Red","fields":{},"turn
  {"call":"2","agent":"A1","team":"Red","fields":{},"turn
  {"call":"3","agent":"A1","team":"Red","fields":{},"turn

The same at any number of threads, and in the order of the input:

  $ callmark score -j1 --calls ids.csv both.csv >one.ndjson 2>one.txt
  $ callmark score -j8 --calls ids.csv both.csv >eight.ndjson 2>eight.txt
  $ cmp one.ndjson eight.ndjson && cmp one.txt eight.txt

A row that is wrong costs itself only; it is named with its place:

  $ printf 'id,agent,wait\n1,A1,soon\n2,A2\n1,A3,4\n3,"A4,5\n' >bad.csv
  $ callmark convert --calls bad.csv both.csv | wc -l
  bad.csv:2:6: error: bad time 'soon'
  bad.csv:3:5: error: row of 2 cells under a header of 3
  bad.csv:4:1: error: '1' has a row already, at line 2
  bad.csv:5:3: error: quoted cell opened here is not closed
  3
  $ callmark convert -q --calls bad.csv both.csv >/dev/null 2>&1
  [65]
  $ callmark convert --strict --calls bad.csv both.csv 2>/dev/null
  [65]

A table without a column for the call is none:

  $ printf 'agent,team\nA1,Red\n' >none.csv
  $ callmark convert --calls none.csv both.csv
  none.csv: error: no column for the call: looked for 'call_id', 'id', 'file' and their kin
  [64]
  $ callmark convert --calls missing.csv both.csv
  missing.csv: error: cannot read: no such file or directory
  [64]
  $ callmark convert --calls . both.csv
  .: error: cannot read: is a directory
  [64]
  $ tar -cf calls.tar none.csv
  $ callmark convert --calls calls.tar both.csv
  calls.tar: error: an archive, where a table is expected
  [64]

It may be compressed, and name a file in an archive:

  $ gzip ids.csv
  $ callmark convert -q --calls ids.csv.gz both.csv 2>/dev/null | cut -c 1-44
  {"call":"1","agent":"A1","team":"Red","field
  {"call":"2","agent":"A1","team":"Red","field
  {"call":"3","agent":"A1","team":"Red","field
  $ tar --sort=name -cf day.tar calls
  $ callmark convert -v --calls calls.csv day.tar 2>&1 | sed -n 's/,"turns.*//p;/rows/p'
  calls.csv: rows that no call has: 1
  {"call":"a1","agent":"A7","team":"Red","started_at":"2026-03-04T09:15:00Z","wait_ms":45000,"fields":{"wait":"45","csat":"5"}
  {"call":"a2","agent":"A8","team":"Red","started_at":"2026-03-04T10:00:00Z","wait_ms":20000,"fields":{"wait":"20"}

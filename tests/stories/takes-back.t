In a pipe the rows of a split call are seen to stand apart only when its first ones have been
marked. Then the mark is taken back.

  $ . "$ROOT"/tests/stories/counter.sh
  $ cat >split.csv <<EOF
  > call_id,agent,speaker,text
  > K-1,ada,agent,hello what can i do for you
  > K-2,ben,agent,hello what can i do for you
  > K-1,ada,customer,as i was saying
  > EOF
  $ cat split.csv | callmark score -r counter.yaml - | cut -c1-70
  -:4:1: error: rows of call 'K-1' are not together: the first stand at line 2 (sort the file by call, or give --unsorted)
  {"record":2,"call":"K-1","agent":"ada","agent_name":null,"team":null,"
  {"record":2,"call":"K-2","agent":"ben","agent_name":null,"team":null,"
  {"record":2,"call":"K-1","error":"rows of call 'K-1' are not together:
  $ cat split.csv | callmark report -q -r counter.yaml -o report -
  -:4:1: error: rows of call 'K-1' are not together: the first stand at line 2 (sort the file by call, or give --unsorted)
  [65]
  $ ls report/agents
  ben.xlsx

The folder that a report is written to may stand in the folder that is read; a second run does
not read what the first has written.

  $ mkdir calls
  $ cp calls.csv calls
  $ callmark report -q -r counter.yaml -o calls/report calls
  $ callmark report -q -r counter.yaml -o calls/report calls
  $ grep -c "path.*calls" calls/report/manifest.json
  1

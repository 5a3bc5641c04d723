One id is one call. Where that cannot be, the call is refused by name with both places, and
not read in part.

A call whose rows stand apart:

  $ cat >split.csv <<EOF
  > call_id,speaker,text
  > K-1,agent,good morning
  > K-2,agent,good day
  > K-2,customer,hi
  > K-1,customer,as i was saying
  > K-3,agent,hello
  > EOF
  $ callmark convert --to csv split.csv
  split.csv:5:1: error: rows of call 'K-1' are not together: the first stand at line 2 (sort the file by call, or give --unsorted)
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-2,,,,,,,,agent,,,good day
  K-2,,,,,,,,customer,,,hi
  K-3,,,,,,,,agent,,,hello
  [65]
  $ callmark convert --to csv --unsorted split.csv
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,good morning
  K-1,,,,,,,,customer,,,as i was saying
  K-2,,,,,,,,agent,,,good day
  K-2,,,,,,,,customer,,,hi
  K-3,,,,,,,,agent,,,hello

Standard input will do where it is a file. In a pipe nobody can look ahead: the first rows
have gone by when the others come, and only those are refused.

  $ callmark convert --to csv - <split.csv
  -:5:1: error: rows of call 'K-1' are not together: the first stand at line 2 (sort the file by call, or give --unsorted)
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-2,,,,,,,,agent,,,good day
  K-2,,,,,,,,customer,,,hi
  K-3,,,,,,,,agent,,,hello
  [65]
  $ cat split.csv | callmark convert --to csv -
  -:5:1: error: rows of call 'K-1' are not together: the first stand at line 2 (sort the file by call, or give --unsorted)
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,good morning
  K-2,,,,,,,,agent,,,good day
  K-2,,,,,,,,customer,,,hi
  K-3,,,,,,,,agent,,,hello
  [65]
  $ cat split.csv | callmark convert --to csv --unsorted - | cut -d, -f1,12
  call_id,text
  K-1,good morning
  K-1,as i was saying
  K-2,good day
  K-2,hi
  K-3,hello

Two calls with one id, told apart by when they started:

  $ cat >starts.csv <<EOF
  > call_id,started_at,speaker,text
  > K-1,2026-03-02T09:00:00Z,agent,good morning
  > K-1,2026-03-02T09:00:00Z,customer,hi
  > K-1,2026-03-03T15:30:00Z,agent,good afternoon
  > K-2,2026-03-02T10:00:00Z,agent,hello
  > EOF
  $ callmark convert --to csv starts.csv
  starts.csv:4:5: error: call 'K-1' has two starts: '2026-03-03T15:30:00Z', and '2026-03-02T09:00:00Z' at line 2 (two calls with one id?)
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-2,,,,,,2026-03-02T10:00:00Z,,agent,,,hello
  [65]

The same id in two files: the first counts. A file given twice is no mistake:

  $ printf 'call_id,speaker,text\nK-1,agent,monday\n' >monday.csv
  $ printf 'call_id,speaker,text\nK-1,agent,tuesday\nK-9,agent,also tuesday\n' >tuesday.csv
  $ callmark convert --to csv monday.csv tuesday.csv
  tuesday.csv:2:1: error: call 'K-1' has been read already, from monday.csv:2
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,monday
  K-9,,,,,,,,agent,,,also tuesday
  [65]
  $ callmark convert --to csv monday.csv monday.csv
  monday.csv: note: 1 call has been read already, the same, the first from monday.csv:2
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,monday

A call that is refused leaves its id to a good one, in the same file or another:

  $ printf '{"call":"K-1","turns":[{"role":"agent","text":7}]}\n{"call":"K-1","turns":[{"role":"agent","text":"once more"}]}\n' >again.ndjson
  $ callmark convert again.ndjson
  again.ndjson:1:47: error: expected a string at 'text', found a number
  {"call":"K-1","fields":{},"turns":[{"role":"agent","text":"once more"}]}
  [65]
  $ printf 'call_id,speaker,text\nK-1,agent,good morning,and more\nK-1,customer,hi\n' >bad.csv
  $ callmark convert --to csv bad.csv monday.csv
  bad.csv:2:24: error: row of 4 cells under a header of 3
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,monday
  [65]

But rows that come later in a file may be the rest of what was refused, and belong to it:

  $ cat >rest.csv <<'EOF'
  > call_id,speaker,text
  > K-1,agent,good morning,and more
  > K-2,agent,good day
  > K-1,customer,as i was saying
  > EOF
  $ callmark convert --to csv - <rest.csv
  -:2:24: error: row of 4 cells under a header of 3
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-2,,,,,,,,agent,,,good day
  [65]
  $ cat rest.csv | callmark convert --to csv -
  -:2:24: error: row of 4 cells under a header of 3
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-2,,,,,,,,agent,,,good day
  [65]

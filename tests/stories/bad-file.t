Files that are no transcripts. Each is named; nothing is made up from them.

An empty file, and one of blank lines:

  $ : >empty.csv
  $ callmark convert empty.csv
  empty.csv:1:1: error: empty file
  [65]
  $ printf '\n\n  \n' >blank.csv
  $ callmark convert blank.csv
  blank.csv:1:1: error: empty file
  [65]

A day on which nobody rang is no mistake:

  $ echo call_id,speaker,text >quiet-day.csv
  $ callmark convert quiet-day.csv
  quiet-day.csv: warning: no calls

The column for the words cannot be done without. What was looked for is said, and how to name
another:

  $ printf 'call_id,speaker\nK-1,agent\n' >no-text.csv
  $ callmark convert no-text.csv
  no-text.csv:1:1: error: no column for the text: looked for 'text', * (give --map text=COLUMN) (glob)
  [65]
  $ printf 'cat,dog\n1,2\n' >pets.csv
  $ callmark convert pets.csv
  pets.csv:1:1: error: no known column names in the first line, which must be a header
  [65]

Prose, and bytes that are no text:

  $ printf 'Dear diary,\nnobody rang today.\n' >diary.txt
  $ callmark convert diary.txt
  diary.txt:1:1: error: not a transcript: no JSON, no header that names columns, and no lines 'Name: text'
  [65]
  $ printf '\177ELF\2\1\1\0\0\0\0' >program
  $ callmark convert program
  program:1:8: error: not a transcript (binary)
  [65]

None of them hides a good one:

  $ printf 'call_id,speaker,text\nK-1,agent,good morning\n' >good.csv
  $ callmark convert --to csv empty.csv pets.csv diary.txt good.csv no-text.csv
  empty.csv:1:1: error: empty file
  pets.csv:1:1: error: no known column names in the first line, which must be a header
  diary.txt:1:1: error: not a transcript: no JSON, no header that names columns, and no lines 'Name: text'
  no-text.csv:1:1: error: no column for the text: looked for 'text', * (give --map text=COLUMN) (glob)
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,good morning
  [65]

Rows that are wrong cost their own call at most; its neighbours are read.

Too few cells, too many, or none for the call:

  $ cat >cells.csv <<EOF
  > call_id,speaker,text
  > K-1,agent,good morning
  > K-1,customer
  > K-1,agent,are you there
  > K-2,agent,hello
  > K-2,customer,one,two,three
  > K-3,agent,what can i do
  > ,customer,whose words are these
  > K-4,agent,a call like any other
  > EOF
  $ callmark convert --to csv cells.csv
  cells.csv:3:13: error: row of 2 cells under a header of 3
  cells.csv:6:18: error: row of 5 cells under a header of 3
  cells.csv:8:1: error: row without a call
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-4,,,,,,,,agent,,,a call like any other
  [65]

A time that is none is not known, and neither are those of a turn that ends before it
begins. The words count all the same:

  $ cat >times.csv <<EOF
  > call_id,speaker,start,end,text
  > K-1,agent,0,2,good morning
  > K-1,customer,soon,4,morning
  > K-1,agent,9,7,what can i do
  > K-1,customer,1:75,,mend it
  > EOF
  $ callmark convert --to csv times.csv
  times.csv:3:14: error: bad time of 4 characters
  times.csv:4:13: error: end of 1 character before start of 1 character
  times.csv:5:14: error: bad time '1:75'
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,0,2000,good morning
  K-1,,,,,,,,customer,,4000,morning
  K-1,,,,,,,,agent,,,what can i do
  K-1,,,,,,,,customer,,,mend it
  [65]

Who speaks is asked once a label and file, however often they speak. Without an answer the
role stays unknown; it is not guessed:

  $ cat >porter.csv <<EOF
  > call_id,speaker,text
  > K-1,agent,good morning
  > K-1,porter,who goes there
  > K-1,porter,nobody i see
  > K-2,porter,good night
  > EOF
  $ callmark convert porter.csv
  porter.csv:5:1: warning: unknown speaker 'porter' (if this is the agent, say --agent-speaker 'porter')
  {"call":"K-1","fields":{},"turns":[{"role":"agent","speaker":"agent","text":"good morning"},{"role":"customer","speaker":"porter","text":"who goes there"},{"role":"customer","speaker":"porter","text":"nobody i see"}]}
  {"call":"K-2","fields":{},"turns":[{"role":"unknown","speaker":"porter","text":"good night"}]}
  $ callmark convert --agent-speaker Porter porter.csv
  porter.csv:2:1: warning: every speaker is an agent, as 'agent' and 'porter'
  {"call":"K-1","fields":{},"turns":[{"role":"agent","speaker":"agent","agent":"K-1#1","text":"good morning"},{"role":"agent","speaker":"porter","agent_name":"porter","text":"who goes there"},{"role":"agent","speaker":"porter","agent_name":"porter","text":"nobody i see"}]}
  {"call":"K-2","agent_name":"porter","fields":{},"turns":[{"role":"agent","speaker":"porter","text":"good night"}]}

Bytes that are not UTF-8, and NUL, become U+FFFD; the record of the call says so too:

  $ printf 'call_id,speaker,text\nK-1,agent,caf\351 au lait\nK-1,customer,na\303\257ve\n' >latin.csv
  $ callmark convert --to csv latin.csv
  latin.csv:2:11: warning: bad bytes: 1 not UTF-8 or NUL, replaced by U+FFFD
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,caf\xef\xbf\xbd au lait (esc)
  K-1,,,,,,,,customer,,,na\xc3\xafve (esc)
  $ printf 'call_id,speaker,text\nK-1,agent,one\0two\nK-1,customer,three\n' >nul.csv
  $ callmark convert --to csv nul.csv
  nul.csv:2:11: warning: bad bytes: 1 not UTF-8 or NUL, replaced by U+FFFD
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,one\xef\xbf\xbdtwo (esc)
  K-1,,,,,,,,customer,,,three
  $ callmark score nul.csv 2>/dev/null | grep -o '"problems":.*'
  "problems":["bad bytes: 1 not UTF-8 or NUL, replaced by U+FFFD"]}

Complaints go to logs and to people who may not read calls. What stands where a time or
a name should be may be speech: it is told by its place and its length.

  $ cat >late.csv <<END
  > call_id,speaker,start,text
  > 7,agent,the code on the back is 9 3 1,hello
  > 7,so I gave her my date of birth,4,hello
  > 7,zork,1:75,hello
  > END
  $ callmark convert late.csv >calls
  late.csv:2:9: error: bad time of 29 characters
  late.csv:4:8: error: bad time '1:75'
  late.csv:3:1: warning: unknown speaker of 30 characters (if this is the agent, say --agent-speaker LABEL)
  late.csv:4:1: warning: unknown speaker 'zork' (if this is the agent, say --agent-speaker 'zork')
  [65]
  $ callmark report -q -o out late.csv 2>said
  [65]
  $ grep -hc 'birth\|on the back' said out/problems.csv
  0
  0
  [1]

With --verbose they are quoted:

  $ callmark convert --verbose late.csv 2>&1 >calls | grep -o "'the code.*'"
  'the code on the back is 9 3 1'

What a parser stood near to is not told either.

  $ echo '{"call":"1","turns":[{"role":"agent","text":"my pin is" 4711}]}' >cut.ndjson
  $ callmark convert cut.ndjson
  cut.ndjson:1:60: error: bad JSON: '}' expected
  [65]

Of each kind the first twenty are told and the rest counted, in one file and in many.

  $ mkdir many
  $ for i in $(seq 10 54); do echo nothing >many/$i.json; done
  $ callmark convert many 2>said
  [65]
  $ wc -l <said; tail -n 1 said
  21
  error: 25 more: not a transcript: no JSON, no header that names columns, and no lines \xe2\x80\xa6 (esc)

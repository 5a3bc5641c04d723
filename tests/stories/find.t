Looking for moments, as grep looks for lines.

  $ . "$ROOT"/tests/stories/counter.sh
  $ find() { callmark find -r counter.yaml "$@" calls.csv; }
  $ find
  call,turn,role,at_ms,detector,start,end,quote,also,place
  B-1,1,agent,0,hello,0,12,Good morning,,counter.yaml:12:11
  B-1,2,customer,4000,grumble,16,32,waited for weeks,,counter.yaml:17:34
  B-1,2,customer,4000,grumble,38,52,really annoyed,,counter.yaml:17:11
  B-1,3,agent,10000,sorry,4,9,sorry,,counter.yaml:22:11
  B-2,1,customer,0,grumble,4,14,so annoyed,,counter.yaml:17:11
  B-3,1,agent,0,hello,0,5,Hello,,counter.yaml:12:25

Some detectors only, or the turns of one side only:

  $ find -d hello
  call,turn,role,at_ms,detector,start,end,quote,also,place
  B-1,1,agent,0,hello,0,12,Good morning,,counter.yaml:12:11
  B-3,1,agent,0,hello,0,5,Hello,,counter.yaml:12:25
  $ find -d sorry -d hello
  call,turn,role,at_ms,detector,start,end,quote,also,place
  B-1,1,agent,0,hello,0,12,Good morning,,counter.yaml:12:11
  B-1,3,agent,10000,sorry,4,9,sorry,,counter.yaml:22:11
  B-3,1,agent,0,hello,0,5,Hello,,counter.yaml:12:25
  $ find --role customer
  call,turn,role,at_ms,detector,start,end,quote,also,place
  B-1,2,customer,4000,grumble,16,32,waited for weeks,,counter.yaml:17:34
  B-1,2,customer,4000,grumble,38,52,really annoyed,,counter.yaml:17:11
  B-2,1,customer,0,grumble,4,14,so annoyed,,counter.yaml:17:11
  $ find -d grumble --role agent
  call,turn,role,at_ms,detector,start,end,quote,also,place
  [1]

A reply is shown by what makes it up, each part once:

  $ find -d soothes
  call,turn,role,at_ms,detector,start,end,quote,also,place
  B-1,2,customer,4000,grumble,16,32,waited for weeks,,counter.yaml:17:34
  B-1,2,customer,4000,grumble,38,52,really annoyed,,counter.yaml:17:11
  B-1,3,agent,10000,sorry,4,9,sorry,,counter.yaml:22:11
  $ find -d soothes -d sorry -d grumble | cmp - <(find -d soothes -d grumble)

As text, with the turn around it, or as NDJSON:

  $ find -d grumble --to text
  B-1:2: customer: grumble (counter.yaml:17:34): The atlas. I've [waited for weeks], I'm really annoyed.
  B-1:2: customer: grumble (counter.yaml:17:11): The atlas. I've waited for weeks, I'm [really annoyed].
  B-2:1: customer: grumble (counter.yaml:17:11): I'm [so annoyed] about this fine.
  $ find -d sorry --to ndjson
  {"call":"B-1","turn":3,"role":"agent","at_ms":10000,"detector":"sorry","start":4,"end":9,"quote":"sorry","also":"","place":"counter.yaml:22:11"}

Counted by call and detector, in step with the list:

  $ find --count
  call,detector,count
  B-1,hello,1
  B-1,grumble,2
  B-1,sorry,1
  B-2,grumble,1
  B-3,hello,1
  $ find --count --to text -d soothes
  B-1: grumble: 2
  B-1: sorry: 1
  $ find --count --to ndjson -d hello
  {"call":"B-1","detector":"hello","count":1}
  {"call":"B-3","detector":"hello","count":1}
  $ find --count | awk -F, 'NR > 1 { sum += $3 } END { print sum }'
  6
  $ find | sed 1d | wc -l
  6

The place says which pattern it was, to be mended there; where the words were found by another
detector that is named under `also`, that one is named, too. Each pattern is named where its own
detector has it, also where another has the same. A question that only its mark shows has no place.

  $ cat >also.yaml <<'EOF'
  > rubric: regrets
  > principles:
  >   - {id: care, title: Care, weight: 1, criteria: [{id: sad, ask: Sad?, met: sorrow}]}
  > detectors:
  >   pardon:
  >     role: agent
  >     any: [sorry, pardon]
  >   sorrow:
  >     role: agent
  >     any: [sad, sorry]
  >     also: [pardon, asks]
  >     no_match: [I beg your pardon]
  >   asks: {kind: question, role: agent, frames: [would you]}
  > EOF
  $ cat >also.csv <<'EOF'
  > call_id,speaker,text
  > A-1,agent,I am sorry. I beg your pardon!
  > A-1,agent,Would you wait? This one?
  > EOF
  $ callmark find -r also.yaml also.csv -d sorrow
  call,turn,role,at_ms,detector,start,end,quote,also,place
  A-1,1,agent,,sorrow,5,10,sorry,,also.yaml:10:16
  A-1,1,agent,,sorrow,23,29,pardon,pardon,also.yaml:7:18
  A-1,2,agent,,sorrow,0,15,Would you wait?,asks,also.yaml:13:48
  A-1,2,agent,,sorrow,16,25,This one?,asks,
  $ callmark find -r also.yaml also.csv -d asks -t text
  A-1:2: agent: asks (also.yaml:13:48): [Would you wait?] This one?
  A-1:2: agent: asks: Would you wait? [This one?]
  $ callmark show -r also.yaml also.csv --stage hits
  turn 1       5-10   'sorry'  by pardon any also.yaml:7:11, sorrow any also.yaml:10:16: sorry
  turn 1      23-29   'pardon'  by pardon any also.yaml:7:18: pardon
  turn 2       0-9    'Would you'  by asks frames also.yaml:13:48: would you
  $ callmark check also.yaml 2>&1 | grep error
  also.yaml:12:16: error: example of 'sorrow' should not match: 'I beg your pardon' (matched 'pardon' by 'also: pardon' at also.yaml:7:18)
  also.yaml: 1 error, 7 warnings

A sample is by chance, but by the same chance every time, however many threads look:

  $ find --sample 3 >sample
  $ wc -l <sample
  4
  $ find --sample 3 | cmp - sample
  $ find --sample 3 -j1 | cmp - sample
  $ find | grep -vxFc -f sample
  3
  $ find --sample 99 | cmp - <(find)

Finding nothing is an answer, 1, like grep's; a name that does not exist is a mistake:

  $ find -d sorry --role customer --to text
  [1]
  $ find -d sory
  callmark: error: unknown detector 'sory' (did you mean 'sorry'?)
  [64]
  $ find --role reader
  callmark: error: unknown role 'reader' (agent, customer, system or unknown)
  [64]
  $ find --to html
  callmark: error: unknown output format 'html' ('csv' is one)
  [64]
  $ callmark find -r counter.yaml missing.csv
  missing.csv: error: cannot read: no such file or directory
  call,turn,role,at_ms,detector,start,end,quote,also,place
  [66]

What a detector finds does not depend on which turns are looked at for its patterns: without the
sieve those of everybody, with it those of the roles that they are for. Nor does it on which patterns
are read: of a rubric that is built in those of what is sought, of a file all. One of each kind:

  $ callmark list detectors | awk '!seen[$2]++ {print $1}' >one-of-each
  $ find_one() { callmark find -q -d "$one" "$@" "$ROOT"/samples/calls.csv | sed 's/,[^,]*$//'; }
  $ while read -r one; do
  >   find_one >with.csv
  >   find_one --no-sieve | cmp with.csv -
  >   (unset CALLMARK_RUBRICS; find_one) | cmp with.csv -
  > done <one-of-each

Looking for moments, as grep looks for lines.

  $ . "$ROOT"/tests/stories/counter.sh
  $ find() { callmark find -r counter.yaml "$@" calls.csv; }
  $ find
  call,turn,role,at_ms,detector,start,end,quote
  B-1,1,agent,0,hello,0,12,Good morning
  B-1,2,customer,4000,grumble,16,32,waited for weeks
  B-1,2,customer,4000,grumble,38,52,really annoyed
  B-1,3,agent,10000,sorry,4,9,sorry
  B-2,1,customer,0,grumble,4,14,so annoyed
  B-3,1,agent,0,hello,0,5,Hello

Some detectors only, or the turns of one side only:

  $ find -d hello
  call,turn,role,at_ms,detector,start,end,quote
  B-1,1,agent,0,hello,0,12,Good morning
  B-3,1,agent,0,hello,0,5,Hello
  $ find -d sorry -d hello
  call,turn,role,at_ms,detector,start,end,quote
  B-1,1,agent,0,hello,0,12,Good morning
  B-1,3,agent,10000,sorry,4,9,sorry
  B-3,1,agent,0,hello,0,5,Hello
  $ find --role customer
  call,turn,role,at_ms,detector,start,end,quote
  B-1,2,customer,4000,grumble,16,32,waited for weeks
  B-1,2,customer,4000,grumble,38,52,really annoyed
  B-2,1,customer,0,grumble,4,14,so annoyed
  $ find -d grumble --role agent
  call,turn,role,at_ms,detector,start,end,quote
  [1]

A reply is shown by what makes it up, each part once:

  $ find -d soothes
  call,turn,role,at_ms,detector,start,end,quote
  B-1,2,customer,4000,grumble,16,32,waited for weeks
  B-1,2,customer,4000,grumble,38,52,really annoyed
  B-1,3,agent,10000,sorry,4,9,sorry
  $ find -d soothes -d sorry -d grumble | cmp - <(find -d soothes -d grumble)

As text, with the turn around it, or as NDJSON:

  $ find -d grumble --to text
  B-1:2: customer: grumble: The atlas. I've [waited for weeks], I'm really annoyed.
  B-1:2: customer: grumble: The atlas. I've waited for weeks, I'm [really annoyed].
  B-2:1: customer: grumble: I'm [so annoyed] about this fine.
  $ find -d sorry --to ndjson
  {"call":"B-1","turn":3,"role":"agent","at_ms":10000,"detector":"sorry","start":4,"end":9,"quote":"sorry"}

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
  call,turn,role,at_ms,detector,start,end,quote
  [66]

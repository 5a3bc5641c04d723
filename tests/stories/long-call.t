What a detector does grows with a call's turns, and not with their square: here are forty
thousand, in which each kind finds much, and seeks what is never said. A tenth of the time that
`timeout` gives them is plenty.

  $ cat >turns.awk <<'EOF'
  > BEGIN {
  >   print "call_id,speaker,start_ms,end_ms,text"
  >   for (turn = 0; turn < 40000; turn++)
  >     printf "K-1,%s,%d,%d,%s\n", turn % 2 ? "agent" : "customer", turn * 1000,
  >       turn * 1000 + 900, turn % 2 ? "sure i will see to the order" : "i need the order please"
  > }
  > EOF
  $ awk -f turns.awk >long.csv
  $ cat >kinds.yaml <<'EOF'
  > detectors:
  >   asks: {role: customer, any: [please]}
  >   grants: {role: agent, any: [sure]}
  >   never: {role: agent, any: [zymurgy]}
  >   early: {any: [order], window: {first: 39000 turns}}
  >   late: {any: [order], window: {last: 39000 turns}}
  >   soon: {any: [order], window: {last: 30 min}}
  >   heeds: {role: agent, any: [order], window: {answering: asks}}
  >   replies: {kind: reply, to: asks, with: never, within: {turns: 2}, each: yes}
  >   steps: {kind: order, steps: [asks, grants, asks, never], within: {turns: 3}}
  >   steps-soon: {kind: order, steps: [asks, grants, asks, never], within: {seconds: 9}}
  >   nearby: {kind: near, words: [order, zymurgy], within: 30}
  >   order: {role: customer, any: [order]}
  >   takes-up: {kind: echo, role: agent, to: order, of: found}
  >   is-slow: {kind: response, role: agent, no_answer_to: asks, at_least: 9 s}
  >   echoes: {kind: echo, role: agent, shared: 9, within: {turns: 40000}, min: 1}
  >   answered: {kind: answered, question: asks, deflect: never, shared: 9, within: {seconds: 999999}}
  >   promises: {kind: promise, any: ['i will (?<what>\w+)'], when: [zymurgy]}
  >   turn-count: {kind: length, of: turns, at_least: 40000}
  > EOF
  $ timeout 100 callmark check -q kinds.yaml --try long.csv 2>complaints | cut -c 1-54
  tried on 1 call
  
  detector                         holds    hits unknown
  asks                                 1   20000       0
  grants                               1   20000       0
  never                                0       0       0
  early                                1   39000       0
  late                                 1   39000       0
  soon                                 1    1800       0
  heeds                                1   20000       0
  replies                              0       0       0
  steps                                0       0       0
  steps-soon                           0       0       0
  nearby                               0       0       0
  order                                1   20000       0
  takes-up                             1   40000       0
  is-slow                              0       0       1
  echoes                               0       0       0
  answered                             0       0       1
  promises                             0   20000       0
  turn-count                           1       0       0

So does the memory that it takes, which is some times what was said:

  $ cat >full.awk <<'EOF'
  > BEGIN {
  >   print "call_id,speaker,text"
  >   agent = "agent,sorry about the wait i will call you by monday"
  >   customer = "customer,what is the number of my order please? i am waiting"
  >   for (turn = 0; turn < 30000; turn++)
  >     printf "K-2,%s %d\n", turn % 2 ? agent : customer, turn
  > }
  > EOF
  $ awk -f full.awk >full.csv
  $ (ulimit -v 450000; callmark score -q -j1 full.csv | grep -c K-2)
  1

A call that is too long is refused in the memory of the longest that is not:

  $ awk 'BEGIN { print "call_id,speaker,text"; for (row = 0; row < 1800000; row++) print "1,agent,hello there my friend thank you" }' | gzip -1 >bomb.csv.gz
  $ (ulimit -v 450000; callmark convert -q bomb.csv.gz)
  bomb.csv.gz:2:1: error: call longer than 64 MiB
  [65]

A turn is read in time that is in proportion to its length, whatever it is full of:

  $ for sign in [ : '[0:12] ' '12:00 ' 'Ann Lee: '; do
  >   python3 -c 'import json, sys; print(json.dumps({"call": "1", "turns": [{"role": "agent", "text": sys.argv[1] * 300000}]}))' "$sign" >long.ndjson
  >   (ulimit -t 10; callmark convert -q long.ndjson | grep -c .)
  > done
  1
  1
  1
  1
  1

What a changed rubric would change, before it is used.

  $ . "$ROOT"/tests/stories/counter.sh
  $ cat >>calls.csv <<'EOF'
  > B-4,cat,Desk,2026-03-10T11:00:00Z,,agent,0,2,Good morning!
  > B-4,cat,Desk,2026-03-10T11:00:00Z,,customer,3,5,I'm really annoyed about this fine.
  > B-4,cat,Desk,2026-03-10T11:00:00Z,,agent,6,8,"Oh, pardon me."
  > B-5,ben,Desk,2026-03-10T12:00:00Z,,agent,0,2,Hello.
  > B-5,ben,Desk,2026-03-10T12:00:00Z,,customer,3,5,Bye.
  > EOF
  $ sed 's/any: \[sorry\]/any: [sorry, pardon me]/; s/any: \[good morning, hello\]/any: [good morning]/' \
  >     counter.yaml >changed.yaml

Every verdict that changes, with what it rests on: - by the old rubric only, + by the new one
only. Then agents, criteria and bands.

  $ callmark diff counter.yaml changed.yaml calls.csv
  B-3 (ada): greets: met -> not met
    - turn 1, agent, hello: Hello
    + not found: hello
  B-4 (cat): says-sorry: not met -> met
    - no sorry after grumble (turn 2)
      turn 2, customer, grumble: really annoyed
    + turn 3, agent, sorry: pardon me
  
  scores                                     calls     old     new  change  95 % interval
    ada                                          2   100.0    50.0  -50.00  -100.00 to +100.00
    cat                                          1    40.0   100.0  +60.00
    (1 agent without change)
    (all)                                        4    60.0    50.0  -10.00  -100.00 to +95.55
  
  verdicts                                   calls
    greets                                       1
      met -> not met                             1
    says-sorry                                   1
      not met -> met                             1
  
  bands                                      calls
    Good -> Poor                                 1
    Poor -> Good                                 1
  
  5 calls, 2 with another verdict, 2 with another score
  $ callmark diff counter.yaml changed.yaml calls.csv >changes

The numbers alone:

  $ callmark diff --count counter.yaml changed.yaml calls.csv >numbers
  $ sed '1,/^$/d' changes | cmp - numbers

For other programs, the changed verdicts, or with --count how many there are of each sort:

  $ callmark diff --to csv counter.yaml changed.yaml calls.csv
  call,agent,criterion,old_verdict,new_verdict,old_why,new_why,old_evidence,new_evidence
  B-3,ada,greets,met,not_met,,not found: hello,turn 1: Hello,
  B-4,cat,says-sorry,not_met,met,no sorry after grumble (turn 2),,turn 2: really annoyed,turn 2: really annoyed; turn 3: pardon me
  $ callmark diff --to csv --count counter.yaml changed.yaml calls.csv
  criterion,old_verdict,new_verdict,calls
  greets,met,not_met,1
  says-sorry,not_met,met,1
  $ callmark diff --to ndjson counter.yaml changed.yaml calls.csv | head -1
  {"call":"B-3","agent":"ada","criterion":"greets","old":{"criterion":"greets","principle":"welcome","verdict":"met","points":1,"weight":1,"applied":1.0,"share":100.00,"counted":true,"why":"","evidence":[{"detector":"hello","turn":1,"role":"agent","at_ms":0,"start":0,"end":5,"quote":"Hello","at":"counter.yaml:12"}]},"new":{"criterion":"greets","principle":"welcome","verdict":"not_met","points":0,"weight":1,"applied":1.0,"share":100.00,"counted":true,"why":"not found: hello","evidence":[]}}
  $ callmark diff --to ndjson --count counter.yaml changed.yaml calls.csv
  {"criterion":"greets","old_verdict":"met","new_verdict":"not_met","calls":1}
  {"criterion":"says-sorry","old_verdict":"not_met","new_verdict":"met","calls":1}

Criteria that only one of them has are named. What the other cannot score is counted.

  $ sed 's/id: greets/id: welcomes/; s/min_turns: 2/min_turns: 3/' counter.yaml >other.yaml
  $ callmark diff counter.yaml other.yaml calls.csv
  B-2 (ben): says-sorry: not met -> not assessable
    - no sorry after grumble (turn 1)
    - turn 1, customer, grumble: so annoyed
    + the call has 2 turns, fewer than 3
  B-3 (ada): says-sorry: not applicable -> not assessable
    - not found: grumble
    + the call has 2 turns, fewer than 3
  
  scores                                     calls     old     new  change  95 % interval
    (2 agents without change)
    (all)                                        2    70.0    70.0    0.00
  
  verdicts                                   calls
    says-sorry                                   2
      not met -> not assessable                  1
      not applicable -> not assessable           1
  
  bands                                      calls
    Good -> no score                             1
    Poor -> no score                             1
  
  only in the old rubric: greets
  only in the new rubric: welcomes
  2 calls with a score by the old rubric only
  5 calls, 2 with another verdict, 2 with another score

When nothing changes it says so. With --exit-code the exit status says it too, and another
score is a difference even where no verdict is another one.

  $ callmark diff --exit-code counter.yaml counter.yaml calls.csv
  scores                                     calls     old     new  change  95 % interval
    (3 agents without change)
    (all)                                        4    60.0    60.0    0.00
  
  5 calls, 0 with another verdict, 0 with another score
  $ sed 's/weight: 40/weight: 30/' counter.yaml >lighter.yaml
  $ callmark diff --exit-code counter.yaml lighter.yaml calls.csv
  scores                                     calls     old     new  change  95 % interval
    cat                                          1    40.0    33.3   -6.70
    (2 agents without change)
    (all)                                        4    60.0    58.3   -1.68  -7.01 to +3.66
  
  5 calls, 0 with another verdict, 1 with another score
  [1]
  $ callmark diff --exit-code --to csv counter.yaml counter.yaml calls.csv
  call,agent,criterion,old_verdict,new_verdict,old_why,new_why,old_evidence,new_evidence
  $ callmark diff --exit-code --to csv counter.yaml changed.yaml calls.csv >changes.csv
  [1]

What is wrong with either rubric is said, and nothing is read:

  $ sed 's/met: hello/met: hullo/' counter.yaml >bad.yaml
  $ sed 's/met: soothes/met: soothe/' counter.yaml >worse.yaml
  $ callmark diff bad.yaml worse.yaml calls.csv
  bad.yaml:37:14: error: unknown detector 'hullo' (did you mean 'hello'?)
     37 |           met: hullo
        |                ^~~~~
  worse.yaml:48:14: error: unknown detector 'soothe' (did you mean 'soothes'?)
     48 |           met: soothe
        |                ^~~~~~
  [78]
  $ callmark diff counter.yaml countre calls.csv --rubric-dir .
  callmark: error: no rubric 'countre' (did you mean 'counter'?)
  [78]
  $ callmark diff counter.yaml changed.yaml
  callmark: error: expected two rubrics and what to try them on (see 'callmark diff --help')
  [64]
  $ callmark diff counter.yaml changed.yaml missing.csv
  missing.csv: error: cannot read: no such file or directory
  scores                                     calls     old     new  change  95 % interval
    (all)                                        0
  
  0 calls, 0 with another verdict, 0 with another score
  [66]

However many threads work, it is the same:

  $ for day in 1 2 3; do
  >   sed "1d; s/^S-/S-$day-/" "$ROOT"/samples/calls.csv
  > done | cat <(head -1 "$ROOT"/samples/calls.csv) - >many.csv
  $ for format in text csv ndjson; do
  >   callmark diff -j1 -t $format counter.yaml changed.yaml many.csv >1
  >   callmark diff -j8 -t $format counter.yaml changed.yaml many.csv | cmp - 1
  >   [ "$(wc -l <1)" -gt 15 ] || wc -l 1
  > done

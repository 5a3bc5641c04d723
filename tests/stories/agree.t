People's verdicts beside the machine's
======================================

Two people listened to three calls, and wrote down what they think.

  $ cat >sorry.yaml <<'END'
  > rubric: sorry
  > score: {assess: {min_turns: 2, min_agent_words: 1}}
  > detectors:
  >   upset:   {role: customer, any: [fed up, upset], match: [i am upset], no_match: [hello]}
  >   apology: {role: agent, any: [sorry], match: [so sorry], no_match: [hello]}
  > principles:
  >   - {id: empathy, title: Empathy, weight: 1, criteria: [
  >       {id: says-sorry, ask: Did the agent say sorry?, when: upset, met: apology,
  >        tip: Say sorry first., say: "I'm so sorry about that."}]}
  > END
  $ cat >calls.csv <<'END'
  > call_id,agent,speaker,text
  > a,kim,customer,i am fed up with this kettle
  > a,kim,agent,oh i am so sorry
  > b,kim,customer,the kettle is dead again
  > b,kim,agent,which one is it
  > c,kim,customer,i was upset but it is all right now
  > c,kim,agent,lovely
  > END
  $ cat >verdicts.csv <<'END'
  > call,criterion,reader,verdict,turn
  > a,says-sorry,ana,met,2
  > a,says-sorry,ben,met,2
  > b,says-sorry,ana,not_met,2
  > b,says-sorry,ben,partly,2
  > c,says-sorry,ana,not_applicable,
  > c,says-sorry,ben,unsure,
  > END
  $ callmark agree -r sorry.yaml verdicts.csv calls.csv
  3 calls, 2 readers
  
  criterion  occas.  seen% right%             kappa people  not met  false false%
  says-sorry      2   50.0   50.0  0.07 (-0.54-0.40)   0.57        1      1  100.0 (20.7-100.0)
  
  % of occasions decided:   50.0 (9.5-90.5)
  % of decided verdicts that some reader shares:   50.0 (9.5-90.5)
  % of 'not met' that no reader shares:  100.0 (20.7-100.0)

--errors shows each disagreement, with the turns that the readers point at.

  $ callmark agree --errors -r sorry.yaml verdicts.csv calls.csv | tail -6
  
  b, says-sorry: not applicable (not found: upset); the readers: not met, partly
      turn 2, agent: which one is it
      turn 2, agent: which one is it
  c, says-sorry: not met (not found: apology); the readers: not applicable, not assessable
      turn 1, upset: upset

Who the readers were must be told before the figures stand beside the rubric.

  $ callmark agree -t yaml -r sorry.yaml verdicts.csv calls.csv
  callmark: error: who gave the verdicts? (--readers human or --readers automated)
  [64]
  $ callmark agree -t yaml --readers human --unread -o sorry.quality.yaml -r sorry.yaml verdicts.csv calls.csv
  $ sed 's/"[0-9a-f]\{16\}"/HASH/' sorry.quality.yaml
  # How far verdicts agree with those of readers; written by 'callmark agree'.
  judged:
    rubric: sorry
    hash: HASH
    readers: human
    count: 2
    unread: yes
    files: ["verdicts.csv","calls.csv"]
    calls: 3
  criteria:
    says-sorry:
      calls: 3
      occasions: 2
      seen: 1
      kappa: [0.071, -0.543, 0.400]
      readers_kappa: 0.571
      decided: 2
      shared: 1
      accusations: 1
      false_accusations: 1
      false_share: [1.000, 0.207, 1.000]

Two occasions prove nothing, so under 'count: proven' nothing counts: what was decided
is for a person to check.

  $ sed 's/{assess/{count: proven, assess/' sorry.yaml >proven.yaml
  $ sed "s/hash: .*/hash: $(callmark score -r proven.yaml calls.csv | sed -n '1s/.*"rubric_hash":"\([0-9a-f]*\)".*/\1/p')/" sorry.quality.yaml >proven.quality.yaml
  $ callmark check proven.yaml 2>&1 | tail -3
  
  0 of 1 criteria count, with 0.0 % of the weight; for a person to check:
    says-sorry                                  the readers saw 2 occasions, fewer than 10
  $ callmark show -r proven.yaml -c b calls.csv
  call b, agent kim
  score not assessable
    empathy not applicable
  
     1       -  customer  the kettle is dead again
     2       -  agent     which one is it
  
  without words to show:
    not applicable empathy/says-sorry: not found: upset
  $ callmark show -r proven.yaml -c a calls.csv
  call a, agent kim
  too little to judge: nothing that was decided counts
    empathy for a person to check
  
     1       -  customer  i am [fed up] with this kettle
     2       -  agent     oh i am so [sorry]
                             > met            empathy/says-sorry (not counted)
  
  for a person to check, not counted (0 of 1 criteria count, with 0.0 % of the weight):
    met            empathy/says-sorry: the readers saw 2 occasions, fewer than 10
  $ callmark score -r proven.yaml calls.csv | head -1 | grep -o '"judged.*"flags\|"counted":[a-z]*'
  "judged":0,"judged_of":0,"unproven":1,"too_little":"nothing that was decided counts","flags
  "counted":false

With more occasions than that it does.

  $ sed -i 's/occasions: 2/occasions: 12/; s/kappa: .0.*/kappa: [0.7, 0.5, 0.9]/; s/decided.*/decided: 12/; s/shared.*/shared: 11/; s/false_acc.*/false_accusations: 0/' proven.quality.yaml
  $ callmark check proven.yaml 2>/dev/null | tail -1
  1 of 1 criteria count, with 100.0 % of the weight
  $ callmark show -r proven.yaml -c a calls.csv | head -3
  call a, agent kim
  score 100.0, Excellent, judged on 1 of 1
    empathy 100.0

'measure' leaves these figures where they are.

  $ printf 'dialogue\trole\tlabels\ttext\n1\tagent\tapology\tso sorry\n' >labels.tsv
  $ callmark measure -r sorry.yaml -t yaml labels.tsv | sed 's/"[0-9a-f]\{16\}"/HASH/' | tail -20
  judged:
    rubric: sorry
    hash: HASH
    readers: human
    count: 2
    unread: yes
    files: ["verdicts.csv","calls.csv"]
    calls: 3
  criteria:
    says-sorry:
      calls: 3
      occasions: 2
      seen: 1
      kappa: [0.071, -0.543, 0.400]
      readers_kappa: 0.571
      decided: 2
      shared: 1
      accusations: 1
      false_accusations: 1
      false_share: [1.000, 0.207, 1.000]

Records that were marked when other criteria counted are not mixed with these.

  $ callmark score -r proven.yaml calls.csv >records.ndjson
  $ sed -i 's/occasions: 12/occasions: 13/' proven.quality.yaml
  $ callmark report -r proven.yaml -o out records.ndjson 2>&1 | sed "s/'[0-9a-f]\{16\}'/HASH/g" | head -1
  records.ndjson:1:1: error: call 'a' was marked when other criteria counted: quality file HASH, not HASH

What cannot be used is named with its place.

  $ printf 'call,criterion,reader,verdict\na,says-sorry,ana,good\na,says-sory,ana,met\n' >bad.csv
  $ callmark agree -r sorry.yaml bad.csv calls.csv
  bad.csv:2:18: error: unknown verdict 'good'
  bad.csv:3:1: warning: the rubric has no criterion 'says-sory' (did you mean 'says-sorry'?)
  1 call, 1 reader
  
  criterion  occas.  seen% right%             kappa people  not met  false false%
  
  % of occasions decided:      -
  % of decided verdicts that some reader shares:      -
  % of 'not met' that no reader shares:      -
  [65]
  $ printf 'call,criterion,verdict\n' >short.csv
  $ callmark agree -r sorry.yaml short.csv calls.csv
  short.csv: error: no column 'reader'
  [66]
  $ callmark agree -r sorry.yaml verdicts.csv
  callmark: error: expected verdicts and the calls they are on (see 'callmark agree --help')
  [64]

With twenty calls and more it says as well whether the machine finds the worst of them. In
five of these the agent does not say the word; ana misses it in four of the five, and in one
that has it.

  $ awk 'BEGIN {
  >   print "call_id,agent,speaker,text" >"many.csv"
  >   print "call,criterion,reader,verdict" >"said.csv"
  >   for (i = 1; i <= 20; i++) {
  >     print "m" i ",kim,customer,i am upset" >"many.csv"
  >     print "m" i ",kim,agent," (i > 5 ? "oh so sorry" : "oh well") >"many.csv"
  >     print "m" i ",says-sorry,ana," (i < 5 || i == 6 ? "not_met" : "met") >"said.csv"
  >   }
  > }'
  $ callmark agree -q -r sorry.yaml said.csv many.csv | tail -3
  lowest fifth of 20 calls: 5 by the machine, 5 by the readers, 4 by both
  % of the machine's that are the readers' as well (precision):   80.0 (37.6-96.4)
  % of the readers' that are the machine's as well (recall):   80.0 (37.6-96.4)

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

Does the agent take up the customer's words?

  $ cat >echo.yaml <<'YAML'
  > rubric: echo
  > score: {assess: {min_turns: 2, min_agent_words: 2}}
  > detectors:
  >   trouble: {role: customer, any: [broken, noise], match: [a noise], no_match: [nice]}
  >   restates: {role: agent, any: [so you're saying], match: [so you're saying], no_match: [so]}
  >   mirrors: {kind: echo, to: trouble, frame: restates}
  > principles:
  >   - {id: listens, title: Listens, weight: 1, criteria: [
  >       {id: mirrors, ask: Did the agent mirror?, when: trouble, met: mirrors,
  >        tip: Use their words., say: "A noise in the cellar?"}]}
  > YAML
  $ cat >calls.csv <<'CSV'
  > call_id,agent,speaker,text
  > E-1,ada,customer,"The boiler makes a grinding noise at night, my number is 5561."
  > E-1,ada,agent,"A noise, grinding away at night? Let me see."
  > E-2,ben,customer,"The boiler makes a grinding noise at night, my number is 5561."
  > E-2,ben,agent,"5561, thank you. What else?"
  > E-3,cat,customer,Hello there.
  > E-3,cat,agent,Good morning to you.
  > E-4,dan,customer,It is broken.
  > E-4,dan,agent,So you're saying there is no heat?
  > CSV
  $ callmark find -r echo.yaml -d mirrors calls.csv
  call,turn,role,at_ms,detector,start,end,quote,also,place
  E-1,1,customer,,mirrors,19,27,grinding,,
  E-1,1,customer,,mirrors,28,33,noise,,
  E-1,1,customer,,mirrors,37,42,night,,
  E-1,2,agent,,mirrors,2,7,noise,,
  E-1,2,agent,,mirrors,9,17,grinding,,
  E-1,2,agent,,mirrors,26,31,night,,
  E-4,2,agent,,restates,0,16,So you're saying,,echo.yaml:5:33
  $ for call in 1 2 3 4; do
  >     callmark show -r echo.yaml -c E-$call --stage marks calls.csv
  > done
  score 100.0, Excellent, judged on 1 of 1
    listens 100.0
  met            listens/mirrors
      turn 1, customer, mirrors: grinding
      turn 1, customer, trouble: noise
      turn 1, customer, mirrors: noise
      turn 1, customer, mirrors: night
      turn 2, agent, mirrors: noise
      turn 2, agent, mirrors: grinding
      turn 2, agent, mirrors: night
  score 0.0, Needs coaching, judged on 1 of 1
    listens 0.0
  not met        listens/mirrors: what the customer said in turn 1 was not taken up
      turn 1, customer, trouble: noise
  score not assessable
    listens not applicable
  not applicable listens/mirrors: not found: trouble
  score 100.0, Excellent, judged on 1 of 1
    listens 100.0
  met            listens/mirrors
      turn 1, customer, trouble: broken
      turn 2, agent, restates: So you're saying

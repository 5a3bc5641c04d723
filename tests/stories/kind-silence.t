Silence on the line: dead air, and holds that were announced.

  $ cat >silence.yaml <<'YAML'
  > rubric: silence
  > detectors:
  >   hold-notice:
  >     role: agent
  >     any: [please hold, one moment]
  >     match: [Please hold for a moment.]
  >     no_match: [It does not hold water.]
  >   no-dead-air: {kind: silence, of: dead-air, announced: hold-notice}
  >   short-holds: {kind: silence, of: hold, announced: hold-notice, longest: 2 min}
  >   checks-in: {kind: silence, of: hold, announced: hold-notice, check_in: 60 s}
  > principles:
  >   - {id: patience, title: Patience, weight: 1, source: us, criteria: [
  >       {id: air, ask: No dead air?, met: no-dead-air, tip: Say what you do., say: "I am looking."},
  >       {id: holds, ask: Short holds?, met: short-holds, tip: Call back., say: "May I call?"},
  >       {id: check, ask: Checked in?, when: hold-notice, met: checks-in, tip: Come back., say: "Still here?"}]}
  > YAML
  $ callmark check -q silence.yaml
  $ cat >calls.csv <<'CSV'
  > call_id,speaker,start,end,text
  > Q-1,customer,0,4,Do you have it in blue?
  > Q-1,agent,5,7,"One moment, I will look."
  > Q-1,customer,8,9,Thanks.
  > Q-1,system,9,100,(music)
  > Q-1,agent,104,106,We do have it in blue.
  > Q-1,customer,112,113,Good.
  > Q-2,customer,0,,Do you have it in blue?
  > Q-2,agent,60,,We do.
  > CSV
  $ callmark show -r silence.yaml -c Q-1 --stage findings calls.csv
  hold-notice              yes     1
      turn 2: One moment
  no-dead-air              no      1  (1 gap of dead air over 3.0 s, 6.0 s after turn 5)
      turn 5: We do have it in blue.
      turn 6: Good.
  short-holds              yes     1  (1 hold over 3.0 s, 95.0 s after turn 3)
      turn 3: Thanks.
      turn 5: We do have it in blue.
  checks-in                no      1  (1 hold over 3.0 s, 95.0 s after turn 3, 97.0 s of a hold without a word from the agent)
      turn 3: Thanks.
      turn 5: We do have it in blue.
  $ callmark show -r silence.yaml -c Q-2 --stage findings calls.csv
  hold-notice              no      0
  no-dead-air              unknown 0  (the call does not say when turns start and end)
  short-holds              unknown 0  (the call does not say when turns start and end)
  checks-in                unknown 0  (the call does not say when turns start and end)

A hold has to be told from dead air by something, and three seconds from three of
anything else.

  $ sed -i 's/of: hold, announced: hold-notice, longest/of: hold, longest/; s/60 s/60/' silence.yaml
  $ callmark check -q silence.yaml
  silence.yaml:9:3: error: detector 'short-holds' needs 'announced', which tells a hold from dead air
      9 |     short-holds: {kind: silence, of: hold, longest: 2 min}
        |     ^~~~~~~~~~~
  silence.yaml:10:3: error: detector 'checks-in' needs a unit of time, such as '30 s'
     10 |     checks-in: {kind: silence, of: hold, announced: hold-notice, check_in: 60}
        |     ^~~~~~~~~
  silence.yaml: 2 errors, 0 warnings
  [1]

Who talks how much, how fast, and for how long.

  $ cat >talk.yaml <<'YAML'
  > rubric: talk
  > detectors:
  >   listens: {kind: talk, of: share, at_most: 60}
  >   unhurried: {kind: talk, of: pace, at_most: 180}
  >   no-lecture: {kind: talk, of: monologue, at_most: 20 s}
  > principles:
  >   - {id: listening, title: Listening, weight: 1, source: us, criteria: [
  >       {id: share, ask: Did the agent listen?, met: listens, tip: Listen., say: Go on.},
  >       {id: pace, ask: Slowly enough?, met: unhurried, tip: Slow down., say: Shall I repeat?},
  >       {id: turn, ask: No lectures?, met: no-lecture, tip: Pause., say: Is that clear?}]}
  > YAML
  $ callmark check -q talk.yaml
  $ cat >calls.csv <<'CSV'
  > call_id,speaker,start,end,text
  > T-1,customer,0,10,How do I send it back?
  > T-1,agent,10,22,You fill in the form and you print it twice and you
  > T-1,agent,22,32,put one in the box and one on it and then you post it
  > T-1,customer,33,34,I see.
  > T-2,customer,,,How do I send it back?
  > T-2,agent,,,You post it.
  > CSV
  $ callmark show -r talk.yaml -c T-1 --stage findings calls.csv
  listens                  no      66.6667  (the agent has 66.7 % of the time of talk)
  unhurried                yes     70.9091  (the agent says 71 words a minute)
  no-lecture               no      22000  (the agent speaks for 22.0 s without a break)
      turn 2: You fill in the form and you print it twice and you
      turn 3: put one in the box and one on it and then you post it
  $ callmark show -r talk.yaml -c T-2 --stage findings calls.csv
  listens                  yes     33.3333  (the agent has 33.3 % of the words (times of talk are missing))
  unhurried                unknown 0  (the call does not say when turns start and end)
  no-lecture               unknown 0  (the call does not say when turns start and end)

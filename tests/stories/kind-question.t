Open questions, where speech has no question marks.

  $ cat >question.yaml <<'YAML'
  > rubric: question
  > score: {assess: {min_turns: 2, min_agent_words: 2}}
  > fragments:
  >   open: what|how|why|tell me
  > detectors:
  >   probes:
  >     kind: question
  >     role: agent
  >     type: open
  >     fillers: [so, okay]
  >     frames: [<open>, can you]
  >     open: [<open>]
  >     unless: [your (?:name|number)]
  >     match: [okay so what happened then, "How often?"]
  >     no_match: [can you hear me, "Is it on?", "What is your name?"]
  > principles:
  >   - {id: listens, title: Listens, weight: 1, criteria: [
  >       {id: probes, ask: Was an open question asked?, met: probes,
  >        tip: Ask., say: "What happened?"}]}
  > YAML
  $ callmark check question.yaml 2>&1 | grep error
  [1]
  $ cat >calls.csv <<'CSV'
  > call_id,agent,speaker,text
  > Q-1,ada,customer,my phone is dead
  > Q-1,ada,agent,okay what did you do last
  > Q-2,ben,customer,my phone is dead
  > Q-2,ben,agent,What is your number? Is it on?
  > CSV
  $ callmark find -r question.yaml calls.csv
  call,turn,role,at_ms,detector,start,end,quote,also,place
  Q-1,2,agent,,probes,0,25,okay what did you do last,,question.yaml:11:14
  $ callmark show -r question.yaml -c Q-2 --stage marks calls.csv
  score 0.0, Needs coaching, judged on 1 of 1
    listens 0.0
  not met        listens/probes: open questions: 0 of 1, fewer than 1

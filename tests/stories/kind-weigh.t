Do several small signs together say that the agent read back what the customer gave?

  $ cat >weigh.yaml <<'YAML'
  > rubric: weigh
  > score: {assess: {min_turns: 2, min_agent_words: 2}}
  > detectors:
  >   asks: {role: customer, any: ['did you get'], match: [did you get it], no_match: [got it]}
  >   reads-back:
  >     kind: weigh
  >     role: agent
  >     phrases:
  >       - {say: "^so", points: 3}
  >       - {echo: half, points: 4}
  >       - {say: right, points: 2}
  >       - {after: asks, points: -5}
  >       - {words: {at_most: 2}, points: -1}
  >     enough: 6
  >     match: ["customer: Elm Road 7\nagent: Elm Road 7, right?"]
  >     no_match: ["customer: Elm Road 7\nagent: Right."]
  > principles:
  >   - {id: listens, title: Listens, weight: 1, criteria: [
  >       {id: reads-back, ask: Did the agent read it back?, met: reads-back,
  >        tip: Read it back., say: "Elm Road, number seven?"}]}
  > YAML
  $ cat >calls.csv <<'CSV'
  > call_id,agent,speaker,text
  > W-1,ada,customer,"Send it to Elm Road, flat 12."
  > W-1,ada,agent,"So that's Elm Road, flat 12."
  > W-2,ben,customer,"Did you get it? Elm Road, flat 12."
  > W-2,ben,agent,"Elm Road, flat 12, that's right."
  > W-3,cat,customer,"Send it to Elm Road, flat 12."
  > W-3,cat,agent,"Will do."
  > CSV

Its words are the phrases that counted:

  $ callmark find -r weigh.yaml -d reads-back -t text calls.csv
  W-1:2: agent: reads-back (weigh.yaml:9:15): [So] that's Elm Road, flat 12.
  W-1:2: agent: reads-back: So that's [Elm] Road, flat 12.
  $ for call in 1 2 3; do
  >     callmark show -r weigh.yaml -c W-$call --stage marks calls.csv
  > done
  score 100.0, Excellent, judged on 1 of 1
    listens 100.0
  met            listens/reads-back
      turn 2, agent, reads-back (^so +3): So
      turn 2, agent, reads-back (echo half +4): Elm
  score 0.0, Needs coaching, judged on 1 of 1
    listens 0.0
  not met        listens/reads-back: turn 2 has 1 of 6 points: echo half +4, right +2, after asks -5
  score 0.0, Needs coaching, judged on 1 of 1
    listens 0.0
  not met        listens/reads-back: not found: reads back

The record has them with their points, and what is read from records too:

  $ callmark score -r weigh.yaml calls.csv >records.ndjson
  $ head -1 records.ndjson | grep -o '"phrase":"[^}]*'
  "phrase":"^so","points":3
  "phrase":"echo half","points":4
  $ callmark report -r weigh.yaml -o from-calls calls.csv
  3 calls of 3 agents: from-calls/team.xlsx and 3 workbooks in from-calls/agents
  $ callmark report -r weigh.yaml -o from-records records.ndjson
  3 calls of 3 agents: from-records/team.xlsx and 3 workbooks in from-records/agents
  $ cmp from-calls/scorecards.ndjson from-records/scorecards.ndjson

Every mistake has its place:

  $ cat >bad.yaml <<'YAML'
  > detectors:
  >   it:
  >     kind: weigh
  >     phrases:
  >       - {say: 'so (', points: 4}
  >       - {find: nothing, points: 1}
  >       - {say: so, echo: half, points: 4}
  >       - {echo: halves, points: 4}
  >       - {say: so, points: much}
  >       - {words: 2, points: -1}
  >     enough: 6
  > YAML
  $ callmark check bad.yaml
  bad.yaml:5:20: error: bad regular expression: missing closing parenthesis (for a plain ( write \()
      5 |         - {say: 'so (', points: 4}
        |                      ^
  bad.yaml:6:16: error: unknown detector 'nothing' (one of it)
      6 |         - {find: nothing, points: 1}
        |                  ^~~~~~~
  bad.yaml:7:9: error: a phrase that looks at 2 things (one of say, find, after, echo or words, and points)
      7 |         - {say: so, echo: half, points: 4}
        |           ^
  bad.yaml:8:16: error: unknown echo 'halves' (did you mean 'half'?)
      8 |         - {echo: halves, points: 4}
        |                  ^~~~~~
  bad.yaml:9:27: error: expected whole points, not 0, found 'much' ('4' or '-2')
      9 |         - {say: so, points: much}
        |                             ^~~~
  bad.yaml:10:17: error: expected a map, found a text ('field: value' for each field)
     10 |         - {words: 2, points: -1}
        |                   ^
  bad.yaml: 6 errors, 0 warnings
  [1]

Where the words leave the answer open, nobody is accused.

  $ cat >unclear.yaml <<'YAML'
  > rubric: unclear
  > score: {assess: {min_turns: 2, min_agent_words: 1}}
  > detectors:
  >   worry: {role: customer, any: [worried], match: [worried], no_match: [fine]}
  >   comfort: {role: agent, any: [no need to worry], match: [no need to worry], no_match: [so]}
  >   orders: {role: agent, any: ["please (?:send|wait)"], match: [please wait], no_match: [so]}
  >   goodbye: {any: [goodbye], match: [goodbye], no_match: [so]}
  >   something-else:
  >     kind: unread
  >     role: agent
  >     besides: [comfort, orders]
  >     match: [we shall see]
  >     no_match: [please wait]
  >   comforts:
  >     kind: reply
  >     to: worry
  >     with: comfort
  >     within: {turns: 1}
  >     unclear: something-else
  > principles:
  >   - id: p
  >     title: P
  >     weight: 1
  >     criteria:
  >       - {id: comforts, ask: A?, when: worry, met: comforts, tip: T., say: S.}
  >       - id: parts
  >         ask: B?
  >         met: goodbye
  >         unclear: [{when: {not: thanks}, why: the call breaks off}]
  >         tip: T.
  >         say: S.
  > YAML
  $ callmark check unclear.yaml 2>&1 | head -4
  unclear.yaml:29:32: error: unknown detector 'thanks' (one of worry, comfort, orders, goodbye, something-else or comforts)
     29 |           unclear: [{when: {not: thanks}, why: the call breaks off}]
        |                                  ^~~~~~
  unclear.yaml: 1 error, 0 warnings
  $ sed -i 's/thanks/orders/' unclear.yaml
  $ callmark check unclear.yaml 2>/dev/null | head -3
  unclear
  1 principle, 2 criteria
  6 detectors, 4 patterns

  $ cat >calls.csv <<'CSV'
  > call_id,speaker,text
  > soft,customer,I am worried
  > soft,agent,No need to worry. Please send it back.
  > hard,customer,I am worried
  > hard,agent,Please send it back.
  > open,customer,I am worried
  > open,agent,Ah well.
  > CSV
  $ callmark score -r unclear.yaml calls.csv | jq -r '.call as $c | .marks[] |
  >   [$c, .criterion, .verdict, .why] | join("  ")'
  soft  comforts  met  
  soft  parts  not_met  not found: goodbye
  hard  comforts  not_met  no comfort after worry (turn 1)
  hard  parts  not_met  not found: goodbye
  open  comforts  not_assessable  turn 2 does not tell: "Ah well."
  open  parts  not_assessable  the call breaks off

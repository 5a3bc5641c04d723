Interruptions. The agent says "mm-hm" in the midst of the customer's words, which is
listening; cuts in; answers a little early, when the customer is nearly done; and begins
at the same time as the customer.

  $ cat >overlap.yaml <<'YAML'
  > rubric: overlap
  > fragments:
  >   back-channel: mm-?hm|yeah|right
  > detectors:
  >   lets-finish: {kind: overlap, unless: [<back-channel>],
  >     match: ["customer @0-9: So it came\nagent @4-5: Yeah."],
  >     no_match: ["customer @0-9: So it came\nagent @4-5: Yeah what is it"]}
  >   is-let-finish: {kind: overlap, role: customer}
  > principles:
  >   - {id: respect, title: Respect, weight: 1, source: us, criteria: [
  >       {id: waits, ask: Did the agent let the customer finish?, met: lets-finish,
  >        not_met: {not: is-let-finish}, tip: Wait., say: Go on.}]}
  > YAML
  $ callmark check -q overlap.yaml
  $ cat >calls.csv <<'CSV'
  > call_id,speaker,start,end,text
  > O-1,customer,0,8,It was late and then it was the wrong one and now
  > O-1,agent,3,4.5,"Mm-hm, yeah."
  > O-1,agent,5,7,Your number please
  > O-1,customer,9,12,"Four one seven, from last week."
  > O-1,agent,11,14,"Right, I have it here."
  > O-1,customer,15,20,Then can you send me the right one
  > O-1,agent,15.3,19,Now let me see
  > O-2,customer,0,,It was late
  > O-2,agent,3,,Your number please
  > CSV
  $ callmark show -r overlap.yaml -c O-1 --stage findings calls.csv
  lets-finish              no      1  (1 interruption by the agent, 2.0 s in turn 3)
      turn 3: Your number please
      turn 1: It was late and then it was the wrong one and now
  is-let-finish            yes     0  (no interruption by the customer)
  $ callmark show -r overlap.yaml -c O-2 --stage findings calls.csv
  lets-finish              unknown 0  (the call does not say when turns start and end)
  is-let-finish            unknown 0  (the call does not say when turns start and end)

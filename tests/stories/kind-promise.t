A promise says who does what, and when; the time may come in the agent's next turn.

  $ cat >desk.yaml <<'YAML'
  > rubric: desk
  > detectors:
  >   follow-up:
  >     kind: promise
  >     any: ["(?<who>I|we)'ll (?<what>call|write)(?: (?:you|back))*"]
  >     when: ['by \w+', tomorrow]
  >     match:
  >       - I'll call you back tomorrow
  >       - |
  >         agent: I'll call you back.
  >         customer: When will that be?
  >         agent: By Friday.
  >     no_match: [I'll call you back]
  >   follow-up-kept:
  >     kind: promise
  >     state: kept
  >     any: ["(?<who>I|we)'ll (?<what>call|write)(?: (?:you|back))*"]
  >     when: ['by \w+', tomorrow]
  > principles:
  >   - id: ownership
  >     title: Ownership
  >     weight: 1
  >     criteria:
  >       - {id: says-when, ask: Is the time named?, met: follow-up, tip: Say when., say: By noon.}
  >       - {id: keeps, ask: Was it kept?, met: follow-up-kept, tip: Do it., say: As I promised.}
  > YAML
  $ callmark check desk.yaml 2>&1 | grep example
  desk.yaml:14:3: warning: detector 'follow-up-kept' has no 'match' example
  desk.yaml:14:3: warning: detector 'follow-up-kept' has no 'no_match' example
  3 examples passed
  $ cat >call.txt <<'EOT'
  > Agent: I'll call you back.
  > Customer: When will that be?
  > Agent: By Friday. And we'll write to you.
  > EOT
  $ callmark show -r desk.yaml --stage=findings call.txt
  follow-up                yes     1  (turn 3 does not say when)
      turn 1: I'll call you back
      turn 3: By Friday
      turn 3: we'll write
  follow-up-kept           unknown 1  (whether it was kept shows only across calls)
      turn 1: I'll call you back
      turn 3: By Friday
      turn 3: we'll write

A formula over what the others found.

  $ cat >metric.yaml <<'YAML'
  > rubric: metric
  > detectors:
  >   asks-again:
  >     role: agent
  >     any: [say that again, repeat]
  >     match: [Could you repeat that?]
  >     no_match: [I have it.]
  >   low-effort: {kind: metric, formula: asks-again + 2 * field.transfers, at_most: 3}
  >   answers-soon: {kind: metric, formula: (first_reply + max_reply) / 2, at_most: 10 s}
  > principles:
  >   - {id: ease, title: Ease, weight: 1, source: us, criteria: [
  >       {id: effort, ask: Was it easy?, met: low-effort, tip: Note it down., say: I have it.},
  >       {id: soon, ask: Was it quick?, met: answers-soon, tip: Be quick., say: Right away.}]}
  > YAML
  $ callmark check -q metric.yaml
  $ cat >calls.csv <<'CSV'
  > call_id,speaker,start,end,text,transfers
  > M-1,customer,0,4,It is the red one.,1
  > M-1,agent,6,8,Could you repeat that?,1
  > M-1,customer,9,10,The red one.,1
  > M-1,agent,40,42,Please say that again.,1
  > M-2,customer,0,4,It is the red one.,
  > M-2,agent,6,8,I have it.,
  > CSV
  $ callmark show -r metric.yaml -c M-1 --stage findings calls.csv
  asks-again               yes     2
      turn 2: repeat
      turn 4: say that again
  low-effort               no      4  (asks-again + 2 * field.transfers is 4)
      turn 2: repeat
      turn 4: say that again
  answers-soon             no      16000  ((first_reply + max_reply) / 2 is 16 s)
      turn 2: Could you repeat that?
      turn 4: Please say that again.
  $ callmark show -r metric.yaml -c M-2 --stage findings calls.csv
  asks-again               no      0
  low-effort               unknown 0  (the call has no field 'transfers')
  answers-soon             yes     2000  ((first_reply + max_reply) / 2 is 2 s)
      turn 2: I have it.
      turn 2: I have it.

Mistakes are shown inside the formula; what it names must come before it somehow, so
that there can be no ring.

  $ cat >wrong.yaml <<'YAML'
  > detectors:
  >   holds: {any: [hold], match: [hold], no_match: [held]}
  >   a: {kind: metric, formula: 2 * (holds + hodls), at_most: 1}
  >   b: {kind: metric, formula: "holds + * 2", at_most: 1}
  >   c: {kind: metric, formula: 'holds / (2 + 1', at_most: 1}
  >   d: {kind: metric, formula: holds 2, at_most: 1}
  >   e: {kind: metric, formula: turns-holds, at_most: 1}
  >   f: {kind: metric, formula: words / g, at_most: 1}
  >   g: {kind: metric, formula: 1 - f, at_most: 1}
  > YAML
  $ callmark check wrong.yaml
  wrong.yaml:3:43: error: unknown detector or measure 'hodls' (did you mean 'holds'?)
      3 |     a: {kind: metric, formula: 2 * (holds + hodls), at_most: 1}
        |                                             ^~~~~
  wrong.yaml:4:39: error: expected a name, a number or '('
      4 |     b: {kind: metric, formula: "holds + * 2", at_most: 1}
        |                                         ^
  wrong.yaml:5:39: error: missing closing parenthesis
      5 |     c: {kind: metric, formula: 'holds / (2 + 1', at_most: 1}
        |                                         ^
  wrong.yaml:6:36: error: expected + - * / or the end
      6 |     d: {kind: metric, formula: holds 2, at_most: 1}
        |                                      ^
  wrong.yaml:7:30: error: unknown detector or measure 'turns-holds' (a minus stands between spaces)
      7 |     e: {kind: metric, formula: turns-holds, at_most: 1}
        |                                ^~~~~~~~~~~
  wrong.yaml:8:3: error: detectors refer to each other in a ring: f -> g -> f
      8 |     f: {kind: metric, formula: words / g, at_most: 1}
        |     ^
  wrong.yaml: 6 errors, 0 warnings
  [1]

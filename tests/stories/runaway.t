A pattern that could go on for ever is stopped by its budget. What it would have said is
then unknown: neither yes nor no.

  $ cat >runaway.yaml <<'EOF'
  > rubric: runaway
  > title: A pattern that runs away
  > version: 1
  > language: en
  > score:
  >   law: weighted-mean
  >   bands: {Good: 60, Poor: 0}
  >   assess: {min_turns: 1, min_agent_words: 1, roles: [agent]}
  > detectors:
  >   wail:
  >     role: agent
  >     any: ['(?:a+)+(?:b|$)']
  >     match: [aab]
  >     no_match: [ddd]
  >   hello:
  >     role: agent
  >     any: [hello]
  >     match: [hello]
  >     no_match: [bye]
  > principles:
  >   - id: manner
  >     title: Manner
  >     weight: 1
  >     criteria:
  >       - {id: never-wails, ask: A?, not_met: wail, met: {not: wail}, tip: T, say: S}
  >       - {id: wails, ask: B?, met: wail, tip: T, say: S}
  >       - {id: greets-wailers, ask: C?, when: wail, met: hello, tip: T, say: S}
  >       - {id: hello-or-wail, ask: D?, met: {any: [hello, wail]}, tip: T, say: S}
  > EOF
  $ {
  >   echo call_id,speaker,text
  >   printf 'R-1,agent,hello %s!\n' "$(head -c 5000 /dev/zero | tr '\0' a)"
  >   printf 'R-2,agent,hello aab\nR-3,agent,hello\n'
  > } >calls.csv

`check` warns of it:

  $ callmark check runaway.yaml 2>&1 | grep -A2 error:
  runaway.yaml:12:11: error: pattern can run away: more than 100000 steps on 30 characters 'aaaaaaaaaaaaaaaaaaaa...' (is there a repetition inside another, as in (?:a+)+ ?)
     12 |       any: ['(?:a+)+(?:b|$)']
        |             ^~~~~~~~~~~~~~~~

The run goes on. A criterion that rests on the pattern cannot be assessed, one that does not
need it can:

  $ timeout 5 callmark score -r runaway.yaml --to csv calls.csv | cut -d, -f1,14,22-25
  runaway.yaml:12:11: warning: pattern gave up after 100000 steps: what it decides is not assessable in call 'R-1'
  call,score,manner.never-wails,manner.wails,manner.greets-wailers,manner.hello-or-wail
  R-1,100.0,not_assessable,not_assessable,not_assessable,met
  R-2,75.0,not_met,met,met,met
  R-3,66.7,met,not_met,not_applicable,met

Who reads both hears of it before the record comes:

  $ callmark score -r runaway.yaml calls.csv 2>&1 | cut -c1-28
  runaway.yaml:12:11: warning:
  {"record":2,"call":"R-1","ag
  {"record":2,"call":"R-2","ag
  {"record":2,"call":"R-3","ag

What gave up is named, with the turn, in the record and in the stages:

  $ callmark score -r runaway.yaml calls.csv | head -1 | grep -o '"why":"[^"]*"'
  runaway.yaml:12:11: warning: pattern gave up after 100000 steps: what it decides is not assessable in call 'R-1'
  "why":"a pattern of 'wail' gave up on turn 1"
  "why":"a pattern of 'wail' gave up on turn 1"
  "why":"a pattern of 'wail' gave up on turn 1"
  "why":""
  $ callmark show -r runaway.yaml --stage hits calls.csv
  turn 1       0-5    'hello'  by hello any runaway.yaml:17:11: hello
  turn 1    gave up: wail any runaway.yaml:12:11: (?:a+)+(?:b|$)
  $ callmark show -r runaway.yaml --stage findings calls.csv
  wail                     unknown 0  (a pattern of 'wail' gave up on turn 1)
  hello                    yes     1
      turn 1: hello

And in the manager's workbook:

  $ callmark report -q -r runaway.yaml -o report calls.csv
  runaway.yaml:12:11: warning: pattern gave up after 100000 steps: what it decides is not assessable in call 'R-1'
  $ unzip -p report/team.xlsx xl/sharedStrings.xml | grep -o 'pattern gave up' | uniq
  pattern gave up

What callmark can read, look for and mark by.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark list formats | grep -c '^csv \|^text '
  2
  $ callmark list kinds | grep -o '^[a-z]*'
  phrase
  reply
  order
  response
  length
  field
  manual
  near
  echo
  question
  answered
  fact
  promise
  silence
  overlap
  talk
  metric
  weigh
  unread
  $ mkdir shelf
  $ mv counter.yaml shelf
  $ printf 'rubric: [\n' >shelf/torn.yaml
  $ callmark list rubrics --rubric-dir shelf | sed -n 1,3p
  shelf:
  counter            At the library counter: 2 principles, 2 criteria
  torn               has errors (see 'callmark check')
  $ CALLMARK_RUBRICS=shelf callmark list rubrics | sed -n 1,3p
  shelf:
  counter            At the library counter: 2 principles, 2 criteria
  torn               has errors (see 'callmark check')
  $ callmark list detectors --rubric-dir shelf -r counter
  hello                  phrase    agent     shelf/counter.yaml:10
  grumble                phrase    customer  shelf/counter.yaml:15
  sorry                  phrase    agent     shelf/counter.yaml:20
  soothes                reply     agent     shelf/counter.yaml:25
  $ callmark list detectors -r shelf/counter.yaml | wc -l
  4

A name nobody has:

  $ callmark list detectors -r conter --rubric-dir shelf
  callmark: error: no rubric 'conter' (did you mean 'counter'?)
  [78]
  $ callmark list format
  callmark: error: nothing called 'format' to list (did you mean 'formats'?)
  [64]
  $ callmark list moods
  callmark: error: nothing called 'moods' to list (formats, kinds, rubrics or detectors)
  [64]
  $ callmark list
  callmark: error: no input given (see 'callmark list --help')
  [64]

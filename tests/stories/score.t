Marking calls in a pipeline.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark score -r counter.yaml --to csv calls.csv | cut -d, -f1-3,14-24
  call,agent,agent_name,score,compensatory,band,flags,judged,judged_of,too_little,welcome,care,welcome.greets,care.says-sorry
  B-1,ada,,100.0,100.0,Good,,2,2,,100.0,100.0,met,met
  B-2,ben,,0.0,0.0,Poor,,2,2,,0.0,0.0,not_met,not_met
  B-3,ada,,100.0,100.0,Good,,1,2,,100.0,,met,not_applicable

One line a call, in the order of the input:

  $ callmark score -r counter.yaml calls.csv | grep -o '"call":"[^"]*"\|"score":[0-9.]*,"comp'
  "call":"B-1"
  "score":100.0,"comp
  "call":"B-2"
  "score":0.0,"comp
  "call":"B-3"
  "score":100.0,"comp

A reader that has seen enough is no reason to complain; a disk that is full is:

  $ callmark score -r counter.yaml calls.csv | head -1 | wc -l
  1
  $ (sleep 0.2; callmark score -r counter.yaml calls.csv; echo "status $?" >&2) | true
  status 141
  $ callmark score -r counter.yaml calls.csv >/dev/full
  callmark: error: cannot write 'standard output': No space left on device
  [75]
  $ callmark find -r counter.yaml calls.csv >/dev/full
  callmark: error: cannot write 'standard output': No space left on device
  [75]
  $ callmark convert calls.csv >/dev/full
  callmark: error: cannot write 'standard output': No space left on device
  [75]

With -o the file is there when it is whole. What stood there before stays until then:

  $ callmark score -r counter.yaml calls.csv >stdout.ndjson
  $ ln stdout.ndjson old.ndjson
  $ callmark score -r counter.yaml -o old.ndjson calls.csv
  $ cmp stdout.ndjson old.ndjson
  $ [ stdout.ndjson -ef old.ndjson ]
  [1]
  $ echo precious >old.ndjson
  $ callmark score -r counter.yaml -o old.ndjson missing.csv
  missing.csv: error: cannot read: no such file or directory
  [66]
  $ cat old.ndjson
  precious

"-" is standard input, and only "-":

  $ callmark score -r counter.yaml - <calls.csv | cmp - stdout.ndjson
  $ cat calls.csv | callmark score -r counter.yaml - | cmp - stdout.ndjson
  $ callmark score -r counter.yaml <calls.csv
  callmark: error: no input given (see 'callmark score --help')
  [64]
  $ callmark score -r counter.yaml - </dev/null
  -:1:1: error: empty file
  [65]

Gates for a build: any call, or any agent's mean, under a number. The records are printed
all the same.

  $ callmark score -r counter.yaml --fail-under 60 -o all.ndjson calls.csv
  [1]
  $ cmp all.ndjson stdout.ndjson
  $ callmark score -r counter.yaml --fail-under 0 -o all.ndjson calls.csv
  $ sed '/ben/d' calls.csv >ada.csv
  $ callmark score -r counter.yaml --fail-under 100 -o ada.ndjson ada.csv
  $ callmark score -r counter.yaml --fail-under 100.1 -o ada.ndjson ada.csv
  [1]
  $ callmark score -r counter.yaml --fail-under-agent 60 -o all.ndjson calls.csv
  [1]
  $ sed 's/ben/ada/' calls.csv >one-agent.csv
  $ callmark score -r counter.yaml --fail-under 60 -o all.ndjson one-agent.csv
  [1]
  $ callmark score -r counter.yaml --fail-under-agent 60 -o all.ndjson one-agent.csv
  $ callmark score -r counter.yaml --fail-under-agent 70 -o all.ndjson one-agent.csv
  [1]
  $ callmark score -r counter.yaml --fail-under high calls.csv
  callmark score: bad value 'high' for --fail-under (expected N)
  Try `callmark score --help' or `callmark score --usage' for more information.
  [64]

Input that was refused is the graver answer:

  $ callmark score -r counter.yaml --fail-under 60 -o all.ndjson calls.csv missing.csv
  missing.csv: error: cannot read: no such file or directory
  [65]

A rubric that is not there, or is none, is said before anything is read:

  $ callmark score -r desk calls.csv missing.csv
  callmark: error: no rubric 'desk' (see 'callmark list rubrics')
  [78]
  $ printf 'rubric: desk\ntitle: Desk\n' >desk.yaml
  $ callmark score -q -r desk.yaml calls.csv missing.csv
  desk.yaml:1:1: error: missing field 'principles'
      1 |   rubric: desk
        |   ^
  [78]
  $ callmark score -r counter.yaml --to xml calls.csv
  callmark: error: unknown output format 'xml' ('ndjson' is one)
  [64]

What is no file is written to as it stands, and stays what it is; so does a link:

  $ mkfifo pipe
  $ wc -l <pipe >counted &
  $ callmark score -r counter.yaml -o pipe calls.csv
  $ wait
  $ cat counted
  3
  $ [ -p pipe ]
  $ ln -s linked.ndjson link.ndjson
  $ : >linked.ndjson
  $ callmark score -r counter.yaml -o link.ndjson calls.csv
  $ cmp linked.ndjson stdout.ndjson
  $ [ -L link.ndjson ]

A detector runs when a mark asks for it. Were all of them run first, the records would be the
same, by any rubric:

  $ for file in "$ROOT"/rubrics/*s.yaml; do
  >     rubric=$(basename "$file" .yaml)
  >     callmark score --rubric "$rubric" "$ROOT"/samples/calls.csv "$ROOT"/samples/text >"$rubric"
  >     callmark score --rubric "$rubric" --eager "$ROOT"/samples/calls.csv "$ROOT"/samples/text |
  >         cmp - "$rubric" && echo "$rubric"
  > done
  five-principles
  four-cornerstones
  four-pillars
  seven-pillars
  six-pillars
  ten-principles

A measure is an average with a target: over all calls, or those of each team, agent or
channel.

  $ . "$ROOT"/tests/stories/counter.sh
  $ cat >>counter.yaml <<'YAML'
  >   - id: tangibles
  >     title: Tangibles
  >     weight: 100
  >     source: house rule 2
  >     criteria:
  >       - {id: dress, ask: Was the agent dressed for it?, observable: no,
  >          reason: A transcript shows no clothes.}
  > measures:
  >   - {id: speed, title: Speed to answer, of: field wait, stat: mean, by: team, min_calls: 2,
  >      target: {at_most: 2 min}, source: house rule 5}
  >   - {id: service-level, of: field wait, stat: share, min_calls: 1,
  >      target: {at_most: 20 s, share: 80 %}, source: house rule 5}
  >   - {id: evenness, of: score, stat: spread, by: agent, min_calls: 2, target: {at_most: 12},
  >      source: house rule 6}
  >   - {id: grumbles, of: detector grumble, stat: max, source: house rule 7}
  > YAML
  $ callmark check counter.yaml 2>/dev/null | grep -e measure -e tangibles
  3 principles, 3 criteria (1 not observable), 4 measures
  tangibles                                         100  not observable

What no transcript shows has no score, and is named:

  $ callmark show -r counter.yaml -c B-1 --stage marks calls.csv | head -4
  score 100.0, Good, judged on 2 of 2
    welcome 100.0
    care 100.0
    tangibles not to be seen in a transcript

What is known of a call and nowhere else in its record stands among its measures:

  $ callmark score -r counter.yaml calls.csv >records.ndjson
  $ grep -o '"measures":{[^}]*}' records.ndjson
  "measures":{"wait_ms":30000,"first_reply_ms":1000,"max_reply_ms":1000,"field wait":30,"detector grumble":2}
  "measures":{"wait_ms":null,"first_reply_ms":2000,"max_reply_ms":2000,"field wait":null,"detector grumble":1}
  "measures":{"wait_ms":5000,"first_reply_ms":null,"max_reply_ms":null,"field wait":5,"detector grumble":0}

The report says what reaches its target. A call without the value is left out, and counted;
of a mean, only what its interval allows is said.

  $ callmark report -q -r counter.yaml -o report calls.csv
  $ cut -d , -f 1-5,11-17 report/measures.csv
  measure,of,stat,by,channel,group,calls,known,value,low,high,reached
  speed,field wait,mean,team,,Desk,3,2,17.5,0,176.328,not certain
  service-level,field wait,share,all,,,3,2,50,,,missed
  evenness,score,spread,agent,,ada,2,2,0,,,met
  evenness,score,spread,agent,,ben,1,1,,,,too few calls
  grumbles,detector grumble,max,all,,,3,3,2,,,too few calls
  $ python3 "$ROOT"/tests/stories/workbook.py report
  the workbooks agree with the records

It is the same from records, in any order and with any number of threads:

  $ callmark report -q -r counter.yaml -o again records.ndjson
  $ cmp report/measures.csv again/measures.csv && cmp report/team.xlsx again/team.xlsx
  $ python3 "$ROOT"/tests/stories/workbook.py again
  the workbooks agree with the records
  $ tac records.ndjson >turned.ndjson
  $ callmark report -q -j 8 -r counter.yaml -o turned turned.ndjson
  $ cmp report/measures.csv turned/measures.csv && cmp report/team.xlsx turned/team.xlsx

When the rubric has no measures any more, the file goes too:

  $ sed -i '/^measures:/,$d' counter.yaml
  $ callmark report -q -r counter.yaml -o report calls.csv
  $ ls report/measures.csv
  ls: cannot access 'report/measures.csv': No such file or directory
  [2]

With the sample calls:

  $ cp "$ROOT"/rubrics/*.yaml .
  $ cat >>five-principles.yaml <<'YAML'
  > measures:
  >   - {id: speed, of: field wait, stat: mean, by: team, target: {at_most: 120 s}}
  >   - {id: first-reply, of: first_reply, stat: mean, channel: chat, target: {at_most: 30 s}}
  >   - {id: longest-wait, of: max_reply, stat: p90, by: channel, target: {at_most: 2 min}}
  >   - {id: length, of: duration, stat: median, by: agent}
  >   - {id: empathy-level, of: principle empathy, stat: mean, by: agent, target: {at_least: 70}}
  >   - {id: channels, of: score, stat: gap, by: agent, min_calls: 1, target: {at_most: 10}}
  >   - {id: satisfaction, of: field csat, stat: mean, target: {at_least: 4, at_most: 5}}
  > YAML
  $ callmark report -q --redact -r ./five-principles.yaml -o samples "$ROOT"/samples/calls.csv
  $ python3 "$ROOT"/tests/stories/workbook.py samples
  the workbooks agree with the records

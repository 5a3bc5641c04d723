A rubric can be right in form and say nothing. Tried on calls, it shows what it says.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark check counter.yaml --try calls.csv 2>complaints
  counter 1: At the library counter
  2 principles, 2 criteria
  4 detectors, 5 patterns
  6 examples passed
  
                                                 weight    share
  welcome                                            40     40.0 %
    greets                                            1     40.0 %
  care                                               60     60.0 %
    says-sorry                                        1     60.0 %
  
  tried on 3 calls
  
  detector                         holds    hits unknown  example
  hello                                2       2       0  B-1:1: Good morning
  grumble                              2       3       0  B-1:2: waited for weeks
  sorry                                1       1       0  B-1:3: sorry
  soothes                              1       0       0  B-1:2: waited for weeks
  
  criterion, % where it applies  applies     met  partly  not met  not assessable   nominal   share    most
  greets                               3    66.7     0.0     33.3             0.0      40.0    60.0   100.0
  says-sorry                           2    50.0     0.0     50.0             0.0      60.0    40.0    60.0
  
  band                             calls       %
  Good                                 2    66.7
  Poor                                 1    33.3
  too little to judge                  0     0.0
  not assessable                       0     0.0
  
  mean score 66.7, judged on 1.7 of 2 criteria on average
  $ cut -c 1-60 complaints | head -2
  counter.yaml:35:13: note: neither criterion 'greets' nor its
     35 |         - id: greets

Detectors that never find anything, criteria that come out the same in every call:

  $ cat >idle.yaml <<'EOF'
  > rubric: idle
  > score: {assess: {min_turns: 1, min_agent_words: 1, roles: [agent]}}
  > detectors:
  >   talks: {role: agent, any: ['\w+']}
  >   sings: {any: [la la la]}
  >   grumbles: {role: customer, any: [annoyed], min: 3}
  >   satisfied: {kind: field, name: csat, at_least: 4}
  > principles:
  >   - id: p
  >     title: P
  >     weight: 1
  >     criteria:
  >       - {id: talks, ask: q, met: talks}
  >       - {id: sings, ask: q, met: sings}
  >       - {id: sings-to-grumblers, ask: q, when: grumbles, met: sings}
  >       - {id: sings-or-talks, ask: q, met: sings, partly: talks}
  >       - {id: satisfies, ask: q, met: satisfied}
  >       - {id: looks, ask: q, observable: no, reason: a call}
  > EOF
  $ callmark check -q idle.yaml --try calls.csv 2>complaints
  tried on 3 calls
  
  detector                         holds    hits unknown  example
  talks                                3      22       0  always  B-1:1: Good
  sings                                0       0       0  never
  grumbles                             0       2       0  never holds  B-1:2: annoyed
  satisfied                            0       0       3  never known
  
  criterion, % where it applies  applies     met  partly  not met  not assessable   nominal   share    most
  talks                                3   100.0     0.0      0.0             0.0      20.0    33.3    33.3  always met
  sings                                3     0.0     0.0    100.0             0.0      20.0    33.3    33.3  never met
  sings-to-grumblers                   0     0.0     0.0      0.0             0.0      20.0     0.0     0.0  never applies
  sings-or-talks                       3     0.0   100.0      0.0             0.0      20.0    33.3    33.3  always partly met
  satisfies                            3     0.0     0.0      0.0           100.0      20.0     0.0     0.0  never assessable
  
  band                             calls       %
  Excellent                            0     0.0
  Meets expectations                   0     0.0
  Needs coaching                       3   100.0
  too little to judge                  0     0.0
  not assessable                       0     0.0
  
  mean score 50.0, judged on 3.0 of 5 criteria on average

Calls of several files are one lot. What some of them lack is not known there:

  $ cat >more.csv <<'EOF'
  > call_id,speaker,text,csat
  > U-1,agent,"I do beg your pardon, I had not seen that you were waiting to pay",2
  > U-2,agent,La la la!,5
  > EOF
  $ callmark check -q idle.yaml --try calls.csv --try more.csv 2>complaints
  tried on 5 calls
  
  detector                         holds    hits unknown  example
  talks                                5      37       0  always  B-1:1: Good
  sings                                1       1       0  U-2:1: La la la
  grumbles                             0       2       2  never holds  B-1:2: annoyed
  satisfied                            1       0       3
  
  criterion, % where it applies  applies     met  partly  not met  not assessable   nominal   share    most
  talks                                5   100.0     0.0      0.0             0.0      20.0    30.0    33.3  always met
  sings                                5    20.0     0.0     80.0             0.0      20.0    30.0    33.3
  sings-to-grumblers                   2     0.0     0.0      0.0           100.0      20.0     0.0     0.0  never decided
  sings-or-talks                       5    20.0    80.0      0.0             0.0      20.0    30.0    33.3
  satisfies                            5    20.0     0.0     20.0            60.0      20.0    10.0    25.0
  
  band                             calls       %
  Excellent                            1    20.0
  Meets expectations                   0     0.0
  Needs coaching                       4    80.0
  too little to judge                  0     0.0
  not assessable                       0     0.0
  
  mean score 57.5, judged on 3.4 of 5 criteria on average

A pack has detectors alone:

  $ sed '/^rubric:/d; /^title:/d; /^version:/d; /^score:/,/assess/d; /^principles:/,$d' counter.yaml >pack.yaml
  $ callmark check pack.yaml --try calls.csv 2>complaints
  pack
  4 detectors, 5 patterns
  6 examples passed
  
  tried on 3 calls
  
  detector                         holds    hits unknown  example
  hello                                2       2       0  B-1:1: Good morning
  grumble                              2       3       0  B-1:2: waited for weeks
  sorry                                1       1       0  B-1:3: sorry
  soothes                              1       0       0  B-1:2: waited for weeks

What goes with the calls must be there, and be good:

  $ callmark check -q pack.yaml --try calls.csv --calls missing.csv
  missing.csv: error: cannot read: no such file or directory
  [64]
  $ callmark check -q pack.yaml --try calls.csv --agents missing.csv
  missing.csv: error: cannot read: no such file or directory
  [64]
  $ callmark check -q pack.yaml --try calls.csv --name-pattern '(?<agent>'
  --name-pattern:1:10: error: bad regular expression: missing closing parenthesis
      1 |   (?<agent>
        |            ^
  [64]
  $ callmark check -q pack.yaml --try calls.csv --from parchment
  --from: error: unknown format 'parchment'
  [64]

What cannot be read is said; a rubric with errors is not tried.

  $ callmark check -q counter.yaml --try missing.csv 2>&1 | grep -v warning
  missing.csv: error: cannot read: no such file or directory
  tried on 0 calls
  $ callmark check -q counter.yaml --try missing.csv 2>complaints
  tried on 0 calls
  [66]
  $ sed 's/met: hello/met: hullo/' counter.yaml >bad.yaml
  $ callmark check bad.yaml --try calls.csv 2>complaints
  [1]

However many threads work, it is the same:

  $ for jobs in 1 8; do
  >   callmark check -q five-principles --try "$ROOT"/samples/calls.csv -j$jobs >$jobs
  > done
  $ cmp 1 8 && head -1 1
  tried on 31 calls

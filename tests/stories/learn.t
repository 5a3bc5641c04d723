What a detector can learn from turns that people have labelled.

  $ cat >house.yaml <<'YAML'
  > detectors:
  >   asks: {role: customer, any: ['can you', 'could you'], match: [can you], no_match: [you can]}
  >   promises: {role: agent, any: ["i will"], match: [I will see.], no_match: [I see.]}
  > YAML

Sixty small dialogues, in which agents promise in words that the detector does not know:

  $ dialogues() {
  >     awk -v OFS='\t' 'BEGIN {
  >         split("lamp table chair sofa desk shelf rug", thing, " ")
  >         split("let me look into|i will order|leave it with me, i do", said, "|")
  >         print "dialogue", "turn", "role", "labels", "text"
  >         for (i = 1; i <= 60; i++) {
  >             t = thing[i % 7 + 1]
  >             promise = i % 3 < 2 ? said[i % 3 + 1] " the " t : "the " t " is blue"
  >             print "D-" i, 1, "customer", "", (i % 2 ? "can you" : "could you") " see to my " t
  >             print "D-" i, 2, "agent", i % 3 < 2 ? "promises" : "", promise
  >             print "D-" i, 3, "customer", "", "and the other " t
  >             print "D-" i, 4, "agent", "", "that " t " i will not discuss"
  >         }
  >     }'
  > }
  $ dialogues >labels.tsv
  $ callmark learn -r house.yaml -d promises labels.tsv -o learned.yaml
  promises: 120 turns of 60 dialogues, in 40 it is to be found; 5 folds of whole dialogues
  
              precision           recall              F1                  F1 rises in %  F1 in the worst fold
  as it is    25.0 (16.8-35.5)    50.0 (35.2-64.8)    33.3 (23.5-44.8)
  overlay     100.0 (91.2-100.0)  100.0 (91.2-100.0)  100.0 (95.4-100.0)  100.0          40.0 to 100.0
  points      83.3 (70.4-91.3)    100.0 (91.2-100.0)  90.9 (82.6-95.5)    100.0          40.0 to 80.0
  
  Take the overlay:
  unless  'i will not'                  right 60 of 60  "that table i will not discuss"
  any     'let me look'                 right 20 of 20  "let me look into the sofa"
  
  Is the label wrong, or the phrases?
  labels.tsv:19: D-5:2: likely, not labelled (): the shelf is blue
  labels.tsv:79: D-20:2: likely, not labelled (): the rug is blue
  labels.tsv:139: D-35:2: likely, not labelled (): the lamp is blue
  labels.tsv:199: D-50:2: likely, not labelled (): the table is blue
  labels.tsv:31: D-8:2: likely, not labelled (): the table is blue
  labels.tsv:91: D-23:2: likely, not labelled (): the chair is blue
  labels.tsv:151: D-38:2: likely, not labelled (): the sofa is blue
  labels.tsv:211: D-53:2: likely, not labelled (): the desk is blue
  learned.yaml: written; 'callmark check' tries it

What is written uses the rubric, and can be tried at once:

  $ cat learned.yaml
  # Written by 'callmark learn' from labels.tsv:
  # 120 turns of 60 dialogues, 40 to be found, hash 8fd4428a7a885bbd;
  # house has hash cc235103defcb195.
  # As it was: precision 0.250 (0.168-0.355), recall 0.500 (0.352-0.648), F1 0.333 (0.235-0.448)
  # Learned, by folds: precision 1.000 (0.912-1.000), recall 1.000 (0.912-1.000), F1 1.000 (0.954-1.000)
  # F1 rises in 100.0 % of 1000 resamples of the dialogues.
  use: house.yaml
  
  extend:
    promises:
      any:
        - 'let me look'  # right 20 of 20
      unless:
        - 'i will not'  # right 60 of 60
  $ callmark check learned.yaml
  learned
  2 detectors (2 from other files, 1 extended), 5 patterns
  4 examples passed
  $ callmark measure -r learned.yaml -t csv labels.tsv | grep ^detector,promises
  detector,promises,promises,120,40,40,40,0,1.000,0.912,1.000,1.000,0.912,1.000,1.000,0.954,1.000

The same bytes, however many threads:

  $ callmark learn -q -r house.yaml -d promises -j 1 labels.tsv -o one.yaml >one.txt
  $ callmark learn -q -r house.yaml -d promises -j 4 labels.tsv -o four.yaml >four.txt
  $ cmp one.txt four.txt && cmp one.yaml four.yaml

From the new one there is nothing more to learn, so nothing is written:

  $ callmark learn -r learned.yaml -d promises labels.tsv -o more.yaml | sed -n 3,8p
              precision           recall              F1                  F1 rises in %  F1 in the worst fold
  as it is    100.0 (91.2-100.0)  100.0 (91.2-100.0)  100.0 (95.4-100.0)
  overlay     100.0 (91.2-100.0)  100.0 (91.2-100.0)  100.0 (95.4-100.0)  0.0            100.0 to 100.0
  points      100.0 (91.2-100.0)  100.0 (91.2-100.0)  100.0 (95.4-100.0)  0.0            100.0 to 100.0
  
  Leave it as it is: F1 must rise in 90 % of 1000 resamples of the dialogues.
  $ ls more.yaml
  ls: cannot access 'more.yaml': No such file or directory
  [2]

Where a few turns are labelled, it tells what looks likely, and learns nothing:

  $ head -80 labels.tsv >few.tsv
  $ callmark learn -r house.yaml -d promises few.tsv -o more.yaml | sed -n 5,9p
  
  Too little to learn from: it takes 30 turns where it is to be found, in two dialogues or more.
  Candidates:
    say: 'the'                          right 13 of 20  "i will order the table"
    say: 'order'                        right 7 of 7  "i will order the table"
  $ ls more.yaml
  ls: cannot access 'more.yaml': No such file or directory
  [2]

Where no words tell, the turn before may: here "that one" answers, or promises. The
agents are known, so no agent is on both sides of a fold:

  $ answers() {
  >     awk -v OFS='\t' 'BEGIN {
  >         print "dialogue", "turn", "role", "labels", "text", "agent"
  >         for (i = 1; i <= 60; i++) {
  >             print "E-" i, 1, "customer", "", i % 2 ? "can you send it" : "it came", "a" i % 7
  >             print "E-" i, 2, "agent", i % 2 ? "promises" : "", "that one", "a" i % 7
  >         }
  >     }'
  > }
  $ answers >answers.tsv
  $ callmark learn -r house.yaml -d promises answers.tsv -o points.yaml
  promises: 60 turns of 60 dialogues, in 30 it is to be found; 5 folds of whole agents
  
              precision           recall              F1                  F1 rises in %  F1 in the worst fold
  as it is    -                   0.0 (0.0-11.4)      0.0 (0.0-20.4)
  overlay     -                   0.0 (0.0-11.4)      0.0 (0.0-20.4)      0.0            0.0 to 0.0
  points      100.0 (88.6-100.0)  100.0 (88.6-100.0)  100.0 (94.0-100.0)  100.0          0.0 to 100.0
  
  Take the points: a turn with 5 is found
    +6  after: asks                     right 30 of 30  "that one"
  points.yaml: written; 'callmark check' tries it
  $ sed -n '/^detectors/,$p' points.yaml
  detectors:
    promises:
      kind: weigh
      role: agent
      phrases:
        - {after: asks, points: 6}  # right 30 of 30
      enough: 5
      match:
        - |
          customer: can you send it
          agent: that one
      no_match:
        - |
          customer: it came
          agent: that one
  $ callmark check points.yaml
  points
  2 detectors (1 from other files), 2 patterns
  4 examples passed
  $ callmark measure -r points.yaml -t csv answers.tsv | grep ^detector,promises
  detector,promises,promises,60,30,30,30,0,1.000,0.886,1.000,1.000,0.886,1.000,1.000,0.940,1.000

What the points replace still counts in them where it tells something; it is then called
by its name and '.before':

  $ cat >both.yaml <<'YAML'
  > use: house.yaml
  > detectors:
  >   promises:
  >     kind: weigh
  >     role: agent
  >     phrases: [{find: promises, points: 3}, {say: not, points: -2}]
  >     enough: 2
  >     match: [I will see.]
  >     no_match: [I will not.]
  > YAML
  $ callmark check both.yaml
  both
  3 detectors (2 from other files), 4 patterns
  6 examples passed
  $ callmark list detectors -r both.yaml
  asks                   phrase    customer  house.yaml:2
  promises               weigh     agent     both.yaml:3
  promises.before        phrase    agent     house.yaml:3

One detector learns, from labels that it has:

  $ callmark learn -r house.yaml labels.tsv
  callmark: error: which detector is to learn? (one --detector)
  [64]
  $ callmark learn -r house.yaml -d promise labels.tsv
  callmark: error: unknown detector 'promise' (did you mean 'promises'?)
  [64]
  $ callmark learn -r house.yaml -d asks labels.tsv
  callmark: error: no turn carries a label of the detector's (see --labels-map)
  [1]
  $ callmark learn -r house.yaml -d promises nowhere.tsv
  nowhere.tsv: error: cannot read: no such file or directory
  [66]

Verdicts on whole calls tell of turns, too. Here every third agent wishes a good morning, every
third says "welcome to", which the detector does not know, and the others nothing. Two
readers name the turn of the greeting; on every tenth call they differ:

  $ cat >desk.yaml <<'YAML'
  > rubric: desk
  > detectors:
  >   hello: {role: agent, any: [good morning], match: [good morning], no_match: [yes]}
  >   bye: {role: agent, any: [bye], match: [bye now], no_match: [yes]}
  >   civil: {role: agent, also: [hello, bye], any: [madam], match: [yes madam], no_match: [yes]}
  > principles:
  > - id: courtesy
  >   title: Courtesy
  >   weight: 1
  >   criteria:
  >   - {id: greets, ask: Was there a greeting?, met: hello, tip: Greet., say: Good morning.}
  >   - {id: is-civil, ask: Was it civil?, met: civil, tip: Be so., say: Good morning.}
  >   - {id: is-short, ask: Was it short?, met: {all: [hello, bye]}, tip: Be so., say: Good morning.}
  > YAML
  $ awk -v OFS=, 'BEGIN {
  >     split("lamp table chair sofa desk shelf rug", thing, " ")
  >     split("good morning|welcome to the shop|yes", said, "|")
  >     print "call_id", "agent", "speaker", "text" >"shop.csv"
  >     print "call", "criterion", "reader", "verdict", "turn" >"said.csv"
  >     for (i = 1; i <= 90; i++) {
  >         t = thing[i % 7 + 1]
  >         print "C-" i, "a" i % 8, "agent", said[i % 3 + 1] " how is the " t >"shop.csv"
  >         print "C-" i, "a" i % 8, "customer", "good morning my " t " is late" >"shop.csv"
  >         print "C-" i, "a" i % 8, "agent", "the " t " comes to you on monday" >"shop.csv"
  >         verdict = i % 3 < 2 ? "met,1" : "not_met,"
  >         print "C-" i, "greets", "ana", verdict >"said.csv"
  >         print "C-" i, "greets", "ben", i % 10 ? verdict : "unsure," >"said.csv"
  >     }
  > }'
  $ callmark learn -r desk.yaml -d hello --criterion greets --verdicts said.csv shop.csv -o learned.yaml
  hello: 162 turns of 81 dialogues, in 54 it is to be found; 5 folds of whole agents
  by the verdicts on 'greets': 54 calls by a turn that was named, 27 in which no turn is right, 9 not used
  
              precision           recall              F1                  F1 rises in %  F1 in the worst fold
  as it is    100.0 (87.5-100.0)  50.0 (37.1-62.9)    66.7 (54.1-77.2)
  overlay     100.0 (93.4-100.0)  100.0 (93.4-100.0)  100.0 (96.6-100.0)  100.0          70.0 to 100.0
  points      100.0 (93.4-100.0)  100.0 (93.4-100.0)  100.0 (96.6-100.0)  100.0          70.0 to 100.0
  
  Take the overlay:
  any     'shop'                        right 27 of 27  "welcome to the shop how is the table"
  learned.yaml: written; 'callmark check' tries it
  $ sed '/^use/,$d' learned.yaml
  # Written by 'callmark learn' from said.csv, shop.csv:
  # 162 turns of 81 dialogues, 54 to be found, hash 5fb5b7485158c710;
  # desk has hash c912ffddc74b2f04.
  # Verdicts on greets: 54 calls by a turn that was named, 27 in which no turn is right.
  # As it was: precision 1.000 (0.875-1.000), recall 0.500 (0.371-0.629), F1 0.667 (0.541-0.772)
  # Learned, by folds: precision 1.000 (0.934-1.000), recall 1.000 (0.934-1.000), F1 1.000 (0.966-1.000)
  # F1 rises in 100.0 % of 1000 resamples of the dialogues.
  rubric: desk
  $ callmark check learned.yaml 2>/dev/null | sed -n 2,4p
  1 principle, 3 criteria
  3 detectors (3 from other files, 1 extended), 4 patterns
  6 examples passed

The criterion must be told where several rest on the detector, and must do so itself:

  $ callmark learn -r desk.yaml -d hello --verdicts said.csv shop.csv
  callmark: error: several criteria rest on detector 'hello' (--criterion: greets, is-civil)
  [64]
  $ callmark learn -r desk.yaml -d hello --criterion is-calm --verdicts said.csv shop.csv
  callmark: error: criterion 'is-calm' does not rest on detector 'hello' (these do: greets, is-civil)
  [64]
  $ callmark learn -r house.yaml -d promises --verdicts said.csv shop.csv
  callmark: error: no criterion rests on detector 'promises', so no verdict tells of it
  [64]
  $ callmark learn -r desk.yaml -d bye --verdicts said.csv shop.csv
  callmark: error: no verdict on these calls names a turn that earned it
  [1]
  $ callmark learn -r desk.yaml -d bye --verdicts nowhere.csv shop.csv
  nowhere.csv: error: cannot read: no such file or directory
  [66]

How often detectors are right, against turns that people have labelled.

  $ . "$ROOT"/tests/stories/counter.sh
  $ tr '|' '\t' >desk.tsv <<'TSV'
  > dialogue|turn|role|labels|text
  > D-1|0|agent|greeting|Hello, what are you looking for?
  > D-1|1|customer|complaint|I have waited for weeks for the "Atlas of Clouds".
  > D-1|2|agent|apology;promise|I'm sorry, it comes on Friday.
  > D-1|3|customer||hello? I said clouds
  > D-2|0|agent|greeting|Good morning.
  > D-2|2|customer|complaint|This is the third fine, and I paid them all.
  > D-2|4|agent|apology|My apologies.
  > D-3|0|agent||A patron said hello to you in 1902, it says.
  > D-3|1|customer|complaint|I'm so annoyed.
  > D-3|2|agent|apology|So sorry!
  > D-3|3|agent||A sorry sight, that shelf.
  > TSV
  $ cat >map.yaml <<'YAML'
  > labels:
  >   greeting: hello
  >   complaint: grumble
  >   apology: {detectors: [sorry, soothes], role: agent}
  > YAML
  $ measure() { callmark measure -r counter.yaml --labels-map map.yaml "$@"; }
  $ measure desk.tsv
  11 turns of 3 dialogues
  
  detector    turns positives   found    true unknown  precision           recall              F1                  labels
  hello           7         2       3       2       0  66.7 (20.8-93.9)    100.0 (34.2-100.0)  80.0 (34.4-96.8)    greeting
  grumble         4         3       2       2       0  100.0 (34.2-100.0)  66.7 (20.8-93.9)    80.0 (34.4-96.8)    complaint
  sorry           7         3       3       2       0  66.7 (20.8-93.9)    66.7 (20.8-93.9)    66.7 (26.1-91.9)    apology
  soothes         7         3       2       2       0  100.0 (34.2-100.0)  66.7 (20.8-93.9)    80.0 (34.4-96.8)    apology
  macro F1 76.7, the mean of 4 detectors
  
  label       turns positives   found    true unknown  precision           recall              F1                  detectors
  greeting        7         2       3       2       0  66.7 (20.8-93.9)    100.0 (34.2-100.0)  80.0 (34.4-96.8)    hello
  complaint       4         3       2       2       0  100.0 (34.2-100.0)  66.7 (20.8-93.9)    80.0 (34.4-96.8)    grumble
  apology         7         3       3       2       0  66.7 (20.8-93.9)    66.7 (20.8-93.9)    66.7 (26.1-91.9)    sorry, soothes
  macro F1 75.6, the mean of 3 labels

A false alarm shows the words that were found, a miss the turn; some of each by chance, the same in every run:

  $ measure --errors desk.tsv | grep '^desk'
  desk.tsv:9: hello: false alarm: D-3:1: agent: A patron said [hello] to you in 1902, it says.
  desk.tsv:7: grumble: miss: D-2:2: customer (complaint): This is the third fine, and I paid them all.
  desk.tsv:12: sorry: false alarm: D-3:4: agent: A [sorry] sight, that shelf.
  desk.tsv:8: sorry: miss: D-2:3: agent (apology): My apologies.
  desk.tsv:8: soothes: miss: D-2:3: agent (apology): My apologies.
  $ measure --errors --sample 1 -d grumble -d sorry -j1 desk.tsv >one
  $ measure --errors --sample 1 -d grumble -d sorry -j8 desk.tsv | cmp - one
  $ grep -c '^desk' one
  3

For other programs:

  $ measure -t csv desk.tsv
  measured,name,against,turns,positives,found,true_positives,unknown,precision,precision_low,precision_high,recall,recall_low,recall_high,f1,f1_low,f1_high
  detector,hello,greeting,7,2,3,2,0,0.667,0.208,0.939,1.000,0.342,1.000,0.800,0.344,0.968
  detector,grumble,complaint,4,3,2,2,0,1.000,0.342,1.000,0.667,0.208,0.939,0.800,0.344,0.968
  detector,sorry,apology,7,3,3,2,0,0.667,0.208,0.939,0.667,0.208,0.939,0.667,0.261,0.919
  detector,soothes,apology,7,3,2,2,0,1.000,0.342,1.000,0.667,0.208,0.939,0.800,0.344,0.968
  macro,detector,,,,,,,,,,,,,0.767,,
  label,greeting,hello,7,2,3,2,0,0.667,0.208,0.939,1.000,0.342,1.000,0.800,0.344,0.968
  label,complaint,grumble,4,3,2,2,0,1.000,0.342,1.000,0.667,0.208,0.939,0.800,0.344,0.968
  label,apology,sorry;soothes,7,3,3,2,0,0.667,0.208,0.939,0.667,0.208,0.939,0.667,0.261,0.919
  macro,label,,,,,,,,,,,,,0.756,,
  $ measure -t csv --errors -d hello desk.tsv
  error,detector,file,line,dialogue,turn,role,labels,quote,text
  false alarm,hello,desk.tsv,9,D-3,1,agent,,hello,"A patron said hello to you in 1902, it says."
  $ measure -t ndjson --errors -d hello desk.tsv
  {"detector":"hello","labels":["greeting"],"turns":7,"positives":2,"found":3,"true_positives":2,"unknown":0,"precision":[0.667,0.208,0.939],"recall":[1.000,0.342,1.000],"f1":[0.800,0.344,0.968]}
  {"macro_f1":0.800,"detectors":1}
  {"label":"greeting","detectors":["hello"],"turns":7,"positives":2,"found":3,"true_positives":2,"unknown":0,"precision":[0.667,0.208,0.939],"recall":[1.000,0.342,1.000],"f1":[0.800,0.344,0.968]}
  {"macro_f1":0.800,"labels":1}
  {"error":"false alarm","detector":"hello","file":"desk.tsv","line":9,"dialogue":"D-3","turn":1,"role":"agent","labels":"","quote":"hello","text":"A patron said hello to you in 1902, it says."}

The dialogues fall into parts, each into one, in every run into the same:

  $ sed 1q desk.tsv >many.tsv
  $ seq 90 | sed 's/.*/N-&\t0\tagent\thello\tHello &/' >>many.tsv
  $ for part in 1/3 2/3 3/3; do
  >     callmark measure -r counter.yaml --part $part many.tsv | sed -n '1p;4p' | cut -c 1-45
  > done
  26 turns of 26 dialogues, part 1 of 3
  hello         26        26      26      26   
  33 turns of 33 dialogues, part 2 of 3
  hello         33        33      33      33   
  31 turns of 31 dialogues, part 3 of 3
  hello         31        31      31      31   
  $ callmark measure -r counter.yaml --part 1/3 -j1 many.tsv >one
  $ callmark measure -r counter.yaml --part 1/3 -j8 - <many.tsv | cmp - one
  $ measure --part 3/2 desk.tsv
  callmark measure: bad value '3/2' for --part (expected K/N)
  Try `callmark measure --help' or `callmark measure --usage' for more
  information.
  [64]

Without a map, labels that are named as detectors are:

  $ sed 's/greeting/hello/' desk.tsv >named.tsv
  $ callmark measure -r counter.yaml named.tsv
  11 turns of 3 dialogues
  
  detector   turns positives   found    true unknown  precision           recall              F1                  labels
  hello          7         2       3       2       0  66.7 (20.8-93.9)    100.0 (34.2-100.0)  80.0 (34.4-96.8)    hello
  macro F1 80.0, the mean of 1 detector
  
  label      turns positives   found    true unknown  precision           recall              F1                  detectors
  hello          7         2       3       2       0  66.7 (20.8-93.9)    100.0 (34.2-100.0)  80.0 (34.4-96.8)    hello
  macro F1 80.0, the mean of 1 label
  $ callmark measure -r counter.yaml desk.tsv
  callmark: error: no label is named as a detector is (give --labels-map)
  [1]

A turn of unknown role is judged for the agent's detectors and for the customer's:

  $ sed 's/agent\|customer/unknown/' desk.tsv | measure - | sed -n '3,/^$/p' | cut -c 1-52
  detector    turns positives   found    true unknown 
  hello          11         2       4       2       0 
  grumble        11         3       2       2       0 
  sorry          11         3       3       2       0 
  soothes         0         0       0       0      11 
  macro F1 71.1, the mean of 3 detectors
  

What is wrong with the map, or not in the data:

  $ cat >slips.yaml <<'YAML'
  > labels:
  >   apolgy: sorry
  >   greeting: hullo
  > YAML
  $ callmark measure -r counter.yaml --labels-map slips.yaml desk.tsv
  slips.yaml:3:13: error: unknown detector 'hullo' (did you mean 'hello'?)
      3 |     greeting: hullo
        |               ^~~~~
  [78]
  $ cat >slips.yaml <<'YAML'
  > labels:
  >   apolgy: sorry
  >   complaint: hello
  >   greeting: hello
  > YAML
  $ callmark measure -r counter.yaml --labels-map slips.yaml desk.tsv | tail -5
  slips.yaml:2:3: warning: unknown label 'apolgy' (did you mean 'apology'?)
      2 |     apolgy: sorry
        |     ^~~~~~
  slips.yaml:3:3: warning: no turn that was judged carries label 'complaint' (a turn is judged when it is of the detector's role)
      3 |     complaint: hello
        |     ^~~~~~~~~
  
  label       turns positives   found    true unknown  precision           recall              F1                  detectors
  complaint       7         0       1       0       0  0.0 (0.0-79.3)      -                   -                   hello
  greeting        7         2       3       2       0  66.7 (20.8-93.9)    100.0 (34.2-100.0)  80.0 (34.4-96.8)    hello
  macro F1 80.0, the mean of 1 label
  $ measure -t yaml --errors desk.tsv
  callmark: error: a quality file has no place for errors (leave out --errors)
  [64]
  $ measure -d soothe desk.tsv
  callmark: error: unknown detector 'soothe' (did you mean 'soothes'?)
  [64]
  $ callmark measure -r counter.yaml --labels-map slips.yaml -d grumble desk.tsv
  callmark: error: detector 'grumble' has no label in 'slips.yaml'
  [64]

What is wrong with the data costs no other turn:

  $ printf 'D-4\t0\tagnet\tgreeting\tHello\nD-4\t1\tagent\tgreeting\nD-4\t2\tagent\tgreeting\tHello\n' >>desk.tsv
  $ measure -d hello desk.tsv | head -4
  desk.tsv:13:7: error: unknown role 'agnet' (did you mean 'agent'?)
  desk.tsv:14:21: error: row of 4 cells under a header of 5 (a tab stands between two cells, and in none)
  12 turns of 4 dialogues
  
  detector   turns positives   found    true unknown  precision           recall              F1                  labels
  hello          8         3       4       3       0  75.0 (30.1-95.4)    100.0 (43.9-100.0)  85.7 (46.2-97.7)    greeting
  $ measure calls.csv
  calls.csv:1:1: error: no column 'dialogue' (the header is dialogue, turn, role, labels, text, with tabs)
  callmark: error: no turns to measure
  [65]
  $ measure missing.tsv
  missing.tsv: error: cannot read: no such file or directory
  [66]
  $ printf 'dialogue\trole\tlabels\ttext\n' | measure -t yaml -o empty.yaml -
  -: warning: no calls
  callmark: error: no turns to measure
  [1]
  $ [ -e empty.yaml ]
  [1]
  $ printf 'dialogue\trole\tlabels\ttext\n' | measure -t yaml -o empty.yaml -
  -: warning: no calls
  callmark: error: no turns to measure
  [1]
  $ [ -e empty.yaml ]
  [1]

Other commands read labelled turns as calls:

  $ callmark find -r counter.yaml -d grumble -t text desk.tsv
  desk.tsv:13:7: error: unknown role 'agnet' (did you mean 'agent'?)
  desk.tsv:14:21: error: row of 4 cells under a header of 5 (a tab stands between two cells, and in none)
  D-1:2: customer: grumble (counter.yaml:17:34): I have [waited for weeks] for the "Atlas of Clouds".
  D-3:2: customer: grumble (counter.yaml:17:11): I'm [so annoyed].
  [65]
  $ callmark list formats | grep '^labels'
  labels   labelled turns: one row per turn under a header, with tabs, no quotes

The figures go beside the rubric. From there they come into lists and into each agent's workbook:

  $ head -12 desk.tsv | measure -t yaml -o counter.quality.yaml -
  $ cat counter.quality.yaml | sed 's/"[0-9a-f]\{16\}"/HASH/'
  # How often detectors were right; written by 'callmark measure'.
  measured:
    rubric: counter
    hash: HASH
    files: ["-"]
    dialogues: 3
    turns: 11
  detectors:
    hello:
      labels: ["greeting"]
      turns: 7
      positives: 2
      found: 3
      precision: [0.667, 0.208, 0.939]
      recall: [1.000, 0.342, 1.000]
      f1: [0.800, 0.344, 0.968]
    grumble:
      labels: ["complaint"]
      turns: 4
      positives: 3
      found: 2
      precision: [1.000, 0.342, 1.000]
      recall: [0.667, 0.208, 0.939]
      f1: [0.800, 0.344, 0.968]
    sorry:
      labels: ["apology"]
      turns: 7
      positives: 3
      found: 3
      precision: [0.667, 0.208, 0.939]
      recall: [0.667, 0.208, 0.939]
      f1: [0.667, 0.261, 0.919]
    soothes:
      labels: ["apology"]
      turns: 7
      positives: 3
      found: 2
      precision: [1.000, 0.342, 1.000]
      recall: [0.667, 0.208, 0.939]
      f1: [0.800, 0.344, 0.968]
  $ callmark list detectors -r counter.yaml
  hello                  phrase    agent     counter.yaml:10  precision 66.7 %  recall 100.0 %
  grumble                phrase    customer  counter.yaml:15  precision 100.0 %  recall 66.7 %
  sorry                  phrase    agent     counter.yaml:20  precision 66.7 %  recall 66.7 %
  soothes                reply     agent     counter.yaml:25  precision 100.0 %  recall 66.7 %
  $ callmark check counter.yaml 2>&1 | head -1
  counter.yaml:35:13: note: neither criterion 'greets' nor its principle has a 'source'
  $ callmark report -q -r counter.yaml -o out calls.csv
  $ unzip -p out/agents/ada.xlsx xl/sharedStrings.xml | grep -o 'Of [0-9]* turns[^<]*\|not measured'
  Of 3 turns that it found, 66.7 % (20.8 to 93.9 %) were right. Of 2 turns that it should find, it found 100.0 % (34.2 to 100.0 %). Measured on 7 turns.
  Of 2 turns that it found, 100.0 % (34.2 to 100.0 %) were right. Of 3 turns that it should find, it found 66.7 % (20.8 to 93.9 %). Measured on 4 turns.
  Of 3 turns that it found, 66.7 % (20.8 to 93.9 %) were right. Of 3 turns that it should find, it found 66.7 % (20.8 to 93.9 %). Measured on 7 turns.
  Of 2 turns that it found, 100.0 % (34.2 to 100.0 %) were right. Of 3 turns that it should find, it found 66.7 % (20.8 to 93.9 %). Measured on 7 turns.
  $ python3 "$ROOT"/tests/stories/workbook.py out
  the workbooks agree with the records

A rubric that was changed since is told apart:

  $ sed -i 's/, hello\]/, hello, hi there]/' counter.yaml
  $ callmark check counter.yaml 2>&1 | head -1 | sed "s/'[0-9a-f]\{16\}'/HASH/g"
  counter.quality.yaml:4:9: warning: measured with another version of the detectors: HASH, not HASH (run 'callmark measure' again)
  $ callmark list detectors -r counter.yaml | head -1
  hello                  phrase    agent     counter.yaml:10  precision 66.7 %  recall 100.0 %  (of another version)
  $ callmark report -q -r counter.yaml -o out calls.csv
  $ unzip -p out/agents/ada.xlsx xl/sharedStrings.xml | grep -o 'Measured on [^<]*' | head -1
  Measured on 7 turns, with another version of the detectors.

The quality file is no rubric, and a bad one is a mistake in the rubric:

  $ callmark list rubrics --rubric-dir . | sed -n 1,2p
  .:
  counter            At the library counter: 2 principles, 2 criteria
  $ sed -i 's/recall/recal/' counter.quality.yaml
  $ callmark score -r counter.yaml calls.csv 2>&1 | sed -n '/error/,$p' | head -3
  counter.quality.yaml:15:5: error: unknown field 'recal' (did you mean 'recall'?)
     15 |       recal: [1.000, 0.342, 1.000]
        |       ^~~~~

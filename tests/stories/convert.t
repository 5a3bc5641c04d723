From any format into callmark's own.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark convert calls.csv | sed 's/"turns".*/.../'
  {"call":"B-1","agent":"ada","team":"Desk","started_at":"2026-03-02T09:00:00Z","wait_ms":30000,"fields":{"wait":"30"},...
  {"call":"B-2","agent":"ben","team":"Desk","started_at":"2026-03-02T10:30:00Z","fields":{},...
  {"call":"B-3","agent":"ada","team":"Desk","started_at":"2026-03-09T16:15:00Z","wait_ms":5000,"fields":{"wait":"5"},...
  $ callmark convert calls.csv | head -1 | grep -o '"turns".*' | sed 's/},/},\n/g'
  "turns":[{"role":"agent","speaker":"agent","start_ms":0,"end_ms":3000,"text":"Good morning, what can I find for you?"},
  {"role":"customer","speaker":"customer","start_ms":4000,"end_ms":9000,"text":"The atlas. I've waited for weeks, I'm really annoyed."},
  {"role":"agent","speaker":"agent","start_ms":10000,"end_ms":14000,"text":"I'm sorry. It came in today."}]}
  $ callmark convert --to csv calls.csv
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  B-1,ada,,Desk,,,2026-03-02T09:00:00Z,30,agent,0,3000,"Good morning, what can I find for you?"
  B-1,ada,,Desk,,,2026-03-02T09:00:00Z,30,customer,4000,9000,"The atlas. I've waited for weeks, I'm really annoyed."
  B-1,ada,,Desk,,,2026-03-02T09:00:00Z,30,agent,10000,14000,I'm sorry. It came in today.
  B-2,ben,,Desk,,,2026-03-02T10:30:00Z,,customer,0,4000,I'm so annoyed about this fine.
  B-2,ben,,Desk,,,2026-03-02T10:30:00Z,,agent,6000,8000,It says two pounds here.
  B-3,ada,,Desk,,,2026-03-09T16:15:00Z,5,agent,0,2000,Hello again.
  B-3,ada,,Desk,,,2026-03-09T16:15:00Z,5,customer,3000,5000,"Hello, I'm bringing the atlas back."

What it writes it reads, to the same marks:

  $ callmark convert --to csv calls.csv >again.csv
  $ callmark score -r counter.yaml calls.csv >before.ndjson
  $ callmark score -r counter.yaml again.csv | cmp - before.ndjson
  $ callmark convert --to csv again.csv | cmp - again.csv
  $ callmark score "$ROOT"/samples/calls.csv "$ROOT"/samples/text >before.ndjson
  $ callmark convert --to csv "$ROOT"/samples/calls.csv "$ROOT"/samples/text >again.csv
  $ callmark score again.csv | cmp - before.ndjson

Cells with separators, quotes and line ends come through:

  $ cat >odd.csv <<'EOF'
  > call_id,agent,speaker,text
  > "O,1",o'neil,agent,"so ""that"", is"
  > "O,1",o'neil,customer,"one
  > two"
  > EOF
  $ callmark convert --to csv odd.csv
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  "O,1",o'neil,,,,,,,agent,,,"so ""that"", is"
  "O,1",o'neil,,,,,,,customer,,,"one
  two"
  $ callmark convert odd.csv
  {"call":"O,1","agent":"o'neil","fields":{},"turns":[{"role":"agent","speaker":"agent","text":"so \"that\", is"},{"role":"customer","speaker":"customer","text":"one\ntwo"}]}

And so do letters from elsewhere, and into a file:

  $ printf 'call_id,speaker,text\nU-1,agent,d\303\251j\303\240 \360\237\223\232\n' >letters.csv
  $ callmark convert --to csv -o out.csv letters.csv
  $ tail -1 out.csv
  U-1,,,,,,,,agent,,,d\xc3\xa9j\xc3\xa0 \xf0\x9f\x93\x9a (esc)

Tables for people to fill in. A tab in a text would begin another cell, so it is a space:

  $ printf 'call_id,speaker,text\nT-1,agent,"good\tmorning"\nT-1,customer,hi\nT-2,agent,hello\n' >two.csv
  $ callmark convert -t labels two.csv
  dialogue\tturn\trole\tlabels\ttext\tagent (esc)
  T-1\t1\tagent\t\tgood morning\t (esc)
  T-1\t2\tcustomer\t\thi\t (esc)
  T-2\t1\tagent\t\thello\t (esc)
  $ printf 'rubric: r\ndetectors: {hi: {any: [hello]}}\nprinciples: [{id: p, title: P, weight: 1, criteria: [{id: greets, ask: "Hello, was it said?", met: hi}]}]\n' >r.yaml
  $ callmark convert -t verdicts -r r.yaml two.csv
  call,criterion,ask,reader,verdict,turn
  T-1,greets,"Hello, was it said?",,,
  T-2,greets,"Hello, was it said?",,,

A part of the calls is the same one in every run, and the parts are all of them:

  $ for part in 1 2 3; do callmark convert --part $part/3 "$ROOT"/samples/calls.csv; done | sort >parts
  $ callmark convert "$ROOT"/samples/calls.csv | sort | cmp - parts

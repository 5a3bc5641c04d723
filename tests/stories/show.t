One call, in the terminal.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark show -r counter.yaml calls.csv
  call B-1, agent ada
  score 100.0, Good, judged on 2 of 2
    welcome 100.0
    care 100.0
  
     1    0:00  agent     [Good morning], what can I find for you?
                             > met            welcome/greets
     2    0:04  customer  The atlas. I've [waited for weeks], I'm [really annoyed].
     3    0:10  agent     I'm [sorry]. It came in today.
                             > met            care/says-sorry
  $ callmark show -r counter.yaml -c B-2 calls.csv
  call B-2, agent ben
  score 0.0, Poor, judged on 2 of 2
    welcome 0.0
    care 0.0
  
     1    0:00  customer  I'm [so annoyed] about this fine.
                             > not met        care/says-sorry: no sorry after grumble (turn 1)
     2    0:06  agent     It says two pounds here.
  
  without words to show:
    not met        welcome/greets: not found: hello
  $ callmark show -r counter.yaml -c B-9 calls.csv
  callmark: error: no call 'B-9' in the input
  [1]

The stages between the transcript and the record:

  $ stage() { callmark show -r counter.yaml -c B-1 --stage "$1" calls.csv; }
  $ stage turns
     1    0:00  agent     Good morning, what can I find for you?
     2    0:04  customer  The atlas. I've waited for weeks, I'm really annoyed.
     3    0:10  agent     I'm sorry. It came in today.
  $ stage hits
  turn 1       0-12   'Good morning'  by hello any counter.yaml:12:11: good morning
  turn 2      38-52   'really annoyed'  by grumble any counter.yaml:17:11: (?:so|really) annoyed
  turn 2      16-32   'waited for weeks'  by grumble any counter.yaml:17:34: waited for weeks
  turn 3       4-9    'sorry'  by sorry any counter.yaml:22:11: sorry
  $ stage findings
  hello                    yes     1
      turn 1: Good morning
  grumble                  yes     2
      turn 2: waited for weeks
      turn 2: really annoyed
  sorry                    yes     1
      turn 3: sorry
  soothes                  yes     2
      turn 2: waited for weeks
      turn 3: sorry
      turn 2: really annoyed
      turn 3: sorry
  $ stage marks
  score 100.0, Good, judged on 2 of 2
    welcome 100.0
    care 100.0
  met            welcome/greets
      turn 1, agent, hello: Good morning
  met            care/says-sorry
      turn 2, customer, grumble: waited for weeks
      turn 2, customer, grumble: really annoyed
      turn 3, agent, sorry: sorry
  $ stage record | cmp - <(callmark score -r counter.yaml calls.csv | head -1)
  $ stage notes
  callmark: error: unknown stage 'notes' (turns, folded, hits, findings, marks or record)
  [64]

Folding is for the patterns only: blanks run together, curly quotes and dashes are made
straight.

  $ printf 'call_id,speaker,text\nQ-1,agent,Hello \342\200\223 it\342\200\231s   in\n' >curly.csv
  $ callmark show -r counter.yaml --stage folded curly.csv
     1       -  agent     Hello - it's in
  $ callmark show -r counter.yaml --stage turns curly.csv
     1       -  agent     Hello \xe2\x80\x93 it\xe2\x80\x99s   in (esc)

What is known of a call is all that is shown; a stranger is nobody:

  $ callmark show -r counter.yaml curly.csv | head -2
  call Q-1
  score not assessable

From several files, past one that is missing, and into one:

  $ callmark show -r counter.yaml -c B-3 missing.csv curly.csv calls.csv -o shown
  missing.csv: error: cannot read: no such file or directory
  $ head -3 shown
  call B-3, agent ada
  score 100.0, Good, judged on 1 of 2, welcome only
    welcome 100.0

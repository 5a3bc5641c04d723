What people said shows in the agent's workbook: both verdicts where a mark was overruled, and
a week later what was agreed and how that question has gone since.

  $ . "$ROOT"/tests/stories/counter.sh
  $ fill() { python3 "$ROOT"/tests/stories/fill.py "$@"; }
  $ sed 's/,ben,/,ada,/' calls.csv >ada.csv
  $ grep -v B-3 ada.csv >week10.csv; grep -v B-[12] ada.csv >week11.csv
  $ report() { callmark report -q -r counter.yaml --store history.db -o out "$@"; }
  $ says() { unzip -p "out/$1/agents/ada.xlsx" xl/sharedStrings.xml | sed "s|<[^>]*>|\n|g" | grep -a "$2"; }
  $ report --period 2026-W10 week10.csv
  $ says 2026-W10 'Last time'
  [1]
  $ fill out/reviews/ada-2026-W10.xlsx Review:4 'Your verdict=partly' 'Why=To herself' 'Your name=Ruth' \
  >     Review:14 Call=B-2 Criterion=says-sorry 'The agent has=disputed' "Agent's reason=It was no fault of ours" \
  >     Agreement:4 Criterion=greets 'Goal=Greet everybody' 'Measured by=8 of 10 calls' Until=2026-03-31 \
  >     "Coach's name=Ruth" "Agent's name=Ada"
  $ callmark review -q --store history.db out/reviews

In the same week:

  $ report --period 2026-W10
  $ says 2026-W10 'Ruth\|everybody\|→\|disputed by\|People judged'
  People judged 1 of the marks and overruled 1; the agent disputes 1 that nobody has decided yet: see Review.
  Greet everybody
  Ruth, Ada
  \xe2\x9c\x97\xe2\x86\x92~ (esc)
  \xe2\x9c\x97 \xe2\x86\x92 ~ partly (esc)
  partly, says Ruth: To herself (the machine: not met); not found: hello
  disputed by the agent: It was no fault of ours; no sorry after grumble (turn 1)
  Ruth

The next week:

  $ report --period 2026-W11 week11.csv
  $ says 2026-W11 'Last time\|Agreed\|Since then\|People judged\|To herself\|no fault'
  Last time
  Agreed 2026-W10
  Since then
  People judged 1 of the marks and overruled 1; the agent disputes 1 that nobody has decided yet: see Review.
  It was no fault of ours
  To herself

The team's workbook has what is still to be decided, and by whom:

  $ disputes() { python3 "$ROOT"/tests/stories/cells.py out/2026-W11/team.xlsx Overview 'Disputed marks' "$1"; }
  $ fill out/reviews/ada-2026-W10.xlsx Review:14 'Decide by=2026-03-20'
  $ callmark review -q --store history.db out/reviews
  $ report --period 2026-W11
  $ disputes 4
  Disputed marks
  Agent | Call | Decide by | Who decides | What is disputed
  ada | B-2 | 2026-03-20 | nobody is named | Did the agent say sorry to an annoyed reader at once? The agent: \xe2\x80\x9cIt was no fault of ours\xe2\x80\x9d (esc)
  1 open, 0 decided. Each is on the sheet Review of its agent.

Once decided, a dispute is no longer open; who decided has the last word:

  $ fill out/reviews/ada-2026-W10.xlsx Review:14 Decision=met 'Decided by=Noor'
  $ callmark review --store history.db out/reviews
  history.db: 2 reviews, 1 of them new or changed; 1 agreements, 0 of them new or changed
  1 verdicts of people, 0 of them the machine's as well
  1 disputed by the agent
  $ report --period 2026-W11
  $ disputes 2
  Disputed marks
  0 open, 1 decided, 1 of those against the machine's verdict. Each is on the sheet Review of its agent.
  $ says 2026-W11 'People judged\|Noor'
  People judged 2 of the marks and overruled 2; the agent disputes 0 that nobody has decided yet: see Review.
  Noor

Each figure that rests on what people said can be had again from the store:

  $ python3 "$ROOT"/tests/stories/workbook.py out/2026-W11 history.db
  the workbooks agree with the records

The page of HTML says the same, and figures stay the machine's:

  $ report --html --period 2026-W11
  $ grep -o 'Agreed 2026-W10\|Greet everybody[^<]*\|Met in [^<]*' out/2026-W11/agents/ada.html
  Agreed 2026-W10
  Greet everybody; 8 of 10 calls; until 2026-03-31
  Met in 1 of 2 calls (50 %) up to then, in 1 of 1 calls (100 %) since: no clear change.
  $ callmark report -q -r counter.yaml -o plain --period 2026-W11 week1?.csv
  $ cmp plain/2026-W11/scores.csv out/2026-W11/scores.csv

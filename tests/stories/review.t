What people say of the marks comes back. Of a period, report makes a workbook to fill in for
each agent, once; from then on it is theirs.

  $ . "$ROOT"/tests/stories/counter.sh
  $ report() { callmark report -q -r counter.yaml --store history.db -o out "$@"; }
  $ fill() { python3 "$ROOT"/tests/stories/fill.py "$@"; }
  $ sql() { python3 -c 'import sqlite3, sys
  > for row in sqlite3.connect("history.db").execute(sys.argv[1]): print(*row, sep="|")' "$@"; }
  $ report --period 2026-W10 calls.csv
  $ ls out out/reviews
  out:
  2026-W10
  latest
  reviews
  
  out/reviews:
  ada-2026-W10.xlsx
  ben-2026-W10.xlsx

Nothing is filled in yet:

  $ callmark review --store history.db out/reviews
  history.db: 0 reviews, 0 of them new or changed; 0 agreements, 0 of them new or changed

A coach and the agent fill it in. A verdict without a reason is refused by its place, the
rest is taken:

  $ cd out/reviews
  $ fill ben-2026-W10.xlsx Review:4 'Your verdict=met' 'Why=He says it later' Turn=2 'Your name=Ruth' \
  >     Review:5 'Your verdict=not met' \
  >     Review:6 Call=B-2 Criterion=says-sorry 'The agent has=disputed' "Agent's reason=It was no fault of ours" \
  >     Review:7 Call=B-2 Criterion=greats 'Your verdict=met' Why=so \
  >     Review:8 Call=B-9 Criterion=greets 'Your verdict=met' Why=so \
  >     Review:9 Call=B-2 Criterion=greets 'The agent has=Disputed' \
  >     Review:10 Call=B-2 Criterion=greets Decision=met \
  >     Review:11 Call=B-2 'Your verdict=met' Why=so \
  >     Review:12 Call=B-2 Criterion=greets 'Your verdict=good' Why=so \
  >     Review:13 Call=B-2 Criterion=greets 'Your verdict=met' Why=so Turn=two \
  >     Review:14 Call=B-2 Criterion=greets 'The agent has=agreed' \
  >     Review:15 Call=B-2 Criterion=greets 'Your verdict=partly' Why=so \
  >     Agreement:4 Criterion=greets 'Goal=Good morning, each time' 'Measured by=8 of 10 calls' Until=2026-03-31 \
  >     "Agent's name=Ben" "Coach's name=Ruth" "Coach's notes=Quiet today"
  $ cksum * >../../before
  $ cd ../..
  $ callmark review --store history.db out/reviews/ben-2026-W10.xlsx
  out/reviews/ben-2026-W10.xlsx/Review:5:7: error: verdict without a reason (say why: what was said, and in which turn)
  out/reviews/ben-2026-W10.xlsx/Review:7:4: error: no criterion 'greats' was marked in this call (did you mean 'greets'?)
  out/reviews/ben-2026-W10.xlsx/Review:8:1: error: no call 'B-9' of agent 'ben' in the store (is it the store that the report was made with?)
  out/reviews/ben-2026-W10.xlsx/Review:9:13: error: dispute without a reason (the agent says why)
  out/reviews/ben-2026-W10.xlsx/Review:10:17: error: decision of nobody (the name of the person who decided)
  out/reviews/ben-2026-W10.xlsx/Review:11:4: error: row without a criterion (choose the question it is about)
  out/reviews/ben-2026-W10.xlsx/Review:12:6: error: unknown verdict 'good' (met, partly, not met, not applicable or cannot tell)
  out/reviews/ben-2026-W10.xlsx/Review:13:8: error: bad turn 'two' (the number of a turn, counted from 1)
  out/reviews/ben-2026-W10.xlsx/Review:15:6: error: another row says otherwise of this mark (one row for each call and criterion)
  history.db: 2 reviews, 2 of them new or changed; 1 agreements, 1 of them new or changed
  1 verdicts of people, 0 of them the machine's as well
  1 disputed by the agent
  [65]

Once more it changes nothing:

  $ callmark review -q --store history.db out/reviews/ben-2026-W10.xlsx 2>/dev/null
  [65]
  $ sql 'SELECT agent, period, call, criterion, reviewer, verdict, turn, machine, answer, deadline FROM reviews'
  ben|2026-W10|B-2|greets|Ruth|met|2|not_met|agreed|2026-03-23
  ben|2026-W10|B-2|says-sorry|None|None|None|not_met|disputed|2026-03-23
  $ sql 'SELECT agent, period, criterion, goal, due, coach FROM goals'
  ben|2026-W10|greets|Good morning, each time|2026-03-31|Ruth

Reports leave them alone, whatever they are about, and whatever else lies there:

  $ echo mine >out/reviews/notes.txt
  $ for n in 1 2 3 4 5; do report --period 2026-W10 calls.csv; report --period 2026-W11; done
  $ (cd out/reviews && cksum *.xlsx) | diff before -
  $ ls out/reviews
  ada-2026-W10.xlsx
  ben-2026-W10.xlsx
  notes.txt
  $ sql 'SELECT count(*) FROM reviews'
  2

What is no table is passed over in a folder, and so is what Excel puts beside an open one:

  $ echo busy >'out/reviews/~$ben-2026-W10.xlsx'
  $ callmark review --store history.db out/reviews 2>&1 | grep -v ben-2026
  history.db: 2 reviews, 0 of them new or changed; 1 agreements, 0 of them new or changed
  1 verdicts of people, 0 of them the machine's as well
  1 disputed by the agent
  $ callmark review --store history.db out/reviews/notes.txt
  out/reviews/notes.txt: error: neither reviews nor agreements (a table of reviews has the columns agent, period, call, criterion, verdict and reason)
  [66]

  $ mkdir notes && echo mine >notes/a.txt && callmark review --store history.db notes
  callmark: error: no workbook or table to read
  [66]

One that was thrown away is made again, as it was at first:

  $ mv out/reviews/ada-2026-W10.xlsx first.xlsx
  $ report --period 2026-W10
  $ cmp first.xlsx out/reviews/ada-2026-W10.xlsx

A table does as well:

  $ cat >more.csv <<'END'
  > agent,period,call,criterion,verdict,reason,reviewer
  > ada,2026-W10,B-1,greets,unsure,Hard to say,Lee
  > ada,2026-W10,B-1,says-sorry,Not Met,,Lee
  > ada,2026-W10,B-1,greets,unsure,Hard to say,Lee,too much
  > END
  $ callmark review --store history.db more.csv
  more.csv:3:37: error: verdict without a reason (say why: what was said, and in which turn)
  more.csv:4:1: error: row of 8 cells under a header of 7
  history.db: 1 reviews, 1 of them new or changed; 0 agreements, 0 of them new or changed
  1 verdicts of people, 0 of them the machine's as well
  [65]
  $ callmark review --store history.db calls.csv
  calls.csv: error: neither reviews nor agreements (a table of reviews has the columns agent, period, call, criterion, verdict and reason)
  [66]
  $ callmark review --store history.db nothing.csv
  nothing.csv: error: cannot read: no such file or directory
  [66]
  $ callmark review --store none.db more.csv
  callmark: error: store 'none.db' cannot be opened: No such file or directory
  [66]
  $ callmark review more.csv
  callmark: error: no store to keep reviews in (give --store FILE)
  [64]

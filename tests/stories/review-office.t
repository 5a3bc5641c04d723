A review that LibreOffice saved comes back as it was filled in (skipped without LibreOffice).

  $ command -v soffice >/dev/null || exit 80
  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark report -q -r counter.yaml --store history.db -o out --period 2026-W10 calls.csv
  $ python3 "$ROOT"/tests/stories/fill.py out/reviews/ben-2026-W10.xlsx \
  >     Review:4 'Your verdict=met' 'Why=He says it, later' Turn=2 'Your name=Ruth' 'The agent has=agreed' \
  >     Review:8 Call=B-2 Criterion=says-sorry 'The agent has=disputed' "Agent's reason=No fault of ours" \
  >     Review:9 Call=B-2 'Your verdict=met' \
  >     Agreement:4 Criterion=greets 'Goal=Good morning' Until=2026-03-31 "Coach's notes=Quiet today"
  $ timeout 300 soffice -env:UserInstallation="file://$PWD/profile" --headless \
  >     --convert-to xlsx --outdir saved out/reviews/ben-2026-W10.xlsx >/dev/null 2>&1
  $ cmp -s saved/ben-2026-W10.xlsx out/reviews/ben-2026-W10.xlsx
  [1]
  $ callmark review --store history.db saved/ben-2026-W10.xlsx
  saved/ben-2026-W10.xlsx/Review:9:4: error: row without a criterion (choose the question it is about)
  history.db: 2 reviews, 2 of them new or changed; 1 agreements, 1 of them new or changed
  1 verdicts of people, 0 of them the machine's as well
  1 disputed by the agent
  [65]
  $ callmark review --store history.db saved/ben-2026-W10.xlsx 2>&1 | grep history.db
  history.db: 2 reviews, 0 of them new or changed; 1 agreements, 0 of them new or changed
  $ python3 -c 'import sqlite3
  > base = sqlite3.connect("history.db")
  > for row in base.execute("SELECT agent, period, call, criterion, reviewer, verdict, reason, turn,"
  >                         " machine, answer, answer_reason, deadline FROM reviews"): print(*row, sep="|")
  > for row in base.execute("SELECT agent, period, criterion, goal, due, notes FROM goals"): print(*row, sep="|")'
  ben|2026-W10|B-2|greets|Ruth|met|He says it, later|2|not_met|agreed|None|2026-03-23
  ben|2026-W10|B-2|says-sorry|None|None|None|None|not_met|disputed|No fault of ours|2026-03-23
  ben|2026-W10|greets|Good morning|2026-03-31|Quiet today

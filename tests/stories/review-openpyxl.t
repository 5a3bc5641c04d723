A review that openpyxl saved comes back as it was filled in (skipped without openpyxl).

  $ python3 -c 'import openpyxl' 2>/dev/null || exit 80
  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark report -q -r counter.yaml --store history.db -o out --period 2026-W10 calls.csv
  $ cat >fill.py <<'END'
  > import datetime, openpyxl
  > book = openpyxl.load_workbook("out/reviews/ben-2026-W10.xlsx")
  > def fill(sheet, row, **values):
  >     titles = {cell.value: cell.column for cell in book[sheet][3]}
  >     for title, value in values.items():
  >         book[sheet].cell(row, titles[title.replace("_", " ")]).value = value
  > fill("Review", 4, Your_verdict="met", Why="He says it, later", Turn=2, Your_name="Ruth",
  >      The_agent_has="agreed")
  > fill("Review", 9, Call="B-2", Your_verdict="met")
  > fill("Agreement", 4, Criterion="greets", Goal="Good morning", Until=datetime.date(2026, 3, 31))
  > book.save("out/reviews/ben-2026-W10.xlsx")
  > END
  $ python3 fill.py
  $ callmark review --store history.db out/reviews
  out/reviews/ben-2026-W10.xlsx/Review:9:4: error: row without a criterion (choose the question it is about)
  history.db: 1 reviews, 1 of them new or changed; 1 agreements, 1 of them new or changed
  1 verdicts of people, 0 of them the machine's as well
  [65]
  $ callmark review --store history.db out/reviews 2>&1 | grep history.db
  history.db: 1 reviews, 0 of them new or changed; 1 agreements, 0 of them new or changed
  $ python3 -c 'import sqlite3
  > base = sqlite3.connect("history.db")
  > for row in base.execute("SELECT agent, period, call, criterion, reviewer, verdict, reason, turn,"
  >                         " machine, answer, deadline FROM reviews"): print(*row, sep="|")
  > for row in base.execute("SELECT agent, period, criterion, goal, due FROM goals"): print(*row, sep="|")'
  ben|2026-W10|B-2|greets|Ruth|met|He says it, later|2|not_met|agreed|2026-03-23
  ben|2026-W10|greets|Good morning|2026-03-31

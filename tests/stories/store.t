A store is the history that runs add to. What is in it reports as the transcripts do.

  $ . "$ROOT"/tests/stories/counter.sh
  $ report() { callmark report -q -r counter.yaml "$@"; }
  $ score() { callmark score -r counter.yaml "$@"; }
  $ score --store history.db calls.csv >records.ndjson
  history.db: 3 scorecards, 3 of them new or changed
  $ score calls.csv | cmp - records.ndjson
  $ stat -c %a history.db
  600
  $ report -o from-calls calls.csv
  $ report -o from-store --store history.db
  $ diff -r -x manifest.json from-calls from-store
  $ grep history.db from-store/manifest.json
      {"path": "history.db", "bytes": 0, "xxh3": "", "calls": 3, "refused": 0}

The same once more changes nothing, not a byte:

  $ cksum <history.db >before
  $ score --store history.db calls.csv >records.ndjson
  history.db: 1 file was delivered before, and adds nothing (calls.csv)
  $ score --to csv -q --store history.db calls.csv >/dev/null
  $ report -o from-store --store history.db calls.csv
  $ report -o from-store --store history.db
  $ cksum <history.db | diff - before
  $ diff -r -x manifest.json from-calls from-store

So it is with the same file under another name, also where the name is what tells the calls
apart. What was delivered before also does not bring back what a person asked to forget:

  $ cp calls.csv again.csv
  $ score --store history.db -o records.ndjson again.csv
  history.db: 1 file was delivered before, and adds nothing (again.csv)
  $ mkdir monday tuesday
  $ printf 'Agent: Good morning\nCustomer: I am so annoyed\nAgent: I am sorry\n' >monday/0417.txt
  $ cp monday/0417.txt tuesday/0417-copy.txt
  $ cp calls.csv tuesday
  $ score --store inbox.db -o records.ndjson monday
  inbox.db: 1 scorecards, 1 of them new or changed
  $ score --store inbox.db -o records.ndjson monday tuesday
  inbox.db: 2 files were delivered before, and add nothing (monday/0417.txt)
  inbox.db: 3 scorecards, 3 of them new or changed
  $ score --store inbox.db -o records.ndjson monday tuesday
  inbox.db: 3 files were delivered before, and add nothing (monday/0417.txt)
  $ callmark forget --store inbox.db --call B-2
  forgotten: 1 calls, 1 scorecards, 0 reviews, 0 goals
  $ score --store inbox.db -o records.ndjson monday tuesday
  inbox.db: 3 files were delivered before, and add nothing (monday/0417.txt)
  $ report -o inbox --store inbox.db
  $ grep -o '"call":"[^"]*"' inbox/scorecards.ndjson
  "call":"0417"
  "call":"B-1"
  "call":"B-3"

A call that now says something else takes the place of the old one, and keeps its row; so
does one that now has two agents:

  $ sed 's/It says two pounds here/I am sorry/' calls.csv >mended.csv
  $ score -q --store history.db mended.csv >/dev/null
  $ report -o mended mended.csv
  $ report -o from-store --store history.db
  $ diff -r -x manifest.json mended from-store
  $ sed 's/^B-1,ada,\(.*I.m sorry\)/B-1,ben,\1/' mended.csv >shared.csv
  $ score --store history.db shared.csv >/dev/null
  history.db: 4 scorecards, 2 of them new or changed
  $ report -o shared shared.csv
  $ report -o from-store --store history.db
  $ cmp <(sort shared/scorecards.ndjson) <(sort from-store/scorecards.ndjson)

Refused as a whole, nothing of it is stored; a call that is taken back is not:

  $ printf 'call_id,speaker,text\nK-1,agent,hello\nK-2,agent,hello\nK-1,customer,one\n' >split.csv
  $ score -q --strict --store strict.db split.csv
  split.csv:4:1: error: rows of call 'K-1' are not together: * (glob)
  callmark: error: nothing written: some input was refused (--strict)
  [65]
  $ report -o none --store strict.db
  $ wc -l <none/scorecards.ndjson
  0
  $ score -q --store split.db split.csv 2>/dev/null | wc -l
  1
  $ report -o split --store split.db
  $ grep -o '"call":"[^"]*"' split/scorecards.ndjson
  "call":"K-2"

Cron brings a week at a time. A report on what came is on that alone, and its trend knows
the weeks before it; a report on a week is on the whole of it, from the store:

  $ cat >weeks.py <<'EOF'
  > for week in range(1, 7):
  >     with open("week%d.csv" % week, "w") as out:
  >         print("call_id,agent,customer,started_at,speaker,text", file=out)
  >         for day in range(5):
  >             for agent in "ada", "ben":
  >                 head = "W%d-%d-%s,%s,c%d,2026-0%d-%02dT09:%02d:00Z," % (
  >                     week, day, agent, agent, (7 * week + day) % 10,
  >                     3 + (7 * week + day) // 31, (7 * week + day) % 31 + 1, day)
  >                 says = "Good morning" if (day + week * len(agent)) % 3 else "Yes?"
  >                 print(head + "agent," + says + " this is the desk", file=out)
  >                 print(head + "customer,I am so annoyed", file=out)
  >                 print(head + "agent," + ("I'm sorry" if day % 2 else "So?"), file=out)
  > EOF
  $ python3 weeks.py
  $ for n in 1 2 3 4 5 6; do report -o weekly --store weeks.db week$n.csv || echo $?; done
  $ grep -c . weekly/scorecards.ndjson
  10
  $ weeks() { unzip -p "$1" xl/sharedStrings.xml | grep -o '2026-W[0-9]*' | sort -u | wc -l; }
  $ weeks weekly/agents/ada.xlsx
  7
  $ report -o plain week6.csv
  $ weeks plain/agents/ada.xlsx
  2
  $ report -o stored --store weeks.db --period last-week week6.csv
  $ report -o at-once --period last-week week?.csv
  $ diff -r -x manifest.json at-once stored
  $ report -o stored --store weeks.db --period 2026-W12
  $ grep -o '"call":"[^"]*ada"' stored/2026-W12/scorecards.ndjson
  "call":"W2-1-ada"
  "call":"W2-2-ada"
  "call":"W2-3-ada"
  "call":"W2-4-ada"
  "call":"W3-0-ada"

Another rubric's marks of the same calls stand beside the old ones, and are never added up
with them; where it has not marked a call, what did still tells what came before:

  $ sed 's/Good morning$/Good day/; s/any: \[good morning/any: [good day/; s/\[Good morning to/[Good day to/' counter.yaml >new.yaml
  $ callmark report -q -r new.yaml -o new --store weeks.db week6.csv
  $ callmark report -r new.yaml -o new --store weeks.db --period 2026-W12
  weeks.db: 10 calls marked by another rubric, not in this report
  0 calls of 0 agents: new/2026-W12/team.xlsx and 0 workbooks in new/2026-W12/agents

Both versions have marked the last week's calls, so both stand side by side, in a report by
either of them, of the team and of each agent; in no other report is there such a table:

  $ versions() { python3 "$ROOT"/tests/stories/cells.py "$1" Trend 'Calls of this period by' 3; }
  $ versions new/team.xlsx
  Calls of this period by another version of the rubric and by this
  Other version | Calls | By it | By this | Change | 95 % interval
  counter 1, another state | 10.0 | 48.0 | 24.0 | -24.0 | -38.8 to -9.2
  $ versions new/agents/ada.xlsx
  Calls of this period by another version of the rubric and by this
  Other version | Calls | By it | By this | Change | 95 % interval
  counter 1, another state | 5.0 | 48.0 | 24.0 | -24.0 | -51.2 to +3.2
  $ versions at-once/latest/team.xlsx
  $ python3 "$ROOT"/tests/stories/workbook.py new weeks.db
  the workbooks agree with the records
  $ rm -r stored && report -o stored --store weeks.db --period last-week
  $ versions stored/latest/team.xlsx
  Calls of this period by another version of the rubric and by this
  Other version | Calls | By it | By this | Change | 95 % interval
  counter 1, another state | 2.0 | 0.0 | 0.0 | 0.0 | -84.2 to +84.2
  $ diff -r -x manifest.json -x '*.xlsx' at-once stored

Calls are kept as long as is asked for, counted from the newest or from --today:

  $ score -q --store weeks.db --keep 14d week6.csv >/dev/null
  $ report -o kept --store weeks.db
  $ grep -c . kept/scorecards.ndjson
  22
  $ score --store weeks.db --keep 1d --today 2026-06-01 week6.csv >/dev/null
  weeks.db: 1 file was delivered before, and adds nothing (week6.csv)
  weeks.db: 22 calls no longer kept
  $ score --keep 1d calls.csv
  callmark: error: --keep is of a store: it needs --store
  [64]
  $ score --store weeks.db --keep 90 calls.csv
  callmark score: bad value '90' for --keep (expected TIME)
  Try `callmark score --help' or `callmark score --usage' for more information.
  [64]

Calls of a period, of an agent, of a team. They run over three weeks of October.

  $ calls="$ROOT"/samples/calls.csv
  $ days() { jq -r '.started_at[:10]' | sort -u | tr '\n' ' '; echo; }
  $ callmark score -q $calls | days
  2026-10-12 2026-10-13 2026-10-14 2026-10-15 2026-10-19 2026-10-20 2026-10-21 2026-10-22 2026-10-23 2026-10-24 2026-10-26 2026-10-27 2026-10-28 2026-10-29 2026-10-30 
  $ callmark score -q --period=2026-W43 $calls | days
  2026-10-19 2026-10-20 2026-10-21 2026-10-22 2026-10-23 2026-10-24 
  $ callmark score -q --period=last-week $calls | days
  2026-10-19 2026-10-20 2026-10-21 2026-10-22 2026-10-23 2026-10-24 
  $ callmark score -q --period=last-week --today=2026-10-25 $calls | days
  2026-10-12 2026-10-13 2026-10-14 2026-10-15 
  $ callmark score -q --period=month $calls | wc -l
  31
  $ callmark score -q --since=2026-10-14 --until=2026-10-16 $calls | days
  2026-10-14 2026-10-15 
  $ callmark score -q --since=2026-10-28T12:00 $calls | jq -r .started_at
  2026-10-28T13:31:58Z
  2026-10-29T12:20:16Z
  2026-10-29T15:02:44Z
  2026-10-30T10:48:29Z
  2026-10-30T16:25:36Z
  $ callmark find -d apology --period=2026-W43 --count $calls | wc -l
  5

Who asks for somebody whom no call is of is told so, and who may be meant.

  $ callmark score --agent='Maya Lindquist' --agent=0417 -o some.ndjson $calls
  callmark: error: no call is of agent 'Maya Lindquist' (did you mean 'Maya Lindqvist'?)
  [1]
  $ jq -r .agent some.ndjson | sort -u
  0417
  $ callmark find -q --team=broadband --count $calls
  call,detector,count
  callmark: error: no call is of team 'broadband' (did you mean 'Broadband'?)
  [1]
  $ callmark report -q -o nobody --agent=A1O1 $calls
  callmark: error: no call is of agent 'A1O1' (did you mean 'A101'?)
  [1]
  $ callmark report -q -o nobody --agent=A1O1 some.ndjson
  callmark: error: no call is of agent 'A1O1'
  [1]

Days are those of the time zone.

  $ printf '%s\n' call_id,agent,started_at,speaker,text \
  >   late,A1,2026-10-25T23:30:00Z,agent,hello late,A1,2026-10-25T23:30:00Z,customer,hi \
  >   none,A1,,agent,hello none,A1,,customer,hi > night.csv
  $ callmark score -q --period=2026-W43 night.csv | jq -r .call
  warning: 1 call left out that has no time (--calls can tell when they began)
  late
  $ callmark score -q --period=2026-W44 --timezone=Europe/Berlin night.csv | jq -r .call
  warning: 1 call left out that has no time (--calls can tell when they began)
  late
  $ callmark score -q night.csv | jq -r .call
  late
  none

Agents go by id or name.

  $ callmark score -q --agent=A101 $calls | jq -r .agent | sort | uniq -c
        8 A101
  $ callmark score -q --agent='Maya Lindqvist' $calls | wc -l
  8
  $ callmark score -q --team=Broadband --agent=A101 --agent=0417 $calls | wc -l
  8

Standard input cannot be read twice.

  $ callmark score --period=week - < $calls
  callmark: error: standard input is read once: --period=week needs --today
  [64]
  $ callmark score --period=week --today=2026-10-30 -q - < $calls | wc -l
  10

What cannot be meant is refused.

  $ callmark score --period=2026-W54 $calls
  callmark: error: bad value '2026-W54' for --period (expected week, month, last-week, last-month, 2026-W46 or 2026-10)
  [64]
  $ callmark score --period=week --since=2026-10-01 $calls
  callmark: error: --period is a --since and --until by itself: not with them
  [64]
  $ callmark score --since=monday $calls
  callmark: error: bad value 'monday' (expected a date as 2026-11-09, or a time as 2026-11-09T08:00)
  [64]
  $ callmark score --since=2026-10-02 --until=2026-10-01 $calls
  callmark: error: --until=2026-10-01 is not after --since=2026-10-02
  [64]
  $ callmark score --timezone=Europe/Berln $calls
  callmark: error: unknown time zone 'Europe/Berln' (as Europe/Berlin, UTC or +02:00)
  [64]
  $ callmark score --period=week --today=tuesday $calls
  callmark: error: bad value 'tuesday' for --today (expected DATE)
  [64]
  $ grep -v ^late night.csv > timeless.csv
  $ callmark score --period=week timeless.csv
  callmark: error: no call has a time: --period=week needs --today
  [64]

A report of a period compares agents with all of their team, also where only one is asked
for, and gives the same from records as from transcripts.

  $ callmark report --period=2026-W43 --agent=A101 -o one $calls
  11 calls of 4 agents: one/2026-W43/team.xlsx and 1 workbook in one/2026-W43/agents
  $ ls one/latest/agents
  A101.xlsx
  $ callmark score -q $calls > records
  $ callmark report --period=2026-W43 --agent=A101 -o two records
  11 calls of 4 agents: two/2026-W43/team.xlsx and 1 workbook in two/2026-W43/agents
  $ cmp one/latest/scores.csv two/2026-W43/scores.csv
  $ cmp one/latest/team.xlsx two/latest/team.xlsx
  $ cmp one/latest/agents/A101.xlsx two/latest/agents/A101.xlsx

It stands in a folder of its name, and the latest can be found without knowing that.

  $ readlink one/latest
  2026-W43
  $ callmark report -q --period=2026-W42 -o one $calls
  $ readlink one/latest
  2026-W43
  $ callmark report -q --period=2026-W44 -o one $calls
  $ readlink one/latest
  2026-W44
  $ ls -A one
  2026-W42
  2026-W43
  2026-W44
  latest
  reviews
  $ callmark report -q --period=2026-W44 -j1 -o again $calls
  $ diff -r one/2026-W44 again/2026-W44
  $ mkdir -p taken/latest
  $ callmark report -q --period=2026-W44 -o taken $calls
  callmark: error: taken/latest: cannot be made a link: File exists
  [73]
  $ callmark report -q --since=2026-10-19 -o plain $calls
  $ ls plain
  agents
  manifest.json
  marks.csv
  scorecards.ndjson
  scores.csv
  summary.txt
  team.xlsx

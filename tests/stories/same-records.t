However the table is written down, the calls are the same.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark score -r counter.yaml calls.csv >plain.ndjson
  $ wc -l <plain.ndjson
  3
  $ same() { callmark score -r counter.yaml "$@" | cmp - plain.ndjson && echo same; }
  $ cat >write.py <<'EOF'
  > import csv, sys
  > rows = list(csv.reader(open('calls.csv', newline='')))
  > def write(name, rows, encoding='utf-8', **how):
  >     with open(name, 'w', newline='', encoding=encoding) as out:
  >         csv.writer(out, **{'lineterminator': '\n', **how}).writerows(rows)
  > write('tabs.tsv', rows, delimiter='\t')
  > write('semicolons.csv', rows, delimiter=';')
  > write('quoted.csv', rows, quoting=csv.QUOTE_ALL)
  > write('crlf.csv', rows, lineterminator='\r\n')
  > write('cr.csv', rows, lineterminator='\r')
  > write('mark.csv', rows, encoding='utf-8-sig')
  > write('backwards.csv', [row[::-1] for row in rows])
  > write('cased.csv', [[' Call ID', 'AGENT', 'Team', 'startedAt', 'Wait', 'Speaker ',
  >                      'Start', 'End', 'Text']] + rows[1:])
  > write('units.csv', [['call_id', 'agent', 'team', 'started_at', 'wait_ms', 'speaker',
  >                      'start_ms', 'end_ms', 'text']] +
  >       [[cell + '000' if i in (4, 6, 7) and cell else cell for i, cell in enumerate(row)]
  >        for row in rows[1:]])
  > write('foreign.csv', [['Ref', 'Wer', 'Gruppe', 'Beginn', 'Warten', 'Stimme', 'Von', 'Bis',
  >                        'Worte']] + rows[1:])
  > EOF
  $ python3 write.py

Separators, quotes, line ends, byte order mark, the order and spelling of columns, units in
their names:

  $ same tabs.tsv
  same
  $ same semicolons.csv
  same
  $ same quoted.csv
  same
  $ same crlf.csv
  same
  $ same cr.csv
  same
  $ same mark.csv
  same
  $ same backwards.csv
  same
  $ same cased.csv
  same
  $ same units.csv
  same
  $ head -c -1 calls.csv >cut.csv
  $ same cut.csv
  same
  $ sed 'G' calls.csv >airy.csv
  $ same airy.csv
  same
  $ cp tabs.tsv tabs.txt
  $ same tabs.txt
  same
  $ same - <tabs.tsv
  same

Names of one's own:

  $ same --map call_id=Ref --map agent=Wer --map team=Gruppe --map started_at=Beginn \
  >   --map wait=Warten --map speaker=Stimme --map start=Von --map end=Bis --map text=Worte \
  >   foreign.csv
  same
  $ callmark score -r counter.yaml --map call_id=Ref --map text=Wrote foreign.csv
  foreign.csv:1:1: error: no column 'Wrote' for field 'text' (did you mean 'Worte'?)
  foreign.csv:1:1: error: no column for the text: looked for 'text', * (give --map text=COLUMN) (glob)
  [65]

In several files, and as plain text:

  $ for call in B-1 B-2 B-3; do grep "call_id\|$call" calls.csv >$call.csv; done
  $ same B-1.csv B-2.csv B-3.csv
  same
  $ cat >B-1.txt <<'EOF'
  > call: B-1
  > agent: ada
  > team: Desk
  > started_at: 2026-03-02T09:00:00Z
  > wait: 30
  > 
  > [00:00:00] Agent: Good morning, what can I find for you?
  > [00:00:04] Customer: The atlas. I've waited for weeks, I'm really annoyed.
  > [00:00:10] Agent: I'm sorry. It came in today.
  > EOF
  $ marks() { callmark score -r counter.yaml "$1" | grep -o '"marks":.*}\],'; }
  $ marks B-1.txt >text
  $ marks B-1.csv | cmp - text
  $ wc -l <text
  1

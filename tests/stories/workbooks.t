Every number in the workbooks can be had again from scorecards.ndjson, by another program
that knows only the formulas.

  $ callmark report -q -o report "$ROOT"/samples/calls.csv "$ROOT"/samples/text
  $ python3 "$ROOT"/tests/stories/workbook.py report
  the workbooks agree with the records

Also where agents and calls are few, odd or refused:

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark report -q -r counter.yaml -o few calls.csv
  $ python3 "$ROOT"/tests/stories/workbook.py few
  the workbooks agree with the records
  $ printf 'call_id,speaker,text\nQ-1,agent,Hello\nQ-2,agent\n' >odd.csv
  $ callmark report -q -r counter.yaml -o odd odd.csv
  odd.csv:3:10: error: row of 2 cells under a header of 3
  [65]
  $ python3 "$ROOT"/tests/stories/workbook.py odd
  the workbooks agree with the records

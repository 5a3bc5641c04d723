Every number in the workbooks can be had again from scorecards.ndjson, by another program
that knows only the formulas.

  $ callmark report -q --redact -o report "$ROOT"/samples/calls.csv "$ROOT"/samples/text
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

What Excel is strict about holds, also where ids would be formulas, markup or bad names of
sheets; and who breaks it is found out:

  $ for id in =1+1 '<c>&' 'a[b]:c*d?e/f' "'x'"; do
  >   printf '"%s","%s",agent,"=1+1 <b>"\n"%s","%s",customer,so annoyed\n' "$id" "$id" "$id" "$id"
  > done | sed '1i call_id,agent,speaker,text' >ids.csv
  $ callmark report -q -r counter.yaml -o ids ids.csv
  $ python3 "$ROOT"/tests/stories/parts.py {report,few,odd,ids}/{team.xlsx,agents/*.xlsx}
  15 workbooks, 0 faults
  $ mkdir broken && cd broken && unzip -q ../few/team.xlsx && sed -i 's/<cols>.*<\/cols>//; s/<pageMargins[^>]*>/<cols\/>&/; s/ s="2"/ s="900"/' xl/worksheets/sheet1.xml && rm xl/worksheets/sheet2.xml
  $ python3 -m zipfile -c ../broken.xlsx * && cd ..
  $ python3 "$ROOT"/tests/stories/parts.py broken.xlsx | sort -u | sed 's/ [A-Z]*[0-9]* has no such/ * has no such/' | sort -u
  1 workbooks, 4 faults
  broken.xlsx: /xl/worksheets/sheet2.xml is not there
  broken.xlsx: xl/_rels/workbook.xml.rels leads to xl/worksheets/sheet2.xml
  broken.xlsx: xl/worksheets/sheet1.xml * has no such format
  broken.xlsx: xl/worksheets/sheet1.xml has its elements in another order

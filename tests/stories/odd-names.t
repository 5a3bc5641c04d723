What XML cannot hold stands nowhere in a workbook, whoever's name it is in.

  $ . "$ROOT"/tests/stories/counter.sh
  $ odd='a\u0001\u001b\uffff&<\u202e'
  $ printf '{"call":"c%s","agent":"%s","agent_name":"%s","team":"%s","turns":[{"role":"agent","text":"hello %s"},{"role":"customer","text":"%s annoyed"}]}\n' $odd $odd $odd $odd $odd $odd >odd.ndjson
  $ callmark report -q -r counter.yaml -o report odd.ndjson
  $ python3 - report/team.xlsx report/agents/*.xlsx <<'END'
  > import sys, xml.dom.minidom, zipfile
  > for path in sys.argv[1:]:
  >     book = zipfile.ZipFile(path)
  >     parts = [p for p in book.namelist() if p.endswith((".xml", ".rels"))]
  >     for part in parts:
  >         xml.dom.minidom.parseString(book.read(part))
  >     print("well-formed" if len(parts) > 10 else "too few parts")
  > END
  well-formed
  well-formed

An id that a spreadsheet would take for a formula comes back from a table as it was:

  $ printf '{"call":"+44-7700","turns":[{"role":"agent","text":"=hello"}]}\n' >phone.ndjson
  $ callmark convert -t csv phone.ndjson | tail -1 | cut -c1-10
  '+44-7700,
  $ callmark convert -t csv phone.ndjson | callmark convert -f csv - | grep -o '"call":"[^"]*"\|"text":"[^"]*"'
  "call":"+44-7700"
  "text":"=hello"

Nor does it see one where it splits lines at semicolons or tabs:

  $ printf '{"call":"x;=1","agent":"a\\t+1","turns":[{"role":"agent","text":"ok;@SUM(1)\\n-2-2"}]}\n' >split.ndjson
  $ callmark convert -t csv split.ndjson >split.csv
  $ python3 - <<'END'
  > import csv
  > for separator in ",;\t":
  >     with open("split.csv", newline="") as file:
  >         rows = list(csv.reader(file, delimiter=separator))
  >     print(separator.encode(), [cell for row in rows for cell in row if cell[:1] in list("=+-@")])
  > END
  b',' []
  b';' []
  b'\t' []
  $ callmark convert -f csv split.csv | cut -d, -f1,2,6
  {"call":"x;=1","agent":"a\t+1","text":"ok;@SUM(1)\n-2-2"}]}

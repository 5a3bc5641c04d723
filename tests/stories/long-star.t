A real corpus, where it is at hand: 6,205 chats, 115 agents.

  $ star="$ROOT"/../shared/data/star.csv
  $ [ -e "$star" ] || exit 80
  $ callmark report -o report "$star"
  6205 calls of 115 agents: report/team.xlsx and 115 workbooks in report/agents
  $ ls report/agents | wc -l
  115
  $ wc -l <report/scorecards.ndjson
  6205
  $ grep -o '"calls": 6205, "refused": 0' report/manifest.json
  "calls": 6205, "refused": 0
  $ mkdir parts && for book in report/team.xlsx report/agents/*.xlsx; do
  >   python3 -m zipfile -e "$book" "parts/$(basename "$book")"
  > done
  $ sed 's/<[^>]*>/ /g; s/hash [0-9a-f]*//g' parts/*/xl/sharedStrings.xml | grep -c '[0-9]\{6\}'
  0
  [1]
  $ callmark score -q "$star" >records.ndjson
  $ callmark report -q -o from-records records.ndjson
  $ diff -r -x manifest.json report from-records
  $ ls report/problems.csv
  ls: cannot access 'report/problems.csv': No such file or directory
  [2]

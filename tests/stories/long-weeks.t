A real corpus, where it is at hand, as cron would have it: three weeks, each added to one
store, and a report of each.

  $ star="$ROOT"/../shared/data/star.csv
  $ [ -e "$star" ] || exit 80
  $ coaching() { python3 "$ROOT"/tests/stories/coaching.py "$@"; }
  $ cat >split.py <<'EOF'
  > import csv, datetime, sys
  > tables = {}
  > with open(sys.argv[1], encoding="utf-8", newline="") as file:
  >     for row in csv.DictReader(file):
  >         week = datetime.date.fromisoformat(row["started_at"][:10]).isocalendar()[1]
  >         if week not in tables:
  >             tables[week] = csv.DictWriter(open("W%d.csv" % week, "w", newline=""), row)
  >             tables[week].writeheader()
  >         tables[week].writerow(row)
  > EOF
  $ python3 split.py "$star"
  $ for week in 20 21 22; do callmark report -q --period 2020-W$week --store weeks.db -o weekly W$week.csv; done
  $ ls weekly
  2020-W20
  2020-W21
  2020-W22
  latest
  reviews
  $ callmark report -q --store weeks.db -o all
  $ grep -c . all/scorecards.ndjson
  6205

What is said to agents is no chance, and comes with words, from where it was missed; few of
those who are told anything are told the same:

  $ table() { for report; do coaching $report; done; }
  $ table all | cut -c1-44 | sed 's/ *$//'
  agents with something to work on
  the same first point
  the same pair of points
  points whose interval lies below the team
  missed moments with their quotation
  strengths whose interval lies above the team
  $ table weekly/2* all | awk '/interval|moments/ && $(NF - 2) != $NF'
  $ table all | awk '/^the same pair/ && 4 * $(NF - 2) >= $NF'

With all calls dealt out anew among their agents nobody differs, and at most one in twenty is
told to work on something:

  $ coaching --shuffle "$star" dealt.csv
  $ callmark report -q -o dealt dealt.csv
  $ table dealt | awk '/^agents/ && 20 * $(NF - 2) > $NF'

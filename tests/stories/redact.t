Cards, accounts, phones, addresses, dates of birth and secrets, in speech and in chat, in
turns that marks rest on:

  $ . "$ROOT"/tests/stories/counter.sh
  $ cat >private.csv <<'CSV'
  > call_id,agent,team,started_at,speaker,start,end,text
  > V-1,ada,Desk,2026-03-02T09:00:00Z,agent,0,3,"Good morning, can I take the card number please?"
  > V-1,ada,Desk,2026-03-02T09:00:00Z,customer,4,9,I'm so annoyed it's four one one one one one one one
  > V-1,ada,Desk,2026-03-02T09:00:00Z,agent,10,11,mhm
  > V-1,ada,Desk,2026-03-02T09:00:00Z,customer,12,15,one one one one one one one one so annoyed
  > V-1,ada,Desk,2026-03-02T09:00:00Z,agent,16,19,I'm sorry. And your date of birth please?
  > V-1,ada,Desk,2026-03-02T09:00:00Z,customer,20,24,the third of march nineteen eighty five and I am so annoyed
  > V-1,ada,Desk,2026-03-02T09:00:00Z,agent,25,29,I'm sorry and what is your PIN?
  > V-1,ada,Desk,2026-03-02T09:00:00Z,customer,30,34,really annoyed seven three five one
  > V-1,ada,Desk,2026-03-02T09:00:00Z,agent,35,39,sorry and what number can I call you on?
  > V-1,ada,Desk,2026-03-02T09:00:00Z,customer,40,44,double oh four four seven seven double oh nine hundred one two three so annoyed
  > V-2,ben,Desk,2026-03-02T10:30:00Z,customer,0,4,"I'm so annoyed: card 5500-0055-5555-5559, IBAN GB82 WEST 1234 5698 7654 32"
  > V-2,ben,Desk,2026-03-02T10:30:00Z,agent,6,8,"Hello, sorry. I wrote to kim.lee@example.com; is +44 7700 900456 right?"
  > V-2,ben,Desk,2026-03-02T10:30:00Z,customer,9,12,so annoyed: it's kim dot lee at example dot net
  > V-2,ben,Desk,2026-03-02T10:30:00Z,agent,13,15,"Sorry, and the answer to your security question?"
  > V-2,ben,Desk,2026-03-02T10:30:00Z,customer,16,18,Hargreaves
  > V-2,ben,Desk,2026-03-02T10:30:00Z,agent,19,22,"Sorry, order 55120 has account 88213345."
  > CSV

A seed is found in what was unpacked of a workbook and in a store as in any text:

  $ cat >seeds <<'END'
  > one one one one
  > third of march
  > seven three five one
  > seven seven double oh
  > 5500-0055
  > WEST 1234
  > kim.lee
  > kim dot lee
  > 900456
  > Hargreaves
  > 88213345
  > END
  $ seeds_in() {
  >   for book in $(find "$@" -name '*.xlsx'); do python3 -m zipfile -e $book $book.parts; rm $book; done
  >   sed 's/<[^>]*>//g' $(find "$@" -type f) | grep -aohFf seeds | sort | uniq -c
  > }
  $ seeds_in private.csv | wc -l
  11

Workbooks and pages are redacted, what is beside them is not:

  $ callmark report -q -r counter.yaml --html -o plain private.csv
  $ cp -r plain shown && rm shown/*.csv shown/*.ndjson
  $ seeds_in shown
  $ seeds_in plain/scorecards.ndjson | wc -l
  11

unless that is not wanted:

  $ callmark report -q -r counter.yaml --html --no-redact -o bare private.csv
  $ rm bare/*.csv bare/*.ndjson; seeds_in bare | wc -l
  11
  $ callmark report -q -r counter.yaml --redact --no-redact -o neither private.csv
  callmark: error: --redact and --no-redact exclude each other
  [64]

Words that a mark rests on stand out as before:

  $ grep -o '<[^>]*>[^<]*annoyed[^<]*<[^>]*>' shown/agents/ada.html | sort -u
  <mark>really annoyed</mark>
  <mark>so annoyed</mark>

With --redact nothing that is private is anywhere: records, tables, a store, a report from
the store, pages, workbooks, what is printed.

  $ mkdir all
  $ callmark score -r counter.yaml --redact --store all/history.db -o all/records.ndjson private.csv >all/log 2>&1
  $ callmark score -r counter.yaml --redact -t csv --verbose private.csv >all/records.csv 2>all/log.2
  $ callmark report -r counter.yaml --redact --html -o all/report private.csv >all/log.3 2>&1
  $ callmark report -r counter.yaml --redact --store all/other.db -o all/second private.csv >all/log.4 2>&1
  $ callmark report -r counter.yaml --redact --store all/history.db -o all/third >all/log.5 2>&1
  $ for format in csv ndjson text; do
  >   callmark find -q -r counter.yaml --redact -t $format private.csv >all/find.$format
  >   callmark find -q -r counter.yaml --redact --misses 9 -t $format private.csv >all/misses.$format
  > done
  [1]
  $ for stage in turns folded hits findings marks record; do
  >   callmark show -r counter.yaml --redact --stage $stage private.csv >all/show.$stage
  >   callmark show -r counter.yaml --redact -c V-2 private.csv >>all/show.$stage
  > done
  $ for format in ndjson csv labels; do
  >   callmark convert -q --redact -t $format private.csv >all/calls.$format
  > done
  $ sed 's/any: \[sorry\]/any: [pardon]/; s/\[I.m sorry about that\]/[pardon]/' counter.yaml >new.yaml
  $ callmark diff -q --redact counter.yaml new.yaml private.csv >all/diff
  $ callmark sample -q -r counter.yaml --redact private.csv >all/sample
  $ find all -type f -size +0 | grep -vc '/log'
  45
  $ seeds_in all
  $ cat all/find.text
  V-1:1: agent: hello (counter.yaml:12:11): [Good morning], can I take the card number please?
  V-1:2: customer: grumble (counter.yaml:17:11): I'm [so annoyed] it's [CARD]
  V-1:4: customer: grumble (counter.yaml:17:11): [CARD] [so annoyed]
  V-1:5: agent: sorry (counter.yaml:22:11): I'm [sorry]. And your date of birth please?
  V-1:6: customer: grumble (counter.yaml:17:11): the [DATE OF BIRTH] and I am [so annoyed]
  V-1:7: agent: sorry (counter.yaml:22:11): I'm [sorry] and what is your PIN?
  V-1:8: customer: grumble (counter.yaml:17:11): [really annoyed] [SECRET]
  V-1:9: agent: sorry (counter.yaml:22:11): [sorry] and what number can I call you on?
  V-1:10: customer: grumble (counter.yaml:17:11): [PHONE] [so annoyed]
  V-2:1: customer: grumble (counter.yaml:17:11): I'm [so annoyed]: card [CARD], IBAN [IBAN]
  V-2:2: agent: hello (counter.yaml:12:25): [Hello], sorry. I wrote to [EMAIL]; is [PHONE] right?
  V-2:2: agent: sorry (counter.yaml:22:11): Hello, [sorry]. I wrote to [EMAIL]; is [PHONE] right?
  V-2:3: customer: grumble (counter.yaml:17:11): [so annoyed]: it's [EMAIL]
  V-2:4: agent: sorry (counter.yaml:22:11): [Sorry], and the answer to your security question?
  V-2:6: agent: sorry (counter.yaml:22:11): [Sorry], order 55120 has account [NUMBER].

The marks are the same:

  $ callmark score -q -r counter.yaml -o plain.ndjson private.csv
  $ for records in plain.ndjson all/records.ndjson; do
  >   grep -o '"\(score\|verdict\|points\|detector\|turn\)":[^,}]*' $records | cksum
  > done | uniq | wc -l
  1

A report of records is the one of transcripts, whether they were redacted or not:

  $ callmark report -q -r counter.yaml -o first private.csv
  $ callmark report -q -r counter.yaml -o from-plain plain.ndjson
  $ callmark report -q -r counter.yaml -o from-redacted all/records.ndjson
  $ for book in team.xlsx agents/ada.xlsx agents/ben.xlsx; do
  >   cmp first/$book from-plain/$book && cmp first/$book from-redacted/$book
  > done

and redacting what is redacted changes nothing:

  $ callmark convert -q --redact all/calls.ndjson | cmp - all/calls.ndjson

Numbers in ids are not speech:

  $ sed 's/V-1/7712345678/' private.csv | callmark score -q -r counter.yaml --redact - |
  >   grep -o '"call":"[^"]*"'
  "call":"7712345678"
  "call":"V-2"

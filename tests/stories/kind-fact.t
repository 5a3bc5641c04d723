What an agent said is compared with a table of facts, as it was on the day of the call.

  $ cat >facts.csv <<'CSV'
  > fact,value,unit,from,to
  > late fee,25,pence,,2026-02-28
  > late fee,30,pence,2026-03-01,
  > loan,3,weeks,,
  > CSV
  $ cat >desk.yaml <<'YAML'
  > rubric: desk
  > detectors:
  >   fee-right:
  >     kind: fact
  >     table: facts.csv
  >     fact: late fee
  >     any: ['(?<value>[\w£.-]+(?: pence)?) a day']
  >   loan-wrong:
  >     kind: fact
  >     table: facts.csv
  >     fact: loan
  >     wants: wrong
  >     any: ['keep it (?:for )?(?<value>\w+(?:[ -]\w+)? (?:days|weeks))']
  >     match: [you can keep it for thirty days]
  >     no_match: [you can keep it for three weeks, 'you can keep it 21 days']
  >   loan-twice:
  >     kind: fact
  >     wants: contradiction
  >     any: ['keep it (?:for )?(?<value>\w+(?:[ -]\w+)? (?:days|weeks))']
  > principles:
  >   - id: facts
  >     title: Facts
  >     weight: 1
  >     criteria:
  >       - {id: fee, ask: Was the fee right?, met: fee-right, tip: Look., say: Let me look.}
  >       - {id: loan, ask: Was the loan right?, met: {not: loan-wrong}, tip: Look., say: Let me look.}
  >       - {id: once, ask: Was it said one way?, met: {not: loan-twice}, tip: Look., say: Let me look.}
  > YAML
  $ cat >calls.csv <<'CSV'
  > call_id,agent,started_at,speaker,text
  > A,ada,2026-02-28T17:00:00Z,customer,What does it cost?
  > A,ada,2026-02-28T17:00:00Z,agent,It's twenty-five pence a day. You can keep it for three weeks.
  > B,ben,2026-03-01T09:00:00Z,customer,What does it cost?
  > B,ben,2026-03-01T09:00:00Z,agent,It's £0.25 a day. You can keep it for 21 days.
  > B,ben,2026-03-01T09:00:00Z,customer,How long?
  > B,ben,2026-03-01T09:00:00Z,agent,You can keep it for 30 days.
  > C,ada,,customer,What does it cost?
  > C,ada,,agent,It's 30 pence a day.
  > CSV
  $ for call in A B C; do callmark show -r desk.yaml --stage=findings --call=$call calls.csv; done
  fee-right                yes     1  (said twenty-five pence, the table has 25 pence)
      turn 2: twenty-five pence a day
  loan-wrong               no      0  (said three weeks, the table has 3 weeks)
  loan-twice               no      1  (said three weeks)
      turn 2: keep it for three weeks
  fee-right                no      0  (said \xc2\xa30.25, the table has 30 pence) (esc)
      turn 2: \xc2\xa30.25 a day (esc)
  loan-wrong               yes     1  (said 30 days, the table has 3 weeks)
      turn 4: keep it for 30 days
  loan-twice               yes     2  (said 21 days, then 30 days)
      turn 2: keep it for 21 days
      turn 4: keep it for 30 days
  fee-right                unknown 0  ('late fee' depends on the day, and the call has none)
  loan-wrong               no      0  (not mentioned)
  loan-twice               no      0  (not mentioned)

The table is part of the rubric: its mistakes have a place, and the hash knows of it.

  $ callmark score -q -r desk.yaml calls.csv | grep -o 'rubric_hash[^,]*' | sort -u >before
  $ sed -i 's/30,pence/40,pence/' facts.csv
  $ callmark score -q -r desk.yaml calls.csv | grep -o 'rubric_hash[^,]*' | sort -u | cmp -s - before
  [1]
  $ cat >facts.csv <<'CSV'
  > fact,value,unit,form
  > late fee,1,200,pence,
  > loan,soon,weeks,
  > CSV
  $ callmark score -r desk.yaml calls.csv
  facts.csv:1:17: error: unknown column 'form' (did you mean 'from'?)
      1 |   fact,value,unit,form
        |                   ^~~~
  facts.csv:2:22: error: more cells than columns (a value with a comma stands in quotes)
      2 |   late fee,1,200,pence,
        |                        ^
  facts.csv:3:6: error: value is no number 'soon'
      3 |   loan,soon,weeks,
        |        ^~~~
  [78]
  $ printf 'fact,value\nloan,3 weeks\n' >facts.csv
  $ callmark check -q desk.yaml 2>&1 | grep 'table'
  desk.yaml:3:3: error: detector 'fee-right' asks for a 'fact' that its 'table' does not have
  $ rm facts.csv
  $ callmark check -q desk.yaml 2>&1 | grep 'cannot read'
  desk.yaml:5:12: error: cannot read 'facts.csv' (No such file or directory)
  desk.yaml:10:12: error: cannot read 'facts.csv' (No such file or directory)

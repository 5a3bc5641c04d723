Agents' names become file names that are safe everywhere and never the same twice. The true
name stands inside.

  $ . "$ROOT"/tests/stories/counter.sh
  $ cat >make.py <<'EOF'
  > import csv, sys
  > names = ['../../etc/passwd', '/etc/passwd', 'CON', 'con', 'nul.txt', 'a/b', 'a:b', 'a\\b',
  >          'Ada', 'ada', 'ADA', 'Éva', 'éva', '.hidden', '..', '-rf', 'x.xlsx', 'tab\there',
  >          'two\nlines', 'trailing. ', '', 'n' * 300, '=1+1', 'Ada (2)', '../../etc/passwd ']
  > out = csv.writer(sys.stdout, lineterminator='\n')
  > out.writerow(['call_id', 'agent', 'speaker', 'text'])
  > for number, name in enumerate(names):
  >     out.writerow([f'N-{number:02}', name, 'agent', 'Hello there'])
  >     out.writerow([f'N-{number:02}', name, 'customer', 'hi'])
  > EOF
  $ python3 make.py >calls.csv
  $ callmark report -r counter.yaml -o a/b/report calls.csv
  25 calls of 24 agents: a/b/report/team.xlsx and 24 workbooks in a/b/report/agents
  $ ls a a/b
  a:
  b
  
  a/b:
  report
  $ ls -A a/b/report/agents | sed 's/n\{20,\}/n.../'
  -rf.xlsx
  =1+1.xlsx
  ADA.xlsx
  Ada (2) (2).xlsx
  Ada (2).xlsx
  _._.._etc_passwd.xlsx
  _.xlsx
  _CON.xlsx
  _con (2).xlsx
  _etc_passwd.xlsx
  _hidden.xlsx
  _nul.txt.xlsx
  a_b (2).xlsx
  a_b (3).xlsx
  a_b.xlsx
  ada (3).xlsx
  n....xlsx
  tab_here.xlsx
  trailing.xlsx
  two_lines.xlsx
  unnamed.xlsx
  x.xlsx.xlsx
  \xc3\x89va.xlsx (esc)
  \xc3\xa9va (2).xlsx (esc)
  $ ls a/b/report/agents | tr A-Z a-z | sort | uniq -d
  $ cut -d, -f1,2 a/b/report/scores.csv | sed -n '/N-0[0-3]/p' | uniq
  N-00,../../etc/passwd
  N-01,/etc/passwd
  N-02,CON
  N-03,con

Every workbook knows whose it is:

  $ cd a/b/report/agents
  $ for book in _._.._etc_passwd _CON '=1+1' unnamed; do
  >   unzip -p "$book.xlsx" xl/sharedStrings.xml | grep -o 'Coaching: [^<]*'
  > done
  Coaching: ../../etc/passwd
  Coaching: CON
  Coaching: =1+1
  Coaching: agent not known

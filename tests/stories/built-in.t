The rubrics are in the program: a copy of it alone, in an empty folder, marks calls, for
somebody without rights and without an environment.

  $ folder=$(TMPDIR='' mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
  $ cp "$(command -v callmark)" callmark && cp "$ROOT"/samples/calls.csv . && chmod -R a+rwX .
  $ alone() {
  >   if [ "$(id -u)" = 0 ]; then runuser -u nobody -- env -i ./callmark "$@"
  >   else env -i ./callmark "$@"; fi
  > }
  $ alone report -o out calls.csv
  31 calls of 4 agents: out/team.xlsx and 4 workbooks in out/agents
  $ alone score calls.csv >alone.ndjson
  $ callmark score calls.csv | cmp - alone.ndjson
  $ alone check five-principles | head -1 | sed 's/ [0-9.]*:/:/'
  five-principles: Five principles of customer service

The pack's quality file is there, too:

  $ alone list detectors -r detectors-en | grep '^greeting ' | sed 's/:[0-9]*//'
  greeting               phrase    agent     <built in>/detectors-en.yaml  precision 100.0 %  recall 95.1 %
  $ alone list rubrics | sed -n '/^<built in>/,$p'
  <built in>:
  five-principles    Five principles of customer service: 5 principles, 31 criteria
  four-cornerstones  Four cornerstones of customer service: 4 principles, 33 criteria
  four-pillars       Four pillars of outstanding customer service: 4 principles, 31 criteria
  seven-pillars      Seven pillars of customer service: 7 principles, 49 criteria
  six-pillars        Six pillars of customer service: 6 principles, 41 criteria
  ten-principles     Ten principles of customer service: 10 principles, 43 criteria

To begin a rubric from one of them. The pack that it names need not be copied along:

  $ alone list rubrics --show five-principles >mine.yaml
  $ cmp mine.yaml "$ROOT"/rubrics/five-principles.yaml
  $ alone check mine.yaml 2>/dev/null | head -1 | sed 's/ [0-9.]*:/:/'
  five-principles: Five principles of customer service

Under `count: proven` a copy without figures counts next to nothing. It says so, and where they are:

  $ unchecked() { alone check -q "$1" 2>&1 | grep -A 2 'nobody has checked' | sed 's/[0-9]* of [0-9]* /N of N /'; }
  $ unchecked mine.yaml
  mine.yaml:15:10: warning: only N of N criteria count, since nobody has checked 'five-principles' ('count: all' counts the others too; a copy of rubric NAME has its figures by 'callmark list rubrics --show NAME.quality >mine.quality.yaml')
     15 |     count: proven
        |            ^~~~~~
  $ sed 's/count: proven/count: all/' mine.yaml >all.yaml
  $ unchecked all.yaml
  $ alone list rubrics --show five-principles.quality >mine.quality.yaml
  $ unchecked mine.yaml
  $ alone list detectors -r mine.yaml | grep -o -m 1 '<built in>[a-z/.-]*'
  <built in>/detectors-en.yaml
  $ sed -i 's/detectors-en/detectors-of-ours/' mine.yaml
  $ alone check mine.yaml
  mine.yaml:11:7: error: cannot read 'detectors-of-ours.yaml' (No such file or directory)
     11 |   use: [detectors-of-ours.yaml]
        |         ^~~~~~~~~~~~~~~~~~~~~~
  mine.yaml: 1 error, 0 warnings
  [1]

A complaint about what a built-in rubric has names its place there:

  $ printf 'rubric: ours\nuse: five-principles\ndrop: [frustration]\n' >ours.yaml
  $ alone check ours.yaml 2>&1 | grep -m 1 error
  ours.yaml:3:8: error: dropped detector 'frustration' is needed by detector 'upset' (<built in>/detectors-en.yaml:*) (glob)

Folders come before what is built in, and a rubric that was left behind is warned of:

  $ mkdir shelf
  $ sed 's/^version: .*/version: 0.9/; s/count: proven/count: all/' "$ROOT"/rubrics/five-principles.yaml >shelf/five-principles.yaml
  $ alone score --rubric-dir shelf/ calls.csv | grep -c '"rubric_version":"0.9"'
  shelf/five-principles.yaml:8:1: warning: version 0.9 is older than version *, which is built in (that one is '<built in>/five-principles.yaml') (glob)
  31
  $ alone check --rubric-dir shelf five-principles >summary.txt
  shelf/five-principles.yaml:8:1: warning: version 0.9 is older than version *, which is built in (that one is '<built in>/five-principles.yaml') (glob)
  shelf/five-principles.yaml: 0 errors, 1 warning
  $ alone list rubrics --rubric-dir shelf --show five-principles | cmp - shelf/five-principles.yaml

One that is named by its path is one's own:

  $ alone score -r shelf/five-principles.yaml calls.csv | wc -l
  31
  $ sed -i 's/^version: 0.9/version: 100/' shelf/five-principles.yaml
  $ alone score --rubric-dir shelf calls.csv | wc -l
  31

  $ alone list rubrics --show five-principle
  callmark: error: no rubric 'five-principle' (did you mean 'five-principles'?)
  [78]
  $ alone list kinds --show five-principles
  callmark: error: --show is an option of 'callmark list rubrics' alone
  [64]

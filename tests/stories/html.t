Beside each agent's workbook a page for the browser, when it is asked for.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark report -r counter.yaml -o report --html calls.csv
  3 calls of 2 agents: report/team.xlsx and 2 workbooks in report/agents
  $ ls report/agents
  ada.html
  ada.xlsx
  ben.html
  ben.xlsx
  $ grep -o 'agents/[a-z.]*' report/manifest.json
  agents/ada.xlsx
  agents/ada.html
  agents/ben.xlsx
  agents/ben.html
  $ grep -o '<h[1-3].*' report/agents/ada.html
  <h1 class="title">ada, 2026-03-02 to 2026-03-09</h1>
  <h2 class="title" id="s1t">Coaching: ada</h2>
  <h3 class="heading">Keep doing</h3>
  <h3 class="heading">Work on</h3>
  <h3 class="heading">Listen together</h3>
  <h3 class="heading">What we agree</h3>
  <h2 class="title" id="s2t">Calls</h2>
  <h3 class="heading" id="s2r2">A good call: B-1, 2026-03-02, score 100.0, judged on 2 of 2</h3>
  $ python3 "$ROOT"/tests/stories/pages.py report/agents/*.html
  ada.html: good
  ben.html: good

It asks for nothing: no other file, no script, no place outside.

  $ grep -cE 'https?://|<script|src=|url\(|@import' report/agents/*.html
  report/agents/ada.html:0
  report/agents/ben.html:0
  [1]

The same calls give the same bytes, in any number of threads:

  $ callmark report -q -j 1 -r counter.yaml -o again --html calls.csv
  $ callmark report -q -j 4 -r counter.yaml -o again --html calls.csv
  $ diff -r report again

Who has left takes the page along; so does a report without pages:

  $ grep -v ben calls.csv >now.csv
  $ callmark report -q -r counter.yaml -o report --html now.csv
  $ ls report/agents
  ada.html
  ada.xlsx
  $ callmark report -q -r counter.yaml -o report now.csv
  $ ls report/agents
  ada.xlsx

Whatever people are called or say is text, also where it looks like markup:

  $ cat >odd.py <<'PY'
  > import csv, sys
  > bad = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp; \x1b[31m\u202egnirts"
  > rows = csv.writer(sys.stdout)
  > rows.writerow("call_id agent team started_at speaker text".split())
  > for call in 1, 2:
  >     for speaker, text in (("agent", "hello " + bad), ("customer", "so annoyed " + bad),
  >                           ("agent", bad + " sorry")):
  >         rows.writerow([f"<b>{call}</b>" + bad, "<i>eve</i>\u202e", "<u>" + bad,
  >                        f"2026-03-0{call}T09:00:00Z", speaker, text])
  > PY
  $ PYTHONIOENCODING=utf-8 python3 odd.py >odd.csv
  $ sed -i 's/Did the agent greet/<a href="x">Did<\/a> the agent greet/' counter.yaml
  $ callmark report -q -r counter.yaml -o odd --html odd.csv
  $ python3 "$ROOT"/tests/stories/pages.py odd/agents/*.html
  _i_eve__i__.html: good
  $ grep -ciE '<script|<img|<i>|<b>|<u>|onerror="' odd/agents/*.html
  0
  [1]
  $ grep -aoh 'hello.*gnirts' odd/agents/*.html | head -1
  hello</mark> &quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;&amp;amp; \xef\xbf\xbd[31m\xef\xbf\xbdgnirts (esc)

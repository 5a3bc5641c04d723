Where the time went is told on stderr, at the end, to those who ask.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark score -r counter.yaml calls.csv >plain.ndjson
  $ callmark score -r counter.yaml --stats -j2 calls.csv 2>stats >timed.ndjson
  $ cmp plain.ndjson timed.ndjson
  $ sed -e '/share/,$d' -e 's/  *[0-9][0-9.]*/ N/g' stats
  load N s N %
  read N s N %
  parse N s N %
  fold N s N %
  match N s N %
  detect N s N %
  score N s N %
  write N s N %
  sum N s, all threads together; N s by the clock
  input N MB, N MB/s by the clock
  turns N MB, N MB/s by the clock, N MB/s while matching
  counts N calls, N turns, N hits
  tries N, in N s
  $ grep counts stats
  counts          3 calls, 7 turns, 6 hits

The patterns that took longest: with turns, tries and hits.

  $ sed -n '/share/,$s/^ *[0-9.]* *[0-9.]* % //p' stats | sort -k4
          1         0         1  counter.yaml:12:11 hello: good morning
          1         0         1  counter.yaml:12:25 hello: hello
          2         0         2  counter.yaml:17:11 grumble: (?:so|really) annoyed
          1         0         1  counter.yaml:17:34 grumble: waited for weeks
          1         0         1  counter.yaml:22:11 sorry: sorry

The others tell it too, and the work is the same:

  $ callmark find -r counter.yaml --stats calls.csv 2>&1 >found.csv | grep counts
  counts          3 calls, 7 turns, 6 hits
  $ callmark report -q -r counter.yaml --stats -o out calls.csv 2>&1 | grep counts
  counts          3 calls, 7 turns, 6 hits

Of what is built in, `score` searches only for what can decide a mark; `find` for all of it:

  $ cat >sorry.yaml <<'END'
  > rubric: sorry
  > use: detectors-en
  > score: {assess: {min_turns: 0, min_agent_words: 0, roles: []}}
  > principles: [{id: p, title: P, weight: 1, criteria: [{id: sorry, ask: Sorry?, met: apology}]}]
  > END
  $ hits() { callmark "$1" -r sorry.yaml --stats calls.csv 2>&1 >"$1.out" | sed -n '/^counts/s/.*, //p'; }
  $ hits score
  1 hits
  $ hits find | grep -qv '^1 hits' && echo more
  more

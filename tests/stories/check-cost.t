What each pattern of a rubric costs. The times vary; the rest does not.

  $ . "$ROOT"/tests/stories/counter.sh
  $ cat >counting.yaml <<'YAML'
  > detectors:
  >   numbers: {any: ['[a-z]+ ?\d*'], match: [room 7], no_match: ['?']}
  >   thanks: {role: agent, any: [thank you|cheers, 'I appreciate \w+'], match: [cheers]}
  > YAML
  $ callmark check -q counting.yaml --cost 2>complaints | sed '1,3d; s/^ *[0-9.]* *[0-9.]* % //' | sort -k2
          0         0         0  counting.yaml:3:49 thanks: i appreciate
          1         0         1  counting.yaml:3:31 thanks: thank you|cheers
          3         3         2  counting.yaml:2:19 numbers: no atom: searched for in every turn
  $ callmark check -q counting.yaml --cost 2>complaints | head -3
  cost in 3 turns
  
         ms   share     turns     tries      hits  pattern and atoms

On calls, in the turns of the role whose pattern it is:

  $ callmark check -q counter.yaml --cost --try calls.csv 2>complaints |
  >   sed '1,3d; s/^ *[0-9.]* *[0-9.]* % //' | sort -k2
          1         0         1  counter.yaml:12:11 hello: good morning
          1         0         1  counter.yaml:12:25 hello: hello
          1         0         1  counter.yaml:17:34 grumble: waited for weeks
          1         0         1  counter.yaml:22:11 sorry: sorry
          2         0         2  counter.yaml:17:11 grumble: so annoyed|really annoyed

The costliest come first.

  $ callmark check -q five-principles --cost 2>complaints | sed 1,3d | cut -c -9 >times
  $ sort -c -r -n times && wc -l <times | awk '{ print ($1 > 500) }'
  1

It is no trial, and a rubric with errors is not measured.

  $ callmark check -q counter.yaml --cost --try missing.csv 2>complaints | head -1
  cost in 0 turns
  $ sed 's/met: hello/met: hullo/' counter.yaml >bad.yaml
  $ callmark check bad.yaml --cost 2>complaints
  [1]

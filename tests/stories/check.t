A rubric that somebody wrote in a hurry. It holds mistakes of many kinds, and all of them
are named in one run, in the order of the file, each with its place and what to do.

  $ cat > hurried.yaml <<'EOF'
  > rubric: hurried
  > title: Written in a hurry
  > score:
  >   law: median
  >   bands: {Good: 80, Fair: 85, Poor: 0}
  > fragments:
  >   I'm: I'm|I am
  > detectors:
  >   apology:
  >     role: agnet
  >     any: ['<Im> sorry', "so (sorry|sad", 'x*']
  >     unles: [not sorry]
  >     window: {first: 3 trains}
  >   greeting:
  >     kind: phrases
  >     any: [hello]
  >   answer:
  >     kind: reply
  >     to: apologi
  >     with: greeting
  >   first: {kind: order, steps: [second, greeting]}
  >   second: {kind: order, steps: [first, greeting]}
  >   quick: {kind: response, at_most: 2 parsecs}
  >   quick: {kind: response, at_most: 2 min}
  > principles:
  >   - id: warmth
  >     title: Warmth
  >     weight: -1
  >     criteria:
  >       - {id: sorry, met: {anny: [apology, answer]}, critical: fail}
  >       - {id: sorry, met: apology}
  >       - {id: late, met: {at_least: 3, of: [apology, answer]}}
  >       - {id: dress, observable: no}
  >   - id: empty
  >     title: Empty
  >     weight: 1
  >     floor: 120
  >     criteria: []
  > EOF
  $ callmark check hurried.yaml
  hurried.yaml:4:8: error: unknown law 'median' (one of weighted-mean, geometric or minimum)
      4 |     law: median
        |          ^~~~~~
  hurried.yaml:5:27: error: band 'Fair' is not below 'Good'
      5 |     bands: {Good: 80, Fair: 85, Poor: 0}
        |                             ^~
  hurried.yaml:10:11: error: unknown role 'agnet' (did you mean 'agent'?)
     10 |       role: agnet
        |             ^~~~~
  hurried.yaml:11:12: error: unknown fragment 'Im' (did you mean 'I'm'?)
     11 |       any: ['<Im> sorry', "so (sorry|sad", 'x*']
        |              ^~~~
  hurried.yaml:11:39: error: bad regular expression: missing closing parenthesis (for a plain ( write \()
     11 |       any: ['<Im> sorry', "so (sorry|sad", 'x*']
        |                                         ^
  hurried.yaml:11:42: error: a pattern that matches the empty text (something in it must be there: all of it is optional)
     11 |       any: ['<Im> sorry', "so (sorry|sad", 'x*']
        |                                            ^~~~
  hurried.yaml:12:5: error: unknown field 'unles' (did you mean 'unless'?)
     12 |       unles: [not sorry]
        |       ^~~~~
  hurried.yaml:13:21: error: expected turns, seconds or percent, found '3 trains' ('3 turns', '30 s' or '20 %')
     13 |       window: {first: 3 trains}
        |                       ^~~~~~~~
  hurried.yaml:15:11: error: unknown kind 'phrases' (did you mean 'phrase'?)
     15 |       kind: phrases
        |             ^~~~~~~
  hurried.yaml:19:9: error: unknown detector 'apologi' (did you mean 'apology'?)
     19 |       to: apologi
        |           ^~~~~~~
  hurried.yaml:21:3: error: detectors refer to each other in a ring: first -> second -> first
     21 |     first: {kind: order, steps: [second, greeting]}
        |     ^~~~~
  hurried.yaml:23:36: error: expected a number or a duration, found '2 parsecs' ('3', '30 s' or '2 min')
     23 |     quick: {kind: response, at_most: 2 parsecs}
        |                                      ^~~~~~~~~
  hurried.yaml:24:3: error: duplicate key 'quick' (first on line 23)
     24 |     quick: {kind: response, at_most: 2 min}
        |     ^~~~~
  hurried.yaml:28:13: error: expected a number from 0 to 1000000, found '-1'
     28 |       weight: -1
        |               ^~
  hurried.yaml:30:27: error: unknown field 'anny' (did you mean 'any'?)
     30 |         - {id: sorry, met: {anny: [apology, answer]}, critical: fail}
        |                             ^~~~
  hurried.yaml:30:63: error: unknown critical 'fail' (one of no, fail-call, fail-principle, flag or {cap: N})
     30 |         - {id: sorry, met: {anny: [apology, answer]}, critical: fail}
        |                                                                 ^~~~
  hurried.yaml:31:14: error: duplicate criterion 'sorry' (first on line 30)
     31 |         - {id: sorry, met: apology}
        |                ^~~~~
  hurried.yaml:32:36: error: at_least 3 of 2 can never be decided
     32 |         - {id: late, met: {at_least: 3, of: [apology, answer]}}
        |                                      ^
  hurried.yaml:33:14: error: criterion 'dress' is not observable but has no 'reason'
     33 |         - {id: dress, observable: no}
        |                ^~~~~
  hurried.yaml:37:12: error: expected a number from 0 to 100, found '120'
     37 |       floor: 120
        |              ^~~
  hurried.yaml:38:15: error: principle 'empty' has no criteria
     38 |       criteria: []
        |                 ^
  hurried.yaml: 21 errors, 0 warnings
  [1]

When it is only the YAML that is wrong, the commonest slip has its own hint.

  $ cat > slip.yaml <<'EOF'
  > detectors:
  >   no-idea: {any: ['don't know']}
  > EOF
  $ callmark check slip.yaml
  slip.yaml:2:24: error: bad YAML: did not find expected ',' or ']' (inside '...' an apostrophe is written '')
      2 |     no-idea: {any: ['don't know']}
        |                          ^
  slip.yaml: 1 error, 0 warnings
  [1]
  $ callmark check nowhere.yaml
  nowhere.yaml: error: cannot read 'nowhere.yaml' (No such file or directory)
  nowhere.yaml: 1 error, 0 warnings
  [1]

A rubric is well-formed, and still does not do what it says: its examples fail, a pattern
can run away, a detector is not used, a criterion cannot be met.

  $ cat > phrases.yaml <<'EOF'
  > language: en
  > fragments:
  >   I'm: I'm|I am|im
  > detectors:
  >   sorry:
  >     role: agent
  >     any: [<I'm> (?:so )?sorry]
  >     match: [I am so sorry, sorry about that]
  >     no_match: [I'm not sorry]
  >     todo_match: [do forgive me, I'm sorry for the wait]
  > EOF
  $ cat > wishful.yaml <<'EOF'
  > rubric: wishful
  > title: Wishful thinking
  > use: [phrases.yaml]
  > detectors:
  >   upset:
  >     role: customer
  >     any: [upset, '(?:\w+ ?)+ sad']
  >     match: [this upsets me]
  >     no_match: [so upset]
  >   spare:
  >     any: [spare]
  >   soothes:
  >     kind: reply
  >     to: upset
  >     with: sorry
  >     within: {turns: 1}
  >     match:
  >       - |
  >         customer: I am upset
  >         agent: I am sorry
  >       - |
  >         customer: I am upset
  >         I am sorry
  > principles:
  >   - id: warmth
  >     title: Warmth
  >     weight: 1
  >     criteria:
  >       - id: soothes
  >         ask: Did the agent apologise?
  >         when: upset
  >         met: {all: [soothes, {not: soothes}]}
  >         tip: Say sorry first.
  > EOF
  $ callmark check wishful.yaml
  phrases.yaml:8:28: error: example of 'sorry' should match: 'sorry about that'
      8 |       match: [I am so sorry, sorry about that]
        |                              ^~~~~~~~~~~~~~~~
  phrases.yaml:10:33: note: a known gap of 'sorry' is closed: 'I'm sorry for the wait' (move it from 'todo_match' to 'match')
     10 |       todo_match: [do forgive me, I'm sorry for the wait]
        |                                   ^~~~~~~~~~~~~~~~~~~~~~
  wishful.yaml:7:18: error: pattern can run away: more than 100000 steps on 30 characters 'aaaaaaaaaaaaaaaaaaaa...' (is there a repetition inside another, as in (?:a+)+ ?)
      7 |       any: [upset, '(?:\w+ ?)+ sad']
        |                    ^~~~~~~~~~~~~~~~
  wishful.yaml:8:13: error: example of 'upset' should match: 'this upsets me' (its words are parts of longer ones; 'whole_words: no' allows that)
      8 |       match: [this upsets me]
        |               ^~~~~~~~~~~~~~
  wishful.yaml:9:16: error: example of 'upset' should not match: 'so upset' (matched 'upset' by 'any' at wishful.yaml:7:11)
      9 |       no_match: [so upset]
        |                  ^~~~~~~~
  wishful.yaml:10:3: warning: detector 'spare' has no 'match' example
     10 |     spare:
        |     ^~~~~
  wishful.yaml:10:3: warning: detector 'spare' has no 'no_match' example
     10 |     spare:
        |     ^~~~~
  wishful.yaml:10:3: warning: detector 'spare' is never used
     10 |     spare:
        |     ^~~~~
  wishful.yaml:21:9: error: line 2 of an example of 'soothes' says neither who speaks nor a field
     21 |         - |
        |           ^
  wishful.yaml:29:13: warning: criterion 'soothes' has no 'say' (words an agent can use)
     29 |         - id: soothes
        |               ^~~~~~~
  wishful.yaml:29:13: note: neither criterion 'soothes' nor its principle has a 'source'
     29 |         - id: soothes
        |               ^~~~~~~
  wishful.yaml:29:13: warning: criterion 'soothes' can never be met
     29 |         - id: soothes
        |               ^~~~~~~
  wishful.yaml: 5 errors, 5 warnings
  [1]

Once all is put right, the summary says what there is and what it is worth. The pack by
itself is checked like a rubric.

  $ sed -i 's/, sorry about that//; s/, I.m sorry for the wait//' phrases.yaml
  $ callmark check phrases.yaml
  phrases
  1 detector, 1 pattern
  2 examples passed, 1 known gap
  $ cat > right.yaml <<'EOF'
  > rubric: right
  > title: Put right
  > version: 2
  > use: [phrases.yaml]
  > detectors:
  >   upset:
  >     role: customer
  >     any: [upset]
  >     match: [I am upset]
  >     no_match: [the upsetter]
  >   hangs-up: {kind: length, of: turns, at_most: 2}
  > principles:
  >   - id: warmth
  >     title: Warmth
  >     weight: 30
  >     source: the handbook, page 2
  >     criteria:
  >       - {id: soothes, ask: Did they say sorry?, when: upset, met: sorry, weight: 2,
  >          tip: Say sorry first., say: I am so sorry.}
  >       - {id: stays, ask: Did they stay?, met: {not: hangs-up}, tip: Stay., say: I'm here.}
  >   - id: dress
  >     title: Dress
  >     weight: 10.5
  >     source: the handbook, page 3
  >     criteria:
  >       - {id: looks, ask: Was the agent well dressed?, observable: no, reason: It is a call.}
  >       - {id: sorry, ask: Was the agent sorry?, met: sorry, tip: Be sorry., say: I'm sorry.}
  > EOF
  $ callmark check right.yaml
  right 2: Put right
  2 principles, 4 criteria (1 not observable)
  3 detectors (1 from other files), 2 patterns
  4 examples passed, 1 known gap
  
                                                 weight    share
  warmth                                             30     74.1 %
    soothes                                           2     49.4 %
    stays                                             1     24.7 %
  dress                                            10.5     25.9 %
    sorry                                             1     25.9 %

The shipped rubrics have nothing wrong with them.

  $ callmark check --quiet $ROOT/rubrics/*.yaml

A rubric that fails on its own examples says something else than its author means, and marks
nobody:

  $ . "$ROOT"/tests/stories/counter.sh
  $ sed 's/match: \[Good morning to you\]/match: [Good evening to you]/' counter.yaml >wrong.yaml
  $ callmark report -r wrong.yaml -o report calls.csv
  wrong.yaml:13:13: error: example of 'hello' should match: 'Good evening to you'
     13 |       match: [Good evening to you]
        |               ^~~~~~~~~~~~~~~~~~~
  [78]
  $ callmark score -r wrong.yaml calls.csv
  wrong.yaml:13:13: error: example of 'hello' should match: 'Good evening to you'
     13 |       match: [Good evening to you]
        |               ^~~~~~~~~~~~~~~~~~~
  [78]
  $ callmark find -r wrong.yaml -d sorry --count calls.csv
  call,detector,count
  B-1,sorry,1

A pack may take the marks between words away, and English does: who asks for one would find
nothing, and never know.

  $ cat >marks.yaml <<'EOF'
  > language: en
  > bare: yes
  > detectors:
  >   refuses:
  >     role: agent
  >     any: ['sorry,? but', 'sorry, (?:but|no)', '(?:^|[.!] )no way', '\d+\.\d\d is all']
  >     match: ['Sorry, but that is all.']
  >     no_match: [yes]
  > EOF
  $ callmark check marks.yaml
  marks.yaml:6:26: warning: no turn has the mark that 'sorry, (?:but|no)' asks for (patterns see what is said without its marks (bare: yes): leave the mark out)
      6 |       any: ['sorry,? but', 'sorry, (?:but|no)', '(?:^|[.!] )no way', '\d+\.\d\d is all']
        |                            ^~~~~~~~~~~~~~~~~~~
  marks.yaml:6:47: warning: no turn has the mark that '[.!] ' asks for (patterns see what is said without its marks (bare: yes): leave the mark out)
      6 |       any: ['sorry,? but', 'sorry, (?:but|no)', '(?:^|[.!] )no way', '\d+\.\d\d is all']
        |                                                 ^~~~~~~~~~~~~~~~~~~
  marks.yaml: 0 errors, 2 warnings
  marks
  1 detector, 4 patterns
  2 examples passed

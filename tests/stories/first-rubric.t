A first rubric, written by somebody who has read callmark-rubric(5) once, and what `check` says to
each mistake on the way. Every step does what the last message asks for, and nothing else.

  $ mend() { sed -i "$@" mine.yaml; callmark check mine.yaml; }
  $ cat >mine.yaml <<'EOF'
  > rubric: my first
  > title: Good manners: a start
  > detectors:
  > 	greeting:
  > 	  role: agent
  > 	  any: [good morning, hi*, 'it's me']
  > 	  match: [Good morning!, say hithere]
  >   upset:
  >     role: custommer
  >     any: [*, upset, don(t, '(?:\w+ ?)+ really']
  >     match: [I'm upset, I'm not upset, agent: hello]
  >     no_match: [she was upset, this upsets me]
  >   sorry:
  >     any: "sorry\s"
  >     windw: first 3 turns
  >   kind: phrase
  > principles:
  >   manners:
  >     title: Manners
  >     weight: 100%
  >     criteria:
  >     - id: greets
  >       met: greting
  >      - id: apologises
  >       when: upset and greeting
  >       met: [sorry
  > EOF
  $ callmark check mine.yaml
  mine.yaml:2:20: error: bad YAML: mapping values are not allowed in this context (a text that holds ': ' needs quotes)
      2 |   title: Good manners: a start
        |                      ^
  mine.yaml: 1 error, 0 warnings
  [1]

YAML comes first, one mistake at a time, since nothing can be said of what follows.

  $ mend 's/Good manners: a start/"Good manners: a start"/'
  mine.yaml:4:1: error: bad YAML: found character that cannot start any token (indent with spaces, not with tabs)
      4 |   \tgreeting: (esc)
        |   ^
  mine.yaml: 1 error, 0 warnings
  [1]
  $ mend 's/\t/  /'
  mine.yaml:6:34: error: bad YAML: did not find expected ',' or ']' (inside '...' an apostrophe is written '')
      6 |       any: [good morning, hi*, 'it's me']
        |                                    ^
  mine.yaml: 1 error, 0 warnings
  [1]
  $ mend "s/'it's me'/'it''s me'/"
  mine.yaml:10:12: error: bad YAML: did not find expected alphabetic or numeric character (a text that begins with * needs quotes)
     10 |       any: [*, upset, don(t, '(?:\w+ ?)+ really']
        |              ^
  mine.yaml: 1 error, 0 warnings
  [1]
  $ mend "s/\[\*, /['*', /"
  mine.yaml:14:16: error: bad YAML: found unknown escape character (inside "..." a backslash is written \\, inside '...' \)
     14 |       any: "sorry\s"
        |                  ^
  mine.yaml: 1 error, 0 warnings
  [1]
  $ mend 's/^\( *any: \)"sorry.s"/\1sorry\\s/'
  mine.yaml:24:6: error: bad YAML: did not find expected key (the line is not indented like those it belongs to)
     24 |        - id: apologises
        |        ^
  mine.yaml: 1 error, 0 warnings
  [1]
  $ mend 's/^     - id: apologises/    - id: apologises/'
  mine.yaml:26:12: error: bad YAML: did not find expected ',' or ']' (the list or map that begins on line 26 is not closed, or a text in it needs quotes)
     26 |         met: [sorry
        |              ^
  mine.yaml: 1 error, 0 warnings
  [1]
  $ mend 's/met: \[sorry$/met: [sorry]/'
  mine.yaml:1:9: error: bad name 'my first' (letters, digits, - _ and . only)
      1 |   rubric: my first
        |           ^~~~~~~~
  mine.yaml:9:11: error: unknown role 'custommer' (did you mean 'customer'?)
      9 |       role: custommer
        |             ^~~~~~~~~
  mine.yaml:10:12: error: bad regular expression: quantifier does not follow a repeatable item (for any text write .* and for a plain * \*)
     10 |       any: ['*', upset, don(t, '(?:\w+ ?)+ really']
        |              ^
  mine.yaml:10:28: error: bad regular expression: missing closing parenthesis (for a plain ( write \()
     10 |       any: ['*', upset, don(t, '(?:\w+ ?)+ really']
        |                              ^
  mine.yaml:11:39: error: expected a text, found a map (a text that holds ': ' or begins with { needs quotes)
     11 |       match: [I'm upset, I'm not upset, agent: hello]
        |                                         ^
  mine.yaml:15:5: error: unknown field 'windw' (did you mean 'window'?)
     15 |       windw: first 3 turns
        |       ^~~~~
  mine.yaml:16:9: error: expected a map, found a text (a field of a detector is indented farther than its name)
     16 |     kind: phrase
        |           ^~~~~~
  mine.yaml:18:3: error: expected a list, found a map (each of a list begins with '- ')
     18 |     manners:
        |     ^
  mine.yaml: 8 errors, 0 warnings
  [1]

Now that it is YAML, everything else is said at once.

  $ mend 's/rubric: my first/rubric: my-first/; s/custommer/customer/; s/^  kind: phrase$//' 2>&1 | tail -2
        |     ^
  mine.yaml: 5 errors, 0 warnings
  $ mend "s/'\*', //; s/don(t/don't/; s/, agent: hello\]/]/; s/windw: first 3 turns/window: {first: 3 turns}/"
  mine.yaml:18:3: error: expected a list, found a map (each of a list begins with '- ')
     18 |     manners:
        |     ^
  mine.yaml: 1 error, 0 warnings
  [1]
  $ mend 's/hi\*/hi/; s/^  manners:/  - id: manners/; s/100%/100/'
  mine.yaml:23:12: error: unknown detector 'greting' (did you mean 'greeting'?)
     23 |         met: greting
        |              ^~~~~~~
  mine.yaml:25:13: error: unknown detector 'upset and greeting' ([a, b] is both, {any: [a, b]} either, {not: a} the contrary)
     25 |         when: upset and greeting
        |               ^~~~~~~~~~~~~~~~~~
  mine.yaml: 2 errors, 0 warnings
  [1]
  $ mend 's/greting/greeting/; s/when: upset and greeting/when: [upset, greeting]/'
  mine.yaml:4:3: warning: detector 'greeting' has no 'no_match' example
      4 |     greeting:
        |     ^~~~~~~~
  mine.yaml:7:28: error: example of 'greeting' should match: 'say hithere' (its words are parts of longer ones; 'whole_words: no' allows that)
      7 |       match: [Good morning!, say hithere]
        |                              ^~~~~~~~~~~
  mine.yaml:10:25: error: pattern can run away: more than 100000 steps on 30 characters 'aaaaaaaaaaaaaaaaaaaa...' (is there a repetition inside another, as in (?:a+)+ ?)
     10 |       any: [upset, don't, '(?:\w+ ?)+ really']
        |                           ^~~~~~~~~~~~~~~~~~~
  mine.yaml:11:24: error: example of 'upset' should match: 'I'm not upset' (undone by a negation before it; 'negation: off' lets it stand)
     11 |       match: [I'm upset, I'm not upset]
        |                          ^~~~~~~~~~~~~
  mine.yaml:12:16: error: example of 'upset' should not match: 'she was upset' (matched 'upset' by 'any' at mine.yaml:10:11)
     12 |       no_match: [she was upset, this upsets me]
        |                  ^~~~~~~~~~~~~
  mine.yaml:13:3: warning: detector 'sorry' has no 'match' example
     13 |     sorry:
        |     ^~~~~
  mine.yaml:13:3: warning: detector 'sorry' has no 'no_match' example
     13 |     sorry:
        |     ^~~~~
  mine.yaml:22:11: warning: criterion 'greets' has no 'ask' (the question it answers)
     22 |       - id: greets
        |             ^~~~~~
  mine.yaml:22:11: warning: criterion 'greets' has no 'tip' (what an agent can do better)
     22 |       - id: greets
        |             ^~~~~~
  mine.yaml:22:11: warning: criterion 'greets' has no 'say' (words an agent can use)
     22 |       - id: greets
        |             ^~~~~~
  mine.yaml:22:11: note: neither criterion 'greets' nor its principle has a 'source'
     22 |       - id: greets
        |             ^~~~~~
  mine.yaml:24:11: warning: criterion 'apologises' has no 'ask' (the question it answers)
     24 |       - id: apologises
        |             ^~~~~~~~~~
  mine.yaml:24:11: warning: criterion 'apologises' has no 'tip' (what an agent can do better)
     24 |       - id: apologises
        |             ^~~~~~~~~~
  mine.yaml:24:11: warning: criterion 'apologises' has no 'say' (words an agent can use)
     24 |       - id: apologises
        |             ^~~~~~~~~~
  mine.yaml:24:11: note: neither criterion 'apologises' nor its principle has a 'source'
     24 |       - id: apologises
        |             ^~~~~~~~~~
  mine.yaml: 4 errors, 9 warnings
  [1]

The form is right. Whether it does what it says is another question.

  $ mend 's/say hithere/hi there/; s/, I.m not upset\]/]/; s/this upsets me/I am not upset/' 2>&1 | grep -A2 error:
  mine.yaml:10:25: error: pattern can run away: more than 100000 steps on 30 characters 'aaaaaaaaaaaaaaaaaaaa...' (is there a repetition inside another, as in (?:a+)+ ?)
     10 |       any: [upset, don't, '(?:\w+ ?)+ really']
        |                           ^~~~~~~~~~~~~~~~~~~
  mine.yaml:12:16: error: example of 'upset' should not match: 'she was upset' (matched 'upset' by 'any' at mine.yaml:10:11)
     12 |       no_match: [she was upset, I am not upset]
        |                  ^~~~~~~~~~~~~
  $ mend "s/, '(?:.w+ ?)+ really'//; s/sorry.s/sorry/; s/she was upset, //" 2>&1 | grep -A2 error:
  [1]

What is left are warnings: examples, and words for people.

  $ sed -i 's/^    any: sorry$/&\n    match: [I am so sorry.]\n    no_match: [a sorry sight, but mine]\n    unless: [sorry sight]/' mine.yaml
  $ sed -i 's/^    match: .Good morning!, hi there.$/&\n    no_match: [a good mourning]/' mine.yaml
  $ sed -i 's/^\( *\)met: greeting$/&\n\1ask: Did the agent greet?\n\1tip: Greet first.\n\1say: Good morning!/' mine.yaml
  $ sed -i 's/^\( *\)met: .sorry.$/&\n\1ask: Did the agent say sorry?\n\1tip: Say sorry.\n\1say: I am so sorry./' mine.yaml
  $ mend 's/^    weight: 100$/&\n    source: my own idea/'
  my-first: Good manners: a start
  1 principle, 2 criteria
  3 detectors, 7 patterns
  8 examples passed
  
                                                 weight    share
  manners                                           100    100.0 %
    greets                                            1     50.0 %
    apologises                                        1     50.0 %

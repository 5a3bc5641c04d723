A centre keeps its own words in a file of its own, and takes every new version of the rubric it
began with. The rubric of the house stands in one folder, what the site makes of it in another.
A file outside of its own folder is used by its name.

  $ . "$ROOT"/tests/stories/counter.sh
  $ mkdir house site
  $ export CALLMARK_RUBRICS=house
  $ cat >house/words.yaml <<'EOF'
  > fragments:
  >   so: so|really|very
  > detectors:
  >   grumble:
  >     role: customer
  >     any: [<so> annoyed, waited for weeks]
  >     unless: [not with you]
  >     match: [I'm so annoyed]
  >     no_match: [I was not annoyed]
  >   hello:
  >     role: agent
  >     window: {first: 1 turn}
  >     any: [good morning, hello]
  >     match: [Good morning to you]
  >     no_match: [good grief]
  >   slang:
  >     role: agent
  >     any: [gotcha]
  >     match: [gotcha]
  >     no_match: [got you]
  > EOF
  $ cat >house/counter.yaml <<'EOF'
  > rubric: counter
  > title: At the library counter
  > use: words.yaml
  > score: {assess: {min_turns: 2, min_agent_words: 2}}
  > detectors:
  >   sorry: {role: agent, any: [sorry], match: [I'm sorry], no_match: [a sore throat]}
  > principles:
  >   - id: welcome
  >     title: Welcome
  >     weight: 40
  >     source: the handbook, page 1
  >     criteria:
  >       - {id: greets, ask: Did the agent greet the reader?, met: hello,
  >          tip: Say hello first., say: Good morning.}
  >       - {id: plain-words, ask: Did the agent keep from slang?, met: {not: slang},
  >          tip: Use plain words., say: I understand.}
  >   - id: care
  >     title: Care
  >     weight: 60
  >     source: the handbook, page 2
  >     criteria:
  >       - {id: says-sorry, ask: Did the agent say sorry to an annoyed reader?, when: grumble,
  >          met: sorry, tip: Say sorry first., say: I'm sorry.}
  > EOF

The site uses it, adds to what it has and replaces single values of it. A fragment of the pack
serves in the site's own patterns. Of lists the rest stays: this site's readers still say that they
are annoyed.

  $ cat >site/ours.yaml <<'EOF'
  > rubric: ours
  > title: At our counter
  > use: [counter]
  > extend:
  >   grumble:
  >     any: [<so> cheesed off]
  >     unless: [only joking]
  >     match: [I'm really cheesed off, so annoyed]
  >     no_match: ["so cheesed off, only joking", "so annoyed, but not with you"]
  >   hello: {window: {first: 5 turns}}
  > drop: [slang]
  > detectors:
  >   tea: {role: agent, any: [cup of tea], match: [A cup of tea?], no_match: [a cup]}
  > principles:
  >   - id: welcome
  >     criteria:
  >       - {id: plain-words, drop: yes}
  >   - id: care
  >     weight: 80
  >     criteria:
  >       - {id: says-sorry, weight: 3, say: I'm sorry that you had to wait.}
  >       - {id: offers-tea, ask: Did the agent offer tea?, when: grumble, met: tea,
  >          tip: Offer tea., say: A cup of tea?}
  > EOF
  $ callmark check site/ours.yaml
  ours: At our counter
  2 principles, 3 criteria
  4 detectors (3 from other files, 2 extended), 9 patterns
  12 examples passed
  
                                                 weight    share
  welcome                                            40     33.3 %
    greets                                            1     33.3 %
  care                                               80     66.7 %
    says-sorry                                        3     50.0 %
    offers-tea                                        1     16.7 %
  $ callmark list detectors -r site/ours.yaml
  grumble                phrase    customer  house/words.yaml:4 + site/ours.yaml:5
  hello                  phrase    agent     house/words.yaml:10 + site/ours.yaml:10
  sorry                  phrase    agent     house/counter.yaml:6
  tea                    phrase    agent     site/ours.yaml:13
  $ callmark show -r site/ours.yaml -c B-1 --stage marks calls.csv
  score 83.3, Meets expectations, judged on 3 of 3
    welcome 100.0
    care 75.0
  met            welcome/greets
      turn 1, agent, hello: Good morning
  met            care/says-sorry
      turn 2, customer, grumble: waited for weeks
      turn 2, customer, grumble: really annoyed
      turn 3, agent, sorry: sorry
  not met        care/offers-tea: not found: tea
      turn 2, customer, grumble: waited for weeks
      turn 2, customer, grumble: really annoyed

A site can go on from a pack in the same way, and another rubric from that. A file that is used on
two ways is read once.

  $ cat >site/more-words.yaml <<'EOF'
  > use: words
  > extend:
  >   grumble: {any: [fobbed off]}
  > EOF
  $ callmark check site/more-words.yaml
  more-words
  3 detectors (3 from other files, 1 extended), 7 patterns
  6 examples passed
  $ sed 's|^use: words.yaml|use: [words.yaml, more-words]|' house/counter.yaml >house/twice.yaml
  $ callmark check --rubric-dir site house/twice.yaml | sed -n 3p
  4 detectors (3 from other files, 1 extended), 8 patterns
  $ callmark list detectors --rubric-dir site -r house/twice.yaml | grep grumble
  grumble                phrase    customer  house/words.yaml:4 + site/more-words.yaml:3

What a site has no use for it takes away, entry by entry, as the house has written it. An example
that held by such a pattern alone goes with it.

  $ cat >site/fewer.yaml <<'EOF'
  > rubric: fewer
  > use: counter
  > extend:
  >   grumble: {without: [waited for weeks, not with you]}
  >   hello: {without: [good morning, Good morning to you], match: [Hello there]}
  > EOF
  $ callmark check site/fewer.yaml | sed -n 3,4p
  4 detectors (4 from other files, 2 extended), 4 patterns
  8 examples passed
  $ callmark find -r site/fewer.yaml -d grumble -d hello -t text calls.csv | sed 's/.*(//'
  house/words.yaml:6:11): The atlas. I've waited for weeks, I'm [really annoyed].
  house/words.yaml:6:11): I'm [so annoyed] about this fine.
  house/words.yaml:13:25): [Hello] again.
  $ callmark find -r house/counter.yaml -d grumble -d hello -t text calls.csv | sed 's/.*(//'
  house/words.yaml:13:11): [Good morning], what can I find for you?
  house/words.yaml:6:25): The atlas. I've [waited for weeks], I'm really annoyed.
  house/words.yaml:6:11): The atlas. I've waited for weeks, I'm [really annoyed].
  house/words.yaml:6:11): I'm [so annoyed] about this fine.
  house/words.yaml:13:25): [Hello] again.

What is not there is a mistake, and so is an example that is left behind.

  $ sed -i 's/waited for weeks/waited for week/; s/, Good morning to you//' site/fewer.yaml
  $ callmark check site/fewer.yaml
  site/fewer.yaml:4:23: error: detector 'grumble' has no 'waited for week' to take away (did you mean 'waited for weeks'?)
      4 |     grumble: {without: [waited for week, not with you]}
        |                         ^~~~~~~~~~~~~~~
  site/fewer.yaml: 1 error, 0 warnings
  [1]
  $ sed -i 's/waited for week, //' site/fewer.yaml
  $ callmark check site/fewer.yaml
  house/words.yaml:14:13: error: example of 'hello' should match: 'Good morning to you' (extended at site/fewer.yaml:5)
     14 |       match: [Good morning to you]
        |               ^~~~~~~~~~~~~~~~~~~
  site/fewer.yaml: 1 error, 0 warnings
  [1]

A list of words is easier to keep in a file of its own, and many patterns can share it. Whoever
finds one learns in which line it stands. The list is part of the rubric's hash.

  $ mkdir site/lists
  $ cat >site/lists/titles.txt <<'EOF'
  > # books that readers wait for
  > The Atlas          # the big one
  > C++ (3rd edition)
  > EOF
  $ cat >site/titles.yaml <<'EOF'
  > rubric: titles
  > use: counter
  > fragments:
  >   title: {words: lists/titles.txt}
  > detectors:
  >   names-a-title:
  >     any: [{words: lists/titles.txt}, my book]
  >     match: ["I need C++ (3rd edition)."]
  >     no_match: [I need C++ books.]
  >   waits-for-a-title:
  >     any: ['(?:wait(?:ed)?|queued) for <title>']
  >     match: ["I have waited for the atlas!"]
  >     no_match: [The atlas.]
  > EOF
  $ callmark check site/titles.yaml 2>&1 | grep -v "^ " | head -5
  site/titles.yaml:6:3: warning: detector 'names-a-title' is never used
  site/titles.yaml:10:3: warning: detector 'waits-for-a-title' is never used
  site/titles.yaml: 0 errors, 2 warnings
  titles
  2 principles, 3 criteria
  $ callmark find -r site/titles.yaml -d names-a-title calls.csv
  call,turn,role,at_ms,detector,start,end,quote,also,place
  B-1,2,customer,4000,names-a-title,0,9,The atlas,,site/lists/titles.txt:2:1
  B-3,2,customer,3000,names-a-title,20,29,the atlas,,site/lists/titles.txt:2:1
  $ titles() { callmark score -r site/titles.yaml calls.csv | head -1 | grep -o '"rubric_hash":"[0-9a-f]*"'; }
  $ titles >before
  $ echo Anatomy >>site/lists/titles.txt
  $ titles | cmp -s - before
  [1]

It lies below the rubric's folder, or a folder of installed rubrics, and nowhere else.

  $ mkdir installed && mv site/lists installed
  $ callmark find --rubric-dir installed -r site/titles.yaml --count calls.csv
  call,detector,count
  B-1,hello,1
  B-1,names-a-title,1
  B-1,grumble,2
  B-1,sorry,1
  B-2,grumble,1
  B-3,hello,1
  B-3,names-a-title,1
  $ echo '# none yet' >site/none.txt
  $ for list in ../house/words.yaml /etc/hostname lists none.txt; do
  >   sed "s,{words: [^}]*},{words: $list}," site/titles.yaml >site/bad.yaml
  >   callmark check site/bad.yaml 2>&1 | grep error: | head -1
  > done
  site/bad.yaml:4:18: error: a file outside of the rubric's folder: '../house/words.yaml' (a path that leads down from there or from a --rubric-dir; a rubric there goes by its name)
  site/bad.yaml:4:18: error: a file outside of the rubric's folder: '/etc/hostname' (a path that leads down from there or from a --rubric-dir; a rubric there goes by its name)
  site/bad.yaml:4:18: error: no word list 'site/lists' (a file with one word or phrase a line)
  site/bad.yaml:4:18: error: no words in 'site/none.txt'

The hash of a rubric is that of all its files.

  $ hash() { callmark score -r site/ours.yaml calls.csv | head -1 | grep -o '"rubric_hash":"[0-9a-f]*"'; }
  $ hash >before
  $ sed -i 's/waited for weeks/&, waited for months/' house/words.yaml
  $ hash | cmp -s - before
  [1]

Mistakes are reported in the file where they are. What was dropped and is still needed is a
mistake of the file that drops it.

  $ cat >site/wrong.yaml <<'EOF'
  > rubric: wrong
  > use: [counter, cuonter]
  > extend:
  >   grumbel: {any: [huh]}
  >   hello: {kind: question, frames: [how]}
  >   sorry: {any: ['<very> sorry'], unles: [not sorry], role: robot}
  > drop: [slang, welcome]
  > principles:
  >   - {id: wellcome, weight: 3}
  >   - {id: care, criteria: [{id: say-sorry, weight: 3}]}
  > EOF
  $ callmark check site/wrong.yaml
  site/wrong.yaml:2:16: error: no rubric 'cuonter' (the name of a file ends in .yaml; 'callmark list rubrics' has those that are installed)
      2 |   use: [counter, cuonter]
        |                  ^~~~~~~
  site/wrong.yaml:5:17: error: detector 'hello' is of kind 'phrase' (under 'detectors' another can take its place)
      5 |     hello: {kind: question, frames: [how]}
        |                   ^~~~~~~~
  site/wrong.yaml:6:34: error: unknown field 'unles' (did you mean 'unless'?)
      6 |     sorry: {any: ['<very> sorry'], unles: [not sorry], role: robot}
        |                                    ^~~~~
  site/wrong.yaml:6:60: error: unknown role 'robot' (one of any, agent or customer)
      6 |     sorry: {any: ['<very> sorry'], unles: [not sorry], role: robot}
        |                                                              ^~~~~
  site/wrong.yaml:7:8: error: dropped detector 'slang' is needed by criterion 'plain-words' (house/counter.yaml:15)
      7 |   drop: [slang, welcome]
        |          ^~~~~
  site/wrong.yaml:9:10: error: unknown principle 'wellcome' (did you mean 'welcome'?)
      9 |     - {id: wellcome, weight: 3}
        |            ^~~~~~~~
  site/wrong.yaml:10:32: error: unknown criterion 'say-sorry' (did you mean 'says-sorry'?)
     10 |     - {id: care, criteria: [{id: say-sorry, weight: 3}]}
        |                                  ^~~~~~~~~
  site/wrong.yaml: 7 errors, 0 warnings
  [1]
  $ sed -i 's/, cuonter//' site/wrong.yaml
  $ callmark check site/wrong.yaml
  site/wrong.yaml:4:3: error: unknown detector 'grumbel' (did you mean 'grumble'?)
      4 |     grumbel: {any: [huh]}
        |     ^~~~~~~
  site/wrong.yaml:5:17: error: detector 'hello' is of kind 'phrase' (under 'detectors' another can take its place)
      5 |     hello: {kind: question, frames: [how]}
        |                   ^~~~~~~~
  site/wrong.yaml:6:18: error: unknown fragment 'very' (for a plain < write \<)
      6 |     sorry: {any: ['<very> sorry'], unles: [not sorry], role: robot}
        |                    ^~~~~~
  site/wrong.yaml:6:34: error: unknown field 'unles' (did you mean 'unless'?)
      6 |     sorry: {any: ['<very> sorry'], unles: [not sorry], role: robot}
        |                                    ^~~~~
  site/wrong.yaml:6:60: error: unknown role 'robot' (one of any, agent or customer)
      6 |     sorry: {any: ['<very> sorry'], unles: [not sorry], role: robot}
        |                                                              ^~~~~
  site/wrong.yaml:7:8: error: dropped detector 'slang' is needed by criterion 'plain-words' (house/counter.yaml:15)
      7 |   drop: [slang, welcome]
        |          ^~~~~
  site/wrong.yaml:7:15: error: unknown detector 'welcome' (one of grumble, hello or sorry)
      7 |   drop: [slang, welcome]
        |                 ^~~~~~~
  site/wrong.yaml:9:10: error: unknown principle 'wellcome' (did you mean 'welcome'?)
      9 |     - {id: wellcome, weight: 3}
        |            ^~~~~~~~
  site/wrong.yaml:10:32: error: unknown criterion 'say-sorry' (did you mean 'says-sorry'?)
     10 |     - {id: care, criteria: [{id: say-sorry, weight: 3}]}
        |                                  ^~~~~~~~~
  site/wrong.yaml: 9 errors, 0 warnings
  [1]

An example of the house that the site's version fails says who has changed it.

  $ cat >site/strict.yaml <<'EOF'
  > use: words
  > extend:
  >   grumble: {unless: [I'm]}
  >   slang: {any: [got you]}
  > EOF
  $ callmark check site/strict.yaml
  house/words.yaml:8:13: error: example of 'grumble' should match: 'I'm so annoyed' (undone by 'unless' at site/strict.yaml:3:22, extended at site/strict.yaml:3)
      8 |       match: [I'm so annoyed]
        |               ^~~~~~~~~~~~~~
  house/words.yaml:20:16: error: example of 'slang' should not match: 'got you' (matched 'got you' by 'any' at site/strict.yaml:4:17, extended at site/strict.yaml:4)
     20 |       no_match: [got you]
        |                  ^~~~~~~
  site/strict.yaml: 2 errors, 0 warnings
  [1]

Files that use each other in a ring.

  $ echo 'use: b.yaml' >a.yaml
  $ echo 'use: [c.yaml]' >b.yaml
  $ echo 'use: [./a.yaml]' >c.yaml
  $ callmark check a.yaml
  c.yaml:1:7: error: files use each other in a ring: a.yaml -> b.yaml -> c.yaml -> a.yaml
      1 |   use: [./a.yaml]
        |         ^~~~~~~~
  a.yaml: 1 error, 0 warnings
  [1]

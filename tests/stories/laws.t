Every law of the score, with numbers that can be done again by hand.

One call. The agent says hello, does not say sorry, and nobody asks what it costs.

  $ cat >call.txt <<'EOF'
  > agent: Hello, this is the front desk.
  > customer: I am upset. My key does not open the door.
  > agent: The key is old, I will cut you a new one today.
  > customer: Good.
  > EOF
  $ cat >rubric.yaml <<'EOF'
  > rubric: laws
  > score: {assess: {min_turns: 2, min_agent_words: 2}}
  > detectors:
  >   hello: {role: agent, any: [hello], match: [hello], no_match: [bye]}
  >   sorry: {role: agent, any: [sorry], match: [sorry], no_match: [worry]}
  >   asks-price: {role: customer, any: [cost], match: [what does it cost], no_match: [new]}
  >   new-key: {role: agent, any: [new one], match: [a new one], no_match: [an old one]}
  > principles:
  >   - id: manners
  >     title: Manners
  >     weight: 1
  >     criteria:
  >       - {id: greets, met: hello, weight: 40}
  >       - {id: apologises, met: sorry, weight: 30}
  >       - {id: says-price, when: asks-price, met: new-key, weight: 30}
  > EOF
  $ marks() { callmark show -r "$1" --stage marks call.txt; }
  $ marks rubric.yaml
  score 57.1, Needs coaching, judged on 2 of 3
    manners 57.1
  met            manners/greets
      turn 1, agent, hello: Hello
  not met        manners/apologises: not found: sorry
  not applicable manners/says-price: not found: asks price

40 points met, 30 not met, and 30 that no customer asked for. What becomes of those 30 is the
rubric's choice: they are shared in proportion, 40 / (40 + 30); in equal parts, (40 + 15) / 100; or
they stay, as nothing, 40 / 100, or as met, (40 + 30) / 100.

  $ try() { sed "s/^score: {/&$1, /" "${2:-rubric.yaml}" >tried.yaml; marks tried.yaml | sed -n "${3:-1p}"; }
  $ for na in proportional equal zero full; do echo "$na: $(try "na: $na")"; done
  proportional: score 57.1, Needs coaching, judged on 2 of 3
  equal: score 55.0, Needs coaching, judged on 2 of 3
  zero: score 40.0, Needs coaching, judged on 2 of 3
  full: score 70.0, Needs coaching, judged on 2 of 3

Two principles. In manners one of two is met, in help all is: 50 and 100, with weights 3 and 1.

  $ cat >two.yaml <<'EOF'
  > rubric: two
  > use: rubric.yaml
  > score: {partly: 0.5}
  > principles:
  >   - {id: manners, weight: 3, criteria: [{id: greets, weight: 1}, {id: apologises, weight: 1},
  >      {id: says-price, drop: yes}]}
  >   - {id: help, title: Help, weight: 1, criteria: [{id: mends, met: new-key}]}
  > EOF
  $ marks two.yaml
  score 62.5, Needs coaching, judged on 3 of 3
    manners 50.0
    help 100.0
  met            manners/greets
      turn 1, agent, hello: Hello
  not met        manners/apologises: not found: sorry
  met            help/mends
      turn 3, agent, new-key: new one

The mean is (3 x 50 + 1 x 100) / 4 = 62.5. The geometric mean is the fourth root of
50 x 50 x 50 x 100, 59.5, and the minimum is 50. The mean stands beside the score in every record.

  $ for law in weighted-mean geometric minimum; do echo "$law: $(try "law: $law" two.yaml)"; done
  weighted-mean: score 62.5, Needs coaching, judged on 3 of 3
  geometric: score 59.5, Needs coaching, judged on 3 of 3
  minimum: score 50.0, Needs coaching, judged on 3 of 3
  $ sed 's/^score: {/&law: minimum, /' two.yaml >tried.yaml
  $ callmark score -r tried.yaml -t csv call.txt | cut -d , -f 14-16
  score,compensatory,band
  50.0,62.5,Needs coaching

A principle that comes to nothing makes the geometric mean nothing.

  $ sed 's/{id: greets, weight: 1}/{id: greets, weight: 0}/' two.yaml >none.yaml
  $ try 'law: geometric' none.yaml
  score 0.0, Needs coaching, judged on 2 of 2
  $ try 'law: weighted-mean' none.yaml
  score 25.0, Needs coaching, judged on 2 of 2

A floor. With manners at 50 the mean of 1 x 50 and 9 x 100 is 95; below a floor of 60 no more than
the top of the lowest band is left, or what the rubric says. At the floor is not below it.

  $ sed 's/weight: 3/weight: 1/; s/title: Help, weight: 1/title: Help, weight: 9/' two.yaml >nine.yaml
  $ marks nine.yaml | head -1
  score 95.0, Excellent, judged on 3 of 3
  $ floor() { sed "s/id: manners,/& floor: $1,/" nine.yaml >floor.yaml; }
  $ floor 60
  $ marks floor.yaml
  score 74.9, Needs coaching, judged on 3 of 3, without caps 95.0, floor:manners
    manners 50.0
    help 100.0
  met            manners/greets
      turn 1, agent, hello: Hello
  not met        manners/apologises: not found: sorry
  met            help/mends
      turn 3, agent, new-key: new one
  $ try 'cap: 60' floor.yaml
  score 60.0, Needs coaching, judged on 3 of 3, without caps 95.0, floor:manners
  $ try 'bands: {Good: 80, Fair: 50, Poor: 0}' floor.yaml
  score 49.9, Poor, judged on 3 of 3, without caps 95.0, floor:manners
  $ floor 50
  $ marks floor.yaml | head -1
  score 95.0, Excellent, judged on 3 of 3

Critical criteria. That nobody said sorry is, in turn, no more than a flag; a cap; the end of the
principle, (1 x 0 + 9 x 100) / 10; the end of the call.

  $ critical() { sed "s/id: apologises,/& critical: $1,/" nine.yaml >critical.yaml; marks critical.yaml | sed -n '1,2p'; }
  $ critical no
  score 95.0, Excellent, judged on 3 of 3
    manners 50.0
  $ critical flag
  score 95.0, Excellent, judged on 3 of 3, flag:apologises
    manners 50.0
  $ critical '{cap: 70}'
  score 70.0, Needs coaching, judged on 3 of 3, without caps 95.0, cap:apologises
    manners 50.0
  $ critical fail-principle
  score 90.0, Excellent, judged on 3 of 3, fail-principle:apologises
    manners 0.0
  $ critical fail-call
  score 0.0, Needs coaching, judged on 3 of 3, without caps 95.0, fail-call:apologises
    manners 50.0
  $ callmark score -r critical.yaml -t csv call.txt | cut -d , -f 14-17
  score,compensatory,band,flags
  0.0,95.0,Needs coaching,fail-call:apologises

Partly met counts half, or what the rubric or the criterion says: 50, 25 and 80 of the 100 of help.

  $ sed 's/met: new-key}/met: asks-price, partly: new-key}/' two.yaml >partly.yaml
  $ marks partly.yaml | sed -n 3p
    help 50.0
  $ sed 's/partly: 0.5/partly: 0.25/' partly.yaml >tried.yaml
  $ marks tried.yaml | sed -n 3p
    help 25.0
  $ sed 's/partly: new-key/&, partly_credit: 0.8/' partly.yaml >tried.yaml
  $ marks tried.yaml | sed -n 3p
    help 80.0

Bands are closed below: 62.5 is in the band from 62.5.

  $ try 'bands: {Good: 62.5, Poor: 0}' two.yaml
  score 62.5, Good, judged on 3 of 3
  $ try 'bands: {Good: 62.6, Poor: 0}' two.yaml
  score 62.5, Poor, judged on 3 of 3

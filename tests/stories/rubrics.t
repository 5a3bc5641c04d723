The rubrics that come with the program have nothing to complain of, not even a warning. What no
transcript can show is named in them all the same.

  $ cd "$ROOT"
  $ rubrics='five-principles four-cornerstones four-pillars ten-principles seven-pillars six-pillars'
  $ callmark check $rubrics detectors-en >"$CRAMTMP"/checked
  $ callmark list rubrics | sed '1d;/^<built in>/,$d'
  five-principles    Five principles of customer service: 5 principles, 31 criteria
  four-cornerstones  Four cornerstones of customer service: 4 principles, 33 criteria
  four-pillars       Four pillars of outstanding customer service: 4 principles, 31 criteria
  seven-pillars      Seven pillars of customer service: 7 principles, 49 criteria
  six-pillars        Six pillars of customer service: 6 principles, 41 criteria
  ten-principles     Ten principles of customer service: 10 principles, 43 criteria
  $ grep '^[0-9]* principles, ' "$CRAMTMP"/checked
  5 principles, 31 criteria (3 not observable)
  4 principles, 33 criteria (4 not observable), 4 measures
  4 principles, 31 criteria (5 not observable), 1 measure
  10 principles, 43 criteria (4 not observable), 4 measures
  7 principles, 49 criteria (11 not observable), 3 measures
  6 principles, 41 criteria (9 not observable), 4 measures

Whatever their sources ask for has a place in them, and every criterion has what people read of
it. Were one gone, it would be missed:

  $ places() { python3 tests/stories/coverage.py tests/stories/coverage.tsv "$1"/*.yaml; }
  $ places rubrics
  48 items, 186 criteria marked, 42 declared, 16 measures
  $ cp -r rubrics "$CRAMTMP"/fewer
  $ sed -i 's/id: dress$/id: attire/; s/id: \(warm-greeting\|exceptional\)$/id: gone/' "$CRAMTMP"/fewer/*.yaml
  $ sed -i '/id: attire/,/source/s/reason:/about:/' "$CRAMTMP"/fewer/seven-pillars.yaml
  $ places "$CRAMTMP"/fewer
  item 7: 'seven-pillars/warm-greeting' is not marked
  item 37: 'seven-pillars:exceptional' is not measured
  item dress: 'seven-pillars/dress' is not declared
  seven-pillars/attire: no 'reason'
  [1]

Every rubric marks the samples, with verdicts of every kind, and the same with two threads.

  $ for rubric in $rubrics; do
  >   for jobs in 1 2; do
  >     callmark score -q -j$jobs -r $rubric samples/calls.csv samples/text >"$CRAMTMP"/$jobs
  >   done
  >   cmp "$CRAMTMP"/1 "$CRAMTMP"/2
  >   echo "$rubric: $(wc -l <"$CRAMTMP"/1) calls, $(grep -o '"verdict":"[a-z_]*"' "$CRAMTMP"/1 |
  >     tee "$CRAMTMP"/verdicts | wc -l) marks, $(sort -u "$CRAMTMP"/verdicts | wc -l) verdicts"
  > done
  five-principles: 37 calls, 1036 marks, 5 verdicts
  four-cornerstones: 37 calls, 1073 marks, 5 verdicts
  four-pillars: 37 calls, 962 marks, 5 verdicts
  ten-principles: 37 calls, 1443 marks, 5 verdicts
  seven-pillars: 37 calls, 1406 marks, 5 verdicts
  six-pillars: 37 calls, 1184 marks, 5 verdicts

Two upset customers, one handled well and one badly, and one who is passed on without a word.
Every rubric sees the difference, where all of it counts.

  $ score() {
  >   printf 'rubric: %s\nuse: %s\nscore: {count: all}\n' $1 $1 >"$CRAMTMP"/all.yaml
  >   callmark score -r "$CRAMTMP"/all.yaml -t csv samples/calls.csv | grep -E '^S-00(01|02|13),'
  > }
  $ for rubric in $rubrics; do score $rubric | cut -d , -f 1,11,16; done
  S-0001,five-principles,Excellent
  S-0002,five-principles,Needs coaching
  S-0013,five-principles,Needs coaching
  S-0001,four-cornerstones,Excellent
  S-0002,four-cornerstones,Needs coaching
  S-0013,four-cornerstones,Needs coaching
  S-0001,four-pillars,Excellent
  S-0002,four-pillars,Needs coaching
  S-0013,four-pillars,Needs coaching
  S-0001,ten-principles,Excellent
  S-0002,ten-principles,Needs coaching
  S-0013,ten-principles,Needs coaching
  S-0001,seven-pillars,Excellent
  S-0002,seven-pillars,Needs coaching
  S-0013,seven-pillars,Needs coaching
  S-0001,six-pillars,Excellent
  S-0002,six-pillars,Needs coaching
  S-0013,six-pillars,Needs coaching

By the geometric law a weak cornerstone is not made up for by the others: the score of a call
that is strong in one and weak in another lies under its weighted mean.

  $ score four-cornerstones | awk -F , '{ print $1, ($14 + 5 < $15) ? "far under" : "near" }'
  S-0001 near
  S-0002 far under
  S-0013 far under

A pillar of which a transcript shows nothing has no score, and its weight is the others'.

  $ callmark show -r six-pillars --stage record -c S-0001 samples/calls.csv |
  >   grep -o '"id":"tangibles"[^}]*'
  "id":"tangibles","score":null,"weight":10,"applied":0.0,"floor":null

A call without times and without metadata leaves their criteria undecided, and only theirs.

  $ for rubric in ten-principles seven-pillars six-pillars; do
  >   callmark show -r $rubric --stage marks samples/text/S-0105.txt | grep '^not assessable'
  > done
  not assessable speed/picks-up: the call has no field 'wait'
  not assessable speed/first-reply: the call has no times
  not assessable speed/keeps-pace: the call has no times
  not assessable speed/no-dead-air: the call does not say when turns start and end
  not assessable accuracy/information-correct: only a person can answer this
  not assessable empathy/lets-customer-finish: the call does not say when turns start and end
  not assessable value/timely: the call has no times
  not assessable value/full-attention: the call does not say when turns start and end
  not assessable courtesy/lets-them-finish: the call does not say when turns start and end
  not assessable professionalism/pace: the call does not say when turns start and end
  not assessable helpfulness/takes-the-time: the call does not say when turns start and end
  not assessable product-knowledge/knows-product: only a person can answer this
  not assessable responsiveness/first-answer: the call has no times
  not assessable responsiveness/keeps-pace: the call has no times
  not assessable responsiveness/no-silence: the call does not say when turns start and end
  not assessable empathy/lets-them-finish: the call does not say when turns start and end
  not assessable assurance/right-answers: only a person can answer this
  not assessable assurance/one-pair-of-hands: the call has no field 'transfers'

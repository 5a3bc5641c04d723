The rubrics that come with the program have nothing to complain of, not even a warning. What no
transcript can show is named in them all the same.

  $ cd "$ROOT"
  $ rubrics='four-cornerstones four-pillars ten-principles'
  $ for rubric in $rubrics; do callmark check $rubric | sed -n 1,2p; done
  four-cornerstones 1: Four cornerstones of customer service
  4 principles, 33 criteria (4 not observable)
  four-pillars 1: Four pillars of outstanding customer service
  4 principles, 26 criteria (4 not observable)
  ten-principles 1: Ten principles of customer service
  10 principles, 43 criteria (4 not observable)

Two upset customers, one handled well and one badly, and one who is passed on without a word.
Every rubric sees the difference.

  $ score() { callmark score -r "$1" -t csv samples/calls.csv | grep -E '^S-00(01|02|13),'; }
  $ for rubric in $rubrics; do score $rubric | cut -d , -f 1,11,16; done
  S-0001,four-cornerstones,Excellent
  S-0002,four-cornerstones,Needs coaching
  S-0013,four-cornerstones,Needs coaching
  S-0001,four-pillars,Excellent
  S-0002,four-pillars,Needs coaching
  S-0013,four-pillars,Needs coaching
  S-0001,ten-principles,Excellent
  S-0002,ten-principles,Needs coaching
  S-0013,ten-principles,Needs coaching

By the geometric law a weak cornerstone is not made up for by the others: the score of a call
that is strong in one and weak in another lies under its weighted mean.

  $ score four-cornerstones | awk -F , '{ print $1, ($14 + 5 < $15) ? "far under" : "near" }'
  S-0001 near
  S-0002 far under
  S-0013 far under

A call without times and without metadata leaves their criteria undecided, and only theirs.

  $ callmark show -r ten-principles --stage marks samples/text/S-0105.txt | grep '^not assessable'
  not assessable speed/picks-up: the call has no field 'wait'
  not assessable speed/first-reply: the call has no times
  not assessable speed/keeps-pace: the call has no times
  not assessable speed/no-dead-air: the call does not say when turns start and end
  not assessable accuracy/information-correct: only a person can answer this
  not assessable empathy/lets-customer-finish: the call does not say when turns start and end

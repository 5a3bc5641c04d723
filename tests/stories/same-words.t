Calls in which other people have other names, which are spelled otherwise or without capitals and
marks, in which an "um" stands after every twelve words or every twelfth is said twice, in which
contractions are spelled out or lack their apostrophe, of which a turn is cut in two or joined with the one before, or in
which names are masked, are marked as before: one mark in a hundred at most turns, in each way.

  $ "$ROOT"/tests/perturb/perturb.py --most 1 callmark \
  > "$ROOT"/tests/verdicts/phone.csv "$ROOT"/samples/calls.csv >table || cat table

So are chats as they are typed, when they are there.

  $ data=$ROOT/../shared/data/support-chats.csv
  > if [ -e "$data" ]; then
  >   head -600 "$data" >chats.csv
  >   "$ROOT"/tests/perturb/perturb.py --most 2 callmark chats.csv >table || cat table
  > fi

What the pack gives as examples holds with contractions spelled out and in the other spelling.

  $ for way in contractions spelling
  > do
  >   "$ROOT"/tests/perturb/examples.py --way $way callmark "$ROOT"/rubrics/detectors-en.yaml
  > done

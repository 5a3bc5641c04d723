Calls in which other people have other names, which are spelled otherwise, or in which an "um" stands
after every twelve words, are marked as before: one mark in a hundred at most turns.

  $ "$ROOT"/tests/perturb/perturb.py --ways names,spelling,um --most 1 callmark \
  > "$ROOT"/tests/verdicts/phone.csv "$ROOT"/samples/calls.csv >table || cat table

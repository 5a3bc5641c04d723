Calls in which other people have other names, which are spelled otherwise, or in which an "um" stands
after every twelve words or every twelfth is said twice, of which a turn is cut in two or joined with
the one before, or in which names are masked, are marked as before: one mark in a
hundred at most turns.

  $ "$ROOT"/tests/perturb/perturb.py --ways names,spelling,um,repeats,joined,cut,masks --most 1 callmark \
  > "$ROOT"/tests/verdicts/phone.csv "$ROOT"/samples/calls.csv >table || cat table

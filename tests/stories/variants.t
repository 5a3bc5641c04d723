Transcripts written in 300 ways, by two people or three, of which it is known what they mean: nine in ten at least are read
exactly so, and the others are refused or warned of.

  $ "$ROOT"/tests/variants/variants.py callmark 1 300 | tail -3
  293 as meant
  7 warned of
  0 wrong

Transcripts written in 300 ways, of which it is known what they mean: nine in ten at least are read
exactly so, and the others are refused or warned of.

  $ "$ROOT"/tests/variants/variants.py callmark 1 300 | tail -3
  300 as meant
  0 warned of
  0 wrong

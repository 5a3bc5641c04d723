What people said in reviews tells how right the machine is, and what detectors can learn.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark score -q -r counter.yaml --store history.db calls.csv >/dev/null
  $ callmark agree -r counter.yaml --store history.db calls.csv
  callmark: error: store 'history.db' has no verdicts of people (callmark review reads them)
  [66]
  $ cat >said.csv <<'END'
  > agent,period,call,criterion,verdict,reason,turn,reviewer,answer,answer_reason,decision,decided_by
  > ada,2026-W10,B-1,greets,met,Good morning,1,Ruth,,,,
  > ada,2026-W11,B-3,greets,met,Hello,1,Ruth,,,,
  > ben,2026-W10,B-2,greets,met,so,2,Ruth,disputed,I said nothing,not_met,Noor
  > ben,2026-W10,B-2,says-sorry,not_met,He does not,2,Ruth,,,,
  > END
  $ callmark review -q --store history.db said.csv

As a table of verdicts would tell; a decision stands for the verdict before it:

  $ callmark agree -r counter.yaml --store history.db calls.csv >by-store
  $ cat >verdicts.csv <<'END'
  > call,criterion,reader,verdict,turn
  > B-1,greets,Ruth,met,1
  > B-3,greets,Ruth,met,1
  > B-2,greets,Noor,not_met,2
  > B-2,says-sorry,Ruth,not_met,2
  > END
  $ callmark agree -r counter.yaml verdicts.csv calls.csv | diff - by-store
  $ head -5 by-store
  3 calls, 2 readers
  
  criterion  occas.  seen% right%             kappa people  not met  false false%
  greets          3  100.0  100.0                 -      -        1      0    0.0 (0.0-79.3)
  says-sorry      1  100.0  100.0                 -      -        1      0    0.0 (0.0-79.3)
  $ callmark agree -r counter.yaml --store history.db --to yaml calls.csv | grep -v '^#' | head -8
  judged:
    rubric: counter
    hash: "b28fa145463d4ddc"
    readers: human
    count: 2
    unread: no
    files: ["history.db","calls.csv"]
    calls: 3
  $ callmark agree -r counter.yaml --store history.db --readers automated calls.csv
  callmark: error: the verdicts of a store are people's (leave out --readers)
  [64]
  $ callmark agree -r counter.yaml --store none.db calls.csv
  callmark: error: store 'none.db' cannot be opened: No such file or directory
  [66]
  $ callmark learn -r counter.yaml -d hello --criterion greets --store history.db calls.csv >by-store
  [1]
  $ callmark learn -r counter.yaml -d hello --criterion greets --verdicts verdicts.csv calls.csv | diff - by-store
  $ grep verdicts by-store
  by the verdicts on 'greets': 2 calls by a turn that was named, 1 in which no turn is right, 0 not used
  $ callmark learn -r counter.yaml -d hello --verdicts verdicts.csv --store history.db calls.csv
  callmark: error: verdicts come from --verdicts or from --store, not from both
  [64]

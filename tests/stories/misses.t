What detectors only just do not find, to see which words a pattern still wants.

  $ cat >shed.yaml <<'EOF'
  > rubric: shed
  > fragments:
  >   I'm: I'm|I am
  > detectors:
  >   regret:
  >     role: agent
  >     any: [<I'm> (?:so )?sorry about that, so very sorry]
  >   delay:
  >     role: customer
  >     any: ['wait(?:ed|ing) for (?:the |my )?(?:mower|spade)']
  >     unless: [not long]
  >   praise:
  >     any: [grand]
  >     negation: 2
  >   soothes: {kind: reply, to: delay, with: regret}
  > principles:
  >   - {id: p, title: P, weight: 1, criteria: [{id: c, ask: q, met: soothes}]}
  > EOF
  $ cat >calls.csv <<'EOF'
  > call_id,speaker,text
  > G-1,customer,I've waited for my spade since May.
  > G-1,agent,I'm sorry about that.
  > G-2,customer,I was waiting on my spade. I've waited for the rake too.
  > G-2,agent,"Oh, we are so sorry about that."
  > G-2,customer,"I waited for my mower, but not long."
  > G-2,agent,I am sorry about this. I'm really sorry about that.
  > G-3,customer,It's not grand.
  > G-3,agent,I'm sad about that.
  > G-3,customer,I waited on my mower.
  > G-3,system,I'm sad about that.
  > EOF
  $ find() { callmark find -r shed.yaml "$@" calls.csv; }

A turn in which the detector finds something is no miss. For each word of a pattern there is
one turn where another word, or none, stands in its place: the first are those that are
missed in the fewest turns.

  $ find --misses 99 --to text
  G-2:4: agent: regret (shed.yaml:7:11): [I am sorry about this]. I'm really sorry about that.
      missing 'that' in '<I'm> (?:so )?sorry about that' (1 turn)
  G-2:2: agent: regret (shed.yaml:7:43): Oh, we are [so sorry] about that.
      missing 'very' in 'so very sorry' (1 turn)
  G-3:1: customer: praise (shed.yaml:13:11): It's not [grand].
      undone 'grand' (1 turn)
  G-2:3: customer: delay (shed.yaml:10:11): I [waited for my mower], but not long.
      undone 'wait(?:ed|ing) for (?:the |my )?(?:mower|spade)' (1 turn)
  G-3:2: agent: regret (shed.yaml:7:11): [I'm sad about that].
      missing 'sorry' in '<I'm> (?:so )?sorry about that' (1 turn)
  G-2:1: customer: delay (shed.yaml:10:11): I was waiting on my spade. I've [waited for the rake] too.
      missing '(?:mower|spade)' in 'wait(?:ed|ing) for (?:the |my )?(?:mower|spade)' (1 turn)
  G-3:3: customer: delay (shed.yaml:10:11): I [waited on my mower].
      missing 'for' in 'wait(?:ed|ing) for (?:the |my )?(?:mower|spade)' (2 turns)

A pattern of two words has no near misses: one word would find nearly anything. What a
negation or an exception has undone is one.

  $ find --misses 99 -d delay
  call,turn,role,at_ms,detector,start,end,quote,place,pattern,missing,turns
  G-2,3,customer,,delay,2,21,waited for my mower,shed.yaml:10:11,wait(?:ed|ing) for (?:the |my )?(?:mower|spade),,1
  G-2,1,customer,,delay,32,51,waited for the rake,shed.yaml:10:11,wait(?:ed|ing) for (?:the |my )?(?:mower|spade),(?:mower|spade),1
  G-3,3,customer,,delay,2,20,waited on my mower,shed.yaml:10:11,wait(?:ed|ing) for (?:the |my )?(?:mower|spade),for,2
  $ find --misses 99 -d praise --to ndjson
  {"call":"G-3","turn":1,"role":"customer","at_ms":null,"detector":"praise","start":9,"end":14,"quote":"grand","place":"shed.yaml:13:11","pattern":"grand","missing":"","turns":1}
  $ find --misses 99 -d soothes
  call,turn,role,at_ms,detector,start,end,quote,place,pattern,missing,turns
  [1]
  $ find --misses 99 --role customer --to text
  G-3:1: customer: praise (shed.yaml:13:11): It's not [grand].
      undone 'grand' (1 turn)
  G-2:3: customer: delay (shed.yaml:10:11): I [waited for my mower], but not long.
      undone 'wait(?:ed|ing) for (?:the |my )?(?:mower|spade)' (1 turn)
  G-2:1: customer: delay (shed.yaml:10:11): I was waiting on my spade. I've [waited for the rake] too.
      missing '(?:mower|spade)' in 'wait(?:ed|ing) for (?:the |my )?(?:mower|spade)' (1 turn)
  G-3:3: customer: delay (shed.yaml:10:11): I [waited on my mower].
      missing 'for' in 'wait(?:ed|ing) for (?:the |my )?(?:mower|spade)' (2 turns)

The sample is the same in every run, however many threads look, and begins the larger one.

  $ find --misses 99 --to text >all
  $ for jobs in 1 8; do find --misses 3 --to text -j$jobs | cmp - <(head -6 all); done
  $ find --misses 3 --to text --no-sieve | cmp - <(head -6 all)
  $ find() { callmark find -r five-principles "$@" "$ROOT"/samples/calls.csv; }
  $ find --misses 40 -j1 >1
  $ find --misses 40 -j8 | cmp - 1
  $ wc -l <1
  41

It is a sample by itself:

  $ find --misses 3 --sample 3
  callmark: error: --misses is a sample by itself: not with --sample or --count
  [64]
  $ find --misses 3 --count
  callmark: error: --misses is a sample by itself: not with --sample or --count
  [64]
  $ find --misses few
  callmark find: bad value 'few' for --misses (expected N)
  Try `callmark find --help' or `callmark find --usage' for more information.
  [64]

Patterns that cost: one has no atom and is searched for everywhere, one runs away, one is
cheap, and all of them meet texts made to be slow.

  $ cat >costly.yaml <<'YAML'
  > rubric: costly
  > score: {assess: {min_turns: 0, min_agent_words: 0, roles: []}}
  > detectors:
  >   thanks: {role: agent, any: [thank you so much]}
  >   words: {role: agent, any: ['[a-z]{3,} [a-z]{3,}']}
  >   wail: {role: agent, any: ['(?:a+)+(?:b|$)']}
  > principles:
  >   - id: p
  >     title: P
  >     weight: 1
  >     criteria:
  >       - {id: thanks, ask: A?, met: thanks, tip: T, say: S}
  >       - {id: words, ask: B?, met: words, tip: T, say: S}
  >       - {id: wails, ask: C?, met: wail, tip: T, say: S}
  > YAML
  $ call() {
  >   printf 'call_id,speaker,text\nC-1,customer,1\nC-1,agent,2\nC-1,customer,3\nC-1,agent,"%s!"\n' \
  >     "$(yes "$1" | tr -d '\n' | head -c "$2")"
  > }
  $ costliest() {
  >   timeout 120 callmark score -r "$1" --stats "$2" 2>&1 >records | sed '1,/ pattern$/d'
  > }

Two hundred thousand letters in one word. The pattern that gave up is named first:

  $ call a 200000 >word.csv
  $ costliest costly.yaml word.csv | sed 's/^.*costly.yaml:[0-9:]* //' | sort
  wail: gave up on 1 turn: (?:a+)+(?:b|$)
  words: [a-z]{3,} [a-z]{3,}

Words that the pattern gets through, slowly. It is among those that are named:

  $ call 'aaaaaaaaaaaa, ' 50000 >words.csv
  $ costliest costly.yaml words.csv | sed -n 's/^.*costly.yaml:[0-9:]* \(wail.*\)/\1/p'
  wail: (?:a+)+(?:b|$)

A megabyte of one phrase. The cheap pattern is not tried at all, since its letters are all
there is to it:

  $ call 'thank you so much ' 1000000 >storm.csv
  $ costliest costly.yaml storm.csv | awk '{ print $4, $5, $6, $8 }' | sort
  1 0 55555 thanks:
  2 55558 55556 words:

Nor do three of them take long, or much memory, with the patterns of a whole pack (but not
with the sanitizers, which need much of their own):

  $ limit=600000
  $ if grep -q '__[at]san_init' "$(command -v callmark)"; then limit=unlimited; fi
  $ call 'thank you so much ' 3000000 >storm.csv
  $ (ulimit -v $limit; timeout 120 callmark score storm.csv) | grep -o '"call":"[^"]*"'
  "call":"C-1"

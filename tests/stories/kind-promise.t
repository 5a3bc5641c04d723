A promise says who does what, and when; the time may come in the agent's next turn.

  $ cat >desk.yaml <<'YAML'
  > rubric: desk
  > detectors:
  >   follow-up:
  >     kind: promise
  >     any: ["(?<who>I|we)'ll (?<what>call|write)(?: (?:you|back))*"]
  >     when: ['by \w+', tomorrow]
  >     match:
  >       - I'll call you back tomorrow
  >       - |
  >         agent: I'll call you back.
  >         customer: When will that be?
  >         agent: By Friday.
  >     no_match: [I'll call you back]
  >   follow-up-kept:
  >     kind: promise
  >     state: kept
  >     any: ["(?<who>I|we)'ll (?<what>call|write)(?: (?:you|back))*"]
  >     when: ['by \w+', tomorrow]
  > principles:
  >   - id: ownership
  >     title: Ownership
  >     weight: 1
  >     criteria:
  >       - {id: says-when, ask: Is the time named?, met: follow-up, tip: Say when., say: By noon.}
  >       - {id: keeps, ask: Was it kept?, met: follow-up-kept, tip: Do it., say: As I promised.}
  > YAML
  $ callmark check desk.yaml 2>&1 | grep example
  desk.yaml:14:3: warning: detector 'follow-up-kept' has no 'match' example
  desk.yaml:14:3: warning: detector 'follow-up-kept' has no 'no_match' example
  3 examples passed
  $ cat >call.txt <<'EOT'
  > Agent: I'll call you back.
  > Customer: When will that be?
  > Agent: By Friday. And we'll write to you.
  > EOT
  $ callmark show -r desk.yaml --stage=findings call.txt
  follow-up                yes     1  (turn 3 does not say when)
      turn 1: I'll call you back
      turn 3: By Friday
      turn 3: we'll write
  follow-up-kept           unknown 1  (whether it was kept shows only across calls)
      turn 1: I'll call you back
      turn 3: By Friday
      turn 3: we'll write

Whether it was kept is told by a later call of the same customer, and so takes a store:

  $ cat >kept.yaml <<'YAML'
  > rubric: kept
  > detectors:
  >   greeting: {any: [good morning], match: [good morning], no_match: [hi]}
  >   promised: {any: ["I'll call you back"], match: ["I'll call you back"], no_match: [hi]}
  >   as-promised: {any: [as I promised], match: [as I promised], no_match: [hi]}
  >   nobody-called: {role: customer, any: [nobody called], match: ["customer: Nobody called."], no_match: [hi]}
  >   kept:
  >     kind: promise
  >     state: kept
  >     any: ["(?<who>I)'ll (?<what>call you back) (?<when>tomorrow)"]
  >     kept_by: as-promised
  >     broken_by: nobody-called
  >     within: 3 d
  > score: {assess: {min_turns: 2, min_agent_words: 2}}
  > principles:
  >   - id: ownership
  >     title: Ownership
  >     weight: 1
  >     criteria:
  >       - {id: greets, ask: Greeted?, met: greeting, tip: Greet., say: Good morning.}
  >       - {id: keeps, ask: Was it kept?, when: promised, met: kept, tip: Do it., say: As I promised.}
  > YAML
  $ cat >week1.csv <<'CSV'
  > call_id,agent,customer,started_at,speaker,text
  > K-1,ada,c1,2026-03-02T09:00:00Z,customer,Where is my parcel?
  > K-1,ada,c1,2026-03-02T09:00:00Z,agent,Good morning. I'll call you back tomorrow.
  > K-2,ada,c2,2026-03-02T10:00:00Z,customer,Where is my parcel?
  > K-2,ada,c2,2026-03-02T10:00:00Z,agent,Good morning. I'll call you back tomorrow.
  > K-3,ben,c3,2026-03-02T11:00:00Z,customer,Where is my parcel?
  > K-3,ben,c3,2026-03-02T11:00:00Z,agent,Good morning. I'll call you back tomorrow.
  > K-4,ben,,2026-03-02T12:00:00Z,customer,Where is my parcel?
  > K-4,ben,,2026-03-02T12:00:00Z,agent,Good morning. I'll call you back tomorrow.
  > K-5,ben,c5,2026-03-02T13:00:00Z,customer,Where is my parcel?
  > K-5,ben,c5,2026-03-02T13:00:00Z,agent,Good morning. It comes today.
  > CSV
  $ cat >week2.csv <<'CSV'
  > call_id,agent,customer,started_at,speaker,text
  > L-1,ben,c1,2026-03-03T09:00:00Z,agent,"Good morning, as I promised."
  > L-1,ben,c1,2026-03-03T09:00:00Z,customer,Thanks.
  > L-2,ben,c2,2026-03-03T10:00:00Z,agent,Good morning.
  > L-2,ben,c2,2026-03-03T10:00:00Z,customer,Nobody called me!
  > L-3,ada,c3,2026-03-09T11:00:00Z,agent,"Good morning, as I promised."
  > L-3,ada,c3,2026-03-09T11:00:00Z,customer,Thanks.
  > CSV
  $ report() { callmark report -q -r kept.yaml -o out "$@"; }
  $ cat >keeps.py <<'PY'
  > import json, sys
  > for line in open("out/scorecards.ndjson"):
  >     card = json.loads(line)
  >     mark = card["marks"][1]
  >     if card["call"] in sys.argv[1:]:
  >         print(card["call"], card["score"], mark["verdict"], "-", mark["why"])
  > PY
  $ keeps() { python3 keeps.py K-1 K-2 K-3 K-4 K-5; }
  $ report week1.csv
  $ keeps
  K-1 100.0 not_assessable - whether it was kept shows only across calls
  K-2 100.0 not_assessable - whether it was kept shows only across calls
  K-3 100.0 not_assessable - whether it was kept shows only across calls
  K-4 100.0 not_assessable - whether it was kept shows only across calls
  K-5 100.0 not_applicable - not found: promised
  $ callmark score -r kept.yaml week1.csv | head -1 | grep -o '"awaits":{[^}]*}'
  "awaits":{"promise":"kept","within_ms":259200000,"if_kept":"met","if_broken":"not_met"}
  $ callmark score -r kept.yaml week2.csv | grep -o '"call":"[^"]*"\|"told":[^]]*]'
  "call":"L-1"
  "told":[{"promise":"kept","kept":true,"turn":1}]
  "call":"L-2"
  "told":[{"promise":"kept","kept":false,"turn":2}]
  "call":"L-3"
  "told":[{"promise":"kept","kept":true,"turn":1}]

With one, the calls of the second week tell, if they are of the same customer and come soon
enough; whoever promised gets the mark:

  $ report --store history.db week1.csv
  $ keeps
  K-1 100.0 not_assessable - no call of this customer within 3 days tells whether it was kept
  K-2 100.0 not_assessable - no call of this customer within 3 days tells whether it was kept
  K-3 100.0 not_assessable - no call of this customer within 3 days tells whether it was kept
  K-4 100.0 not_assessable - whether it was kept shows only across calls
  K-5 100.0 not_applicable - not found: promised
  $ report --store history.db week2.csv
  $ report --store history.db
  $ keeps
  K-1 100.0 met - the promise was kept: call L-1 of 2026-03-03 says so in turn 1
  K-2 50.0 not_met - the promise was not kept: call L-2 of 2026-03-03 says so in turn 2
  K-3 100.0 not_assessable - no call of this customer within 3 days tells whether it was kept
  K-4 100.0 not_assessable - whether it was kept shows only across calls
  K-5 100.0 not_applicable - not found: promised
  $ callmark report -q -r kept.yaml -o at-once --store at-once.db week1.csv week2.csv
  $ cmp at-once/scorecards.ndjson out/scorecards.ndjson

The store keeps what each call told, and no more: the same calls add nothing, and what is
forgotten of a customer tells nothing.

  $ callmark score -r kept.yaml --store history.db week1.csv week2.csv >/dev/null
  history.db: 2 files were delivered before, and add nothing (week1.csv)
  $ callmark forget --store history.db --call L-2
  forgotten: 1 calls, 1 scorecards, 0 reviews, 0 goals
  */out may still tell of them (glob)
  $ report --store history.db
  $ keeps | grep K-2
  K-2 100.0 not_assessable - no call of this customer within 3 days tells whether it was kept
  $ callmark forget --store history.db --customer c1
  forgotten: 2 calls, 2 scorecards, 0 reviews, 0 goals
  */out may still tell of them (glob)
  $ report --store history.db
  $ keeps
  K-2 100.0 not_assessable - no call of this customer within 3 days tells whether it was kept
  K-3 100.0 not_assessable - no call of this customer within 3 days tells whether it was kept
  K-4 100.0 not_assessable - whether it was kept shows only across calls
  K-5 100.0 not_applicable - not found: promised
  $ strings history.db | grep -c 'c1\|K-1\|L-1'
  0
  [1]

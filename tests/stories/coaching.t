Of sixty agents two differ: one greets hardly anybody, one is seldom sorry. Both are told to
work on it; of the others, who differ by chance alone, at most one in twenty is told anything.

  $ . "$ROOT"/tests/stories/counter.sh
  $ coaching() { python3 "$ROOT"/tests/stories/coaching.py "$@"; }
  $ cat >desk.py <<'EOF'
  > import random
  > chance = random.Random(3)
  > print("call_id,agent,customer,started_at,speaker,text")
  > for call in range(60 * 25):
  >     agent = call % 60
  >     greets = chance.random() < (.1 if agent == 7 else .6)
  >     sorry = chance.random() < (.1 if agent == 30 else .6)
  >     head = "K-%d,a%02d,c%d,2026-03-%02dT09:00:00Z," % (call, agent, call % 400, 2 + call // 75)
  >     print(head + "agent," + ("Good morning to you" if greets else "Yes this is the desk"))
  >     print(head + "customer,I have waited for weeks for the book number %d" % call)
  >     print(head + "agent," + ("I am sorry that it took so long" if sorry else "It came in today"))
  > EOF
  $ python3 desk.py >desk.csv
  $ callmark report -q -r counter.yaml -o report desk.csv
  $ coaching report
  agents with something to work on                 4 of 60
  the same first point                             2 of 4
  the same pair of points                          0 of 4
  points whose interval lies below the team        4 of 4
  missed moments with their quotation              4 of 4
  strengths whose interval lies above the team     0 of 0
  $ for agent in a07 a30 a31; do unzip -p report/agents/$agent.xlsx xl/sharedStrings.xml | grep -o 'First of all: [^<]*'; done
  First of all: Did the agent greet the reader?
  First of all: Did the agent say sorry to an annoyed reader at once?
  [1]

The same calls dealt out anew, so that nobody differs:

  $ coaching --shuffle desk.csv dealt.csv
  $ callmark report -q -r counter.yaml -o dealt dealt.csv
  $ coaching dealt | sed -n 1p
  agents with something to work on                 1 of 60

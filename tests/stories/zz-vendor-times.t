What others measure in calls of their own, where their samples are at hand: a voice call as Amazon
Transcribe Call Analytics writes it, and a chat as Amazon Connect Contact Lens does.

  $ formats="$ROOT"/../shared/formats
  $ [ -e "$formats" ] || exit 80
  $ cat >to-csv.py <<'EOF'
  > import csv, datetime, json, sys
  > 
  > def row(turn):
  >     role = turn["ParticipantRole"].lower()
  >     if "AbsoluteTime" not in turn:
  >         return [1, role, turn["BeginOffsetMillis"] / 1000, turn["EndOffsetMillis"] / 1000,
  >                 turn["Content"]]
  >     at = datetime.datetime.fromisoformat(turn["AbsoluteTime"].replace("Z", "+00:00"))
  >     second = at.second + at.microsecond / 1e6
  >     return [1, role, f"{at.hour:02}:{at.minute:02}:{second:06.3f}", "", turn["Content"]]
  > 
  > turns = json.load(open(sys.argv[1]))["Transcript"]
  > out = csv.writer(sys.stdout)
  > out.writerow(["call_id", "speaker", "start", "end", "text"])
  > out.writerows(row(turn) for turn in turns if turn.get("Type", "MESSAGE") == "MESSAGE")
  > EOF
  $ python3 to-csv.py "$formats"/aws-transcribe-call-analytics.json >voice.csv
  $ python3 to-csv.py "$formats"/aws-contact-lens-chat-raw.json >chat.csv
  $ cat >times.yaml <<'EOF'
  > rubric: times
  > score: {assess: {min_turns: 0, min_agent_words: 0}}
  > detectors:
  >   agent-cuts-in: {kind: overlap, role: agent, unless: [yeah, 'mm?-?hm']}
  >   customer-cuts-in: {kind: overlap, role: customer, unless: [yeah, 'mm?-?hm']}
  >   quiet: {kind: silence, over: 3 s}
  >   lasts: {kind: length, of: duration, at_least: 0 s}
  >   slowest: {kind: response, stat: max, at_least: 0 s}
  > principles:
  >   - id: times
  >     title: Times
  >     weight: 1
  >     criteria: [{id: all, met: [agent-cuts-in, customer-cuts-in, quiet, lasts, slowest]}]
  > EOF
  $ findings() { callmark show -r times.yaml --stage findings $1; }

They report two interruptions, both by the agent, from 18.74 s and from 166.44 s on, and no time in
which nobody talked for more than 3 s.

  $ findings voice.csv | grep '^[a-z]' | sed '/slowest/d'
  agent-cuts-in            no      2  (2 interruptions by the agent, the longest 3.6 s in turn 33)
  customer-cuts-in         yes     0  (no interruption by the customer)
  quiet                    yes     0  (no gap over 3.0 s)
  lasts                    yes     182850  (duration 182.8 s)
  $ findings voice.csv | sed -n '/^agent-cuts-in/,/^customer-cuts-in/s/^    turn \([0-9]*\):.*/\1/p' |
  > while read -r turn; do sed -n "$((turn + 1))p" voice.csv | cut -d , -f 2-4; done
  agent,18.74,27.65
  customer,11.04,20.86
  agent,166.44,175.46
  customer,162.54,170.05

They report that the agent's slowest answer in the chat took 7,309 ms.

  $ findings chat.csv | grep '^slowest'
  slowest                  yes     7309  (max reply time 7.3 s)

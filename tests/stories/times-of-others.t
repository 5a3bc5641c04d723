What others measure in calls of their own, where their samples are at hand: a voice call as Amazon
Transcribe Call Analytics writes it, and a chat as Amazon Connect Contact Lens does.

  $ formats="$ROOT"/../shared/formats
  $ [ -e "$formats" ] || exit 80
  $ cat >times.yaml <<'EOF'
  > rubric: times
  > score: {assess: {min_turns: 0, min_agent_words: 0}}
  > detectors:
  >   agent-cuts-in: {kind: overlap, role: agent, unless: [yeah, 'mm?-?hm']}
  >   customer-cuts-in: {kind: overlap, role: customer, unless: [yeah, 'mm?-?hm']}
  >   quiet: {kind: silence, over: 3 s}
  >   lasts: {kind: length, of: duration, at_least: 0 s}
  >   slowest: {kind: response, stat: max, at_least: 0 s}
  >   mean: {kind: response, stat: mean, at_least: 0 s}
  >   customer-slowest: {kind: response, role: customer, stat: max, at_least: 0 s}
  >   customer-mean: {kind: response, role: customer, stat: mean, at_least: 0 s}
  > principles:
  >   - id: times
  >     title: Times
  >     weight: 1
  >     criteria: [{id: all, met: [agent-cuts-in, customer-cuts-in, quiet, lasts, slowest, mean, customer-slowest, customer-mean]}]
  > EOF
  $ voice="$formats"/aws-transcribe-call-analytics.json
  $ findings() { callmark show -r times.yaml --stage findings $1; }

They report two interruptions, both by the agent, from 18.74 s and from 166.44 s on, and no time in
which nobody talked for more than 3 s.

  $ findings "$voice" | grep '^[a-z]' | head -n 4
  agent-cuts-in            no      2  (2 interruptions by the agent, the longest 3.6 s in turn 33)
  customer-cuts-in         yes     0  (no interruption by the customer)
  quiet                    yes     0  (no gap over 3.0 s)
  lasts                    yes     182850  (duration 182.8 s)
  $ callmark convert --to csv "$voice" 2>/dev/null >voice.csv
  $ findings "$voice" | sed -n '/^agent-cuts-in/,/^customer-cuts-in/s/^    turn \([0-9]*\):.*/\1/p' |
  > while read -r turn; do sed -n "$((turn + 1))p" voice.csv | grep -o '[a-z]*,[0-9][0-9]*,[0-9]*' ; done
  agent,18740,27650
  customer,11040,20860
  agent,166440,175460
  customer,162540,170050

In the chat they report how long after joining the agent greeted, and the mean and the slowest answer of
both. The customer's slowest answer is a message that the sample names and has left out. Put back
where its time says, 11,366 ms after the agent's last words, all four are theirs, who round to the
millisecond.

  $ cat >put-back.py <<'EOF'
  > import datetime, json, sys
  > 
  > chat = json.load(open(sys.argv[1]))
  > times = chat["ConversationCharacteristics"]["ResponseTime"]["DetailsByParticipantRole"]
  > turns = chat["Transcript"]
  > named = times["CUSTOMER"]["Maximum"]["TranscriptItems"][0]["Id"]
  > assert named not in [turn["Id"] for turn in turns]
  > agents = [(t["Type"], t.get("ParticipantRole")) == ("MESSAGE", "AGENT") for t in turns]
  > before = next(n for n in range(len(turns)) if agents[n] and agents[n + 1])
  > at = datetime.datetime.fromisoformat(turns[before]["AbsoluteTime"].replace("Z", "+00:00"))
  > at += datetime.timedelta(milliseconds=times["CUSTOMER"]["Maximum"]["ValueMillis"])
  > turns.insert(before + 1, {"Id": named, "Type": "MESSAGE", "ParticipantRole": "CUSTOMER",
  >     "Content": "...", "AbsoluteTime": at.isoformat(timespec="milliseconds")})
  > json.dump(chat, sys.stdout)
  > EOF
  $ python3 put-back.py "$formats"/aws-contact-lens-chat-raw.json >chat.json
  $ callmark convert chat.json | grep -o '"agent_greeting_ms":"[0-9]*"'
  "agent_greeting_ms":"2511"
  $ grep -o '"AgentGreetingTimeMillis": [0-9]*' "$formats"/aws-contact-lens-chat-raw.json
  "AgentGreetingTimeMillis": 2511
  $ findings chat.json | grep '^[a-z]' | tail -n 4
  slowest                  yes     7309  (longest wait for a reply: 7.3 s)
  mean                     yes     5574.83  (mean wait for a reply: 5.6 s)
  customer-slowest         yes     11366  (longest wait for a reply: 11.4 s)
  customer-mean            yes     5874.58  (mean wait for a reply: 5.9 s)
  $ python3 -m json.tool chat.json | grep ValueMillis
                          "ValueMillis": 5575
                          "ValueMillis": 7309
                          "ValueMillis": 5875
                          "ValueMillis": 11366

A call that was passed on has several agents: each is marked by their own words, and gets
the call in their own workbook.

  $ cat >calls.csv <<'END'
  > call_id,agent,agent_name,speaker,role,start,end,text
  > T-1,M1,Mona Reyes,Mona,agent,0,3,"Good morning, Tidewell Water, this is Mona. How can I help you?"
  > T-1,M1,Mona Reyes,Joe,customer,4,8,I was charged twice and I am really upset about it.
  > T-1,M1,Mona Reyes,Mona,agent,9,14,I'm so sorry to hear that. Let me put you through to my colleague in billing.
  > T-1,L2,Liam Ott,Liam,agent,90,94,Hello. That's your own fault. You should have read the terms.
  > T-1,L2,Liam Ott,Joe,customer,95,98,That is no help at all.
  > T-1,L2,Liam Ott,Liam,agent,99,102,There is nothing I can do. Goodbye.
  > END
  $ callmark show --stage turns calls.csv
     1    0:00  agent 1   Good morning, Tidewell Water, this is Mona. How can I help you?
     2    0:04  customer  I was charged twice and I am really upset about it.
     3    0:09  agent 1   I'm so sorry to hear that. Let me put you through to my colleague in billing.
     4    1:30  agent 2   Hello. That's your own fault. You should have read the terms.
     5    1:35  customer  That is no help at all.
     6    1:39  agent 2   There is nothing I can do. Goodbye.
  $ callmark report -o out calls.csv
  1 call of 2 agents: out/team.xlsx and 2 workbooks in out/agents
  $ ls out/agents
  L2.xlsx
  M1.xlsx
  $ cat >see.py <<'END'
  > import json, sys
  > for line in sys.stdin:
  >     card = json.loads(line)
  >     part = card.get("part")
  >     part = "{agent} of {of}, {first_turn}-{last_turn}".format(**part) if part else "whole"
  >     print(card["call"], card["agent"], card["agent_name"], part, card["turns"])
  >     for mark in card["marks"]:
  >         turns = sorted({e["turn"] for e in mark["evidence"] if e["role"] == "agent"})
  >         if mark["criterion"] in ("opens-well", "closes-well", "no-blame"):
  >             print("  ", mark["criterion"], mark["verdict"], turns, mark["why"])
  > END
  $ callmark score calls.csv | python3 see.py
  T-1 M1 Mona Reyes 1 of 2, 1-3 3
     opens-well met [1] 
     closes-well not_applicable [] another agent ended the call
     no-blame met [3] 
  T-1 L2 Liam Ott 2 of 2, 4-6 3
     opens-well not_applicable [] another agent opened the call
     closes-well met [6] 
     no-blame not_met [4] blame in turn 4

The workbook says which share of the call it is; the team's has the call once:

  $ cat >words.py <<'END'
  > import re, sys, zipfile
  > book = zipfile.ZipFile(sys.argv[1]).read("xl/sharedStrings.xml").decode()
  > print("\n".join(re.findall(r">([^<]*(?:agent \d of \d, turns [-\d]+|own fault))", book)))
  > END
  $ python3 words.py out/agents/M1.xlsx
  agent 1 of 2, turns 1-3
  $ python3 words.py out/agents/L2.xlsx
  agent 2 of 2, turns 4-6
  your own fault
  $ sed -n '/counts/p' out/manifest.json
    "counts": {"calls": 1, "assessed": 0, "too_little": 1, "not_assessable": 0, "refused": 0, "agents": 2, "problems": 0},
  $ cut -d, -f 1-3 out/scores.csv | uniq
  call,agent,agent_name
  T-1,M1,Mona Reyes
  T-1,L2,Liam Ott

Records are read back as they were written, each part once:

  $ callmark score calls.csv >records.ndjson
  $ callmark report -q -o again records.ndjson
  $ diff records.ndjson out/scorecards.ndjson
  $ diff out/scores.csv again/scores.csv
  $ grep -c '"calls": 1, "refused": 0' again/manifest.json
  1
  $ callmark report -q -o twice records.ndjson records.ndjson

What is found has one owner, and what is shown is each agent's own:

  $ callmark find -d blame --to text calls.csv | sed 's/ (.*yaml[0-9:]*)//'
  T-1:4: agent: blame: Hello. That's [your own fault]. You should have read the terms.
  T-1:4: agent: blame: Hello. That's your own fault. [You should have read] the terms.
  $ callmark find -d upset --count calls.csv
  call,detector,count
  T-1,upset,1
  $ callmark show calls.csv | grep '^call\|own fault\|colleague'
  call T-1, agent M1, Mona Reyes, agent 1 of 2, turns 1-3
     3    0:09  agent 1   I'm [so sorry to hear] that. Let me [put you through] to my colleague in [billing].
  call T-1, agent L2, Liam Ott, agent 2 of 2, turns 4-6
     4    1:30  agent 2   Hello. That's [your own fault]. [You should have read] the terms.
  $ callmark check --try calls.csv five-principles | sed -n '/tried/p'
  tried on 2 calls
  $ callmark diff five-principles five-principles calls.csv | tail -1
  2 calls, 0 with another verdict, 0 with another score

It survives the way through callmark's own formats:

  $ callmark convert calls.csv >own.ndjson
  $ callmark score own.ndjson | diff records.ndjson -
  $ callmark convert --to csv calls.csv >own.csv
  $ callmark score own.csv | diff records.ndjson -

In a text, --agents knows the labels:

  $ cat >agents.csv <<'END'
  > agent,name,alias
  > M1,Mona Reyes,Mona
  > L2,Liam Ott,Liam
  > END
  $ cat >T-2.txt <<'END'
  > [00:00:00] Mona: Good morning, Tidewell Water, this is Mona. How can I help you?
  > [00:00:04] Joe: I was charged twice and I am really upset about it.
  > [00:00:09] Mona: I'm so sorry to hear that. Let me put you through to my colleague.
  > [00:01:30] Liam: Hello. That's your own fault. You should have read the terms.
  > [00:01:35] Joe: That is no help at all.
  > [00:01:39] Liam: There is nothing I can do. Goodbye.
  > END
  $ callmark score --agents agents.csv T-2.txt | python3 see.py
  T-2 M1 Mona Reyes 1 of 2, 1-3 3
     opens-well met [1] 
     closes-well not_applicable [] another agent ended the call
     no-blame met [3] 
  T-2 L2 Liam Ott 2 of 2, 4-6 3
     opens-well not_applicable [] another agent opened the call
     closes-well met [6] 
     no-blame not_met [4] blame in turn 4

The names of authors tell as well, where a column says that they are agents; somebody whom
nothing names but a role or the number of a voice is nobody in particular:

  $ cat >chats.csv <<'END'
  > conversation_id,author,author_type,body
  > K-1,Mona Reyes,agent,"Hello, thanks for contacting Tidewell. How can I help?"
  > K-1,joe,contact,I was charged twice.
  > K-1,Mona Reyes,agent,That's your own fault.
  > K-1,Liam Ott,agent,I'm sorry about that. I'll put it right for you.
  > K-1,joe,contact,Thank you.
  > K-2,Agent 1,agent,"Hello, how can I help?"
  > K-2,joe,contact,I was charged twice.
  > K-2,Agent 2,agent,That's your own fault. You should have read the terms.
  > END
  $ callmark score chats.csv | python3 see.py
  K-1 None Mona Reyes 1 of 2, 1-3 3
     opens-well met [1] 
     closes-well not_applicable [] another agent ended the call
     no-blame not_met [3] blame in turn 3
  K-1 None Liam Ott 2 of 2, 4-4 2
     opens-well not_applicable [] another agent opened the call
     closes-well not_assessable [] the thanks may answer what the agent undertakes
     no-blame not_applicable [] not found: hardship
  K-2 None None 1 of 2, 1-1 1
     opens-well not_assessable [] the call has 3 turns, fewer than 4
     closes-well not_assessable [] the call has 3 turns, fewer than 4
     no-blame not_assessable [] the call has 3 turns, fewer than 4
  K-2 None None 2 of 2, 3-3 2
     opens-well not_assessable [] the call has 3 turns, fewer than 4
     closes-well not_assessable [] the call has 3 turns, fewer than 4
     no-blame not_assessable [] the call has 3 turns, fewer than 4

Where the call's agent is told, and several speak, it must be told who that is:

  $ cat >whose.csv <<'END'
  > call,agent,agent_name,speaker,role,text
  > W-1,M1,Mona Reyes,Mona,agent,"Hello, how can I help you today?"
  > W-1,M1,Mona Reyes,Joe,customer,I was charged twice.
  > W-1,M1,Mona Reyes,Liam,agent,That's your own fault. You should have read the terms.
  > W-1,M1,Mona Reyes,Joe,customer,So this is how it is.
  > W-2,M1,,Mona,agent,"Hello, how can I help you today?"
  > W-2,M1,,Joe,customer,I was charged twice.
  > W-2,M1,,Liam,agent,That's your own fault. You should have read the terms.
  > W-2,M1,,Joe,customer,So this is how it is.
  > END
  $ callmark score whose.csv | python3 see.py
  whose.csv:6:1: warning: several agents speak, as 'Mona' and 'Liam': which of them is 'M1' is not told (--agents can tell)
  W-1 M1 Mona Reyes 1 of 2, 1-1 1
     opens-well not_assessable [] no turns of the customer
     closes-well not_assessable [] no turns of the customer
     no-blame not_assessable [] no turns of the customer
  W-1 None Liam 2 of 2, 3-3 3
     opens-well not_applicable [] another agent opened the call
     closes-well not_applicable [] not found: call ends
     no-blame not_met [3] blame in turn 3
  W-2 None Mona 1 of 2, 1-1 1
     opens-well not_assessable [] no turns of the customer
     closes-well not_assessable [] no turns of the customer
     no-blame not_assessable [] no turns of the customer
  W-2 None Liam 2 of 2, 3-3 3
     opens-well not_applicable [] another agent opened the call
     closes-well not_applicable [] not found: call ends
     no-blame not_met [3] blame in turn 3
  $ callmark score --agents agents.csv whose.csv | python3 see.py
  W-1 M1 Mona Reyes 1 of 2, 1-1 1
     opens-well not_assessable [] no turns of the customer
     closes-well not_assessable [] no turns of the customer
     no-blame not_assessable [] no turns of the customer
  W-1 L2 Liam Ott 2 of 2, 3-3 3
     opens-well not_applicable [] another agent opened the call
     closes-well not_applicable [] not found: call ends
     no-blame not_met [3] blame in turn 3
  W-2 M1 Mona Reyes 1 of 2, 1-1 1
     opens-well not_assessable [] no turns of the customer
     closes-well not_assessable [] no turns of the customer
     no-blame not_assessable [] no turns of the customer
  W-2 L2 Liam Ott 2 of 2, 3-3 3
     opens-well not_applicable [] another agent opened the call
     closes-well not_applicable [] not found: call ends
     no-blame not_met [3] blame in turn 3

Legs of Genesys Cloud, each with a user of its own:

  $ cat >leg.py <<'END'
  > import json, sys
  > leg, user, start, lines = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
  > sides = ["internal", "external"]
  > print(json.dumps({
  >     "conversationId": "G-1", "communicationId": leg, "mediaType": "voice",
  >     "participants": [{"participantPurpose": "internal", "userId": user},
  >                      {"participantPurpose": "external", "ani": "+4411"}],
  >     "transcripts": [{"phrases": [
  >         {"text": text, "participantPurpose": sides[i % 2],
  >          "startTimeMs": start + i * 5000, "duration": {"milliseconds": 3000}}
  >         for i, text in enumerate(lines)]}]}))
  > END
  $ mkdir legs
  $ python3 leg.py c1 u-mona 0 'Hello, how can I help?' 'I was charged twice.' 'Let me put you through.' >legs/1.json
  $ python3 leg.py c2 u-liam 60000 'That is your own fault. You should have read it.' 'Oh dear.' 'Goodbye.' >legs/2.json
  $ callmark score legs | python3 see.py
  G-1 u-mona None 1 of 2, 1-3 3
     opens-well met [1] 
     closes-well not_applicable [] another agent ended the call
     no-blame met [] 
  G-1 u-liam None 2 of 2, 4-6 3
     opens-well not_applicable [] another agent opened the call
     closes-well met [6] 
     no-blame not_met [4] blame in turn 4

Participants of Contact Lens:

  $ cat >lens.py <<'END'
  > import json
  > people = [("p1", "AGENT"), ("p2", "CUSTOMER"), ("p3", "AGENT")]
  > lines = [("p1", "Hello, how can I help?"), ("p2", "I was charged twice."),
  >          ("p1", "Let me put you through."), ("p3", "That is your own fault, you should have read it."),
  >          ("p2", "Oh dear."), ("p3", "Goodbye.")]
  > print(json.dumps({
  >     "Version": "VOICE-2022-11-30", "Channel": "VOICE", "CustomerMetadata": {"ContactId": "L-1"},
  >     "Participants": [{"ParticipantId": p, "ParticipantRole": r} for p, r in people],
  >     "Transcript": [{"ParticipantId": p, "Content": t, "BeginOffsetMillis": i * 5000,
  >                     "EndOffsetMillis": i * 5000 + 3000} for i, (p, t) in enumerate(lines)]}))
  > END
  $ python3 lens.py >lens.json
  $ callmark score lens.json | python3 see.py
  L-1 None None 1 of 2, 1-3 3
     opens-well met [1] 
     closes-well not_applicable [] another agent ended the call
     no-blame met [] 
  L-1 None None 2 of 2, 4-6 3
     opens-well not_applicable [] another agent opened the call
     closes-well met [6] 
     no-blame not_met [4] blame in turn 4
  $ printf 'agent,name,participant\nM1,Mona,p1\nL2,Liam,p3\n' >lens.csv
  $ callmark score --agents lens.csv lens.json | python3 see.py
  L-1 M1 Mona 1 of 2, 1-3 3
     opens-well met [1] 
     closes-well not_applicable [] another agent ended the call
     no-blame met [] 
  L-1 L2 Liam 2 of 2, 4-6 3
     opens-well not_applicable [] another agent opened the call
     closes-well met [6] 
     no-blame not_met [4] blame in turn 4

Parties of a vCon:

  $ cat >vcon.py <<'END'
  > import json
  > lines = [(0, "Hello, how can I help?"), (1, "I was charged twice."), (0, "I pass you on to Liam."),
  >          (2, "That is your own fault, you should have read it."), (1, "Oh dear."), (2, "Goodbye.")]
  > print(json.dumps({
  >     "vcon": "0.3.0", "uuid": "V-1",
  >     "parties": [{"name": "Mona", "mailto": "mailto:mona@tide.example", "role": "agent"},
  >                 {"name": "Joe", "tel": "tel:+4411", "role": "customer"},
  >                 {"name": "Liam", "mailto": "mailto:liam@tide.example", "role": "agent"}],
  >     "dialog": [{"type": "text", "start": "2026-03-02T09:3%d:00Z" % i, "parties": [p],
  >                 "originator": p, "body": t} for i, (p, t) in enumerate(lines)]}))
  > END
  $ python3 vcon.py >v.vcon.json
  $ callmark score v.vcon.json | python3 see.py
  V-1 mona@tide.example Mona 1 of 2, 1-3 3
     opens-well met [1] 
     closes-well not_applicable [] another agent ended the call
     no-blame met [] 
  V-1 liam@tide.example Liam 2 of 2, 4-6 3
     opens-well not_applicable [] another agent opened the call
     closes-well met [6] 
     no-blame not_met [4] blame in turn 4

Chats, in which automation speaks in an agent's name:

  $ cat >chat.py <<'END'
  > import json, sys
  > lines = [("c", "I was charged twice."), ("6", "Hello. How can I help?"), ("c", "I said so."),
  >          ("7", "That is your own fault, you should have read it."), ("c", "Oh dear."), ("7", "Goodbye.")]
  > names = {"5": "Ed", "6": "Mona", "7": "Liam", "c": "Joe"}
  > day = "2026-03-02T09:30:%02dZ"
  > def intercom():
  >     author = lambda w: {"type": "user" if w == "c" else "admin", "id": w, "name": names[w]}
  >     return {"id": "I-1", "created_at": 1772443800, "conversation_parts": {"conversation_parts": [
  >                 {"part_type": "comment", "body": t, "author": author(w), "created_at": 1772443810 + i}
  >                 for i, (w, t) in enumerate(lines)]},
  >             "source": {"delivered_as": "automated", "body": "Spring offers!", "author": author("5")}}
  > def zendesk():
  >     nick = lambda w: "visitor" if w == "c" else "agent:" + w
  >     said = [("trigger", "Somebody will be with you.")] + lines
  >     names["trigger"] = "Tidewell"
  >     return {"id": "Z-1", "visitor": {"id": "v"}, "history": [
  >                 {"type": "chat.msg", "nick": nick(w), "name": names[w], "msg": t, "timestamp": day % i}
  >                 for i, (w, t) in enumerate(said)]}
  > def livechat():
  >     event = lambda i, w, t: {"type": "message", "text": t, "author_id": w, "created_at": day % i}
  >     hello = event(0, "5", "Welcome to Tidewell!")
  >     hello["properties"] = {"lc2": {"welcome_message": True}}
  >     return {"id": "C-1", "users": [{"id": w, "name": names[w], "type": "customer" if w == "c" else "agent"}
  >                                    for w in "567c"],
  >             "thread": {"events": [hello] + [event(i + 1, w, t) for i, (w, t) in enumerate(lines)]}}
  > print(json.dumps(globals()[sys.argv[1]]()))
  > END
  $ for chat in intercom zendesk livechat; do python3 chat.py $chat >$chat.json; done
  $ callmark show --stage turns intercom.json | head -3
     1    0:00  system    Spring offers!
     2    0:10  customer  I was charged twice.
     3    0:11  agent 1   Hello. How can I help?
  $ callmark score intercom.json zendesk.json livechat.json | python3 see.py
  I-1 6 Mona 1 of 2, 3-3 2
     opens-well not_assessable [] the agent said 5 words, fewer than 10
     closes-well not_assessable [] the agent said 5 words, fewer than 10
     no-blame not_assessable [] the agent said 5 words, fewer than 10
  I-1 7 Liam 2 of 2, 5-7 4
     opens-well not_applicable [] another agent opened the call
     closes-well met [7] 
     no-blame not_met [5] blame in turn 5
  Z-1 6 Mona 1 of 2, 3-3 2
     opens-well not_assessable [] the agent said 5 words, fewer than 10
     closes-well not_assessable [] the agent said 5 words, fewer than 10
     no-blame not_assessable [] the agent said 5 words, fewer than 10
  Z-1 7 Liam 2 of 2, 5-7 4
     opens-well not_applicable [] another agent opened the call
     closes-well met [7] 
     no-blame not_met [5] blame in turn 5
  C-1 6 Mona 1 of 2, 3-3 2
     opens-well not_assessable [] the agent said 5 words, fewer than 10
     closes-well not_assessable [] the agent said 5 words, fewer than 10
     no-blame not_assessable [] the agent said 5 words, fewer than 10
  C-1 7 Liam 2 of 2, 5-7 4
     opens-well not_applicable [] another agent opened the call
     closes-well met [7] 
     no-blame not_met [5] blame in turn 5

A column of agents that is none, as one of ids of messages, does not make a thousand of them:

  $ python3 -c 'print("call,agent,speaker,text")
  > for i in range(300): print("1,m%d,%s,well" % (i, ["customer", "agent"][i % 2]))' >many.csv
  $ callmark score many.csv | cut -d, -f 1-3
  many.csv:2:1: warning: more than 100 agents in one call: whose words they are is not known
  {"record":2,"call":"1","agent":null

Several agents in one chat or ticket: each has his own turns, whatever the export.

  $ cat >who.sh <<'END'
  > who() {
  >     callmark score "$@" 2>said |
  >         grep -o '"agent":[^,]*,"agent_name":[^,]*\|"part":{[^}]*}' | paste -sd ' \n'
  >     sed '/roles guessed/d' said
  > }
  > END
  $ . ./who.sh
  $ cat >agents.csv <<'END'
  > agent,name
  > M1,Mona Reyes
  > L2,Liam Ott
  > END

A Zendesk ticket that was passed on, and comes back:

  $ cat >ticket.json <<'END'
  > {"id": 70, "requester_id": 1, "users": [
  >   {"id": 1, "name": "Joe Pike", "role": "end-user"},
  >   {"id": 2, "name": "Mona Reyes", "role": "agent"},
  >   {"id": 3, "name": "Liam Ott", "role": "admin"}],
  >  "comments": [
  >   {"author_id": 1, "public": true, "body": "I was charged twice for March.", "created_at": "2026-03-02T09:00:00Z"},
  >   {"author_id": 2, "public": true, "body": "Hello Joe, I have asked my colleague to look.", "created_at": "2026-03-02T09:10:00Z"},
  >   {"author_id": 3, "public": true, "body": "The second charge goes back today.", "created_at": "2026-03-02T10:00:00Z"},
  >   {"author_id": 1, "public": true, "body": "Thanks to you both.", "created_at": "2026-03-02T10:05:00Z"},
  >   {"author_id": 2, "public": true, "body": "You are welcome, goodbye.", "created_at": "2026-03-02T10:06:00Z"}]}
  > END
  $ who ticket.json
  "agent":"2","agent_name":"Mona Reyes" "part":{"agent":1,"of":2,"first_turn":2,"last_turn":5}
  "agent":"3","agent_name":"Liam Ott" "part":{"agent":2,"of":2,"first_turn":3,"last_turn":3}

The segments of a chat that goes on, and the raw chat of Connect:

  $ cat >live.json <<'END'
  > {"ContactId": "live-1", "Channel": "CHAT", "Segments": [
  >  {"Transcript": {"Id": "1", "ParticipantId": "p1", "ParticipantRole": "CUSTOMER", "DisplayName": "Joe", "Content": "I was charged twice.", "Time": {"AbsoluteTime": "2026-03-02T09:00:00.000Z"}}},
  >  {"Transcript": {"Id": "2", "ParticipantId": "p2", "ParticipantRole": "AGENT", "DisplayName": "Mona Reyes", "Content": "Hello, let me put you through.", "Time": {"AbsoluteTime": "2026-03-02T09:00:10.000Z"}}},
  >  {"Transcript": {"Id": "3", "ParticipantId": "p3", "ParticipantRole": "AGENT", "DisplayName": "Liam Ott", "Content": "Hello, I can see both charges.", "Time": {"AbsoluteTime": "2026-03-02T09:01:00.000Z"}}},
  >  {"Transcript": {"Id": "4", "ParticipantId": "p1", "ParticipantRole": "CUSTOMER", "DisplayName": "Joe", "Content": "Thank you.", "Time": {"AbsoluteTime": "2026-03-02T09:01:10.000Z"}}}]}
  > END
  $ who live.json
  "agent":null,"agent_name":"Mona Reyes" "part":{"agent":1,"of":2,"first_turn":2,"last_turn":2}
  "agent":null,"agent_name":"Liam Ott" "part":{"agent":2,"of":2,"first_turn":3,"last_turn":3}
  $ cat >raw.json <<'END'
  > {"InitialContactId": "raw-1", "Transcript": [
  >  {"Id": "1", "Type": "MESSAGE", "ParticipantId": "p1", "ParticipantRole": "CUSTOMER", "DisplayName": "Joe", "Content": "I was charged twice.", "AbsoluteTime": "2026-03-02T09:00:00.000Z"},
  >  {"Id": "2", "Type": "MESSAGE", "ParticipantId": "p2", "ParticipantRole": "AGENT", "DisplayName": "Mona Reyes", "Content": "Hello, let me put you through.", "AbsoluteTime": "2026-03-02T09:00:10.000Z"},
  >  {"Id": "3", "Type": "MESSAGE", "ParticipantId": "p3", "ParticipantRole": "AGENT", "DisplayName": "Liam Ott", "Content": "Hello, I can see both charges.", "AbsoluteTime": "2026-03-02T09:01:00.000Z"},
  >  {"Id": "4", "Type": "MESSAGE", "ParticipantId": "p1", "ParticipantRole": "CUSTOMER", "DisplayName": "Joe", "Content": "Thank you.", "AbsoluteTime": "2026-03-02T09:01:10.000Z"}]}
  > END
  $ who raw.json
  "agent":null,"agent_name":"Mona Reyes" "part":{"agent":1,"of":2,"first_turn":2,"last_turn":2}
  "agent":null,"agent_name":"Liam Ott" "part":{"agent":2,"of":2,"first_turn":3,"last_turn":3}

The segments of a call name the agents as AGENT and a number at most:

  $ sed 's/"DisplayName": "[^"]*", //; s/"Time": {[^}]*}/"BeginOffsetMillis": 0, "EndOffsetMillis": 0/; s/CHAT/VOICE/' live.json |
  >     awk '/Begin/ { n += 5000; sub(/"BeginOffsetMillis": 0/, "\"BeginOffsetMillis\": " n); sub(/"EndOffsetMillis": 0/, "\"EndOffsetMillis\": " n + 3000) } { print }' >voice.json
  $ who voice.json
  "agent":null,"agent_name":null "part":{"agent":1,"of":2,"first_turn":2,"last_turn":2}
  "agent":null,"agent_name":null "part":{"agent":2,"of":2,"first_turn":3,"last_turn":3}

Where only names are told, --agents says who of them is an agent:

  $ cat >slack.json <<'END'
  > [{"user": "U1", "user_profile": {"real_name": "Joe Pike"}, "ts": "1772443800.0", "text": "I was charged twice."},
  >  {"user": "U2", "user_profile": {"real_name": "Mona Reyes"}, "ts": "1772443810.0", "text": "Hello, let me put you through."},
  >  {"user": "U3", "user_profile": {"real_name": "Liam Ott"}, "ts": "1772443860.0", "text": "Hello, I can see both charges."},
  >  {"user": "U1", "user_profile": {"real_name": "Joe Pike"}, "ts": "1772443870.0", "text": "Thank you."}]
  > END
  $ who --agents agents.csv slack.json
  "agent":"M1","agent_name":"Mona Reyes" "part":{"agent":1,"of":2,"first_turn":2,"last_turn":2}
  "agent":"L2","agent_name":"Liam Ott" "part":{"agent":2,"of":2,"first_turn":3,"last_turn":3}
  $ cat >chat.txt <<'END'
  > 02/03/2026, 09:00 - Joe Pike: I was charged twice.
  > 02/03/2026, 09:01 - Mona Reyes: Hello, let me put you through.
  > 02/03/2026, 09:02 - Liam Ott: Hello, I can see both charges.
  > 02/03/2026, 09:03 - Joe Pike: Thank you.
  > 13/03/2026, 09:03 - Joe Pike: Thank you again.
  > END
  $ who --agents agents.csv chat.txt
  "agent":"M1","agent_name":"Mona Reyes" "part":{"agent":1,"of":2,"first_turn":2,"last_turn":2}
  "agent":"L2","agent_name":"Liam Ott" "part":{"agent":2,"of":2,"first_turn":3,"last_turn":3}

All chats of a Telegram account are a call each, those that were left as well; one in which nobody
wrote has no turns.

  $ cat >all.json <<'END'
  > {"about": "All of it", "contacts": {"about": "c", "list": [{"first_name": "Joe"}]},
  >  "chats": {"about": "chats", "list": [
  >   {"name": "Nobody", "type": "personal_chat", "id": 8, "messages": []},
  >   {"name": "Joe Pike", "type": "personal_chat", "id": 9, "messages": [
  >    {"id": 1, "type": "message", "date_unixtime": "1772443800", "from": "Joe Pike", "from_id": "user1", "text": "I was charged twice."},
  >    {"id": 2, "type": "message", "date_unixtime": "1772443810", "from": "Mona Reyes", "from_id": "user2", "text": "Hello, let me put you through."},
  >    {"id": 3, "type": "message", "date_unixtime": "1772443860", "from": "Liam Ott", "from_id": "user3", "text": "Hello, I can see both charges."},
  >    {"id": 4, "type": "message", "date_unixtime": "1772443870", "from": "Joe Pike", "from_id": "user1", "text": "Thank you."}]}]},
  >  "left_chats": {"about": "left", "list": [
  >   {"name": "Ines Roca", "type": "private_group", "id": 10, "messages": [
  >    {"id": 1, "type": "message", "date_unixtime": "1772443800", "from": "Ines Roca", "from_id": "user4", "text": "Is anybody there?"}]}]}}
  > END
  $ callmark convert -q --to csv --agents agents.csv all.json 2>said | cut -d, -f 1,2,3,9,10
  call_id,agent,agent_name,chat,speaker
  9,M1,Mona Reyes,Joe Pike,customer
  9,M1,Mona Reyes,Joe Pike,agent
  9,L2,Liam Ott,Joe Pike,agent
  9,M1,Mona Reyes,Joe Pike,customer
  10,,,Ines Roca,Ines Roca
  $ cut -d: -f 4- said
   warning: no turns
   warning: unknown speaker 'Ines Roca' (if this is the agent, say --agent-speaker 'Ines Roca')

Who is the agent: given by the transcript, mapped by an option, or guessed from what was said.

  $ cat >line.txt <<'END'
  > Speaker 1: Thank you for calling Tidewell Water, how can I help?
  > Speaker 2: Hello, I'm calling about my bill, it is twice what it was.
  > Speaker 1: Could I take your account number, please?
  > Speaker 2: It's 4471 90.
  > Speaker 1: The meter was read wrongly. I'm sorry about that, I've put it right.
  > Speaker 2: Thank you for your help.
  > END
  $ callmark show --stage turns line.txt
  line.txt:1:1: warning: roles guessed from what was said (--agent-speaker, --map-channel or --agents can say who is who)
  roles guessed from what was said (99 %)
     1       -  agent     Thank you for calling Tidewell Water, how can I help?
     2       -  customer  Hello, I'm calling about my bill, it is twice what it was.
     3       -  agent     Could I take your account number, please?
     4       -  customer  It's 4471 90.
     5       -  agent     The meter was read wrongly. I'm sorry about that, I've put it right.
     6       -  customer  Thank you for your help.
  $ callmark score -q line.txt | cut -d, -f 1,9-13
  line.txt:1:1: warning: roles guessed from what was said (--agent-speaker, --map-channel or --agents can say who is who)
  {"record":2,"turns":6,"agent_words":30,"duration_ms":null,"roles":"guessed","roles_confidence":0.99
  $ callmark show -q line.txt | head -2
  line.txt:1:1: warning: roles guessed from what was said (--agent-speaker, --map-channel or --agents can say who is who)
  call line
  roles guessed from what was said (99 %)

The workbook says so where the call is shown, and on the sheet that says how it was marked:

  $ callmark report -q -o out line.txt
  line.txt:1:1: warning: roles guessed from what was said (--agent-speaker, --map-channel or --agents can say who is who)
  $ cat >words.py <<'END'
  > import re, sys, zipfile
  > book = zipfile.ZipFile(sys.argv[1]).read("xl/sharedStrings.xml").decode()
  > print("\n".join(re.findall(r">([^<]*uessed[^<]*)<", book)))
  > END
  $ python3 words.py out/agents/unnamed.xlsx
  roles guessed from what was said (99 %)
  Guessed from what was said, once: these transcripts do not say who speaks. The least sure guess has a confidence of 99 %. The sheet Scorecard says which calls they are.
  $ python3 words.py out/team.xlsx
  roles guessed from what was said (--agent-speaker, --map-channel or --agents can say who is who)
  ? roles guessed
  roles guessed from what was said (99 %)

What was guessed is not forgotten on the way through convert and the records:

  $ callmark convert -q line.txt >line.ndjson
  line.txt:1:1: warning: roles guessed from what was said (--agent-speaker, --map-channel or --agents can say who is who)
  $ callmark score -q line.ndjson | cut -d, -f 12-13
  line.ndjson:1:1: warning: roles guessed from what was said (--agent-speaker, --map-channel or --agents can say who is who)
  "roles":"guessed","roles_confidence":0.99
  $ callmark score -q line.txt >records.ndjson
  line.txt:1:1: warning: roles guessed from what was said (--agent-speaker, --map-channel or --agents can say who is who)
  $ callmark report -q -o again records.ndjson
  $ python3 words.py again/agents/unnamed.xlsx
  roles guessed from what was said (99 %)
  Guessed from what was said, once: these transcripts do not say who speaks. The least sure guess has a confidence of 99 %. The sheet Scorecard says which calls they are.

Where it is not clear, the speakers stay unknown, and the call is not assessable:

  $ cat >short.txt <<'END'
  > A: Yes, that is what it says on the letter that came on Monday.
  > B: I see.
  > A: And so it ends there?
  > B: It does.
  > END
  $ callmark show --stage turns short.txt
  short.txt:1:1: warning: unknown speaker 'A' (if this is the agent, say --agent-speaker 'A')
  short.txt:2:1: warning: unknown speaker 'B' (if this is the agent, say --agent-speaker 'B')
  who is the agent is not clear (79 %)
     1       -  unknown   Yes, that is what it says on the letter that came on Monday.
     2       -  unknown   I see.
     3       -  unknown   And so it ends there?
     4       -  unknown   It does.
  $ callmark show -q --stage marks short.txt | sed -n '1p;$p'
  short.txt:1:1: warning: unknown speaker 'A' (if this is the agent, say --agent-speaker 'A')
  short.txt:2:1: warning: unknown speaker 'B' (if this is the agent, say --agent-speaker 'B')
  score not assessable
  not assessable accountability/offers-more-help: who is the agent is not clear (79 %)
  $ callmark score -q short.txt | cut -d, -f 12-13
  short.txt:1:1: warning: unknown speaker 'A' (if this is the agent, say --agent-speaker 'A')
  short.txt:2:1: warning: unknown speaker 'B' (if this is the agent, say --agent-speaker 'B')
  "roles":"unclear","roles_confidence":0.79

An option that says who it is comes before any guess; --no-guess does without:

  $ callmark show --agent-speaker 'speaker 2' --stage turns line.txt | cut -c 1-50
  line.txt:1:1: warning: roles are probably swapped: by what they say, the customer is the agent, and the agent the customer (99 %) (--swap-roles swaps them in such calls)
     1       -  customer  Thank you for calling Tide
     2       -  agent     Hello, I'm calling about m
     3       -  customer  Could I take your account 
     4       -  agent     It's 4471 90.
     5       -  customer  The meter was read wrongly
     6       -  agent     Thank you for your help.
  $ callmark show --no-guess --stage turns line.txt | head -2
  line.txt:1:1: warning: unknown speaker 'Speaker 1' (if this is the agent, say --agent-speaker 'Speaker 1')
  line.txt:2:1: warning: unknown speaker 'Speaker 2' (if this is the agent, say --agent-speaker 'Speaker 2')
     1       -  unknown   Thank you for calling Tidewell Water, how can I help?
     2       -  unknown   Hello, I'm calling about my bill, it is twice what it was.

Channels of an audio file, by their numbers:

  $ cat >stereo.csv <<'END'
  > call,speaker,text
  > 1,channel 0,Yes.
  > 1,channel 1,Sure.
  > 1,channel 2,This call is recorded.
  > END
  $ callmark show --map-channel 1=agent --map-channel 2=system --stage turns stereo.csv
     1       -  customer  Yes.
     2       -  agent     Sure.
     3       -  system    This call is recorded.
  $ callmark show --map-channel 1=boss stereo.csv
  callmark show: bad value '1=boss' for --map-channel (expected N=ROLE)
  Try `callmark show --help' or `callmark show --usage' for more information.
  [64]

Agents by their names, in a table of their own; one that is found names the call's agent:

  $ cat >agents.csv <<'END'
  > agent,name,team,alias
  > A7,Maya Lindqvist,Red,maya@example.org
  > A8,Tom Okonjo,Blue,Tommy
  > END
  $ cat >named.csv <<'END'
  > call,speaker,text
  > 1,Ann,My parcel is late.
  > 1,tommy,Let me see.
  > END
  $ callmark convert --agents agents.csv named.csv
  {"call":"1","agent":"A8","agent_name":"Tom Okonjo","team":"Blue","fields":{},"turns":[{"role":"customer","speaker":"Ann","text":"My parcel is late."},{"role":"agent","speaker":"tommy","text":"Let me see."}]}
  $ callmark convert --agents nobody.csv named.csv
  nobody.csv: error: cannot read: no such file or directory
  [64]

One speaker beside agents alone is the customer, by whatever name; not one who talks like
another agent, and of two neither, unless his own words tell:

  $ cat >beside.txt <<'END'
  > Agent: Hello, how can I help?
  > Ana Diaz: It is about the parcel.
  > Agent: I see.
  > Ana Diaz: Yes.
  > END
  $ callmark show --stage turns beside.txt
     1       -  agent     Hello, how can I help?
     2       -  customer  It is about the parcel.
     3       -  agent     I see.
     4       -  customer  Yes.
  $ (cat beside.txt; printf 'Bo Lind: Well.\nBo Lind: I want to pay for it with my card.\n') >two.txt
  $ callmark show --stage turns two.txt
  two.txt:1:1: warning: roles guessed from what was said (--agent-speaker, --map-channel or --agents can say who is who)
  two.txt:2:1: warning: unknown speaker 'Ana Diaz' (if this is the agent, say --agent-speaker 'Ana Diaz')
  roles guessed from what was said (98 %)
     1       -  agent     Hello, how can I help?
     2       -  unknown   It is about the parcel.
     3       -  agent     I see.
     4       -  unknown   Yes.
     5       -  customer  Well.
     6       -  customer  I want to pay for it with my card.
  $ cat >colleague.txt <<'END'
  > Agent: Hello, how can I help?
  > Priya Rao: Thanks for holding, you're through to billing. May I take your number?
  > Agent: Yes.
  > Priya Rao: Good.
  > END
  $ callmark show --stage turns colleague.txt
  colleague.txt:2:1: warning: unknown speaker 'Priya Rao' (if this is the agent, say --agent-speaker 'Priya Rao')
     1       -  agent     Hello, how can I help?
     2       -  unknown   Thanks for holding, you're through to billing. May I take your number?
     3       -  agent     Yes.
     4       -  unknown   Good.

A turn that nobody is said to have spoken is nobody's, whoever spoke before:

  $ printf 'call,speaker,role,text\n1,,agent,Hello\n1,,,Who is this?\n1,,customer,Me\n' >gap.csv
  $ callmark show --stage turns gap.csv
  gap.csv:3:1: warning: turn without a speaker
     1       -  agent     Hello
     2       -  unknown   Who is this?
     3       -  customer  Me

The same word means another side where Genesys Cloud says it:

  $ printf 'conversationId,participantPurpose,text\n1,user,Hello\n1,customer,Hi\n1,acd,Music\n' >purpose.csv
  $ callmark show --stage turns purpose.csv
     1       -  agent     Hello
     2       -  customer  Hi
     3       -  system    Music

Roles that what is said contradicts are doubted, and swapped where that is asked for:

  $ cat >swapped.csv <<'END'
  > call,role,text
  > 1,customer,"Thank you for calling Tidewell, how can I help you today?"
  > 1,agent,"I'm calling about my bill, I was charged twice."
  > 1,customer,Could I take your account number?
  > 1,agent,It's 4471.
  > 2,agent,"Thank you for calling Tidewell, how can I help you today?"
  > 2,customer,"I'm calling about my bill, I was charged twice."
  > END
  $ callmark score swapped.csv | grep -o '"problems".*'
  swapped.csv:2:1: warning: roles are probably swapped: by what they say, the customer is the agent, and the agent the customer (99 %) (--swap-roles swaps them in such calls)
  "problems":["roles are probably swapped: by what they say, the customer is the agent, and the agent the customer (99 %)"]}
  "problems":[]}
  $ callmark convert --swap-roles --to csv swapped.csv | cut -d, -f 1,9
  call_id,speaker
  1,agent
  1,customer
  1,agent
  1,customer
  2,agent
  2,customer
  $ callmark score --swap-roles swapped.csv | grep -o '"problems".*'
  "problems":["roles were swapped: by what they say, the customer is the agent, and the agent the customer (99 %)"]}
  "problems":[]}

A call among agents says why it is not assessed:

  $ printf 'agent,name\nM1,Mona\nL2,Liam\n' >staff.csv
  $ cat >staff.txt <<'END'
  > Mona: Is the line in Harbour Street down?
  > Liam: It is, until noon, as far as we know.
  > Mona: Then I will tell the customer.
  > Liam: Do that, please.
  > END
  $ callmark score --agents staff.csv staff.txt | grep -o '"problems".*'
  staff.txt:1:1: warning: every speaker is an agent, as 'Mona' and 'Liam'
  "problems":["every speaker is an agent, as 'Mona' and 'Liam'"]}
  "problems":["every speaker is an agent, as 'Mona' and 'Liam'"]}
  $ callmark show --agents staff.csv --stage marks staff.txt | sed -n '1p;$p'
  staff.txt:1:1: warning: every speaker is an agent, as 'Mona' and 'Liam'
  score not assessable
  not assessable accountability/offers-more-help: no turns of the customer

Whose language a call is in, and the rubric's.

  $ cat >de.json <<'END'
  > {"JobName": "de-1", "LanguageCode": "de-AT", "Participants": [],
  >  "Transcript": [
  >   {"ParticipantRole": "AGENT", "BeginOffsetMillis": 0, "EndOffsetMillis": 4000,
  >    "Content": "Stadtwerke Linz, Eva Huber, was darf ich für Sie tun?"},
  >   {"ParticipantRole": "CUSTOMER", "BeginOffsetMillis": 5000, "EndOffsetMillis": 9000,
  >    "Content": "Mein Zähler zeigt gar nichts mehr an, das ist doch nicht normal."},
  >   {"ParticipantRole": "AGENT", "BeginOffsetMillis": 10000, "EndOffsetMillis": 14000,
  >    "Content": "Das klären wir gleich, ich schicke Ihnen morgen einen Techniker."},
  >   {"ParticipantRole": "CUSTOMER", "BeginOffsetMillis": 15000, "EndOffsetMillis": 19000,
  >    "Content": "Gut, vielen Dank, auf Wiederhören."}]}
  > END
  $ callmark score de.json >de.nd
  de.json:1:1: warning: the call is in German, the rubric in English (what rests on words is not assessable; --language overrules)
  $ grep -o '"call":"de-1"\|"language":"[a-z]*"\|"score":null,"comp[a-z":]*\|"too_little":"[^"]*"\|"problems".*' de.nd
  "call":"de-1"
  "language":"de"
  "score":null,"compensatory":null
  "too_little":"the call is in German, the rubric in English"
  "problems":["the call is in German, the rubric in English"]}

Nothing is held against the agent that words would have shown; times are still times.

  $ grep -o '"verdict":"[a-z_]*"' de.nd | sort | uniq -c | sed 's/^ *//'
  1 "verdict":"met"
  4 "verdict":"not_applicable"
  23 "verdict":"not_assessable"
  $ grep -o '"first_reply_ms":[0-9]*' de.nd
  "first_reply_ms":1000
  $ callmark show de.json 2>/dev/null | head -3
  call de-1
  the call is in German, the rubric in English
  too little to judge: the call is in German, the rubric in English

Without a language in the file, it is known by its words.

  $ cat >fr.txt <<'END'
  > Agent: Maison du Livre bonjour, Paul à votre écoute.
  > Client: Bonjour, je n'ai toujours pas reçu mon colis, et ça fait dix jours.
  > Agent: Je suis désolé, je regarde tout de suite où il est.
  > Client: Merci, c'est gentil.
  > Agent: Il sera chez vous demain matin, avec nos excuses.
  > END
  $ callmark score -q fr.txt | grep -o '"language":"[a-z]*"'
  fr.txt:1:1: warning: the call is in French, the rubric in English (what rests on words is not assessable; --language overrules)
  "language":"fr"

--language says it for all calls; it is kept when a call is converted.

  $ callmark score -q --language English fr.txt | grep -c '"language"'
  0
  [1]
  $ callmark convert --language fr-CA fr.txt | grep -o '"fields":{[^}]*}'
  "fields":{"language":"fr"}
  $ callmark score --language klingon fr.txt
  callmark score: bad value 'klingon' for --language (expected LANGUAGE)
  Try `callmark score --help' or `callmark score --usage' for more information.
  [64]

A column gives it, here or beside the transcripts. Values that are no language say nothing.

  $ cat >calls.csv <<'END'
  > call_id,Language,role,text
  > a,Spanish,agent,Sí.
  > a,Spanish,customer,Vale.
  > a,Spanish,agent,Adiós.
  > a,Spanish,customer,Adiós.
  > b,n/a,agent,"Good morning, how can I help you today?"
  > b,n/a,customer,I would like to know where my order is.
  > b,n/a,agent,It is on its way and should be with you tomorrow.
  > b,n/a,customer,"Thank you, goodbye."
  > END
  $ callmark score -q calls.csv | grep -o '"call":"."\|"language":"[a-z]*"'
  calls.csv:2:1: warning: the call is in Spanish, the rubric in English (what rests on words is not assessable; --language overrules)
  "call":"a"
  "language":"es"
  "call":"b"

What is given and is not so: a file that was translated, a setting that was forgotten.

  $ sed 's/Spanish/en-US/; s/n\/a/Spanish/' calls.csv >wrong.csv
  $ callmark score -q wrong.csv | grep -o '"call":"."\|"language":"[a-z]*"\|"problems":.*'
  wrong.csv:6:1: warning: the words are English, the language given is Spanish (the words count; --language es overrules)
  "call":"a"
  "problems":[]}
  "call":"b"
  "problems":["the words are English, the language given is Spanish"]}

A call in two languages, half and half, is marked as it always was.

  $ cat >both.txt <<'END'
  > Agent: Good morning, how can I help you? Guten Morgen, wie kann ich Ihnen helfen?
  > Customer: I have not got my parcel. Ich habe mein Paket nicht bekommen.
  > Agent: I am sorry, I will look for it. Es tut mir leid, ich sehe gleich nach.
  > Customer: Thank you, that is kind. Danke, das ist sehr nett.
  > END
  $ callmark score -q both.txt | grep -c '"language"'
  0
  [1]

The workbook gives the reason, where calls are listed and where complaints are.

  $ callmark report -q -o report de.json fr.txt 2>/dev/null
  $ unzip -p report/team.xlsx xl/sharedStrings.xml | grep -o 'the call is in [^<(]*' | sort
  the call is in French, the rubric in English
  the call is in French, the rubric in English 
  the call is in German, the rubric in English
  the call is in German, the rubric in English 
  $ grep 'German' report/problems.csv
  de.json,1,1,de-1,"the call is in German, the rubric in English (what rests on words is not assessable; --language overrules)",warning
  $ python3 "$TESTDIR/workbook.py" report
  the workbooks agree with the records

Mails: those of a mailbox that answer each other are one call, a mail alone is one as well, and what they
quote is not said again.

  $ callmark convert --to csv "$ROOT/samples/formats/thread.mbox"
  call_id,agent,agent_name,team,channel,customer,started_at,wait,subject,speaker,start_ms,end_ms,text
  harbour-mail-1@ana.example,,,,email,,2026-03-02T09:30:00Z,,Two calendars,customer,0,,"Two calendars came, and I ordered one.
  
  From here on I would rather not guess: what shall I do?"
  harbour-mail-1@ana.example,,,,email,,2026-03-02T09:30:00Z,,Two calendars,system,60000,,"We have your mail, and will answer today."
  harbour-mail-1@ana.example,,,,email,,2026-03-02T09:30:00Z,,Two calendars,agent,1920000,,"I am sorry about that. Keep both, and have a coffee in our caf\xc3\xa9." (esc)
  harbour-mail-4@bo.example,,,,email,,2026-03-02T12:00:00Z,,Opening hours,customer,0,,Are you open on Sunday?
  $ callmark convert "$ROOT/samples/formats/reply.eml"
  {"call":"reply","channel":"email","started_at":"2026-03-02T12:20:00Z","fields":{"subject":"Re: Opening hours"},"turns":[{"role":"agent","speaker":"Agent","start_ms":0,"text":"Good afternoon,\\nyes, from noon \xe2\x80\x93 and thank you for asking."}]} (esc)
  $ printf 'agent\ndesk@harbour.example\n' >agents.csv
  $ sed 's/^From: Agent /From: Ines /' "$ROOT/samples/formats/thread.mbox" >named.mbox
  $ callmark convert --agents agents.csv named.mbox | grep -o '"role":"[a-z]*","speaker":"[A-Za-z ]*"'
  "role":"customer","speaker":"Customer"
  "role":"system","speaker":"Harbour Books"
  "role":"agent","speaker":"Ines"
  "role":"customer","speaker":"Customer"

Broken ones are named, and a good one beside them is read:

  $ mkdir broken && cp "$ROOT/samples/formats/reply.eml" broken/z-good.eml
  $ : >broken/empty.eml
  $ head -c 320 "$ROOT/samples/formats/reply.eml" >broken/headers.eml
  $ printf 'From a Mon Mar  2 09:30:00 2026\nFrom: a\nMessage-ID: <a@b>\n\n' >broken/silent.mbox
  $ printf 'Message-ID: <a@b>\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n' >broken/picture.eml
  $ { printf 'From: Agent\nMessage-ID: <a@b>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n'; printf -- '--x\nContent-Type: multipart/mixed; boundary=x\n\n%.0s' {1..3000}; printf 'Hi\n'; } >broken/deep.eml
  $ printf 'From: Agent\nMessage-ID: <a@b>\nContent-Type: text/plain; charset=nothing\nContent-Transfer-Encoding: base64\n\n%%%%%%SGk=\n' >broken/charset.eml
  $ callmark convert broken >calls.ndjson
  broken/deep.eml:1:1: error: no turns: no mail has a text
  broken/empty.eml:1:1: error: empty file
  broken/headers.eml:1:1: error: not a transcript: no JSON, no header that names columns, and no lines 'Name: text'
  broken/picture.eml:1:1: error: no turns: no mail has a text
  broken/silent.mbox:2:1: error: no turns: no mail has a text
  [65]
  $ cut -c 1-19 calls.ndjson
  {"call":"charset","
  {"call":"z-good","c

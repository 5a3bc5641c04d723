Workbooks and documents. A workbook is the table that its first sheet of calls holds: texts that cells share
or have themselves, numbers, dates, lengths and truths as a spreadsheet shows them.

  $ office() { python3 "$ROOT/tests/stories/office.py" "$@"; }
  $ office workbook turns.xlsx
  $ callmark convert --to csv turns.xlsx
  call_id,agent,agent_name,team,channel,customer,started_at,wait,Order,Ordered,First call,speaker,start_ms,end_ms,text
  20260302001,,,,,,2026-03-02T09:30:00Z,,1015959123,2026-03-02,TRUE,agent,3000,,"Harbour Books, Ines speaking. What can I do for you?"
  20260302001,,,,,,2026-03-02T09:30:00Z,,1015959123,2026-03-02,TRUE,customer,9000,,"One calendar, two charges."
  20260302001,,,,,,2026-03-02T09:30:00Z,,1015959123,2026-03-02,TRUE,agent,20000,,"I am sorry, ""twice"" is
  once too often; it goes back."
  $ callmark convert --verbose turns.xlsx 2>&1 >/dev/null | tail -1
  turns.xlsx: read as csv (the first line names columns): 1 calls, 0 refused
  $ callmark convert turns.xlsx >file.ndjson
  $ callmark convert - <turns.xlsx | cmp - file.ndjson
  $ mkdir day && mv turns.xlsx day && tar cf day.tar day
  $ callmark convert day.tar | cmp - file.ndjson
  $ callmark convert "$ROOT/samples/formats/turns.xlsx" | cmp - file.ndjson

Of several sheets the others are named, if they hold anything:

  $ office sheets sheets.xlsx
  $ callmark convert sheets.xlsx | cmp - file.ndjson
  sheets.xlsx: warning: only sheet 'Turns' is read, not 'Notes' (save others that have calls as workbooks of their own)

As a table beside the transcripts, and in the place of a complaint the numbers of row and column:

  $ office calls calls.xlsx
  $ printf 'call_id,speaker,text\nS-1,agent,Hello\n' >turns.csv
  $ callmark convert --calls calls.xlsx turns.csv
  {"call":"S-1","agent":"ines","team":"Returns","fields":{"csat":"4"},"turns":[{"role":"agent","speaker":"agent","text":"Hello"}]}
  $ callmark convert --map start=Speaker day/turns.xlsx 2>&1 >/dev/null | grep ':5:'
  day/turns.xlsx:5:3: error: bad time of 8 characters

A document is plain text, a line for each paragraph and each line in it:

  $ office document meeting.docx
  $ callmark convert --to csv meeting.docx
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  meeting,,,,,,,,agent,3000,,"Harbour Books, Ines speaking. What can I do for you?"
  meeting,,,,,,,,customer,8000,,"I would like to return a calendar.
  It has last year on it."
  meeting,,,,,,,,agent,15000,,I am sorry about that. A new one leaves today.
  meeting,,,,,,,,customer,21000,,Thanks & goodbye.

Broken ones are named, each once, and a good one beside them is read:

  $ office broken broken && cp meeting.docx broken/z-good.docx
  $ callmark convert broken >calls.ndjson
  broken/bomb.xlsx: warning: only sheet 'Turns' is read, not 'Notes' (save others that have calls as workbooks of their own)
  broken/bomb.xlsx: error: cannot unpack: a part is 200 times as long as the file
  broken/empty.xlsx:1:1: error: empty file
  broken/entities.xlsx: error: bad XML at 1:13: a document type
  broken/no-sheet.xlsx: error: sheet 'Turns': damaged: it has no part 'xl/worksheets/sheet2.xml'
  broken/no-xml.xlsx: error: sheet 'Turns': bad XML at 1:1: syntax error
  broken/nobody.docx:1:1: error: no turns: no line begins 'Name:'
  broken/odd.docx: error: bad XML at 1:8: no element found
  broken/paper.pdf: error: a PDF file: save its text as plain text
  broken/password.xlsx: error: a file of an older Word or Excel, or one with a password: save it as .xlsx, .docx, CSV or plain text, without one
  broken/sheet.ods: error: an OpenDocument file: save it as .xlsx, .docx, CSV or plain text
  broken/slides.docx: error: neither a workbook nor a document: save it as .xlsx, .docx, CSV or plain text
  broken/truncated.xlsx: error: cannot unpack: truncated input file (needed 501 bytes, only 498 available), after 'xl/worksheets/sheet4.xml'
  [65]
  $ cut -c 1-16 calls.ndjson
  {"call":"z-good"

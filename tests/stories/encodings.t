Text is UTF-8, with or without a byte order mark; UTF-16 is converted, and so are older code
pages.

  $ printf 'call_id,speaker,text\nK-1,agent,It’s £5 isn’t it\n' >utf8.csv
  $ callmark convert utf8.csv >plain.ndjson
  $ cat plain.ndjson
  {"call":"K-1","fields":{},"turns":[{"role":"agent","speaker":"agent","text":"It\xe2\x80\x99s \xc2\xa35 isn\xe2\x80\x99t it"}]} (esc)
  $ (printf '\357\273\277'; cat utf8.csv) | callmark convert - | cmp - plain.ndjson
  $ iconv -f UTF-8 -t UTF-16LE utf8.csv >le.csv
  $ iconv -f UTF-8 -t UTF-16BE utf8.csv >be.csv
  $ (printf '\377\376'; cat le.csv) >le-mark.csv
  $ (printf '\376\377'; cat be.csv) >be-mark.csv
  $ iconv -f UTF-8 -t WINDOWS-1252 utf8.csv >windows.csv
  $ for f in le.csv be.csv le-mark.csv be-mark.csv windows.csv; do
  >     callmark convert $f | cmp - plain.ndjson
  >     callmark convert - <$f | cmp - plain.ndjson
  >     gzip -nc $f | callmark convert - | cmp - plain.ndjson
  > done

What was converted is said with --verbose, and stands in the manifest:

  $ callmark convert --verbose le.csv 2>&1 >/dev/null
  le.csv: read as csv (the first line names columns): 1 calls, 0 refused
  le.csv: text in utf-16le, converted
  $ callmark convert --verbose windows.csv 2>&1 >/dev/null
  windows.csv: read as csv (the first line names columns): 1 calls, 0 refused
  windows.csv: text in windows-1252, converted
  $ callmark convert --verbose utf8.csv 2>&1 >/dev/null
  utf8.csv: read as csv (the first line names columns): 1 calls, 0 refused
  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark report -q -r counter.yaml -o out windows.csv calls.csv
  $ grep '"path".*calls' out/manifest.json
      {"path": "windows.csv", "bytes": 48, "xxh3": "5be231c2dfbae2c1", "encoding": "windows-1252", "calls": 1, "refused": 0},
      {"path": "calls.csv", "bytes": 626, "xxh3": "7c3a523a4edb51ec", "calls": 3, "refused": 0}

Which code page it is follows from the first characters that are not ASCII:

  $ cat >polish.csv <<'CSV'
  > call_id,speaker,text
  > K-2,agent,"Dzień dobry, w czym mogę pomóc?"
  > K-2,customer,"Moje zamówienie nie dotarło, czekam już dwa tygodnie."
  > K-2,agent,"Bardzo przepraszam, zwrócę pieniądze jeszcze dziś."
  > CSV
  $ cat >russian.csv <<'CSV'
  > call_id,speaker,text
  > K-3,agent,Добрый день. Чем могу помочь?
  > K-3,customer,Мой заказ так и не пришёл.
  > CSV
  $ iconv -f UTF-8 -t WINDOWS-1250 polish.csv >p.csv
  $ iconv -f UTF-8 -t KOI8-R russian.csv >r.csv
  $ callmark convert polish.csv russian.csv >plain.ndjson
  $ callmark convert --verbose p.csv r.csv 2>said | cmp - plain.ndjson
  $ grep converted said
  p.csv: text in windows-1250, converted
  r.csv: text in koi8-r, converted

In English with a few signs it is windows-1252, whatever letters these bytes are elsewhere. A
byte that is not in the code page is replaced, and counted for the file:

  $ printf 'call_id,speaker,text\nK-4,agent,that is \2435 and \2436 \201\n' >signs.csv
  $ callmark convert signs.csv
  signs.csv: warning: bad bytes: 1 not windows-1252, replaced by U+FFFD
  {"call":"K-4","fields":{},"turns":[{"role":"agent","speaker":"agent","text":"that is \xc2\xa35 and \xc2\xa36 \xef\xbf\xbd"}]} (esc)

UTF-8 with a few wrong bytes is UTF-8: the readers replace them, and say where.

  $ printf 'call_id,speaker,text\nK-5,agent,it’s \2435\nK-6,agent,“that is all”\n' >mixed.csv
  $ callmark convert --verbose mixed.csv
  mixed.csv:2:11: warning: bad bytes: 1 not UTF-8 or NUL, replaced by U+FFFD
  mixed.csv: read as csv (the first line names columns): 2 calls, 0 refused
  {"call":"K-5","fields":{},"turns":[{"role":"agent","speaker":"agent","text":"it\xe2\x80\x99s \xef\xbf\xbd5"}]} (esc)
  {"call":"K-6","fields":{},"turns":[{"role":"agent","speaker":"agent","text":"\xe2\x80\x9cthat is all\xe2\x80\x9d"}]} (esc)

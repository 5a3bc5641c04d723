Subtitles, scripts and transcripts in cells. What is broken is named with its place, and the other
files go on.

  $ cp "$ROOT"/samples/formats/{call.vtt,teams.vtt,zoom.vtt,subtitles.srt,script.md,teams-paste.txt,one-row.csv} .
  $ mkdir good && mv *.* good
  $ callmark convert good | wc -l
  8
  $ callmark convert --to csv good/teams.vtt | cut -d , -f 9- | sed -n 2,4p
  agent,2110,6900,"Good morning, Harbour Books, you are through to Ines."
  customer,7420,10030,"Hi, I was charged twice for one order."
  agent,10500,16000,"Let me look. You are right, and the second charge goes back today."
  $ callmark convert --verbose good 2>&1 >all.ndjson | grep '^good'
  good/call.vtt: read as vtt (it begins with 'WEBVTT'): 1 calls, 0 refused
  good/one-row.csv: read as csv (the first line names columns): 2 calls, 0 refused
  good/script.md: read as text (lines begin with the names of roles): 1 calls, 0 refused
  good/subtitles.srt: read as srt (it has lines of times, 'hh:mm:ss,mmm --> hh:mm:ss,mmm'): 1 calls, 0 refused
  good/teams-paste.txt: read as text (lines begin with the names of roles): 1 calls, 0 refused
  good/teams.vtt: read as vtt (it begins with 'WEBVTT'): 1 calls, 0 refused
  good/zoom.vtt: read as vtt (it begins with 'WEBVTT'): 1 calls, 0 refused

The same bytes, however many read at once:

  $ callmark score -j1 good >one.ndjson
  $ callmark score -j8 good | cmp - one.ndjson

Broken files among good ones:

  $ mkdir mixed
  $ cp good/zoom.vtt mixed/z-good.vtt
  $ head -c 190 good/zoom.vtt >mixed/truncated.vtt
  $ : >mixed/empty.srt
  $ printf 'WEBVTT\n\nNOTE nothing else\n' >mixed/header-only.vtt
  $ printf '1\n00:00:01,000 --> 00:00:02,000\n' >mixed/silent.srt
  $ printf '1\n1 second --> 2 seconds\nAgent: Hi\n' >mixed/wordy.srt
  $ printf 'WEBVTT\n\n00:01.000 --> 99999999999999999999:00:00.000\nAgent: Hi\n\n00:09.000 --> 00:08.000\nCustomer: Yes\n' >mixed/huge.vtt
  $ printf '# A script\n\nNobody speaks.\n' >mixed/nobody.md
  $ printf 'call_id,transcript\n1,Agent: Hi | Customer: Yes\n2,"Agent: torn\n' >mixed/torn.csv
  $ head -c 400 /dev/zero >mixed/zero.vtt
  $ callmark convert mixed >calls.ndjson
  mixed/empty.srt:1:1: error: empty file
  mixed/header-only.vtt:1:1: error: no cues: no line 'hh:mm:ss.mmm --> hh:mm:ss.mmm'
  mixed/huge.vtt:3:15: error: bad time of 30 characters (expected hh:mm:ss.mmm --> hh:mm:ss.mmm)
  mixed/huge.vtt:6:15: error: end '00:08.000' before start '00:09.000'
  mixed/nobody.md:1:1: error: not a transcript: no JSON, no header that names columns, and no lines 'Name: text'
  mixed/silent.srt:2:1: error: no turns: no cue has a text
  mixed/torn.csv:3:3: error: quoted cell opened here is not closed
  mixed/truncated.vtt:12:18: error: end '00:00' before start '00:00:10.900'
  mixed/wordy.srt:2:1: error: bad time of 8 characters (expected hh:mm:ss.mmm --> hh:mm:ss.mmm)
  mixed/wordy.srt:2:14: error: bad time of 1 character (expected hh:mm:ss.mmm --> hh:mm:ss.mmm)
  mixed/zero.vtt:1:1: error: not a transcript (binary)
  [65]
  $ cut -c 1-60 calls.ndjson
  {"call":"huge","fields":{},"turns":[{"role":"agent","speaker
  {"call":"1","fields":{},"turns":[{"role":"agent","speaker":"
  {"call":"truncated","fields":{},"turns":[{"role":"agent","sp
  {"call":"wordy","fields":{},"turns":[{"role":"agent","speake
  {"call":"z-good","fields":{},"turns":[{"role":"agent","speak
  $ callmark convert --from vtt good/script.md
  good/script.md:1:1: error: no cues: no line 'hh:mm:ss.mmm --> hh:mm:ss.mmm'
  [65]
  $ callmark convert --from vvt good/script.md
  --from: error: unknown format 'vvt' (did you mean 'vtt'?)
  [64]

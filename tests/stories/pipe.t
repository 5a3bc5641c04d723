A pipe can be read only once, and nothing of it is lost to a look at its beginning:

  $ . "$ROOT"/tests/stories/counter.sh
  $ seq 2000 | sed 's/.*/{"call":"P-&","turns":[{"role":"agent","text":"good morning, it is nice to see you"}]}/' >many.ndjson
  $ callmark report -q -r counter.yaml -o report <(cat many.ndjson)
  $ wc -l <report/scorecards.ndjson
  2000
  $ callmark score -q -r counter.yaml many.ndjson >records.ndjson
  $ callmark report -q -r counter.yaml -o report --from records <(cat records.ndjson)
  $ wc -l <report/scorecards.ndjson
  2000
  $ callmark report -q -r counter.yaml -o report <(head -1 records.ndjson) 2>&1 | sed 's/.* (/(/'
  (records are read by 'report'; from a pipe with --from records)
  callmark: error: nothing written: no call could be read

Parts: what a run has made stands in a folder, with a manifest that says of what it was made.

  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark score -r counter.yaml calls.csv >all.ndjson
  $ callmark score -r counter.yaml -o parts/ calls.csv
  $ ls -A parts
  part-00000-of-00001.json
  part-00000-of-00001.ndjson
  $ cmp all.ndjson parts/part-00000-of-00001.ndjson
  $ sed -E 's/"(hash|listing|content|options|xxh3)": "[0-9a-f]{16}"/"\1": "HASH"/g; s/: "PCRE2[^"]*/: "PCRE2 VERSION/; s/("bytes": )[0-9]+,$/\1MANY,/' parts/*.json
  {
    "part": 1,
    "callmark": "0.1.0",
    "engine": "PCRE2 VERSION",
    "rubric": {"id": "counter", "version": "1", "hash": "HASH", "quality_hash": null},
    "options": "HASH",
    "shards": {"first": 0, "last": 0, "of": 1},
    "inputs": {"files": 1, "bytes": 626, "listing": "HASH", "content": "HASH"},
    "calls": 3,
    "refused": 0,
    "records": 3,
    "bytes": MANY,
    "xxh3": "HASH",
    "problems": []
  }

A folder is what is one, or what has a name that ends in '/'. A part that is there is not made
again, whoever asks:

  $ callmark score -r counter.yaml -j3 -o parts calls.csv
  parts/part-00000-of-00001.ndjson: done already
  $ callmark score -r counter.yaml -o parts "$PWD"/./calls.csv
  parts/part-00000-of-00001.ndjson: done already

A changed input, rubric or option makes it anew; so does a part that is not whole:

  $ made() { callmark score -r counter.yaml -o parts "$@" 2>&1 | grep -c done; }
  $ cp -p calls.csv kept.csv
  $ sed -i 's/ada/ann/' calls.csv
  $ made calls.csv
  0
  [1]
  $ cp -p kept.csv calls.csv
  $ made calls.csv
  0
  [1]
  $ made calls.csv
  1
  $ made --redact calls.csv
  0
  [1]
  $ made calls.csv
  0
  [1]
  $ sed -i 's/title: Welcome/title: Hello/' counter.yaml
  $ made calls.csv
  0
  [1]
  $ truncate -s -1 parts/*.ndjson
  $ made calls.csv
  0
  [1]
  $ printf x | dd of=parts/part-00000-of-00001.ndjson conv=notrunc status=none
  $ made calls.csv
  0
  [1]
  $ rm parts/*.json
  $ made calls.csv
  0
  [1]
  $ made calls.csv
  1
  $ callmark score -r counter.yaml calls.csv | cmp - parts/part-00000-of-00001.ndjson

A shard reads, and answers for, the files that are its own; of the others it knows the names and
the sizes:

  $ mkdir days && for day in 1 2 3; do sed "s/B-/D$day-/" calls.csv >days/$day.csv; done
  $ shards() { for i in 0 1 2; do callmark score -r counter.yaml --shard $i/3 -o "$@" days 2>&1 || echo "status $?"; done; }
  $ shards third/
  $ shards third/
  third/part-00000-of-00003.ndjson: done already
  third/part-00001-of-00003.ndjson: done already
  third/part-00002-of-00003.ndjson: done already
  $ sed -i 's/ada/ann/' days/2.csv
  $ shards third/
  third/part-00000-of-00003.ndjson: done already
  third/part-00002-of-00003.ndjson: done already
  $ callmark score --merge third | cmp - <(callmark score -r counter.yaml days)
  $ echo >>days/2.csv
  $ shards third/

What was refused is told by the manifest, and told by whoever puts the parts together; for an
engine that starts shards, the part is done. With --strict there is none.

  $ printf 'K-9,ada,Mira,hello\nK-9,ada\n' >>calls.csv
  $ callmark score --strict -q -r counter.yaml -o strict/ calls.csv
  calls.csv:9:19: error: row of 4 cells under a header of 9
  callmark: error: nothing written: some input was refused (--strict)
  [65]
  $ ls -A strict
  $ callmark score -q -r counter.yaml -o parts calls.csv
  calls.csv:9:19: error: row of 4 cells under a header of 9
  $ grep -o '"refused.*\|"level".*' parts/*.json
  "refused": 1,
  "level": "error", "path": "calls.csv", "line": 9, "col": 19, "text": "row of 4 cells under a header of 9", "call": "K-9"}]
  $ callmark report -q -r counter.yaml -o from-parts parts
  calls.csv:9:19: error: row of 4 cells under a header of 9
  [65]
  $ callmark report -q -r counter.yaml -o from-calls calls.csv
  calls.csv:9:19: error: row of 4 cells under a header of 9
  [65]
  $ cmp from-parts/team.xlsx from-calls/team.xlsx
  $ diff -r -x manifest.json from-parts from-calls
  $ callmark score --merge parts >merged.ndjson
  calls.csv:9:19: error: row of 4 cells under a header of 9
  [65]
  $ cmp merged.ndjson parts/*.ndjson

Of a call that is in two shards, and says something else there, the first stays:

  $ mkdir twice && sed 's/came in/is here/' kept.csv >twice/2.csv && cp kept.csv twice/1.csv
  $ for i in 0 1; do callmark score -r counter.yaml --shard $i/2 -o two/ twice; done
  $ callmark score -r counter.yaml kept.csv >first.ndjson
  $ callmark score --merge two | cmp - first.ndjson
  two/part-00001-of-00002.ndjson:1: error: call 'B-1' has been read already, from two/part-00000-of-00002.ndjson:1, and says something else
  2 calls have been read already, the same
  $ callmark score --merge -o both/ two
  two/part-00001-of-00002.ndjson:1: error: call 'B-1' has been read already, from two/part-00000-of-00002.ndjson:1, and says something else
  2 calls have been read already, the same
  $ cmp both/*.ndjson first.ndjson
  $ callmark score --merge both | cmp - first.ndjson
  error: call 'B-1' has been read already, and says something else
  $ callmark report -q -r counter.yaml -o from-two two
  error: call 'B-1' has been read already, and says something else
  [65]

Standard input can be read only once, so its part is made every time:

  $ callmark score -q -r counter.yaml -o piped/ - <calls.csv
  -:9:19: error: row of 4 cells under a header of 9
  $ callmark score -q -r counter.yaml -o piped/ - <calls.csv
  -:9:19: error: row of 4 cells under a header of 9
  $ grep -o '"content".*' piped/*.json
  "content": null},

What parts are not for:

  $ callmark score -r counter.yaml --to csv -o parts calls.csv
  callmark: error: parts are of NDJSON: no --to csv with a folder
  [64]
  $ callmark score -r counter.yaml --store history -o parts calls.csv
  callmark: error: a store is not fed by one part (callmark report DIR --store FILE, when all are there)
  [64]
  $ callmark score --merge counter.yaml
  callmark: error: 'counter.yaml' is no part, and no folder of parts
  [66]
  $ callmark score --merge --store history parts
  callmark: error: --merge feeds no store (callmark report DIR --store FILE does)
  [64]

What another try can cure has a status of its own, 75, whatever it is that ran short:

  $ (ulimit -n 4; callmark score -q -j1 -r counter.yaml -o few/ calls.csv)
  callmark: error: too many open files
  [75]

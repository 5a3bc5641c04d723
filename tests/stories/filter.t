As a filter, `score` gives for each line of standard input that call's records, or the record
of an error in its place, and nothing else.

  $ . "$ROOT"/tests/stories/counter.sh
  $ calls() { seq "$@" | sed 's/.*/{"call":"P-&","turns":[{"role":"agent","text":"good morning, it is nice to see you"}]}/'; }
  $ brief() { grep -o '^{"record":2,"call":[^,]*\|"part":{[^}]*}\|"line":.*' | sed 's/^{"record":2,//'; }
  $ score() { callmark score -q -r counter.yaml "$@"; }
  $ { calls 2; echo 'My card is 4111 1111'; calls 3 4; } | score - 2>complaints | brief
  "call":"P-1"
  "call":"P-2"
  "call":null
  "line":3,"error":"bad JSON: invalid token"}
  "call":"P-3"
  "call":"P-4"
  $ cat complaints
  -:3:2: error: bad JSON: invalid token

Bad lines are no failure, since they have their records; with --strict they are, and what is
written is the same. With a file all is as it was.

  $ { echo '{"call":"x"'; calls 3; } >bad.ndjson
  $ score - <bad.ndjson 2>/dev/null >out.ndjson
  $ score --strict - <bad.ndjson 2>/dev/null | cmp - out.ndjson; echo "${PIPESTATUS[@]}"
  65 0
  $ score --strict -o file.ndjson - <bad.ndjson 2>/dev/null
  [65]
  $ cmp file.ndjson out.ndjson
  $ score bad.ndjson 2>/dev/null | brief
  "call":"P-1"
  "call":"P-2"
  "call":"P-3"
  $ score --strict bad.ndjson 2>/dev/null
  [65]

An engine may start it for a share that has no line, or no good one, or a bad first one, and
says what it gives:

  $ score --from ndjson - </dev/null
  -: warning: no calls
  $ echo 'no' | score --from ndjson - 2>/dev/null
  {"record":2,"call":null,"line":1,"error":"bad JSON: invalid token"}
  $ { echo 'no'; calls 1; } | score --from callmark - 2>/dev/null | brief
  "call":null
  "line":1,"error":"bad JSON: invalid token"}
  "call":"P-1"
  $ calls 3 | gzip | score --from ndjson - | brief
  "call":"P-1"
  "call":"P-2"
  "call":"P-3"
  $ { printf '\357\273\277'; calls 1; } | score --from ndjson - | brief
  "call":"P-1"

A line is a call of its own. An id that comes twice is two calls, since another share of the
same input could not know of it either; what is wrong is said without a word of it, also with
--verbose; other vendors' JSON is as good.

  $ { calls 2; calls 1; } | score - | brief
  "call":"P-1"
  "call":"P-2"
  "call":"P-1"
  $ echo '{"I will never ever tell you my secret":"pin","say":1}' | score -v --from ndjson - 2>/dev/null
  {"record":2,"call":null,"line":1,"error":"not a transcript that is known: JSON with a member of 36 characters, 'say'"}
  $ python3 -c 'import json, sys
  > for path in sys.argv[1:]: print(json.dumps(json.load(open(path))))' "$ROOT"/samples/formats/{genesys,deepgram}*.json >vendors.ndjson
  $ score --from ndjson - <vendors.ndjson 2>/dev/null | brief | wc -l | xargs test "$(wc -l <vendors.ndjson)" -eq

A call that several agents share gives a record for each, one after the other, numbered:

  $ { calls 1
  >   echo '{"call":"S","turns":[{"role":"agent","agent":"a1","text":"good morning"},{"role":"agent","agent":"b2","text":"good morning"}]}'
  >   calls 2 2; } | score - | brief
  "call":"P-1"
  "call":"S"
  "part":{"agent":1,"of":2,"first_turn":1,"last_turn":1}
  "call":"S"
  "part":{"agent":2,"of":2,"first_turn":2,"last_turn":2}
  "call":"P-2"

An input that cannot be read to its end is a failure: what is lost has no record.

  $ calls 2000 | gzip | head -c -20 | score --from ndjson - >cut.ndjson
  -: error: * (glob)
  [65]

With --line-buffered, a co-process answers each line before it is given the next, good or bad.

  $ coproc FILTER { callmark score -q -r counter.yaml --line-buffered - 2>/dev/null; }
  $ while read -r line; do
  >   echo "$line" >&"${FILTER[1]}"
  >   read -r -t 60 record <&"${FILTER[0]}" && echo "$record" | brief
  > done < <(calls 1; echo x; calls 2 2; echo '{"call":"y"')
  "call":"P-1"
  "call":null
  "line":2,"error":"bad JSON: invalid token"}
  "call":"P-2"
  "call":null
  "line":4,"error":"bad JSON: '}' expected near end of file"}
  $ exec {FILTER[1]}>&-
  $ calls 40 | score - >all.ndjson
  $ calls 40 | score --line-buffered - | cmp - all.ndjson
  $ score --line-buffered bad.ndjson
  callmark: error: --line-buffered is for standard input alone, in lines of JSON, with --to ndjson
  [64]
  $ calls 2 | score --line-buffered --from csv -
  callmark: error: --line-buffered is for standard input alone, in lines of JSON, with --to ndjson
  [64]

Nothing is lost among many, in however many threads:

  $ calls 100000 | sed '0~10000s/.*/{"call":/' >many.ndjson
  $ score -j3 - <many.ndjson >many.out 2>/dev/null
  $ wc -l <many.out
  100000
  $ head -10000 many.ndjson | score -j1 - 2>/dev/null | cmp - <(head -10000 many.out)
  $ grep '"error"' many.out | grep -o '"line":[0-9]*' | tr '\n' ' '
  "line":10000 "line":20000 "line":30000 "line":40000 "line":50000 "line":60000 "line":70000 "line":80000 "line":90000 "line":100000  (no-eol)

What comes of it is read by `report`, which makes one of calls that were given twice:

  $ { calls 3; echo no; calls 1; } | score - 2>/dev/null >twice.ndjson
  $ callmark report -r counter.yaml -o report twice.ndjson
  twice.ndjson: note: 1 call has been read already, the same, the first from twice.ndjson:1
  3 calls of 1 agent: report/team.xlsx and 1 workbook in report/agents

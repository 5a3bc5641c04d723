What `convert` writes is read back as it was, by way of NDJSON and of CSV, whatever stands in it: here
random calls with quotes, line ends, formulas, emoji, and times or none.

  $ cat >calls.py <<'END'
  > import json, random, sys
  > seed, n = int(sys.argv[1]), int(sys.argv[2])
  > r = random.Random(seed)
  > BITS = ["hello", "a,b", 'say "x"', "it's", "=1+1", "-5", "@me", "café", "你好", "🙂", "tab\there", "two\nlines", "semi;colon", "back\\slash", "</b>", "'=q", "  ", ";-)", ";'-", "\n=2", ';"=3']
  > def text():
  >     return " ".join(r.choice(BITS) for _ in range(r.randint(1, 6))).strip() or "x"
  > for i in range(n):
  >     timed = r.random() < .8
  >     call = {"call": f"c-{i}"}
  >     for k in ("agent", "agent_name", "team", "channel", "customer"):
  >         if r.random() < .6: call[k] = text().replace("\n", " ").replace("\t"," ").strip()
  >     if r.random() < .7: call["started_at"] = "2026-0%d-1%dT0%d:00:0%dZ" % (r.randint(1,9), r.randint(0,9), r.randint(0,9), r.randint(0,9))
  >     wait = r.choice([None, 0, 1500, 96000])
  >     if wait is not None: call["wait_ms"] = wait
  >     call["fields"] = {"csat": r.choice(["", "5", "4.5"]), "note": text()}
  >     if wait is not None: call["fields"]["wait"] = ("%.3f" % (wait / 1000)).rstrip("0").rstrip(".") if wait % 1000 else str(wait // 1000)
  >     at, turns = 0, []
  >     for _ in range(r.randint(1, 6)):
  >         role = r.choice(["agent", "customer", "system"])
  >         t = {"role": role, "speaker": role}
  >         if timed:
  >             at += r.randint(0, 5000); t["start_ms"] = at
  >             if r.random() < .8: at += r.randint(0, 9000); t["end_ms"] = at
  >         t["text"] = text()
  >         turns.append(t)
  >     call["turns"] = turns
  >     print(json.dumps(call, ensure_ascii=False, separators=(",", ":")))
  > END
  $ for seed in 1 2 3 4; do
  >     python3 calls.py $seed 150 >given.ndjson
  >     callmark convert given.ndjson >once.ndjson
  >     callmark convert once.ndjson | cmp - once.ndjson
  >     callmark convert --to csv once.ndjson >once.csv
  >     callmark convert once.csv | cmp - once.ndjson
  >     callmark convert --to csv once.csv | cmp - once.csv
  >     wc -l <once.ndjson
  > done
  150
  150
  150
  150

Nothing that was given is lost on the way in.

  $ cat >same.py <<'END'
  > import json
  > 
  > given, once = ([json.loads(line) for line in open(name + ".ndjson", encoding="utf-8")]
  >                for name in ("given", "once"))
  > for call in given + once:
  >     call["fields"].pop("wait", None)
  > print(given == once)
  > END
  $ python3 same.py
  True

A field that the first call lacks is a column all the same, empty where there is none:

  $ cat >fields.ndjson <<'EOF'
  > {"call":"F-1","fields":{"queue":"loans"},"turns":[{"role":"agent","text":"good morning"}]}
  > {"call":"F-2","fields":{"csat":"4","queue":"cards, lost"},"turns":[{"role":"agent","text":"good\nday"}]}
  > {"call":"F-3","fields":{},"turns":[{"role":"agent","text":"hello"}]}
  > EOF
  $ callmark convert --to csv fields.ndjson
  call_id,agent,agent_name,team,channel,customer,started_at,wait,queue,csat,speaker,start_ms,end_ms,text
  F-1,,,,,,,,loans,,agent,,,good morning
  F-2,,,,,,,,"cards, lost",4,agent,,,"good
  day"
  F-3,,,,,,,,,,agent,,,hello
  $ callmark convert --to csv fields.ndjson | callmark convert -
  {"call":"F-1","fields":{"queue":"loans","csat":""},"turns":[{"role":"agent","speaker":"agent","text":"good morning"}]}
  {"call":"F-2","fields":{"queue":"cards, lost","csat":"4"},"turns":[{"role":"agent","speaker":"agent","text":"good\nday"}]}
  {"call":"F-3","fields":{"queue":"","csat":""},"turns":[{"role":"agent","speaker":"agent","text":"hello"}]}

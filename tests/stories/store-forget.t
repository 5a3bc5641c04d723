What is forgotten is gone from the bytes of the store, and who may still tell of it is
named.

  $ . "$ROOT"/tests/stories/counter.sh
  $ cat >more.csv <<'END'
  > call_id,agent,agent_name,customer,started_at,speaker,text
  > C-1,ada,Ada Quill,customer-4711,2026-03-02T09:00:00Z,agent,Good morning
  > C-1,ada,Ada Quill,customer-4711,2026-03-02T09:00:00Z,customer,I lost the zanzibar book
  > C-2,cleo,Cleo Vance,customer-12,2026-03-02T10:00:00Z,agent,"Hello, this is the xylophone desk"
  > C-2,cleo,Cleo Vance,customer-12,2026-03-02T10:00:00Z,customer,I'm so annoyed
  > C-3,cleo,Cleo Vance,customer-12,2026-03-02T11:00:00Z,agent,Hello
  > C-3,cleo,Cleo Vance,customer-12,2026-03-02T11:00:00Z,customer,Me again about the quagmire
  > END
  $ callmark score -q -r counter.yaml --store history.db calls.csv more.csv >/dev/null
  $ callmark report -q -r counter.yaml --store history.db -o report
  $ found() { for word; do cat history.db* | grep -qa "$word" && echo "$word"; done; }
  $ found zanzibar customer-4711 xylophone Vance quagmire
  zanzibar
  customer-4711
  xylophone
  Vance
  quagmire

  $ callmark forget --store history.db --customer customer-4711
  forgotten: 1 calls, 1 scorecards, 0 reviews, 0 goals
  */report may still tell of them (glob)
  $ found zanzibar customer-4711 xylophone Vance quagmire
  xylophone
  Vance
  quagmire
  $ callmark forget --store history.db --call C-3 2>/dev/null
  $ found quagmire xylophone
  xylophone
  $ callmark forget --store history.db --agent 'Cleo Vance'
  forgotten: 1 calls, 1 scorecards, 0 reviews, 0 goals
  */report may still tell of them (glob)
  $ found xylophone Vance cleo
  [1]
  $ callmark report -q -r counter.yaml --store history.db -o report
  $ grep -c . report/scorecards.ndjson
  3
  $ ls history.db*
  history.db

So is what is no longer kept:

  $ callmark score -q -r counter.yaml --store history.db --keep 3d calls.csv >/dev/null
  $ found B-1 B-3
  B-3

Nobody, too many, too little:

  $ callmark forget --store history.db --customer nobody
  forgotten: 0 calls, 0 scorecards, 0 reviews, 0 goals
  [1]
  $ callmark forget --store history.db
  callmark: error: whom to forget is one of --customer, --agent and --call
  [64]
  $ callmark forget --store history.db --customer a --call b
  callmark: error: whom to forget is one of --customer, --agent and --call
  [64]
  $ callmark forget --call b
  callmark: error: no store to forget in (give --store FILE)
  [64]

While somebody reads the store, it is forgotten there, but old bytes stay in its journal;
once more, and they are gone:

  $ cat >read.py <<'END'
  > import sqlite3, time
  > base = sqlite3.connect("history.db", isolation_level=None)
  > base.execute("BEGIN")
  > base.execute("SELECT count(*) FROM calls").fetchone()
  > print("reading", flush=True)
  > time.sleep(60)
  > END
  $ mkfifo reading
  $ python3 read.py >reading & read -r _ <reading
  $ callmark forget --store history.db --call B-3 --lock-timeout 1
  callmark: error: store 'history.db' is being read by another run: * (glob)
  [75]
  $ kill $! 2>/dev/null; wait $! 2>/dev/null
  [143]
  $ callmark forget --store history.db --call B-3
  forgotten: 0 calls, 0 scorecards, 0 reviews, 0 goals
  [1]
  $ found B-3
  [1]

What is no store, was written by a newer callmark or is damaged is refused, and left as it
is; one that an older callmark wrote is brought up to date.

  $ . "$ROOT"/tests/stories/counter.sh
  $ score() { callmark score -q -r counter.yaml --store "$@" calls.csv >/dev/null; }
  $ report() { callmark report -q -r counter.yaml -o report --store "$@"; }
  $ sql() { python3 -c 'import sqlite3, sys
  > base = sqlite3.connect(sys.argv[1], isolation_level=None)
  > for row in base.execute(sys.argv[2]): print(*row)' "$@"; }
  $ score good.db

Another program's:

  $ sql other.db 'CREATE TABLE calls(call)'
  $ cksum other.db >before
  $ score other.db
  callmark: error: store 'other.db' is no store of callmark's
  [78]
  $ cksum other.db | diff - before
  $ cp calls.csv text.db
  $ score text.db
  callmark: error: store 'text.db' is no store of callmark's
  [78]
  $ cmp calls.csv text.db
  $ mkdir folder.db
  $ score folder.db
  callmark: error: store 'folder.db' cannot be opened: Is a directory
  [73]
  $ callmark forget --store none.db --call B-1
  callmark: error: store 'none.db' cannot be opened: No such file or directory
  [66]

A newer one:

  $ cp good.db newer.db
  $ sql newer.db 'PRAGMA user_version = 99'
  $ cksum newer.db >before
  $ score newer.db
  callmark: error: store 'newer.db' was written by a newer callmark (schema 99, this one knows 4)
  [78]
  $ report newer.db
  callmark: error: store 'newer.db' was written by a newer callmark (schema 99, this one knows 4)
  [78]
  $ cksum newer.db | diff - before
  $ ls newer.db*
  newer.db

An older one, from before there were reviews:

  $ cp good.db older.db
  $ for table in reviews goals deliveries; do sql older.db "DROP TABLE $table"; done
  $ sql older.db 'PRAGMA user_version = 1'
  $ score older.db
  $ sql older.db 'PRAGMA user_version'
  4
  $ sql older.db 'SELECT count(*) FROM reviews'
  0
  $ report good.db && mv report from-good
  $ report older.db
  $ diff -r -x manifest.json from-good report

Damaged: cut off, or with any of its bytes changed, it is refused or says what it said, and
never anything else:

  $ head -c 9000 good.db >cut.db
  $ cksum cut.db >before
  $ score cut.db
  callmark: error: store 'cut.db' is damaged: * (glob)
  [78]
  $ cksum cut.db | diff - before
  $ cat >damage.py <<'END'
  > import random, sys
  > random.seed(int(sys.argv[1]))
  > data = bytearray(open("good.db", "rb").read())
  > for at in random.sample(range(len(data)), 1 + 3 * int(sys.argv[1])):
  >     data[at] ^= 1 << random.randrange(8)
  > open("bad.db", "wb").write(data)
  > END
  $ for seed in $(seq 1 12); do
  >     python3 damage.py $seed
  >     rm -rf report
  >     cksum bad.db >before
  >     if callmark report -q -r counter.yaml -o report --store bad.db 2>error; then
  >         cmp -s from-good/scorecards.ndjson report/scorecards.ndjson || echo "seed $seed: another report"
  >     elif [ $? = 78 ]; then
  >         cksum bad.db | cmp -s - before || echo "seed $seed: not left alone"
  >     else
  >         cat error
  >     fi
  > done

A record that was changed is found out, however well it reads:

  $ cp good.db forged.db
  $ sql forged.db "UPDATE scorecards SET record = replace(record, 'ada', 'ben')"
  $ report forged.db
  callmark: error: store 'forged.db' is damaged: a record was changed
  [78]

While another run has it, a run waits, and then says so:

  $ cat >hold.py <<'END'
  > import sqlite3, sys, time
  > base = sqlite3.connect("good.db", isolation_level=None)
  > base.execute("BEGIN IMMEDIATE")
  > print("held", flush=True)
  > time.sleep(float(sys.argv[1]))
  > base.execute("COMMIT")
  > END
  $ mkfifo held
  $ python3 hold.py 60 >held & read -r _ <held
  $ score good.db --lock-timeout 1
  callmark: error: store 'good.db' is in use by another run (waited 1 second)
  [75]
  $ kill $! 2>/dev/null; wait $! 2>/dev/null
  [143]
  $ score good.db --lock-timeout 1

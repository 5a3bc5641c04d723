Many runs that share one input: each marks the calls of its shard.

  $ . "$ROOT"/tests/stories/counter.sh
  $ score() { callmark score -r counter.yaml "$@"; }

An input of many kinds: tables with line ends in quotes, one JSON document a line, a
folder, archives, a compressed file.

  $ mkdir in in/day
  $ { echo call_id,agent,speaker,text; for i in $(seq 40); do
  >   printf 'C-%d,ada,agent,"good morning\nC-%d,eve,agent,not ""hers"""\nC-%d,ada,customer,hello\n' "$i" "$i" "$i"
  > done; } >in/a.csv
  $ for i in $(seq 30); do
  >   printf '{"call":"J-%d","turns":[{"role":"agent","text":"good morning"},{"role":"customer","text":"hello %0*d"}]}\n' "$i" "$i" 0
  > done >in/b.ndjson
  $ sed 's/C-/Z-/g' in/a.csv >table.csv
  $ sed 's/J-/Y-/g' in/b.ndjson >lines.ndjson
  $ python3 -m zipfile -c in/c.zip table.csv lines.ndjson
  $ sed 's/C-/T-/g' in/a.csv >table.csv
  $ tar czf in/d.tar.gz table.csv
  $ sed 's/C-/G-/g' in/a.csv | gzip -n >in/e.csv.gz
  $ for i in 1 2 3; do printf 'Agent: good morning\nCustomer: hello, this is %s\n' "$i" >in/day/"$i".txt; done

What the shards write, one after the other, is what one run writes, for any number of them:

  $ divide() {
  >   to=$1; shift
  >   score --to "$to" "$@" >whole
  >   for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17; do
  >     for ((i = 0; i < n; i++)); do score --to "$to" --shard "$i/$n" "$@" || echo "status $?"; done >shards
  >     cmp shards whole || echo "of $n"
  >   done
  >   wc -l <whole
  > }
  $ divide ndjson in
  223
  $ divide csv in/a.csv in/b.ndjson
  71

A file is shared by its bytes. A call is its shard's in whose bytes it begins:

  $ for i in 0 1 2 3; do score --shard "$i"/4 in/a.csv | grep -c .; done
  10
  10
  10
  10

There may be more shards than calls. What has none is no mistake:

  $ for i in 0 1 2 3 4 5 6 7 8; do score --shard "$i"/9 in/day/1.txt | wc -l; done | sort | uniq -c
        8 0
        1 1
  $ score --shard 0/9 missing.csv
  missing.csv: error: cannot read: no such file or directory
  [66]

Complaints name the lines of the file:

  $ sed '$s/$/,surplus/' in/a.csv >bad.csv
  $ for i in 0 1 2; do score --shard "$i"/3 bad.csv >out || echo "status $?"; done
  bad.csv:121:25: error: row of 5 cells under a header of 4
  status 65

What a shard cannot know is that calls of others have the same id. That is seen by whoever
puts the records together:

  $ printf 'C-1,ada,agent,bye\n' | cat in/a.csv - >twice.csv
  $ for i in 0 1; do score --shard "$i"/2 twice.csv; done | grep -c '"call":"C-1"'
  2
  $ score twice.csv | grep -c .
  twice.csv:122:1: error: rows of call 'C-1' are not together: the first stand at line 2 (sort the file by call, or give --unsorted)
  39

The number of the shard comes from the engine that started the task, where it says so:

  $ score --shard 1/4 in/a.csv >second
  $ for name in AWS_BATCH_JOB_ARRAY_INDEX JOB_COMPLETION_INDEX CLOUD_RUN_TASK_INDEX SLURM_ARRAY_TASK_ID; do
  >   env $name=1 callmark score -r counter.yaml --shard env/4 in/a.csv | cmp - second
  > done
  $ for name in SGE_TASK_ID LSB_JOBINDEX PARALLEL_SEQ; do
  >   env $name=2 callmark score -r counter.yaml --shard env/4 in/a.csv | cmp - second
  > done
  $ score --shard env/4 in/a.csv
  callmark: error: --shard=env: no variable with the number of the task is set, such as SLURM_ARRAY_TASK_ID
  [64]
  $ SLURM_ARRAY_TASK_ID=1 PARALLEL_SEQ=2 score --shard env/4 in/a.csv
  callmark: error: --shard=env: both SLURM_ARRAY_TASK_ID and PARALLEL_SEQ are set (give the number, as in --shard="$PARALLEL_SEQ/N")
  [64]
  $ SLURM_ARRAY_TASK_ID=4 score --shard env/4 in/a.csv
  callmark: error: --shard=env: bad value '4' of SLURM_ARRAY_TASK_ID (expected 0 to 3)
  [64]
  $ PARALLEL_SEQ=0 score --shard env/4 in/a.csv
  callmark: error: --shard=env: bad value '0' of PARALLEL_SEQ (expected 1 to 4)
  [64]

Nothing else is a shard:

  $ for shard in 4/4 -1/4 1 1/0 /4 1/ a/4 1/4/4 env; do score --shard "$shard" in/a.csv || echo $?; done 2>&1 | sort | uniq -c | sed 's/^ *//'
  9 64
  1 callmark: error: bad value '-1/4' for --shard (expected I/N with I from 0 to N-1, or env/N)
  1 callmark: error: bad value '/4' for --shard (expected I/N with I from 0 to N-1, or env/N)
  1 callmark: error: bad value '1' for --shard (expected I/N with I from 0 to N-1, or env/N)
  1 callmark: error: bad value '1/' for --shard (expected I/N with I from 0 to N-1, or env/N)
  1 callmark: error: bad value '1/0' for --shard (expected I/N with I from 0 to N-1, or env/N)
  1 callmark: error: bad value '1/4/4' for --shard (expected I/N with I from 0 to N-1, or env/N)
  1 callmark: error: bad value '4/4' for --shard (expected I/N with I from 0 to N-1, or env/N)
  1 callmark: error: bad value 'a/4' for --shard (expected I/N with I from 0 to N-1, or env/N)
  1 callmark: error: bad value 'env' for --shard (expected I/N with I from 0 to N-1, or env/N)

What is read once, or needs all calls, is for one run:

  $ score --shard 0/4 - <in/a.csv
  callmark: error: standard input cannot be divided into shards
  [64]
  $ mkfifo pipe
  $ score --shard 0/4 pipe
  pipe: error: not a regular file, and cannot be divided into shards
  [64]
  $ score --shard 0/4 --period week in/a.csv
  callmark: error: a shard does not know the newest call: --period needs --today
  [64]
  $ score --shard 0/4 --fail-under-agent 50 in/a.csv
  callmark: error: --fail-under-agent needs all calls of an agent, not those of a shard
  [64]
  $ score --shard 0/4 --store history in/a.csv
  callmark: error: a shard adds to no store: --store is for all records together
  [64]

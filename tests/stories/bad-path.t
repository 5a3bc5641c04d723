Inputs that are not there, may not be read, or are folders.

  $ printf 'call_id,speaker,text\nK-1,agent,good morning\n' >good.csv

Beside a good one the run goes on, and says 65; alone, 66:

  $ callmark convert --to csv missing.csv good.csv
  missing.csv: error: cannot read: no such file or directory
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,good morning
  [65]
  $ callmark convert missing.csv
  missing.csv: error: cannot read: no such file or directory
  [66]
  $ callmark report -o report missing.csv
  missing.csv: error: cannot read: no such file or directory
  callmark: error: nothing written: no call could be read
  [66]
  $ ls report
  ls: cannot access 'report': No such file or directory
  [2]

The same for a file and a folder that are locked. Root may read everything, unless that
power is put down first:

  $ humbly() { "$@"; }
  $ if [ "$(id -u)" = 0 ]; then
  >   humbly() { setpriv --bounding-set=-dac_override,-dac_read_search "$@"; }
  > fi
  $ sed 's/K-/L-/' good.csv >locked.csv
  $ mkdir cellar
  $ cp locked.csv cellar
  $ chmod 000 locked.csv cellar
  $ humbly callmark convert --to csv locked.csv good.csv
  locked.csv: error: cannot read: permission denied
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,good morning
  [65]
  $ humbly callmark convert locked.csv
  locked.csv: error: cannot read: permission denied
  [66]
  $ humbly callmark convert --to csv cellar good.csv
  cellar: error: cannot read: permission denied
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,good morning
  [65]
  $ chmod 755 cellar

A folder is walked in the order of its names. Files whose names begin with a dot are not
meant:

  $ mkdir -p inbox/b inbox/.trash
  $ for name in c.csv b/z.csv a.csv .draft.csv .trash/old.csv b/y.csv; do
  >   sed "s|K-1|$name|" good.csv >inbox/$name
  > done
  $ callmark convert --to csv inbox | cut -d, -f1,12
  call_id,text
  a.csv,good morning
  b/y.csv,good morning
  b/z.csv,good morning
  c.csv,good morning

An empty one is said to be:

  $ mkdir empty
  $ callmark convert empty
  empty: error: no files in this folder
  [66]
  $ callmark convert --to csv empty good.csv
  empty: error: no files in this folder
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,good morning
  [65]

A link that leads nowhere, and one that leads in circles:

  $ mkdir knot
  $ ln -s gone.csv knot/dangling.csv
  $ ln -s . knot/loop
  $ callmark convert --to csv knot good.csv
  knot/dangling.csv: error: cannot read: no such file or directory
  knot/loop: error: folder within itself
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-1,,,,,,,,agent,,,good morning
  [65]

Options that name nothing are mistakes of the command line, 64:

  $ callmark convert --from parchment good.csv
  --from: error: unknown format 'parchment'
  [64]
  $ callmark convert --map txet=words good.csv
  --map: error: unknown field 'txet' (did you mean 'text'?)
  [64]
  $ callmark convert --map start=t --map end=T good.csv
  --map: error: column 't' cannot be both 'start' and 'end'
  [64]
  $ callmark convert --map start=t --map start=u --map start=t good.csv
  --map: error: field 'start' cannot be in both 't' and 'u'
  --map: error: field 'start' cannot be in both 'u' and 't'
  [64]
  $ callmark convert
  callmark: error: no input given (see 'callmark convert --help')
  [64]

A file's name may be no UTF-8. What is written is:

  $ name=$(printf 'odd\377')
  $ printf 'agent: good morning\ncustomer: hi\nagent: bye\n' >"$name.txt"
  $ callmark score -q "$name.txt" | python3 -c 'import json, sys; print(ascii(json.load(sys.stdin)["call"]))'
  'odd\ufffd'
  $ callmark score -q --name-pattern '(?<call_id>\d+)' "$name.txt" 2>/dev/null | grep -c record
  1
  $ printf 'nothing\n' >"$name.json"
  $ callmark report -q -o odd "$name.txt" "$name.json" 2>/dev/null
  [65]
  $ iconv -f UTF-8 -t UTF-8 odd/manifest.json odd/problems.csv | grep -c 'odd.*\.json'
  2
  $ touch odd/agents/none.xlsx; sed -i 's,"outputs": \[,&"agents/none.xlsx"\,,' odd/manifest.json
  $ callmark report -q -o odd good.csv
  $ ls odd/agents
  unnamed.xlsx

A quoted cell that runs on would take the rest of the file with it. The place where it
opened is named, its call refused, and reading goes on at the next line.

One that never ends, and one that seems to end at somebody else's quote:

  $ cat >open.csv <<EOF
  > call_id,speaker,text
  > K-1,agent,hello
  > K-1,customer,"it never
  > K-2,agent,stops
  > K-3,agent,fine
  > EOF
  $ callmark convert --to csv open.csv
  open.csv:3:14: error: quoted cell opened here is not closed
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-2,,,,,,,,agent,,,stops
  K-3,,,,,,,,agent,,,fine
  [65]
  $ cat >lent.csv <<EOF
  > call_id,speaker,text
  > K-1,customer,"it never
  > K-2,agent,"she said ""yes"", twice"
  > K-3,agent,fine
  > EOF
  $ callmark convert --to csv lent.csv
  lent.csv:2:14: error: quoted cell opened here has text after its closing quote
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-2,,,,,,,,agent,,,"she said ""yes"", twice"
  K-3,,,,,,,,agent,,,fine
  [65]

A quote inside a cell that does not begin with one:

  $ printf 'call_id,speaker,text\nK-1,agent,a 6" nail\nK-2,agent,"a 6"" nail"\n' >nail.csv
  $ callmark convert --to csv nail.csv
  nail.csv:2:14: error: quote in a cell that does not begin with one
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-2,,,,,,,,agent,,,"a 6"" nail"
  [65]

Fifty megabytes between two quotes are read through, not kept: little memory will do (but
not with the sanitizers, which need much of their own).

  $ limit=200000
  $ if grep -q '__[at]san_init' "$(command -v callmark)"; then limit=unlimited; fi
  $ {
  >   printf 'call_id,speaker,text\nK-1,agent,hello\nK-1,customer,"'
  >   head -c 50000000 /dev/zero | tr '\0' m
  >   printf '"\nK-1,agent,bye\nK-2,agent,good\n'
  > } >huge.csv
  $ (ulimit -v $limit; timeout 5 callmark convert --to csv huge.csv)
  huge.csv:3:14: error: quoted cell opened here is not closed within 8 MiB
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-2,,,,,,,,agent,,,good
  [65]

Nor does a line without an end need more:

  $ tr -d '"' <huge.csv >wide.csv
  $ (ulimit -v $limit; timeout 5 callmark convert --to csv wide.csv)
  wide.csv:3:1: error: row is longer than 8 MiB
  call_id,agent,agent_name,team,channel,customer,started_at,wait,speaker,start_ms,end_ms,text
  K-2,,,,,,,,agent,,,good
  [65]

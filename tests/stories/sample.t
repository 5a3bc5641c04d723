Calls for a person to listen to: some by chance, with the probability of each, and those
where a second opinion is worth most.

  $ cp "$ROOT"/samples/calls.csv .
  $ callmark sample --agent A101 calls.csv | cut -d, -f4,7-10
  call,reason,probability,of,criterion
  S-0029,random,0.250,8,
  S-0024,random,0.250,8,
  S-0012,uncertain,,,acknowledges-feelings
  S-0001,uncertain,,,acknowledges-feelings
  S-0010,lowest,,,
  S-0018,lowest,,,
  S-0008,unproven,,,stays-calm
  S-0021,unproven,,,answered

Of the store, of records and of transcripts they are the same, in any order and number of
threads; another seed draws others:

  $ callmark sample calls.csv >sample.csv
  $ callmark sample -j1 calls.csv | cmp - sample.csv
  $ callmark score -q --store history.db calls.csv >records.ndjson
  $ sort -r records.ndjson >reversed.ndjson
  $ callmark sample reversed.ndjson | cmp - sample.csv
  $ callmark sample --store history.db | cmp - sample.csv
  $ callmark sample --seed 2 calls.csv | grep -c random
  8
  $ callmark sample --seed 2 calls.csv | grep random | cmp -s - <(grep random sample.csv) || echo other
  other
  $ callmark sample --each 1 --agent A101 --to ndjson calls.csv | head -1
  {"agent":"A101","agent_name":"Maya Lindqvist","team":"Broadband","call":"S-0029","channel":"voice","started_at":"2026-10-29T15:02:44Z","reason":"random","probability":0.125,"of":8,"criterion":"","ask":""}

  $ callmark sample -o there.csv --each 0 calls.csv && cat there.csv
  agent,agent_name,team,call,channel,started_at,reason,probability,of,criterion,ask

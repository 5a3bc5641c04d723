--name-pattern: what names of files tell, by named groups.

  $ mkdir -p red
  $ printf 'Agent: Good morning.\nCustomer: Hello.\n' >red/maya_2026-03-04T09-15-22.txt
  $ printf 'agent: A8\nteam: Blue\n\nAgent: Hi.\n' >red/tom_20260304_101500.txt
  $ convert() { callmark convert "$@" red | sed 's/,"turns.*//'; }
  $ convert --name-pattern '(?<team>[a-z]+)/(?<agent>[a-z]+)_(?<started_at>[0-9T_-]+)'
  red/tom_20260304_101500.txt:1:1: warning: agent is not what the name of the file says ('A8' here counts, not 'tom')
  red/tom_20260304_101500.txt:1:1: warning: team is not what the name of the file says ('Blue' here counts, not 'red')
  {"call":"maya_2026-03-04T09-15-22","agent":"maya","team":"red","started_at":"2026-03-04T09:15:22Z","fields":{}
  {"call":"tom_20260304_101500","agent":"A8","team":"Blue","started_at":"2026-03-04T10:15:00Z","fields":{}

The group "call" is the id, where the file has none of its own; any other name is a field:

  $ convert --name-pattern '/(?<call>.+)_(?<shift>\d+)'
  {"call":"maya","fields":{"shift":"2026"}
  {"call":"tom_20260304","agent":"A8","team":"Blue","fields":{"shift":"101500"}

First counts the file itself, then --calls, then the name:

  $ printf 'file,agent\nmaya_2026-03-04T09-15-22,A7\n' >calls.csv
  $ convert -q --calls calls.csv --name-pattern '(?<agent>[a-z]+)_'
  red/maya_2026-03-04T09-15-22.txt:1:1: warning: agent is not what the name of the file says ('A7' here counts, not 'maya')
  red/tom_20260304_101500.txt:1:1: warning: agent is not what the name of the file says ('A8' here counts, not 'tom')
  {"call":"maya_2026-03-04T09-15-22","agent":"A7","fields":{}
  {"call":"tom_20260304_101500","agent":"A8","team":"Blue","fields":{}

A name that does not match is told, and so is a time that is none:

  $ convert --name-pattern '(?<agent>tom)_(?<started_at>.)'
  red/maya_2026-03-04T09-15-22.txt: warning: the file's name does not match --name-pattern
  red/tom_20260304_101500.txt: warning: bad started_at '2' in the file's name
  red/tom_20260304_101500.txt:1:1: warning: agent is not what the name of the file says ('A8' here counts, not 'tom')
  {"call":"maya_2026-03-04T09-15-22","fields":{}
  {"call":"tom_20260304_101500","agent":"A8","team":"Blue","fields":{}

A pattern that cannot be used:

  $ callmark convert --name-pattern '(?<agent>[a-z]+' red
  --name-pattern:1:16: error: bad regular expression: missing closing parenthesis
      1 |   (?<agent>[a-z]+
        |                  ^
  [64]
  $ callmark convert --name-pattern '[a-z]+' red
  --name-pattern:1:1: error: no named group, such as (?<agent>...)
      1 |   [a-z]+
        |   ^
  [64]

A record that is read back is worked out again from its marks and the rubric: what was
edited, cut or damaged on its way is refused by its line, and the others are reported.

  $ callmark score -q "$ROOT/samples/calls.csv" >records.ndjson
  $ callmark report -q -o whole records.ndjson
  $ with() {
  >     sed "3 $1" records.ndjson >edited.ndjson
  >     callmark report -q -o out edited.ndjson
  >     echo "status $?, $(tail -n +2 out/scores.csv | wc -l) of $(tail -n +2 whole/scores.csv | wc -l) rows"
  > }
  $ with 's/"score":[0-9.]*,"compensatory"/"score":99.9,"compensatory"/'
  edited.ndjson:3:1: error: bad record of call 'S-0003': the score does not follow from the marks
  status 65, 150 of 155 rows
  $ with 's/"score":[0-9.]*,"compensatory"/"score":101,"compensatory"/'
  edited.ndjson:3:1: error: bad record of call 'S-0003': a score is not from 0 to 100
  status 65, 150 of 155 rows
  $ with 's/"compensatory":[0-9.]*/"compensatory":null/'
  edited.ndjson:3:1: error: bad record of call 'S-0003': a score without the sum it is made of
  status 65, 150 of 155 rows
  $ with 's/"verdict":"met"/"verdict":"not_met"/'
  edited.ndjson:3:1: error: bad record of call 'S-0003': the mark on 'acknowledges-feelings' is none that the rubric gives
  status 65, 150 of 155 rows
  $ with 's/"verdict":"met"/"verdict":"splendid"/'
  edited.ndjson:3:1: error: scorecard record with a call, mark or verdict missing or unknown
  status 65, 150 of 155 rows
  $ with 's/"weight":[0-9]*,"applied"/"weight":-7,"applied"/'
  edited.ndjson:3:1: error: bad record of call 'S-0003': a principle's score or weight is out of range
  status 65, 150 of 155 rows
  $ with 's/"duration_ms":[0-9]*/"duration_ms":-1/'
  edited.ndjson:3:1: error: bad record of call 'S-0003': a time is out of range
  status 65, 150 of 155 rows

What a mark's share is, or a call's band, is not looked up in the record at all.

  $ with 's/"band":"[A-Za-z ]*"/"band":"Splendid"/; 3 s/"share":[0-9.]*/"share":99/'
  status 0, 155 of 155 rows
  $ cmp whole/scores.csv out/scores.csv

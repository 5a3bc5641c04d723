A run that makes a part is killed at moments of chance, and run again: in the end there are the
bytes that an undisturbed run makes. CALLMARK_KILLS says how many moments; they are from before
the first call is read to after the end.

  $ mkdir calls
  $ for copy in 1 2 3 4 5 6; do sed "s/^\([^,]*\),/\1-$copy,/" "$ROOT"/samples/calls.csv >calls/$copy.csv; done
  $ callmark score -q -o whole/ calls 2>/dev/null
  $ sum() { (cd "$1" && sha256sum part-*); }
  $ sum whole >expected
  $ RANDOM=4711
  $ strike() {
  >   timeout -s KILL "0.$(printf '%03d' $((RANDOM % 400 + 1)))" callmark score -q -o parts/ calls
  > }
  $ for kill in $(seq "${CALLMARK_KILLS:-20}"); do
  >   rm -rf parts
  >   strike 2>&-
  >   finished=$(stat -c %i parts/part-*.json 2>&-)
  >   callmark score -q -o parts/ calls 2>/dev/null || echo "status $?"
  >   sum parts | diff expected - || echo 'other bytes'
  >   [[ $finished && $finished != "$(stat -c %i parts/part-*.json)" ]] && echo 'done again'
  >   ls -A parts | grep -v '^part-'
  > done
  [1]
  $ callmark score -o parts/ calls
  parts/part-00000-of-00001.ndjson: done already

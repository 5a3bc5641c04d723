How many threads work is nobody's business but the clock's.

Enough calls that the threads get in each other's way:

  $ . "$ROOT"/tests/stories/counter.sh
  $ for day in 1 2 3; do
  >   sed "1d; s/^S-/S-$day-/" "$ROOT"/samples/calls.csv
  > done | cat <(head -1 "$ROOT"/samples/calls.csv) - >many.csv
  $ callmark score -j1 many.csv >1.ndjson
  $ wc -l <1.ndjson
  93
  $ for jobs in 2 8; do callmark score -j$jobs many.csv | cmp - 1.ndjson && echo same; done
  same
  same

Nor where one thread searches for all there is, because of a letter that only Unicode takes for
a k, and another one begins:

  $ sed 's/ k/ \xE2\x84\xAA/g' many.csv >kelvin.csv
  $ grep -q $'\xE2\x84\xAA' kelvin.csv
  $ callmark score -j1 kelvin.csv >kelvin.ndjson
  $ cmp -s kelvin.ndjson 1.ndjson
  [1]
  $ callmark score -j2 kelvin.csv | cmp - kelvin.ndjson

Nor does it show in what is found, nor in the order of complaints:

  $ callmark find -j1 -r counter.yaml many.csv >found.csv
  $ callmark find -j8 -r counter.yaml many.csv | cmp - found.csv
  $ sed '3~40s/$/,and more/; 5~40s/[0-9.]*,[0-9.]*,\([^,]*\)$/noon,,\1/' many.csv >bad.csv
  $ callmark score -j1 -r counter.yaml bad.csv >bad.ndjson 2>complaints
  [65]
  $ callmark score -j8 -r counter.yaml bad.csv 2>&1 >again.ndjson | cmp - complaints
  $ cmp bad.ndjson again.ndjson
  $ [ "$(wc -l <complaints)" -gt 20 ]

Nor in the workbooks, and neither do the place, the hour or the time zone:

  $ callmark report -q -j1 -o 1 many.csv
  $ callmark report -q -j8 -o 8 many.csv
  $ TZ=Asia/Tokyo LC_ALL=C.UTF-8 callmark report -q -j2 -o deep/down many.csv
  $ diff -r 1 8
  $ diff -r 1 deep/down

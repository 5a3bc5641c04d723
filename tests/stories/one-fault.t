The machine fails once, and the status says so. strace makes it fail; where it may not,
nothing is told.

  $ strace -o /dev/null true 2>/dev/null || exit 80
  $ . "$ROOT"/tests/stories/counter.sh
  $ export ASAN_OPTIONS=detect_leaks=0
  $ strike() { strace -f -qq -o /dev/null "$@"; }

A report whose manifest cannot be read has files that nobody knows of any more. The next one
would leave them there; it says why it stays away:

  $ callmark report -q -r counter.yaml -o report calls.csv
  $ cp -R report before
  $ sed 's/ada/ann/' calls.csv >new.csv
  $ strike -P "$PWD/report/manifest.json" -e trace=read -e inject=read:error=EIO callmark report -q -r counter.yaml -o report new.csv
  report/manifest.json: error: cannot be read: Input/output error
  [74]
  $ diff -r before report

The C library loads converters of encodings when they are asked for. Where none can be had,
words are not guessed at:

  $ modules=$(find /usr/lib /usr/lib64 -name ISO8859-1.so -printf '%h\n' 2>/dev/null | head -1)
  $ [ -e "$modules/CP1252.so" ] || exit 80
  $ cat >mail.eml <<'END'
  > From: Ada <ada@counter.example>
  > To: reader@reader.example
  > Date: Mon, 02 Mar 2026 09:30:00 +0000
  > Message-ID: <1@counter.example>
  > Content-Type: text/plain; charset=iso-8859-1
  > Content-Transfer-Encoding: quoted-printable
  > 
  > Your order from the caf=E9 came.
  > END
  $ without() { strike $(printf -- "-P $modules/%s.so " "$@") -e trace=openat -e inject=openat:error=EACCES callmark convert -q mail.eml; }
  $ without ISO8859-1 CP1252
  callmark: error: cannot load converters of encodings (gconv)
  [75]
  $ without ISO8859-7 2>/dev/null | grep -o 'caf[^ ]*'
  caf\xc3\xa9 (esc)


A thread that cannot be had is want of memory, wherever it was wanted, and what was made till
then goes:

  $ for at in $(seq 20); do
  >   strike -e inject=clone,?clone3:error=EAGAIN:when=$at \
  >     callmark report -q -j3 -r counter.yaml --period=2026-W10 -o weeks calls.csv || echo "status $?"
  >   find . -name "*.part" -o -name .next
  >   rm -rf weeks
  > done >said 2>&1
  $ sort -u said
  callmark: error: out of memory
  status 75
  $ [ "$(grep -c status said)" -ge 6 ]

A part is what a job of many leans on: of input that could not be read none is made.

  $ callmark score -q -r counter.yaml -o parts/ calls.csv
  $ cp -R parts before-parts
  $ for at in 1 2 3 4; do
  >   strike -P "$PWD/new.csv" -e trace=read -e inject=read:error=EIO:when=$at callmark score -q -r counter.yaml -o parts calls.csv new.csv || echo "status $?"
  >   diff -r before-parts parts
  > done 2>&1 | sort -u
  callmark: error: nothing written: 'new.csv' could not be read (try again)
  new.csv: error: cannot read: input/output error
  status 74
  $ sed -i 's/B-/C-/' new.csv
  $ callmark score -q -r counter.yaml -o parts calls.csv new.csv
  $ cmp -s parts/*.json before-parts/*.json
  [1]

However few files may be open, what was begun can be removed:

  $ for most in $(seq 5 16); do
  >   (ulimit -n $most; exec callmark report -q -j1 -r counter.yaml -o few calls.csv) || echo "status $?"
  >   find . -name '*.part' -o -name .next
  > done >said 2>&1
  $ grep -e status -e next said | sort -u
  status 75
  $ diff -r report few

Want of memory is no fault of a part's:

  $ for at in $(seq 3); do
  >   strike -P "$PWD"/parts/part-00000-of-00001.ndjson -e trace=openat -e inject=openat:error=ENOMEM:when=$at \
  >     callmark score --merge -o merged.ndjson "$PWD"/parts || echo "status $?"
  > done 2>&1 | sort -u
  callmark: error: out of memory
  status 75

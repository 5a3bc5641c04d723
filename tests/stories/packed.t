Compressed files and archives are read as what is in them, from a file or a pipe, whatever
they are called.

  $ printf 'call_id,speaker,text\nK-1,agent,good morning\nK-1,customer,hello\n' >a.csv
  $ gzip -nk a.csv
  $ zstd -q a.csv -o packed
  $ callmark convert a.csv >plain.ndjson
  $ callmark convert a.csv.gz | cmp - plain.ndjson
  $ callmark convert packed | cmp - plain.ndjson
  $ callmark convert - <a.csv.gz | cmp - plain.ndjson
  $ cat packed | callmark convert - | cmp - plain.ndjson

Several files that gzip packed one after the other are one, as with gzip itself:

  $ printf 'K-2,agent,hello\n' | gzip -n | cat a.csv.gz - >two.csv.gz
  $ callmark convert two.csv.gz | grep -o '"call":"[^"]*"'
  "call":"K-1"
  "call":"K-2"

A file is read twice where rows may not stand together, and no call is given out too soon:

  $ printf 'K-2,agent,hello\nK-1,agent,bye\n' | cat a.csv - | gzip -n >split.csv.gz
  $ callmark convert split.csv.gz
  split.csv.gz:5:1: error: rows of call 'K-1' are not together: the first stand at line 2 (sort the file by call, or give --unsorted)
  {"call":"K-2","fields":{},"turns":[{"role":"agent","speaker":"agent","text":"hello"}]}
  [65]

The members of an archive are inputs of their own, in its order. Those whose names begin
with a dot, and what a Mac adds, are passed over; a member may be compressed itself.

  $ mkdir -p day1 day2 __MACOSX .git
  $ printf 'Agent: good morning\nCustomer: hello\n' >day1/T-1.txt
  $ printf 'Agent: good evening\nCustomer: bye\n' | gzip -n >day2/T-2.txt.gz
  $ echo rubbish | tee __MACOSX/T-1.txt .git/config day1/.hidden >/dev/null
  $ zip -qr calls.zip day1 day2 __MACOSX .git a.csv
  $ tar -cf calls.tar ./day1 day2 .git a.csv
  $ tar -c day1 day2 a.csv | gzip -n >calls.tar.gz
  $ tar -c day1 day2 a.csv | zstd -q >calls.tar.zst
  $ for f in calls.zip calls.tar calls.tar.gz calls.tar.zst; do
  >     callmark convert --verbose $f 2>&1 >$f.ndjson | sort
  >     cmp $f.ndjson calls.zip.ndjson
  >     callmark convert - <$f | cmp - calls.zip.ndjson
  > done
  calls.zip/a.csv: read as csv (the first line names columns): 1 calls, 0 refused
  calls.zip/day1/T-1.txt: read as text (lines begin with the names of roles): 1 calls, 0 refused
  calls.zip/day2/T-2.txt.gz: read as text (lines begin with the names of roles): 1 calls, 0 refused
  calls.tar/a.csv: read as csv (the first line names columns): 1 calls, 0 refused
  calls.tar/day1/T-1.txt: read as text (lines begin with the names of roles): 1 calls, 0 refused
  calls.tar/day2/T-2.txt.gz: read as text (lines begin with the names of roles): 1 calls, 0 refused
  calls.tar.gz/a.csv: read as csv (the first line names columns): 1 calls, 0 refused
  calls.tar.gz/day1/T-1.txt: read as text (lines begin with the names of roles): 1 calls, 0 refused
  calls.tar.gz/day2/T-2.txt.gz: read as text (lines begin with the names of roles): 1 calls, 0 refused
  calls.tar.zst/a.csv: read as csv (the first line names columns): 1 calls, 0 refused
  calls.tar.zst/day1/T-1.txt: read as text (lines begin with the names of roles): 1 calls, 0 refused
  calls.tar.zst/day2/T-2.txt.gz: read as text (lines begin with the names of roles): 1 calls, 0 refused

A place names the member, and a mistake in one costs nothing else:

  $ printf 'call_id,speaker,text\nK-9,agent\n' >b.csv
  $ zip -q calls.zip b.csv
  $ callmark convert calls.zip | grep -c .
  calls.zip/b.csv:2:10: error: row of 2 cells under a header of 3
  3

The manifest has the archive as it came, and behind the other inputs each member:

  $ . "$ROOT"/tests/stories/counter.sh
  $ tar --mtime=@0 -cf - a.csv | gzip -n >one.tgz
  $ callmark report -r counter.yaml -o out a.csv.gz one.tgz
  one.tgz/a.csv: note: 1 call has been read already, the same, the first from a.csv.gz:2
  1 call of 1 agent: out/team.xlsx and 1 workbook in out/agents
  $ grep '"path".*calls' out/manifest.json | sed '/gz"/s/"bytes.*"calls/... "calls/'
      {"path": "a.csv.gz", ... "calls": 1, "refused": 0},
      {"path": "one.tgz", ... "calls": 0, "refused": 0},
      {"path": "one.tgz/a.csv", "bytes": 63, "xxh3": "0afe1a9a9c29ddc9", "calls": 0, "refused": 0}

A folder in which there are archives:

  $ mkdir week
  $ mv calls.zip one.tgz week
  $ callmark convert week | grep -o '"call":"[^"]*"'
  week/calls.zip/b.csv:2:10: error: row of 2 cells under a header of 3
  week/one.tgz/a.csv: note: 1 call has been read already, the same, the first from week/calls.zip/a.csv:2
  "call":"T-1"
  "call":"T-2"
  "call":"K-1"

What is damaged is named with its reason; members before it are kept:

  $ head -c 40 a.csv.gz >cut.csv.gz
  $ callmark convert cut.csv.gz
  cut.csv.gz: error: cannot unpack: it ends too early (gzip)
  [65]
  $ head -c 40 packed >cut
  $ callmark convert cut
  cut: error: cannot unpack: truncated zstd input
  [65]
  $ printf '\037\213' >cut.gz
  $ callmark convert cut.gz
  cut.gz: error: cannot unpack: it ends too early (gzip)
  [65]
  $ echo more | cat a.csv.gz - >longer.gz
  $ callmark convert longer.gz
  longer.gz: error: cannot unpack: other bytes behind what gzip packed
  [65]
  $ head -c 300 week/calls.zip >cut.zip
  $ callmark convert cut.zip | grep -o '"call":"[^"]*"'
  cut.zip: error: cannot unpack: truncated ZIP file header, after 'day1/T-1.txt'
  "call":"T-1"
  $ head -c 1000 calls.tar >cut.tar
  $ callmark convert cut.tar
  cut.tar: error: cannot unpack: truncated tar archive
  [65]
  $ head -c 100 calls.tar.gz | callmark convert -
  -: error: cannot unpack: it ends too early (gzip)
  [65]

A checksum that is wrong is damage, though all of it could be unpacked:

  $ printf 'xxxx' | dd of=a.csv.gz bs=1 seek=$(($(wc -c <a.csv.gz) - 8)) conv=notrunc status=none
  $ callmark convert a.csv.gz
  a.csv.gz: error: cannot unpack: damaged (gzip: incorrect data check)
  [65]

A call that the damage cuts off is not given out; those before it are, where the file can be
read only once:

  $ awk 'BEGIN { print "call_id,speaker,text"
  >     for (i = 1; i <= 60000; i++) print "C-" i ",agent,that is " i * 7919 % 65537 }' >long.csv
  $ gzip -nc long.csv | head -c 200000 >long.gz
  $ cat long.gz | callmark convert - >some.ndjson
  -: error: cannot unpack: it ends too early (gzip)
  [65]
  $ head -1 some.ndjson
  {"call":"C-1","fields":{},"turns":[{"role":"agent","speaker":"agent","text":"that is 7919"}]}
  $ callmark convert long.csv | head -$(wc -l <some.ndjson) | cmp - some.ndjson
  $ test $(wc -l <some.ndjson) -gt 1000
  $ callmark convert long.gz
  long.gz: error: cannot unpack: it ends too early (gzip)
  [65]

With a password, and archives within archives:

  $ zip -qP secret locked.zip a.csv b.csv
  $ callmark convert locked.zip
  locked.zip/a.csv: error: cannot unpack: protected by a password
  locked.zip/b.csv: error: cannot unpack: protected by a password
  [65]
  $ zip -q outer.zip b.csv week/calls.zip a.csv
  $ callmark convert outer.zip >/dev/null
  outer.zip/b.csv:2:10: error: row of 2 cells under a header of 3
  outer.zip/week/calls.zip: error: archive within an archive: unpack it
  [65]
  $ gzip -nc packed >twice.gz
  $ callmark convert twice.gz
  twice.gz: error: cannot unpack: compressed twice
  [65]

None of them hides a good one, and an archive without files is said to be one:

  $ mkdir -p hollow/day1
  $ tar -cf hollow.tar hollow
  $ callmark convert cut.zip hollow.tar packed | grep -c .
  cut.zip: error: cannot unpack: truncated ZIP file header, after 'day1/T-1.txt'
  hollow.tar: error: no files in this archive
  2

The libraries that unpack, and those for old encodings, for mails and for a store, are
loaded when they are first needed. Where one is missing, the run ends before anything is
written:

  $ mkdir broken
  $ touch broken/lib{archive.so.13,uchardet.so.0,gmime-3.0.so.0,sqlite3.so.0}
  $ without() { LD_LIBRARY_PATH=broken callmark "$@" 2>&1 | sed 's/[.]so[.].*:/.so:/'; }
  $ without convert -o never.ndjson a.csv packed
  callmark: error: cannot load broken/libarchive.so: file too short
  $ ls -A | grep never
  [1]
  $ printf 'Agent: caf\xe9 \xe9t\xe9 d\xe9j\xe0\nCustomer: hello\n' >old.txt
  $ without convert old.txt
  callmark: error: cannot load broken/libuchardet.so: file too short
  $ printf 'From: a@b.example\nTo: c@d.example\nMessage-ID: <1@b.example>\nDate: Mon, 2 Mar 2026 09:30:00 +0000\n\nhello\n' >a.eml
  $ without convert a.eml
  callmark: error: cannot load broken/libgmime-3.0.so: file too short
  $ without score --store history.db -o never.ndjson a.csv
  callmark: error: cannot load broken/libsqlite3.so: file too short
  $ ls -A | grep never
  [1]
  $ LD_LIBRARY_PATH=broken callmark convert a.csv | cmp - plain.ndjson
  $ LD_LIBRARY_PATH=broken callmark convert packed 2>/dev/null
  [75]

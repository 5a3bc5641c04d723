Nobody in particular can run callmark, on a disk that cannot be written to but for the folder
of the output. It takes root to make such a disk.

  $ [ "$(id -u)" = 0 ] && unshare --mount true 2>/dev/null || exit 80
  $ command -v setpriv >/dev/null || exit 80
  $ . "$ROOT"/tests/stories/counter.sh
  $ callmark report -q -r counter.yaml -o before calls.csv
  $ place=$(mktemp -d -p /tmp) && chmod 755 "$place"
  $ cp counter.yaml calls.csv "$(command -v callmark)" "$place"; chmod 755 "$place"/*
  $ mkdir -m 700 "$place/out" && chown 65534:65534 "$place/out"
  $ cat >steps.sh <<'EOF'
  > mount --bind "$1/out" "$1/out"
  > for at in / /tmp; do mount -o remount,ro,bind "$at" 2>/dev/null; done
  > cd "$1" && touch here 2>/dev/null && echo "can be written to"
  > exec setpriv --reuid=65534 --regid=65534 --clear-groups ./callmark "${@:2}"
  > EOF
  $ run() { unshare --mount bash steps.sh "$place" "$@"; }
  $ run report -q -r counter.yaml -o out/report --store out/history.db calls.csv
  $ diff -r before "$place/out/report"
  $ stat -c '%a %u' "$place/out/report/team.xlsx" "$place/out/history.db"
  600 65534
  600 65534
  $ run score -q -r counter.yaml -o records.ndjson calls.csv
  callmark: error: cannot write 'records.ndjson': Read-only file system
  [73]
  $ rm -rf "$place"

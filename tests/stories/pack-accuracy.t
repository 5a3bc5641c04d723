The English pack on conversations that it was not made from (tests/labels/README.md). The bar
is low on purpose: the figures themselves are for 'callmark measure', and this only notices
when a change to the pack breaks something.

  $ cd "$ROOT"/tests/labels
  $ callmark measure -r detectors-en --labels-map map.yaml -t csv unread/*.tsv >"$CRAMTMP"/figures.csv
  $ awk -F , '$1 == "macro" && $2 == "label" { print ($15 >= 0.70 ? "good" : "macro F1 is " $15) }' \
  >   "$CRAMTMP"/figures.csv
  good
  $ awk -F , '$1 == "label" && $14 < 0.30 { print $2, $14 }' "$CRAMTMP"/figures.csv

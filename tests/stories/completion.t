Completion asks callmark itself, so that every command, option and format is there.

  $ . "$ROOT"/src/cli/completion.bash
  $ compopt() { :; }
  $ words() {
  >   COMP_WORDS=(callmark "$@") COMP_CWORD=$# COMPREPLY=()
  >   _callmark callmark
  >   printf '%s\n' "${COMPREPLY[@]}"
  > }

Commands are those that the manual names:

  $ words '' | grep -v '^--' | sort >completed
  $ sed -n '/^.Sh SYN/,/^.Sh DES/s/^.Cm \([a-z]*\)$/\1/p' "$ROOT"/man/callmark.1 | sort -u >documented
  $ diff documented completed
  $ words sc
  score
  $ words --ver
  --version

Every format, also with a hyphen in its name:

  $ callmark list formats | sed -n 's/^\([a-z][^ ]*\) .*/\1/p' | sort >formats
  $ words convert -f '' | sort | diff formats -
  $ words convert -f '' | grep -c -e -
  12
  $ words report --from '' | sort | comm -3 formats - | tr -d '\t'
  records
  $ words score --from = contact
  contact-lens-voice
  contact-lens-chat
  contact-lens-live
  $ words score --to n
  ndjson

Every option of every command:

  $ while read -r command; do
  >   words "$command" -- | sort >completed
  >   callmark "$command" --help | grep -o -e '^ *\(-., \)\?--[a-z-]*' | grep -o -e '--.*' | sort | diff - completed || echo "of $command"
  > done <documented
  $ words score --rub
  --rubric-dir
  --rubric
  $ words score -r four | sort -u
  four-cornerstones
  four-pillars
  $ words check four-p | sort -u
  four-pillars
  $ words list k
  kinds
  $ words find -r four-pillars -d apol
  apology
  $ words report --period last
  last-week
  last-month

What callmark says of itself, and of words it does not know.

  $ callmark --version | sed 's/[0-9][0-9.]*/N/'
  callmark N
  $ callmark --help
  Usage: callmark COMMAND [OPTION...] FILE...
  
  Marks every customer-service call against a rubric, and shows the words behind
  every mark.
  
    report   Marks calls and writes the coaching workbooks (the main job).
    score    Marks calls: transcripts in, one scorecard record per call out.
    find     Like grep, for detectors: every hit with its call, turn and words.
    show     Shows one call in the terminal, evidence marked; or any stage of its way.
    convert  Turns transcripts of any format into callmark's own.
    check    Says what is wrong with a rubric and runs the examples inside it.
    measure  Says how often detectors are right, against labelled turns.
    agree    Says how far the machine agrees with people who judged the same calls.
    learn    Says what a detector can learn from labels or verdicts, and whether it should.
    diff     Says what a changed rubric would change, before it is used.
    sample   Chooses calls that a person should listen to.
    review   Reads people's verdicts and agreements back into a store.
    forget   Removes a customer, an agent or a call from a store.
    list     Lists what callmark can read, look for and mark by.
  
  'callmark COMMAND --help' tells its options; 'man callmark' tells the rest.
  $ callmark help | head -1
  Usage: callmark COMMAND [OPTION...] FILE...

Each command tells its options.

  $ callmark report --help
  Usage: callmark report [OPTION...] -o DIR FILE...
  Marks calls and writes the coaching workbooks (the main job).
  
        --agent=NAME           only this agent, by id or name; may be repeated
        --agent-speaker=NAME   this speaker is the agent
        --agents=FILE          speakers named in this CSV file are agents
        --allow-missing        do without parts that are missing or not whole,
                               and say so
        --calls=FILE           what transcripts lack, a row of this CSV file for
                               each call
    -f, --from=FORMAT          format of the input (detected)
        --html                 a page of HTML beside each agent's workbook
    -j, --jobs=N               work in N threads (one a processor)
        --keep=TIME            let calls go from the store that are older than
                               90d, say
        --language=LANGUAGE    all calls are in this language: de, German (given,
                               or recognised)
        --lock-timeout=SECONDS wait so long for another run to end (10)
        --map=FIELD=COLUMN     read FIELD from this column of a CSV file
        --map-channel=N=ROLE   who speaks on channel N: agent, customer, system
        --metrics=FILE         write figures for Prometheus to this file as well
        --mode=MODE            who may read what is written: 0640 (0600)
        --name-pattern=REGEX   what names of files tell: (?<agent>...)
        --no-guess             do not guess who is the agent
        --no-redact            mask nothing in workbooks and pages either
        --no-sandbox           do without the kernel's guard (Landlock)
    -o, --output=PATH          write here instead of to standard output
        --period=PERIOD        only calls of week, month, last-week, last-month,
                               2026-W46 or 2026-10
        --progress             show progress even when not on a terminal
    -q, --quiet                say only what went wrong
        --redact               mask numbers of cards and the like in all that is
                               quoted
        --rubric-dir=DIR       look for rubrics here first
    -r, --rubric=NAME|FILE     the rubric (five-principles)
        --since=DATE           only calls from this day or time on
        --store=FILE           the history that runs add to, and report reads
        --strict               write nothing when any input was refused
        --swap-roles           swap agent and customer where what they say is the
                               other's
        --team=NAME            only this team's calls; may be repeated
        --timezone=ZONE        days and weeks are those of Europe/Berlin or
                               +02:00, say (UTC)
        --today=DATE           weeks and months count from this day (the newest
                               call's)
        --unsorted             rows of a call may stand apart: read each file
                               whole
        --until=DATE           only calls up to this day, or before this time
    -v, --verbose              say how each input was read, and quote it in
                               complaints
  
   For measuring:
        --no-sieve             search for every pattern in every turn: the same,
                               but slower
        --stats                say where the time went
  
    -?, --help                 Give this help list
        --usage                Give a short usage message
  
  Mandatory or optional arguments to long options are also mandatory or optional
  for any corresponding short options.
  
  FILE may be a transcript, a folder of them, - for standard input, or a file of
  records that 'score' wrote; with --store alone the calls are those of the
  store. DIR/team.xlsx is for the manager, DIR/agents/*.xlsx for each agent and
  coach. Of a --period, all of it stands in a folder of its name, DIR/2026-W46,
  to which DIR/latest leads.
  $ callmark score --help
  Usage: callmark score [OPTION...] FILE...
  Marks calls: transcripts in, one scorecard record per call out.
  
        --agent=NAME           only this agent, by id or name; may be repeated
        --agent-speaker=NAME   this speaker is the agent
        --agents=FILE          speakers named in this CSV file are agents
        --allow-missing        do without parts that are missing or not whole,
                               and say so
        --calls=FILE           what transcripts lack, a row of this CSV file for
                               each call
        --fail-under=N         exit with 1 when any call scores below N
        --fail-under-agent=N   exit with 1 when any agent's mean is below N
    -f, --from=FORMAT          format of the input (detected)
    -j, --jobs=N               work in N threads (one a processor)
        --keep=TIME            let calls go from the store that are older than
                               90d, say
        --language=LANGUAGE    all calls are in this language: de, German (given,
                               or recognised)
        --line-buffered        write the records of a line of standard input
                               before the next is read
        --lock-timeout=SECONDS wait so long for another run to end (10)
        --map=FIELD=COLUMN     read FIELD from this column of a CSV file
        --map-channel=N=ROLE   who speaks on channel N: agent, customer, system
        --merge                put parts together: FILE is a folder of parts, or
                               one part
        --mode=MODE            who may read what is written: 0640 (0600)
        --name-pattern=REGEX   what names of files tell: (?<agent>...)
        --no-guess             do not guess who is the agent
        --no-sandbox           do without the kernel's guard (Landlock)
    -o, --output=PATH          write here instead of to standard output
        --period=PERIOD        only calls of week, month, last-week, last-month,
                               2026-W46 or 2026-10
        --progress             show progress even when not on a terminal
    -q, --quiet                say only what went wrong
        --redact               mask numbers of cards and the like in all that is
                               quoted
        --rubric-dir=DIR       look for rubrics here first
    -r, --rubric=NAME|FILE     the rubric (five-principles)
        --shard=I/N            only the calls of shard I, from 0, of N; env/N: I
                               from the environment
        --since=DATE           only calls from this day or time on
        --store=FILE           the history that runs add to, and report reads
        --strict               write nothing when any input was refused
        --swap-roles           swap agent and customer where what they say is the
                               other's
        --team=NAME            only this team's calls; may be repeated
        --timezone=ZONE        days and weeks are those of Europe/Berlin or
                               +02:00, say (UTC)
        --today=DATE           weeks and months count from this day (the newest
                               call's)
    -t, --to=FORMAT            format of the output
        --unsorted             rows of a call may stand apart: read each file
                               whole
        --until=DATE           only calls up to this day, or before this time
    -v, --verbose              say how each input was read, and quote it in
                               complaints
  
   For measuring:
        --eager                run every detector, needed or not: the same, but
                               slower
        --no-sieve             search for every pattern in every turn: the same,
                               but slower
        --stats                say where the time went
  
    -?, --help                 Give this help list
        --usage                Give a short usage message
  
  Mandatory or optional arguments to long options are also mandatory or optional
  for any corresponding short options.
  
  Records come in the order of the input, as NDJSON or CSV (--to csv). FILE may
  be a folder, or - for standard input.
  $ callmark find --help
  Usage: callmark find [OPTION...] FILE...
  Like grep, for detectors: every hit with its call, turn and words.
  
        --agent=NAME           only this agent, by id or name; may be repeated
        --agent-speaker=NAME   this speaker is the agent
        --agents=FILE          speakers named in this CSV file are agents
        --calls=FILE           what transcripts lack, a row of this CSV file for
                               each call
        --count                only count, and leave out what is counted
    -d, --detector=NAME        only this detector; may be repeated
    -f, --from=FORMAT          format of the input (detected)
    -j, --jobs=N               work in N threads (one a processor)
        --language=LANGUAGE    all calls are in this language: de, German (given,
                               or recognised)
        --map=FIELD=COLUMN     read FIELD from this column of a CSV file
        --map-channel=N=ROLE   who speaks on channel N: agent, customer, system
        --misses=N             N turns chosen at random that nearly match
        --mode=MODE            who may read what is written: 0640 (0600)
        --name-pattern=REGEX   what names of files tell: (?<agent>...)
        --no-guess             do not guess who is the agent
        --no-sandbox           do without the kernel's guard (Landlock)
    -o, --output=PATH          write here instead of to standard output
        --period=PERIOD        only calls of week, month, last-week, last-month,
                               2026-W46 or 2026-10
        --progress             show progress even when not on a terminal
    -q, --quiet                say only what went wrong
        --redact               mask numbers of cards and the like in all that is
                               quoted
        --role=ROLE            only turns of this role
        --rubric-dir=DIR       look for rubrics here first
    -r, --rubric=NAME|FILE     the rubric (five-principles)
        --sample=N             only N, chosen at random, always the same ones
        --since=DATE           only calls from this day or time on
        --swap-roles           swap agent and customer where what they say is the
                               other's
        --team=NAME            only this team's calls; may be repeated
        --timezone=ZONE        days and weeks are those of Europe/Berlin or
                               +02:00, say (UTC)
        --today=DATE           weeks and months count from this day (the newest
                               call's)
    -t, --to=FORMAT            format of the output
        --unsorted             rows of a call may stand apart: read each file
                               whole
        --until=DATE           only calls up to this day, or before this time
    -v, --verbose              say how each input was read, and quote it in
                               complaints
  
   For measuring:
        --no-sieve             search for every pattern in every turn: the same,
                               but slower
        --stats                say where the time went
  
    -?, --help                 Give this help list
        --usage                Give a short usage message
  
  Mandatory or optional arguments to long options are also mandatory or optional
  for any corresponding short options.
  
  Without -d all detectors of the rubric are looked for. Each hit has the place
  of the pattern that found it. The exit status is 1 when nothing is found.
  --misses shows what a detector only just did not find.
  $ callmark show --help
  Usage: callmark show [OPTION...] FILE...
  Shows one call in the terminal, evidence marked; or any stage of its way.
  
        --agent-speaker=NAME   this speaker is the agent
        --agents=FILE          speakers named in this CSV file are agents
        --calls=FILE           what transcripts lack, a row of this CSV file for
                               each call
    -c, --call=ID              the call to show (the first)
    -f, --from=FORMAT          format of the input (detected)
        --language=LANGUAGE    all calls are in this language: de, German (given,
                               or recognised)
        --map=FIELD=COLUMN     read FIELD from this column of a CSV file
        --map-channel=N=ROLE   who speaks on channel N: agent, customer, system
        --mode=MODE            who may read what is written: 0640 (0600)
        --name-pattern=REGEX   what names of files tell: (?<agent>...)
        --no-guess             do not guess who is the agent
        --no-sandbox           do without the kernel's guard (Landlock)
    -o, --output=PATH          write here instead of to standard output
    -q, --quiet                say only what went wrong
        --redact               mask numbers of cards and the like in all that is
                               quoted
        --rubric-dir=DIR       look for rubrics here first
    -r, --rubric=NAME|FILE     the rubric (five-principles)
        --stage=STAGE          turns, folded, hits, findings, marks or record
        --swap-roles           swap agent and customer where what they say is the
                               other's
        --unsorted             rows of a call may stand apart: read each file
                               whole
    -v, --verbose              say how each input was read, and quote it in
                               complaints
  
   For measuring:
        --no-sieve             search for every pattern in every turn: the same,
                               but slower
  
    -?, --help                 Give this help list
        --usage                Give a short usage message
  
  Mandatory or optional arguments to long options are also mandatory or optional
  for any corresponding short options.
  
  Without -c the first call is shown. --stage prints what the data flow holds
  there: turns, folded, hits, findings, marks or record.
  $ callmark convert --help
  Usage: callmark convert [OPTION...] FILE...
  Turns transcripts of any format into callmark's own.
  
        --agent-speaker=NAME   this speaker is the agent
        --agents=FILE          speakers named in this CSV file are agents
        --calls=FILE           what transcripts lack, a row of this CSV file for
                               each call
    -f, --from=FORMAT          format of the input (detected)
        --language=LANGUAGE    all calls are in this language: de, German (given,
                               or recognised)
        --map=FIELD=COLUMN     read FIELD from this column of a CSV file
        --map-channel=N=ROLE   who speaks on channel N: agent, customer, system
        --mode=MODE            who may read what is written: 0640 (0600)
        --name-pattern=REGEX   what names of files tell: (?<agent>...)
        --no-guess             do not guess who is the agent
        --no-sandbox           do without the kernel's guard (Landlock)
    -o, --output=PATH          write here instead of to standard output
        --part=K/N             only the calls of part K of N, by a hash of their
                               ids
        --progress             show progress even when not on a terminal
    -q, --quiet                say only what went wrong
        --redact               mask numbers of cards and the like in all that is
                               quoted
        --rubric-dir=DIR       look for rubrics here first
    -r, --rubric=NAME|FILE     the rubric (five-principles)
        --strict               write nothing when any input was refused
        --swap-roles           swap agent and customer where what they say is the
                               other's
    -t, --to=FORMAT            format of the output
        --unsorted             rows of a call may stand apart: read each file
                               whole
    -v, --verbose              say how each input was read, and quote it in
                               complaints
    -?, --help                 Give this help list
        --usage                Give a short usage message
  
  Mandatory or optional arguments to long options are also mandatory or optional
  for any corresponding short options.
  
  NDJSON has one call a line; CSV (--to csv) has one turn a row. Labels and
  verdicts are tables for people to fill in: one row a turn, for 'measure' and
  'learn', or one a call and criterion of a rubric, for 'agree'.
  $ callmark check --help
  Usage: callmark check [OPTION...] RUBRIC...
  Says what is wrong with a rubric and runs the examples inside it.
  
        --agent-speaker=NAME   this speaker is the agent
        --agents=FILE          speakers named in this CSV file are agents
        --calls=FILE           what transcripts lack, a row of this CSV file for
                               each call
        --cost                 say what looking for each pattern costs
    -f, --from=FORMAT          format of the input (detected)
    -j, --jobs=N               work in N threads (one a processor)
        --language=LANGUAGE    all calls are in this language: de, German (given,
                               or recognised)
        --map=FIELD=COLUMN     read FIELD from this column of a CSV file
        --map-channel=N=ROLE   who speaks on channel N: agent, customer, system
        --name-pattern=REGEX   what names of files tell: (?<agent>...)
        --no-guess             do not guess who is the agent
        --no-sandbox           do without the kernel's guard (Landlock)
        --progress             show progress even when not on a terminal
    -q, --quiet                say only what went wrong
        --rubric-dir=DIR       look for rubrics here first
        --swap-roles           swap agent and customer where what they say is the
                               other's
        --try=FILE             say what the rubric finds in these calls; may be
                               repeated
        --unsorted             rows of a call may stand apart: read each file
                               whole
    -v, --verbose              say how each input was read, and quote it in
                               complaints
  
   For measuring:
        --no-sieve             search for every pattern in every turn: the same,
                               but slower
  
    -?, --help                 Give this help list
        --usage                Give a short usage message
  
  Mandatory or optional arguments to long options are also mandatory or optional
  for any corresponding short options.
  
  RUBRIC is a file or the name of an installed rubric. Every mistake is named
  with its line and column; the exit status is 1 when there are errors. If there
  are none, --try says what each detector finds in calls, how often each
  criterion applies and how it is decided; --cost says how long each pattern
  takes, in these calls or in the examples.
  $ callmark measure --help
  Usage: callmark measure [OPTION...] LABELS...
  Says how often detectors are right, against labelled turns.
  
    -d, --detector=NAME        only this detector; may be repeated
        --errors               show what was judged wrongly as well
    -j, --jobs=N               work in N threads (one a processor)
        --labels-map=FILE      which detectors are to find which labels
        --mode=MODE            who may read what is written: 0640 (0600)
        --no-sandbox           do without the kernel's guard (Landlock)
    -o, --output=PATH          write here instead of to standard output
        --part=K/N             only the calls of part K of N, by a hash of their
                               ids
        --progress             show progress even when not on a terminal
    -q, --quiet                say only what went wrong
        --rubric-dir=DIR       look for rubrics here first
    -r, --rubric=NAME|FILE     the rubric (five-principles)
        --sample=N             only N, chosen at random, always the same ones
    -t, --to=FORMAT            format of the output
    -v, --verbose              say how each input was read, and quote it in
                               complaints
  
   For measuring:
        --no-sieve             search for every pattern in every turn: the same,
                               but slower
  
    -?, --help                 Give this help list
        --usage                Give a short usage message
  
  Mandatory or optional arguments to long options are also mandatory or optional
  for any corresponding short options.
  
  LABELS is a file of labelled turns, a folder of them, or -: dialogue, turn,
  role, labels and text, separated by tabs, under a header of these names.
  Without --labels-map, each detector is to find the label of its name. The
  rubric may be a pack. --to yaml writes a quality file.
  $ callmark learn --help
  Usage: callmark learn [OPTION...] -d DETECTOR LABELS...
    or:  callmark learn [OPTION...] -d DETECTOR --verdicts VERDICTS FILE...
    or:  callmark learn [OPTION...] -d DETECTOR --store STORE FILE...
  Says what a detector can learn from labels or verdicts, and whether it should.
  
        --agent-speaker=NAME   this speaker is the agent
        --agents=FILE          speakers named in this CSV file are agents
        --calls=FILE           what transcripts lack, a row of this CSV file for
                               each call
        --criterion=ID         the criterion of the verdicts (the one that rests
                               on the detector)
    -d, --detector=NAME        only this detector; may be repeated
    -f, --from=FORMAT          format of the input (detected)
    -j, --jobs=N               work in N threads (one a processor)
        --labels-map=FILE      which detectors are to find which labels
        --language=LANGUAGE    all calls are in this language: de, German (given,
                               or recognised)
        --lock-timeout=SECONDS wait so long for another run to end (10)
        --map=FIELD=COLUMN     read FIELD from this column of a CSV file
        --map-channel=N=ROLE   who speaks on channel N: agent, customer, system
        --mode=MODE            who may read what is written: 0640 (0600)
        --name-pattern=REGEX   what names of files tell: (?<agent>...)
        --no-guess             do not guess who is the agent
        --no-sandbox           do without the kernel's guard (Landlock)
    -o, --output=PATH          write here instead of to standard output
        --part=K/N             only the calls of part K of N, by a hash of their
                               ids
        --progress             show progress even when not on a terminal
    -q, --quiet                say only what went wrong
        --rubric-dir=DIR       look for rubrics here first
    -r, --rubric=NAME|FILE     the rubric (five-principles)
        --store=FILE           the history that runs add to, and report reads
        --swap-roles           swap agent and customer where what they say is the
                               other's
        --unsorted             rows of a call may stand apart: read each file
                               whole
        --verdicts=FILE        learn from these verdicts on whole calls
    -v, --verbose              say how each input was read, and quote it in
                               complaints
  
   For measuring:
        --no-sieve             search for every pattern in every turn: the same,
                               but slower
  
    -?, --help                 Give this help list
        --usage                Give a short usage message
  
  Mandatory or optional arguments to long options are also mandatory or optional
  for any corresponding short options.
  
  LABELS is a file of labelled turns, a folder of them, or -, as of 'measure'.
  VERDICTS is a table of verdicts on the calls in FILE, as of 'agree': the turns
  that readers name are labelled by them, with --store those of the people whose
  reviews it has, for a criterion that rests on the detector. From words and
  other detectors it makes an overlay (patterns and exceptions) or a list of
  phrases with points, which people can read; each is judged on dialogues that it
  was not made from. With --output, what is to be taken is written there, as a
  file that uses the rubric; where the detector should stay as it is, nothing is,
  and the exit status is 1.
  $ callmark diff --help
  Usage: callmark diff [OPTION...] OLD NEW FILE...
  Says what a changed rubric would change, before it is used.
  
        --agent-speaker=NAME   this speaker is the agent
        --agents=FILE          speakers named in this CSV file are agents
        --calls=FILE           what transcripts lack, a row of this CSV file for
                               each call
        --count                only count, and leave out what is counted
        --exit-code            exit with 1 when anything changes
    -f, --from=FORMAT          format of the input (detected)
    -j, --jobs=N               work in N threads (one a processor)
        --language=LANGUAGE    all calls are in this language: de, German (given,
                               or recognised)
        --map=FIELD=COLUMN     read FIELD from this column of a CSV file
        --map-channel=N=ROLE   who speaks on channel N: agent, customer, system
        --mode=MODE            who may read what is written: 0640 (0600)
        --name-pattern=REGEX   what names of files tell: (?<agent>...)
        --no-guess             do not guess who is the agent
        --no-sandbox           do without the kernel's guard (Landlock)
    -o, --output=PATH          write here instead of to standard output
        --progress             show progress even when not on a terminal
    -q, --quiet                say only what went wrong
        --redact               mask numbers of cards and the like in all that is
                               quoted
        --rubric-dir=DIR       look for rubrics here first
        --swap-roles           swap agent and customer where what they say is the
                               other's
    -t, --to=FORMAT            format of the output
        --unsorted             rows of a call may stand apart: read each file
                               whole
    -v, --verbose              say how each input was read, and quote it in
                               complaints
  
   For measuring:
        --no-sieve             search for every pattern in every turn: the same,
                               but slower
  
    -?, --help                 Give this help list
        --usage                Give a short usage message
  
  Mandatory or optional arguments to long options are also mandatory or optional
  for any corresponding short options.
  
  OLD and NEW are rubrics, files or names. Every verdict that changes is shown
  with the words behind it, then how scores, criteria and bands move.
  $ callmark list --help
  Usage: callmark list [OPTION...] formats|kinds|rubrics|detectors
  Lists what callmark can read, look for and mark by.
  
        --no-sandbox           do without the kernel's guard (Landlock)
        --rubric-dir=DIR       look for rubrics here first
    -r, --rubric=NAME|FILE     the rubric (five-principles)
        --show=NAME            print this rubric or pack instead of listing them
    -?, --help                 Give this help list
        --usage                Give a short usage message
  
  Mandatory or optional arguments to long options are also mandatory or optional
  for any corresponding short options.
  
  Detectors are those of a rubric (-r), each with the file and line it stands at
  and, after a '+', those that extend it. 'list rubrics --show NAME' prints the
  file of a rubric, to begin one of your own from.

Without a command, or without what a command works on, nothing is done.

  $ callmark
  callmark: error: no command given (see 'callmark --help')
  [64]
  $ callmark score
  callmark: error: no input given (see 'callmark score --help')
  [64]
  $ callmark report "$ROOT/samples/text"
  callmark: error: no folder to write to (give -o DIR)
  [64]
  $ callmark check
  callmark: error: no input given (see 'callmark check --help')
  [64]
  $ callmark list
  callmark: error: no input given (see 'callmark list --help')
  [64]

Unknown words get the nearest that is known.

  $ callmark reprot
  callmark: error: unknown command 'reprot' (did you mean 'report'?)
  [64]
  $ callmark xyzzy
  callmark: error: unknown command 'xyzzy' (see 'callmark --help')
  [64]
  $ callmark score --fial-under 60 "$ROOT/samples/text"
  callmark: error: unknown option '--fial-under' (did you mean '--fail-under'?)
  [64]
  $ callmark score --to=cvs "$ROOT/samples/text"
  callmark: error: unknown output format 'cvs' (did you mean 'csv'?)
  [64]
  $ callmark score --to=xml "$ROOT/samples/text"
  callmark: error: unknown output format 'xml' ('ndjson' is one)
  [64]
  $ callmark score --from=cvs "$ROOT/samples/text"
  --from: error: unknown format 'cvs' (did you mean 'csv'?)
  [64]
  $ callmark convert --map cal_id=ref "$ROOT/samples/text"
  --map: error: unknown field 'cal_id' (did you mean 'call_id'?)
  [64]
  $ callmark find -d farwell "$ROOT/samples/text"
  callmark: error: unknown detector 'farwell' (did you mean 'farewell'?)
  [64]
  $ callmark find --role=agnet "$ROOT/samples/text"
  callmark: error: unknown role 'agnet' (agent, customer, system or unknown)
  [64]
  $ callmark show --stage=hit "$ROOT/samples/text"
  callmark: error: unknown stage 'hit' (did you mean 'hits'?)
  [64]
  $ callmark list kind
  callmark: error: nothing called 'kind' to list (did you mean 'kinds'?)
  [64]
  $ callmark score -r five-principals "$ROOT/samples/text"
  callmark: error: no rubric 'five-principals' (did you mean 'five-principles'?)
  [78]
  $ callmark check five-principals
  callmark: error: no rubric 'five-principals' (did you mean 'five-principles'?)
  [1]

An option of one command is unknown to another.

  $ callmark check --sample=3 five-principles
  callmark: error: unknown option '--sample' (see 'callmark check --help')
  [64]

Values that are none.

  $ callmark score -j many "$ROOT/samples/text"
  callmark score: bad value 'many' for --jobs (expected N)
  Try `callmark score --help' or `callmark score --usage' for more information.
  [64]
  $ callmark score --fail-under=low "$ROOT/samples/text"
  callmark score: bad value 'low' for --fail-under (expected N)
  Try `callmark score --help' or `callmark score --usage' for more information.
  [64]
  $ callmark convert --map text "$ROOT/samples/text"
  callmark convert: bad value 'text' for --map (expected FIELD=COLUMN)
  Try `callmark convert --help' or `callmark convert --usage' for more
  information.
  [64]
  $ callmark score -z
  callmark score: invalid option -- 'z'
  Try `callmark score --help' or `callmark score --usage' for more information.
  [64]

Options can be cut short, as long as they stay distinct.

  $ callmark score --fail=101 --output=out.ndjson "$ROOT/samples/text"
  callmark score: option '--fail=101' is ambiguous; possibilities: '--fail-under' '--fail-under-agent'
  Try `callmark score --help' or `callmark score --usage' for more information.
  [64]
  $ callmark score --fail-under=101 --out=out.ndjson "$ROOT/samples/text"
  [1]

Everything after -- is a file.

  $ callmark convert -- --help
  --help: error: cannot read: no such file or directory
  [66]

The manual has every command with every option.

  $ commands=$(callmark --help | sed -n 's/^  \([a-z]*\)  .*/\1/p')
  $ for command in $commands; do
  >     grep -q "^\.It Cm $command$" "$ROOT/man/callmark.1" || echo "no $command"
  >     callmark "$command" --help | grep -o -e '--[a-z-]*' |
  >         while read -r option; do
  >             grep -q "Fl.* ${option#-}\( \|$\)" "$ROOT/man/callmark.1" ||
  >                 echo "no $option of $command"
  >         done
  > done

The other one has every kind of detector with every field.

  $ callmark list kinds | while read -r name rest; do
  >     grep -q "^\.\(Ss\|It Cm\).* $name\( \|$\)" "$ROOT/man/callmark-rubric.5" || echo "no $name"
  > done

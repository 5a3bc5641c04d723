# shellcheck shell=bash
# Completion for bash. Commands, options, rubrics, detectors and formats are asked of callmark
# itself, so nothing here has to follow them.

# The words that can stand after option $2 of command $1; false when those are not known.
_callmark_values() {
    case $2 in
    -r | --rubric | --show) "$program" list rubrics | sed -n '/:$/!s/ .*//p' ;;
    -d | --detector) "$program" list detectors ${rubric:+-r "$rubric"} | sed 's/ .*//' ;;
    -f | --from)
        "$program" list formats | sed -n 's/^\([a-z][a-z-]*\) .*/\1/p'
        [[ $1 != @(report|sample) ]] || echo records
        ;;
    -t | --to)
        echo csv ndjson
        [[ $1 != @(find|measure|diff) ]] || echo text
        [[ $1 != measure ]] || echo yaml
        ;;
    --period) echo week month last-week last-month ;;
    --role) echo agent customer ;;
    --stage) echo turns folded hits findings marks record ;;
    *) return 1 ;;
    esac
} 2>/dev/null

# The options of command $1; of none: the commands, and callmark's own options.
_callmark_words() {
    if [[ $1 ]]; then
        "$program" "$1" --help | sed -n 's/^ *\(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p'
    else
        "$program" --help | sed -n 's/^  \([a-z]\{1,\}\) .*/\1/p'
        echo --help --version
    fi
} 2>/dev/null

_callmark() {
    local program=$1 command='' rubric='' takes_rubric='' word=${COMP_WORDS[COMP_CWORD]} values i
    local before=${COMP_WORDS[COMP_CWORD - 1]}
    # Of "--to=csv" the shell makes three words.
    if [[ $word == = ]]; then
        word=''
    elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}
    for ((i = 2; i < COMP_CWORD - 1; i++)); do
        [[ ${COMP_WORDS[i]} =~ ^(-r|--rubric)$ ]] || continue
        rubric=${COMP_WORDS[i + 1]}
        [[ $rubric == = ]] && rubric=${COMP_WORDS[i + 2]}
    done

    if [[ $before =~ ^(-r|--rubric)$ ]]; then
        takes_rubric=1
    elif [[ $before != --try && $word != -* && ($command == check || ($command == diff && $COMP_CWORD -le 3)) ]]; then
        takes_rubric=1
    fi

    if values=$(_callmark_values "$command" "$before"); then
        :
    elif [[ $before =~ ^(-[jc]|--(jobs|call|map|map-channel|name-pattern|labels-map|part|shard|readers|agent-speaker|sample|misses|seed|each|since|until|today|timezone|agent|team|lock-timeout|fail-under.*))$ ]]; then
        compopt +o default +o bashdefault
    elif [[ $command == list && $word != -* ]]; then
        values='formats kinds rubrics detectors'
    elif [[ $takes_rubric ]]; then
        values=$(_callmark_values check --rubric)
    elif [[ ! $command || $word == -* ]]; then
        values=$(_callmark_words "$command")
    fi
    # Where nothing fits, the shell completes file names, as beside the names of rubrics.
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
    if [[ $takes_rubric ]]; then
        compopt -o filenames
        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(
            compgen -d -- "$word"
            compgen -f -X '!*.yaml' -- "$word"
        )
    fi
}

complete -o bashdefault -o default -F _callmark callmark

#include "cli/options.h"

#include "call/language_name.h"
#include "cli/message.h"
#include "cli/option_value.h"
#include "cli/shard.h"
#include "load/load.h"

#include <argp.h>
#include <math.h>
#include <string.h>

typedef enum {
    VALUE_FLAG,
    VALUE_FOR_MEASURING, // a flag that --help tells of at the end
    VALUE_TEXT,
    VALUE_TEXTS,
    VALUE_COUNT,
    VALUE_DECIMAL,
    VALUE_MAP,
    VALUE_CHANNEL,
    VALUE_PART,
    VALUE_LANGUAGE,
    VALUE_DAYS,
    VALUE_MODE
} ValueType;

typedef struct {
    unsigned group;
    char letter; // 0: it has none
    const char *name, *argument, *help;
    ValueType type;
    size_t offset; // into Settings
} OptionSpec;

#define AT(member) offsetof(Settings, member)
static const OptionSpec OPTIONS[] = {
    {OPTIONS_RUBRIC, 'r', "rubric", "NAME|FILE", "the rubric (five-principles)",
     VALUE_TEXT, AT(rubric)},
    {OPTIONS_FOLDERS, 0, "rubric-dir", "DIR", "look for rubrics here first", VALUE_TEXTS,
     AT(rubric_folders)},
    {OPTIONS_INPUT, 'f', "from", "FORMAT", "format of the input (detected)", VALUE_TEXT,
     AT(read.format)},
    {OPTIONS_INPUT, 0, "map", "FIELD=COLUMN", "read FIELD from this column of a CSV file",
     VALUE_MAP, AT(read.columns)},
    {OPTIONS_INPUT, 0, "agent-speaker", "NAME", "this speaker is the agent", VALUE_TEXTS,
     AT(read.agent_speakers)},
    {OPTIONS_INPUT, 0, "map-channel", "N=ROLE",
     "who speaks on channel N: agent, customer, system", VALUE_CHANNEL,
     AT(read.channels)},
    {OPTIONS_INPUT, 0, "agents", "FILE", "speakers named in this CSV file are agents",
     VALUE_TEXT, AT(agents)},
    {OPTIONS_INPUT, 0, "no-guess", NULL, "do not guess who is the agent", VALUE_FLAG,
     AT(read.no_guess)},
    {OPTIONS_INPUT, 0, "swap-roles", NULL,
     "swap agent and customer where what they say is the other's", VALUE_FLAG,
     AT(read.swap_roles)},
    {OPTIONS_INPUT, 0, "language", "LANGUAGE",
     "all calls are in this language: de, German (given, or recognised)", VALUE_LANGUAGE,
     AT(read.language)},
    {OPTIONS_INPUT, 0, "calls", "FILE",
     "what transcripts lack, a row of this CSV file for each call", VALUE_TEXT,
     AT(calls)},
    {OPTIONS_INPUT, 0, "name-pattern", "REGEX", "what names of files tell: (?<agent>...)",
     VALUE_TEXT, AT(name_pattern)},
    {OPTIONS_INPUT, 0, "unsorted", NULL,
     "rows of a call may stand apart: read each file whole", VALUE_FLAG,
     AT(read.unsorted)},
    {OPTIONS_PERIOD, 0, "since", "DATE", "only calls from this day or time on",
     VALUE_TEXT, AT(since)},
    {OPTIONS_PERIOD, 0, "until", "DATE", "only calls up to this day, or before this time",
     VALUE_TEXT, AT(until)},
    {OPTIONS_PERIOD, 0, "period", "PERIOD",
     "only calls of week, month, last-week, last-month, 2026-W46 or 2026-10", VALUE_TEXT,
     AT(period)},
    {OPTIONS_PERIOD, 0, "today", "DATE",
     "weeks and months count from this day (the newest call's)", VALUE_TEXT, AT(today)},
    {OPTIONS_PERIOD, 0, "timezone", "ZONE",
     "days and weeks are those of Europe/Berlin or +02:00, say (UTC)", VALUE_TEXT,
     AT(zone)},
    {OPTIONS_PERIOD, 0, "agent", "NAME",
     "only this agent, by id or name; may be repeated", VALUE_TEXTS, AT(people)},
    {OPTIONS_PERIOD, 0, "team", "NAME", "only this team's calls; may be repeated",
     VALUE_TEXTS, AT(teams)},
    {OPTIONS_FORMAT, 't', "to", "FORMAT", "format of the output", VALUE_TEXT, AT(to)},
    {OPTIONS_OUTPUT, 'o', "output", "PATH", "write here instead of to standard output",
     VALUE_TEXT, AT(output)},
    {OPTIONS_OUTPUT, 0, "mode", "MODE", "who may read what is written: 0640 (0600)",
     VALUE_MODE, AT(mode)},
    {OPTIONS_QUOTE, 0, "redact", NULL,
     "mask numbers of cards and the like in all that is quoted", VALUE_FLAG, AT(redact)},
    {OPTIONS_REPORT, 0, "no-redact", NULL, "mask nothing in workbooks and pages either",
     VALUE_FLAG, AT(no_redact)},
    {OPTIONS_JOBS, 'j', "jobs", "N", "work in N threads (one a processor)", VALUE_COUNT,
     AT(jobs)},
    {OPTIONS_STRICT, 0, "strict", NULL, "write nothing when any input was refused",
     VALUE_FLAG, AT(strict)},
    {OPTIONS_STORE, 0, "store", "FILE", "the history that runs add to, and report reads",
     VALUE_TEXT, AT(store)},
    {OPTIONS_KEEP, 0, "keep", "TIME",
     "let calls go from the store that are older than 90d, say", VALUE_DAYS, AT(keep_ms)},
    {OPTIONS_FORGET, 0, "customer", "ID", "all calls of this customer", VALUE_TEXT,
     AT(customer)},
    {OPTIONS_FORGET, 0, "agent", "NAME", "all that is known of this agent, by id or name",
     VALUE_TEXT, AT(person)},
    {OPTIONS_FORGET, 0, "call", "ID", "this call", VALUE_TEXT, AT(call)},
    {OPTIONS_REPORT, 0, "html", NULL, "a page of HTML beside each agent's workbook",
     VALUE_FLAG, AT(html)},
    {OPTIONS_REPORT | OPTIONS_STORE, 0, "lock-timeout", "SECONDS",
     "wait so long for another run to end (10)", VALUE_COUNT, AT(lock_timeout)},
    {OPTIONS_REPORT, 0, "metrics", "FILE",
     "write figures for Prometheus to this file as well", VALUE_TEXT, AT(metrics)},
    {OPTIONS_SCORE, 0, "fail-under", "N", "exit with 1 when any call scores below N",
     VALUE_DECIMAL, AT(fail_under)},
    {OPTIONS_SCORE, 0, "fail-under-agent", "N",
     "exit with 1 when any agent's mean is below N", VALUE_DECIMAL, AT(fail_under_agent)},
    {OPTIONS_SCORE, 0, "shard", "I/N",
     "only the calls of shard I, from 0, of N; env/N: I from the environment", VALUE_TEXT,
     AT(shard)},
    {OPTIONS_SCORE, 0, "line-buffered", NULL,
     "write the records of a line of standard input before the next is read", VALUE_FLAG,
     AT(line_buffered)},
    {OPTIONS_SCORE, 0, "eager", NULL,
     "run every detector, needed or not: the same, but slower", VALUE_FOR_MEASURING,
     AT(eager)},
    {OPTIONS_SCORE, 0, "merge", NULL,
     "put parts together: FILE is a folder of parts, or one part", VALUE_FLAG, AT(merge)},
    {OPTIONS_SCORE | OPTIONS_REPORT, 0, "allow-missing", NULL,
     "do without parts that are missing or not whole, and say so", VALUE_FLAG,
     AT(allow_missing)},
    {OPTIONS_DETECTORS, 'd', "detector", "NAME", "only this detector; may be repeated",
     VALUE_TEXTS, AT(detectors)},
    {OPTIONS_FIND, 0, "role", "ROLE", "only turns of this role", VALUE_TEXT, AT(role)},
    {OPTIONS_COUNT, 0, "count", NULL, "only count, and leave out what is counted",
     VALUE_FLAG, AT(count)},
    {OPTIONS_SAMPLE, 0, "sample", "N", "only N, chosen at random, always the same ones",
     VALUE_COUNT, AT(sample)},
    {OPTIONS_FIND, 0, "misses", "N", "N turns chosen at random that nearly match",
     VALUE_COUNT, AT(misses)},
    {OPTIONS_CHOOSE, 0, "each", "N", "at most N calls of an agent for each reason (2)",
     VALUE_COUNT, AT(each)},
    {OPTIONS_CHOOSE, 0, "seed", "N", "what is drawn by chance depends on this number (1)",
     VALUE_COUNT, AT(seed)},
    {OPTIONS_CHECK, 0, "try", "FILE",
     "say what the rubric finds in these calls; may be repeated", VALUE_TEXTS, AT(tried)},
    {OPTIONS_CHECK, 0, "cost", NULL, "say what looking for each pattern costs",
     VALUE_FLAG, AT(cost)},
    {OPTIONS_MEASURE, 0, "labels-map", "FILE", "which detectors are to find which labels",
     VALUE_TEXT, AT(labels_map)},
    {OPTIONS_LEARN, 0, "verdicts", "FILE", "learn from these verdicts on whole calls",
     VALUE_TEXT, AT(verdicts)},
    {OPTIONS_LEARN, 0, "criterion", "ID",
     "the criterion of the verdicts (the one that rests on the detector)", VALUE_TEXT,
     AT(criterion)},
    {OPTIONS_ERRORS, 0, "errors", NULL, "show what was judged wrongly as well",
     VALUE_FLAG, AT(errors)},
    {OPTIONS_AGREE, 0, "readers", "KIND", "who gave the verdicts: human or automated",
     VALUE_TEXT, AT(readers)},
    {OPTIONS_AGREE, 0, "unread", NULL,
     "nobody looked at these calls while the rubric was worked on", VALUE_FLAG,
     AT(unread)},
    {OPTIONS_PART, 0, "part", "K/N",
     "only the calls of part K of N, by a hash of their ids", VALUE_PART, AT(part)},
    {OPTIONS_DIFF, 0, "exit-code", NULL, "exit with 1 when anything changes", VALUE_FLAG,
     AT(exit_code)},
    {OPTIONS_SHOW, 'c', "call", "ID", "the call to show (the first)", VALUE_TEXT,
     AT(call)},
    {OPTIONS_SHOW, 0, "stage", "STAGE", "turns, folded, hits, findings, marks or record",
     VALUE_TEXT, AT(stage)},
    {OPTIONS_LIST, 0, "show", "NAME", "print this rubric or pack instead of listing them",
     VALUE_TEXT, AT(show)},
    {OPTIONS_SAID, 'q', "quiet", NULL, "say only what went wrong", VALUE_FLAG, AT(quiet)},
    {OPTIONS_PROGRESS, 0, "progress", NULL, "show progress even when not on a terminal",
     VALUE_FLAG, AT(progress)},
    {OPTIONS_NO_SIEVE, 0, "no-sieve", NULL,
     "search for every pattern in every turn: the same, but slower", VALUE_FOR_MEASURING,
     AT(no_sieve)},
    {OPTIONS_STATS, 0, "stats", NULL, "say where the time went", VALUE_FOR_MEASURING,
     AT(stats)},
    {~0U, 0, "no-sandbox", NULL, "do without the kernel's guard (Landlock)", VALUE_FLAG,
     AT(no_sandbox)},
    {OPTIONS_SAID, 'v', "verbose", NULL,
     "say how each input was read, and quote it in complaints", VALUE_FLAG, AT(verbose)},
};
enum { OPTION_COUNT = sizeof OPTIONS / sizeof *OPTIONS };

typedef struct {
    Arena *arena;
    const Command *command;
    Settings *settings;
    Buf given; // see Settings
} Parse;

// argp gives options back by key. Keys past the range of characters have no short form.
enum { FIRST_KEY = 0x100 };
static int key_of(const OptionSpec *option) {
    return option->letter ? option->letter : FIRST_KEY + (int)(option - OPTIONS);
}

static const OptionSpec *option_by_key(int key) {
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (key_of(&OPTIONS[i]) == key) return &OPTIONS[i];
    return NULL;
}

static bool takes(const Command *command, const OptionSpec *option) {
    return command->options & option->group;
}

static bool set_value(const Parse *parse, const OptionSpec *option, Str argument) {
    void *at = (char *)parse->settings + option->offset;
    switch (option->type) {
    case VALUE_FLAG:
    case VALUE_FOR_MEASURING: *(bool *)at = true; return true;
    case VALUE_TEXT: *(Str *)at = argument; return argument.len > 0;
    case VALUE_TEXTS:
        *vec_push(parse->arena, (Texts *)at) = argument;
        return argument.len > 0;
    case VALUE_COUNT: return option_set_count(at, argument);
    case VALUE_DECIMAL: return str_to_double(argument, at);
    case VALUE_PART: return option_set_part(at, argument);
    case VALUE_DAYS: return option_set_days(at, argument);
    case VALUE_MODE: return option_set_mode(at, argument);
    case VALUE_LANGUAGE: return (*(Str *)at = language_code(argument)).len > 0;
    case VALUE_CHANNEL:
        return option_set_channel(parse->arena, &parse->settings->read, argument);
    case VALUE_MAP: return option_set_map(parse->arena, &parse->settings->read, argument);
    }
    return false;
}

// Who works how, and what is said meanwhile, changes no record; the rubric is known by
// its hash.
static void note_given(Parse *parse, const OptionSpec *option, Str argument) {
    enum { DEPENDED_ON = OPTIONS_INPUT | OPTIONS_PERIOD | OPTIONS_STRICT };
    bool common = option->group == ~0U;
    if (!common && option->group & DEPENDED_ON)
        buf_format(&parse->given, "--%s=%.*s\n", option->name, STR_ARG(argument));
}

static error_t parse_option(int key, char *argument, struct argp_state *state) {
    Parse *parse = state->input;
    if (key == ARGP_KEY_ARG) {
        *vec_push(parse->arena, &parse->settings->files) = str_from(argument);
        return 0;
    }
    const OptionSpec *option = option_by_key(key);
    if (!option) return ARGP_ERR_UNKNOWN;
    if (!set_value(parse, option, str_from(argument)))
        argp_error(state, "bad value '%s' for --%s (expected %s)", argument, option->name,
                   option->argument);
    note_given(parse, option, str_from(argument));
    return 0;
}

static size_t put_options(const Command *command, bool for_measuring,
                          struct argp_option *table) {
    size_t count = 0;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const OptionSpec *option = &OPTIONS[i];
        if (!takes(command, option) ||
            (option->type == VALUE_FOR_MEASURING) != for_measuring)
            continue;
        table[count++] = (struct argp_option){.name = option->name,
                                              .key = key_of(option),
                                              .arg = option->argument,
                                              .doc = option->help};
    }
    return count;
}

// The options this command takes, as argp has them. A title begins another group.
static struct argp_option *argp_table(Arena *arena, const Command *command) {
    struct argp_option *table = arena_array(arena, struct argp_option, OPTION_COUNT + 2);
    size_t count = put_options(command, false, table);
    struct argp_option *title = &table[count];
    if (put_options(command, true, title + 1))
        *title = (struct argp_option){.doc = "For measuring:"};
    return table;
}

static bool is_known(const Command *command, Str name) {
    static const char *const BUILT_IN[] = {"help", "usage"};
    for (size_t i = 0; i < sizeof BUILT_IN / sizeof *BUILT_IN; i++)
        if (str_starts(str_from(BUILT_IN[i]), name)) return true;
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (takes(command, &OPTIONS[i]) && str_starts(str_from(OPTIONS[i].name), name))
            return true;
    return false;
}

static void complain_of_name(Arena *arena, const Command *command, Str word) {
    Texts names = {0};
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (takes(command, &OPTIONS[i]))
            *vec_push(arena, &names) = str_format(arena, "--%s", OPTIONS[i].name);
    Str hint = diag_hint(arena, word, names.items, names.len);
    if (!hint.len) hint = str_format(arena, "see 'callmark %s --help'", command->name);
    message_error("unknown option '%.*s' (%.*s)", STR_ARG(word), STR_ARG(hint));
}

// argp says that an option is unknown; we also say what may have been meant.
static bool check_names(Arena *arena, const Command *command, int argc, char **argv) {
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        Str word = str_from(argv[i]);
        word = str_slice(word, 0, str_index(word, 0, '='));
        if (!str_starts(word, STR("--")) ||
            is_known(command, str_slice(word, 2, word.len)))
            continue;
        complain_of_name(arena, command, word);
        return false;
    }
    return true;
}

static bool check_format(Arena *arena, const Command *command, Settings *settings) {
    Texts names = {0};
    if (!command->formats) return true;
    for (const char *const *format = command->formats; *format; format++)
        *vec_push(arena, &names) = str_from(*format);
    if (!settings->to.len) settings->to = str_from(command->formats[0]);
    vec_each(const Str, name, &names)
        if (str_eq(settings->to, *name)) return true;
    Str hint = diag_hint(arena, settings->to, names.items, names.len);
    if (!hint.len) hint = str_format(arena, "'%s' is one", command->formats[0]);
    message_error("unknown output format '%.*s' (%.*s)", STR_ARG(settings->to),
                  STR_ARG(hint));
    return false;
}

bool options_parse(Arena *arena, const Command *command, int argc, char **argv,
                   Settings *settings) {
    *settings = (Settings){.rubric = STR(RUBRIC_DEFAULT),
                           .zone = STR("UTC"),
                           .lock_timeout = 10,
                           .mode = 0600,
                           .keep_ms = NO_TIME,
                           .seed = 1,
                           .each = 2,
                           .fail_under = NAN,
                           .fail_under_agent = NAN};
    Str name = str_format(arena, "callmark %s", command->name);
    argv[0] = str_z(arena, name);
    Str doc = str_format(arena, "%s\v%s", command->summary, command->details);
    const struct argp argp = {.options = argp_table(arena, command),
                              .parser = parse_option,
                              .args_doc = command->arguments,
                              .doc = str_z(arena, doc)};
    Parse parse = {arena, command, settings, {.arena = arena}};
    if (!check_names(arena, command, argc, argv)) return false;
    if (argp_parse(&argp, argc, argv, 0, NULL, &parse) != 0) return false;
    if (!check_format(arena, command, settings)) return false;
    if (settings->shard.len && !shard_parse(settings->shard, &settings->read.shard))
        return false;
    settings->given = buf_str(&parse.given);
    settings->read.left_out = settings->output;
    bool stored = command->store_is_input && settings->store.len;
    if (!command->needs_files || settings->files.len || stored) return true;
    message_error("no input given (see 'callmark %s --help')", command->name);
    return false;
}

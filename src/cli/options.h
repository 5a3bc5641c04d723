// The command line as a struct.
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/option_value.h"
#include "rubric/rubric.h"

typedef struct {
    Str rubric;           // --rubric
    Texts rubric_folders; // --rubric-dir
    ReadOptions read;     // but for what setup_inputs makes of the three after it
    Str calls, agents, name_pattern; // --calls, --agents, --name-pattern
    Str to;                          // --to; empty = the command's first format
    Str output;                      // --output; empty = stdout
    uint32_t jobs;                   // 0 = one a processor
    bool strict, quiet, progress, verbose, no_sieve, stats;
    bool html;                           // report --html
    bool redact;                         // --redact
    bool no_redact;                      // report --no-redact
    uint32_t lock_timeout;               // seconds
    uint32_t mode;                       // of files that are made, as chmod has it
    Str metrics;                         // report --metrics
    double fail_under, fail_under_agent; // NAN when not given
    bool eager;                          // score --eager
    Str shard;                           // score --shard, which makes read.shard of it
    bool line_buffered;                  // score --line-buffered
    Str since, until, period, today;     // --since and so on
    Str zone;                            // --timezone
    Texts people, teams;                 // --agent, --team
    Str store;                           // --store
    int64_t keep_ms;                     // --keep; NO_TIME: for ever
    Str customer, person;                // forget --customer, --agent
    Texts detectors;                     // find, measure --detector
    Str role;                            // find --role
    bool count;                          // find, diff
    uint32_t sample, misses;
    uint32_t seed, each;     // sample
    bool cost;               // check --cost
    Texts tried;             // check --try
    Str labels_map;          // measure --labels-map
    Str verdicts, criterion; // learn
    bool no_sandbox;         // --no-sandbox
    InputPart part;          // measure, agree --part
    Str readers;             // agree --readers
    bool unread;             // agree --unread
    bool errors;             // measure, agree --errors
    bool exit_code;          // diff
    Str call;                // show --call
    Str stage;               // show --stage
    Str show;                // list --show
    bool merge;              // score --merge
    bool allow_missing;      // score, report --allow-missing
    Str given;               // the options that records depend on, as they were given
    Texts files;             // what stands beside the options
} Settings;

// Options that a command takes together. Whatever stands alone is one command's own, or
// is left out by some.
enum {
    OPTIONS_RUBRIC = 1 << 0,     // --rubric
    OPTIONS_FOLDERS = 1 << 1,    // --rubric-dir
    OPTIONS_INPUT = 1 << 2,      // how transcripts are read, and by whom they are spoken
    OPTIONS_FORMAT = 1 << 3,     // --to
    OPTIONS_OUTPUT = 1 << 4,     // --output
    OPTIONS_JOBS = 1 << 5,       // --jobs
    OPTIONS_STRICT = 1 << 6,     // --strict
    OPTIONS_SAID = 1 << 7,       // --quiet, --verbose
    OPTIONS_PROGRESS = 1 << 8,   // --progress
    OPTIONS_NO_SIEVE = 1 << 9,   // --no-sieve
    OPTIONS_STATS = 1 << 10,     // --stats
    OPTIONS_DETECTORS = 1 << 11, // --detector
    OPTIONS_COUNT = 1 << 12,     // --count
    OPTIONS_SAMPLE = 1 << 13,    // --sample
    OPTIONS_REPORT = 1 << 14,    // the own ones of `report`, and so on
    OPTIONS_SCORE = 1 << 15,
    OPTIONS_FIND = 1 << 16,
    OPTIONS_SHOW = 1 << 17,
    OPTIONS_CHECK = 1 << 18,
    OPTIONS_MEASURE = 1 << 19,
    OPTIONS_DIFF = 1 << 20,
    OPTIONS_LIST = 1 << 21,
    OPTIONS_ERRORS = 1 << 22, // --errors
    OPTIONS_PART = 1 << 23,   // --part
    OPTIONS_AGREE = 1 << 24,
    OPTIONS_PERIOD = 1 << 25, // --since and the like; whose calls
    OPTIONS_LEARN = 1 << 26,
    OPTIONS_STORE = 1 << 27, // --store
    OPTIONS_KEEP = 1 << 28,  // --keep
    OPTIONS_FORGET = 1 << 29,
    OPTIONS_CHOOSE = 1 << 30, // the own ones of `sample`
    // Of commands that mark many calls.
    OPTIONS_RUN = OPTIONS_JOBS | OPTIONS_SAID | OPTIONS_PROGRESS | OPTIONS_NO_SIEVE,
    // Of commands that quote calls: --redact. (Those that are strict write all of them.)
    OPTIONS_QUOTE =
        OPTIONS_STRICT | OPTIONS_FIND | OPTIONS_SHOW | OPTIONS_DIFF | OPTIONS_AGREE,
    OPTIONS_MARK = OPTIONS_RUBRIC | OPTIONS_FOLDERS | OPTIONS_INPUT,
};

typedef struct Command Command;
struct Command {
    const char *name, *arguments, *summary, *details;
    const char *const
        *formats;     // of --to, the first is the default; NULL when it has none
    unsigned options; // of OPTIONS_...
    bool needs_files;
    bool store_is_input;                                // with --store it needs none
    int (*run)(Arena *arena, const Settings *settings); // gives the exit status
};

// Reads argv[1..] of `command`; false when something is wrong (said on stderr; EX_USAGE).
// --help is answered here and ends the program.
bool options_parse(Arena *arena, const Command *command, int argc, char **argv,
                   Settings *settings);

#endif

// The command line as a struct.
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "read/reader.h"
#include "rubric/rubric.h"

// --part K/N: the K-th of N; {0} = all.
typedef struct {
    uint32_t number, of;
} InputPart;

typedef struct {
    Str rubric;           // --rubric
    Texts rubric_folders; // --rubric-dir
    ReadOptions read;     // but for what setup_inputs makes of the three after it
    Str calls, agents, name_pattern; // --calls, --agents, --name-pattern
    Str to;                          // --to; empty = the command's first format
    Str output;                      // --output; empty = stdout
    uint32_t jobs;                   // 0 = one a processor
    bool strict, quiet, progress, verbose, no_sieve, stats;
    uint32_t lock_timeout;               // seconds
    double fail_under, fail_under_agent; // NAN when not given
    Texts detectors;                     // find, measure --detector
    Str role;                            // find --role
    bool count;                          // find, diff
    uint32_t sample, misses;
    bool cost;      // check --cost
    Texts tried;    // check --try
    Str labels_map; // measure --labels-map
    InputPart part; // measure --part
    bool errors;    // measure --errors
    bool exit_code; // diff
    Str call;       // show --call
    Str stage;      // show --stage
    Str show;       // list --show
    Texts files;    // what stands beside the options
} Settings;

typedef struct Command Command;
struct Command {
    const char *name, *arguments, *summary, *details;
    const char *const
        *formats;        // of --to, the first is the default; NULL when it has none
    const char *options; // letters and keys of the options it takes
    bool needs_files;
    int (*run)(Arena *arena, const Settings *settings); // gives the exit status
};

// Reads argv[1..] of `command`; false when something is wrong (said on stderr; EX_USAGE).
// --help is answered here and ends the program.
bool options_parse(Arena *arena, const Command *command, int argc, char **argv,
                   Settings *settings);

#endif

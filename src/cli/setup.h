// What most commands begin and end with: the rubric, the reader, the exit status.
#ifndef CLI_SETUP_H
#define CLI_SETUP_H

#include "cli/options.h"
#include "cli/talk.h"
#include "score/run.h"

typedef struct {
    Arena *arena;
    const Settings *settings;
    Rubric rubric;
    Reader *reader;
    Diags diags;   // of the inputs
    size_t said;   // complaints already on stderr
    bool *gave_up; // one a pattern: that it ran into its budget has been said
    uint64_t calls;
    Progress progress;
} Session;

// Loads the rubric; EX_OK, or EX_CONFIG with its mistakes on stderr.
int session_rubric(Session *session, Arena *arena, const Settings *settings);
// Opens the inputs; EX_OK or EX_USAGE.
int session_inputs(Session *session, const Str *paths, size_t count);
// Marks (or whatever `work` does) all calls, with complaints and progress as they come.
void session_run(Session *session, RunPlan run);
// Says, once a pattern, that it gave up in this call.
void session_note(Session *session, const Scorecard *card);
// With --verbose: how each input was read.
void session_tell(const Session *session);
// The exit status that the inputs call for: EX_OK, EX_DATAERR or EX_NOINPUT.
int session_status(const Session *session);
void session_close(Session *session);

// The file of a rubric named on the command line; {0} when there is none (said on
// stderr).
Str rubric_file(Arena *arena, const Settings *settings, Str name);
// The folders where bare names of rubrics are looked up.
Texts rubric_folders(Arena *arena, const Settings *settings);
// The names of the YAML files in a folder, in byte order; none when it cannot be read.
Texts rubric_names(Arena *arena, Str folder);

#endif

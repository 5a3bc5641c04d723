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
    Diags diags;     // of the inputs
    size_t said;     // complaints already on stderr
    uint64_t calls;
    Progress progress;
} Session;

// Loads the rubric; EX_OK, or EX_CONFIG with its mistakes on stderr.
int session_rubric(Session *session, Arena *arena, const Settings *settings);
// Opens the inputs; EX_OK or EX_USAGE.
int session_inputs(Session *session, const Str *paths, size_t count);
// Marks (or whatever `work` does) all calls, with complaints and progress as they come.
void session_run(Session *session, RunPlan run);
// The exit status that the inputs call for: EX_OK, EX_DATAERR or EX_NOINPUT.
int session_status(const Session *session);
void session_close(Session *session);

// The file of a rubric named on the command line; {0} when there is none (said on stderr).
Str rubric_file(Arena *arena, const Settings *settings, Str name);
// The folders where bare names of rubrics are looked up.
Texts rubric_folders(Arena *arena, const Settings *settings);

#endif

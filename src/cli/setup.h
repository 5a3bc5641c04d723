// What most commands begin and end with: the rubric, the reader, the exit status.
#ifndef CLI_SETUP_H
#define CLI_SETUP_H

#include "cli/message.h"
#include "cli/name_pattern.h"
#include "cli/roster.h"
#include "cli/rubrics.h"
#include "score/run.h"
#include "store/store.h"

typedef struct {
    Arena *arena;
    const Settings *settings;
    Rubric rubric;
    Reader *reader;
    NamePattern *name_pattern;
    Store *store;     // NULL: there is no --store
    Diags diags;      // of the inputs
    Selection *only;  // of their calls, see select_calls; NULL = all
    Roster roster;    // of all calls, also those left out, when --agent or --team asks
    uint32_t undated; // calls left out for they have no time
    Told told;        // of them, on stderr
    uint32_t foreign; // calls in another language than the rubric's
    bool *gave_up;    // one a pattern: that it ran into its budget has been said
    uint64_t calls;
    Progress progress;
    int64_t started_ns;
    Watch *watch; // of `stats`; NULL when they are not wanted
    Stats stats;
} Setup;

// Begins with the rubric of the settings; EX_OK or EX_CONFIG.
int setup_rubric(Setup *setup, Arena *arena, const Settings *settings);
// Likewise where no more is asked for than marks; or than what settings->detectors find.
int setup_to_mark(Setup *setup, Arena *arena, const Settings *settings);
int setup_to_find(Setup *setup, Arena *arena, const Settings *settings);
// Likewise a rubric that is to mark people: its examples must hold.
int setup_marking(Setup *setup, Arena *arena, const Settings *settings);
// Likewise a rubric or a pack, for those who need no more than the detectors.
int setup_detectors(Setup *setup, Arena *arena, const Settings *settings);
// One a detector: whether --detector names it, or nothing does; NULL when a name is
// unknown (said on stderr).
bool *setup_choose(const Setup *setup);
// The options of the reader, with all that they name opened; NULL when some of it cannot
// be. setup_close_inputs closes it.
const ReadOptions *setup_options(Setup *setup);
// Opens the inputs; EX_OK, or EX_USAGE with none of them open.
int setup_inputs(Setup *setup, const Str *paths, size_t count);
// Closes those that are open.
void setup_close_inputs(Setup *setup);
// Marks (or whatever `work` does) all calls, with complaints and progress as they come.
void setup_run(Setup *setup, RunPlan run);
// Says what has been complained of and not been said yet.
void setup_say(Setup *setup);
// Says of a call that is in another language than the rubric.
void setup_warn(Setup *setup, const Call *call);
// Says, once a pattern, that it gave up in this call.
void setup_note(Setup *setup, const Scorecard *card);
// Says how many calls a period leaves out for lack of a time; then forgets it.
void setup_tell_undated(Setup *setup);
// Says of each agent and team of the settings when no call is of it: then `status`, if it
// is EX_OK, becomes 1.
int setup_people(const Setup *setup, int status);
// With --verbose: how each input was read.
void setup_tell(const Setup *setup);
// The exit status that the inputs call for: EX_OK, EX_DATAERR or EX_NOINPUT.
int setup_status(const Setup *setup);
// Ends the reading; with --stats, says where the time went.
void setup_close(Setup *setup);

#endif

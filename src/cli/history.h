// --store: a run adds its scorecards to a history, and a report is told from it.
#ifndef CLI_HISTORY_H
#define CLI_HISTORY_H

#include "cli/setup.h"
#include "tally/verdicts.h"

// Opens setup->store as the settings ask for, or leaves it NULL. EX_OK, or the exit
// status that the store calls for (said on stderr).
int history_open(Setup *setup);
// Adds what store_add gathered, as marked by the setup's rubric out of `inputs`; `folder`
// is that of a report to come, or empty. Likewise, and EX_OK without a store.
int history_commit(Setup *setup, const InputFiles *inputs, Str folder);
// Says what is wrong with the store, if anything is, and gives the exit status.
int history_status(const Setup *setup);

// Makes `list` that of the period's calls and those before it, as the store has them. Of
// files without a period, which are in the list already, the report is on them alone: the
// period begins with the first of their calls, and those before it are added.
int history_read(Setup *setup, Arena *arena, CardList *list);

// What people said of marks, in the store that the settings name, as judgements; EX_OK,
// or the exit status (said on stderr).
int history_judgements(Setup *setup, Judgements *judgements);

// A path as it is known from anywhere: what it leads to is to be found later.
Str whole_path(Arena *arena, Str path);

#endif

// The scorecards that a command is about, wherever they come from: transcripts, files of
// records, a store.
#ifndef CLI_GATHER_H
#define CLI_GATHER_H

#include "cli/part_inputs.h"
#include "score/read_records.h"

typedef struct {
    Setup setup;
    Arena cards_arena;
    CardList list;              // of the period
    Scorecards earlier;         // from before it, by their marks
    Scorecards versions;        // of its calls, by other versions of the rubric
    Texts transcripts, records; // inputs, as they came
    PartInputs parts;           // folders of parts; their files are among the records
    InputFiles inputs;          // for the manifest
    Reviewed reviewed;          // what people said, as the store has it
} Gathered;

// Reads what the settings name, whoever --agent asks for; with --store, adds it to the
// store, and takes from there what belongs to the period. True when there are cards to go
// on with, to be closed: *status is EX_OK or, where some input was refused, EX_DATAERR,
// or 1 where --agent or --team names nobody.
// Else *status says why not (said on stderr).
bool gather(Arena *arena, const Settings *settings, Gathered *gathered, int *status);
void gather_close(Gathered *gathered);

#endif

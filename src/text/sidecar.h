// Tables that stand beside the transcripts: of the calls (--calls), of the agents
// (--agents). Read once, whole, before the first transcript; then read-only.
#ifndef TEXT_SIDECAR_H
#define TEXT_SIDECAR_H

#include "base/map.h"
#include "format/options.h"

typedef enum {
    // A row a call. Its key is the cell of the column that names the call, as in any CSV
    // file, or else of "id", "file", "file_name", "filename" or "path": the id of the
    // call, or the end of its file's path, with or without the file's ending.
    SIDECAR_CALLS,
    // A row an agent, whose keys are all cells but that of the team: the agent's id,
    // name, and whatever else transcripts may call him. Capitals and small letters of
    // ASCII are the same.
    SIDECAR_AGENTS
} SidecarKind;

struct Sidecar {
    Str path;
    Map keys;       // -> number of the row
    VEC(Call) rows; // what each says of a call; without turns
};

// Rows that cannot be used are complained of, each with its place; a key that comes again
// is one of these. False when there is no row to be had: no file, no header, no column of
// keys. All of it lives in `arena`.
bool sidecar_read(Arena *arena, Str path, SidecarKind kind, Sidecar *sidecar,
                  Diags *diags);
// The row of the call with this id, or else of the file it is read from; NULL when there
// is none.
const Call *sidecar_call(const Sidecar *sidecar, Str id, Str path);
// The row of the agent whom a speaker's label names; NULL when there is none.
const Call *sidecar_agent(const Sidecar *sidecar, Str label);

#endif

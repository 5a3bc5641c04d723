// A part: the records that one shard of a run has made, or several shards that follow one
// another, in a file, and beside it a manifest that says of what they were made.
//
//   part-00003-of-00012.ndjson         part-00003-of-00012.json       shard 3 of 12
//   part-00003-00007-of-00012.ndjson   part-00003-00007-of-00012.json shards 3 to 7
//
//   inputs -- input/fingerprint --> PartManifest --> part_is_done: made already?
//   calls  -- score ------------->  the part, and then its manifest
//   folders of parts -- score/part_set --> PartSet: those that belong together
//      -- score/part_merge --> one stream of records, or the part of more shards
//      -- score/read_records --> the cards of a report
//
// Both files appear whole: a run that is killed leaves a part without its manifest, which
// is not done. There is no clock, host or absolute path in them, so a part that is made
// again has the same bytes.
#ifndef SCORE_PART_FILE_H
#define SCORE_PART_FILE_H

#include "base/diag.h"
#include "input/digest.h"
#include "input/fingerprint.h"
#include "rubric/rubric.h"

// What every part of one set has in common.
typedef struct {
    Str version; // callmark's
    Str engine;  // code_engine
    Str rubric, rubric_version, rubric_hash, quality_hash;
    Str options;           // XXH3 of the options that the records depend on
    uint64_t files, bytes; // of all inputs
    Str listing;           // see Fingerprint
    uint32_t shards;
} PartOrigin;

typedef struct {
    PartOrigin origin;
    uint32_t first, last;    // shards, from 0
    Str content;             // see Fingerprint; empty where several shards are in it
    uint64_t calls;          // marked
    uint64_t refused;        // calls and lines that were not marked
    uint64_t records, bytes; // of the file
    char hash[17];           // XXH3 of the file
    Diags problems;          // what was refused, and the doubts about single calls
} PartManifest;

// "part-00003-of-00012", to be followed by ".ndjson" or ".json".
Str part_name(Arena *arena, const PartManifest *part);
// The path of either in a folder.
Str part_records_path(Arena *arena, Str folder, const PartManifest *part);
Str part_manifest_path(Arena *arena, Str folder, const PartManifest *part);
// The shards that a file's name tells of; false when it is not that of a part's records
// or its manifest.
bool part_name_parse(Str name, PartManifest *part);

// The member "rubric" of a part's or a report's manifest; no figures of quality: null.
void manifest_put_rubric(Buf *out, Str id, Str version, Str hash, Str quality_hash);
// Writes the manifest, which appears whole; 0, or an errno.
int part_manifest_write(Arena *arena, Str folder, const PartManifest *part);
// All of it in `arena`; false when there is none, or it is not whole.
bool part_manifest_read(Arena *arena, Str path, PartManifest *part);

typedef enum { PART_WHOLE, PART_ABSENT, PART_SHORT, PART_DAMAGED } PartState;
// Whether the file at `path` is the one that the manifest tells of.
PartState part_state(Str path, const PartManifest *part);
// Whether the part is there that would be made now, of which no more than its origin,
// its shards and what was read is known yet.
bool part_is_done(Arena *arena, Str folder, const PartManifest *now);

// What the manifest says of the bytes, counted as they are written.
typedef struct {
    Digest *digest;
    uint64_t records, bytes;
} PartSum;

PartSum part_sum_begin(void);
void part_sum_add(PartSum *sum, Str bytes);
void part_sum_write(const PartSum *sum, PartManifest *part);
void part_sum_free(PartSum *sum); // also one that was never begun

#endif

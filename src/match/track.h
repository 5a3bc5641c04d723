// Tracks: what matches at a place, told without PCRE2, which takes long to be made ready
// and some time to be asked.
//
// A regex's tree (regex.h) is written as steps, once, as bytes that can be put into the
// program. From a place in a text they are walked in PCRE2's order, so that the first way
// through is its match. Where a regex says more than its steps (case, back references,
// characters outside ASCII), they let too much pass: then a way through tells nothing,
// but where there is none there is no match. A track of many steps is broken off.
#ifndef MATCH_TRACK_H
#define MATCH_TRACK_H

#include "match/regex.h"

typedef struct {
    const uint8_t *steps; // NULL: no track tells anything
    size_t len;
} Track;

// The track of a caseless pattern; `whole_words` as in PatternSpec.
Track track_of(Arena *arena, const Regex *regex, bool whole_words);

typedef enum { TRACK_NONE, TRACK_FOUND, TRACK_UNSURE } TrackResult;
// Whether a match begins at `start`, and where it ends (a named group it has none). With
// `whole_words` that is no place inside a word. Texts with U+017F or U+212A are not told
// by tracks, as in atom.h.
// `steps` are a track's.
TrackResult track_try(const uint8_t *steps, Str text, bool ascii, size_t start,
                      size_t *end);

#endif

// What may be found in texts that come again and again: "yes please", an agent's canned
// replies. They are told by their bytes, so what is remembered is what a search would
// find.
//
// As base/again.h has it; when there are too many, all are forgotten. One thread's.
#ifndef MATCH_MEMO_H
#define MATCH_MEMO_H

#include "match/match.h"
#include "match/sighting.h"

typedef struct Memo Memo;

Memo *memo_new(void);
void memo_free(Memo *memo);
// Forgets all when it is full: then sightings have numbers no more.
void memo_tidy(Memo *memo);

typedef enum {
    MEMO_NEW,    // look for what there is
    MEMO_WANTED, // likewise, and give it to memo_keep
    MEMO_KNOWN   // these are its sightings
} MemoAnswer;
// The sightings that were dropped since are of PATTERN_NONE. They are valid until the
// next text is kept.
typedef struct {
    const Sighting *items;
    size_t len;
} SightingSlice;
MemoAnswer memo_recall(Memo *memo, const MatchText *text, uint64_t hash,
                       SightingSlice *out);
// What memo_recall is given of a text. Best asked for some texts before, since it has
// fetched what that looks at.
uint64_t memo_hash(Memo *memo, const MatchText *text);
// Of a text that is known, or that was given to memo_keep, when it was the last asked
// for: its number plus one.
uint32_t memo_number(const Memo *memo);
// All sightings of the text that was asked for last; they get their numbers.
void memo_keep(Memo *memo, const MatchText *text, Sighting *sightings, size_t count);
// What came of the sightings that one pattern has in a kept text, by their numbers plus
// one: from now on they are matches that are known already. Hits that have captures are
// not remembered.
void memo_learn(Memo *memo, const uint32_t *kept, size_t count, const Hit *hits,
                size_t hit_count);

// The same of what may match in every text but at its start only: the text is told by its
// number plus one, the pattern by a number that is the same for all texts of a role. An
// end of 0 says that it does not match. Some are forgotten for others.
bool memo_recall_top(const Memo *memo, uint32_t text, uint32_t number, size_t *end);
void memo_learn_top(Memo *memo, uint32_t text, uint32_t number, size_t end);

#endif

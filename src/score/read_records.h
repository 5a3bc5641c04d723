// Files of scorecard records, as `score` writes them.
#ifndef SCORE_READ_RECORDS_H
#define SCORE_READ_RECORDS_H

#include "read/reader.h"
#include "score/record.h"
#include "score/scorecard_copy.h"
#include "score/selection.h"

// Scorecards by call: one id is one call, wherever it comes from, with a card for each of
// the agents who share it.
typedef struct {
    Scorecards cards;
    VEC(Place) places; // where each card came from
    Map numbers;       // a call's id, or that of a part -> its number among the cards
    SharedTexts texts; // what cards have in common
    uint32_t copies;   // of cards that are there already, since they were told of last
    Place copied;      // where the first of those came from
    Str copier;        // and the path that it came from again
    const Selection *only; // records of other calls are left out; NULL: none is
    uint32_t undated;      // records left out because they have no time
    bool redact;           // what cards quote is redacted as they come
    bool in_parts; // in which file a card stands is chance, and is not told of (parts)
} CardList;

typedef enum { CARD_ADDED, CARD_COPIED, CARD_REFUSED, CARD_LEFT_OUT } CardFate;

// Adds a card to the list, which keeps it in `arena`, unless its call, or its part
// of it, is there already: the same card once more is counted, another one is refused
// with a complaint. Of a call from before the period only marks are kept, and no words.
CardFate cards_add(Arena *arena, CardList *list, const Scorecard *card, Place place,
                   Diags *diags);
// Says how many cards were there already, the same; then forgets it.
void cards_tell_copies(CardList *list, Diags *diags);

// Removes the cards of a call, where there is one; the rest keep their order,
// and nothing can be added after.
void cards_remove(CardList *list, Str call);
// Likewise the cards of all calls that came from a file, or from an archive.
void cards_remove_from(CardList *list, Str path);
// Moves the cards from before the period to `earlier`; the rest keep their order, and
// nothing can be added after.
void cards_split(Arena *arena, CardList *list, Scorecards *earlier);

// Whether `rubric` marked it, and its criteria counted then as they count now.
bool card_is_of_rubric(const Rubric *rubric, const Scorecard *card);

// When the newest call began of which the file at `path` has a record, or NO_TIME.
int64_t records_newest(Str path);

// Whether the file at `path` begins like one of records; false when it cannot be read, or
// not twice, as a pipe.
bool records_sniff(Str path);
// Adds every record in the file to `list`, all of it in `arena`. Lines that are no
// record, or were marked by another rubric than `rubric`, are complained of and left out.
// Fills *file for the manifest; false when the file cannot be opened.
bool records_read(Arena *arena, Str path, const Rubric *rubric, CardList *list,
                  InputFile *file, Diags *diags);

#endif

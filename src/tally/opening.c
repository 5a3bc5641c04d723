#include "tally/opening.h"

#include "base/utf8.h"

bool words_tell(Str words) {
    enum { FEWEST = 20 }; // characters
    return utf8_count(words) >= FEWEST;
}

// A customer may need several turns to say it.
Opening card_opening(const Scorecard *card) {
    Opening opening = OPENING_AGENT;
    vec_each(const Said, said, &card->said) {
        if (said->role == ROLE_AGENT && said->text.len) return opening;
        if (said->role != ROLE_CUSTOMER || !said->text.len) continue;
        if (words_tell(said->text)) return OPENING_MATTER;
        opening = OPENING_BRIEF;
    }
    return opening;
}

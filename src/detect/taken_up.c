#include "detect/taken_up.h"

#include "detect/content.h"
#include "detect/hits.h"

static TakenUp compare(const ContentReader *reader, const Content *before, uint32_t turn,
                       const Content *here) {
    SharedWords shared = content_shared(reader, before, turn_words(reader, turn));
    TakenUp found = {.all = (uint32_t)here->words.len, .shared = (uint32_t)shared.len};
    if (!shared.len) return found;
    const Folded *folded = turn_folded(reader->in, turn);
    found.start = fold_start(folded, shared.items[0].b.start);
    found.end = fold_end(folded, shared.items[0].b.end);
    return found;
}

const TakenUp *turns_taken_up(const DetectInput *in, Str language) {
    static const Texts NONE = {0};
    const Turn *turns = in->call->turns.items;
    size_t count = in->call->turns.len;
    TakenUp *out = arena_array(in->scratch, TakenUp, count);
    ContentReader reader = content_reader(in, language, &NONE);
    reader.details = true;
    Content before = {0}, last = {0}; // of anybody else, of the turn before
    Role role = ROLE_SYSTEM;
    for (uint32_t t = 0; t < count; t++) {
        if (!role_speaks(ROLE_UNKNOWN, &turns[t]) || !joined_begins(&in->joined, t))
            continue;
        if (turns[t].role != role) before = last;
        role = turns[t].role;
        last = content_of(&reader, turn_words(&reader, t));
        out[t] = compare(&reader, &before, t, &last);
    }
    return out;
}

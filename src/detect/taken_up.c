#include "detect/taken_up.h"

#include "detect/content.h"

static void compare(const DetectInput *in, const Content *before, const Content *here,
                    uint32_t turn, TakenUp *out) {
    SharedWords shared = content_shared(in->scratch, before, here);
    out->all = (uint32_t)here->words.len;
    out->shared = (uint32_t)shared.len;
    if (!shared.len) return;
    out->start = fold_start(&in->folded[turn], shared.items[0].b->start);
    out->end = fold_end(&in->folded[turn], shared.items[0].b->end);
}

const TakenUp *turns_taken_up(const DetectInput *in, Str language) {
    static const Texts NONE = {0};
    const Turn *turns = in->call->turns.items;
    size_t count = in->call->turns.len;
    TakenUp *out = arena_array(in->scratch, TakenUp, count);
    ContentReader reader = content_reader(in, language, &NONE);
    reader.details = true;
    Content before = {0}, last = {0}; // of anybody else, of the turn before
    for (uint32_t t = 0; t < count; t++) {
        Str text = in->folded[t].text;
        if (t > 0 && turns[t].role != turns[t - 1].role) before = last;
        last = content_read(&reader, text, 0, (uint32_t)text.len);
        compare(in, &before, &last, t, &out[t]);
    }
    return out;
}

#include "call/words.h"
#include "detect/hits.h"
#include "detect/kind.h"

typedef struct {
    DetectorRefs besides;
    uint32_t min_words;
} Unread;

#define FIELD(member) offsetof(Unread, member)
static const FieldSpec FIELDS[] = {
    {"besides", FIELD_DETECTORS, FIELD(besides),
     .summary = "detectors; a turn in which one of them found something is understood",
     .required = true},
    {"min_words", FIELD_COUNT, FIELD(min_words),
     .summary = "shorter turns do not count (1)"},
    {0},
};
static const Unread DEFAULTS = {.min_words = 1};

static void unread_run(const DetectInput *in, const void *params, Finding *out) {
    const Unread *unread = params;
    Role role = detector_role(in);
    bool *understood = arena_array(in->scratch, bool, in->call->turns.len);
    out->why = role_obstacle(in, role);
    if (out->why.len) return;
    vec_each(const uint32_t, detector, &unread->besides) {
        if (!detector_known(in, *detector, out)) return;
        vec_each(const Evidence, found, &in->findings[*detector].evidence)
            understood[found->turn] = true;
    }
    for (uint32_t t = 0; t < in->call->turns.len; t++) {
        const Turn *turn = &in->call->turns.items[t];
        bool counts = role_speaks(role, turn) && joined_begins(&in->joined, t) &&
                      !understood[t] && text_words(turn->text) >= unread->min_words;
        if (counts) finding_add(in, out, t, 0, (uint32_t)turn->text.len);
    }
    out->known = true;
    out->value = (double)out->evidence.len;
    out->holds = out->evidence.len > 0;
}

const DetectorKind KIND_UNREAD = {
    .name = "unread",
    .summary = "turns in which none of the named detectors found anything",
    .fields = FIELDS,
    .params_size = sizeof(Unread),
    .defaults = &DEFAULTS,
    .rests_on_words = true,
    .run = unread_run,
};

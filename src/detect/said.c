#include "detect/said.h"

#include "detect/hits.h"
#include "detect/negation.h"

Role said_role(const DetectInput *in) {
    Role role = in->detectors->items[in->self].role;
    return role == ROLE_UNKNOWN ? ROLE_AGENT : role;
}

static void drop_overlaps(Said *said) {
    size_t kept = 0;
    vec_each(const Hit, hit, said) {
        const Hit *last = kept ? &said->items[kept - 1] : NULL;
        bool overlaps = last && last->turn == hit->turn && hit->start < last->end;
        if (!overlaps) said->items[kept++] = *hit;
    }
    said->len = kept;
}

Said said_by(const DetectInput *in, const PatternRefs *refs, uint32_t guard) {
    Said said = {0};
    Role role = said_role(in);
    vec_each(const PatternRef, ref, refs) {
        HitSlice hits = hits_of(in->hits, ref->pattern);
        for (size_t i = 0; i < hits.len; i++) {
            const Hit *hit = &hits.items[i];
            Str text = in->folded[hit->turn].text;
            bool negated = !ref->negated && negated_before(text, hit->start, guard);
            if (!negated && role_speaks(role, &in->call->turns.items[hit->turn]))
                *vec_push(in->scratch, &said) = *hit;
        }
    }
    hits_sort(said.items, said.len);
    drop_overlaps(&said);
    return said;
}

Capture said_group(const DetectInput *in, const Hit *hit, Str name) {
    for (uint32_t i = 0; i < hit->capture_count; i++) {
        Capture capture = in->hits->captures.items[hit->capture_first + i];
        if (str_eq(capture.name, name)) return capture;
    }
    return (Capture){.name = name};
}

void said_cite(const DetectInput *in, Finding *out, const Hit *hit) {
    finding_add_folded(in, out, hit->turn, hit->start, hit->end);
}

#include "detect/said.h"

#include "detect/hits.h"
#include "detect/negation.h"

#include <stdlib.h>

Role said_role(const DetectInput *in) {
    Role role = in->detectors->items[in->self].role;
    return role == ROLE_UNKNOWN ? ROLE_AGENT : role;
}

static int compare(const void *a, const void *b) {
    const Hit *x = a, *y = b;
    if (x->turn != y->turn) return x->turn < y->turn ? -1 : 1;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end > y->end ? -1 : 1;
    return (x->pattern > y->pattern) - (x->pattern < y->pattern);
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
    if (said.len) qsort(said.items, said.len, sizeof *said.items, compare);
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
    const Folded *folded = &in->folded[hit->turn];
    finding_add(in, out, hit->turn, fold_start(folded, hit->start),
                fold_end(folded, hit->end));
}

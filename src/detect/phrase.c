#include "detect/kinds.h"
#include "detect/moment.h"
#include "detect/negation.h"

#include <stdlib.h>
#include <string.h>

typedef enum { SCOPE_SENTENCE, SCOPE_TURN } Scope;
typedef enum { PER_MATCH, PER_TURN, PER_CALL } Per;

typedef struct {
    PatternRefs any, unless;
    int unless_in, per;
    Window window;
    uint32_t min, max, negation;
} Phrase;

static const char *const SCOPES[] = {"sentence", "turn", NULL};
static const char *const PERS[] = {"match", "turn", "call", NULL};

#define FIELD(member) offsetof(Phrase, member)
static const FieldSpec FIELDS[] = {
    {"any", FIELD_PATTERNS, FIELD(any), "patterns; one match is enough", NULL, true},
    {"unless", FIELD_PATTERNS, FIELD(unless), "patterns that undo a match near them",
     NULL, false},
    {"unless_in", FIELD_CHOICE, FIELD(unless_in), "how near: sentence or turn", SCOPES,
     false},
    {"window", FIELD_WINDOW, FIELD(window), "where in the call it counts", NULL, false},
    {"min", FIELD_COUNT, FIELD(min), "holds with at least so many (1)", NULL, false},
    {"max", FIELD_COUNT, FIELD(max), "holds with at most so many", NULL, false},
    {"per", FIELD_CHOICE, FIELD(per), "what min and max count: match, turn or call", PERS,
     false},
    {"negation", FIELD_GUARD, FIELD(negation),
     "a negation so many words before undoes a match (3, or off)", NULL, false},
    {0},
};
static const Phrase DEFAULTS = {.min = 1, .max = UINT32_MAX, .negation = 3};

typedef struct {
    const Hit *items;
    size_t len;
} HitSlice;

static HitSlice hits_of(const HitList *hits, uint32_t pattern) {
    const uint32_t *first = hits->first + pattern;
    if (first[0] == first[1]) return (HitSlice){0};
    return (HitSlice){hits->hits.items + first[0], first[1] - first[0]};
}

static const GaveUp *gave_up(const HitList *hits, const PatternRefs *refs) {
    vec_each(const GaveUp, up, &hits->gave_up)
        vec_each(const PatternRef, ref, refs)
            if (up->pattern == ref->pattern) return up;
    return NULL;
}

static bool ends_sentence(Str text, size_t at) {
    return memchr(".?!;", text.ptr[at], 4) &&
           (at + 1 == text.len || text.ptr[at + 1] == ' ');
}

// The stretch around [start, end) in which an exception counts.
static Hit scope_around(Str text, const Hit *hit, int scope) {
    Hit around = {.turn = hit->turn, .start = 0, .end = (uint32_t)text.len};
    if (scope == SCOPE_TURN) return around;
    around.start = hit->start, around.end = hit->end - 1; // its own full stop ends it
    while (around.start > 0 && !ends_sentence(text, around.start - 1)) around.start--;
    while (around.end < text.len && !ends_sentence(text, around.end)) around.end++;
    return around;
}

static bool is_excepted(const DetectInput *in, const Phrase *phrase, const Hit *hit) {
    if (!phrase->unless.len) return false;
    Hit around = scope_around(in->folded[hit->turn].text, hit, phrase->unless_in);
    vec_each(const PatternRef, ref, &phrase->unless) {
        HitSlice hits = hits_of(in->hits, ref->pattern);
        for (size_t i = 0; i < hits.len; i++)
            if (hits.items[i].turn == around.turn && hits.items[i].start < around.end &&
                hits.items[i].end > around.start)
                return true;
    }
    return false;
}

static int compare_hits(const void *a, const void *b) {
    const Hit *x = a, *y = b;
    if (x->turn != y->turn) return x->turn < y->turn ? -1 : 1;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return (x->end < y->end) - (x->end > y->end); // the longer first
}

typedef VEC(Hit) Hits;

static void collect(const DetectInput *in, const Phrase *phrase, Hits *hits) {
    vec_each(const PatternRef, ref, &phrase->any) {
        HitSlice found = hits_of(in->hits, ref->pattern);
        for (size_t i = 0; i < found.len; i++) {
            const Hit *hit = &found.items[i];
            Str text = in->folded[hit->turn].text;
            bool negated =
                !ref->negated && negated_before(text, hit->start, phrase->negation);
            if (!negated && !is_excepted(in, phrase, hit))
                *vec_push(in->scratch, hits) = *hit;
        }
    }
    if (hits->len) qsort(hits->items, hits->len, sizeof *hits->items, compare_hits);
}

// Two patterns that match the same words found one thing, not two.
static void merge_overlaps(Hits *hits) {
    size_t kept = 0;
    vec_each(Hit, hit, hits) {
        Hit *last = kept ? &hits->items[kept - 1] : NULL;
        if (last && last->turn == hit->turn && hit->start < last->end) {
            if (hit->end > last->end) last->end = hit->end;
        } else {
            hits->items[kept++] = *hit;
        }
    }
    hits->len = kept;
}

typedef enum { OUTSIDE, INSIDE, CANNOT_SAY } Placement;

static bool counts_as(Role role, const Turn *turn) {
    return role == ROLE_UNKNOWN ? turn->role != ROLE_SYSTEM : turn->role == role;
}

// How many turns of `role` stand from the near edge of the call up to and with this one.
static int64_t turns_from_edge(const Call *call, Role role, WindowEdge edge,
                               uint32_t turn) {
    int64_t count = 0;
    uint32_t from = edge == WINDOW_FIRST ? 0 : turn;
    uint32_t to = edge == WINDOW_FIRST ? turn : (uint32_t)call->turns.len - 1;
    for (uint32_t t = from; t <= to; t++) count += counts_as(role, &call->turns.items[t]);
    return count;
}

// Of a call that has one turn with a time.
static int64_t first_start(const Call *call) {
    int64_t first = INT64_MAX;
    vec_each(const Turn, turn, &call->turns)
        if (turn->start_ms != NO_TIME && turn->start_ms < first) first = turn->start_ms;
    return first;
}

static Placement in_time(const Call *call, const Window *window, uint32_t turn) {
    int64_t start = call->turns.items[turn].start_ms;
    if (start == NO_TIME) return CANNOT_SAY;
    int64_t begin = first_start(call), duration = call_duration(call);
    int64_t away =
        window->edge == WINDOW_FIRST ? start - begin : begin + duration - start;
    return away <= window->amount ? INSIDE : OUTSIDE;
}

static Placement at_edge(const DetectInput *in, const Window *window, uint32_t turn) {
    const Call *call = in->call;
    if (window->unit == UNIT_MS) return in_time(call, window, turn);
    if (window->unit == UNIT_TURNS) {
        Role role = in->detectors->items[in->self].role;
        int64_t away = turns_from_edge(call, role, window->edge, turn);
        return away <= window->amount ? INSIDE : OUTSIDE;
    }
    int64_t turns = (int64_t)call->turns.len;
    int64_t away = window->edge == WINDOW_FIRST ? turn : turns - 1 - (int64_t)turn;
    return away * 100 < window->amount * turns ? INSIDE : OUTSIDE;
}

// Before or after the first thing another detector found; without one, all is before it.
static Placement beside(const DetectInput *in, const Window *window, const Hit *hit) {
    const Finding *other = &in->findings[window->detector];
    if (!other->known) return CANNOT_SAY;
    bool before = window->edge == WINDOW_BEFORE;
    if (!other->evidence.len) return before ? INSIDE : OUTSIDE;
    Evidence here = {.turn = hit->turn,
                     .start = fold_start(&in->folded[hit->turn], hit->start)};
    const Evidence *there = &other->evidence.items[0];
    return (before ? moment_before(&here, there) : moment_before(there, &here)) ? INSIDE
                                                                                : OUTSIDE;
}

static Placement place_of(const DetectInput *in, const Window *window, const Hit *hit) {
    switch (window->edge) {
    case WINDOW_FIRST:
    case WINDOW_LAST: return at_edge(in, window, hit->turn);
    case WINDOW_BEFORE:
    case WINDOW_AFTER: return beside(in, window, hit);
    case WINDOW_NONE: break;
    }
    return INSIDE;
}

static Str explain_window(const DetectInput *in, const Window *window) {
    bool timed = window->edge == WINDOW_FIRST || window->edge == WINDOW_LAST;
    return timed ? STR("the call has no times to place it by")
                 : in->findings[window->detector].why;
}

// Drops what is outside the window; false when that cannot be told.
static bool keep_window(const DetectInput *in, const Window *window, Hits *hits) {
    size_t kept = 0;
    vec_each(Hit, hit, hits) {
        Placement place = place_of(in, window, hit);
        if (place == CANNOT_SAY) return false;
        if (place == INSIDE) hits->items[kept++] = *hit;
    }
    hits->len = kept;
    return true;
}

static uint32_t count_hits(const Hits *hits, int per) {
    if (per == PER_MATCH) return (uint32_t)hits->len;
    if (per == PER_CALL) return hits->len > 0;
    uint32_t turns = 0;
    for (size_t i = 0; i < hits->len; i++)
        turns += i == 0 || hits->items[i].turn != hits->items[i - 1].turn;
    return turns;
}

static bool is_heard(const Call *call, Role role) {
    vec_each(const Turn, turn, &call->turns)
        if (counts_as(role, turn)) return true;
    return false;
}

// Why nothing can be said, or {0} when it can.
static Str find_obstacle(const DetectInput *in, const Phrase *phrase) {
    Role role = in->detectors->items[in->self].role;
    const GaveUp *up = gave_up(in->hits, &phrase->any);
    if (!up) up = gave_up(in->hits, &phrase->unless);
    if (up)
        return str_format(in->scratch, "a pattern of '%.*s' gave up on turn %u",
                          STR_ARG(in->detectors->items[in->self].name), up->turn + 1);
    if (is_heard(in->call, role)) return (Str){0};
    if (role == ROLE_UNKNOWN) return STR("nobody said anything");
    return str_format(in->scratch, "no turns of the %.*s", STR_ARG(role_name(role)));
}

// Why it does not hold though something was found.
static Str explain_count(const DetectInput *in, const Phrase *phrase, uint32_t count) {
    bool few = count < phrase->min;
    return str_format(in->scratch, "%.*s: %u found, %s than %u",
                      STR_ARG(in->detectors->items[in->self].name), count,
                      few ? "fewer" : "more", few ? phrase->min : phrase->max);
}

static void run(const DetectInput *in, const void *params, Finding *out) {
    const Phrase *phrase = params;
    Hits hits = {0};
    out->why = find_obstacle(in, phrase);
    if (out->why.len) return;
    collect(in, phrase, &hits);
    merge_overlaps(&hits);
    if (!keep_window(in, &phrase->window, &hits)) {
        out->why = explain_window(in, &phrase->window);
        return;
    }
    uint32_t count = count_hits(&hits, phrase->per);
    out->known = true;
    out->value = count;
    out->holds = count >= phrase->min && count <= phrase->max;
    if (count && !out->holds) out->why = explain_count(in, phrase, count);
    vec_each(const Hit, hit, &hits) {
        const Folded *folded = &in->folded[hit->turn];
        finding_add(in, out, hit->turn, fold_start(folded, hit->start),
                    fold_end(folded, hit->end));
    }
}

static const char *check(const void *params) {
    const Phrase *phrase = params;
    return phrase->min > phrase->max ? "'min' is larger than 'max': it can never hold"
                                     : NULL;
}

const DetectorKind KIND_PHRASE = {
    .name = "phrase",
    .summary = "any of the patterns, said by a role",
    .fields = FIELDS,
    .params_size = sizeof(Phrase),
    .defaults = &DEFAULTS,
    .check = check,
    .run = run,
};

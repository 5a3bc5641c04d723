#include "base/sort.h"
#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/position.h"
#include "detect/sentence.h"
#include "detect/window.h"

typedef enum { SCOPE_SENTENCE, SCOPE_TURN } Scope;
typedef enum { PER_MATCH, PER_TURN, PER_CALL } Per;

// In the order in which they are needed, and by lines of the cache.
typedef struct {
    DetectorRefs also;
    PatternRefs any;
    uint32_t min, max;

    Window window;
    PatternRefs unless;
    uint32_t negation;
    int per;

    PatternRefs unclear;
    int unless_in;
} Phrase;

static const char *const SCOPES[] = {"sentence", "turn", NULL};
static const char *const PERS[] = {"match", "turn", "call", NULL};

#define FIELD(member) offsetof(Phrase, member)
static const FieldSpec FIELDS[] = {
    {"any", FIELD_PATTERNS, FIELD(any), .summary = "patterns; one match is enough",
     .purpose = PURPOSE_FINDS, .required = true},
    {"also", FIELD_DETECTORS, FIELD(also),
     .summary = "detectors whose finds count as its own, wherever they are",
     .purpose = PURPOSE_ALSO},
    {"unless", FIELD_PATTERNS, FIELD(unless),
     .summary = "patterns that undo a match near them", .purpose = PURPOSE_UNDOES},
    {"unless_in", FIELD_CHOICE, FIELD(unless_in), .summary = "how near: sentence or turn",
     .choices = SCOPES},
    {"unclear", FIELD_PATTERNS, FIELD(unclear),
     .summary =
         "patterns that may be one: where it matters, a match leaves the answer open"},
    {"window", FIELD_WINDOW, FIELD(window), .summary = "where in the call it counts"},
    {"min", FIELD_COUNT, FIELD(min), .summary = "holds with at least so many (1)"},
    {"max", FIELD_COUNT, FIELD(max), .summary = "holds with at most so many"},
    {"per", FIELD_CHOICE, FIELD(per),
     .summary = "what min and max count: match, turn or call", .choices = PERS},
    {"negation", FIELD_GUARD, FIELD(negation),
     .summary = "a negation so many words before undoes a match (3, or off)"},
    {0},
};
static const Phrase DEFAULTS = {.min = 1, .max = UINT32_MAX, .negation = 3};

// Where a hit can be undone: turns from the first up to the end.
typedef struct {
    uint32_t from, end;
} Reach;

// With unless_in: turn, that is what its speaker says before somebody else does, which
// may be written down as several.
static Reach reach_of(const DetectInput *in, const Phrase *phrase, const Hit *hit) {
    const Turn *turns = in->call->turns.items;
    Reach reach = {hit->turn, hit->turn + 1};
    if (phrase->unless_in != SCOPE_TURN) return reach;
    Role role = turns[hit->turn].role;
    while (reach.from > 0 && turns[reach.from - 1].role == role) reach.from--;
    while (reach.end < in->call->turns.len && turns[reach.end].role == role) reach.end++;
    return reach;
}

// What undoes hits is looked for only where it can; that, by turn.
static const bool *want_exceptions(const DetectInput *in, const Phrase *phrase,
                                   const Hits *hits) {
    bool *turns = arena_array(in->scratch, bool, in->call->turns.len);
    vec_each(const Hit, hit, hits) {
        Reach reach = reach_of(in, phrase, hit);
        memset(turns + reach.from, true, reach.end - reach.from);
    }
    hits_want(in, &phrase->unless, turns);
    return turns;
}

static bool is_excepted_in_turn(const DetectInput *in, const Phrase *phrase,
                                const Hit *hit) {
    Reach reach = reach_of(in, phrase, hit);
    for (uint32_t t = reach.from; t < reach.end; t++)
        if (hits_overlap(in->hits, &phrase->unless, t, 0,
                         (uint32_t)turn_folded(in, t)->text.len))
            return true;
    return false;
}

static bool is_excepted(const DetectInput *in, const Phrase *phrase, const Hit *hit) {
    if (phrase->unless_in == SCOPE_TURN) return is_excepted_in_turn(in, phrase, hit);
    Sentence around =
        sentence_around(turn_folded(in, hit->turn)->text, hit->start, hit->end);
    return hits_overlap(in->hits, &phrase->unless, hit->turn, around.start, around.end);
}

static inline bool may_be_excepted(const DetectInput *in, const Phrase *phrase) {
    return hits_may_be(in->hits, &phrase->unless) || in->hits->gave_up.len;
}

// In *why, unless something is there before, why it is not known.
static void drop_excepted(const DetectInput *in, const Phrase *phrase, Hits *hits,
                          Str *why) {
    size_t kept = 0;
    const bool *around = want_exceptions(in, phrase, hits);
    if (!why->len) *why = refs_obstacle(in, &phrase->unless, around);
    vec_each(const Hit, hit, hits)
        if (!is_excepted(in, phrase, hit)) hits->items[kept++] = *hit;
    hits->len = kept;
}

// What is found in the turns of its window; in *why, why that is not known, or {0}. What
// other detectors asked for elsewhere makes no difference.
static inline Hits *collect(const DetectInput *in, const Phrase *phrase,
                            const PatternRefs *patterns, const WindowArea *area,
                            Str *why) {
    *why = (Str){0};
    in->said->len = 0;
    if (area->is_empty) return in->said;
    Hits *hits = hits_find(in, patterns, area->turns, phrase->negation);
    if (in->hits->gave_up.len) *why = refs_obstacle(in, patterns, area->turns);
    if (hits->len && may_be_excepted(in, phrase)) drop_excepted(in, phrase, hits, why);
    return hits;
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

static Str explain_window(const DetectInput *in, const Window *window) {
    bool timed = window->edge == WINDOW_FIRST || window->edge == WINDOW_LAST;
    return timed ? STR("the call has no times to place it by")
                 : in->findings[window->detector].why;
}

// Drops what is outside of a window that is not made of turns; false when that cannot be
// told.
static bool keep_placed(const DetectInput *in, const WindowArea *area, Hits *hits) {
    size_t kept = 0;
    vec_each(Hit, hit, hits) {
        Placement place = window_place(in, area, hit);
        if (place == CANNOT_SAY) return false;
        if (place == INSIDE) hits->items[kept++] = *hit;
    }
    hits->len = kept;
    return true;
}

static inline bool keep_window(const DetectInput *in, const WindowArea *area,
                               Hits *hits) {
    return area->of_turns || !hits->len || keep_placed(in, area, hits);
}

static int compare(const void *a, const void *b) {
    const Evidence *x = a, *y = b;
    return position_before(x, y) ? -1 : position_before(y, x);
}

// Those whose finds count too are the first that it refers to.
static const Finding *other(const DetectInput *in, size_t number) {
    return &in->findings[detector_refs(in)[number]];
}

static size_t count_others(const DetectInput *in, const Phrase *phrase) {
    size_t count = 0;
    for (size_t i = 0; i < phrase->also.len; i++) count += other(in, i)->evidence.len;
    return count;
}

// Adds what other detectors found, as this one's own; what overlaps is one thing.
static void add_others(const DetectInput *in, const Phrase *phrase, Finding *out) {
    size_t kept = 0;
    for (size_t i = 0; i < phrase->also.len; i++)
        vec_each(const Evidence, item, &other(in, i)->evidence) {
            Evidence taken = *item;
            taken.detector = in->self;
            taken.phrase = NULL;
            finding_cite(in, out, &taken);
        }
    if (out->evidence.len < 2) return;
    sort_few(out->evidence.items, out->evidence.len, sizeof *out->evidence.items,
             compare);
    vec_each(const Evidence, item, &out->evidence) {
        Evidence *last = kept ? &out->evidence.items[kept - 1] : NULL;
        if (!last || last->turn != item->turn || item->start >= last->end)
            out->evidence.items[kept++] = *item;
        else if (item->end > last->end)
            last->end = item->end;
    }
    out->evidence.len = kept;
}

static uint32_t count_evidence(const Finding *out, int per) {
    if (per == PER_MATCH) return (uint32_t)out->evidence.len;
    if (per == PER_CALL) return out->evidence.len > 0;
    uint32_t turns = 0;
    for (size_t i = 0; i < out->evidence.len; i++)
        turns += i == 0 || out->evidence.items[i].turn != out->evidence.items[i - 1].turn;
    return turns;
}

// What may be one and may not be, as a name that was taken out, or {0}.
static Str unclear_obstacle(const DetectInput *in, const Phrase *phrase,
                            const WindowArea *area) {
    Str why;
    Hits *hits = collect(in, phrase, &phrase->unclear, area, &why);
    if (why.len) return why;
    if (!keep_window(in, area, hits)) return explain_window(in, &phrase->window);
    if (!hits->len) return why;
    const Hit *hit = hits->items;
    Str text = turn_folded(in, hit->turn)->text;
    return words_unclear(in, hit_number(in, hit) - 1,
                         str_slice(text, hit->start, hit->end));
}

// Why more may be there than was found, or {0}: a detector whose finds count too knows
// nothing, or something is unclear.
static Str open_obstacle(const DetectInput *in, const Phrase *phrase,
                         const WindowArea *area) {
    for (size_t i = 0; i < phrase->also.len; i++)
        if (!other(in, i)->known) return other(in, i)->why;
    return phrase->unclear.len ? unclear_obstacle(in, phrase, area) : (Str){0};
}

// Why it does not hold though something was found.
static Str phrase_explain(const DetectInput *in, const void *params,
                          const Finding *finding) {
    const Phrase *phrase = params;
    uint32_t count = (uint32_t)finding->value;
    bool few = count < phrase->min;
    if (finding->holds || !count) return (Str){0};
    return str_format(in->scratch, "%.*s: %u found, %s than %u",
                      STR_ARG(detector_words(in, in->self)), count,
                      few ? "fewer" : "more", few ? phrase->min : phrase->max);
}

// Nothing was found, nor can be, though something was sighted of what others find: of one
// without others that has been told (quiet.h).
static bool is_untouched(const DetectInput *in, const Phrase *phrase) {
    if (hits_may_be(in->hits, &phrase->any) || hits_may_be(in->hits, &phrase->unclear))
        return false;
    if (patterns_obstacle(in).len) return false;
    for (size_t i = 0; i < phrase->also.len; i++)
        if (!other(in, i)->known || other(in, i)->evidence.len) return false;
    return true;
}

// A window is looked for only where something can lie in it.
static Rest phrase_rests(const void *params) {
    const Phrase *phrase = params;
    return (Rest){.patterns = {&phrase->any, &phrase->unclear},
                  .refs = (uint32_t)phrase->also.len,
                  .holds = !phrase->min};
}

static void look(const DetectInput *in, const Phrase *phrase, Finding *out) {
    const Window *window = &phrase->window;
    WindowArea area = {.window = window, .of_turns = window->edge == WINDOW_NONE};
    if (!area.of_turns) window_measure(in, &area);
    Hits *hits = collect(in, phrase, &phrase->any, &area, &out->why);
    if (hits->len > 1) merge_overlaps(hits);
    if (!out->why.len && !keep_window(in, &area, hits))
        out->why = explain_window(in, window);
    if (out->why.len) return;
    size_t others = phrase->also.len ? count_others(in, phrase) : 0;
    if (hits->len + others) finding_add_hits(in, out, hits, others);
    if (others) add_others(in, phrase, out);
    uint32_t count = count_evidence(out, phrase->per);
    bool could_matter = count < phrase->min || phrase->max != UINT32_MAX;
    if (could_matter) out->why = open_obstacle(in, phrase, &area);
    if (out->why.len) {
        out->evidence.len = 0;
        return;
    }
    out->known = true;
    out->value = count;
    out->holds = count >= phrase->min && count <= phrase->max;
}

static void phrase_run(const DetectInput *in, const void *params, Finding *out) {
    const Phrase *phrase = params;
    out->why = role_obstacle(in, detector_role(in));
    if (out->why.len) return;
    out->known = phrase->also.len && is_untouched(in, phrase);
    if (out->known)
        out->holds = !phrase->min;
    else
        look(in, phrase, out);
}

static const char *phrase_check(const void *params) {
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
    .check = phrase_check,
    .rests_on_words = true,
    .asks = true,
    .rests = phrase_rests,
    .run = phrase_run,
    .explain = phrase_explain,
};

#include "detect/promise.h"

#include "base/map.h"
#include "detect/hits.h"
#include "detect/sentence.h"

typedef enum { WHO, WHAT, WHEN, PART_COUNT } PromisePart;
typedef enum { STATE_MADE, STATE_OPEN, STATE_KEPT } PromiseState;

typedef struct {
    PatternRefs any, parts[PART_COUNT];
    Texts needs; // empty: all parts
    int state;
    uint32_t kept_by, broken_by; // what tells of it in a later call
    Quantity within;
    uint32_t negation;
} Promise;

static const Str PARTS[PART_COUNT] = {{"who", 3}, {"what", 4}, {"when", 4}};
static const char *const STATES[] = {"made", "open", "kept", NULL};

#define FIELD(member) offsetof(Promise, member)
static const FieldSpec FIELDS[] = {
    {"any", FIELD_PATTERNS, FIELD(any),
     .summary = "patterns of a promise, with groups (?<who>), (?<what>), (?<when>)",
     .purpose = PURPOSE_FINDS, .required = true},
    {"who", FIELD_PATTERNS, FIELD(parts[WHO]), .summary = "words near it that say who"},
    {"what", FIELD_PATTERNS, FIELD(parts[WHAT]),
     .summary = "words near it that say what"},
    {"when", FIELD_PATTERNS, FIELD(parts[WHEN]),
     .summary = "words near it that say when"},
    {"needs", FIELD_TEXTS, FIELD(needs),
     .summary = "what makes it complete (who, what, when)"},
    {"state", FIELD_CHOICE, FIELD(state), .summary = "made, open or kept (made)",
     .choices = STATES},
    {"kept_by", FIELD_DETECTOR, FIELD(kept_by),
     .summary = "what says in a later call that it was kept"},
    {"broken_by", FIELD_DETECTOR, FIELD(broken_by),
     .summary = "what says in a later call that it was not"},
    {"within", FIELD_QUANTITY, FIELD(within),
     .summary = "how much later that call may begin (7 d)"},
    {"negation", FIELD_GUARD, FIELD(negation),
     .summary = "a negation so many words before undoes a match (3, or off)"},
    {0},
};
#define WEEK_MS (7 * 24 * 3600e3)
static const Promise DEFAULTS = {.kept_by = DETECTOR_NONE,
                                 .broken_by = DETECTOR_NONE,
                                 .within = {.duration = true, .value = WEEK_MS},
                                 .negation = 3};

static bool needs(const Promise *promise, PromisePart part) {
    return !promise->needs.len ||
           str_is_in(PARTS[part], promise->needs.items, promise->needs.len);
}

typedef struct {
    const DetectInput *in;
    const Promise *promise;
    const uint32_t *next; // by turn: the next of the same speaker, or UINT32_MAX
} PromiseSearch;

// ---- Where the parts are

static const Hit *first_between(const DetectInput *in, const PatternRefs *refs,
                                uint32_t turn, Sentence within) {
    const Hit *first = NULL;
    vec_each(const PatternRef, ref, refs) {
        const Hit *hit = hit_after(hits_of(in->hits, ref->pattern), turn, within.start);
        if (hit && hit->start < within.end && (!first || hit->start < first->start))
            first = hit;
    }
    return first;
}

static const uint32_t *next_turns(const DetectInput *in) {
    size_t count = in->call->turns.len;
    uint32_t *next = arena_array(in->scratch, uint32_t, count);
    uint32_t *nearest = arena_array(in->scratch, uint32_t, count); // by speaker
    Map speakers[ROLE_COUNT] = {0};
    uint32_t speaker_count = 0;
    for (uint32_t t = (uint32_t)count; t-- > 0;) {
        const Turn *turn = &in->call->turns.items[t];
        if (!joined_begins(&in->joined, t)) continue;
        uint32_t speaker =
            map_add(in->scratch, &speakers[turn->role], turn->speaker, speaker_count);
        if (speaker == speaker_count) nearest[speaker_count++] = UINT32_MAX;
        next[t] = nearest[speaker];
        nearest[speaker] = t;
    }
    return next;
}

// In the next turn, but for sentences that hold a promise of their own.
static const Hit *find_later(const PromiseSearch *search, const PatternRefs *refs,
                             const Hit *hit) {
    const DetectInput *in = search->in;
    uint32_t turn = search->next[hit->turn], at = 0;
    Sentence sentence;
    if (turn == UINT32_MAX) return NULL;
    while (sentence_next(turn_folded(in, turn)->text, &at, &sentence)) {
        const Hit *found = first_between(in, refs, turn, sentence);
        if (found && !hits_overlap(in->hits, &search->promise->any, turn, sentence.start,
                                   sentence.end))
            return found;
    }
    return NULL;
}

// Whether a promise has a part: in a group of its own, or in words near it, which are
// then evidence too.
static bool has_part(const PromiseSearch *search, const Hit *hit, PromisePart part,
                     Finding *out) {
    const DetectInput *in = search->in;
    Capture group = hit_capture(in, hit, PARTS[part]);
    const PatternRefs *refs = &search->promise->parts[part];
    if (group.end > group.start) return true;
    Sentence around =
        sentence_around(turn_folded(in, hit->turn)->text, hit->start, hit->end);
    const Hit *found = first_between(in, refs, hit->turn, around);
    if (!found) found = find_later(search, refs, hit);
    if (!found) return false;
    bool inside =
        found->turn == hit->turn && found->start >= hit->start && found->end <= hit->end;
    if (!inside) finding_add_hit(in, out, found);
    return true;
}

// ---- In words

static void put_missing(Buf *why, uint32_t turn, const bool *missing) {
    bool more = false;
    buf_format(why, "%sturn %u does not say ", why->len ? "; " : "", turn);
    for (size_t part = 0; part < PART_COUNT; part++) {
        if (!missing[part]) continue;
        if (more) buf_text(why, " and ");
        buf_put(why, PARTS[part]);
        more = true;
    }
}

static bool is_complete(const PromiseSearch *search, const Hit *hit, Finding *out,
                        Buf *why) {
    bool missing[PART_COUNT] = {false}, complete = true;
    finding_add_hit(search->in, out, hit);
    for (PromisePart part = WHO; part < PART_COUNT; part++) {
        missing[part] = needs(search->promise, part) && !has_part(search, hit, part, out);
        complete &= !missing[part];
    }
    if (!complete) put_missing(why, hit_number(search->in, hit), missing);
    return complete;
}

// ---- The kind

bool promise_outcome(const Detector *detector, PromiseOutcome *out) {
    if (detector->kind != &KIND_PROMISE) return false;
    const Promise *promise = detector->params;
    *out = (PromiseOutcome){promise->kept_by, promise->broken_by,
                            (int64_t)promise->within.value};
    return promise->kept_by != DETECTOR_NONE || promise->broken_by != DETECTOR_NONE;
}

// Every promise is open: what became of it is not in the call it was made in.
static void promise_run(const DetectInput *in, const void *params, Finding *out) {
    const Promise *promise = params;
    Buf why = {.arena = in->scratch};
    size_t complete = 0;
    out->why = patterns_obstacle(in);
    if (!out->why.len) out->why = role_obstacle(in, detector_speaker(in));
    if (out->why.len) return;
    const Hits *said = hits_said(in, &promise->any, promise->negation);
    const PromiseSearch search = {in, promise, said->len ? next_turns(in) : NULL};
    vec_each(const Hit, hit, said) complete += is_complete(&search, hit, out, &why);
    bool kept = promise->state == STATE_KEPT;
    out->known = !kept || !complete;
    out->holds = out->known && complete;
    out->value = (double)complete;
    out->why = !out->known ? STR("whether it was kept shows only across calls")
               : said->len ? buf_str(&why)
                           : STR("nothing was promised");
}

static const char *promise_check(const void *params) {
    const Promise *promise = params;
    vec_each(const Str, need, &promise->needs)
        if (!str_is_in(*need, PARTS, PART_COUNT))
            return "can need only 'who', 'what' and 'when'";
    bool told = promise->kept_by != DETECTOR_NONE || promise->broken_by != DETECTOR_NONE;
    if (told && promise->state != STATE_KEPT)
        return "has 'kept_by' or 'broken_by', which are of 'state: kept'";
    if (promise->within.given && !told)
        return "has 'within', which needs 'kept_by' or 'broken_by'";
    if (!promise->within.duration || promise->within.value <= 0)
        return "has a 'within' that is no length of time";
    return NULL;
}

const DetectorKind KIND_PROMISE = {
    .name = "promise",
    .summary = "a commitment that says who does what, and when",
    .fields = FIELDS,
    .params_size = sizeof(Promise),
    .defaults = &DEFAULTS,
    .check = promise_check,
    .rests_on_words = true,
    .run = promise_run,
};

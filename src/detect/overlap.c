#include "detect/hits.h"
#include "detect/kind.h"
#include "detect/timed_turn.h"

typedef struct {
    Quantity over, spoken, left;
    PatternRefs unless;
    uint32_t max;
} Overlap;

#define FIELD(member) offsetof(Overlap, member)
static const FieldSpec FIELDS[] = {
    {"over", FIELD_QUANTITY, FIELD(over),
     .summary = "both speak at once for longer (500 ms)"},
    {"spoken", FIELD_QUANTITY, FIELD(spoken),
     .summary = "the other had been speaking for longer (500 ms)"},
    {"left", FIELD_QUANTITY, FIELD(left),
     .summary = "the other still goes on for longer (2 s)"},
    {"unless", FIELD_PATTERNS, FIELD(unless),
     .summary = "back-channels: a turn of nothing else interrupts nobody",
     .purpose = PURPOSE_UNDOES},
    {"max", FIELD_COUNT, FIELD(max), .summary = "holds with at most so many (0)"},
    {0},
};
// Half a second is a touch. Who had spoken for less began at the same time; who goes on
// for less than two seconds was trailing off, and got the answer a little early.
// Two seconds is fitted to a single call, in which Amazon Transcribe Call Analytics saw
// two interruptions: anything from 1.6 to 2.1 s finds the same two.
#define DURATION(ms) \
    { .given = true, .duration = true, .value = (ms) }
static const Overlap DEFAULTS = {
    .over = DURATION(500), .spoken = DURATION(500), .left = DURATION(2000)};

// How long both spoke at once; 0 unless `turn` began in the midst of `other`.
static int64_t time_shared(const Overlap *overlap, const TimedTurn *turn,
                           const TimedTurn *other) {
    int64_t spoken = turn->start_ms - other->start_ms;
    int64_t left = other->end_ms - turn->start_ms;
    int64_t own = timed_turn_length(turn), both = own < left ? own : left;
    bool cuts_in = (double)spoken > overlap->spoken.value &&
                   (double)left > overlap->left.value &&
                   (double)both > overlap->over.value;
    return cuts_in ? both : 0;
}

static uint32_t end_of_match(const DetectInput *in, const PatternRefs *refs,
                             uint32_t turn, uint32_t at) {
    vec_each(const PatternRef, ref, refs) {
        const Hit *hit = hit_after(hits_of(in->hits, ref->pattern), turn, at);
        if (hit && hit->start <= at) return hit->end;
    }
    return at;
}

// The first place in the folded text that stands for one at or after `original`.
static uint32_t folded_from(const Folded *folded, uint32_t original) {
    uint32_t from = 0, to = (uint32_t)folded->text.len; // it is not before `from`
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (fold_start(folded, middle) < original)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

// Whether the patterns leave no word of the turn, as it was written, over. A turn without
// words is one as well: nobody knows what was said in it.
static bool is_back_channel(const DetectInput *in, const Overlap *overlap,
                            uint32_t written) {
    size_t size = in->joined.written->turns.items[written].text.len;
    TurnSpan span = joined_heard(&in->joined, (TurnSpan){written, 0, (uint32_t)size});
    const Folded *folded = turn_folded(in, span.turn);
    uint32_t to = folded_from(folded, span.end);
    for (uint32_t at = folded_from(folded, span.start); at < to;) {
        uint32_t end = end_of_match(in, &overlap->unless, span.turn, at);
        if (end == at && byte_is_word(folded->text.ptr[at])) return false;
        at = end > at ? end : at + 1;
    }
    return true;
}

typedef struct {
    uint32_t count;
    int64_t longest_ms;
    const TimedTurn *longest;
} Interruptions;

// Of the other side's turns that have begun, the one that ends last is the one that a
// turn can interrupt.
static Interruptions find_all(const DetectInput *in, const Overlap *overlap, Role role,
                              const TimedTurns *turns, Finding *out) {
    Interruptions found = {0};
    const TimedTurn *other = NULL;
    vec_each(const TimedTurn, turn, turns) {
        bool own = turn->role == role, others = turn->role == role_other(role);
        if (others && (!other || turn->end_ms > other->end_ms)) other = turn;
        int64_t ms = own && other ? time_shared(overlap, turn, other) : 0;
        if (!ms || is_back_channel(in, overlap, turn->number)) continue;
        found.count++;
        if (ms > found.longest_ms) found.longest = turn, found.longest_ms = ms;
        timed_turn_cite(in, out, turn);
        timed_turn_cite(in, out, other);
    }
    return found;
}

static Str explain(const DetectInput *in, const Interruptions *found, Role role) {
    if (!found->count)
        return str_format(in->scratch, "no interruption by the %.*s",
                          STR_ARG(role_name(role)));
    bool many = found->count > 1;
    return str_format(in->scratch, "%u interruption%s by the %.*s, %s%.1f s in turn %u",
                      found->count, many ? "s" : "", STR_ARG(role_name(role)),
                      many ? "the longest " : "", (double)found->longest_ms / 1000,
                      found->longest->number + 1);
}

static void overlap_run(const DetectInput *in, const void *params, Finding *out) {
    const Overlap *overlap = params;
    TimedTurns turns = {0};
    Role role = detector_speaker(in);
    out->why = role_obstacle(in, ROLE_AGENT);
    if (!out->why.len) out->why = role_obstacle(in, ROLE_CUSTOMER);
    if (!out->why.len) out->why = patterns_obstacle(in);
    if (out->why.len || !timed_turns_read(in, &turns, out)) return;
    Interruptions found = find_all(in, overlap, role, &turns, out);
    out->known = true;
    out->value = found.count;
    out->holds = found.count <= overlap->max;
    out->why = explain(in, &found, role);
}

static const char *overlap_check(const void *params) {
    const Overlap *overlap = params;
    bool timed = quantity_timed(overlap->over, overlap->spoken) && overlap->left.duration;
    return timed ? NULL : "needs a unit of time, such as '500 ms'";
}

const DetectorKind KIND_OVERLAP = {
    .name = "overlap",
    .summary = "interruptions: one side begins while the other has more to say",
    .fields = FIELDS,
    .measures = true,
    .params_size = sizeof(Overlap),
    .defaults = &DEFAULTS,
    .check = overlap_check,
    .run = overlap_run,
};

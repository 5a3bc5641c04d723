#include "detect/response.h"

#include "detect/hits.h"
#include "detect/position.h"

#include <stdlib.h>

typedef enum { STAT_MAX, STAT_FIRST, STAT_MEAN, STAT_P90 } Stat;

typedef struct {
    int stat;
    uint32_t no_answer_to;
    Quantity at_least, at_most;
} Response;

static const char *const STATS[] = {"max", "first", "mean", "p90", NULL};

#define FIELD(member) offsetof(Response, member)
static const FieldSpec FIELDS[] = {
    {"stat", FIELD_CHOICE, FIELD(stat),
     .summary = "which reply time: first, mean, p90 or max (max)", .choices = STATS},
    {"at_most", FIELD_QUANTITY, FIELD(at_most),
     .summary = "the longest it may be: 30 s, 2 min", .purpose = PURPOSE_LIMITS},
    {"at_least", FIELD_QUANTITY, FIELD(at_least), .summary = "the shortest it may be",
     .purpose = PURPOSE_LIMITS},
    {"no_answer_to", FIELD_DETECTOR, FIELD(no_answer_to),
     .summary = "nobody waits after a turn in which this detector finds something",
     .purpose = PURPOSE_EXCUSES},
    {0},
};
static const Response DEFAULTS = {.no_answer_to = DETECTOR_NONE};

typedef VEC(const Turn *) TurnRefs;

static int compare_starts(const void *a, const void *b) {
    const Turn *x = *(const Turn *const *)a, *y = *(const Turn *const *)b;
    if (x->start_ms != y->start_ms) return x->start_ms < y->start_ms ? -1 : 1;
    return (x > y) - (x < y);
}

// The turns of both sides, and of other agents' parts, as they began. Without all their
// starts they stay as the file has them; false when those that are known tell that it has
// another order.
static bool in_order(const Call *call, Role role, Arena *arena, TurnRefs *turns) {
    int64_t latest = INT64_MIN;
    bool sorted = true, timed = true;
    Role other = role_other(role);
    turns->items = arena_array(arena, const Turn *, call->turns.len);
    vec_each(const Turn, turn, &call->turns) {
        if (turn->role != role && turn->role != other && !turn->elsewhere) continue;
        turns->items[turns->len++] = turn;
        timed &= turn->start_ms != NO_TIME;
        sorted &= turn->start_ms == NO_TIME || turn->start_ms >= latest;
        if (turn->start_ms > latest) latest = turn->start_ms;
    }
    if (!sorted && timed)
        qsort(turns->items, turns->len, sizeof *turns->items, compare_starts);
    return sorted || timed;
}

bool reply_times(const Call *call, Role role, const bool *needs_none, Arena *arena,
                 ReplyTimes *times) {
    const Turn *waiting = NULL;
    Role other = role_other(role);
    TurnRefs turns = {0};
    bool is_there = true; // the agent, who may come to a call that others began
    if (!in_order(call, role, arena, &turns)) return false;
    vec_each(const Turn *, item, &turns) {
        const Turn *turn = *item;
        if (turn->elsewhere) waiting = NULL, is_there = false;
        is_there |= turn->role == ROLE_AGENT;
        uint32_t number = (uint32_t)(turn - call->turns.items);
        bool waits = turn->role == other && is_there;
        if (waits && !(needs_none && needs_none[number])) waiting = turn;
        if (turn->role != role || !waiting) continue;
        int64_t from = turn_end(waiting), to = turn->start_ms;
        if (from == NO_TIME || to == NO_TIME) return false;
        *vec_push(arena, times) =
            (ReplyTime){.turn = number, .ms = to > from ? to - from : 0};
        waiting = NULL;
    }
    return true;
}

static int compare_times(const void *a, const void *b) {
    const ReplyTime *x = a, *y = b;
    if (x->ms != y->ms) return x->ms < y->ms ? -1 : 1;
    return x->turn < y->turn ? -1 : 1;
}

// The last of those that took longest.
static const ReplyTime *longest(const ReplyTimes *times) {
    const ReplyTime *found = times->items;
    vec_each(const ReplyTime, reply, times)
        if (compare_times(reply, found) > 0) found = reply;
    return found;
}

// The reply that decides; its time is the statistic, but for the mean.
static const ReplyTime *decisive(ReplyTimes *times, Stat stat) {
    if (stat == STAT_FIRST) return &times->items[0];
    if (stat != STAT_P90) return longest(times);
    qsort(times->items, times->len, sizeof *times->items, compare_times);
    size_t rank = (times->len * 9 + 9) / 10; // nearest
    return &times->items[rank - 1];
}

static double mean(const ReplyTimes *times) {
    double sum = 0;
    vec_each(const ReplyTime, reply, times) sum += (double)reply->ms;
    return sum / (double)times->len;
}

// "longest wait for a reply: 4 min 3 s"
static Str response_explain(const DetectInput *in, const void *params,
                            const Finding *finding) {
    static const char *const WHATS[] = {
        "longest wait for a reply:", "first reply after",
        "mean wait for a reply:", "nine of ten replies within"};
    const char *what = WHATS[((const Response *)params)->stat];
    double seconds = finding->value / 1000;
    int64_t whole = (int64_t)(seconds + 0.5), minutes = whole / 60;
    if (seconds < 59.95) return str_format(in->scratch, "%s %.1f s", what, seconds);
    if (minutes < 60)
        return str_format(in->scratch, "%s %lld min %lld s", what, (long long)minutes,
                          (long long)whole % 60);
    return str_format(in->scratch, "%s %lld h %lld min", what, (long long)minutes / 60,
                      (long long)minutes % 60);
}

static void response_run(const DetectInput *in, const void *params, Finding *out) {
    const Response *response = params;
    ReplyTimes times = {0};
    Role role = detector_speaker(in);
    uint32_t excuse = response->no_answer_to;
    const bool *needs_none =
        excuse == DETECTOR_NONE ? NULL : finding_written_turns(in, &in->findings[excuse]);
    bool timed = reply_times(in->joined.written, role, needs_none, in->scratch, &times);
    if (!timed || !times.len) {
        out->why =
            timed ? STR("nobody waited for a reply") : STR("the call has no times");
        return;
    }
    const ReplyTime *reply = decisive(&times, (Stat)response->stat);
    out->known = true;
    out->value = response->stat == STAT_MEAN ? mean(&times) : (double)reply->ms;
    out->holds = quantity_within(out->value, response->at_least, response->at_most);
    finding_add_written(in, out, reply->turn);
}

static const char *response_check(const void *params) {
    const Response *response = params;
    Quantity least = response->at_least, most = response->at_most;
    if (!least.given && !most.given) return "needs 'at_most' or 'at_least'";
    return quantity_timed(least, most) ? NULL : "needs a unit of time, such as '30 s'";
}

const DetectorKind KIND_RESPONSE = {
    .name = "response",
    .summary = "how fast one side replies while the other waits",
    .fields = FIELDS,
    .measures = true,
    .params_size = sizeof(Response),
    .defaults = &DEFAULTS,
    .check = response_check,
    .run = response_run,
    .explain = response_explain,
};

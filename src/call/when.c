#include "call/when.h"

#include "call/time_judge.h"
#include "call/times.h"
#include "call/words.h"

#include <stdlib.h>

enum { MINUTE_MS = 60000, HOUR_MS = 3600000, DAY_MS = 86400000 };
enum { ZONES_MS = 900000 }; // zones differ by whole ones

void call_note_time(Call *call, const WrittenTime *time, const TimeStyle *style) {
    switch (time->kind) {
    case WRITTEN_NOTHING:
    case WRITTEN_LENGTH: return;
    case WRITTEN_NUMBER:
        call->times |= style->of_day               ? TIMES_OF_DAY
                       : style->zero_ms == NO_TIME ? TIMES_ZONED
                                                   : TIMES_LOCAL;
        return;
    case WRITTEN_PAIR:
        call->times |= style->pairs == READ_OTHER ? TIMES_OF_DAY
                       : style->judged            ? 0
                                                  : TIMES_PAIRS;
        return;
    case WRITTEN_CLOCK: call->times |= TIMES_CLOCK; return;
    case WRITTEN_HALF_DAY: call->times |= TIMES_OF_DAY | TIMES_HALVES; return;
    case WRITTEN_DATE:
        call->times |= time->zoned ? TIMES_ZONED : TIMES_LOCAL;
        if (!time->timed) call->times |= TIMES_DAYS;
    }
}

void call_note_start(Call *call, const WrittenTime *time) {
    bool zoned = time->kind == WRITTEN_NUMBER || time->zoned;
    call->times |= zoned ? STARTED_ZONED : STARTED_LOCAL;
}

void call_forget_times(Call *call) {
    vec_each(Turn, turn, &call->turns) turn->start_ms = turn->end_ms = NO_TIME;
}

// How starts go: how often up and down from one to the next, and between which.
typedef struct {
    uint32_t ups, downs;
    int64_t least, most;
} Steps;

// The turns that have a start, in their order.
typedef struct {
    Turn **items;
    size_t len;
    Steps steps; // as they stand
} Timed;

static Timed timed_turns(Arena *arena, Call *call) {
    Timed timed = {.items =
                       arena_raw(arena, array_bytes(call->turns.len, sizeof(Turn *)))};
    vec_each(Turn, turn, &call->turns)
        if (turn->start_ms != NO_TIME) timed.items[timed.len++] = turn;
    return timed;
}

// ---- Hours and minutes

static Str settle_pairs(Call *call) {
    static const WrittenTime NO_END = {0};
    TimeJudge judge = {0};
    time_judge_begin(&judge);
    vec_each(const Turn, turn, &call->turns) {
        WrittenTime start = {.kind = WRITTEN_PAIR, .ms = turn->start_ms};
        start.other_ms = start.ms * 60;
        if (start.ms != NO_TIME)
            time_judge_add(&judge, &start, &NO_END, text_words(turn->text));
    }
    TimeReading reading = time_judge_style(&judge, 0).pairs;
    if (reading == READ_UNSURE) return STR("hours and minutes, or minutes and seconds");
    if (reading == READ_FIRST) return (Str){0};
    call->times |= TIMES_OF_DAY;
    vec_each(Turn, turn, &call->turns) {
        turn->start_ms *= turn->start_ms == NO_TIME ? 1 : 60;
        turn->end_ms *= turn->end_ms == NO_TIME ? 1 : 60;
    }
    return (Str){0};
}

// ---- Past midnight

// The multiple of `period` that is nearest to `ms`.
static int64_t nearest(int64_t ms, int64_t period) {
    int64_t half = ms < 0 ? -period / 2 : period / 2;
    return (ms + half) / period * period;
}

static void note_step(Steps *steps, bool first, int64_t before, int64_t at) {
    steps->ups += !first && at > before;
    steps->downs += !first && at < before;
    if (first || at < steps->least) steps->least = at;
    if (first || at > steps->most) steps->most = at;
}

// How the starts go as they stand. Whoever changes them, looks again.
static void note_steps(Timed *timed) {
    timed->steps = (Steps){0};
    for (size_t i = 0; i < timed->len; i++)
        note_step(&timed->steps, !i, timed->items[i ? i - 1 : 0]->start_ms,
                  timed->items[i]->start_ms);
}

// How they would go, each counted as the nearest to the one before that is a whole number
// of `period` away; 0 = as they stand.
static Steps steps_of(const Timed *timed, int64_t period, int64_t *shifts) {
    Steps steps = {0};
    int64_t at = 0;
    for (size_t i = 0; i < timed->len; i++) {
        int64_t start = timed->items[i]->start_ms, before = at;
        int64_t shift = i && period ? nearest(before - start, period) : 0;
        at = start + shift;
        if (shifts) shifts[i] = shift;
        note_step(&steps, !i, before, at);
    }
    return steps;
}

static bool goes_one_way(const Steps *steps) { return !steps->ups || !steps->downs; }

// Whether `steps` is a better reading than `best`.
static bool is_better(const Steps *steps, const Steps *best) {
    if (goes_one_way(steps) != goes_one_way(best)) return goes_one_way(steps);
    return steps->most - steps->least < best->most - best->least;
}

static bool hours_to_twelve(const Timed *timed) {
    for (size_t i = 0; i < timed->len; i++)
        if (timed->items[i]->start_ms < HOUR_MS ||
            timed->items[i]->start_ms >= 13 * (int64_t)HOUR_MS)
            return false;
    return true;
}

static bool is_of_day(const Call *call, const Timed *timed) {
    const Steps *steps = &timed->steps;
    if (steps->most >= DAY_MS) return false;
    if (call->times & TIMES_OF_DAY) return true;
    if (!(call->times & TIMES_CLOCK)) return false;
    bool wraps = steps->downs && steps->most - steps->least > DAY_MS / 2;
    return timed->items[0]->start_ms >= HOUR_MS || wraps;
}

static void unwrap(Arena *arena, Call *call, Timed *timed) {
    if (!is_of_day(call, timed)) return;
    int64_t *shifts = arena_array(arena, int64_t, timed->len), period = 0;
    Steps best = timed->steps, day = steps_of(timed, DAY_MS, NULL);
    Steps half = steps_of(timed, DAY_MS / 2, NULL);
    call->times |= TIMES_OF_DAY;
    if (best.downs && is_better(&day, &best)) best = day, period = DAY_MS;
    bool halves = !(call->times & TIMES_HALVES) && hours_to_twelve(timed);
    if (best.downs && halves && is_better(&half, &best)) best = half, period = DAY_MS / 2;
    steps_of(timed, period, shifts);
    for (size_t i = 0; i < timed->len; i++) {
        Turn *turn = timed->items[i];
        int64_t shift = shifts[i] - best.least; // counted from the first of them
        turn->start_ms += shift;
        if (turn->end_ms == NO_TIME) continue;
        turn->end_ms += shift;
        if (turn->start_ms - turn->end_ms > DAY_MS / 2) turn->end_ms += DAY_MS;
    }
    note_steps(timed);
}

// ---- When clocks are changed

static bool is_local(const Call *call) {
    return (call->times & TIMES_LOCAL) && !(call->times & TIMES_ZONED);
}

// Whether clocks may be changed in the night that the moment is in: on Sundays, from one
// of these months to the other.
static bool is_change(int64_t ms, int first_month, int last_month) {
    enum { SUNDAY = 3 }; // 1970-01-01 was a Thursday
    int64_t year;
    int month, day;
    date_civil(ms, &year, &month, &day);
    bool night = ms % DAY_MS < 4 * (int64_t)HOUR_MS;
    return night && ms / DAY_MS % 7 == SUNDAY && month >= first_month &&
           month <= last_month;
}

// In spring, between two turns, on either half of the earth; an hour that nobody lived.
static bool may_leap(int64_t before, int64_t ms) {
    bool spring = is_change(ms, 3, 4) || is_change(ms, 9, 10);
    return spring && before / DAY_MS == ms / DAY_MS &&
           before % DAY_MS < 3 * (int64_t)HOUR_MS && before / HOUR_MS != ms / HOUR_MS &&
           ms - before >= HOUR_MS;
}

// In autumn.
static bool may_repeat(int64_t before, int64_t ms) {
    bool autumn = is_change(ms, 10, 11) || is_change(ms, 4, 4);
    return autumn && ms < before && before - ms <= HOUR_MS;
}

// Adds the hour that came twice to what follows; what is doubtful, else {0}.
static Str settle_changes(const Call *call, Timed *timed) {
    int64_t added = 0, before = NO_TIME;
    if (!is_local(call)) return (Str){0};
    for (size_t i = 0; i < timed->len; i++) {
        Turn *turn = timed->items[i];
        int64_t ms = turn->start_ms;
        if (before != NO_TIME && may_leap(before, ms))
            return STR("clocks may have been put forward between two turns");
        if (before != NO_TIME && may_repeat(before, ms)) {
            if (timed->steps.downs > 1 || before - ms < HOUR_MS / 2)
                return STR("clocks may have been put back between two turns");
            added = HOUR_MS;
        }
        before = ms;
        turn->start_ms += added;
        if (turn->end_ms != NO_TIME) turn->end_ms += added;
    }
    note_steps(timed);
    return (Str){0};
}

// ---- The order

typedef struct {
    int64_t start_ms;
    size_t number;
} Position;

static int by_start(const void *a, const void *b) {
    const Position *one = a, *other = b;
    if (one->start_ms != other->start_ms) return one->start_ms < other->start_ms ? -1 : 1;
    return one->number < other->number ? -1 : one->number > other->number;
}

static void sort(Arena *arena, Call *call) {
    size_t count = call->turns.len;
    Position *order = arena_array(arena, Position, count);
    Turn *turns = arena_array(arena, Turn, count);
    for (size_t i = 0; i < count; i++) {
        order[i] = (Position){call->turns.items[i].start_ms, i};
        turns[i] = call->turns.items[i];
    }
    qsort(order, count, sizeof *order, by_start);
    for (size_t i = 0; i < count; i++) call->turns.items[i] = turns[order[i].number];
}

static void turn_round(Call *call) {
    Turn *turns = call->turns.items;
    for (size_t i = 0, last = call->turns.len - 1; i < last; i++, last--) {
        Turn turn = turns[i];
        turns[i] = turns[last];
        turns[last] = turn;
    }
}

static bool is_same_speaker(const Turn *one, const Turn *other) {
    return one->role == other->role && str_eq(one->speaker, other->speaker);
}

static bool has_spoken(const Timed *timed, size_t before, const Turn *turn) {
    for (size_t i = 0; i < before; i++)
        if (is_same_speaker(timed->items[i], turn)) return true;
    return false;
}

// Whether starts go back only where another speaker's turns begin, who has not had any.
static bool is_by_speaker(const Timed *timed) {
    enum { SPEAKERS_MAX = 8 };
    int speakers = 1;
    for (size_t i = 1; i < timed->len; i++) {
        const Turn *before = timed->items[i - 1], *turn = timed->items[i];
        bool same = is_same_speaker(before, turn);
        if (same && turn->start_ms < before->start_ms) return false;
        if (!same && (++speakers > SPEAKERS_MAX || has_spoken(timed, i, turn)))
            return false;
    }
    return true;
}

// Whether the start goes back near to the call's first one, from well behind it.
static bool begins_again(int64_t first, int64_t before, int64_t start) {
    enum { BACK_LEAST_MS = 4000 };
    return before > first && before - start >= BACK_LEAST_MS &&
           start <= first + (before - first) / 4;
}

// The first turn that goes back by more than people talk at once, or to where the call
// began; timed->len when none does.
static size_t find_fall(const Timed *timed) {
    int64_t first = timed->items[0]->start_ms;
    for (size_t i = 1; i < timed->len; i++) {
        int64_t before = timed->items[i - 1]->start_ms, start = timed->items[i]->start_ms;
        if (before - start > MINUTE_MS || begins_again(first, before, start)) return i;
    }
    return timed->len;
}

static Str put_in_order(Arena *arena, Call *call, const Timed *timed) {
    enum { SHUFFLED_LEAST = 2, SHUFFLED_SHARE = 4 };
    const Steps *steps = &timed->steps;
    bool all = timed->len == call->turns.len;
    if (!steps->downs) return (Str){0};
    if (!steps->ups && (all || steps->downs > 1)) {
        turn_round(call);
        return (Str){0};
    }
    if (!all) return (Str){0};
    size_t fall = find_fall(timed);
    bool since_1970 = timed->items[0]->start_ms >= EPOCH_FIRST_MS;
    bool shuffled = steps->downs >= SHUFFLED_LEAST &&
                    (size_t)steps->downs * SHUFFLED_SHARE > timed->len;
    if (fall < timed->len && !since_1970 && !shuffled && !is_by_speaker(timed))
        return str_format(arena, "they begin again at line %u, as in several calls",
                          timed->items[fall]->place.line);
    sort(arena, call);
    return (Str){0};
}

// ---- Whether they can be true

static int by_size(const void *a, const void *b) {
    int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;
    return (one > other) - (one < other);
}

// Milliseconds a word, the median over the first turns that have an end; -1 of too few.
static int64_t pace_of(const Timed *timed) {
    enum { LOOKED_AT = 64, LEAST = 3 };
    int64_t paces[LOOKED_AT];
    size_t count = 0;
    for (size_t i = 0; i < timed->len && count < LOOKED_AT; i++) {
        const Turn *turn = timed->items[i];
        uint32_t words = turn->end_ms > turn->start_ms ? text_words(turn->text) : 0;
        if (words) paces[count++] = (turn->end_ms - turn->start_ms) / words;
    }
    qsort(paces, count, sizeof *paces, by_size);
    return count < LEAST ? -1 : paces[count / 2];
}

// Too much for one moment, by several.
static bool all_at_once(const Timed *timed) {
    enum { TURNS_LEAST = 3, WORDS_LEAST = 10 };
    bool several = false;
    uint32_t words = 0;
    if (timed->steps.least != timed->steps.most) return false;
    for (size_t i = 0; i < timed->len; i++) {
        several = several || !is_same_speaker(timed->items[i], timed->items[0]);
        words += text_words(timed->items[i]->text);
    }
    return several && timed->len >= TURNS_LEAST && words >= WORDS_LEAST;
}

static bool is_mixed(const Steps *steps) {
    return (steps->least >= EPOCH_FIRST_MS) != (steps->most >= EPOCH_FIRST_MS);
}

static Str doubt_of(const Call *call, const Timed *timed) {
    const Steps *steps = &timed->steps;
    bool since_1970 = timed->items[0]->start_ms >= EPOCH_FIRST_MS;
    if (is_mixed(steps)) return STR("some times are since 1970 and others are not");
    if ((call->times & TIMES_LOCAL) && (call->times & TIMES_ZONED) &&
        steps->most - steps->least >= ZONES_MS)
        return STR("some times say their zone and others do not");
    if (call->times & TIMES_DAYS) return STR("times are dates without a time of day");
    if (all_at_once(timed)) return STR("all turns have the same time");
    if (pace_of(timed) > MINUTE_MS) return STR("turns would last over a minute a word");
    if (!since_1970 && steps->most - steps->least > DAY_MS)
        return STR("the call would last over a day");
    return (Str){0};
}

// ----

Str call_settle_times(Arena *arena, Call *call) {
    Timed timed = timed_turns(arena, call);
    Str doubt = {0};
    if (timed.len) {
        if (call->times & TIMES_PAIRS) doubt = settle_pairs(call);
        note_steps(&timed);
        if (!doubt.len) unwrap(arena, call, &timed);
        if (!doubt.len) doubt = settle_changes(call, &timed);
        if (!doubt.len) doubt = doubt_of(call, &timed);
        if (!doubt.len) doubt = put_in_order(arena, call, &timed);
    }
    times_settle(call);
    if (doubt.len) call_forget_times(call);
    return doubt;
}

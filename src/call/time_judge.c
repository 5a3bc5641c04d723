#include "call/time_judge.h"

#include <math.h>
#include <stdlib.h>

static const double QUICKEST = 0.02, SLOWEST = 60; // seconds a word
static const double FAST_WORDS = 4;                // a second
static const double DAY_S = 86400, SERIAL_LEAST = 20000, SERIAL_MOST = 80000;
enum { DAY_MS = 86400000, MINUTE_MS = 60000, FROM_1899_TO_1970 = 25569 };

void time_judge_begin(TimeJudge *judge) {
    judge->begun = judge->counted = false;
    judge->before = (WrittenTime){0};
}

bool time_judge_wants_words(const TimeJudge *judge) {
    return judge->paced < PACED_MOST && judge->timed < PACED_MOST;
}

// ---- Numbers

static bool is_moment(double number) { return number * 1000 >= EPOCH_FIRST_MS; }

static double value_of(const WrittenTime *time) {
    return isnan(time->number) ? time->other_number : time->number;
}

static void add_pace(TimeJudge *judge, double seconds, uint32_t words) {
    if (!(seconds > 0) || !words) return;
    double step = floor(2 * log2(seconds / words)) + PACE_STEPS / 2.0;
    judge->paces[(size_t)fmin(fmax(step, 0), PACE_STEPS - 1)]++;
    judge->paced++;
}

// How far the call reaches; it counts as a long one once.
static void stretch_call(TimeJudge *judge, double number) {
    bool first = judge->before.kind != WRITTEN_NUMBER;
    if (first || number < judge->call_least) judge->call_least = number;
    if (first || number > judge->call_most) judge->call_most = number;
    judge->calls += first;
    bool is_long = judge->call_most - judge->call_least > DAY_S;
    judge->long_calls += is_long && !judge->counted;
    judge->counted = judge->counted || is_long;
}

static void add_number(TimeJudge *judge, const WrittenTime *start, const WrittenTime *end,
                       uint32_t words) {
    double number = value_of(start), before = value_of(&judge->before);
    if (!judge->numbers || number < judge->least) judge->least = number;
    if (!judge->numbers || number > judge->most) judge->most = number;
    judge->numbers++;
    judge->moments += is_moment(number);
    judge->fractions += number != floor(number);
    bool ends = end->kind == WRITTEN_NUMBER && value_of(end) > number;
    if (ends) {
        add_pace(judge, value_of(end) - number, words);
        judge->with_ends += time_judge_wants_words(judge);
    } else if (judge->before.kind == WRITTEN_NUMBER) {
        add_pace(judge, fabs(number - before), judge->words);
    }
    stretch_call(judge, number);
}

// Seconds a word, the median; 0 when there is none.
static double pace_of(const TimeJudge *judge) {
    uint64_t seen = 0;
    for (size_t i = 0; i < PACE_STEPS; i++) {
        seen += judge->paces[i];
        if (seen * 2 > judge->paced)
            return exp2(((double)i + 0.5 - PACE_STEPS / 2.0) / 2);
    }
    return 0;
}

static void judge_slow(const TimeJudge *judge, double pace, TimeStyle *style) {
    static const double MS = 1000;
    bool firm =
        judge->with_ends * 2 > judge->paced || judge->long_calls * 2 > judge->calls;
    if (firm)
        style->unit_ms = pace / MS <= SLOWEST ? 1 : 1 / MS;
    else
        style->unsure = !judge->fractions;
}

static void judge_quick(const TimeJudge *judge, TimeStyle *style) {
    bool serial = judge->least >= SERIAL_LEAST && judge->most < SERIAL_MOST;
    style->of_day = judge->least >= 0 && judge->most < 1;
    style->unsure = !serial && !style->of_day;
    if (!style->unsure) style->unit_ms = DAY_MS;
    if (serial) style->zero_ms = -FROM_1899_TO_1970 * (int64_t)DAY_MS;
}

static void judge_unit(const TimeJudge *judge, TimeStyle *style) {
    double pace = pace_of(judge);
    if (style->unit_ms > 0 || !judge->paced || judge->moments == judge->numbers) return;
    if (pace > SLOWEST) judge_slow(judge, pace, style);
    if (pace < QUICKEST) judge_quick(judge, style);
}

// ---- Pairs and clocks

// Of a pair beside a clock, the reading that is nearer to the clock.
static void compare_with_clock(TimeJudge *judge, const WrittenTime *start) {
    const WrittenTime *before = &judge->before;
    int64_t minutes = llabs(start->ms - before->ms);
    int64_t hours = llabs(start->other_ms - before->other_ms);
    judge->near_minutes += minutes < hours;
    judge->near_hours += hours < minutes;
}

static void begin_pairs(TimeJudge *judge, const WrittenTime *start) {
    judge->pair_calls++;
    judge->from_zero += start->ms < MINUTE_MS;
    judge->early += start->ms < 7 * (int64_t)MINUTE_MS;
}

static void add_pair(TimeJudge *judge, const WrittenTime *start) {
    const WrittenTime *before = &judge->before;
    judge->pairs++;
    judge->past_day += start->other_ms >= DAY_MS;
    if (!judge->begun) begin_pairs(judge, start);
    if (before->kind != WRITTEN_PAIR || !judge->words) return;
    double seconds = fabs((double)(start->ms - before->ms)) / 1000;
    judge->timed++;
    judge->too_fast += judge->words > FAST_WORDS * (seconds + 1);
}

static TimeReading judge_pairs(const TimeJudge *judge) {
    enum { CALLS_LEAST = 3, TURNS_LEAST = 20, SHARE = 5 };
    bool fast = judge->too_fast && judge->too_fast * SHARE >= judge->timed;
    if (judge->past_day) return READ_FIRST;
    if (judge->near_minutes != judge->near_hours)
        return judge->near_minutes > judge->near_hours ? READ_FIRST : READ_OTHER;
    if (judge->from_zero * 2 > judge->pair_calls) return fast ? READ_UNSURE : READ_FIRST;
    if (fast) return READ_OTHER;
    if (judge->pair_calls >= CALLS_LEAST && !judge->from_zero && !judge->early)
        return READ_OTHER;
    bool nobody = !judge->too_fast && judge->timed;
    bool early = judge->early * 2 > judge->pair_calls;
    return nobody && (early || judge->timed >= TURNS_LEAST) ? READ_FIRST : READ_UNSURE;
}

// ---- Dates and commas

static bool has_both(const WrittenTime *time) {
    return time->kind == WRITTEN_DATE && time->ms != NO_TIME && time->other_ms != NO_TIME;
}

static void add_date(TimeJudge *judge, const WrittenTime *start) {
    const WrittenTime *before = &judge->before;
    judge->day_first += start->other_ms == NO_TIME;
    judge->month_first += start->ms == NO_TIME;
    if (!has_both(start) || !has_both(before)) return;
    int64_t days = llabs(start->ms - before->ms);
    int64_t months = llabs(start->other_ms - before->other_ms);
    judge->day_first += days <= DAY_MS && months > 2 * (int64_t)DAY_MS;
    judge->month_first += months <= DAY_MS && days > 2 * (int64_t)DAY_MS;
}

static void add_comma(TimeJudge *judge, const WrittenTime *start) {
    const WrittenTime *before = &judge->before;
    if (start->number == start->other_number) return;
    judge->decimals += isnan(start->other_number) != 0;
    judge->thousands += isnan(start->number) != 0;
    if (before->kind != WRITTEN_NUMBER) return;
    bool decimal_up = start->number >= before->number;
    bool thousands_up = start->other_number >= before->other_number;
    judge->decimals += decimal_up && !thousands_up;
    judge->thousands += thousands_up && !decimal_up;
}

static TimeReading one_of(uint64_t first, uint64_t other) {
    if (first && !other) return READ_FIRST;
    return other && !first ? READ_OTHER : READ_UNSURE;
}

// ----

void time_judge_add(TimeJudge *judge, const WrittenTime *start, const WrittenTime *end,
                    uint32_t words) {
    if (start->kind == WRITTEN_NOTHING) return;
    if (start->kind == WRITTEN_NUMBER) {
        add_comma(judge, start);
        add_number(judge, start, end, words);
    }
    if (start->kind == WRITTEN_PAIR) add_pair(judge, start);
    if ((start->kind == WRITTEN_PAIR && judge->before.kind == WRITTEN_CLOCK) ||
        (start->kind == WRITTEN_CLOCK && judge->before.kind == WRITTEN_PAIR))
        compare_with_clock(judge, start);
    if (start->kind == WRITTEN_DATE) add_date(judge, start);
    judge->before = *start;
    judge->words = words;
    judge->begun = true;
}

TimeStyle time_judge_style(const TimeJudge *judge, double unit_ms) {
    TimeStyle style = time_style(unit_ms);
    style.judged = true;
    judge_unit(judge, &style);
    if (judge->pairs) style.pairs = judge_pairs(judge);
    style.dates = one_of(judge->day_first, judge->month_first);
    style.commas = one_of(judge->decimals, judge->thousands);
    return style;
}

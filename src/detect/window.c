#include "detect/window.h"

#include "detect/hits.h"
#include "detect/position.h"

#include <string.h>

// How many turns, from an edge of the call, hold so many of the detector's role, and what
// stands between them.
static uint32_t count_turns(const DetectInput *in, const Window *window) {
    const Call *call = in->call;
    Role role = detector_role(in);
    const uint32_t *counts = turn_counts(in, role);
    bool first = window->edge == WINDOW_FIRST;
    uint32_t all = (uint32_t)call->turns.len, inside = 0;
    for (; inside < all; inside++) {
        uint32_t turn = first ? inside : all - 1 - inside;
        int64_t count = first ? counts[turn] : 1 + counts[all - 1] - counts[turn];
        if (count > window->amount && role_speaks(role, &call->turns.items[turn])) break;
    }
    return inside;
}

// Of the call's turns, as they are counted, so many in a hundred.
static uint32_t count_percent(const DetectInput *in, const Window *window) {
    const uint32_t *counts = turn_counts(in, ROLE_UNKNOWN);
    bool first = window->edge == WINDOW_FIRST;
    uint32_t all = (uint32_t)in->call->turns.len, inside = 0;
    int64_t most = all ? counts[all - 1] : 0;
    for (; inside < all; inside++) {
        uint32_t turn = first ? inside : all - 1 - inside;
        int64_t before = first ? (int64_t)counts[turn] - 1 : most - counts[turn];
        if (before * 100 >= window->amount * most) break;
    }
    return inside;
}

static void measure_turns(const DetectInput *in, WindowArea *area) {
    const Window *window = area->window;
    uint32_t inside =
        window->unit == UNIT_TURNS ? count_turns(in, window) : count_percent(in, window);
    area->turns = window->edge == WINDOW_FIRST
                      ? turns_before(in, inside)
                      : turns_from(in, (uint32_t)in->call->turns.len - inside);
    area->of_turns = true;
}

// By when a turn was begun, as it was written.
static Placement in_time(const DetectInput *in, const WindowArea *area, uint32_t turn) {
    int64_t start = in->joined.written->turns.items[turn].start_ms;
    if (start == NO_TIME) return CANNOT_SAY;
    return start >= area->from_ms && start <= area->to_ms ? INSIDE : OUTSIDE;
}

static void measure_time(const DetectInput *in, WindowArea *area) {
    const Call *call = in->call;
    uint32_t count = (uint32_t)call->turns.len;
    bool *turns = arena_array(in->scratch, bool, count);
    int64_t begin = INT64_MAX, duration = call_duration(call);
    vec_each(const Turn, turn, &call->turns)
        if (turn->start_ms != NO_TIME && turn->start_ms < begin) begin = turn->start_ms;
    if (duration != NO_TIME) {
        bool first = area->window->edge == WINDOW_FIRST;
        area->from_ms = first ? begin : begin + duration - area->window->amount;
        area->to_ms = first ? begin + area->window->amount : INT64_MAX;
    }
    for (uint32_t t = 0; t < count; t++)
        turns[joined_heard(&in->joined, (TurnSpan){t, 0, 0}).turn] |=
            in_time(in, area, t) != OUTSIDE;
    area->turns = turns;
}

// ---- What stands beside the finds of another detector

// Where a row of turns that one side says ends, from one of them on: the first that is
// none of it. With a step back it is the one before the row.
static size_t row_end(const Call *call, size_t turn, size_t step) {
    const Turn *turns = call->turns.items;
    Role role = turns[turn].role;
    while (turn < call->turns.len &&
           (turn_parts_none(&turns[turn]) || turns[turn].role == role))
        turn += step;
    return turn;
}

const bool *turns_beside(Arena *scratch, const Call *call, const Finding *finding,
                         WindowEdge edge) {
    const Turn *turns = call->turns.items;
    size_t count = call->turns.len, found = finding->evidence.len;
    size_t back = edge == WINDOW_NEXT, step = back ? SIZE_MAX : 1;
    size_t last = 0, end = 0; // of the row that was looked at last
    bool *beside = arena_array(scratch, bool, count);
    for (size_t i = 0; i < found; i++) {
        size_t turn = finding->evidence.items[back ? found - 1 - i : i].turn;
        bool again = back ? turn <= last && turn > end : turn >= last && turn < end;
        if (again || turn_parts_none(&turns[turn])) continue;
        last = turn;
        end = row_end(call, turn, step);
        size_t to = end < count ? row_end(call, end, step) : end;
        for (size_t t = end; t != to; t += step) beside[t] = !turn_parts_none(&turns[t]);
    }
    return beside;
}

// From the call's edge to the turn of the first thing that another detector found;
// without one, all is before it. Where in that turn something stands, it has to tell
// itself.
static void measure_to_other(const DetectInput *in, WindowArea *area) {
    const Finding *other = &in->findings[area->window->detector];
    bool before = area->window->edge == WINDOW_BEFORE;
    area->is_empty = !other->evidence.len && !before;
    area->of_turns = !other->evidence.len;
    if (area->of_turns) return;
    uint32_t there = other->evidence.items[0].turn;
    area->turns = before ? turns_before(in, there + 1) : turns_from(in, there);
}

// Where answers stand, and what is answered.
static void measure_beside(const DetectInput *in, WindowArea *area) {
    const Finding *other = &in->findings[area->window->detector];
    area->of_turns = true;
    area->is_empty = !other->evidence.len;
    if (!area->is_empty)
        area->turns = turns_beside(in->scratch, in->call, other, area->window->edge);
}

void window_measure(const DetectInput *in, WindowArea *area) {
    const Window *window = area->window;
    bool refers = window_refers(window);
    if (!refers && window->unit != UNIT_MS)
        measure_turns(in, area);
    else if (!refers)
        measure_time(in, area);
    else if (!in->findings[window->detector].known)
        return;
    else if (window->edge == WINDOW_ANSWERING || window->edge == WINDOW_NEXT)
        measure_beside(in, area);
    else
        measure_to_other(in, area);
}

// Whether a find began in time.
static Placement begun_in_time(const DetectInput *in, const WindowArea *area,
                               const Hit *hit) {
    uint32_t start = fold_start(turn_folded(in, hit->turn), hit->start);
    TurnSpan heard = {hit->turn, start, start + 1};
    return in_time(in, area, joined_written(&in->joined, heard).turn);
}

// Before or after the first thing that another detector found.
static Placement beside(const DetectInput *in, const Window *window, const Hit *hit) {
    const Finding *other = &in->findings[window->detector];
    bool before = window->edge == WINDOW_BEFORE;
    Evidence here = {.turn = hit->turn,
                     .start = fold_start(turn_folded(in, hit->turn), hit->start)};
    const Evidence *there = &other->evidence.items[0];
    return (before ? position_before(&here, there) : position_before(there, &here))
               ? INSIDE
               : OUTSIDE;
}

Placement window_place(const DetectInput *in, const WindowArea *area, const Hit *hit) {
    const Window *window = area->window;
    if (area->is_empty) return OUTSIDE;
    if (area->of_turns) return !area->turns || area->turns[hit->turn] ? INSIDE : OUTSIDE;
    if (!window_refers(window)) return begun_in_time(in, area, hit);
    if (!in->findings[window->detector].known) return CANNOT_SAY;
    return beside(in, window, hit);
}

#include "detect/window.h"

#include "detect/hits.h"
#include "detect/position.h"

#include <string.h>

// So many turns of the detector's role from an edge of the call, and what stands between
// them.
static void measure_turns(const DetectInput *in, WindowArea *area) {
    const Call *call = in->call;
    const Window *window = area->window;
    Role role = detector_role(in);
    const uint32_t *counts = turn_counts(in, role);
    bool first = window->edge == WINDOW_FIRST;
    uint32_t all = (uint32_t)call->turns.len, inside = 0;
    for (; inside < all; inside++) {
        uint32_t turn = first ? inside : all - 1 - inside;
        int64_t count = first ? counts[turn] : 1 + counts[all - 1] - counts[turn];
        if (count > window->amount && role_speaks(role, &call->turns.items[turn])) break;
    }
    area->from = first ? 0 : all - inside;
    area->to = first ? inside : all;
}

// Of the call's turns, as they are counted, so many in a hundred.
static void measure_percent(const DetectInput *in, WindowArea *area) {
    const Window *window = area->window;
    const uint32_t *counts = turn_counts(in, ROLE_UNKNOWN);
    bool first = window->edge == WINDOW_FIRST;
    uint32_t all = (uint32_t)in->call->turns.len, inside = 0;
    int64_t most = all ? counts[all - 1] : 0;
    for (; inside < all; inside++) {
        uint32_t turn = first ? inside : all - 1 - inside;
        int64_t before = first ? (int64_t)counts[turn] - 1 : most - counts[turn];
        if (before * 100 >= window->amount * most) break;
    }
    area->from = first ? 0 : all - inside;
    area->to = first ? inside : all;
}

static void measure_time(const Call *call, WindowArea *area) {
    int64_t begin = INT64_MAX, duration = call_duration(call);
    vec_each(const Turn, turn, &call->turns)
        if (turn->start_ms != NO_TIME && turn->start_ms < begin) begin = turn->start_ms;
    if (duration == NO_TIME) return;
    bool first = area->window->edge == WINDOW_FIRST;
    area->from_ms = first ? begin : begin + duration - area->window->amount;
    area->to_ms = first ? begin + area->window->amount : INT64_MAX;
}

const bool *turns_beside(Arena *scratch, const Call *call, const Finding *finding,
                         WindowEdge edge) {
    const Turn *turns = call->turns.items;
    size_t count = call->turns.len, next = edge == WINDOW_NEXT;
    const bool *found = finding_turns(scratch, call, finding);
    bool *beside = arena_array(scratch, bool, count);
    bool there = false, here = false; // something in the stretch beside, in this one
    Role role = ROLE_SYSTEM; // of the turn before, which the system's does not part
    for (size_t i = 0; i < count; i++) {
        size_t t = next ? count - 1 - i : i;
        if (turns[t].role == ROLE_SYSTEM && !turns[t].elsewhere) continue;
        if (turns[t].role != role) there = here, here = false;
        role = turns[t].role;
        here |= found[t];
        beside[t] = there;
    }
    return beside;
}

// From the call's edge to the turn of the first thing that another detector found.
static void measure_to_other(const DetectInput *in, WindowArea *area) {
    const Finding *other = &in->findings[area->window->detector];
    bool before = area->window->edge == WINDOW_BEFORE, found = other->evidence.len > 0;
    uint32_t all = (uint32_t)in->call->turns.len;
    uint32_t there = found ? other->evidence.items[0].turn : all;
    area->from = before ? 0 : there;
    area->to = before && found ? there + 1 : all;
    area->is_empty = other->known && !found && !before;
}

// Where answers stand, and what is answered.
static void measure_beside(const DetectInput *in, WindowArea *area) {
    const Finding *other = &in->findings[area->window->detector];
    area->is_empty = other->known && !other->evidence.len;
    if (!area->is_empty)
        area->is_beside = turns_beside(in->scratch, in->call, other, area->window->edge);
}

WindowArea window_measure(const DetectInput *in, const Window *window) {
    WindowArea area = {.window = window};
    bool at_edge = window->edge == WINDOW_FIRST || window->edge == WINDOW_LAST;
    if (window->edge == WINDOW_ANSWERING || window->edge == WINDOW_NEXT)
        measure_beside(in, &area);
    else if (at_edge && window->unit == UNIT_MS)
        measure_time(in->call, &area);
    else if (at_edge && window->unit == UNIT_TURNS)
        measure_turns(in, &area);
    else if (at_edge)
        measure_percent(in, &area);
    else if (window->edge != WINDOW_NONE)
        measure_to_other(in, &area);
    return area;
}

// By when a turn was begun, as it was written.
static Placement in_time(const DetectInput *in, const WindowArea *area, uint32_t turn) {
    int64_t start = in->joined.written->turns.items[turn].start_ms;
    if (start == NO_TIME) return CANNOT_SAY;
    return start >= area->from_ms && start <= area->to_ms ? INSIDE : OUTSIDE;
}

static Placement at_edge(const DetectInput *in, const WindowArea *area, const Hit *hit) {
    if (area->window->unit != UNIT_MS)
        return hit->turn >= area->from && hit->turn < area->to ? INSIDE : OUTSIDE;
    uint32_t start = fold_start(turn_folded(in, hit->turn), hit->start);
    TurnSpan heard = {hit->turn, start, start + 1};
    return in_time(in, area, joined_written(&in->joined, heard).turn);
}

// Before or after the first thing another detector found; without one, all is before it.
static Placement beside(const DetectInput *in, const Window *window, const Hit *hit) {
    const Finding *other = &in->findings[window->detector];
    bool before = window->edge == WINDOW_BEFORE;
    if (!other->evidence.len) return before ? INSIDE : OUTSIDE;
    Evidence here = {.turn = hit->turn,
                     .start = fold_start(turn_folded(in, hit->turn), hit->start)};
    const Evidence *there = &other->evidence.items[0];
    return (before ? position_before(&here, there) : position_before(there, &here))
               ? INSIDE
               : OUTSIDE;
}

const bool *window_turns(const DetectInput *in, const WindowArea *area) {
    const Window *window = area->window;
    if (window->edge == WINDOW_NONE) return NULL;
    if (window_refers(window) && !in->findings[window->detector].known) return NULL;
    if (area->is_beside) return area->is_beside;
    uint32_t count = (uint32_t)in->call->turns.len;
    bool *turns = arena_array(in->scratch, bool, count);
    if (window->unit == UNIT_MS)
        for (uint32_t t = 0; t < count; t++)
            turns[joined_heard(&in->joined, (TurnSpan){t, 0, 0}).turn] |=
                in_time(in, area, t) != OUTSIDE;
    else if (area->to > area->from)
        memset(turns + area->from, true, area->to - area->from);
    return turns;
}

Placement window_place(const DetectInput *in, const WindowArea *area, const Hit *hit) {
    const Window *window = area->window;
    if (window_refers(window) && !in->findings[window->detector].known) return CANNOT_SAY;
    switch (window->edge) {
    case WINDOW_FIRST:
    case WINDOW_LAST: return at_edge(in, area, hit);
    case WINDOW_BEFORE:
    case WINDOW_AFTER: return beside(in, window, hit);
    case WINDOW_ANSWERING:
    case WINDOW_NEXT:
        return !area->is_empty && area->is_beside[hit->turn] ? INSIDE : OUTSIDE;
    case WINDOW_NONE: break;
    }
    return INSIDE;
}

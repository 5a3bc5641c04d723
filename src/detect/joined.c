#include "detect/joined.h"

#include <string.h>

bool turns_join_rest(const Turn *a, const Turn *b) {
    return a->agent == b->agent && !a->elsewhere && !b->elsewhere &&
           (a->role != ROLE_UNKNOWN || str_eq(a->speaker, b->speaker));
}

static bool any_join(const Call *call) {
    const Turn *before = NULL;
    vec_each(const Turn, turn, &call->turns) {
        if (turn_parts_none(turn)) continue;
        if (before && turns_join(before, turn)) return true;
        before = turn;
    }
    return false;
}

// Lists the turns, those that are one together; gives how many there are.
static uint32_t list_turns(const Call *call, WrittenTurn *turns, uint32_t *at) {
    uint32_t count = 0, first = 0; // where in the list the first of the last ones stands
    for (uint32_t t = 0; t < call->turns.len; t++) {
        const Turn *turn = &call->turns.items[t];
        at[t] = turn_parts_none(turn) ? UINT32_MAX : count;
        if (turn_parts_none(turn)) continue;
        const Turn *before = count ? &call->turns.items[turns[count - 1].turn] : NULL;
        if (!before || !turns_join(before, turn)) first = count;
        turns[count] = (WrittenTurn){.turn = t, .first = turns[first].turn};
        if (first == count) turns[count].first = t;
        turns[first].count++;
        count++;
    }
    return count;
}

// Puts the words of `list` into the first of `turns` that they stand for.
static void join_turns(Arena *arena, Turn *turns, WrittenTurn *list) {
    size_t size = 0;
    for (uint32_t i = 0; i < list->count; i++) size += turns[list[i].turn].text.len + 1;
    char *text = arena_raw(arena, size), *end = text;
    for (uint32_t i = 0; i < list->count; i++) {
        Turn *turn = &turns[list[i].turn];
        if (i) *end++ = ' ';
        list[i].start = (uint32_t)(end - text);
        if (turn->text.len) memcpy(end, turn->text.ptr, turn->text.len);
        end += turn->text.len;
        turn->text = STR("");
    }
    const Turn *last = &turns[list[list->count - 1].turn];
    Turn *first = &turns[list->turn];
    first->text = (Str){text, (size_t)(end - text)};
    first->end_ms = last->end_ms != NO_TIME ? last->end_ms : last->start_ms;
}

const Call *call_joined(Arena *arena, const Call *call, Joined *out) {
    *out = joined_not(call);
    if (!any_join(call)) return call;
    size_t all = call->turns.len;
    Call *joined = arena_new(arena, Call);
    WrittenTurn *list = arena_array(arena, WrittenTurn, all);
    uint32_t *at = arena_array(arena, uint32_t, all), count;
    *joined = *call;
    joined->turns.items = arena_raw(arena, array_bytes(all, sizeof(Turn)));
    memcpy(joined->turns.items, call->turns.items, all * sizeof(Turn));
    count = list_turns(call, list, at);
    for (uint32_t i = 0; i < count; i += list[i].count)
        if (list[i].count > 1) join_turns(arena, joined->turns.items, &list[i]);
    *out = (Joined){.written = call, .turns = list, .at = at};
    return joined;
}

TurnSpan joined_heard(const Joined *joined, TurnSpan written) {
    if (!joined->turns || joined->at[written.turn] == UINT32_MAX) return written;
    const WrittenTurn *turn = &joined->turns[joined->at[written.turn]];
    return (TurnSpan){turn->first, turn->start + written.start,
                      turn->start + written.end};
}

// The part of `heard` that the turn has, in offsets of its own.
static TurnSpan part_in(const Joined *joined, const WrittenTurn *turn, TurnSpan heard) {
    uint32_t size = (uint32_t)joined->written->turns.items[turn->turn].text.len;
    uint32_t from = heard.start > turn->start ? heard.start - turn->start : 0;
    uint32_t to = heard.end > turn->start ? heard.end - turn->start : 0;
    if (from > size) from = size;
    return (TurnSpan){turn->turn, from, to > size ? size : to};
}

// The last of those joined to `turns` that begins at or before `start`.
static uint32_t find_turn(const WrittenTurn *turns, uint32_t start) {
    uint32_t from = 0, to = turns->count; // the one sought is before `to`
    while (to - from > 1) {
        uint32_t middle = from + (to - from) / 2;
        if (turns[middle].start <= start)
            from = middle;
        else
            to = middle;
    }
    return from;
}

TurnSpan joined_written(const Joined *joined, TurnSpan heard) {
    if (!joined->turns || joined->at[heard.turn] == UINT32_MAX) return heard;
    const WrittenTurn *turns = &joined->turns[joined->at[heard.turn]];
    if (turns->count < 2) return heard;
    uint32_t i = find_turn(turns, heard.start);
    TurnSpan best = part_in(joined, &turns[i], heard);
    while (++i < turns->count && turns[i].start < heard.end) {
        TurnSpan part = part_in(joined, &turns[i], heard);
        if (part.end - part.start > best.end - best.start) best = part;
    }
    return best;
}

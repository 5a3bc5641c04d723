#include "tally/adjust.h"

#include "base/buf.h"
#include "score/card_value.h"

#include <math.h>

// ---- The kinds of calls

static Str kind_of(Arena *arena, const Scorecard *card) {
    return str_format(arena, "%.*s%c%.*s%c%.*s%c%d", STR_ARG(card->team), 0,
                      STR_ARG(card->queue), 0, STR_ARG(card->channel), 0,
                      card_upset(card));
}

static KindCalls *find_cell(Mix *mix, uint32_t agent, uint32_t kind) {
    if (!mix->cells.len || mix->cells.items[mix->first].agent != agent)
        mix->first = mix->cells.len;
    for (size_t i = mix->first; i < mix->cells.len; i++)
        if (mix->cells.items[i].kind == kind) return &mix->cells.items[i];
    KindCalls *cell = vec_push(mix->arena, &mix->cells);
    *cell = (KindCalls){.agent = agent, .kind = kind};
    return cell;
}

void mix_add(Mix *mix, uint32_t agent, const Scorecard *card) {
    const Str tasks[] = {card->team, card->queue, card->channel};
    uint32_t next = (uint32_t)mix->numbers.len;
    uint32_t kind = map_add(mix->arena, &mix->numbers, kind_of(mix->arena, card), next);
    KindCalls *cell = find_cell(mix, agent, kind);
    cell->calls++;
    cell->sum += card->score;
    for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++)
        map_add(mix->arena, &mix->tasks[i], tasks[i], 0);
    mix->upset = mix->upset || card_upset(card);
    mix->calm = mix->calm || !card_upset(card);
}

Str mix_words(Arena *arena, const Mix *mix) {
    const bool differ[] = {mix->tasks[0].len > 1, mix->tasks[1].len > 1,
                           mix->tasks[2].len > 1, mix->upset && mix->calm};
    static const char *const WORDS[] = {"team", "queue", "channel", "upset customers"};
    Buf out = {.arena = arena};
    size_t left = 0;
    for (size_t i = 0; i < 4; i++) left += differ[i];
    for (size_t i = 0; i < 4; i++) {
        if (!differ[i]) continue;
        buf_text(&out, WORDS[i]);
        left--;
        buf_text(&out, left > 1 ? ", " : left ? " and " : "");
    }
    return buf_str(&out);
}

// ---- The effects

typedef struct {
    double *effects, *sums;
    int64_t *calls;
    uint32_t count;
} Way; // agents, or kinds

static Way way_new(Arena *arena, uint32_t count) {
    return (Way){.effects = arena_array(arena, double, count),
                 .sums = arena_array(arena, double, count),
                 .calls = arena_array(arena, int64_t, count),
                 .count = count};
}

// Each effect of one way becomes the mean of what the other leaves of its scores. Gives
// the largest change.
static double fit(const Mix *mix, Way *way, bool of_agents, const Way *other) {
    double change = 0;
    for (uint32_t i = 0; i < way->count; i++) way->sums[i] = 0, way->calls[i] = 0;
    vec_each(const KindCalls, cell, &mix->cells) {
        uint32_t own = of_agents ? cell->agent : cell->kind;
        uint32_t of = of_agents ? cell->kind : cell->agent;
        way->sums[own] +=
            (double)cell->sum / 1000 - (double)cell->calls * other->effects[of];
        way->calls[own] += cell->calls;
    }
    for (uint32_t i = 0; i < way->count; i++) {
        if (!way->calls[i]) continue;
        double effect = way->sums[i] / (double)way->calls[i];
        change = fmax(change, fabs(effect - way->effects[i]));
        way->effects[i] = effect;
    }
    return change;
}

// In turns, until nothing moves by a millionth of a point: kinds that few agents share
// move slowly, and then the last digits do not matter.
double *mix_adjusted(const Mix *mix, uint32_t agents) {
    enum { ROUNDS_MOST = 10000 };
    static const double STILL = 1e-6;
    Way people = way_new(mix->arena, agents);
    Way kinds = way_new(mix->arena, (uint32_t)mix->numbers.len);
    for (int round = 0; round < ROUNDS_MOST; round++) {
        double change = fit(mix, &people, true, &kinds);
        if (fmax(change, fit(mix, &kinds, false, &people)) < STILL) break;
    }
    return people.effects;
}

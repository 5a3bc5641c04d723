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
    if (kind == mix->latest.len) *vec_push(mix->arena, &mix->latest) = 0;
    uint32_t *latest = &mix->latest.items[kind];
    if (*latest < mix->cells.len && mix->cells.items[*latest].kind == kind &&
        mix->cells.items[*latest].agent == agent)
        return &mix->cells.items[*latest];
    *latest = (uint32_t)mix->cells.len;
    KindCalls *cell = vec_push(mix->arena, &mix->cells);
    *cell = (KindCalls){.agent = agent, .kind = kind};
    return cell;
}

void mix_add_kind(Mix *mix, uint32_t agent, Str kind, int32_t score) {
    uint32_t next = (uint32_t)mix->numbers.len;
    uint32_t number = map_add(mix->arena, &mix->numbers, kind, next);
    sums_add(&find_cell(mix, agent, number)->scores, score);
}

void mix_add(Mix *mix, uint32_t agent, const Scorecard *card) {
    const Str tasks[] = {card->team, card->queue, card->channel};
    mix_add_kind(mix, agent, kind_of(mix->arena, card), card->score);
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
    const Mix *mix;
    uint32_t agents, kinds;
    double *agent_calls, *kind_calls;
    double *by_cell; // room to work in
    double *rest, *way, *image;
} Fit;

static Fit fit_new(const Mix *mix, uint32_t agents) {
    Arena *arena = mix->arena;
    uint32_t kinds = (uint32_t)mix->numbers.len;
    Fit fit = {.mix = mix,
               .agents = agents,
               .kinds = kinds,
               .agent_calls = arena_array(arena, double, agents),
               .kind_calls = arena_array(arena, double, kinds),
               .by_cell = arena_array(arena, double, mix->cells.len),
               .rest = arena_array(arena, double, kinds),
               .way = arena_array(arena, double, kinds),
               .image = arena_array(arena, double, kinds)};
    vec_each(const KindCalls, cell, &mix->cells) {
        fit.agent_calls[cell->agent] += (double)cell->scores.count;
        fit.kind_calls[cell->kind] += (double)cell->scores.count;
    }
    return fit;
}

static double cell_mean(const KindCalls *cell) {
    return (double)cell->scores.sum / (double)cell->scores.count / 1000;
}

// The mean over an agent's calls of what each of his cells has, which begin at `*first`;
// that becomes the next agent's.
static double agent_mean(const Fit *fit, const double *by_cell, size_t *first) {
    const KindCalls *cells = fit->mix->cells.items;
    uint32_t agent = cells[*first].agent;
    double sum = 0;
    for (; *first < fit->mix->cells.len && cells[*first].agent == agent; ++*first)
        sum += (double)cells[*first].scores.count * by_cell[*first];
    return sum / fit->agent_calls[agent];
}

// Of each kind, the sum over its calls of what they have beyond the mean of their agent.
static void sum_within(const Fit *fit, const double *by_cell, double *by_kind) {
    const KindCalls *cells = fit->mix->cells.items;
    for (uint32_t k = 0; k < fit->kinds; k++) by_kind[k] = 0;
    for (size_t first = 0, next = 0; first < fit->mix->cells.len;) {
        double mean = agent_mean(fit, by_cell, &next);
        for (; first < next; first++)
            by_kind[cells[first].kind] +=
                (double)cells[first].scores.count * (by_cell[first] - mean);
    }
}

static void spread_kinds(const Fit *fit, const double *by_kind) {
    for (size_t c = 0; c < fit->mix->cells.len; c++)
        fit->by_cell[c] = by_kind[fit->mix->cells.items[c].kind];
}

static double dot(const Fit *fit, const double *a, const double *b, bool per_call) {
    double sum = 0;
    for (uint32_t k = 0; k < fit->kinds; k++)
        sum += a[k] * b[k] / (per_call ? fit->kind_calls[k] : 1);
    return sum;
}

// The effects of kinds whose sums within agents are `wanted`, by conjugate gradients (M.
// R. Hestenes and E. Stiefel, "Methods of Conjugate Gradients for Solving Linear
// Systems", Journal of Research of the National Bureau of Standards 49, 1952), each kind
// in the measure of its calls: exact, but for rounding, after as many steps as there are
// kinds. In each group of agents who share kinds they come to nothing over all calls.
static void solve(const Fit *fit, const double *wanted, double *effects) {
    enum { ROUNDS_MOST = 10000 };
    for (uint32_t k = 0; k < fit->kinds; k++) {
        effects[k] = 0;
        fit->rest[k] = wanted[k];
        fit->way[k] = wanted[k] / fit->kind_calls[k];
    }
    double left = dot(fit, wanted, wanted, true), still = left * 1e-24;
    for (int round = 0; round < ROUNDS_MOST && left > still; round++) {
        spread_kinds(fit, fit->way);
        sum_within(fit, fit->by_cell, fit->image);
        double bend = dot(fit, fit->way, fit->image, false), before = left;
        if (bend <= 0) break;
        for (uint32_t k = 0; k < fit->kinds; k++) {
            effects[k] += before / bend * fit->way[k];
            fit->rest[k] -= before / bend * fit->image[k];
        }
        left = dot(fit, fit->rest, fit->rest, true);
        for (uint32_t k = 0; k < fit->kinds; k++)
            fit->way[k] = fit->rest[k] / fit->kind_calls[k] + left / before * fit->way[k];
    }
}

// ---- How exact the means are

// Of each kind, the lowest kind of those that agents lead to from it.
static uint32_t *group_kinds(const Fit *fit) {
    uint32_t *of_kinds = arena_array(fit->mix->arena, uint32_t, fit->kinds);
    uint32_t *of_agents = arena_array(fit->mix->arena, uint32_t, fit->agents);
    for (uint32_t k = 0; k < fit->kinds; k++) of_kinds[k] = k;
    for (uint32_t a = 0; a < fit->agents; a++) of_agents[a] = UINT32_MAX;
    for (bool moved = true; moved;) {
        moved = false;
        vec_each(const KindCalls, cell, &fit->mix->cells) {
            uint32_t *kind = &of_kinds[cell->kind], *agent = &of_agents[cell->agent];
            moved |= *kind != *agent;
            *kind = *agent = *kind < *agent ? *kind : *agent;
        }
    }
    return of_kinds;
}

typedef struct {
    double variance; // of a call, in score points
    int64_t freedom;
} Noise;

// What agents and kinds leave of the scores.
static Noise find_noise(const Fit *fit, const Estimate *agents, const double *effects,
                        const uint32_t *groups) {
    static const double NOTHING = 1e-6; // what rounding may leave
    Noise noise = {0};
    vec_each(const KindCalls, cell, &fit->mix->cells) {
        double count = (double)cell->scores.count, sum = (double)cell->scores.sum;
        double off = cell_mean(cell) - agents[cell->agent].mean - effects[cell->kind];
        double within = (double)cell->scores.squares - sum * sum / count;
        noise.variance += fmax(0, within) / 1e6 + count * off * off;
        noise.freedom += cell->scores.count;
    }
    for (uint32_t a = 0; a < fit->agents; a++) noise.freedom -= fit->agent_calls[a] > 0;
    for (uint32_t k = 0; k < fit->kinds; k++) noise.freedom -= groups[k] != k;
    if (noise.freedom < 1 || noise.variance < NOTHING) return (Noise){0};
    noise.variance /= (double)noise.freedom;
    return noise;
}

// How far the mix of an agent's calls, whose cells are those from `first` to `end`, is
// from that of the group's, by kind.
static void compare_mix(const Fit *fit, const uint32_t *groups, size_t first, size_t end,
                        double *apart) {
    const KindCalls *cells = fit->mix->cells.items;
    uint32_t group = groups[cells[first].kind];
    double all = 0;
    for (uint32_t k = 0; k < fit->kinds; k++)
        if (groups[k] == group) all += fit->kind_calls[k];
    for (uint32_t k = 0; k < fit->kinds; k++)
        apart[k] = groups[k] == group ? -fit->kind_calls[k] / all : 0;
    for (size_t c = first; c < end; c++)
        apart[cells[c].kind] +=
            (double)cells[c].scores.count / fit->agent_calls[cells[c].agent];
}

static void bound(Estimate *agent, double calls, const Noise *noise) {
    double margin = student_t95(noise->freedom) * sqrt(noise->variance / calls);
    agent->has_interval = noise->freedom > 0;
    agent->low = fmin(agent->mean, fmax(0, agent->mean - margin));
    agent->high = fmax(agent->mean, fmin(100, agent->mean + margin));
}

// An adjusted mean is as exact as the plain one of fewer calls: by so much as its mix of
// them is unlike that of all.
static void bound_all(const Fit *fit, const uint32_t *groups, const Noise *noise,
                      Estimate *agents) {
    const KindCalls *cells = fit->mix->cells.items;
    double *apart = arena_array(fit->mix->arena, double, fit->kinds);
    double *effects = arena_array(fit->mix->arena, double, fit->kinds);
    for (size_t first = 0, end = 0; first < fit->mix->cells.len; first = end) {
        uint32_t agent = cells[first].agent;
        while (end < fit->mix->cells.len && cells[end].agent == agent) end++;
        compare_mix(fit, groups, first, end, apart);
        solve(fit, apart, effects);
        double variance = 1 / fit->agent_calls[agent] + dot(fit, apart, effects, false);
        bound(&agents[agent], 1 / variance, noise);
    }
}

Estimate *mix_adjusted(const Mix *mix, uint32_t agents) {
    Fit fit = fit_new(mix, agents);
    Estimate *out = arena_array(mix->arena, Estimate, agents);
    double *sums = arena_array(mix->arena, double, fit.kinds);
    double *effects = arena_array(mix->arena, double, fit.kinds);
    for (size_t c = 0; c < mix->cells.len; c++)
        fit.by_cell[c] = cell_mean(&mix->cells.items[c]);
    sum_within(&fit, fit.by_cell, sums);
    solve(&fit, sums, effects);
    for (size_t c = 0; c < mix->cells.len; c++)
        fit.by_cell[c] =
            cell_mean(&mix->cells.items[c]) - effects[mix->cells.items[c].kind];
    for (size_t next = 0; next < mix->cells.len;) {
        Estimate *agent = &out[mix->cells.items[next].agent];
        agent->mean = agent_mean(&fit, fit.by_cell, &next);
        agent->has_mean = true;
    }
    const uint32_t *groups = group_kinds(&fit);
    Noise noise = find_noise(&fit, out, effects, groups);
    bound_all(&fit, groups, &noise, out);
    return out;
}

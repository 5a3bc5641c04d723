#include "match/confirm.h"

// The work that one pattern may make in one text (pattern.h). PCRE2 counts the steps of
// each start anew and does not tell how many they were; so a start is first given few of
// them, for which nothing is charged, and then more and more, which is.
typedef struct {
    uint32_t few, most; // steps of one start
    uint64_t left;      // what all starts that took more than `few` may cost
    StepCost cost;      // of a step, besides itself
} Budget;               // before PCRE2 is first asked: nothing but 0

enum {
    RAISE = 4,     // times as many steps as before
    STARTS = 200,  // may take all of them in a short text
    COSTLY_FEW = 2 // steps, of which each can run through the text
};

static Budget budget_for(Str text, uint32_t steps, StepCost cost) {
    uint32_t few = steps / PATTERN_FEWER ? steps / PATTERN_FEWER : 1;
    uint64_t all = STARTS * (uint64_t)steps + RAISE * (uint64_t)few * text.len;
    return (Budget){cost.each ? COSTLY_FEW : few, steps, all, cost};
}

static bool charge(Budget *budget, uint32_t steps) {
    uint64_t cost = budget->cost.once + steps * (1 + (uint64_t)budget->cost.each);
    if (budget->left < cost) return false;
    budget->left -= cost;
    return true;
}

// A pattern in a text.
typedef struct {
    const Confirmer *confirmer;
    Str text;
    uint32_t steps; // in the place of PATTERN_STEPS
    Budget budget;
    uint64_t tries; // as confirm gives them
} Work;

static void have_budget(Work *work) {
    if (work->budget.most) return;
    StepCost cost =
        code_step_cost(work->confirmer->target->code, work->confirmer->runner);
    work->budget = budget_for(work->text, work->steps, cost);
}

// Steps of each start that all of them together can be given.
static uint32_t steps_for_all(const Work *work) {
    const Budget *budget = &work->budget;
    if (!budget->cost.once) return budget->most;
    uint64_t starts = work->text.len * (1 + budget->cost.once + budget->cost.each);
    uint64_t steps = budget->left / starts;
    return steps < budget->most ? (uint32_t)steps + 1 : budget->most;
}

static RunResult try_start(Work *work, Code *code, size_t start) {
    Budget *budget = &work->budget;
    have_budget(work);
    for (uint32_t steps = budget->few;;) {
        work->tries++;
        RunResult result = code_try(code, work->confirmer->runner, start, steps);
        if (result != RUN_GAVE_UP || steps == budget->most) return result;
        steps = steps > budget->most / RAISE ? budget->most : steps * RAISE;
        if (!charge(budget, steps)) return RUN_GAVE_UP;
    }
}

// Tries every start from `from` on.
static RunResult try_all(Work *work, size_t from) {
    for (; from < work->text.len; from++) {
        bool inside = ((unsigned char)work->text.ptr[from] & 0xC0) == 0x80; // a character
        RunResult result =
            inside ? RUN_NOT_FOUND : try_start(work, work->confirmer->target->code, from);
        if (result != RUN_NOT_FOUND) return result;
    }
    return RUN_NOT_FOUND;
}

static RunResult search_from(Work *work, size_t from) {
    Code *code = work->confirmer->target->code;
    CodeRunner *runner = work->confirmer->runner;
    have_budget(work);
    work->tries++;
    RunResult result = code_search(code, runner, from, work->budget.few);
    if (result != RUN_GAVE_UP) return result;
    if (!code_is_local(code)) {
        work->tries++;
        return code_search(code, runner, from, steps_for_all(work));
    }
    return try_all(work, from);
}

// ---- Hits

static void keep_captures(const Work *work, const size_t *spans, uint32_t groups,
                          Hit *hit) {
    HitList *out = work->confirmer->out;
    uint32_t names;
    const GroupName *name =
        code_runner_names(work->confirmer->scratch, work->confirmer->runner, &names);
    for (const GroupName *end = name + names; name < end; name++) {
        size_t group = name->group;
        if (group >= groups || spans[2 * group] == SPAN_UNSET) continue;
        *vec_push(work->confirmer->scratch, &out->captures) = (Capture){
            .name = name->name,
            .start = (uint32_t)spans[2 * group],
            .end = (uint32_t)spans[2 * group + 1],
        };
        hit->capture_count++;
    }
}

static Hit *add_hit(const Work *work, size_t start, size_t end) {
    HitList *out = work->confirmer->out;
    Hit *hit = vec_push(work->confirmer->scratch, &out->hits);
    *hit = (Hit){.pattern = work->confirmer->pattern,
                 .turn = work->confirmer->turn,
                 .start = (uint32_t)start,
                 .end = (uint32_t)end,
                 .capture_first = (uint32_t)out->captures.len};
    return hit;
}

// Adds the match that was found; gives its end.
static size_t keep_hit(const Work *work) {
    uint32_t groups;
    const size_t *spans = code_runner_spans(work->confirmer->runner, &groups);
    Hit *hit = add_hit(work, spans[0], spans[1]);
    keep_captures(work, spans, groups, hit);
    return spans[1]; // never empty, so it moves on
}

static void search_all(Work *work) {
    const Confirmer *confirmer = work->confirmer;
    RunResult result = RUN_FOUND;
    for (size_t from = 0; from < work->text.len && result == RUN_FOUND;) {
        result = search_from(work, from);
        if (result == RUN_FOUND) from = keep_hit(work);
    }
    if (result == RUN_GAVE_UP)
        *vec_push(confirmer->scratch, &confirmer->out->gave_up) =
            (GaveUp){.pattern = confirmer->pattern, .turn = confirmer->turn};
}

// Whether a branch matches at a start; if so, keeps the hit, and gives its end in *end.
static RunResult try_branch(Work *work, const Candidate *at, size_t *end) {
    const Confirmer *confirmer = work->confirmer;
    switch (track_try(at->track, work->text, confirmer->ascii, at->start, end)) {
    case TRACK_NONE: return RUN_NOT_FOUND;
    case TRACK_FOUND: add_hit(work, at->start, *end); return RUN_FOUND;
    case TRACK_UNSURE: break;
    }
    RunResult result =
        try_start(work, confirmer->target->branches[at->branch], at->start);
    if (result == RUN_FOUND) *end = keep_hit(work);
    return result;
}

// False when it gave up.
static bool try_candidates(Work *work, const Candidate *candidates, size_t count) {
    const Candidate *before = NULL; // the last one that was tried
    size_t from = 0;
    for (const Candidate *c = candidates; c < candidates + count; c++) {
        if (c->start < from) continue;
        if (c->end) {
            add_hit(work, c->start, c->end);
            from = c->end;
            continue;
        }
        if (before && before->start == c->start && before->branch == c->branch) continue;
        before = c;
        if (try_branch(work, c, &from) == RUN_GAVE_UP) return false;
    }
    return true;
}

static Work work_for(const Confirmer *confirmer, uint32_t steps) {
    return (Work){.confirmer = confirmer, .text = confirmer->text, .steps = steps};
}

uint64_t confirm(const Confirmer *confirmer, const Candidate *candidates, size_t count) {
    HitList *out = confirmer->out;
    Work work = work_for(confirmer, PATTERN_STEPS);
    size_t hits = out->hits.len, captures = out->captures.len;
    if (candidates[count - 1].start != SEARCH_ALL) {
        if (try_candidates(&work, candidates, count)) return work.tries;
        // What gives up is searched for in all of the text, so that no more is given up
        // than without a sieve.
        out->hits.len = hits, out->captures.len = captures;
        work.budget = (Budget){0};
    }
    search_all(&work);
    return work.tries;
}

bool confirm_gives_up(Code *code, CodeRunner *runner, Str text, uint32_t steps) {
    ConfirmPattern target = {.code = code};
    Confirmer confirmer = {.target = &target, .runner = runner, .text = text};
    CodeText taken = code_text(text);
    code_runner_take(runner, &taken);
    Work work = work_for(&confirmer, steps);
    return search_from(&work, 0) == RUN_GAVE_UP;
}

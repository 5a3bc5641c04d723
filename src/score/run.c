#include "score/run.h"

#include "base/file.h"
#include "base/pool.h"
#include "call/part.h"
#include "detect/hits.h"
#include "score/redacted_card.h"
#include "score/scoring.h"

// CallTasks are handed over in batches: enough to make the hand-over cheap, few enough to
// keep memory flat and the workers evenly busy: while the owner's thread works, nobody
// cuts off more, so the others need some in store. What is made of a call takes some ten
// times its bytes, and waits in its batch for those before it.
enum {
    BATCH_PIECES = 2,
    BATCH_BYTES = 1 << 20,
    BATCH_LINES = 64 << 10, // bytes, mostly
    BATCHES_PER_WORKER = 3
};

// Of a call, or of an agent's part of it.
typedef struct {
    const Call *call;
    void *result;
} Result;
typedef VEC(Result) Results;

typedef struct {
    Arena tasks, keep;
    CallTask *items[BATCH_PIECES];
    Buf lines;                     // of all of them
    Results results[BATCH_PIECES]; // of each call; none: the task was refused
    size_t len;
} Batch;

typedef struct {
    RunPlan *run;
    Arena arena;
    Scorer (*scorers)[2]; // of each worker; the second only with a second rubric
    Watch *watch;         // of the owner's thread; NULL when stats are not wanted
    Pool *pool;
    size_t most; // calls in a batch
    VEC(Batch *) idle;
    bool stopped;
} CallRun;

void scorer_open(Scorer *scorer, const Rubric *rubric, bool use_sieve) {
    *scorer = (Scorer){.rubric = rubric};
    finder_open(&scorer->finder, rubric->patterns, use_sieve);
    scorer->finder.language = rubric->language;
    scorer->finder.passed = &rubric->passed;
    origins_open(&scorer->origins, &scorer->kept, rubric);
}

void scorer_close(Scorer *scorer) {
    finder_close(&scorer->finder);
    record_memo_free(&scorer->records);
    arena_free(&scorer->scratch);
    arena_free(&scorer->kept);
}

Findings *scorer_detect(Scorer *scorer, const Call *call) {
    arena_reset(&scorer->scratch);
    fold_memo_tidy(scorer->finder.folds);
    watch_start(scorer->finder.watch);
    Findings *findings = call_detect(&scorer->finder, &scorer->rubric->detectors,
                                     &scorer->rubric->order, call, &scorer->scratch);
    if (scorer->finder.watch) stats_count(&scorer->stats, call);
    return findings;
}

// Which detectors looked for the pattern says less: that depends on what the engine could
// tell before.
static bool leaves_mark_open(const Rubric *rubric, const Scorecard *card,
                             const GaveUp *up, Arena *scratch) {
    vec_each(const Detector, detector, &rubric->detectors) {
        if (!detector_pattern(detector, up->pattern)) continue;
        Str words = gave_up_words(scratch, detector->words, up);
        vec_each(const Mark, mark, &card->marks)
            if (mark->verdict == VERDICT_NOT_ASSESSABLE && str_has(mark->why, words))
                return true;
    }
    return false;
}

static void note_gave_up(Scorer *scorer, const HitList *hits, Arena *keep,
                         Scorecard *card) {
    const Rubric *rubric = scorer->rubric;
    vec_each(const GaveUp, up, &hits->gave_up) {
        if (!leaves_mark_open(rubric, card, up, &scorer->scratch)) continue;
        const PatternOrigin *origin = &rubric->origins.items[up->pattern];
        *vec_push(keep, &card->gave_up) = up->pattern;
        *vec_push(keep, &card->problems) = str_format(
            keep, "a pattern of '%.*s' (%.*s:%u) gave up on turn %u",
            STR_ARG(rubric->detectors.items[origin->detector].name),
            STR_ARG(path_base(origin->place.path)), origin->place.line, up->turn + 1);
    }
}

void *run_scorecard(const void *shared, Scorer *scorer, const Call *call, Arena *keep) {
    (void)shared;
    Findings *findings = scorer_detect(scorer, call);
    Scorecard *card = arena_new(keep, Scorecard);
    scorecard_make(scorer->rubric, call, findings, &scorer->origins, keep, card);
    note_gave_up(scorer, findings->in.hits, keep, card);
    if (scorer->redact) scorecard_redact(keep, card);
    arena_reset(&scorer->scratch); // a long call's record takes as much room again
    watch_lap(scorer->finder.watch, LAP_SCORE);
    return card;
}

// Each agent has the call to himself: nobody is marked by what another one said.
static void run_parts(const RunPlan *run, Scorer *scorers, const Call *call, Batch *batch,
                      Results *results) {
    Arena *keep = &batch->keep;
    for (uint32_t number = 1; number <= call_parts(call); number++) {
        const Call *part = call_part(keep, call, number);
        if (run->only && selection_of_call(run->only, part) < CHOICE_EARLIER) continue;
        void *result = run->work(run->shared, scorers, part, keep);
        *vec_push(keep, results) = (Result){part, result};
    }
}

static void run_batch(void *shared, unsigned worker, void *job) {
    CallRun *runner = shared;
    Batch *batch = job;
    Scorer *scorers = runner->scorers[worker];
    batch->lines = (Buf){.arena = &batch->keep};
    buf_room(&batch->lines, BATCH_LINES);
    scorers->lines = &batch->lines;
    for (size_t i = 0; i < batch->len; i++) {
        watch_start(scorers->finder.watch);
        const Call *call = task_read(batch->items[i]);
        watch_lap(scorers->finder.watch, LAP_PARSE);
        batch->results[i] = (Results){0};
        if (call) run_parts(runner->run, scorers, call, batch, &batch->results[i]);
    }
}

static Batch *take_batch(CallRun *runner) {
    if (runner->idle.len) return runner->idle.items[--runner->idle.len];
    return arena_new(&runner->arena, Batch);
}

static void give_back(CallRun *runner, Batch *batch) {
    arena_reset(&batch->tasks);
    arena_reset(&batch->keep);
    *vec_push(&runner->arena, &runner->idle) = batch;
}

// Cuts off the next batch and hands it over; false when there are no more tasks.
static bool feed(CallRun *runner) {
    Batch *batch = take_batch(runner);
    CallTask *task = NULL;
    size_t bytes = 0;
    batch->len = 0;
    watch_start(runner->watch);
    while (batch->len < runner->most && bytes < BATCH_BYTES &&
           (task = reader_next_task(runner->run->reader, &batch->tasks))) {
        batch->items[batch->len++] = task;
        bytes += task_bytes(task);
    }
    watch_lap(runner->watch, LAP_PARSE);
    if (batch->len)
        pool_submit(runner->pool, batch);
    else
        give_back(runner, batch);
    return task != NULL;
}

static void show(CallRun *runner, Batch *batch, const Call *call) {
    const RunPlan *run = runner->run;
    for (uint32_t number = 1; run->see && number <= call_parts(call); number++)
        run->see(run->context, call_part(&batch->keep, call, number));
}

static void consume_batch(CallRun *runner, Batch *batch) {
    RunPlan *run = runner->run;
    watch_start(runner->watch);
    for (size_t i = 0; i < batch->len && !runner->stopped; i++) {
        const Call *call = reader_accept(run->reader, batch->items[i]);
        if (!call && batch->items[i]->refused && run->refused)
            runner->stopped = !run->refused(run->context, batch->items[i]);
        if (!call) continue;
        show(runner, batch, call);
        run->undated += run->only && selection_of_call(run->only, call) == CHOICE_UNDATED;
        vec_each(const Result, part, &batch->results[i])
            if (!runner->stopped)
                runner->stopped = !run->consume(run->context, part->call, part->result);
    }
    if (run->settle && !run->settle(run->context)) runner->stopped = true;
    watch_lap(runner->watch, LAP_WRITE);
    give_back(runner, batch);
    if (run->tick) run->tick(run->context);
}

static void measure(CallRun *runner, Scorer *scorer) {
    stats_open(&scorer->stats, &runner->arena, scorer->rubric);
    matcher_measure(scorer->finder.matcher, scorer->stats.costs);
    scorer->finder.watch = &scorer->stats.watch;
}

static void start(CallRun *runner, unsigned jobs) {
    const RunPlan *run = runner->run;
    runner->scorers = arena_alloc_array(&runner->arena, jobs, sizeof *runner->scorers);
    for (unsigned i = 0; i < jobs; i++) {
        scorer_open(&runner->scorers[i][0], run->rubric, !run->no_sieve);
        if (run->other) scorer_open(&runner->scorers[i][1], run->other, !run->no_sieve);
        Scorer *scorer = &runner->scorers[i][0];
        scorer->finder.eager = run->eager;
        scorer->redact = runner->scorers[i][1].redact = run->redact;
        if (runner->watch) measure(runner, scorer);
    }
    runner->most = run->one_by_one ? 1 : BATCH_PIECES;
    size_t window = jobs > 1 ? (size_t)jobs * BATCHES_PER_WORKER : 1;
    runner->pool = pool_start(&runner->arena, jobs, window, run_batch, runner);
}

// The owner's thread counted the reading as parsing.
static void add_stats(const CallRun *runner, unsigned jobs) {
    Stats *stats = runner->run->stats;
    if (!stats) return;
    int64_t read = reader_ns(runner->run->reader);
    stats->watch.ns[LAP_READ] += read;
    stats->watch.ns[LAP_PARSE] -= read;
    stats->bytes += reader_bytes(runner->run->reader);
    for (unsigned i = 0; i < jobs; i++) stats_add(stats, &runner->scorers[i][0].stats);
}

static void stop(CallRun *runner, unsigned jobs) {
    pool_stop(runner->pool);
    add_stats(runner, jobs);
    for (unsigned i = 0; i < jobs; i++) {
        scorer_close(&runner->scorers[i][0]);
        scorer_close(&runner->scorers[i][1]);
    }
    vec_each(Batch *, batch, &runner->idle) {
        arena_free(&(*batch)->tasks);
        arena_free(&(*batch)->keep);
    }
    arena_free(&runner->arena);
}

void run_calls(RunPlan *run) {
    CallRun runner = {.run = run, .watch = run->stats ? &run->stats->watch : NULL};
    unsigned jobs = run->jobs ? run->jobs : pool_cpus();
    start(&runner, jobs);
    bool more = true;
    for (;;) {
        while (more && !runner.stopped && !pool_full(runner.pool)) more = feed(&runner);
        Batch *batch = pool_next(runner.pool);
        if (!batch) break;
        consume_batch(&runner, batch);
    }
    stop(&runner, jobs);
}

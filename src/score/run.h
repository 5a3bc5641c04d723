// All calls of a reader, marked by several workers, in the order of the input.
#ifndef SCORE_RUN_H
#define SCORE_RUN_H

#include "read/reader.h"
#include "score/origin.h"
#include "score/record.h"
#include "score/selection.h"
#include "score/stats.h"

// What one worker keeps from call to call.
typedef struct {
    const Rubric *rubric;
    Finder finder;        // its watch, when there is one, is that of `stats`
    Arena scratch;        // one call
    Arena kept;           // until it is closed
    KnownOrigins origins; // in `kept`, unless cards are to outlive the scorer
    RecordMemo records;
    // For lines that are to be written, one behind the other (buf_cut). They live until
    // the plan's `settle` has returned.
    Buf *lines;
    Stats stats;
    bool redact; // what scorecards quote
} Scorer;

void scorer_open(Scorer *scorer, const Rubric *rubric, bool use_sieve);
// Folds and matches; what is found lives in scorer->scratch until the next call.
Findings *scorer_detect(Scorer *scorer, const Call *call);
void scorer_close(Scorer *scorer);

// Called in the owner's thread for each call, in input order, and of a call that several
// agents share for each of their parts (call/part.h), in the order of the agents. `call`
// and what hangs on it live until the function returns; false ends the run early.
typedef bool RunConsume(void *context, const Call *call, const void *result);
// Called in a worker: makes the result for a call or a part, in `keep`. scorer[0] has the
// plan's rubric, scorer[1] the other one, when there is one.
typedef void *RunWork(const void *shared, Scorer *scorer, const Call *call, Arena *keep);

typedef struct {
    Reader *reader;
    const Rubric *rubric;
    const Rubric *other; // a second one for each call, or NULL
    unsigned jobs;
    bool no_sieve;      // search for every pattern in every turn
    bool eager;         // run all detectors first (Finder)
    bool redact;        // what scorecards quote; marks are the same
    RunWork *work;      // run_scorecard, or the command's own
    const void *shared; // for work
    RunConsume *consume;
    // After some calls were consumed, in the owner's thread; false ends the run early.
    // NULL: not wanted.
    bool (*settle)(void *context);
    void *context;         // for consume
    Stats *stats;          // is added to; NULL: not wanted
    const Selection *only; // other calls are read, and not marked; NULL: all are
    uint32_t undated;      // calls not marked because they have no time: is added to
    // Of every call, or agent's part of it, also those that `only` leaves out, in the
    // owner's thread; NULL: not wanted.
    void (*see)(void *context, const Call *call);
    // Of a task whose call was refused, in its place among the calls, in the owner's
    // thread; false ends the run early. NULL: not wanted.
    bool (*refused)(void *context, const CallTask *task);
    bool one_by_one; // a call is consumed before the next is read; only with one job
    // After each batch, in the owner's thread, for progress and complaints; NULL: none.
    void (*tick)(void *context);
} RunPlan;

void run_calls(RunPlan *run);
// A RunWork whose result is a Scorecard.
void *run_scorecard(const void *shared, Scorer *scorer, const Call *call, Arena *keep);

#endif

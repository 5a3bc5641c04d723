// The history of callmark: what calls were given and what people said of it, in one file
// that many runs add to (SQLite; the format is the program's own, see schema.c).
//
// The first error ends all use: functions then do nothing, and store_status and
// store_problem tell it. What was not committed by then is not in the file.
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "score/read_records.h"
#include "store/database.h"

typedef struct {
    Arena *arena;
    Str path;
    Database *database;
    Statement *arrive; // see store_add
    int64_t arrivals;  // cards added since the last commit
} Store;

// Opens the store at `path`, made with `create` where there is none; brings an older one
// up to date. Other runs are waited for so many seconds. Never NULL, in `arena`.
Store *store_open(Arena *arena, Str path, bool create, unsigned wait);
void store_close(Store *store);
// As database_status and database_problem.
int store_status(const Store *store);
Str store_problem(const Store *store);

// ---- Scorecards: one for each call, agent's part of it, and rubric

// Gathers a card for the next commit; `record` is it as record_put_json has it, and it
// came from the file at `path`.
void store_add(Store *store, const Scorecard *card, Str path, Str record);
// Forgets what was gathered of a call.
void store_take_back(Store *store, Str call);

// What marked the gathered cards, and out of what.
typedef struct {
    Str version; // callmark's
    const Rubric *rubric;
    const InputFiles *inputs;
    Str folder;      // that a report of the store goes to; empty: none
    int64_t keep_ms; // calls that began so long before `today` are let go; NO_TIME: none
    int64_t today;   // NO_TIME: when the newest call began
} StoreRun;

typedef struct {
    int64_t cards, changed, expired; // gathered; of those new or other; calls let go
    int64_t again;                   // files that were delivered before
    Str first;                       // the path of the first of those
} StoreChanges;

// Adds what was gathered, all of it or nothing. A card that is there already is left as
// it is; one that says something else takes the place of the old one. Of a file that
// changed while it was read nothing is added, nor of one that was delivered before: the
// same bytes, under whatever name, of which the same came.
StoreChanges store_commit(Store *store, const StoreRun *run);

// When the newest call began, or NO_TIME.
int64_t store_newest(Store *store);

// What store_read left out, by reason.
typedef struct {
    uint32_t cards;        // read
    uint32_t other_rubric; // calls of the period that another rubric marked
    uint32_t undated;
} StoreRead;

// Adds to `list` the cards of calls that list->only chooses, all when that is NULL: those
// of the period if `rubric` marked them; those from before it by whatever marked them,
// `rubric` or else what did so last. In the order in which they first came to the store.
StoreRead store_read(Store *store, Arena *arena, const Rubric *rubric, CardList *list,
                     Diags *diags);

// Settles the marks of `cards` that wait for what became of a promise by the calls that
// the store has of the same customers, as the same rubric marked them; what changes is
// new, in `arena`. What is in the store stays as it is.
void store_settle(Store *store, Arena *arena, const Rubric *rubric, Scorecards *cards);

// What other versions of `rubric` made of the calls of `cards`, as the store has them, of
// those that it has by `rubric` too: which call and part, by what, and the score.
Scorecards store_other_versions(Store *store, Arena *arena, const Rubric *rubric,
                                const Scorecards *cards);

// What the last rubric to mark a call made of this agent's part of it (the agent by id
// or, where there is none, by name); in `arena`. False when it is not there.
bool store_card(Store *store, Arena *arena, Str call, Str agent, Scorecard *card);

// ---- Reviews: what a person says of one mark

// All texts; those not known are empty. A row of reviews/<agent>-<period>.xlsx.
typedef struct {
    Str agent, period, call, criterion; // whose: one review for each of these
    Str reviewer, verdict, reason;      // the person's verdict, as a record has it
    Str turn;                           // that shows it, counted from 1
    Str machine;                        // callmark's, when the person looked
    Str answer, answer_reason, comment; // the agent's: "agreed", "disputed"
    Str deadline, decided_by, decision; // of a dispute; decision is a verdict
    Str file;                           // that it came from
} Review;
typedef VEC(Review) Reviews;

// Adds a review, or takes the place of the one before; false after an error. Nothing is
// written when it is there already.
bool store_put_review(Store *store, const Review *review);
// Those of an agent and a period, either empty for all; in the order of agents, periods,
// calls and criteria. All of it in `arena`.
Reviews store_reviews(Store *store, Arena *arena, Str agent, Str period);

// ---- Goals: what an agent and the coach agreed on for a period

typedef struct {
    Str agent, period; // whose: one for each of these
    Str criterion;     // that it is about
    Str goal, measure, due, comment, agent_name, coach, notes;
    Str file; // that it came from
} Goal;
typedef VEC(Goal) Goals;

bool store_put_goal(Store *store, const Goal *goal);
Goals store_goals(Store *store, Arena *arena, Str agent, Str period);

// All that people said.
typedef struct {
    Reviews reviews;
    Goals goals;
} Reviewed;

// How many are new, or say something else than before.
typedef struct {
    int64_t reviews, goals;
} ReviewedChanges;
// Puts all of them, or nothing.
ReviewedChanges store_put_reviewed(Store *store, const Reviewed *reviewed);

// ---- Forgetting

typedef struct {
    Str call, customer, agent; // one of them; the others empty. An agent by id or name
} StoreSubject;

typedef struct {
    int64_t calls, cards, reviews, goals;
    Texts files; // review files and report folders that may still tell of them
} StoreForgotten;

// Removes all that is known of a subject, also from the bytes of the file. When another
// run reads the store, it is forgotten there but not in the bytes: status 75.
StoreForgotten store_forget(Store *store, Arena *arena, const StoreSubject *subject);

#endif

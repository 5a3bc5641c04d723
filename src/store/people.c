// What people said: reviews of marks, and what was agreed with an agent.
#include "store/store.h"

#include <sysexits.h>

enum { COLUMNS_MOST = 16 };

// A row that is nothing but texts, in the order of the statements below.
typedef struct {
    const char *put, *get;
    size_t count;
    size_t at[COLUMNS_MOST]; // of each text in its struct
} TextTable;

#define AT(member) offsetof(Review, member)
static const TextTable REVIEWS = {
    .put =
        "INSERT INTO reviews(agent, period, call, criterion, reviewer, verdict, reason,"
        "    turn, machine, answer, answer_reason, comment, deadline, decided_by,"
        "    decision, file)"
        " VALUES(ifnull(?1, ''), ifnull(?2, ''), ifnull(?3, ''), ifnull(?4, ''), ?5, ?6,"
        "    ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
        " ON CONFLICT(agent, period, call, criterion) DO UPDATE SET"
        "    (reviewer, verdict, reason, turn, machine, answer, answer_reason, comment,"
        "     deadline, decided_by, decision, file) ="
        "    (excluded.reviewer, excluded.verdict, excluded.reason, excluded.turn,"
        "     excluded.machine, excluded.answer, excluded.answer_reason,"
        "     excluded.comment, excluded.deadline, excluded.decided_by,"
        "     excluded.decision, excluded.file)"
        " WHERE (reviewer, verdict, reason, turn, machine, answer, answer_reason,"
        "     comment, deadline, decided_by, decision, file) IS NOT"
        "    (excluded.reviewer, excluded.verdict, excluded.reason, excluded.turn,"
        "     excluded.machine, excluded.answer, excluded.answer_reason,"
        "     excluded.comment, excluded.deadline, excluded.decided_by,"
        "     excluded.decision, excluded.file)",
    .get = "SELECT agent, period, call, criterion, reviewer, verdict, reason, turn,"
           "    machine, answer, answer_reason, comment, deadline, decided_by, decision,"
           "    file"
           " FROM reviews WHERE (?1 IS NULL OR agent = ?1)"
           "    AND (?2 IS NULL OR period = ?2)"
           " ORDER BY agent, period, call, criterion",
    .count = 16,
    .at = {AT(agent), AT(period), AT(call), AT(criterion), AT(reviewer), AT(verdict),
           AT(reason), AT(turn), AT(machine), AT(answer), AT(answer_reason), AT(comment),
           AT(deadline), AT(decided_by), AT(decision), AT(file)},
};
#undef AT

#define AT(member) offsetof(Goal, member)
static const TextTable GOALS = {
    .put = "INSERT INTO goals(agent, period, criterion, goal, measure, due, comment,"
           "    agent_name, coach, notes, file)"
           " VALUES(ifnull(?1, ''), ifnull(?2, ''), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
           " ON CONFLICT(agent, period) DO UPDATE SET"
           "    (criterion, goal, measure, due, comment, agent_name, coach, notes, file)"
           "    = (excluded.criterion, excluded.goal, excluded.measure, excluded.due,"
           "       excluded.comment, excluded.agent_name, excluded.coach,"
           "       excluded.notes, excluded.file)"
           " WHERE (criterion, goal, measure, due, comment, agent_name, coach, notes,"
           "        file) IS NOT"
           "    (excluded.criterion, excluded.goal, excluded.measure, excluded.due,"
           "     excluded.comment, excluded.agent_name, excluded.coach, excluded.notes,"
           "     excluded.file)",
    .get = "SELECT agent, period, criterion, goal, measure, due, comment, agent_name,"
           "    coach, notes, file"
           " FROM goals WHERE (?1 IS NULL OR agent = ?1)"
           "    AND (?2 IS NULL OR period = ?2)"
           " ORDER BY agent, period",
    .count = 11,
    .at = {AT(agent), AT(period), AT(criterion), AT(goal), AT(measure), AT(due),
           AT(comment), AT(agent_name), AT(coach), AT(notes), AT(file)},
};
#undef AT

// Gives the number of rows that are new or other: one, or none.
static int64_t put(Store *store, const TextTable *table, const void *row) {
    Statement *statement = database_ask(store->database, table->put);
    for (size_t i = 0; i < table->count; i++)
        statement_text(statement, (int)i + 1,
                       *(const Str *)((const char *)row + table->at[i]));
    statement_run(statement);
    return database_changes(store->database);
}

static Statement *get(Store *store, const TextTable *table, Str agent, Str period) {
    Statement *statement = database_ask(store->database, table->get);
    statement_text(statement, 1, agent);
    statement_text(statement, 2, period);
    return statement;
}

static void read_row(Arena *arena, const TextTable *table, Statement *statement,
                     void *row) {
    for (size_t i = 0; i < table->count; i++)
        *(Str *)((char *)row + table->at[i]) =
            str_copy(arena, statement_column_text(statement, (int)i));
}

bool store_put_review(Store *store, const Review *review) {
    put(store, &REVIEWS, review);
    return store_status(store) == EX_OK;
}

Reviews store_reviews(Store *store, Arena *arena, Str agent, Str period) {
    Reviews reviews = {0};
    Statement *statement = get(store, &REVIEWS, agent, period);
    while (statement_next(statement))
        read_row(arena, &REVIEWS, statement, vec_push(arena, &reviews));
    return reviews;
}

bool store_put_goal(Store *store, const Goal *goal) {
    put(store, &GOALS, goal);
    return store_status(store) == EX_OK;
}

Goals store_goals(Store *store, Arena *arena, Str agent, Str period) {
    Goals goals = {0};
    Statement *statement = get(store, &GOALS, agent, period);
    while (statement_next(statement))
        read_row(arena, &GOALS, statement, vec_push(arena, &goals));
    return goals;
}

ReviewedChanges store_put_reviewed(Store *store, const Reviewed *reviewed) {
    ReviewedChanges changes = {0};
    database_run(store->database, "BEGIN IMMEDIATE");
    vec_each(const Review, review, &reviewed->reviews)
        changes.reviews += put(store, &REVIEWS, review);
    vec_each(const Goal, goal, &reviewed->goals)
        changes.goals += put(store, &GOALS, goal);
    database_run(store->database, "COMMIT");
    return changes;
}

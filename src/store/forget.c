#include "store/store.h"

#include <sysexits.h>

// Into temporary tables: the calls to forget, and an agent's ids and names.
static void find(Database *database, const StoreSubject *subject) {
    database_run(database, "CREATE TEMP TABLE gone(call TEXT PRIMARY KEY);"
                           "CREATE TEMP TABLE who(name TEXT PRIMARY KEY)");
    Statement *calls = database_ask(database, "INSERT INTO gone SELECT call FROM calls"
                                              " WHERE call = ?1 OR customer = ?2");
    statement_text(calls, 1, subject->call);
    statement_text(calls, 2, subject->customer);
    statement_run(calls);
    Statement *who =
        database_ask(database, "INSERT OR IGNORE INTO who SELECT ?1 WHERE ?1 IS NOT NULL"
                               " UNION SELECT agent FROM scorecards"
                               "    WHERE agent_name = ?1 AND agent IS NOT NULL");
    statement_text(who, 1, subject->agent);
    statement_run(who);
}

#define OF_THEM                               \
    " WHERE (call IN (SELECT call FROM gone)" \
    "    OR agent IN (SELECT name FROM who))"

static void add_files(Arena *arena, Database *database, const char *sql, Texts *files) {
    Statement *statement = database_ask(database, sql);
    while (statement_next(statement))
        *vec_push(arena, files) = str_copy(arena, statement_column_text(statement, 0));
}

static int64_t drop(Database *database, const char *sql) {
    return database_run(database, sql) ? database_changes(database) : 0;
}

static void forget(Arena *arena, Database *database, StoreForgotten *out) {
    add_files(arena, database,
              "SELECT file FROM reviews" OF_THEM " AND file IS NOT NULL"
              " UNION SELECT file FROM goals"
              "    WHERE agent IN (SELECT name FROM who) AND file IS NOT NULL ORDER BY 1",
              &out->files);
    out->reviews = drop(database, "DELETE FROM reviews" OF_THEM);
    out->goals =
        drop(database, "DELETE FROM goals WHERE agent IN (SELECT name FROM who)");
    out->cards =
        drop(database, "DELETE FROM scorecards WHERE call_id IN"
                       "    (SELECT id FROM calls WHERE call IN (SELECT call FROM gone))"
                       " OR ifnull(agent, agent_name) IN (SELECT name FROM who)");
    out->calls =
        drop(database, "DELETE FROM calls WHERE NOT EXISTS"
                       "    (SELECT 1 FROM scorecards WHERE call_id = calls.id)");
    if (out->cards)
        add_files(arena, database, "SELECT path FROM folders ORDER BY 1", &out->files);
}

// Deleted rows are overwritten, but their pages may still stand in the journal, and with
// what was never theirs in free room of the file.
static void wipe(Database *database) {
    database_run(database, "DROP TABLE temp.gone; DROP TABLE temp.who; VACUUM");
    if (database_number(database, "PRAGMA wal_checkpoint(TRUNCATE)", 0))
        database_refuse(database, EX_TEMPFAIL,
                        "is being read by another run: forgotten, but still in the file "
                        "until this is run again");
}

StoreForgotten store_forget(Store *store, Arena *arena, const StoreSubject *subject) {
    StoreForgotten out = {0};
    database_run(store->database, "BEGIN IMMEDIATE");
    find(store->database, subject);
    forget(arena, store->database, &out);
    database_run(store->database, "COMMIT");
    if (store_status(store) == EX_OK) wipe(store->database);
    return out;
}

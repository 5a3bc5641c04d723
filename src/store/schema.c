#include "store/schema.h"

#include <sysexits.h>

// "clmk", by which `file` and others may know the file (https://sqlite.org/pragma.html).
enum { APPLICATION_ID = 0x636c6d6b };

// Of 4 KB: a quarter of a gigabyte, which takes a second. In a larger file damage shows
// where it is met; of records, each by its digest.
enum { CHECKED_PAGES_MOST = 1 << 16 };

// From each version to the next; what has been released is never changed.
//
// A scorecard is kept as its record (score/record.h), with beside it what it is looked up
// by; `part` is 0 for a whole call, or the agent's number of `parts`. `digest` is of the
// record. Rows are in the order in which they first came.
static const char *const STEPS[SCHEMA_VERSION] = {
    "CREATE TABLE runs("
    "    id INTEGER PRIMARY KEY, digest INTEGER NOT NULL UNIQUE, version TEXT,"
    "    rubric TEXT, rubric_hash TEXT, calls INTEGER NOT NULL);"
    "CREATE TABLE calls("
    "    id INTEGER PRIMARY KEY, call TEXT NOT NULL UNIQUE, customer TEXT,"
    "    started_at INTEGER);"
    "CREATE INDEX calls_started ON calls(started_at);"
    "CREATE INDEX calls_customer ON calls(customer);"
    "CREATE TABLE scorecards("
    "    id INTEGER PRIMARY KEY,"
    "    call_id INTEGER NOT NULL REFERENCES calls(id) ON DELETE CASCADE,"
    "    part INTEGER NOT NULL, parts INTEGER NOT NULL, rubric_hash TEXT NOT NULL,"
    "    agent TEXT, agent_name TEXT, digest INTEGER NOT NULL, record TEXT NOT NULL,"
    "    UNIQUE(call_id, part, rubric_hash));"
    "CREATE INDEX scorecards_agent ON scorecards(agent);"
    "CREATE TABLE folders(path TEXT PRIMARY KEY) WITHOUT ROWID;"
    "PRAGMA user_version = 1;",

    "CREATE TABLE reviews("
    "    id INTEGER PRIMARY KEY, agent TEXT NOT NULL, period TEXT NOT NULL,"
    "    call TEXT NOT NULL, criterion TEXT NOT NULL, reviewer TEXT, verdict TEXT,"
    "    reason TEXT, machine TEXT, answer TEXT, answer_reason TEXT, comment TEXT,"
    "    deadline TEXT, decided_by TEXT, decision TEXT, file TEXT,"
    "    UNIQUE(agent, period, call, criterion));"
    "CREATE INDEX reviews_call ON reviews(call);"
    "CREATE TABLE goals("
    "    id INTEGER PRIMARY KEY, agent TEXT NOT NULL, period TEXT NOT NULL,"
    "    criterion TEXT, goal TEXT, measure TEXT, due TEXT, comment TEXT,"
    "    agent_name TEXT, coach TEXT, notes TEXT, file TEXT,"
    "    UNIQUE(agent, period));"
    "PRAGMA user_version = 2;",

    "ALTER TABLE reviews ADD COLUMN turn TEXT; PRAGMA user_version = 3;",

    // Of each file taken in, its hash and what came of it, in one number (deliveries.c).
    ("CREATE TABLE deliveries(digest INTEGER PRIMARY KEY);"
     "PRAGMA user_version = 4;"),
};

static int64_t version_of(Database *database) {
    return database_number(database, "PRAGMA user_version", 0);
}

// Whether it is empty, and can become a store.
static bool is_new(Database *database) {
    return database_number(database, "PRAGMA application_id", 0) == 0 &&
           version_of(database) == 0 &&
           database_number(database, "SELECT count(*) FROM sqlite_master", 1) == 0;
}

static void check(Database *database) {
    int64_t id = database_number(database, "PRAGMA application_id", 0);
    int64_t version = version_of(database);
    if (id != APPLICATION_ID || version < 0)
        database_refuse(database, EX_CONFIG, "is no store of callmark's");
    if (version > SCHEMA_VERSION)
        database_refuse(database, EX_CONFIG,
                        "was written by a newer callmark (schema %lld, this one knows "
                        "%d)",
                        (long long)version, SCHEMA_VERSION);
    if (database_number(database, "PRAGMA page_count", 0) > CHECKED_PAGES_MOST) return;
    Statement *checked = database_ask(database, "PRAGMA quick_check(1)");
    if (statement_next(checked) && !str_eq(statement_column_text(checked, 0), STR("ok")))
        database_refuse(database, EX_CONFIG, "is damaged: %.*s",
                        STR_ARG(statement_column_text(checked, 0)));
    statement_run(checked);
}

// Another run may have done it meanwhile: then nothing is left to do.
static void migrate(Database *database, int to) {
    database_run(database, "BEGIN IMMEDIATE");
    for (int64_t v = version_of(database); v < to; v++) database_run(database, STEPS[v]);
    database_run(database, "COMMIT");
}

void schema_settle_to(Database *database, int version) {
    if (is_new(database)) {
        database_run_alone(database, "PRAGMA journal_mode = WAL");
        database_run(database, "PRAGMA application_id = 0x636c6d6b");
    } else {
        check(database);
    }
    if (database_status(database) == EX_OK && version_of(database) < version)
        migrate(database, version);
}

void schema_settle(Database *database) { schema_settle_to(database, SCHEMA_VERSION); }

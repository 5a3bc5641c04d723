#include "store/store.h"

#include "base/json_out.h"
#include "store/deliveries.h"
#include "store/schema.h"

#include <sysexits.h>

Store *store_open(Arena *arena, Str path, bool create, unsigned wait) {
    Store *store = arena_new(arena, Store);
    *store = (Store){arena, path, database_open(arena, path, create, wait), NULL, 0};
    schema_settle(store->database);
    return store;
}

void store_close(Store *store) {
    if (store) database_close(store->database);
}

int store_status(const Store *store) { return database_status(store->database); }
Str store_problem(const Store *store) { return database_problem(store->database); }

// ---- Adding cards

// They wait in a table of this run alone, so that the file is locked only while it is
// added to, however long the calls take, and memory does not grow with them.
static void open_arrivals(Store *store) {
    database_run(store->database,
                 "CREATE TEMP TABLE arrivals("
                 "    id INTEGER PRIMARY KEY, call TEXT, customer TEXT,"
                 "    started_at INTEGER, part INTEGER, parts INTEGER,"
                 "    rubric_hash TEXT, agent TEXT, agent_name TEXT, digest INTEGER,"
                 "    record TEXT, path TEXT, says INTEGER)");
    store->arrive = database_ask(
        store->database, "INSERT INTO arrivals(call, customer, started_at, part, parts,"
                         "    rubric_hash, agent, agent_name, digest, record, path,"
                         "    says)"
                         " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
}

// INT64_MIN, which means none, is none of them.
static int64_t digest_of(Str text) { return (int64_t)(str_hash(text) >> 1); }

// What a record says, but for the call's id: that may be the name of the file.
static Str without_id(Str record) {
    while (record.len && !str_starts(record, KEY("agent")))
        record = str_slice(record, 1, record.len);
    return record;
}

void store_add(Store *store, const Scorecard *card, Str path, Str record) {
    if (!store->arrive) open_arrivals(store);
    Statement *arrive = store->arrive;
    statement_text(arrive, 1, card->call);
    statement_text(arrive, 2, card->customer);
    statement_int(arrive, 3, card->started_at);
    statement_int(arrive, 4, card->part.number);
    statement_int(arrive, 5, card->part.of);
    statement_text(arrive, 6, card->rubric_hash);
    statement_text(arrive, 7, card->agent);
    statement_text(arrive, 8, card->agent_name);
    statement_int(arrive, 9, digest_of(record));
    statement_text(arrive, 10, record);
    statement_text(arrive, 11, path);
    statement_int(arrive, 12, digest_of(without_id(record)));
    statement_run(arrive);
    store->arrivals++;
}

void store_take_back(Store *store, Str call) {
    if (!store->arrive) return;
    Statement *drop =
        database_ask(store->database, "DELETE FROM arrivals WHERE call = ?1");
    statement_text(drop, 1, call);
    statement_run(drop);
    store->arrivals -= database_changes(store->database);
}

// ---- Committing them

// A call that was whole and now is of several agents, or the other way round, is another
// one: none of its old cards stays.
static int64_t take_in(Database *database) {
    database_run(database,
                 "INSERT INTO calls(call, customer, started_at)"
                 " SELECT call, customer, started_at FROM arrivals WHERE true ORDER BY id"
                 " ON CONFLICT(call) DO UPDATE SET customer = excluded.customer,"
                 "    started_at = excluded.started_at"
                 " WHERE customer IS NOT excluded.customer"
                 "    OR started_at IS NOT excluded.started_at;"
                 "DELETE FROM scorecards WHERE id IN ("
                 "    SELECT s.id FROM arrivals a JOIN calls c ON c.call = a.call"
                 "    JOIN scorecards s ON s.call_id = c.id"
                 "        AND s.rubric_hash = a.rubric_hash AND s.parts <> a.parts);"
                 "INSERT INTO scorecards(call_id, part, parts, rubric_hash, agent,"
                 "    agent_name, digest, record)"
                 " SELECT c.id, a.part, a.parts, a.rubric_hash, a.agent, a.agent_name,"
                 "    a.digest, a.record"
                 " FROM arrivals a JOIN calls c ON c.call = a.call WHERE true"
                 " ORDER BY a.id"
                 " ON CONFLICT(call_id, part, rubric_hash) DO UPDATE SET"
                 "    agent = excluded.agent, agent_name = excluded.agent_name,"
                 "    digest = excluded.digest, record = excluded.record"
                 " WHERE record <> excluded.record");
    return database_changes(database);
}

// A run over the same inputs by the same rubric is the same run.
static void note_run(Store *store, const StoreRun *run) {
    Buf what = {.arena = store->arena};
    buf_format(&what, "%.*s %s %s", STR_ARG(run->version), run->rubric->hash,
               run->rubric->quality_hash);
    vec_each(const InputFile, file, run->inputs) buf_format(&what, " %s", file->hash);
    Statement *note = database_ask(store->database,
                                   "INSERT OR IGNORE INTO runs(digest, version, rubric,"
                                   " rubric_hash, calls) VALUES(?1, ?2, ?3, ?4, ?5)");
    statement_int(note, 1, digest_of(buf_str(&what)));
    statement_text(note, 2, run->version);
    statement_text(note, 3, run->rubric->id);
    statement_text(note, 4, str_from(run->rubric->hash));
    statement_int(note, 5, store->arrivals);
    statement_run(note);
}

static void note_folder(Database *database, Str folder) {
    Statement *note =
        database_ask(database, "INSERT OR IGNORE INTO folders(path) VALUES(?1)");
    statement_text(note, 1, folder);
    if (folder.len) statement_run(note);
}

static int64_t expire(Store *store, const StoreRun *run) {
    int64_t today = run->today == NO_TIME ? store_newest(store) : run->today;
    Statement *drop =
        database_ask(store->database, "DELETE FROM calls WHERE started_at < ?1");
    if (run->keep_ms == NO_TIME || today == NO_TIME) return 0;
    statement_int(drop, 1, today - run->keep_ms);
    statement_run(drop);
    return database_changes(store->database);
}

StoreChanges store_commit(Store *store, const StoreRun *run) {
    Database *database = store->database;
    StoreChanges changes = {0};
    database_run(database, "BEGIN IMMEDIATE");
    if (store->arrivals) {
        changes.again =
            deliveries_sift(database, store->arena, run->inputs, &changes.first);
        store->arrivals = database_number(database, "SELECT count(*) FROM arrivals", 0);
        changes.cards = store->arrivals;
        changes.changed = take_in(database);
        note_run(store, run);
        database_run(database, "DELETE FROM arrivals");
    }
    note_folder(database, run->folder);
    changes.expired = expire(store, run);
    database_run(database, "COMMIT");
    // What was let go also leaves the journal.
    if (changes.expired) database_run(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    store->arrivals = 0;
    return changes;
}

// ---- Reading them

int64_t store_newest(Store *store) {
    return database_number(store->database, "SELECT max(started_at) FROM calls", NO_TIME);
}

typedef struct {
    Arena *arena, scratch; // the list's, and of one card
    const Rubric *rubric;
    CardList *list;
    Diags *diags;
    StoreRead read;
} Reading;

// The list's own choice, of a card that may be another rubric's.
static bool is_wanted(Reading *in, const Scorecard *card) {
    const Selection *only = in->list->only;
    Choice choice = only ? selection_of_card(only, card) : CHOICE_TAKEN;
    bool own = card_is_of_rubric(in->rubric, card), first = card->part.number <= 1;
    in->read.undated += choice == CHOICE_UNDATED && first;
    in->read.other_rubric += choice == CHOICE_TAKEN && !own && first;
    return choice == CHOICE_EARLIER || (choice == CHOICE_TAKEN && own);
}

static void read_card(Store *store, Reading *in, Str record, int64_t digest) {
    Scorecard card;
    Place place = {.path = store->path};
    arena_reset(&in->scratch);
    if (digest_of(record) != digest ||
        !record_parse(&in->scratch, record, place, &card, in->diags)) {
        database_refuse(store->database, EX_CONFIG, "is damaged: a record was changed");
        return;
    }
    if (!is_wanted(in, &card)) return;
    CardFate fate = cards_add(in->arena, in->list, &card, place, in->diags);
    in->read.cards += fate == CARD_ADDED;
}

static void bound(Statement *statement, int place, const Selection *only) {
    bool earlier = only && only->earlier != NO_TIME;
    int64_t since = earlier ? only->earlier : only ? only->period.since : NO_TIME;
    statement_int(statement, place, since == NO_TIME ? INT64_MIN + 1 : since);
    statement_int(statement, place + 1, only ? only->period.until : FOREVER);
}

// Of a call that several rubrics marked: this one's cards, or else the last one's.
StoreRead store_read(Store *store, Arena *arena, const Rubric *rubric, CardList *list,
                     Diags *diags) {
    Reading in = {.arena = arena, .rubric = rubric, .list = list, .diags = diags};
    Statement *ask = database_ask(
        store->database,
        "SELECT s.record, s.digest FROM scorecards s JOIN calls c ON c.id = s.call_id"
        " WHERE (c.started_at IS NULL OR (c.started_at >= ?2 AND c.started_at < ?3))"
        "    AND s.rubric_hash = ifnull("
        "        (SELECT rubric_hash FROM scorecards o WHERE o.call_id = c.id"
        "            AND o.rubric_hash = ?1),"
        "        (SELECT rubric_hash FROM scorecards o WHERE o.call_id = c.id"
        "            ORDER BY o.id DESC LIMIT 1))"
        " ORDER BY s.id");
    statement_text(ask, 1, str_from(rubric->hash));
    bound(ask, 2, list->only);
    while (statement_next(ask))
        read_card(store, &in, statement_column_text(ask, 0),
                  statement_column_int(ask, 1));
    arena_free(&in.scratch);
    return in.read;
}

bool store_card(Store *store, Arena *arena, Str call, Str agent, Scorecard *card) {
    Diags diags = {.arena = arena};
    Statement *ask =
        database_ask(store->database,
                     "SELECT s.record FROM scorecards s JOIN calls c ON c.id = s.call_id"
                     " WHERE c.call = ?1 AND ifnull(s.agent, s.agent_name) = ?2"
                     " ORDER BY s.id DESC LIMIT 1");
    statement_text(ask, 1, call);
    statement_text(ask, 2, agent);
    bool there = statement_next(ask);
    Str record = there ? str_copy(arena, statement_column_text(ask, 0)) : (Str){0};
    statement_run(ask);
    return there &&
           record_parse(arena, record, (Place){.path = store->path}, card, &diags);
}

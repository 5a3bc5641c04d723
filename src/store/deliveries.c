#include "store/deliveries.h"

#include "base/map.h"

// ---- Files that were not whole

// What came of an archive's member has its path before the member's.
static void drop_changed(Database *database, const InputFiles *inputs) {
    vec_each(const InputFile, file, inputs) {
        if (!file->changed) continue;
        Statement *drop =
            database_ask(database, "DELETE FROM arrivals WHERE path = ?1"
                                   " OR substr(path, 1, length(?1) + 1) = ?1 || '/'");
        statement_text(drop, 1, file->path);
        statement_run(drop);
    }
}

// ---- Files that came before

typedef struct {
    Database *database;
    const InputFiles *inputs;
    Map numbers; // a path's number among the inputs
    Statement *note, *know;
    int64_t known; // files
    Str *first;
    Str path;       // whose arrivals are gone through; empty before the first
    int64_t digest; // of the file and of those seen so far
} Sifting;

// Two numbers in one, and never INT64_MIN, which means none.
static int64_t digest_add(int64_t digest, int64_t next) {
    const int64_t both[] = {digest, next};
    return (int64_t)(str_hash((Str){(const char *)both, sizeof both}) >> 1);
}

static void begin_file(Sifting *in, Str path) {
    uint32_t number = map_get(&in->numbers, path);
    in->path = (Str){0};
    if (number == MAP_NONE) return;
    in->path = in->inputs->items[number].path;
    in->digest = (int64_t)(str_hash(str_from(in->inputs->items[number].hash)) >> 1);
}

static void end_file(Sifting *in) {
    if (!in->path.len) return;
    statement_int(in->note, 1, in->digest);
    statement_run(in->note);
    if (database_changes(in->database)) return;
    if (!in->known++) *in->first = in->path;
    statement_text(in->know, 1, in->path);
    statement_run(in->know);
}

static void find_known(Sifting *in) {
    Database *database = in->database;
    Statement *all =
        database_ask(database, "SELECT path, says FROM arrivals ORDER BY path, id");
    in->note = database_ask(database, "INSERT OR IGNORE INTO deliveries VALUES(?1)");
    in->know = database_ask(database, "INSERT INTO known VALUES(?1)");
    while (statement_next(all)) {
        Str path = statement_column_text(all, 0);
        if (!str_eq(path, in->path)) {
            end_file(in);
            begin_file(in, path);
        }
        in->digest = digest_add(in->digest, statement_column_int(all, 1));
    }
    end_file(in);
}

static int64_t drop_known(Database *database, Arena *arena, const InputFiles *inputs,
                          Str *first) {
    Sifting in = {.database = database, .inputs = inputs, .first = first};
    for (uint32_t i = 0; i < inputs->len; i++)
        map_add(arena, &in.numbers, inputs->items[i].path, i);
    database_run(database, "CREATE TEMP TABLE known(path TEXT PRIMARY KEY)");
    find_known(&in);
    database_run(database, "DELETE FROM arrivals WHERE path IN (SELECT path FROM known);"
                           "DROP TABLE temp.known");
    return in.known;
}

int64_t deliveries_sift(Database *database, Arena *arena, const InputFiles *inputs,
                        Str *first) {
    drop_changed(database, inputs);
    return drop_known(database, arena, inputs, first);
}

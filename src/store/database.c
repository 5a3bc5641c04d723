#include "store/database.h"

#include "base/file.h"
#include "base/library.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sysexits.h>
#include <time.h>
#include <unistd.h>

#define FUNCTIONS(F)          \
    F(sqlite3_bind_int64)     \
    F(sqlite3_bind_null)      \
    F(sqlite3_bind_text64)    \
    F(sqlite3_busy_timeout)   \
    F(sqlite3_changes64)      \
    F(sqlite3_clear_bindings) \
    F(sqlite3_close)          \
    F(sqlite3_column_bytes)   \
    F(sqlite3_column_int64)   \
    F(sqlite3_column_text)    \
    F(sqlite3_column_type)    \
    F(sqlite3_db_config)      \
    F(sqlite3_errmsg)         \
    F(sqlite3_errstr)         \
    F(sqlite3_exec)           \
    F(sqlite3_finalize)       \
    F(sqlite3_next_stmt)      \
    F(sqlite3_open_v2)        \
    F(sqlite3_prepare_v2)     \
    F(sqlite3_reset)          \
    F(sqlite3_step)           \
    F(sqlite3_system_errno)

typedef struct {
    FUNCTIONS(LIBRARY_POINTER)
} Library;

struct Database {
    Arena *arena;
    Library lib;
    sqlite3 *sqlite; // NULL: it could not be opened
    int status;      // EX_OK until the first error
    Str problem;
    unsigned wait;  // seconds
    bool left_over; // a run that died, or one that still runs, has left its journal
};

struct Statement {
    Database *database;
    sqlite3_stmt *sqlite; // NULL after an error
};

// ---- Errors

void database_refuse(Database *database, int status, const char *format, ...) {
    if (database->status != EX_OK) return;
    va_list args;
    va_start(args, format);
    database->status = status;
    database->problem = str_vformat(database->arena, format, args);
    va_end(args);
}

// The exit status and the words for what SQLite says: https://sqlite.org/rescode.html.
static void fail(Database *database, int code) {
    bool failed = code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE;
    if (failed && database->lib.sqlite3_system_errno(database->sqlite) == ENOMEM)
        out_of_memory();
    switch (code & 0xff) { // without what extends it
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE: return;
    case SQLITE_NOMEM: out_of_memory();
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        database_refuse(database, EX_TEMPFAIL,
                        "is in use by another run (waited %u second%s)", database->wait,
                        database->wait == 1 ? "" : "s");
        return;
    case SQLITE_FULL:
        database_refuse(database, EX_TEMPFAIL, "cannot be written: the disk is full");
        return;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        database_refuse(database, EX_CANTCREAT, "cannot be written: %s",
                        database->lib.sqlite3_errstr(code));
        return;
    case SQLITE_IOERR:
        database_refuse(database, EX_IOERR, "cannot be read or written: %s",
                        database->lib.sqlite3_errstr(code));
        return;
    case SQLITE_NOTADB:
        database_refuse(database, EX_CONFIG, "is no store of callmark's");
        return;
    default:
        database_refuse(database, EX_CONFIG, "is damaged: %s",
                        database->lib.sqlite3_errmsg(database->sqlite));
    }
}

int database_status(const Database *database) { return database->status; }
Str database_problem(const Database *database) { return database->problem; }

// ---- The file

// SQLite would make it as the umask says; what it makes beside it is as this one is.
static void make_file(Database *database, const char *path, bool create) {
    int fd = open(path, O_RDWR | O_CLOEXEC | (create ? O_CREAT : 0), 0600);
    if (fd >= 0) {
        close(fd);
        return;
    }
    int error = errno;
    database_refuse(database, error == ENOENT ? EX_NOINPUT : exit_status_of(error),
                    "cannot be opened: %s", strerror(error));
}

// What comes from elsewhere may be made to do harm: its schema runs no functions
// (https://sqlite.org/security.html).
static void settle(Database *database) {
    sqlite3 *sqlite = database->sqlite;
    database->lib.sqlite3_busy_timeout(sqlite, (int)database->wait * 1000);
    database->lib.sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    database->lib.sqlite3_db_config(sqlite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    database_run(database, "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;"
                           "PRAGMA secure_delete = ON");
}

Database *database_open(Arena *arena, Str path, bool create, unsigned wait) {
    static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME) NULL};
    enum { WAIT_MOST = 24 * 3600 }; // what an int of milliseconds has room for
    Database *database = arena_new(arena, Database);
    database->arena = arena;
    database->wait = wait < WAIT_MOST ? wait : WAIT_MOST;
    const char *name = str_z(arena, path);
    database->left_over =
        access(str_z(arena, str_format(arena, "%s-wal", name)), F_OK) == 0;
    // What does not fit in memory waits beside the store, where it may be written, and
    // not in a folder that is everybody's (https://sqlite.org/tempfiles.html).
    setenv("SQLITE_TMPDIR", str_z(arena, path_folder(path)), 1);
    make_file(database, name, create);
    if (database->status != EX_OK) return database;
    library_load(LIBRARY_FILE, NAMES, &database->lib);
    fail(database, database->lib.sqlite3_open_v2(name, &database->sqlite,
                                                 SQLITE_OPEN_READWRITE, NULL));
    if (database->status == EX_OK) settle(database);
    return database;
}

void database_close(Database *database) {
    if (!database->sqlite) return;
    for (sqlite3_stmt *statement;
         (statement = database->lib.sqlite3_next_stmt(database->sqlite, NULL));)
        database->lib.sqlite3_finalize(statement);
    // One that is refused is left alone: not even what others wrote beside it moves in.
    if (database->status != EX_OK && database->left_over)
        database->lib.sqlite3_db_config(database->sqlite,
                                        SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    database->lib.sqlite3_close(database->sqlite);
    database->sqlite = NULL;
}

// ---- Statements

bool database_run(Database *database, const char *sql) {
    if (database->status != EX_OK) return false;
    fail(database, database->lib.sqlite3_exec(database->sqlite, sql, NULL, NULL, NULL));
    return database->status == EX_OK;
}

bool database_run_alone(Database *database, const char *sql) {
    enum { PAUSE_NS = 20000000, A_SECOND = 50 };
    const struct timespec pause = {.tv_nsec = PAUSE_NS};
    unsigned tries = 1 + A_SECOND * database->wait;
    int code = SQLITE_BUSY;
    if (database->status != EX_OK) return false;
    while (code == SQLITE_BUSY && tries--) {
        code = database->lib.sqlite3_exec(database->sqlite, sql, NULL, NULL, NULL);
        if (code == SQLITE_BUSY && tries) nanosleep(&pause, NULL);
    }
    fail(database, code);
    return database->status == EX_OK;
}

int64_t database_number(Database *database, const char *sql, int64_t otherwise) {
    Statement *statement = database_ask(database, sql);
    int64_t number =
        statement_next(statement) ? statement_column_int(statement, 0) : INT64_MIN;
    if (statement->sqlite) database->lib.sqlite3_reset(statement->sqlite);
    return number == INT64_MIN ? otherwise : number;
}

int64_t database_changes(const Database *database) {
    return database->status == EX_OK ? database->lib.sqlite3_changes64(database->sqlite)
                                     : 0;
}

Statement *database_ask(Database *database, const char *sql) {
    Statement *statement = arena_new(database->arena, Statement);
    statement->database = database;
    if (database->status == EX_OK)
        fail(database, database->lib.sqlite3_prepare_v2(database->sqlite, sql, -1,
                                                        &statement->sqlite, NULL));
    return statement;
}

void statement_text(Statement *statement, int place, Str text) {
    const Library *lib = &statement->database->lib;
    if (!statement->sqlite) return;
    fail(statement->database,
         text.len ? lib->sqlite3_bind_text64(statement->sqlite, place, text.ptr, text.len,
                                             SQLITE_TRANSIENT, SQLITE_UTF8)
                  : lib->sqlite3_bind_null(statement->sqlite, place));
}

void statement_int(Statement *statement, int place, int64_t value) {
    const Library *lib = &statement->database->lib;
    if (!statement->sqlite) return;
    fail(statement->database,
         value == INT64_MIN ? lib->sqlite3_bind_null(statement->sqlite, place)
                            : lib->sqlite3_bind_int64(statement->sqlite, place, value));
}

bool statement_next(Statement *statement) {
    const Library *lib = &statement->database->lib;
    if (!statement->sqlite || statement->database->status != EX_OK) return false;
    int code = lib->sqlite3_step(statement->sqlite);
    if (code == SQLITE_ROW) return true;
    fail(statement->database, code);
    lib->sqlite3_reset(statement->sqlite);
    lib->sqlite3_clear_bindings(statement->sqlite);
    return false;
}

Str statement_column_text(Statement *statement, int column) {
    const Library *lib = &statement->database->lib;
    const unsigned char *text = lib->sqlite3_column_text(statement->sqlite, column);
    int size = lib->sqlite3_column_bytes(statement->sqlite, column);
    return text ? (Str){(const char *)text, (size_t)size} : (Str){0};
}

int64_t statement_column_int(Statement *statement, int column) {
    const Library *lib = &statement->database->lib;
    bool null = lib->sqlite3_column_type(statement->sqlite, column) == SQLITE_NULL;
    return null ? INT64_MIN : lib->sqlite3_column_int64(statement->sqlite, column);
}

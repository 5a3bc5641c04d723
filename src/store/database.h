// SQLite, as much of it as the store needs: a file, statements with values, rows, and the
// first error, after which nothing more is done: whoever asks may look at it at the end.
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Database Database;
typedef struct Statement Statement;

// Opens the file at `path`; with `create` it is made where there is none, and only its
// owner may read it. Other runs are waited for so many seconds. Never NULL; lives in
// `arena`, and the arena must outlive it.
Database *database_open(Arena *arena, Str path, bool create, unsigned wait);
void database_close(Database *database);

// EX_OK, or the exit status that the first error calls for (sysexits.h): 75 the file is
// in use or the disk is full; 78 it is damaged, or not what it should be; 66 it is not
// there; 73 and 74 it cannot be written.
int database_status(const Database *database);
// The same in words: "is in use by another run (waited 10 seconds)"; empty without one.
Str database_problem(const Database *database);
// An error of the caller's own.
void database_refuse(Database *database, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// Runs statements that have no values and whose rows are not wanted; false after an
// error.
bool database_run(Database *database, const char *sql);
// Like it, for a statement that other runs may stand in the way of although nobody is
// waited for there, as SQLite has it of a change to the journal: it is tried again.
bool database_run_alone(Database *database, const char *sql);
// The number that a statement's one row begins with; `otherwise` when it has none.
int64_t database_number(Database *database, const char *sql, int64_t otherwise);
// Rows that the last statement changed.
int64_t database_changes(const Database *database);

// A statement with places for values, ?1, ?2 and so on; lives as long as the database.
Statement *database_ask(Database *database, const char *sql);
void statement_text(Statement *statement, int place, Str text); // an empty one is NULL
void statement_int(Statement *statement, int place,
                   int64_t value); // INT64_MIN, as NO_TIME, is NULL
// The next row. False after the last one, or an error: then the values are gone, and the
// statement can be asked again.
bool statement_next(Statement *statement);
// Asks for a statement that has no rows.
static inline void statement_run(Statement *statement) {
    while (statement_next(statement)) {
    }
}
// Columns of the row, from 0. A text lives until the next row.
Str statement_column_text(Statement *statement, int column);
int64_t statement_column_int(Statement *statement, int column); // NULL is INT64_MIN

#endif

// How the columns of a CSV file write their times, judged by its first rows, so that the
// answer does not depend on where a file is read from; and the order of its turns.
#ifndef TEXT_CSV_TIMES_H
#define TEXT_CSV_TIMES_H

#include "call/time_judge.h"
#include "text/columns.h"

enum { HEAD_JUDGED = 1 << 20 }; // bytes of a file that are judged by

// What the rows so far tell of it.
typedef struct {
    Columns *columns;
    TimeJudge times, starts; // of turns; of calls
    uint64_t from;           // where the text begins that is judged
    size_t cells;            // of a row, up to the last one that tells
    bool wants_words;        // the next turn's tell as well
    Str id, started;         // of the call at hand, and what its last row had for it
    Arena arena;             // of both; the caller frees it
} CsvTimes;

// From the row on that `rows` gave last, which is the header.
void csv_times_begin(CsvTimes *times, const Rows *rows, Columns *columns);
// The next row. False when it tells nothing more, nor do those that follow.
bool csv_times_add(CsvTimes *times, Rows *rows, const CsvRow *row);
// Sets the styles of the columns of times.
void csv_times_set(const CsvTimes *times);
// All of that with the rows that follow in the source of `rows`, of which nothing is
// consumed: where the source cannot be read twice.
void csv_times_judge(const Rows *rows, Columns *columns);

// The number that a cell of COLUMN_TURN ends with; -1 when there is none.
int64_t turn_number(Str cell);
// Puts turns in the order of their numbers, one a turn, when these are an order: no two
// that stand apart are the same, and either they leave out fewer than there are, or they
// go down throughout.
void turns_order(Arena *arena, Call *call, const int64_t *numbers);

#endif

// How the columns of a CSV file write their times, judged by its first rows, so that the
// answer does not depend on where a file is read from; and the order of its turns.
#ifndef TEXT_CSV_TIMES_H
#define TEXT_CSV_TIMES_H

#include "text/columns.h"

enum { HEAD_JUDGED = 4 << 20 }; // bytes of a file that are judged by

// Sets the styles of the columns of times from the rows that follow in the source of
// `rows`, of which nothing is consumed.
void csv_times_judge(const Rows *rows, Columns *columns);

// The number that a cell of COLUMN_TURN ends with; -1 when there is none.
int64_t turn_number(Str cell);
// Puts turns in the order of their numbers, one a turn, when these are an order: no two
// that stand apart are the same, and either they leave out fewer than there are, or they
// go down throughout.
void turns_order(Arena *arena, Call *call, const int64_t *numbers);

#endif

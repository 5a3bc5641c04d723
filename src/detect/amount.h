// Amounts as people write and say them in English: "£1,200.50", "14 days", "thirty-five
// percent", "two hundred and fifty", "an hour and a half", "two pounds fifty".
#ifndef DETECT_AMOUNT_H
#define DETECT_AMOUNT_H

#include "base/str.h"

typedef struct {
    double number; // of its unit
    Str unit;      // as written; empty = a bare number
} Amount;

typedef enum { AMOUNTS_SAME, AMOUNTS_DIFFER, AMOUNTS_INCOMPARABLE } AmountOrder;

// The whole of folded `text` must be one amount. Spoken numbers go up to 9,999, commas
// must stand before groups of three digits, and what follows a known unit ("1 hour 30
// minutes") is added to it. The unit borrows from `text`.
bool amount_parse(Str text, Amount *amount);
// A bare number is of the other's unit. Units of time, of working days, of months and
// years, of each currency, and percent are each comparable among themselves; any other
// unit only with the same word, in the singular or plural.
AmountOrder amount_compare(const Amount *a, const Amount *b);

#endif

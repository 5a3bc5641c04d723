// The form that people fill in: what its columns are called, and which words they choose
// from. What is written by it (report/review_book.c) is read by it (review/read.c).
#ifndef REVIEW_FORM_H
#define REVIEW_FORM_H

#include "rubric/verdict.h"
#include "store/store.h"

typedef struct {
    const char *id,
        *title;    // of a table that a program writes; of one that people fill in
    size_t offset; // of the text in a Review or a Goal
} FormColumn;

// Each ends with id NULL.
extern const FormColumn REVIEW_COLUMNS[], GOAL_COLUMNS[];

// Of a column, by its id.
const char *form_title(const FormColumn *columns, const char *id);

// What a person may say of a mark, by verdict: "not met", and of VERDICT_NOT_ASSESSABLE
// "cannot tell".
extern const char *const VERDICT_CHOICES[VERDICT_COUNT + 1];
// What the agent may say to that.
extern const char *const ANSWER_CHOICES[];
// A verdict as people or programs write it: "Not met", "not_met", "unsure".
bool verdict_chosen(Str word, Verdict *verdict);
// A verdict as records have it; false for any other text.
bool verdict_named(Str name, Verdict *verdict);

#endif

// Turns put together from single words, where a transcript has no others.
#ifndef JSON_WORDS_H
#define JSON_WORDS_H

#include "json/fields.h"

// A run of words by one speaker, in the making. `WordRun run = {.task = task}` is none.
typedef struct {
    CallTask *task;
    const Json *first;
    Str speaker;
    int64_t start_ms, end_ms;
    Buf text;
} WordRun;

typedef struct {
    const Json *at;
    Str text, speaker;
    int64_t start_ms, end_ms; // or NO_TIME
    bool is_mark; // of punctuation: belongs to the word before, and has no times
} SpokenWord;

// Adds a word to the run, or ends that and begins the next: with another speaker, or
// after a pause of more than 1.5 s.
void word_run_add(WordRun *run, const SpokenWord *word);
// Makes a turn of what there is.
void word_run_end(WordRun *run);

#endif

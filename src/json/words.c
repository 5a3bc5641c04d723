#include "json/words.h"

enum { PAUSE_MS = 1500 };

void word_run_end(WordRun *run) {
    if (!run->text.len) return;
    Turn *turn = json_turn(run->task, run->first);
    turn->text = buf_str(&run->text);
    turn->start_ms = run->start_ms;
    turn->end_ms = run->end_ms;
    turn->speaker = run->speaker;
    *run = (WordRun){.task = run->task};
}

static bool goes_on(const WordRun *run, const SpokenWord *word) {
    bool paused = word->start_ms != NO_TIME && run->end_ms != NO_TIME &&
                  word->start_ms - run->end_ms > PAUSE_MS;
    return run->first && str_eq(run->speaker, word->speaker) && !paused;
}

void word_run_add(WordRun *run, const SpokenWord *word) {
    if (word->is_mark) {
        if (run->text.len) buf_put(&run->text, word->text);
        return;
    }
    if (!goes_on(run, word)) {
        word_run_end(run);
        *run = (WordRun){.task = run->task,
                         .first = word->at,
                         .speaker = word->speaker,
                         .start_ms = word->start_ms,
                         .text = {.arena = run->task->arena}};
    }
    if (run->text.len && word->text.len) buf_byte(&run->text, ' ');
    buf_put(&run->text, word->text);
    run->end_ms = word->end_ms;
}

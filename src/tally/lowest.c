#include "tally/lowest.h"

#include "score/add_up.h"
#include "tally/tally.h"

#include <stdlib.h>

static Mark reader_mark(const Rubric *rubric, const Mark *mark, Verdict verdict) {
    const Criterion *criterion =
        &rubric->criteria.items[criterion_index(rubric, mark->criterion)];
    return (Mark){
        .criterion = mark->criterion,
        .principle = mark->principle,
        .verdict = verdict == VERDICT_COUNT ? VERDICT_NOT_ASSESSABLE : verdict,
        .points = verdict == VERDICT_MET      ? 1000
                  : verdict == VERDICT_PARTLY ? criterion->partly_points
                                              : 0,
        .weight = mark->weight,
    };
}

int32_t reader_score(Arena *scratch, const Rubric *rubric, const Scorecard *card,
                     const Verdict *verdicts) {
    Scorecard theirs = {.call = card->call};
    for (size_t i = 0; i < card->marks.len; i++)
        *vec_push(scratch, &theirs.marks) =
            reader_mark(rubric, &card->marks.items[i], verdicts[i]);
    scorecard_add_up(rubric, scratch, &theirs);
    return theirs.score;
}

static int compare_scores(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

// The score with which the lowest fifth ends; sorts `scores`.
static int64_t last_of_fifth(int64_t *scores, size_t count) {
    qsort(scores, count, sizeof *scores, compare_scores);
    return scores[(count + 4) / 5 - 1];
}

LowestFifth lowest_fifth(Arena *scratch, const ScoredTwice *calls, size_t count) {
    LowestFifth out = {.calls = (uint32_t)count};
    if (!count) return out;
    int64_t *machine = arena_array(scratch, int64_t, count);
    int64_t *readers = arena_array(scratch, int64_t, count);
    for (size_t i = 0; i < count; i++)
        machine[i] = calls[i].machine, readers[i] = calls[i].readers;
    int64_t machine_last = last_of_fifth(machine, count);
    int64_t readers_last = last_of_fifth(readers, count);
    for (size_t i = 0; i < count; i++) {
        bool low = calls[i].machine <= machine_last;
        bool low_to_readers = calls[i].readers <= readers_last;
        out.machine += low;
        out.readers += low_to_readers;
        out.both += low && low_to_readers;
    }
    return out;
}

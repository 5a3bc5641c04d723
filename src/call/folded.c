#include "call/folded.h"

#include "base/utf8.h"

void fold_step_add(Arena *arena, FoldSteps *steps, size_t folded, size_t original) {
    FoldStep step = {(uint32_t)folded, (uint32_t)original};
    if (steps->len && steps->items[steps->len - 1].folded == step.folded)
        steps->items[steps->len - 1] = step;
    else
        *vec_push(arena, steps) = step;
}

// How many steps are at or before the offset.
static size_t count_steps(const Folded *folded, uint32_t offset) {
    size_t from = 0, to = folded->step_count; // the step sought is before `to`
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (folded->steps[middle].folded <= offset)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

// By the last of the steps at or before the offset; before the first nothing has moved.
static uint32_t start_behind(const Folded *folded, size_t steps, uint32_t offset) {
    if (!steps) return offset;
    const FoldStep *step = &folded->steps[steps - 1];
    return step->original + (offset - step->folded);
}

// Where a character ends that begins there: what stands for a longer one, with its whole.
static uint32_t end_of(const Folded *folded, uint32_t start) {
    uint32_t code;
    if (byte_is_ascii(folded->original.ptr[start])) return start + 1;
    size_t size = utf8_decode(folded->original, start, &code);
    return start + (uint32_t)(size ? size : 1);
}

uint32_t fold_start_by_steps(const Folded *folded, uint32_t offset) {
    return start_behind(folded, count_steps(folded, offset), offset);
}

// From the character's last byte.
uint32_t fold_end_by_steps(const Folded *folded, uint32_t offset) {
    return offset ? end_of(folded, fold_start_by_steps(folded, offset - 1)) : 0;
}

// Words are short: few steps, if any, lie between their start and their end.
FoldSpan fold_span_by_steps(const Folded *folded, uint32_t start, uint32_t end) {
    size_t steps = count_steps(folded, start);
    FoldSpan span = {.start = start_behind(folded, steps, start)};
    if (end <= start) return (FoldSpan){span.start, fold_end_by_steps(folded, end)};
    while (steps < folded->step_count && folded->steps[steps].folded < end) steps++;
    span.end = end_of(folded, start_behind(folded, steps, end - 1));
    return span;
}

// The steps of `first` before its byte number `end`, where `later` changed no more.
static Folded cut_steps(const Folded *first, const Folded *later) {
    size_t count = first->step_count;
    while (count && first->steps[count - 1].folded >= later->text.len) count--;
    return (Folded){later->text, first->original, first->steps, count};
}

Folded folded_twice(Arena *arena, const Folded *first, const Folded *later) {
    Folded both = {later->text, first->original, later->steps, later->step_count};
    if (!later->step_count) return cut_steps(first, later);
    if (!first->step_count) return both;
    FoldSteps steps = {0};
    size_t next = 0;
    for (size_t i = 0; i <= later->step_count; i++) { // a run of offsets in parallel
        FoldStep run = i ? later->steps[i - 1] : (FoldStep){0, 0};
        uint32_t stop =
            i < later->step_count ? later->steps[i].folded : (uint32_t)later->text.len;
        uint32_t end = run.original + (stop - run.folded);
        if (i) fold_step_add(arena, &steps, run.folded, fold_start(first, run.original));
        while (next < first->step_count && first->steps[next].folded <= run.original &&
               (i || first->steps[next].folded < run.original))
            next++;
        for (; next < first->step_count && first->steps[next].folded < end; next++)
            fold_step_add(arena, &steps,
                          run.folded + (first->steps[next].folded - run.original),
                          first->steps[next].original);
    }
    both.steps = steps.items;
    both.step_count = steps.len;
    return both;
}

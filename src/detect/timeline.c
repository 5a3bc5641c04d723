#include "detect/timeline.h"

#include "base/sort.h"
#include "detect/position.h"

#include <string.h>

static int compare(const void *a, const void *b) {
    const Evidence *x = a, *y = b;
    if (position_before(x, y)) return -1;
    if (position_before(y, x)) return 1;
    if (x->end != y->end) return x->end < y->end ? -1 : 1;
    return (x->detector > y->detector) - (x->detector < y->detector);
}

// Most detectors find things in their order.
static const Evidence *sort(Arena *scratch, const Evidence *items, size_t len) {
    size_t i = 1;
    while (i < len && !position_before(&items[i], &items[i - 1])) i++;
    if (i >= len) return items;
    Evidence *sorted = arena_array(scratch, Evidence, len);
    memcpy(sorted, items, len * sizeof *items);
    sort_few(sorted, len, sizeof *sorted, compare);
    return sorted;
}

static Timeline make(Arena *scratch, const Evidence *found, size_t len) {
    if (!len) return (Timeline){0};
    const Evidence *items = sort(scratch, found, len);
    if (len == 1) return (Timeline){items, &items->end, len};
    uint32_t *ends = arena_array(scratch, uint32_t, len);
    for (size_t i = 0; i < len; i++) {
        bool same = i > 0 && items[i - 1].turn == items[i].turn;
        ends[i] = same && ends[i - 1] > items[i].end ? ends[i - 1] : items[i].end;
    }
    return (Timeline){items, ends, len};
}

Timeline timeline_make(const DetectInput *in, uint32_t detector) {
    if (detector == DETECTOR_NONE) return (Timeline){0};
    const Finding *finding = &in->findings[detector];
    return make(in->scratch, finding->evidence.items, finding->evidence.len);
}

Timeline timeline_of_all(const DetectInput *in, const DetectorRefs *detectors) {
    Finding all = {0};
    vec_each(const uint32_t, detector, detectors)
        vec_each(const Evidence, item, &in->findings[*detector].evidence)
            finding_cite(in, &all, item);
    return make(in->scratch, all.evidence.items, all.evidence.len);
}

size_t timeline_find(const Timeline *timeline, uint32_t turn, uint32_t start) {
    const Evidence place = {.turn = turn, .start = start};
    size_t from = 0, to = timeline->len; // the item sought is not before `from`
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (position_before(&timeline->items[middle], &place))
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

const Evidence *timeline_after(const Timeline *timeline, const Evidence *position) {
    size_t at = timeline_find(timeline, position->turn, position->start + 1);
    return at < timeline->len ? &timeline->items[at] : NULL;
}

const Evidence *timeline_in(const Timeline *timeline, uint32_t turn) {
    size_t at = timeline_find(timeline, turn, 0);
    bool found = at < timeline->len && timeline->items[at].turn == turn;
    return found ? &timeline->items[at] : NULL;
}

bool timeline_overlaps(const Timeline *timeline, uint32_t turn, uint32_t start,
                       uint32_t end) {
    size_t last = timeline_find(timeline, turn, end); // behind those that begin before
    return last > 0 && timeline->items[last - 1].turn == turn &&
           timeline->ends[last - 1] > start;
}

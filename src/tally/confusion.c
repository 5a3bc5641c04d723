#include "tally/confusion.h"

void confusion_add(Confusion *confusion, bool positive, bool found) {
    confusion->turns++;
    confusion->positives += positive;
    confusion->found += found;
    confusion->true_positives += positive && found;
}

void confusion_merge(Confusion *into, const Confusion *from) {
    into->turns += from->turns;
    into->positives += from->positives;
    into->found += from->found;
    into->true_positives += from->true_positives;
    into->unknown += from->unknown;
}

Proportion confusion_precision(const Confusion *confusion) {
    return proportion_of(confusion->true_positives, confusion->found);
}

Proportion confusion_recall(const Confusion *confusion) {
    return proportion_of(confusion->true_positives, confusion->positives);
}

static double f1_of(double overlap) { return 2 * overlap / (1 + overlap); }

Proportion confusion_f1(const Confusion *confusion) {
    if (!confusion->positives) return (Proportion){0};
    uint64_t either = confusion->positives + confusion->found - confusion->true_positives;
    Proportion overlap = proportion_of(confusion->true_positives, either);
    return (Proportion){.known = true,
                        .value = f1_of(overlap.value),
                        .low = f1_of(overlap.low),
                        .high = f1_of(overlap.high)};
}

#include "tally/agreement.h"

#include "base/random.h"

#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 1000 };

static bool is_occasion(Verdict verdict) {
    return verdict == VERDICT_MET || verdict == VERDICT_PARTLY ||
           verdict == VERDICT_NOT_MET;
}

// ---- Kappa and alpha

Kappa kappa_of(uint32_t count[][VERDICT_COUNT]) {
    double all = 0, same = 0, chance = 0;
    for (int a = 0; a < VERDICT_COUNT; a++) {
        same += count[a][a];
        for (int b = 0; b < VERDICT_COUNT; b++) all += count[a][b];
    }
    for (int a = 0; a < VERDICT_COUNT; a++) {
        double row = 0, column = 0;
        for (int b = 0; b < VERDICT_COUNT; b++) {
            row += count[a][b];
            column += count[b][a];
        }
        chance += row * column;
    }
    if (all == 0 || chance == all * all) return (Kappa){0};
    double expected = chance / (all * all);
    return (Kappa){.known = true, .value = (same / all - expected) / (1 - expected)};
}

static Verdict without_doubt(Verdict verdict) {
    return verdict == VERDICT_NOT_ASSESSABLE ? VERDICT_NOT_APPLICABLE : verdict;
}

// Adds the pairs of verdicts of one case to the coincidences; a case with `judged`
// readers weighs as much as it has readers.
static void add_coincidences(const JudgedCase *judged, size_t readers,
                             double pairs[VERDICT_COUNT][VERDICT_COUNT]) {
    size_t count = 0;
    for (size_t r = 0; r < readers; r++) count += judged->readers[r] < VERDICT_COUNT;
    if (count < 2) return;
    for (size_t a = 0; a < readers; a++)
        for (size_t b = 0; b < readers; b++) {
            Verdict one = judged->readers[a], other = judged->readers[b];
            if (a == b || one >= VERDICT_COUNT || other >= VERDICT_COUNT) continue;
            pairs[without_doubt(one)][without_doubt(other)] += 1.0 / (double)(count - 1);
        }
}

Kappa alpha_of(const JudgedCase *cases, size_t count, size_t readers) {
    double pairs[VERDICT_COUNT][VERDICT_COUNT] = {0}, sums[VERDICT_COUNT] = {0};
    double all = 0, differ = 0, chance = 0;
    for (size_t i = 0; i < count; i++) add_coincidences(&cases[i], readers, pairs);
    for (int a = 0; a < VERDICT_COUNT; a++)
        for (int b = 0; b < VERDICT_COUNT; b++) {
            sums[a] += pairs[a][b];
            if (a != b) differ += pairs[a][b];
        }
    for (int a = 0; a < VERDICT_COUNT; a++) all += sums[a];
    for (int a = 0; a < VERDICT_COUNT; a++) chance += sums[a] * (all - sums[a]);
    if (chance == 0) return (Kappa){0};
    return (Kappa){.known = true, .value = 1 - (all - 1) * differ / chance};
}

// ---- One sample of calls

// What the machine's verdict counts as beside a reader's.
static Verdict machine_beside(Verdict machine, Verdict reader) {
    bool silent = machine == VERDICT_NOT_ASSESSABLE;
    return silent && !is_occasion(reader) ? VERDICT_NOT_APPLICABLE : machine;
}

typedef uint32_t Table[VERDICT_COUNT][VERDICT_COUNT];

static void add_pair(Table table, Verdict reader, Verdict other) {
    table[without_doubt(reader)][other]++;
}

// The mean kappa of the machine with each reader; `pick` chooses the cases.
static Kappa machine_kappa(const JudgedCase *cases, const size_t *pick, size_t count,
                           size_t readers) {
    double sum = 0;
    size_t known = 0;
    for (size_t r = 0; r < readers; r++) {
        Table table = {0};
        for (size_t i = 0; i < count; i++) {
            const JudgedCase *judged = &cases[pick[i]];
            if (judged->readers[r] < VERDICT_COUNT)
                add_pair(table, judged->readers[r],
                         machine_beside(judged->machine, judged->readers[r]));
        }
        Kappa kappa = kappa_of(table);
        sum += kappa.known ? kappa.value : 0;
        known += kappa.known;
    }
    return known ? (Kappa){.known = true, .value = sum / (double)known} : (Kappa){0};
}

static Kappa readers_kappa(const JudgedCase *cases, const size_t *pick, size_t count,
                           size_t readers) {
    double sum = 0;
    size_t known = 0;
    for (size_t r = 0; r < readers; r++)
        for (size_t s = r + 1; s < readers; s++) {
            Table table = {0};
            for (size_t i = 0; i < count; i++) {
                const Verdict *of = cases[pick[i]].readers;
                if (of[r] < VERDICT_COUNT && of[s] < VERDICT_COUNT)
                    add_pair(table, of[r], without_doubt(of[s]));
            }
            Kappa kappa = kappa_of(table);
            sum += kappa.known ? kappa.value : 0;
            known += kappa.known;
        }
    return known ? (Kappa){.known = true, .value = sum / (double)known} : (Kappa){0};
}

// ---- The bootstrap

typedef Kappa KappaOf(const JudgedCase *cases, const size_t *pick, size_t count,
                      size_t readers);

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void set_bounds(Kappa *kappa, double *values, size_t count) {
    if (count < 2) return;
    qsort(values, count, sizeof *values, by_value);
    kappa->low = values[(size_t)(0.025 * (double)(count - 1))];
    kappa->high = values[(size_t)(0.975 * (double)(count - 1) + 0.5)];
}

static Kappa with_bounds(Arena *scratch, KappaOf *kappa_over, const JudgedCase *cases,
                         size_t count, size_t readers) {
    size_t *pick = arena_array(scratch, size_t, count), known = 0;
    double *values = arena_array(scratch, double, SAMPLES);
    uint64_t state = RANDOM_SEED;
    for (size_t i = 0; i < count; i++) pick[i] = i;
    Kappa kappa = kappa_over(cases, pick, count, readers);
    kappa.low = kappa.high = kappa.value;
    for (size_t s = 0; kappa.known && s < SAMPLES; s++) {
        for (size_t i = 0; i < count; i++) pick[i] = random_next(&state) % count;
        Kappa drawn = kappa_over(cases, pick, count, readers);
        if (drawn.known) values[known++] = drawn.value;
    }
    set_bounds(&kappa, values, known);
    return kappa;
}

// ---- All of it

static void count_case(Agreement *agreement, const JudgedCase *judged, size_t readers) {
    size_t judging = 0, occasions = 0, same = 0;
    for (size_t r = 0; r < readers; r++) {
        Verdict verdict = judged->readers[r];
        if (verdict >= VERDICT_COUNT) continue;
        judging++;
        occasions += is_occasion(verdict);
        same += verdict == judged->machine;
        agreement->confusion[verdict][judged->machine]++;
    }
    if (!judging) return;
    bool decided = is_occasion(judged->machine);
    agreement->cases++;
    agreement->occasions += occasions == judging;
    agreement->seen += occasions == judging && decided;
    agreement->decided += decided;
    agreement->real += decided && occasions > 0;
    agreement->shared += decided && same > 0;
    agreement->accusations += judged->machine == VERDICT_NOT_MET;
    agreement->false_accusations += judged->machine == VERDICT_NOT_MET && !same;
}

Agreement agreement_of(Arena *scratch, const JudgedCase *cases, size_t count,
                       size_t readers) {
    Agreement agreement = {0};
    for (size_t i = 0; i < count; i++) count_case(&agreement, &cases[i], readers);
    agreement.machine = with_bounds(scratch, machine_kappa, cases, count, readers);
    agreement.readers = with_bounds(scratch, readers_kappa, cases, count, readers);
    if (readers > 2) agreement.alpha = alpha_of(cases, count, readers);
    return agreement;
}

#include "check/summary.h"

#include "rubric/proof.h"

#include <math.h>

enum { NAME_WIDTH = 44, NUMBER_WIDTH = 9, HUNDRED_PERCENT = 100000 };

static void put_count(Buf *out, const char *before, size_t count, const char *one,
                      const char *many) {
    buf_format(out, "%s%zu %s", before, count, count == 1 ? one : many);
}

static void put_title(Buf *out, const Rubric *rubric) {
    buf_put(out, rubric->id);
    if (rubric->version.len) buf_format(out, " %.*s", STR_ARG(rubric->version));
    if (!str_eq(rubric->title, rubric->id))
        buf_format(out, ": %.*s", STR_ARG(rubric->title));
    buf_byte(out, '\n');
}

static void put_criteria_count(Buf *out, const Rubric *rubric) {
    size_t unobservable = 0;
    vec_each(const Criterion, criterion, &rubric->criteria)
        unobservable += !criterion->observable;
    put_count(out, "", rubric->principles.len, "principle", "principles");
    put_count(out, ", ", rubric->criteria.len, "criterion", "criteria");
    if (unobservable) buf_format(out, " (%zu not observable)", unobservable);
    if (rubric->measures.len)
        put_count(out, ", ", rubric->measures.len, "measure", "measures");
    buf_byte(out, '\n');
}

static void put_detector_count(Buf *out, const Rubric *rubric, ExampleCounts examples) {
    size_t packed = 0, extended = 0;
    vec_each(const Detector, detector, &rubric->detectors) {
        packed += detector->from_pack;
        extended += detector->extended.len > 0;
    }
    put_count(out, "", rubric->detectors.len, "detector", "detectors");
    if (packed) buf_format(out, " (%zu from other files", packed);
    if (extended) buf_format(out, ", %zu extended", extended);
    if (packed) buf_byte(out, ')');
    put_count(out, ", ", patterns_count(rubric->patterns), "pattern", "patterns");
    put_count(out, "\n", examples.passed, "example passed", "examples passed");
    if (examples.failed) buf_format(out, ", %u failed", examples.failed);
    if (examples.gaps) put_count(out, ", ", examples.gaps, "known gap", "known gaps");
    buf_byte(out, '\n');
}

// ---- The weights

static void put_number(Buf *out, int64_t thousandths, int digits) {
    Buf number = {.arena = out->arena};
    buf_decimal(&number, thousandths, digits);
    buf_format(out, "%*.*s", NUMBER_WIDTH, STR_ARG(buf_str(&number)));
}

// As written, but without a decimal where there is none.
static void put_weight(Buf *out, int32_t weight) {
    put_number(out, weight, weight % 1000 == 0 ? 0 : weight % 100 == 0 ? 1 : 3);
}

static void put_name(Buf *out, const char *indent, Str name) {
    size_t from = out->len;
    buf_format(out, "%s%.*s ", indent, STR_ARG(name));
    buf_pad(out, from, NAME_WIDTH);
}

static void put_row(Buf *out, const char *indent, Str name, int32_t weight,
                    double share) {
    put_name(out, indent, name);
    put_weight(out, weight);
    put_number(out, llround(share * HUNDRED_PERCENT), 1);
    buf_text(out, " %\n");
}

static int64_t criteria_weight(const Rubric *rubric, const Principle *principle) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < principle->count; i++) {
        const Criterion *criterion = &rubric->criteria.items[principle->first + i];
        if (criterion->observable) sum += criterion->weight;
    }
    return sum;
}

// A criterion's share is of the whole call, as it is when everything applies.
static void put_principle(Buf *out, const Rubric *rubric, const Principle *principle,
                          double share) {
    int64_t sum = criteria_weight(rubric, principle);
    if (!principle->observable) {
        put_name(out, "", principle->id);
        put_weight(out, principle->weight);
        buf_text(out, "  not observable\n");
        return;
    }
    put_row(out, "", principle->id, principle->weight, share);
    for (uint32_t i = 0; i < principle->count; i++) {
        const Criterion *criterion = &rubric->criteria.items[principle->first + i];
        if (!criterion->observable || !sum) continue;
        put_row(out, "  ", criterion->id, criterion->weight,
                share * criterion->weight / (double)sum);
    }
}

// What does not count, and why, is what its readers should look at next.
static void put_proven(Buf *out, const Rubric *rubric) {
    Proven proven = rubric_proven(rubric);
    if (rubric->score.count == COUNT_ALL) return;
    buf_format(out, "\n%.*s%s\n", STR_ARG(proven_words(out->arena, &proven)),
               proven.criteria < proven.of ? "; for a person to check:" : "");
    vec_each(const Criterion, criterion, &rubric->criteria) {
        if (!criterion->uncounted.len) continue;
        put_name(out, "  ", criterion->id);
        buf_format(out, "  %.*s\n", STR_ARG(criterion->uncounted));
    }
}

static void put_weights(Buf *out, const Rubric *rubric) {
    int64_t sum = principles_weight(rubric);
    buf_pad(out, out->len, NAME_WIDTH);
    buf_text(out, "   weight    share\n");
    vec_each(const Principle, principle, &rubric->principles)
        put_principle(out, rubric, principle, sum ? principle->weight / (double)sum : 0);
}

void rubric_summary(Buf *out, const Rubric *rubric, ExampleCounts examples) {
    put_title(out, rubric);
    if (!rubric->is_pack) put_criteria_count(out, rubric);
    put_detector_count(out, rubric, examples);
    if (rubric->is_pack) return;
    buf_byte(out, '\n');
    put_weights(out, rubric);
    put_proven(out, rubric);
}

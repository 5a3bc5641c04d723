// Speed of matching alone: megabytes of what was said in a second, with the sieve and
// without, on calls that are read beforehand.
//
//   matching RUBRIC FILE [sieve]     "sieve": only with it, for a profiler
#include "base/watch.h"
#include "load/load.h"
#include "match/matcher.h"
#include "read/reader.h"

#include <stdio.h>

enum { RUNS = 5 };

// The folded turns of a call.
typedef struct {
    MatchText *texts;
    size_t count;
} Said;

typedef struct {
    Arena arena, scratch;
    Rubric rubric;
    VEC(Said) calls;
    size_t bytes, hits;
} Bench;

static void read_calls(Bench *bench, Str path) {
    Arena *arena = &bench->arena, one = {0};
    Diags diags = {.arena = arena};
    Reader *reader = reader_open(arena, &(ReadOptions){0}, &path, 1, &diags);
    for (Call call = {0}; reader_next(reader, &one, &call);) {
        Said *said = vec_push(arena, &bench->calls);
        *said = (Said){arena_array(arena, MatchText, call.turns.len), 0};
        vec_each(const Turn, turn, &call.turns) {
            Str text = str_copy(arena, text_fold(&one, turn->text).text);
            said->texts[said->count++] = (MatchText){text, turn->role};
            bench->bytes += text.len;
        }
    }
    reader_close(reader);
    arena_free(&one);
}

// Each run begins with an empty memo.
static double run(Bench *bench, bool use_sieve) {
    Matcher *matcher = matcher_new(&bench->arena, bench->rubric.patterns, use_sieve);
    int64_t before = watch_now();
    bench->hits = 0;
    vec_each(const Said, call, &bench->calls) {
        HitList hits;
        arena_reset(&bench->scratch);
        matcher_scan(matcher, call->texts, call->count, &bench->scratch, &hits);
        bench->hits += hits.hits.len;
    }
    double seconds = (double)(watch_now() - before) / 1e9;
    matcher_free(matcher);
    return seconds;
}

// The best of some runs: what disturbs a run only makes it slower.
static double measure(Bench *bench, bool use_sieve, int runs) {
    double best = run(bench, use_sieve);
    for (int i = 1; i < runs; i++) {
        double seconds = run(bench, use_sieve);
        if (seconds < best) best = seconds;
    }
    printf("%-12s %7.1f MB/s  %zu hits\n", use_sieve ? "sieve" : "no sieve",
           (double)bench->bytes / 1e6 / best, bench->hits);
    return best;
}

int main(int argc, char **argv) {
    Bench bench = {0};
    Diags diags = {.arena = &bench.arena};
    int64_t before = watch_now();
    if (argc < 3 ||
        !rubric_load(&bench.arena, str_from(argv[1]), NULL, &bench.rubric, &diags))
        return 1;
    printf("%u patterns loaded in %.0f ms\n", patterns_count(bench.rubric.patterns),
           (double)(watch_now() - before) / 1e6);
    read_calls(&bench, str_from(argv[2]));
    double sieve = measure(&bench, true, RUNS);
    if (argc < 4) printf("%28.1f x\n", measure(&bench, false, 1) / sieve);
    rubric_free(&bench.rubric);
    arena_free(&bench.scratch);
    arena_free(&bench.arena);
    return 0;
}

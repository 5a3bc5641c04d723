// Speed of reading alone, format by format: megabytes of input in a second, beside the
// least that could be done with the same files: jansson's own parsing of the same
// documents, or, of what is no JSON, looking for the ends of the lines.
//
//   reading FILE...        one call or more each; they are repeated to about 8 MB, JSON
//                          in one file, what is no JSON as so many files
#include "base/watch.h"
#include "read/reader.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { RUNS = 5, ENOUGH = 8 << 20 };

typedef struct {
    Arena arena; // of one file's measuring
    Str bytes;   // of the sample
    bool is_json, in_lines;
    Str path; // of what is read: the sample's own, or a file of many
    size_t times;
} Sample;

static Str read_bytes(Arena *arena, const char *path) {
    Buf text = {.arena = arena};
    FILE *file = fopen(path, "r");
    char block[1 << 14];
    for (size_t got; file && (got = fread(block, 1, sizeof block, file)) > 0;)
        buf_put(&text, (Str){block, got});
    if (!file) exit((perror(path), 1));
    fclose(file);
    return buf_str(&text);
}

// As many copies as are enough: lines, or the elements of an array; what is an array
// itself gives its elements.
static void write_many(const Sample *sample, FILE *out) {
    Str text = str_trim(sample->bytes);
    if (text.ptr[0] == '[') text = str_slice(text, 1, text.len - 1);
    char between = sample->in_lines ? '\n' : ',', before = sample->in_lines ? ' ' : '[';
    for (size_t i = 0; i < sample->times; i++)
        fprintf(out, "%c%.*s", i ? between : before, STR_ARG(text));
    fputs(sample->in_lines ? "\n" : "]\n", out);
    fclose(out);
}

static double read_all(const Sample *sample, const Str *paths, size_t count) {
    Arena run = {0}, calls = {0};
    Diags diags = {.arena = &run};
    ReadOptions options = {.repeated = true};
    int64_t before = watch_now();
    size_t turns = 0;
    Reader *reader = reader_open(&run, &options, paths, count, &diags);
    for (Call call = {0}; reader_next(reader, &calls, &call);) turns += call.turns.len;
    reader_close(reader);
    double seconds = (double)(watch_now() - before) / 1e9;
    if (!turns) exit((fprintf(stderr, "%.*s: no turns\n", STR_ARG(sample->path)), 1));
    arena_free(&calls);
    arena_free(&run);
    return seconds;
}

static void parse_bare(Str document) {
    json_decref(json_loadb(document.ptr, document.len, 0, NULL));
}

static size_t count_lines(Str path) {
    Arena arena = {0};
    Str rest = read_bytes(&arena, str_z(&arena, path)), line;
    size_t lines = 0;
    while (str_next(&rest, '\n', &line)) lines++;
    arena_free(&arena);
    return lines;
}

static double read_bare(const Sample *sample) {
    int64_t before = watch_now();
    for (size_t i = 0; i < sample->times; i++) {
        Str rest = sample->bytes, line;
        if (!sample->is_json && !count_lines(sample->path)) exit(1);
        if (sample->is_json && !sample->in_lines) parse_bare(rest);
        while (sample->in_lines && str_next(&rest, '\n', &line)) parse_bare(line);
    }
    return (double)(watch_now() - before) / 1e9;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(const char *path) {
    Sample sample = {.path = str_from(path)};
    char many[] = P_tmpdir "/callmark-reading-XXXXXX";
    double ours[RUNS], bare[RUNS];
    sample.bytes = read_bytes(&sample.arena, path);
    sample.times = ENOUGH / sample.bytes.len + 1;
    char first = str_trim(sample.bytes).ptr[0];
    sample.is_json = first == '{' || first == '[';
    sample.in_lines = str_ends(sample.path, STR(".ndjson"));
    size_t count = sample.is_json ? 1 : sample.times;
    Str *paths = arena_array(&sample.arena, Str, count);
    if (sample.is_json) {
        write_many(&sample, fdopen(mkstemp(many), "w"));
        sample.path = str_from(many);
    }
    for (size_t i = 0; i < count; i++) paths[i] = sample.path;
    for (int i = 0; i < RUNS; i++) {
        ours[i] = read_all(&sample, paths, count);
        bare[i] = read_bare(&sample);
    }
    if (sample.is_json) remove(many);
    qsort(ours, RUNS, sizeof *ours, compare);
    qsort(bare, RUNS, sizeof *bare, compare);
    double megabytes = (double)(sample.bytes.len * sample.times) / 1e6;
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    printf("%-32s %8.1f %8.1f %6.2f\n", name, megabytes / ours[RUNS / 2],
           megabytes / bare[RUNS / 2], bare[RUNS / 2] / ours[RUNS / 2]);
    arena_free(&sample.arena);
}

int main(int argc, char **argv) {
    printf("%-32s %8s %8s %6s\n", "read, MB/s", "callmark", "bare", "ratio");
    for (int i = 1; i < argc; i++) measure(argv[i]);
    return 0;
}

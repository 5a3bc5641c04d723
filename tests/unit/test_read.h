// For the tests of the readers: inputs from memory in a folder of their own, and what
// came of them as text, so that a test shows what goes in and what comes out.
#ifndef TEST_READ_H
#define TEST_READ_H

#include "copy_call.h"
#include "read/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
    Arena arena;
    Diags diags;
    ReadOptions options;
    VEC(Call) calls;
    VEC(InputFile) files;
    char folder[64];
} Reading;

// A fresh folder to work in; everything else is empty.
static inline int reading_setup(void **state) {
    Reading *reading = calloc(1, sizeof *reading);
    assert_non_null(reading);
    reading->diags.arena = &reading->arena;
    snprintf(reading->folder, sizeof reading->folder, "%s/callmark-XXXXXX", P_tmpdir);
    assert_non_null(mkdtemp(reading->folder));
    assert_int_equal(chdir(reading->folder), 0);
    *state = reading;
    return 0;
}

static inline int reading_teardown(void **state) {
    Reading *reading = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", reading->folder);
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(system(command), 0); // NOLINT(cert-env33-c): the path is our own
    arena_free(&reading->arena);
    free(reading);
    return 0;
}

#define READING_TEST(test) \
    cmocka_unit_test_setup_teardown(test, reading_setup, reading_teardown)

static inline void write_bytes(const char *path, Str bytes) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

static inline void write_text(const char *path, const char *text) {
    write_bytes(path, str_from(text));
}

// Reads paths, separated by blanks, to the end. A call's arena is gone before the next is
// read, so what is kept is a copy.
static inline void read_paths(Reading *reading, const char *paths) {
    Str list[8], rest = str_from(paths);
    size_t count = 0;
    while (str_next(&rest, ' ', &list[count])) count++;
    Reader *reader =
        reader_open(&reading->arena, &reading->options, list, count, &reading->diags);
    Arena scratch = {0};
    for (Call call; reader_next(reader, &scratch, &call);)
        *vec_push(&reading->arena, &reading->calls) = call_copy(&reading->arena, &call);
    vec_each(const InputFile, file, reader_files(reader))
        *vec_push(&reading->arena, &reading->files) = *file;
    reader_close(reader);
    arena_free(&scratch);
}

static inline void read_file(Reading *reading, const char *path, const char *text) {
    write_text(path, text);
    read_paths(reading, path);
}

static inline void put_time(Buf *out, const char *before, int64_t ms) {
    if (ms != NO_TIME) buf_format(out, "%s%lld", before, (long long)ms);
}

static inline void put_turn(Buf *out, const Turn *turn) {
    buf_format(out, " %.*s", STR_ARG(role_name(turn->role)));
    put_time(out, "@", turn->start_ms);
    put_time(out, "-", turn->end_ms);
    buf_format(out, "[%.*s]", STR_ARG(turn->text));
}

// "id: role@start-end[text] role[text]", one line a call; times in milliseconds.
static inline const char *calls_text(Reading *reading) {
    Buf out = {.arena = &reading->arena};
    vec_each(const Call, call, &reading->calls) {
        buf_format(&out, "%.*s:", STR_ARG(call->id));
        vec_each(const Turn, turn, &call->turns) put_turn(&out, turn);
        buf_text(&out, "\n");
    }
    return str_z(&reading->arena, buf_str(&out));
}

static inline const char *complaints_text(Reading *reading) {
    Buf out = {.arena = &reading->arena};
    vec_each(const Diag, diag, &reading->diags.items) diag_put(&out, diag);
    return str_z(&reading->arena, buf_str(&out));
}

// Documents of a known format and an unknown shape: each is refused in its first line.
typedef struct {
    const char *format, *text, *complaint;
} Refusal;

static inline void assert_refusals(Reading *reading, const Refusal *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        reading->diags.items.len = 0;
        reading->options.format = str_from(cases[i].format);
        read_file(reading, "x.json", cases[i].text);
        assert_int_equal(reading->diags.items.len, 1);
        const Diag *diag = &reading->diags.items.items[0];
        assert_string_equal(str_z(&reading->arena, diag->text), cases[i].complaint);
        assert_int_equal(diag->place.line, 1);
    }
}
#define ASSERT_REFUSALS(state, cases) \
    assert_refusals(*(state), cases, sizeof(cases) / sizeof *(cases))

#define ASSERT_CALLS(reading, text) assert_string_equal(calls_text(reading), (text))
#define ASSERT_COMPLAINTS(reading, text) \
    assert_string_equal(complaints_text(reading), (text))
#define ASSERT_STR(reading, str, text) \
    assert_string_equal(str_z(&(reading)->arena, (str)), (text))

// "line:col: text (hint)" of each.
static inline const char *mistakes(Reading *reading) {
    Buf out = {.arena = &reading->arena};
    vec_each(const Diag, diag, &reading->diags.items) {
        buf_format(&out, "%u:%u: %.*s", diag->place.line, diag->place.col,
                   STR_ARG(diag->text));
        if (diag->hint.len) buf_format(&out, " (%.*s)", STR_ARG(diag->hint));
        buf_byte(&out, '\n');
    }
    return str_z(&reading->arena, buf_str(&out));
}

#endif

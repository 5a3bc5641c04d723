// Inputs: which files are read, in which order, as what, and what is said when they
// cannot be.
#include "test_read.h"
#include "read/formats.h"

#include <fcntl.h>

static const char CSV[] = "call_id,speaker,text\n%s,agent,hi\n";

static void write_call(const char *path, const char *id) {
    char text[128];
    snprintf(text, sizeof text, CSV, id); // NOLINT(clang-diagnostic-format-nonliteral)
    write_text(path, text);
}

static void folders_are_walked_in_order(void **state) {
    Reading *reading = *state;
    assert_int_equal(mkdir("d", 0777), 0);
    assert_int_equal(mkdir("d/b", 0777), 0);
    assert_int_equal(mkdir("d/.git", 0777), 0);
    write_call("d/c.csv", "4");
    write_call("d/b/z.csv", "3");
    write_call("d/b/a.csv", "2");
    write_call("d/a.csv", "1");
    write_call("d/.hidden.csv", "5");
    write_call("d/.git/x.csv", "6");
    read_paths(reading, "d");
    ASSERT_CALLS(reading, "1: agent[hi]\n2: agent[hi]\n3: agent[hi]\n4: agent[hi]\n");
    ASSERT_STR(reading, reading->files.items[1].path, "d/b/a.csv");
    ASSERT_COMPLAINTS(reading, "");
}

static void each_input_that_cannot_be_read_is_named(void **state) {
    Reading *reading = *state;
    assert_int_equal(mkdir("empty", 0777), 0);
    write_text("none.csv", "");
    write_text("blank.txt", " \n\n");
    write_bytes("binary", STR("\x7f"
                              "ELF\0\0\0\1\2\3\0\0"));
    write_text("prose.txt", "Once upon a time, there was: a call.\nThe end.\n");
    write_bytes("zipped.csv.gz", STR("\x1f\x8b\x08\0\0\0\0\0"));
    read_paths(reading, "missing empty none.csv blank.txt binary prose.txt");
    read_paths(reading, "zipped.csv.gz");
    ASSERT_COMPLAINTS(
        reading,
        "missing: error: cannot read: no such file or directory\n"
        "empty: error: no files in this folder\n"
        "none.csv:1:1: error: empty file\n"
        "blank.txt:1:1: error: empty file\n"
        "binary:1:5: error: not a transcript (binary)\n"
        "prose.txt:1:1: error: not a transcript: no JSON, no header that names columns, and "
        "no lines 'Name: text'\n"
        "zipped.csv.gz: error: cannot unpack: it ends too early (gzip)\n");
    vec_each(const InputFile, file, &reading->files) assert_null(file->format);
}

static void what_can_be_read_is_read_all_the_same(void **state) {
    Reading *reading = *state;
    write_call("a.csv", "1");
    write_call("b.csv", "2");
    read_paths(reading, "a.csv missing b.csv");
    ASSERT_CALLS(reading, "1: agent[hi]\n2: agent[hi]\n");
    assert_int_equal(reading->diags.errors, 1);
}

static void each_file_has_its_statistics(void **state) {
    Reading *reading = *state;
    write_call("a.csv", "1");
    read_file(reading, "b.txt", "Agent: a\n\ncall: 9\n\nAgent: b\n");
    read_paths(reading, "a.csv");
    const InputFile *text = &reading->files.items[0], *csv = &reading->files.items[1];
    assert_string_equal(text->format, "text");
    assert_string_equal(csv->format, "csv");
    assert_string_equal(csv->reason, "the first line names columns");
    assert_int_equal(text->calls, 2);
    assert_int_equal(csv->bytes, strlen(CSV) - 1);
    assert_int_equal(strlen(csv->hash), 16);
    assert_string_not_equal(csv->hash, text->hash);
}

static void from_names_the_format(void **state) {
    Reading *reading = *state;
    reading->options.format = STR("csv");
    read_file(reading, "a.txt", "call_id,text,speaker\n1,Agent: hi,agent\n");
    ASSERT_CALLS(reading, "1: agent[Agent: hi]\n");
    assert_string_equal(reading->files.items[0].reason, "--from");
}

static void an_unknown_format_stops_everything(void **state) {
    Reading *reading = *state;
    reading->options.format = STR("cvs");
    write_call("a.csv", "1");
    Reader *reader = reader_open(&reading->arena, &reading->options, &STR("a.csv"), 1,
                                 &reading->diags);
    Arena calls = {0};
    Call call;
    assert_false(reader_ok(reader));
    assert_false(reader_next(reader, &calls, &call));
    reader_close(reader);
    arena_free(&calls);
    ASSERT_COMPLAINTS(reading,
                      "--from: error: unknown format 'cvs' (did you mean 'csv'?)\n");
}

static void use_as_stdin(int fd) {
    assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
    close(fd);
}

static void a_dash_is_standard_input(void **state) {
    Reading *reading = *state;
    write_call("a.csv", "1");
    use_as_stdin(open("a.csv", O_RDONLY));
    read_paths(reading, "-");
    write_text("t", "Agent: hi\nCaller: ho\n");
    use_as_stdin(open("t", O_RDONLY));
    read_paths(reading, "-");
    ASSERT_CALLS(reading, "1: agent[hi]\nstdin: agent[hi] customer[ho]\n");
}

static void from_a_pipe_the_later_part_of_a_split_call_is_refused(void **state) {
    static const char ROWS[] =
        "call_id,speaker,text\n1,agent,a\n2,agent,b\n1,agent,c\n3,agent,d\n1,agent,e\n";
    Reading *reading = *state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], ROWS, strlen(ROWS)), strlen(ROWS));
    close(ends[1]);
    use_as_stdin(ends[0]);
    read_paths(reading, "-");
    ASSERT_CALLS(reading, "1: agent[a]\n2: agent[b]\n3: agent[d]\n");
    ASSERT_COMPLAINTS(reading,
                      "-:4:1: error: rows of call '1' are not together: the first "
                      "stand at line 2 (sort the file by call, or give --unsorted)\n");
}

static void a_reader_may_be_closed_early(void **state) {
    Reading *reading = *state;
    write_text("a.csv", "call_id,speaker,text\n1,agent,a\n2,agent,b\n");
    Reader *reader = reader_open(&reading->arena, &reading->options, &STR("a.csv"), 1,
                                 &reading->diags);
    Arena calls = {0};
    Call call;
    assert_true(reader_next(reader, &calls, &call));
    assert_int_equal(reader_total(reader), 41);
    assert_int_equal(reader_bytes(reader), 41);
    reader_close(reader);
    arena_free(&calls);
    ASSERT_COMPLAINTS(reading, "");
}

static void calls_that_are_not_given_out_are_forgotten(void **state) {
    Reading *reading = *state;
    FILE *file = fopen("a.csv", "w");
    fputs("call_id,speaker,text\n", file);
    for (int i = 0; i < 4000; i++) fprintf(file, "1,agent,%0500d\n2,agent,b\n", i);
    assert_int_equal(fclose(file), 0);
    Reader *reader = reader_open(&reading->arena, &reading->options, &STR("a.csv"), 1,
                                 &reading->diags);
    Arena calls = {0};
    for (Call call; reader_next(reader, &calls, &call);) continue;
    assert_true(arena_size(&calls) < 1 << 20);
    reader_close(reader);
    arena_free(&calls);
}

static void every_format_says_what_it_is(void **state) {
    (void)state;
    assert_true(format_count() >= 6);
    for (size_t i = 0; i < format_count(); i++) {
        const FormatInfo *info = format_info(i);
        assert_true(info->name && info->summary && info->times && info->roles);
    }
    assert_string_equal(format_info(1)->name, "json");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(folders_are_walked_in_order),
        READING_TEST(each_input_that_cannot_be_read_is_named),
        READING_TEST(what_can_be_read_is_read_all_the_same),
        READING_TEST(each_file_has_its_statistics),
        READING_TEST(from_names_the_format),
        READING_TEST(an_unknown_format_stops_everything),
        READING_TEST(a_dash_is_standard_input),
        READING_TEST(from_a_pipe_the_later_part_of_a_split_call_is_refused),
        READING_TEST(a_reader_may_be_closed_early),
        READING_TEST(calls_that_are_not_given_out_are_forgotten),
        READING_TEST(every_format_says_what_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
